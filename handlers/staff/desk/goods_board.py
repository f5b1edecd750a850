"""Families' goods on the desk: what staff have to answer, and what families have not confirmed."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions.goods import ListNotes, ListOffers
from handlers.dialog.speech import Choice, Phrase, Row, say
from handlers.dialog.turn import Turn
from models.hall.note_queries import WaitingNotes, count_waiting
from models.hall.note_tables import NoteState
from models.hall.offers import waiting_offer_count
from models.people.access import Permission


class GoodsBoard(msgspec.Struct, frozen=True):
    """How many notes and offers wait; nothing for whoever does not handle goods."""

    notes: WaitingNotes = WaitingNotes(0, 0)
    offers: int = 0


async def goods_board(turn: Turn) -> GoodsBoard:
    """The goods that concern the person."""
    if Permission.catalogue not in turn.standing.permissions:
        return GoodsBoard()
    return GoodsBoard(await count_waiting(turn.session), await waiting_offer_count(turn.session))


def goods_tasks(board: GoodsBoard) -> list[Phrase]:
    """The words for what waits for staff, a line each."""
    counted = (("stock-disputed", board.notes.disputed), ("stock-offers", board.offers))
    return [say(words, count=str(count)) for words, count in counted if count]


def goods_ways(board: GoodsBoard) -> tuple[Row, ...]:
    """The ways to what waits for staff."""
    counted = (
        ("button-disputed", board.notes.disputed, ListNotes(NoteState.disputed.value)),
        ("button-offers", board.offers, ListOffers()),
    )
    return tuple(
        (Choice(say(label, count=str(count)), action),) for label, count, action in counted if count
    )


def unconfirmed_words(board: GoodsBoard) -> list[Phrase]:
    """The words for the notes that wait for their families, and for nothing of staff."""
    count = board.notes.unconfirmed
    return [say("stock-unconfirmed", count=str(count))] if count else []


def unconfirmed_row(board: GoodsBoard) -> Row:
    """The way to the notes that wait for their families, while there are any."""
    count = board.notes.unconfirmed
    label = say("button-unconfirmed", count=str(count))
    return (Choice(label, ListNotes(NoteState.open.value)),) if count else ()
