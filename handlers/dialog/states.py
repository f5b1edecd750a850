"""Typed conversation states: the question that a person is in, with what was answered so far.

A state's tag holds its version (checkout.1): when its meaning changes the tag does, and a state
that today's code cannot read is dropped with a word to the person.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from handlers.dialog.speech import Phrase


class Aside(StrEnum):
    """What stands between a question and its answer."""

    none = ""
    searching = "searching"  # the words to search for: the next text is no answer
    leaving = "leaving"  # whether everything that was filled in is really thrown away
    said_back = "said-back"  # whether an answer that was in doubt is meant as it was read


class SaidBack(msgspec.Struct, frozen=True):
    """An answer in doubt: how it can be typed without any, and what is said back for a yes."""

    typed: str
    words: Phrase


class StateBase(msgspec.Struct, frozen=True, tag_field="state", kw_only=True):
    """The base of every state: `at` names the question that waits for its answer.

    Without `at` no question waits: the answers of a form that was left are kept for the next time.

    `path` holds the questions that led there, for the way back; `again` those that are asked once
    more although they were answered. `aside` is what is asked before the question goes on,
    `said_back` the answer in doubt then. `buyer_id` is the caller whose answers these are, 0 where
    they are the person's own: when ordering for that caller is over, nobody is in that question
    any more.

    `beside` says that something else was shown since a quiet question was asked: a typed yes is no
    answer to it then. `asked_sure` are the actions that a typed yes and a typed no ask for, where
    what was shown last asks whether something is really meant.

    `written` are the channel's names of the messages that were taken as answers, the last one last,
    and `written_at` the question that the last one answered; empty while that waits still.
    """

    at: str = ""
    path: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    aside: Aside = Aside.none
    buyer_id: int = 0
    said_back: SaidBack | None = None
    beside: bool = False
    asked_sure: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    written_at: str = ""


class InterludeBase(StateBase, frozen=True, kw_only=True):
    """The base of a question in the midst of other answers: `before` is their state (JSON)."""

    before: str = ""


class WrittenState(StateBase, frozen=True, kw_only=True, tag="written.1"):
    """No question waits: the names of the messages that answered a form that is over."""


class DraftableBase(StateBase, frozen=True, kw_only=True):
    """The base of a form that can be put aside: which draft its answers were begun in, if any."""

    draft_id: int = 0
    draft_token: str = ""


class StateCodec:
    """Encodes states, and decodes those whose types were registered."""

    def __init__(self) -> None:
        self._types: list[type[StateBase]] = []
        self._decoder: msgspec.json.Decoder[Any] | None = None

    def register(self, kind: type[StateBase]) -> None:
        """Make a state's type known; its tag must be new."""
        self._types.append(kind)
        self._decoder = None

    def encode(self, state: StateBase) -> str:
        """The state as JSON."""
        return msgspec.json.encode(state).decode()

    def decode(self, stored: str) -> StateBase | None:
        """The state, or None when it is none of today's."""
        if self._decoder is None:
            self._decoder = msgspec.json.Decoder(_union(self._types))
        try:
            state: StateBase = self._decoder.decode(stored)
        except msgspec.DecodeError:
            return None
        return state


def _union(types: list[type[StateBase]]) -> Any:
    union: Any = types[0]
    for kind in types[1:]:
        union = union | kind
    return union


CODEC = StateCodec()
CODEC.register(WrittenState)
