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
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Integer,
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
from models.kernel.base import Base, Id, table_of
from models.kernel.facts import LastPieceSold, StockMoved, record
from models.kernel.prepared import prepared
from models.kernel.refusals import NotFound, OutOfStock
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.products.low_stock import OnHand, note_filled, note_low
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


async def take_off(session: AsyncSession, parts: Sequence[Take]) -> dict[int, OnHand]:
    """Take the pieces, which are negative and written down, off the shelf. Refuses: OutOfStock.

    Out comes what is on hand of each option now, for `tell_what_is_left`.
    """
    changed = await move_all(session, parts)
    await refresh_offered(session, [row.product_id for row in changed.values() if not row.on_hand])
    return changed


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


async def exchange(session: AsyncSession, parts: Iterable[Take]) -> dict[int, OnHand]:
    """Take pieces off the shelf (negative) and put others back on it, all in one.

    The movements are written down already. Out comes what is on hand now of each option of which
    pieces were taken, for `tell_what_is_left`. Refuses: OutOfStock.
    """
    moved = sorted(part for part in parts if part.quantity)
    changed = await move_all(session, moved)
    by = {part.option_id: part.quantity for part in moved}
    turned = {row.product_id for id_, row in changed.items() if row.on_hand in (0, by[id_])}
    await refresh_offered(session, turned)
    return {id_: row for id_, row in changed.items() if by[id_] < 0}


async def move_all(session: AsyncSession, parts: Sequence[Take]) -> dict[int, OnHand]:
    """Change what is on hand of every option, which are in the order of their ids, or of none.

    Refuses: OutOfStock.
    """
    changed = await change_all(session, parts)
    for part in parts:
        if part.option_id not in changed:
            left = await session.scalar(select(Option.on_hand).where(Option.id == part.option_id))
            raise OutOfStock(part.option_id, left or 0)
    return changed


async def tell_what_is_left(acting: Acting, left: Mapping[int, OnHand], low_stock: int) -> None:
    """Write down of which of these options, of which some were sold, the last piece is gone.

    And which of them run low since, by their own limit or by `low_stock`.
    """
    sold_out = [option_id for option_id, row in left.items() if not row.on_hand]
    for option_id in sold_out:
        record(acting, LastPieceSold(option_id, left[option_id].product_id))
    await note_low(acting, left, list(left), low_stock, sold_out)


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


async def take_in(
    acting: Acting, option_id: int, quantity: int, terms: ShopTerms = DEFAULT_TERMS
) -> int:
    """Goods received: so many more pieces; out comes what is on hand now.

    Refuses: NotFound (also for what is made to order or withdrawn). ValueError unless the quantity
    is positive.
    """
    if quantity <= 0:
        raise ValueError(f"goods taken in are one piece or more, not {quantity}")
    await lock_stocked(acting.session, option_id)
    return await staff_move(acting, Take(option_id, quantity), Movement.taken_in, terms)


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


async def staff_move(
    acting: Acting, part: Take, why: Movement, terms: ShopTerms = DEFAULT_TERMS
) -> int:
    """Staff change what is on hand by `part`; out comes what is on hand now. Refuses: NotFound."""
    changed = await change_all(acting.session, [part])
    if part.option_id not in changed:
        raise NotFound("option")
    await write_down(acting, [part], why)
    await tell_of_staff_moves(acting, [part], why, changed, terms)
    now = changed[part.option_id]
    await refresh_offered(acting.session, [now.product_id])
    return now.on_hand


async def tell_of_staff_moves(
    acting: Acting,
    parts: Sequence[Take],
    why: Movement,
    now: Mapping[int, OnHand],
    terms: ShopTerms,
) -> None:
    """Write down what staff moved, what runs low since, and what was filled up."""
    for part in parts:
        row = now[part.option_id]
        told = StockMoved(part.option_id, part.quantity, row.product_id, why.value, row.on_hand)
        record(acting, told)
    fallen = [part.option_id for part in parts if part.quantity < 0]
    await note_low(acting, now, fallen, terms.low_stock)
    filled = [part.option_id for part in parts if part.quantity > 0]
    await note_filled(acting, now, filled, terms.low_stock)


async def change_all(session: AsyncSession, parts: Sequence[Take]) -> dict[int, OnHand]:
    """Change what is on hand of each option, unless it would fall below nothing.

    Out comes what is on hand now of those that were changed, by their ids. It is one statement,
    which locks the options in the order of their ids.
    """
    if not parts:
        return {}
    named: dict[str, int] = {}
    for at, part in enumerate(parts):
        named |= {f"id{at}": part.option_id, f"by{at}": part.quantity}
    rows = await session.execute(change_stock_statement(len(parts)), named)
    return {id_: OnHand(*now) for id_, *now in rows}


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
        .returning(
            *(options.c.id, options.c.on_hand, options.c.product_id),
            *(options.c.low_limit, options.c.low_told),
        )
    )


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
