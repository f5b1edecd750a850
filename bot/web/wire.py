"""What goes to a page: how its pane looks, its messages, and that an act was done."""

from __future__ import annotations

import msgspec

from bot.web.bodies import Shown
from models.people import Language


class Screen(msgspec.Struct, frozen=True, tag="screen"):
    """How the pane looks: its language, and the commands of its menu with what they do."""

    language: Language
    menu: list[tuple[str, str]]


class News(msgspec.Struct, frozen=True, tag="news"):
    """Messages, new or replaced."""

    messages: list[Shown]


class Done(msgspec.Struct, frozen=True, tag="done"):
    """An act was answered; `notice` is a short word for the press."""

    act: str
    notice: str = ""


ToPage = Screen | News | Done


def encode_to_page(message: ToPage) -> str:
    """The message as it is sent."""
    return msgspec.json.encode(message).decode()
