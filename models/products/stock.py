"""The one stock, for hall and chat: it moves only here, and every movement is a row.

Each change is one conditional UPDATE under a check constraint, so that two who take the last
piece at once cannot both have it. Options are always taken in the order of their ids, and
products after all options, so that no two transactions wait for each other (`models.orders.holds`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Integer,
    Row,
    and_,
    bindparam,
    case,
    exists,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW, Base, Id, table_of
from models.kernel.facts import LastPieceSold, StockMoved, record
from models.kernel.prepared import prepared
from models.kernel.refusals import NotFound, OutOfStock
from models.products.tables import Option, Product


class Movement(StrEnum):
    """Why stock moved."""

    taken_in = "taken-in"
    counted = "counted"
    sold = "sold"
    returned = "returned"
    spoiled = "spoiled"
    given_back = "given-back"


class StockMovement(Base):
    """One movement; the sum of an option's movements is what is on hand."""

    __tablename__ = "stock_movements"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), index=True)
    change: Mapped[int]
    why: Mapped[str]
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"), index=True)
    note_id: Mapped[int | None] = mapped_column(ForeignKey("goods_notes.id"))
    sale_id: Mapped[int | None] = mapped_column(ForeignKey("hall_sales.id"))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]


class Take(msgspec.Struct, frozen=True, order=True):
    """So many pieces of an option (in a movement: negative when they leave the shelf)."""

    option_id: int
    quantity: int


def as_outgoing(takes: Iterable[Take]) -> list[Take]:
    """The takes as movements that leave the shelf: negative, in the order of their ids."""
    return [Take(part.option_id, -part.quantity) for part in sorted(takes)]


async def take_off(session: AsyncSession, parts: Sequence[Take]) -> dict[int, int]:
    """Take the pieces, which are negative and written down, off the shelf. Refuses: OutOfStock.

    Out come the options whose last piece that was, with the products that they belong to.
    """
    changed = await change_all(session, parts)
    for part in parts:
        if part.option_id not in changed:
            left = await session.scalar(select(Option.on_hand).where(Option.id == part.option_id))
            raise OutOfStock(part.option_id, left or 0)
    gone = {id_: row.product_id for id_, row in changed.items() if not row.on_hand}
    await refresh_offered(session, gone.values())
    return gone


async def give_back(acting: Acting, takes: Iterable[Take], order_id: int) -> None:
    """Put the pieces of an order back on the shelf."""
    parts = sorted(takes)
    await write_down(acting, parts, Movement.returned, order_id)
    await put_back(acting.session, parts)


async def put_back(session: AsyncSession, parts: Sequence[Take]) -> None:
    """Put pieces, which are written down already and in the order of their ids, on the shelf."""
    changed = await change_all(session, parts)
    back = {part.option_id: part.quantity for part in parts}
    came_back = {row.product_id for id_, row in changed.items() if row.on_hand == back[id_]}
    await refresh_offered(session, came_back)


async def exchange(session: AsyncSession, parts: Iterable[Take]) -> dict[int, int]:
    """Take pieces off the shelf (negative) and put others back on it, all in one.

    The movements are written down already. Out come the options whose last piece was taken, with
    the products that they belong to. Refuses: OutOfStock.
    """
    moved = sorted(part for part in parts if part.quantity)
    changed = await change_all(session, moved)
    for part in moved:
        if part.option_id not in changed:
            left = await session.scalar(select(Option.on_hand).where(Option.id == part.option_id))
            raise OutOfStock(part.option_id, left or 0)
    by = {part.option_id: part.quantity for part in moved}
    turned = {row.product_id for id_, row in changed.items() if row.on_hand in (0, by[id_])}
    await refresh_offered(session, turned)
    return {id_: row.product_id for id_, row in changed.items() if not row.on_hand}


def tell_last_pieces(acting: Acting, gone: Mapping[int, int]) -> None:
    """Write down that an order took the last piece of these options (with their products)."""
    for option_id, product_id in gone.items():
        record(acting, LastPieceSold(option_id, product_id))


async def write_off(
    acting: Acting, part: Take, order_id: int, why: Movement = Movement.counted
) -> None:
    """Pieces that an order had taken do not come back to the shelf.

    They return on paper and are taken away again, as missing (`counted`) or as `spoiled`: what is
    on hand stays as it is.
    """
    gone = Take(part.option_id, -part.quantity)
    await write_down(acting, [part], Movement.returned, order_id)
    await write_down(acting, [gone], why, order_id)


async def take_in(acting: Acting, option_id: int, quantity: int) -> int:
    """Goods received: so many more pieces; out comes what is on hand now.

    Refuses: NotFound (also for what is made to order or withdrawn). ValueError unless the quantity
    is positive.
    """
    if quantity <= 0:
        raise ValueError(f"goods taken in are one piece or more, not {quantity}")
    await lock_stocked(acting.session, option_id)
    return await staff_move(acting, Take(option_id, quantity), Movement.taken_in)


async def lock_stocked(session: AsyncSession, option_id: int) -> int:
    """What is on hand of an option on sale that has stock, and stays so until the transaction ends.

    Refuses: NotFound.
    """
    on_hand = await session.scalar(
        select(Option.on_hand)
        .join(Product, Product.id == Option.product_id)
        .where(Option.id == option_id, ~Option.withdrawn, ~Product.made_to_order)
        .with_for_update(key_share=True, of=Option)
    )
    if on_hand is None:
        raise NotFound("option")
    return on_hand


async def staff_move(acting: Acting, part: Take, why: Movement) -> int:
    """Staff change what is on hand by `part`; out comes what is on hand now."""
    row = await change_by(acting.session, part.option_id, part.quantity)
    if row is None:
        raise NotFound("option")
    await write_down(acting, [part], why)
    told = StockMoved(part.option_id, part.quantity, row.product_id, why.value, row.on_hand)
    record(acting, told)
    await refresh_offered(acting.session, [row.product_id])
    on_hand: int = row.on_hand
    return on_hand


class OnHand(NamedTuple):
    """What is on hand of an option now, and whose option it is."""

    on_hand: int
    product_id: int


async def change_all(session: AsyncSession, parts: Sequence[Take]) -> dict[int, OnHand]:
    """Change what is on hand of each option, unless it would fall below nothing.

    Out come the new `on_hand` and the `product_id` of those that were changed, by their ids. It is
    one statement, which locks the options in the order of their ids.
    """
    if not parts:
        return {}
    named: dict[str, int] = {}
    for at, part in enumerate(parts):
        named |= {f"id{at}": part.option_id, f"by{at}": part.quantity}
    rows = await session.execute(change_stock_statement(len(parts)), named)
    return {id_: OnHand(on_hand, product_id) for id_, on_hand, product_id in rows}


@cache
def change_stock_statement(count: int) -> Any:
    """The statement that changes what is on hand of so many options."""
    options = table_of(Option)
    ids = [bindparam(f"id{at}", type_=options.c.id.type) for at in range(count)]
    by = case(
        *((options.c.id == ids[at], bindparam(f"by{at}", type_=Integer)) for at in range(count))
    )
    held = (
        select(options.c.id)
        .where(options.c.id.in_(ids))
        .order_by(options.c.id)
        .with_for_update(key_share=True)
        .subquery()
    )
    return prepared(
        update(options)
        .where(options.c.id == held.c.id, options.c.on_hand + by >= 0)
        .values(on_hand=options.c.on_hand + by)
        .returning(options.c.id, options.c.on_hand, options.c.product_id)
    )


async def change_by(session: AsyncSession, option_id: int, change: int) -> Row[int, int] | None:
    """Change what is on hand unless it would fall below nothing: then None, and no change."""
    changed = await session.execute(
        update(Option)
        .where(Option.id == option_id, Option.on_hand + change >= 0)
        .values(on_hand=Option.on_hand + change)
        .returning(Option.on_hand, Option.product_id)
        .execution_options(synchronize_session=BY_ROW)
    )
    return changed.first()


movements = table_of(StockMovement)
ADD_MOVEMENTS = prepared(
    insert(movements).values(
        {each.name: bindparam(each.name) for each in movements.c if each.name != "id"}
    )
)


async def write_down(
    acting: Acting,
    parts: Iterable[Take],
    why: Movement,
    order_id: int | None = None,
    *,
    note_id: int | None = None,
    sale_id: int | None = None,
) -> None:
    """Keep the movements, one row for each option; of which order, note or sale they are."""
    rows = [
        {
            "option_id": part.option_id,
            "change": part.quantity,
            "why": why.value,
            "order_id": order_id,
            "note_id": note_id,
            "sale_id": sale_id,
            "actor_id": acting.actor_id,
            "at": acting.now,
        }
        for part in parts
    ]
    if rows:
        await acting.session.execute(ADD_MOVEMENTS, rows)


async def refresh_offered(session: AsyncSession, product_ids: Iterable[int]) -> None:
    """Make `offered` true again for the products: shown, and something of them can be had now.

    The products are locked by a statement of their own first: only the next one sees what others
    took of their other options meanwhile.
    """
    ids = set(product_ids)
    if not ids:
        return
    locked = await session.scalars(
        select(Product.id)
        .where(Product.id.in_(ids))
        .order_by(Product.id)
        .with_for_update(key_share=True)
    )
    for product_id in locked.all():
        await session.execute(
            update(Product)
            .where(Product.id == product_id, Product.offered != can_be_had())
            .values(offered=~Product.offered)
        )


def can_be_had() -> ColumnElement[bool]:
    """Whether a product is shown and one of its options can be ordered now."""
    had = exists().where(
        Option.product_id == Product.id,
        ~Option.withdrawn,
        or_(Product.made_to_order, Option.on_hand > 0),
    )
    return and_(~Product.hidden, had)
