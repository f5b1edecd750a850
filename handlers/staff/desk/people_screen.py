"""People and open invitations in words, and the question before one of them is taken back."""

from __future__ import annotations

from handlers.dialog.actions import Action
from handlers.dialog.layout import cut
from handlers.dialog.speech import Card, Choice, Day, Phrase, Row, say
from handlers.dialog.turn import Turn
from handlers.ui.board import board
from models.kernel.calendar import dubai_day
from models.people.open_invitations import OpenInvitation
from models.people.team import Holder

NAME = 20
PER_PAGE = 8


def name_words(name: str) -> Phrase:
    """The name, or that none is known."""
    return say("people-name", name=cut(name, NAME)) if name else say("people-nameless")


def holder_words(found: Holder) -> Phrase:
    """A person, and since when."""
    return say("people-since", name=name_words(found.name), since=Day(dubai_day(found.since)))


def invitation_words(found: OpenInvitation) -> Phrase:
    """For whom an invitation is, and until when it can be used."""
    until = Day(dubai_day(found.runs_out_at))
    words = say("people-until", name=name_words(found.name), until=until)
    if found.role is None:
        return words
    return say("people-role-until", role=say(f"role-{found.role}"), invited=words)


def open_row(count: int, to: Action) -> Row:
    """The way to the open invitations, while there are any."""
    return (Choice(say("button-open-invitations", count=count), to),) if count else ()


def sure_card(turn: Turn, title: Phrase, question: Phrase, yes: Choice, no: Choice) -> Card:
    """The card that asks whether something is really to be taken back."""
    return board(turn, "people", title, question, (yes,), (no,))


def taken_card(turn: Turn, title: Phrase, words: Phrase, *ways: Choice) -> Card:
    """The card that something was taken back, with the ways on."""
    row: Row = ways
    return board(turn, "people", title, words, row)
