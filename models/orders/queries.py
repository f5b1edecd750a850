"""The order book: orders as customers and staff see them, without the delivery code.

The code has a query of its own, for its customer alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.facts import OrderDelivered
from models.kernel.money import NOTHING, Money
from models.kernel.prepared import prepared
from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader
from models.orders.delivery_plan import Target
from models.orders.pricing import Amounts
from models.orders.states import OrderState, sources
from models.orders.tables import CODE_TRIES, Order, OrderLine


class OrderLineView(msgspec.Struct, frozen=True):
    """What was ordered, in the words and at the price of that moment.

    It is struck when it was missing, and `returned` when it came back after the delivery. `wish`
    is what the customer asks of its maker.
    """

    id: int
    option_id: int
    product_id: int
    family_id: int
    brand_ar: str
    brand_en: str
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    price: Money
    quantity: int
    making_day: date | None
    struck: bool
    struck_reason: str
    wish: str = ""
    returned: bool = False

    @property
    def amount(self) -> Money:
        """What the line comes to."""
        return self.price * self.quantity


class OrderView(msgspec.Struct, frozen=True):
    """Everything that a screen needs of an order; struck lines are among the lines.

    `placed_by` is the member of staff who placed it for a customer that telephoned, else None.
    `on_hold`: a manager is to say yes before it is accepted.

    `reason` is the last one given: for cash that differed, a failed delivery, a cancellation.
    """

    id: int
    number: str
    person_id: int
    bazaar_id: int | None
    state: str
    placed_at: datetime
    moved_at: datetime
    name: str
    phone: str
    emirate: str
    area: str
    address: str
    latitude: float | None
    longitude: float | None
    zone: int
    note: str
    day: date
    window: str
    window_asked_at: datetime | None
    amounts: Amounts
    taken: Money | None
    reason: str
    wrong_codes: int
    placed_by: int | None
    lines: tuple[OrderLineView, ...]
    on_hold: bool = False
    refunded: Money = NOTHING

    @property
    def total(self) -> Money:
        """What is to be paid."""
        return self.amounts.total

    @property
    def target(self) -> Target:
        """Where it goes to, as far as the plan of deliveries tells it apart."""
        return Target(self.emirate, self.zone)

    @property
    def at_hall(self) -> bool:
        """Whether its customer fetches it at the hall."""
        return self.target.at_hall

    @property
    def at_handover(self) -> bool:
        """Whether it can be handed over now: it is out, or packed where it is fetched."""
        return self.state in sources(OrderDelivered, at_hall=self.at_hall)

    @property
    def live_lines(self) -> tuple[OrderLineView, ...]:
        """The lines that were neither struck nor returned."""
        return tuple(line for line in self.lines if not (line.struck or line.returned))

    @property
    def sold_lines(self) -> tuple[OrderLineView, ...]:
        """The lines that are or were to be delivered, also those that were returned since."""
        return tuple(line for line in self.lines if not line.struck)

    @property
    def pieces(self) -> int:
        """How many pieces are delivered."""
        return sum(line.quantity for line in self.live_lines)

    @property
    def code_locked(self) -> bool:
        """Whether so many wrong codes were given that only a manager can confirm."""
        return self.wrong_codes >= CODE_TRIES


class OrderBrief(msgspec.Struct, frozen=True):
    """An order's row in a list, with what names it: its first thing's names, and how many things.

    What was struck names an order, and is counted, only where that is all.
    """

    id: int
    number: str
    state: str
    placed_at: datetime
    day: date
    window: str
    name: str
    emirate: str
    area: str
    total: Money
    by_telephone: bool
    first_ar: str
    first_en: str
    things: int


def of_first_line(wanted: Any) -> Any:
    """What is wanted of the order's first line: one that was not struck, where there is one."""
    first = select(wanted).where(OrderLine.order_id == Order.id).correlate(Order)
    return first.order_by(OrderLine.struck_at.is_not(None), OrderLine.id).limit(1).scalar_subquery()


STANDING_LINES = (
    select(func.count())
    .where(OrderLine.order_id == Order.id, OrderLine.struck_at.is_(None))
    .correlate(Order)
    .scalar_subquery()
)

ORDER_ROW = RowReader(
    OrderView,
    apart=("lines", "amounts"),
    id=Order.id,
    number=Order.number,
    person_id=Order.person_id,
    bazaar_id=Order.bazaar_id,
    state=Order.state,
    placed_at=Order.placed_at,
    moved_at=Order.moved_at,
    name=Order.name,
    phone=Order.phone,
    emirate=Order.emirate,
    area=Order.area,
    address=Order.address,
    latitude=Order.latitude,
    longitude=Order.longitude,
    zone=Order.zone,
    note=Order.note,
    day=Order.day,
    window=Order.window,
    window_asked_at=Order.window_asked_at,
    taken=Order.taken,
    reason=Order.reason,
    wrong_codes=Order.wrong_codes,
    placed_by=Order.placed_by,
    on_hold=Order.on_hold,
    refunded=Order.refunded,
)
AMOUNTS_ROW = RowReader(
    Amounts,
    items=Order.items,
    fee=Order.fee,
    surcharges=Order.surcharges,
    discount=Order.discount,
)
ORDER = select(*ORDER_ROW.columns, *AMOUNTS_ROW.columns)
LINE_ROW = RowReader(
    OrderLineView,
    id=OrderLine.id,
    option_id=OrderLine.option_id,
    product_id=OrderLine.product_id,
    family_id=OrderLine.family_id,
    brand_ar=Family.brand_ar,
    brand_en=Family.brand_en,
    name_ar=OrderLine.name_ar,
    name_en=OrderLine.name_en,
    label_ar=OrderLine.label_ar,
    label_en=OrderLine.label_en,
    price=OrderLine.price,
    quantity=OrderLine.quantity,
    making_day=OrderLine.making_day,
    struck=OrderLine.struck_at.is_not(None),
    struck_reason=OrderLine.struck_reason,
    wish=OrderLine.wish,
    returned=OrderLine.returned_at.is_not(None),
)
LINES = (
    select(*LINE_ROW.columns).join(Family, Family.id == OrderLine.family_id).order_by(OrderLine.id)
)
BRIEF_ROW = RowReader(
    OrderBrief,
    id=Order.id,
    number=Order.number,
    state=Order.state,
    placed_at=Order.placed_at,
    day=Order.day,
    window=Order.window,
    name=Order.name,
    emirate=Order.emirate,
    area=Order.area,
    total=Order.total,
    by_telephone=Order.placed_by.is_not(None),
    first_ar=of_first_line(OrderLine.name_ar),
    first_en=of_first_line(OrderLine.name_en),
    things=STANDING_LINES,
)
BRIEF = select(*BRIEF_ROW.columns)


OF_ID = prepared(ORDER.where(Order.id == bindparam("order_id")))
OF_PERSON = prepared(
    ORDER.where(Order.id == bindparam("order_id"), Order.person_id == bindparam("person_id"))
)
LINES_OF = prepared(LINES.where(OrderLine.order_id == bindparam("order_id")))


async def order_of(session: AsyncSession, person_id: int, order_id: int) -> OrderView:
    """The person's own order. Refuses: NotFound, when it is not theirs too."""
    return await view_of(session, OF_PERSON, {"order_id": order_id, "person_id": person_id})


async def order_for_staff(session: AsyncSession, order_id: int) -> OrderView:
    """Any order. Refuses: NotFound."""
    return await view_of(session, OF_ID, {"order_id": order_id})


async def view_of(
    session: AsyncSession, chosen: Select[*tuple[Any, ...]], params: dict[str, Any] | None = None
) -> OrderView:
    """The order that `chosen` finds, with its lines. Refuses: NotFound("order")."""
    row: Sequence[Any] | None = (await session.execute(chosen, params)).first()
    if row is None:
        raise NotFound("order")
    lines: Iterable[Sequence[Any]] = await session.execute(LINES_OF, {"order_id": row[0]})
    amounts = AMOUNTS_ROW.read(row[len(ORDER_ROW.columns) :])
    return ORDER_ROW.read(row, amounts=amounts, lines=tuple(map(LINE_ROW.read, lines)))


async def delivery_code(session: AsyncSession, person_id: int, order_id: int) -> str:
    """The four digits that the customer tells at the door; the customer's own order alone.

    Refuses: NotFound. Nothing else in the shop reads the code.
    """
    code = await session.scalar(
        select(Order.code).where(Order.id == order_id, Order.person_id == person_id)
    )
    if code is None:
        raise NotFound("order")
    return code


async def order_by_number(session: AsyncSession, number: str) -> int | None:
    """The id of the order with that number (six digits)."""
    found: int | None = await session.scalar(select(Order.id).where(Order.number == number))
    return found


async def placed_since(
    session: AsyncSession, person_id: int, since: datetime
) -> tuple[int, bool] | None:
    """The latest order that the person placed since then (UTC) and that nobody has accepted yet.

    With it comes whether it is the person's own; else it was placed for somebody who telephoned.
    """
    found = (
        select(Order.id, Order.placed_by.is_(None))
        .where(
            or_(Order.person_id == person_id, Order.placed_by == person_id),
            or_(Order.placed_by.is_(None), Order.placed_by == person_id),
            Order.state == OrderState.placed,
            Order.placed_at >= since,
        )
        .order_by(Order.id.desc())
        .limit(1)
    )
    row = (await session.execute(found)).first()
    return None if row is None else (row[0], bool(row[1]))


async def count_by_state(
    session: AsyncSession,
    states: Collection[OrderState] = tuple(OrderState),
    *only: ColumnElement[bool],
) -> dict[str, int]:
    """How many orders there are in each of the states; a state without orders is not in it.

    Those alone are counted for which `only` holds.
    """
    counted = select(Order.state, func.count()).where(Order.state.in_(states), *only)
    return {row[0]: row[1] for row in await session.execute(counted.group_by(Order.state))}
