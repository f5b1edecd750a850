"""What goes to a page: how its pane looks, its messages, and what became of an act."""

from __future__ import annotations

import msgspec

from bot.channels.web.bodies import Shown
from models.people.people import Language


class Screen(msgspec.Struct, frozen=True, tag="screen"):
    """How the pane looks: its language, and the commands of its menu with what they do.

    `book` names the run of numbered messages; the page lets go of those of another one.
    """

    book: str
    language: Language
    menu: list[tuple[str, str]]


class News(msgspec.Struct, frozen=True, tag="news"):
    """Messages, new or replaced."""

    messages: list[Shown]


class Done(msgspec.Struct, frozen=True, tag="done"):
    """An act was answered; `notice` is a short word for the press."""

    act: str
    notice: str = ""


class Undone(msgspec.Struct, frozen=True, tag="undone"):
    """An act was not answered: it is sent again after a while, unless it is no use."""

    act: str
    again: bool


ToPage = Screen | News | Done | Undone


def encode_to_page(message: ToPage) -> str:
    """The message as it is sent."""
    return msgspec.json.encode(message).decode()
