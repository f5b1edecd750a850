"""Whether the books agree with each other: what the shop's rules promise, summed both ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    Select,
    String,
    Text,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from models.accounting.family_days import NO_BAZAAR, FamilyDay
from models.accounting.ledger import (
    BY_ORDER,
    CASH,
    CENTRE_LOSSES,
    DELIVERY_FEES,
    EXTRA,
    PURSE,
    Balance,
    LedgerEntry,
    extra_account,
)
from models.inbox.tables import WAITING, Question, QuestionMessage
from models.kernel.facts import FactRow
from models.kernel.money import plain
from models.orders.after_delivery import OrderReturn
from models.orders.delivery_slots import WindowDay
from models.orders.pricing import DISCOUNT
from models.orders.returns import Disposition, ReturnedPieces
from models.orders.run_tables import Run, RunState, RunStop
from models.orders.states import OPEN, TO_DELIVER, VOID, OrderState
from models.orders.stops import LEFT
from models.orders.tables import Order, OrderLine
from models.products.production import MakingDay
from models.products.stock import Movement, StockMovement, can_be_had
from models.products.tables import Option, Product
from models.reports.purse_checks import HELD_BY, PURSE_CHECKS

Figures = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


class Check(msgspec.Struct, frozen=True):
    """Two ways to one figure: rows of a key's parts and, last, the figure; no row means none."""

    what: str
    expected: Figures
    found: Figures


KEPT_BESIDE = ("order_id", "bazaar_id", "person_id")
"""What every fact's body holds too; product and family were found out of some older ones."""
KEPT = (OrderLine.struck_at.is_(None), OrderLine.returned_at.is_(None))
LIVE = (*KEPT, Order.state.not_in(VOID))
DELIVERED = Order.state == OrderState.delivered
AMOUNT = func.sum(plain(OrderLine.price) * OrderLine.quantity)
SALES = (Movement.sold.value, Movement.returned.value)
LET_OFF = literal(extra_account(DISCOUNT))
CREDITED = literal("family:") + cast(OrderLine.family_id, String)
BORNE_FOR = literal("family:") + cast(ReturnedPieces.family_id, String)


def facts_of(tag: str) -> Figures:
    """How many facts with that tag there are of each order."""
    counted = select(FactRow.order_id, func.count()).where(FactRow.kind == tag)
    return counted.group_by(FactRow.order_id)


def body_holds(field: str, column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether a fact's body holds in that field what stands in the column beside it."""
    body = type_coerce(FactRow.body, Text)
    value = literal(f'%"{field}":') + cast(column, String)
    written = or_(body.like(value + ",%"), body.like(value + "}"))
    return or_(column.is_(None), written)


def facts_less(tag: str, taken_back: str) -> Figures:
    """How many facts with that tag there are of each order, less those that took them back."""
    one, back = FactRow.kind == tag, FactRow.kind == taken_back
    figure = func.sum(case((one, 1), else_=-1))
    return select(FactRow.order_id, figure).where(one | back).group_by(FactRow.order_id)


def booked_amounts(account: ColumnElement[bool]) -> Figures:
    """What is booked of each order to such accounts."""
    amount = func.sum(plain(LedgerEntry.amount))
    booked = select(LedgerEntry.order_id, LedgerEntry.account, amount)
    by_orders = booked.where(account, LedgerEntry.event.startswith(BY_ORDER))
    return by_orders.group_by(LedgerEntry.order_id, LedgerEntry.account)


def sum_of(*parts: Figures) -> Figures:
    """The parts' figures added up by their key, which is of two columns."""
    every = union_all(*parts).subquery()
    first, second, figure = every.c
    return select(first, second, func.sum(figure)).group_by(first, second)


class DubaiDate(FunctionElement[date]):
    """The day in Dubai of a moment that is stored."""

    inherit_cache = True
    type = Date()


@compiles(DubaiDate, "sqlite")
def _sqlite_day(element: DubaiDate, compiler: SQLCompiler, **options: Any) -> str:
    return f"date({compiler.process(element.clauses, **options)}, '+4 hours')"


@compiles(DubaiDate, "postgresql")
def _postgres_day(element: DubaiDate, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **options)} AT TIME ZONE 'Asia/Dubai' AS date)"


class Parts(FunctionElement[Any]):
    """The parts of a column of surcharges as rows: `key` is their kind, `value` their fils."""

    inherit_cache = True


@compiles(Parts, "sqlite")
def _sqlite_parts(element: Parts, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(Parts, "postgresql")
def _postgres_parts(element: Parts, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each_text(CAST({compiler.process(element.clauses, **options)} AS json))"


PART = Parts(Order.surcharges).table_valued("key", "value", joins_implicitly=True)
PART_FILS = cast(PART.c.value, BigInteger)


def sold_by_day(figure: ColumnElement[Any], *where: ColumnElement[bool]) -> Figures:
    """A figure of the lines that fit, by family, by the day of ordering and by bazaar."""
    bazaar = func.coalesce(Order.bazaar_id, NO_BAZAAR)
    key = (OrderLine.family_id, DubaiDate(Order.placed_at), bazaar)
    by_order = select(*key, figure).join(Order, Order.id == OrderLine.order_id)
    return by_order.where(*where).group_by(*key)


def kept_by_day(figure: ColumnElement[Any] | InstrumentedAttribute[int]) -> Figures:
    """A figure that is kept by family, day and bazaar."""
    return select(FamilyDay.family_id, FamilyDay.day, FamilyDay.bazaar_id, figure)


CHECKS = (
    Check(
        "whether the columns fit the body of fact",
        select(FactRow.id, literal(1)),
        select(FactRow.id, literal(1)).where(
            type_coerce(FactRow.body, Text).like(
                literal('{"fact":"') + FactRow.kind + literal('"%')
            ),
            *(body_holds(name, getattr(FactRow, name)) for name in KEPT_BESIDE),
        ),
    ),
    Check(
        "on hand of option",
        select(StockMovement.option_id, func.sum(StockMovement.change)).group_by(
            StockMovement.option_id
        ),
        select(Option.id, Option.on_hand),
    ),
    Check(
        "pieces that left the shelf for order and option",
        sum_of(
            select(OrderLine.order_id, OrderLine.option_id, OrderLine.quantity)
            .join(Order, Order.id == OrderLine.order_id)
            .where(*LIVE, OrderLine.making_day.is_(None)),
            select(ReturnedPieces.order_id, ReturnedPieces.option_id, ReturnedPieces.quantity)
            .where(ReturnedPieces.disposition == Disposition.inspect)
            .where(ReturnedPieces.decided_at.is_(None)),
        ),
        select(StockMovement.order_id, StockMovement.option_id, -func.sum(StockMovement.change))
        .where(StockMovement.order_id.is_not(None), StockMovement.why.in_(SALES))
        .group_by(StockMovement.order_id, StockMovement.option_id),
    ),
    Check(
        "fils for the items of order",
        select(OrderLine.order_id, AMOUNT)
        .where(OrderLine.struck_at.is_(None))
        .group_by(OrderLine.order_id),
        select(Order.id, plain(Order.items)),
    ),
    Check(
        "fils for the surcharges of order",
        select(Order.id, func.sum(PART_FILS)).group_by(Order.id),
        select(Order.id, plain(Order.surcharged)),
    ),
    Check(
        "places taken in window",
        select(Order.day, Order.window, func.count())
        .where(Order.state != OrderState.cancelled)
        .group_by(Order.day, Order.window),
        select(WindowDay.day, WindowDay.window, WindowDay.taken),
    ),
    Check(
        "pieces promised of product and day",
        select(OrderLine.product_id, OrderLine.making_day, func.sum(OrderLine.quantity))
        .join(Order, Order.id == OrderLine.order_id)
        .where(*LIVE, OrderLine.making_day.is_not(None))
        .group_by(OrderLine.product_id, OrderLine.making_day),
        select(MakingDay.product_id, MakingDay.day, MakingDay.taken),
    ),
    Check(
        "fils beyond zero in ledger event",
        select(LedgerEntry.event, literal(0)).distinct(),
        select(LedgerEntry.event, func.sum(plain(LedgerEntry.amount))).group_by(LedgerEntry.event),
    ),
    Check(
        "fils booked to a family for order and account",
        sum_of(
            select(OrderLine.order_id, CREDITED, -plain(OrderLine.price) * OrderLine.quantity)
            .join(Order, Order.id == OrderLine.order_id)
            .where(*KEPT, DELIVERED),
            select(ReturnedPieces.order_id, BORNE_FOR, -plain(ReturnedPieces.borne)),
        ),
        booked_amounts(LedgerEntry.account.like("family:%")),
    ),
    Check(
        "pieces sold of family, day and bazaar",
        sold_by_day(func.sum(OrderLine.quantity), *LIVE),
        kept_by_day(FamilyDay.pieces),
    ),
    Check(
        "fils sold of family, day and bazaar",
        sold_by_day(AMOUNT, *LIVE),
        kept_by_day(plain(FamilyDay.amount)),
    ),
    Check(
        "fils on their way for family, day and bazaar",
        sold_by_day(AMOUNT, OrderLine.struck_at.is_(None), Order.state.in_(OPEN)),
        kept_by_day(plain(FamilyDay.on_its_way)),
    ),
    Check(
        "fils kept as balance of account",
        select(LedgerEntry.account, func.sum(plain(LedgerEntry.amount))).group_by(
            LedgerEntry.account
        ),
        select(Balance.account, plain(Balance.amount)),
    ),
    Check(
        "fils kept as booked by orders of account",
        select(LedgerEntry.account, func.sum(plain(LedgerEntry.amount)))
        .where(LedgerEntry.event.like(f"{BY_ORDER}%"))
        .group_by(LedgerEntry.account),
        select(Balance.account, plain(Balance.by_orders)),
    ),
    Check(
        "fils borne by the centre for order and account",
        select(
            ReturnedPieces.order_id,
            literal(CENTRE_LOSSES),
            func.sum(plain(ReturnedPieces.borne)),
        ).group_by(ReturnedPieces.order_id),
        booked_amounts(LedgerEntry.account == CENTRE_LOSSES),
    ),
    Check(
        "fils booked as fee for order and account",
        sum_of(
            select(Order.id, literal(DELIVERY_FEES), -plain(Order.fee)).where(DELIVERED),
            select(OrderReturn.order_id, literal(DELIVERY_FEES), plain(OrderReturn.fee)),
        ),
        booked_amounts(LedgerEntry.account == DELIVERY_FEES),
    ),
    Check(
        "fils booked as surcharge or discount for order and account",
        sum_of(
            select(Order.id, literal(EXTRA) + PART.c.key, -PART_FILS).where(DELIVERED),
            select(Order.id, LET_OFF, plain(Order.discount)).where(DELIVERED),
            select(OrderReturn.order_id, LET_OFF, -plain(OrderReturn.discount)),
        ),
        booked_amounts(LedgerEntry.account.startswith(EXTRA)),
    ),
    Check(
        "fils booked as cash for order and account",
        sum_of(
            select(Order.id, HELD_BY, plain(Order.taken)).where(DELIVERED),
            select(OrderReturn.order_id, literal(CASH), -plain(OrderReturn.refunded)),
        ),
        booked_amounts((LedgerEntry.account == CASH) | LedgerEntry.account.startswith(PURSE)),
    ),
    *(Check(*figures) for figures in PURSE_CHECKS),
    Check(
        "fils handed back for order",
        select(OrderReturn.order_id, func.sum(plain(OrderReturn.refunded))).group_by(
            OrderReturn.order_id
        ),
        select(Order.id, plain(Order.refunded)),
    ),
    Check(
        "fils of returned items of order",
        select(OrderLine.order_id, AMOUNT)
        .where(OrderLine.returned_at.is_not(None))
        .group_by(OrderLine.order_id),
        select(OrderReturn.order_id, func.sum(plain(OrderReturn.items))).group_by(
            OrderReturn.order_id
        ),
    ),
    Check(
        "facts of goods returned of order",
        select(OrderReturn.order_id, func.count()).group_by(OrderReturn.order_id),
        facts_of("goods-returned"),
    ),
    Check(
        "whether the shop offers product",
        select(Product.id, cast(can_be_had(), Integer)),
        select(Product.id, cast(Product.offered, Integer)),
    ),
    Check(
        "facts of the placing of order",
        select(Order.id, literal(1)),
        facts_of("order-placed"),
    ),
    Check(
        "facts of the delivery of order",
        select(Order.id, literal(1)).where(DELIVERED),
        facts_of("order-delivered"),
    ),
    Check(
        "facts of the refusing of order",
        select(Order.id, literal(1)).where(Order.state == OrderState.returned),
        facts_of("order-refused"),
    ),
    Check(
        "facts of the cancelling of order",
        select(Order.id, literal(1)).where(Order.state == OrderState.cancelled),
        facts_less("order-cancelled", "order-reinstated"),
    ),
    Check(
        "messages of who asked, last in waiting question",
        select(Question.id, literal(1)).where(Question.state.in_(WAITING)),
        select(QuestionMessage.question_id, literal(1))
        .join(Question, Question.id == QuestionMessage.question_id)
        .where(
            Question.state.in_(WAITING),
            QuestionMessage.by_staff.is_(False),
            QuestionMessage.id.in_(
                select(func.max(QuestionMessage.id)).group_by(QuestionMessage.question_id)
            ),
        ),
    ),
    Check(
        "whether stops are left in run",
        select(RunStop.run_id, literal(1)).where(LEFT).distinct(),
        select(Run.id, literal(1)).where(Run.state != RunState.done),
    ),
    Check(
        "whether there is still to deliver for stop of order",
        select(RunStop.order_id, literal(1)).where(LEFT),
        select(RunStop.order_id, literal(1))
        .join(Order, Order.id == RunStop.order_id)
        .where(LEFT, Order.state.in_(TO_DELIVER)),
    ),
)


async def discrepancies(session: AsyncSession) -> list[str]:
    """Every place where the books disagree, in plain English; none when all is right.

    While others write, ask in a `Database.snapshot`: an order that is placed between two of the
    sums would else show as a difference on PostgreSQL.
    """
    return [line for check in CHECKS for line in await differences(session, check)]


async def differences(session: AsyncSession, check: Check) -> list[str]:
    """Where the check's two figures differ."""
    expected = by_key(await session.execute(check.expected))
    found = by_key(await session.execute(check.found))
    return [
        f"{check.what} {', '.join(map(str, key))}: {found.get(key, 0)}, not {expected.get(key, 0)}"
        for key in sorted(expected.keys() | found.keys(), key=str)
        if found.get(key, 0) != expected.get(key, 0)
    ]


def by_key(rows: Iterable[Sequence[Any]]) -> dict[tuple[Any, ...], int]:
    """The last column of each row as a number, under all that stand before it."""
    return {tuple(row[:-1]): int(row[-1]) for row in rows}
