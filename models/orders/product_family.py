"""A product that was entered under the wrong family, put under the right one.

While nothing of it was ordered, whoever keeps the catalogue does it. What was ordered is put right
by finance: every line of it is the right family's from then on, and so are its figures on the days
on which it was ordered; what delivered orders credited to the wrong family goes over by an event of
its own for each order, and no entry is changed.

It locks the orders first and then the product (`models.orders.holds`), whole: so that nobody writes
another line of it meanwhile (`models.orders.held_things`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import NO_BAZAAR, DayFigures, move_days
from models.accounting.ledger import Booking, book_all, family_account
from models.families.families import Family
from models.kernel.acting import Acting
from models.kernel.calendar import dubai_day
from models.kernel.facts import FactRow, ProductMoved, record, tag_of
from models.kernel.money import Money, plain, total
from models.kernel.refusals import NotFound, OrderedAlready, SalesMovedOn
from models.orders.returns import ReturnedPieces
from models.orders.states import OPEN, VOID, OrderState
from models.orders.tables import Order, OrderLine
from models.orders.transitions import lock_orders
from models.products.search.queries import index_product
from models.products.tables import Option, Product


class ProductSales(msgspec.Struct, frozen=True):
    """What was ordered of a product, by order: what each credited to its family, what is open.

    `orders` are all that ever named it, also cancelled ones and those of which it was struck.
    """

    product_id: int
    family_id: int
    orders: tuple[int, ...] = ()
    credited_by: tuple[tuple[int, Money], ...] = ()
    days: tuple[DayFigures, ...] = ()

    @property
    def credited(self) -> Money:
        """What delivered orders credited to the family for it."""
        return total(amount for _, amount in self.credited_by)

    @property
    def open_amount(self) -> Money:
        """What of it is in orders that are on their way."""
        return total(day.on_its_way for day in self.days)

    @property
    def mark(self) -> str:
        """A fingerprint (8 hex digits): another one when something of it moved since."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:8]


class SoldBeside(msgspec.Struct, frozen=True):
    """What was sold of a product otherwise than by orders.

    That is its part of the family's figures, and what was credited to her, by the name of the
    event that did so.
    """

    days: tuple[DayFigures, ...] = ()
    credited: tuple[tuple[str, Money], ...] = ()


NOTHING_BESIDE = SoldBeside()


def own_lines(product_id: int) -> ColumnElement[bool]:
    """The condition on lines that they are of the product; its options have an index there."""
    return OrderLine.option_id.in_(select(Option.id).where(Option.product_id == product_id))


async def was_ordered(session: AsyncSession, product_id: int) -> bool:
    """Whether any order ever named the product, be it cancelled since."""
    found = select(exists().where(own_lines(product_id)))
    return bool(await session.scalar(found))


async def sales_of(session: AsyncSession, product_id: int) -> ProductSales:
    """What was ordered of the product until now. Refuses: NotFound."""
    family_id = await session.scalar(select(Product.family_id).where(Product.id == product_id))
    if family_id is None:
        raise NotFound("product")
    named = select(OrderLine.order_id).where(own_lines(product_id)).distinct()
    orders = await session.scalars(named.order_by(OrderLine.order_id))
    return ProductSales(
        product_id,
        family_id,
        tuple(orders),
        await credited_by_orders(session, product_id),
        await days_of(session, product_id),
    )


KEPT = (OrderLine.struck_at.is_(None), OrderLine.returned_at.is_(None))
AMOUNT: ColumnElement[Any] = plain(OrderLine.price) * OrderLine.quantity


async def credited_by_orders(
    session: AsyncSession, product_id: int
) -> tuple[tuple[int, Money], ...]:
    """What each order credited for the product: what was delivered and kept, and what was borne."""
    sums: dict[int, int] = {}
    for statement in (select_delivered(product_id), select_borne(product_id)):
        for order_id, fils in await session.execute(statement):
            sums[order_id] = sums.get(order_id, 0) + int(fils)
    return tuple((order_id, Money(fils)) for order_id, fils in sorted(sums.items()) if fils)


def select_delivered(product_id: int) -> Select[*tuple[Any, ...]]:
    """The look-up of what was delivered of it and kept, in fils by order."""
    return (
        select(OrderLine.order_id, func.sum(AMOUNT))
        .join(Order, Order.id == OrderLine.order_id)
        .where(own_lines(product_id), *KEPT, Order.state == OrderState.delivered)
        .group_by(OrderLine.order_id)
    )


def select_borne(product_id: int) -> Select[*tuple[Any, ...]]:
    """The look-up of what the centre bore of it, in fils by order."""
    return (
        select(ReturnedPieces.order_id, func.sum(plain(ReturnedPieces.borne)))
        .join(OrderLine, OrderLine.id == ReturnedPieces.line_id)
        .where(own_lines(product_id))
        .group_by(ReturnedPieces.order_id)
    )


async def days_of(session: AsyncSession, product_id: int) -> tuple[DayFigures, ...]:
    """The product's part of the families' figures, by day and bazaar."""
    is_open = Order.state.in_(OPEN)
    rows = await session.execute(
        select(
            Order.placed_at,
            func.coalesce(Order.bazaar_id, NO_BAZAAR),
            OrderLine.quantity,
            AMOUNT,
            case((is_open, AMOUNT), else_=0),
        )
        .join(Order, Order.id == OrderLine.order_id)
        .where(own_lines(product_id), *KEPT, Order.state.not_in(VOID))
    )
    sums: dict[tuple[Any, int], tuple[int, int, int]] = {}
    for placed_at, bazaar_id, *figures in rows:
        key = (dubai_day(placed_at), bazaar_id)
        so_far = sums.get(key, (0, 0, 0))
        pieces, amount, open_now = (a + int(b) for a, b in zip(so_far, figures, strict=True))
        sums[key] = (pieces, amount, open_now)
    return tuple(
        DayFigures(day, bazaar_id, pieces, Money(amount), Money(on_its_way))
        for (day, bazaar_id), (pieces, amount, on_its_way) in sorted(sums.items())
    )


async def set_family(acting: Acting, product_id: int, family_id: int) -> None:
    """Put a product of which nothing was ordered yet under another family; twice is as once.

    Refuses: NotFound, OrderedAlready.
    """
    product = await whole_product(acting.session, product_id, family_id)
    if await was_ordered(acting.session, product_id):
        raise OrderedAlready
    if product.family_id != family_id:
        was_id = await put_under(acting.session, product, family_id)
        record(acting, ProductMoved(product_id, family_id, was_id))
        await acting.session.flush()


async def correct_family(
    acting: Acting,
    product_id: int,
    family_id: int,
    mark: str,
    reason: str,
    beside: SoldBeside = NOTHING_BESIDE,
) -> None:
    """Put a product and all that was ordered of it under another family; twice is as once.

    `mark` is that of the sales that were shown. What was credited to the wrong family goes over to
    the right one, order by order, and event by event what was sold `beside` them. Whether the actor
    may do it is the caller's to ask (Permission.finance). Refuses: NotFound, SalesMovedOn.
    ValueError without a reason.
    """
    if not reason:
        raise ValueError("what was credited goes over for a reason")
    session = acting.session
    held = await hold_orders(session, product_id)
    product = await whole_product(session, product_id, family_id)
    if product.family_id == family_id:
        return
    sales = await sales_of(session, product_id)
    if sales.mark != mark or set(sales.orders) != set(held):
        raise SalesMovedOn
    number = await moved_before(session, product_id) + 1
    was_id = await put_under(session, product, family_id)
    await move_lines(session, product_id, family_id)
    credits = [*credits_of(sales), *((*each, None) for each in beside.credited)]
    credited = total(amount for _, amount, _ in credits)
    figures = (len(credits), credited, sales.open_amount)
    record(acting, ProductMoved(product_id, family_id, was_id, reason, *figures))
    await session.flush()
    await move_days(session, was_id, family_id, (*sales.days, *beside.days))
    what = f"moved:{product_id}:{number}"
    await book_all(acting, [credit_over(was_id, family_id, each, what) for each in credits])


async def hold_orders(session: AsyncSession, product_id: int) -> Collection[int]:
    """Hold all orders that ever named the product until the commit; out come their ids."""
    named = select(OrderLine.order_id).where(own_lines(product_id))
    return await lock_orders(session, Order.id.in_(named))


def credits_of(sales: ProductSales) -> list[tuple[str, Money, int | None]]:
    """What each order credited: the event's beginning, the amount and the order."""
    return [(f"order:{order_id}", amount, order_id) for order_id, amount in sales.credited_by]


async def whole_product(session: AsyncSession, product_id: int, *families: int) -> Product:
    """The product, which no order, cart or index comes to name until the commit.

    Her family and these keep their names meanwhile: who renames one of them indexes her products,
    and would hold the index that is wanted next. Refuses: NotFound.
    """
    of_product = select(Product.family_id).where(Product.id == product_id)
    held = select(Family.id).where(or_(Family.id.in_(families), Family.id.in_(of_product)))
    await session.execute(held.order_by(Family.id).with_for_update(read=True, key_share=True))
    product = await session.get(Product, product_id, with_for_update=True, populate_existing=True)
    if product is None:
        raise NotFound("product")
    return product


async def put_under(session: AsyncSession, product: Product, family_id: int) -> int:
    """Let the product be that family's, and be found by her name; out comes whose it was.

    Refuses: NotFound.
    """
    if await session.get(Family, family_id) is None:
        raise NotFound("family")
    was_id, product.family_id = product.family_id, family_id
    await session.flush()
    await index_product(session, product.id)
    return was_id


async def move_lines(session: AsyncSession, product_id: int, family_id: int) -> None:
    """Let every line of the product be that family's, and what came back of it."""
    lines = select(OrderLine.id).where(own_lines(product_id))
    for table, own in (
        (OrderLine, own_lines(product_id)),
        (ReturnedPieces, ReturnedPieces.line_id.in_(lines)),
    ):
        changing = update(table).where(own).values(family_id=family_id)
        await session.execute(changing.execution_options(synchronize_session=False))


async def moved_before(session: AsyncSession, product_id: int) -> int:
    """How often the product was put under another family already."""
    of_kind = (FactRow.product_id == product_id, FactRow.kind == tag_of(ProductMoved))
    return await session.scalar(select(func.count()).where(*of_kind)) or 0


def credit_over(
    was_id: int, now_id: int, credited: tuple[str, Money, int | None], what: str
) -> Booking:
    """The event that takes what was credited off the one family and credits the other."""
    beginning, amount, order_id = credited
    sides = {family_account(was_id): amount, family_account(now_id): -amount}
    return Booking(f"{beginning}:{what}", sides, order_id)
