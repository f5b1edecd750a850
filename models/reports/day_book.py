"""The day book: what happened on one day, counted, with the money of its orders.

It reads the facts of that day alone, by the index of their time, and of each order its own row:
it costs the same however many orders there were before.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    case,
    func,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.accounting.differences import CashDifference, How
from models.kernel.facts import (
    CashHandedOver,
    Fact,
    FactBase,
    FactRow,
    GoodsReturned,
    HallReturned,
    HallSold,
    MoneyHandedBack,
    OrderCancelled,
    OrderDelivered,
    OrderReinstated,
    StockMoved,
    TillClosed,
    decode_fact,
    tag_of,
)
from models.kernel.money import NOTHING, Money, plain, total
from models.orders.tables import Order
from models.products.stock import Movement
from models.reports.audit import bounds


class Step(msgspec.Struct, frozen=True):
    """How many orders took a step on that day, and what they come to as they stand now."""

    orders: int = 0
    total: Money = NOTHING


class Cash(msgspec.Struct, frozen=True):
    """The cash taken for what was delivered on that day, and what it lacked or was too much.

    `short` and `over` are sums without a sign; of `differing` orders it was not what was due.
    """

    taken: Money = NOTHING
    short: Money = NOTHING
    over: Money = NOTHING
    differing: int = 0


class Goods(msgspec.Struct, frozen=True):
    """Pieces that staff took in, and how many counts there were with what they changed."""

    taken_in: int = 0
    counts: int = 0
    counted: int = 0


class Hall(msgspec.Struct, frozen=True):
    """What was sold in the hall on that day, and what was handed back there for what came back."""

    sales: int = 0
    total: Money = NOTHING
    handed_back: Money = NOTHING


class DayBook(msgspec.Struct, frozen=True):
    """One day in Dubai: `steps` by the tags of orders' facts; `others` count every other tag.

    `handed_over` is the cash that went from purses to the till, `from_tills` what came of the
    hall's closed tills, `handed_back` what customers got back. A cancelling that was taken back
    since is no step.
    """

    day: date
    steps: dict[str, Step]
    cash: Cash
    goods: Goods
    others: dict[str, int]
    handed_over: Money = NOTHING
    handed_back: Money = NOTHING
    from_tills: Money = NOTHING
    hall: Hall = Hall()

    def step(self, tag: str) -> Step:
        """The orders that took that step; none is a step of nothing."""
        return self.steps.get(tag, Step())


async def day_book(session: AsyncSession, day: date) -> DayBook:
    """What happened on that day in Dubai."""
    steps = (await session.execute(select_steps(day))).all()
    others = (await session.execute(select_others(day))).all()
    return DayBook(
        day,
        {row.kind: Step(row.orders, Money(int(row.total))) for row in steps},
        await cash_of(session, day),
        await goods_of(session, day),
        {row.kind: row.facts for row in others},
        await handed_over_on(session, day),
        await handed_back_on(session, day),
        await from_tills_on(session, day),
        await hall_of(session, day),
    )


def select_steps(day: date) -> Select[*tuple[Any, ...]]:
    """The look-up of orders by the facts of the day: each once, whatever happened twice to it."""
    first, last = bounds(day)
    facts = select(FactRow.kind, FactRow.order_id).distinct()
    facts = facts.where(FactRow.at >= first, FactRow.at < last, FactRow.order_id.is_not(None))
    facts = facts.where((FactRow.kind != tag_of(OrderCancelled)) | ~was_taken_back())
    once = facts.subquery()
    totals = func.sum(of_order(Order.total, once.c.order_id))
    counted = select(
        once.c.kind, func.count().label("orders"), func.coalesce(totals, 0).label("total")
    )
    return counted.group_by(once.c.kind)


def was_taken_back() -> ColumnElement[bool]:
    """Whether the fact's order went on after it, be it on the next day."""
    later = aliased(FactRow)
    found = select(later.id).where(later.order_id == FactRow.order_id, later.id > FactRow.id)
    return found.where(later.kind == tag_of(OrderReinstated)).exists()


def of_order(amount: Any, order_id: Any) -> ScalarSelect[Any]:
    """An amount of that order: looked up by its id, row by row, and never by reading all orders."""
    return select(plain(amount)).where(Order.id == order_id).scalar_subquery()


def select_others(day: date) -> Select[*tuple[Any, ...]]:
    """The look-up of how many facts there were of each kind that is about no order."""
    first, last = bounds(day)
    counted = select(FactRow.kind, func.count().label("facts"))
    counted = counted.where(FactRow.at >= first, FactRow.at < last, FactRow.order_id.is_(None))
    return counted.group_by(FactRow.kind)


async def cash_of(session: AsyncSession, day: date) -> Cash:
    """What was taken at the door, order by order."""
    first, last = bounds(day)
    of_day = select(
        of_order(Order.taken, FactRow.order_id).label("taken"),
        missing_of(FactRow.order_id).label("missing"),
    ).where(FactRow.at >= first, FactRow.at < last, FactRow.kind == tag_of(OrderDelivered))
    paid = of_day.subquery()
    missing = paid.c.missing
    delivered = select(
        sum_of(paid.c.taken).label("taken"),
        sum_of(case((missing > 0, missing), else_=0)).label("short"),
        sum_of(case((missing < 0, -missing), else_=0)).label("over"),
        sum_of(case((missing != 0, 1), else_=0)).label("differing"),
    )
    row = (await session.execute(delivered)).one()
    taken, short, over = (Money(int(each)) for each in (row.taken, row.short, row.over))
    return Cash(taken, short, over, int(row.differing))


def missing_of(order_id: Any) -> ScalarSelect[Any]:
    """What was missing of that order's cash, beside what coins cannot pay; no row: nothing."""
    missing = plain(CashDifference.expected) - plain(CashDifference.taken)
    standing = CashDifference.how.is_distinct_from(How.corrected.value)
    found = select(missing).where(CashDifference.order_id == order_id, standing)
    return found.scalar_subquery()


def sum_of(figure: Any) -> ColumnElement[Any]:
    """The sum of a figure; nothing of no rows."""
    return func.coalesce(func.sum(figure), 0)


async def goods_of(session: AsyncSession, day: date) -> Goods:
    """What staff took in and counted. Of facts of before that kept no reason, more was taken in."""
    facts = await facts_of(session, day, StockMoved)
    moves = [fact for fact in facts if isinstance(fact, StockMoved)]
    came = [fact.change for fact in moves if is_taken_in(fact)]
    counts = [fact.change for fact in moves if not is_taken_in(fact)]
    return Goods(sum(came), len(counts), sum(counts))


async def handed_over_on(session: AsyncSession, day: date) -> Money:
    """What was counted when couriers handed over their cash."""
    facts = await facts_of(session, day, CashHandedOver)
    return total(fact.counted for fact in facts if isinstance(fact, CashHandedOver))


async def from_tills_on(session: AsyncSession, day: date) -> Money:
    """What was counted of tills when they were closed, but for those that were sold on from."""
    facts = await facts_of(session, day, TillClosed)
    closed = [fact for fact in facts if isinstance(fact, TillClosed)]
    return total(fact.counted for fact in closed if fact.to_id is None)


async def handed_back_on(session: AsyncSession, day: date) -> Money:
    """What customers got back in cash for goods that they returned."""
    kinds = (GoodsReturned, MoneyHandedBack)
    facts = [fact for kind in kinds for fact in await facts_of(session, day, kind)]
    return total(fact.refunded for fact in facts if isinstance(fact, kinds))


async def hall_of(session: AsyncSession, day: date) -> Hall:
    """What was sold in the hall, and what came back there."""
    sold = [fact for fact in await facts_of(session, day, HallSold) if isinstance(fact, HallSold)]
    facts = await facts_of(session, day, HallReturned)
    back = total(fact.refunded for fact in facts if isinstance(fact, HallReturned))
    return Hall(len(sold), total(fact.total for fact in sold), back)


async def facts_of(session: AsyncSession, day: date, kind: type[FactBase]) -> list[Fact]:
    """The day's facts of that kind."""
    first, last = bounds(day)
    found = select(FactRow.body).where(
        FactRow.at >= first, FactRow.at < last, FactRow.kind == tag_of(kind)
    )
    return [decode_fact(body) for body in await session.scalars(found)]


def is_taken_in(fact: StockMoved) -> bool:
    """Whether goods came in; else they were counted."""
    return fact.why == Movement.taken_in if fact.why else fact.change > 0
