"""Cash on the desk: what the person carries, what waits to be confirmed, and what differs."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions.cash import ListDifferences, ShowHandover
from handlers.dialog.actions.hall import ListTills, ManageTill
from handlers.dialog.speech import Amount, Choice, Exact, Phrase, Row, say
from handlers.dialog.turn import Turn
from handlers.ui.cash_words import missing_words
from models.accounting.cash_handovers import Handover, waiting_handovers, waiting_tills
from models.accounting.differences import OpenSum, open_sum
from models.accounting.purses import Purse, open_purses
from models.hall.tills import TillCounts, till_counts
from models.kernel.money import NOTHING, Money, total
from models.people.access import Permission

MOST_WAITING = 3
CARRY_OR_SETTLE = frozenset({Permission.deliver, Permission.sell, Permission.finance})


class CashBoard(msgspec.Struct, frozen=True):
    """What of the cash the person is to see: their own purse, and what the desk has to settle.

    `waiting` is for them to confirm, `tills` of tills. Who does not settle cash sees no purses and
    differences, and not how many tills there are.
    """

    own: Money = NOTHING
    waiting: tuple[Handover, ...] = ()
    purses: tuple[Purse, ...] = ()
    differences: OpenSum = OpenSum(0, NOTHING)
    tills: tuple[Handover, ...] = ()
    counts: TillCounts = TillCounts()


async def cash_board(turn: Turn) -> CashBoard:
    """The cash that concerns the person; nothing for whoever neither carries nor settles any."""
    allowed = turn.standing.permissions
    if not allowed & CARRY_OR_SETTLE:
        return CashBoard()
    settles = Permission.finance in allowed
    purses = await open_purses(turn.session)
    waiting = await waiting_handovers(turn.session)
    return CashBoard(
        own=total(purse.amount for purse in purses if purse.person_id == turn.person_id),
        waiting=tuple(each for each in waiting if is_theirs_to_confirm(turn, each)),
        purses=tuple(purses) if settles else (),
        differences=await open_sum(turn.session) if settles else OpenSum(0, NOTHING),
        tills=await tills_waiting_for(turn),
        counts=await till_counts(turn.session) if settles else TillCounts(),
    )


async def tills_waiting_for(turn: Turn) -> tuple[Handover, ...]:
    """The tills whose count the person has to agree to, or whose cash they take over."""
    if not turn.standing.permissions & {Permission.sell, Permission.finance}:
        return ()
    waiting = await waiting_tills(turn.session)
    return tuple(
        each for each in waiting if turn.person_id == each.to_id or confirms_till(turn, each)
    )


def confirms_till(turn: Turn, waiting: Handover) -> bool:
    """Whether the person has still to agree to the count of a till that goes to the centre."""
    if waiting.to_id is not None:
        return False
    if waiting.person_id == turn.person_id:
        return waiting.waits_for_holder
    return not waiting.waits_for_holder and Permission.finance in turn.standing.permissions


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
    if board.tills:
        lines.append(say("desk-tills-wait", count=len(board.tills)))
    if board.counts.not_closed:
        lines.append(say("desk-tills-open", count=board.counts.not_closed))
    if board.purses:
        carried = total(purse.amount for purse in board.purses)
        lines.append(say("desk-purses", count=len(board.purses), amount=Amount(carried)))
    if board.differences.count:
        missing = missing_words(board.differences.amount)
        lines.append(say("desk-differences", count=board.differences.count, missing=missing))
    return lines


def cash_ways(board: CashBoard) -> tuple[Row, ...]:
    """The ways to what waits to be confirmed, to the tills with their money, to what differs."""
    waiting = [
        (Choice(say("button-handover", amount=Amount(each.counted)), ShowHandover(each.id)),)
        for each in board.waiting[:MOST_WAITING]
    ]
    waiting += [
        (Choice(till_label(each), ManageTill(each.till_id or 0)),)
        for each in board.tills[:MOST_WAITING]
    ]
    differ: Row = ()
    if board.differences.count:
        label = say("button-differences", count=board.differences.count)
        differ = (Choice(label, ListDifferences()),)
    tills: Row = ()
    if board.counts.ever:
        tills = (Choice(say("button-tills"), ListTills()),)
    return (*waiting, tills, differ)


def till_label(waiting: Handover) -> Phrase:
    """Which till waits, and with how much."""
    number = Exact(str(waiting.till_id))
    return say("button-till-waits", number=number, amount=Amount(waiting.counted))
