"""The cash of an order: what is due in coins, who has it, and setting right what was a slip."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time, timedelta

import msgspec
from sqlalchemy import BigInteger, Select, func, or_, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.differences import note_difference, supersede
from models.accounting.ledger import Booking, CashTaken, LedgerEntry, book_all
from models.kernel.acting import Acting
from models.kernel.calendar import dubai_day, dubai_moment
from models.kernel.facts import (
    CashCorrected,
    FactRow,
    OrderNotDelivered,
    OrderOut,
    OrderReinstated,
    record,
)
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import ReasonNeeded, SameAmount, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.after_delivery import never_paid
from models.orders.queries import order_for_staff
from models.orders.run_queries import IN_A_RUN
from models.orders.run_tables import Run, RunStop
from models.orders.states import OrderState
from models.orders.stops import LEFT
from models.orders.tables import Order
from models.orders.transitions import lock_order


class Day(msgspec.Struct, frozen=True):
    """What one person delivered on a day, and the cash that was taken for it."""

    delivered: int
    taken: Money


def due_in_cash(total: Money, taken: Money, terms: ShopTerms) -> Money:
    """What is to be taken in cash for so much; the exact sum will do where it was taken."""
    return total if taken == total else terms.in_cash(total)


def is_far_off(due: Money, taken: Money) -> bool:
    """Whether it is less than half of what is due, or more than double: a slip, most likely."""
    return taken * 2 < due or taken > due * 2


async def last_out(
    session: AsyncSession, order_id: int, before: int | None = None
) -> FactRow | None:
    """The fact by which the order went out, while it was out before the fact of that id.

    None where it had not gone out, or is at the centre since. `carriers.carrier` tells who has it.
    """
    earlier = select(FactRow).where(FactRow.order_id == order_id)
    if before is not None:
        earlier = earlier.where(FactRow.id < before)
    for row in await session.scalars(earlier.order_by(FactRow.id.desc())):
        match row.fact:
            case OrderOut():
                return row
            case OrderNotDelivered() | OrderReinstated():
                return None
    return None


async def count_out_with(session: AsyncSession, person_id: int) -> int:
    """How many orders are out with the person: in a run of theirs, and sent out by them alone."""
    still_out = Order.state == OrderState.out.value
    stops = select(func.count()).select_from(RunStop).join(Run).join(Order)
    in_runs = await session.scalar(stops.where(LEFT, Run.person_id == person_id, still_out))
    alone = select(FactRow).join(Order, Order.id == FactRow.order_id).where(still_out, ~IN_A_RUN)
    rows = await session.scalars(alone.order_by(FactRow.id))
    taken_by = {row.order_id: row.actor_id for row in rows if isinstance(row.fact, OrderOut)}
    return (in_runs or 0) + sum(actor == person_id for actor in taken_by.values())


async def day_of(session: AsyncSession, person_id: int, now: datetime) -> Day:
    """What the person has delivered on the day in Dubai of that moment (UTC)."""
    midnight = dubai_moment(dubai_day(now), time())
    fils = func.coalesce(func.sum(type_coerce(Order.taken, BigInteger)), 0)
    done = select(func.count(), fils).where(
        Order.state == OrderState.delivered.value,
        Order.taken_by == person_id,
        Order.moved_at >= midnight,
        Order.moved_at < midnight + timedelta(days=1),
    )
    count, taken = (await session.execute(done)).one()
    return Day(count, Money(int(taken)))


async def numbers_of(session: AsyncSession, order_ids: Collection[int]) -> dict[int, str]:
    """The numbers of the orders of these ids."""
    found = select(Order.id, Order.number).where(Order.id.in_(order_ids))
    return {row[0]: row[1] for row in await session.execute(found)}


async def holder_of(session: AsyncSession, order_id: int) -> int | None:
    """Whose purse the cash of a delivered order was booked to; None for the till."""
    holder_id: int | None = await session.scalar(select(Order.taken_by).where(Order.id == order_id))
    return holder_id


async def correct_cash(
    acting: Acting, order_id: int, taken: Money, reason: str, terms: ShopTerms = DEFAULT_TERMS
) -> None:
    """The cash of a delivered order was another amount: it is booked, and no entry is changed.

    What stood in the list of differences is settled by it; where the true amount differs from what
    was due, less what came back unpaid, that stands there now. Whether the actor may do it is the
    caller's to ask (Permission.finance). Refuses: NotFound, WrongState, SameAmount, ReasonNeeded
    without a reason.
    """
    session = acting.session
    state = await lock_order(session, order_id)
    if state != OrderState.delivered:
        raise WrongState(state)
    order = await order_for_staff(session, order_id)
    was, due = order.taken or NOTHING, due_in_cash(order.total, taken, terms)
    if was == taken:
        raise SameAmount
    if not reason:
        raise ReasonNeeded(due)
    holder_id = await holder_of(session, order_id)
    truly = update(Order).where(Order.id == order_id).values(taken=taken, reason=reason)
    await session.execute(truly)
    left = due - await never_paid(session, order_id)
    undone = await supersede(acting, order_id)
    if taken != left:
        about = {"order_id": order_id, "person_id": holder_id, "reason": reason}
        note_difference(acting, expected=left, taken=taken, **about)
    told = left if taken != left else None
    cash = CashTaken(taken, due, holder_id)
    truth = await correction(session, order_id, cash.sides(order.total))
    record(acting, CashCorrected(order_id, was, taken, reason, told, holder_id))
    await book_all(acting, [*undone, truth])


async def correction(session: AsyncSession, order_id: int, sides: dict[str, Money]) -> Booking:
    """The event that takes back what is booked of the cash, and books `sides` in its place."""
    number = await corrected_before(session, order_id) + 1
    booked = {
        row[0]: Money(int(row[1])) for row in await session.execute(booked_of(order_id, sides))
    }
    changed = {account: amount - booked.get(account, NOTHING) for account, amount in sides.items()}
    return Booking(f"order:{order_id}:corrected:{number}", changed, order_id)


def booked_of(order_id: int, accounts: dict[str, Money]) -> Select[str, int]:
    """What the delivery, and corrections of it, have booked of the order to these accounts."""
    own = f"order:{order_id}:"
    events = or_(
        LedgerEntry.event == f"{own}delivered",
        LedgerEntry.event.startswith(f"{own}corrected:"),
    )
    return (
        select(LedgerEntry.account, func.sum(type_coerce(LedgerEntry.amount, BigInteger)))
        .where(LedgerEntry.order_id == order_id, events, LedgerEntry.account.in_(accounts))
        .group_by(LedgerEntry.account)
    )


async def corrected_before(session: AsyncSession, order_id: int) -> int:
    """How often the order's cash was corrected already."""
    facts = await session.scalars(select(FactRow).where(FactRow.order_id == order_id))
    return sum(isinstance(row.fact, CashCorrected) for row in facts)
