"""The lines beneath what happened: a new time, whose run, what of the cash and of the goods."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.dialog.speech import Amount, Exact, Phrase, say
from handlers.staff.desk.name_words import person_words, several, things_of
from handlers.ui.cash_words import missing_words
from handlers.ui.order_lines import window_words
from handlers.ui.pick_up import for_order
from models.accounting.differences import How
from models.kernel.facts import (
    AddressChanged,
    CashCorrected,
    CashDifferenceSettled,
    CashHandedOver,
    CashHandoverProposed,
    Fact,
    GoodsReturned,
    LinesChanged,
    MoneyHandedBack,
    OrderDelivered,
    OrderNotDelivered,
    OrderOut,
    OrderPassed,
    OrderReinstated,
    OrderRescheduled,
    OrdersClaimed,
    ReturnInspected,
    RunPassed,
    RunTaken,
    TillClosed,
    TillCounted,
)
from models.kernel.money import Money
from models.orders.returns import Disposition
from models.orders.states import OrderState
from models.reports.history_names import Names


def detail_lines(fact: Fact, names: Names) -> Iterator[Phrase]:
    """What there is to say of it besides; nothing for most kinds."""
    match fact:
        case OrderNotDelivered(day=day, window=window) | OrderRescheduled(day=day, window=window):
            yield say("history-again", window=window_words(day, window))
        case OrdersClaimed(order_ids=ids):
            found = [names.orders[id_] for id_ in ids if id_ in names.orders]
            yield several([say("history-order", number=Exact(order.number)) for order in found])
        case AddressChanged(was=Money() as was, now=Money() as now) if was != now:
            yield say("history-total", was=Amount(was), now=Amount(now))
        case LinesChanged():
            yield from line_change_lines(fact, names)
        case OrderReinstated():
            yield from reinstated_lines(fact, names)
        case GoodsReturned() | MoneyHandedBack():
            refunded, paid_by = fact.refunded, fact.paid_by
            yield say("deliveries-refunded", amount=Amount(refunded))
            if paid_by is not None:
                yield say("history-paid-by", person=person_words(paid_by, names))
        case ReturnInspected(returned_id=returned_id):
            yield from fate_lines(returned_id, names)
        case _:
            yield from cash_lines(fact, names)
    yield from run_lines(fact, names)


def line_change_lines(fact: LinesChanged, names: Names) -> Iterator[Phrase]:
    """What went out of the order, what came in, and what it comes to since."""
    out = [(id_, names.lines[id_].quantity) for id_ in fact.line_ids if id_ in names.lines]
    came = zip(fact.added_ids, fact.added_pieces, strict=False)
    known = [(id_, pieces) for id_, pieces in came if id_ in names.lines]
    for phrase, moved in (("history-lines-out", out), ("history-lines-in", known)):
        if moved:
            yield say(phrase, things=several(things_of(moved, names)))
    if fact.was != fact.now:
        yield say("history-total", was=Amount(fact.was), now=Amount(fact.now))


def reinstated_lines(fact: OrderReinstated, names: Names) -> Iterator[Phrase]:
    """Where the order stands again, and whether people had heard of the cancelling."""
    if fact.was in tuple(OrderState):
        order, state = names.orders.get(fact.order_id), say(f"state-{fact.was}")
        stands = state if order is None else for_order(order, state)
        yield say("history-stands-again", state=stands)
    if fact.told:
        yield say("history-was-told")


def fate_lines(returned_id: int, names: Names) -> Iterator[Phrase]:
    """What became of the pieces that were looked at."""
    for part in names.returned.values():
        if part.inspected_id == returned_id and part.disposition in tuple(Disposition):
            fate = say(f"came-back-{part.disposition}")
            yield say("history-fate", fate=fate, count=str(part.quantity))


def cash_lines(fact: Fact, names: Names) -> Iterator[Phrase]:
    """What was due or expected where it differs, whose purse it is in, how it was settled."""
    match fact:
        case OrderDelivered(taken=taken, due=due, holder_id=holder_id):
            yield from due_lines(taken, due)
            if holder_id is not None:
                yield purse_words(holder_id, names)
        case CashCorrected(taken=taken, due=due, holder_id=holder_id):
            yield from due_lines(taken, due)
            yield purse_words(holder_id, names)
        case CashDifferenceSettled(missing=missing, how=how):
            yield missing_words(missing)
            if how in tuple(How):
                yield say(f"difference-{how}")
        case CashHandoverProposed(expected=expected, counted=counted):
            yield from expected_lines(expected, counted)
        case TillCounted() | TillClosed():
            yield from expected_lines(fact.expected, fact.counted)
            if fact.to_id is not None:
                yield say("history-till-to", person=person_words(fact.to_id, names))
        case CashHandedOver(expected=expected, counted=counted, proposed_by=proposed_by):
            yield from expected_lines(expected, counted)
            yield say("history-named-by", person=person_words(proposed_by, names))
        case _:
            pass


def purse_words(person_id: int | None, names: Names) -> Phrase:
    """Whose purse the cash is in; that it is in the till where it is nobody's."""
    if person_id is None:
        return say("history-cash-in-till")
    return say("history-cash-with", person=person_words(person_id, names))


def due_lines(taken: Money, due: Money | None) -> Iterator[Phrase]:
    """What was to be taken, where it is not what was."""
    if due is not None and taken != due:
        yield say("history-due", due=Amount(due))


def expected_lines(expected: Money, counted: Money) -> Iterator[Phrase]:
    """What was to be handed over, where another amount was counted."""
    if expected != counted:
        yield say("history-expected", amount=Amount(expected))


def run_lines(fact: Fact, names: Names) -> Iterator[Phrase]:
    """When the run goes out; and with whom it is by now, where the fact does not say whose it was.

    It may have been passed on since then, and who takes a run out is who did it.
    """
    run = names.runs.get(getattr(fact, "run_id", 0))
    if run is None:
        return
    window = window_words(run.day, run.window)
    if isinstance(fact, OrderOut | RunTaken | RunPassed | OrderPassed):
        yield say("history-run", window=window)
    else:
        courier = person_words(run.person_id, names)
        yield say("history-run-now-with", courier=courier, window=window)
