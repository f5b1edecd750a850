"""Cash on the desk: what the person carries, what waits to be confirmed, and what differs."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions.cash import ListDifferences, ShowHandover
from handlers.dialog.speech import Amount, Choice, Phrase, Row, say
from handlers.dialog.turn import Turn
from handlers.ui.cash_words import missing_words
from models.accounting.cash_handovers import Handover, waiting_handovers
from models.accounting.differences import OpenSum, open_sum
from models.accounting.purses import Purse, open_purses
from models.kernel.money import NOTHING, Money, total
from models.people.access import Permission

MOST_WAITING = 3


class CashBoard(msgspec.Struct, frozen=True):
    """What of the cash the person is to see: their own purse, and what the desk has to settle.

    `waiting` is for them to confirm. Who does not settle cash sees no purses and differences.
    """

    own: Money = NOTHING
    waiting: tuple[Handover, ...] = ()
    purses: tuple[Purse, ...] = ()
    differences: OpenSum = OpenSum(0, NOTHING)


async def cash_board(turn: Turn) -> CashBoard:
    """The cash that concerns the person; nothing for whoever does not deliver."""
    allowed = turn.standing.permissions
    if Permission.deliver not in allowed:
        return CashBoard()
    purses = await open_purses(turn.session)
    waiting = await waiting_handovers(turn.session)
    settles = Permission.finance in allowed
    return CashBoard(
        own=total(purse.amount for purse in purses if purse.person_id == turn.person_id),
        waiting=tuple(each for each in waiting if is_theirs_to_confirm(turn, each)),
        purses=tuple(purses) if settles else (),
        differences=await open_sum(turn.session) if settles else OpenSum(0, NOTHING),
    )


def is_theirs_to_confirm(turn: Turn, waiting: Handover) -> bool:
    """Whether the person is on the side that has still to agree."""
    if waiting.person_id == turn.person_id:
        return waiting.waits_for_holder
    return not waiting.waits_for_holder and Permission.orders in turn.standing.permissions


def cash_tasks(board: CashBoard) -> list[Phrase]:
    """The words for what there is to do about cash, a line each."""
    lines = []
    if board.own:
        lines.append(say("desk-cash-own", amount=Amount(board.own)))
    if board.waiting:
        lines.append(say("desk-cash-waits", count=len(board.waiting)))
    if board.purses:
        carried = total(purse.amount for purse in board.purses)
        lines.append(say("desk-purses", count=len(board.purses), amount=Amount(carried)))
    if board.differences.count:
        missing = missing_words(board.differences.amount)
        lines.append(say("desk-differences", count=board.differences.count, missing=missing))
    return lines


def cash_ways(board: CashBoard) -> tuple[Row, ...]:
    """The ways to what waits to be confirmed, and to what differs."""
    waiting = [
        (Choice(say("button-handover", amount=Amount(each.counted)), ShowHandover(each.id)),)
        for each in board.waiting[:MOST_WAITING]
    ]
    differ: Row = ()
    if board.differences.count:
        label = say("button-differences", count=board.differences.count)
        differ = (Choice(label, ListDifferences()),)
    return (*waiting, differ)
