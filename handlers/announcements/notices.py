"""Notices: what is said about a fact, and to whom."""

from __future__ import annotations

import msgspec

from handlers.speech import Card, Choice, Phrase, Reply, reply
from models.facts import Fact


class Notice(msgspec.Struct, frozen=True):
    """A reply for these people. `audience` tells apart what one person hears in two roles."""

    audience: str
    people: tuple[int, ...]
    reply: Reply


class Event(msgspec.Struct, frozen=True):
    """Something that happened, and who did it."""

    fact: Fact
    actor_id: int | None


def message(text: Phrase, *choices: Choice) -> Reply:
    """A message with a button in each row, which stays to be read again."""
    return reply(Card(text=text, choices=tuple((choice,) for choice in choices), stays=True))
