"""A product that was entered by mistake is deleted for good, while nobody has ordered it.

What hangs on it goes with it: photos, search, favourites, whoever waited for it, and its lines in
people's carts. Its goods are written off as counted: the facts tell of them, so that the day book
agrees.

It takes the whole lock of the options by their ids, then of the product (`models.orders.holds`):
whoever orders one meanwhile holds it first (`models.orders.held_things`), and so does who puts one
into a cart.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import ColumnElement, delete, func, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.facts import ProductDeleted, StockMoved, record
from models.kernel.refusals import NotFound, OrderedAlready
from models.orders.cart_lines import CartLine
from models.orders.product_family import was_ordered, whole_product
from models.products.production import MakingDay
from models.products.search.index import unindex_product
from models.products.stock import Movement, StockMovement
from models.products.tables import Option, Product, ProductPhoto
from models.products.wanted_tables import Favourite, OptionAlert, StockAlert


class HangsOn(msgspec.Struct, frozen=True):
    """What a product takes with it: photos, pieces on hand, and how many people keep it."""

    photos: int = 0
    pieces: int = 0
    carts: int = 0
    favourites: int = 0
    waiting: int = 0


def options_of(product_id: int) -> Any:
    """The look-up of the ids of all options of the product, withdrawn ones too."""
    return select(Option.id).where(Option.product_id == product_id)


async def hangs_on(session: AsyncSession, product_id: int) -> HangsOn:
    """What would go with the product."""
    in_carts = CartLine.option_id.in_(options_of(product_id))
    pieces = func.coalesce(func.sum(Option.on_hand), 0)
    waiting = union(
        select(StockAlert.person_id).where(StockAlert.product_id == product_id),
        select(OptionAlert.person_id).where(OptionAlert.option_id.in_(options_of(product_id))),
    )
    counts = (
        select(func.count()).where(ProductPhoto.product_id == product_id),
        select(pieces).where(Option.product_id == product_id),
        select(func.count(CartLine.person_id.distinct())).where(in_carts),
        select(func.count()).where(Favourite.product_id == product_id),
        select(func.count()).select_from(waiting.subquery()),
    )
    row = (await session.execute(select(*(each.scalar_subquery() for each in counts)))).one()
    return HangsOn(*map(int, row))


async def clear_product(acting: Acting, product_id: int) -> Product:
    """Delete all that hangs on the product, and hold it whole; who has it in a cart is told.

    Let `drop_product` follow. Refuses: NotFound, OrderedAlready.
    """
    session = acting.session
    options = await whole_options(session, product_id)
    product = await whole_product(session, product_id)
    if await was_ordered(session, product_id):
        raise OrderedAlready
    ids = [option.id for option in options]
    in_carts = CartLine.option_id.in_(ids)
    people = await session.scalars(select(CartLine.person_id).where(in_carts).distinct())
    told = ProductDeleted(product_id, product.name_ar, product.name_en, tuple(sorted(people)))
    write_goods_off(acting, options)
    for table, own in (
        (CartLine, in_carts),
        (StockMovement, StockMovement.option_id.in_(ids)),
        (Favourite, Favourite.product_id == product_id),
        (StockAlert, StockAlert.product_id == product_id),
        (OptionAlert, OptionAlert.option_id.in_(ids)),
        (ProductPhoto, ProductPhoto.product_id == product_id),
        (MakingDay, MakingDay.product_id == product_id),
        (Option, Option.id.in_(ids)),
    ):
        await drop(session, table, own)
    for option in options:
        session.expunge(option)
    record(acting, told)
    await session.flush()
    return product


async def drop_product(session: AsyncSession, product: Product) -> None:
    """Delete a product on which nothing hangs any more; it is found no more."""
    await unindex_product(session, product.id)
    session.expunge(product)
    await drop(session, Product, Product.id == product.id)


async def whole_options(session: AsyncSession, product_id: int) -> list[Option]:
    """All options of the product, which nobody comes to name until the commit. Refuses: NotFound.

    One that was added while this waited is among them: only a statement of its own sees it.
    """
    own = select(Option).where(Option.product_id == product_id).order_by(Option.id)
    for _ in range(2):
        locked = own.with_for_update().execution_options(populate_existing=True)
        found = list(await session.scalars(locked))
    if not found:
        raise NotFound("product")
    return found


def write_goods_off(acting: Acting, options: list[Option]) -> None:
    """Write down of each option with pieces on hand that none of them are there."""
    for option in options:
        if option.on_hand:
            counted = StockMoved(
                option.id, -option.on_hand, option.product_id, Movement.counted.value, 0
            )
            record(acting, counted)


async def drop(session: AsyncSession, table: Any, own: ColumnElement[bool]) -> None:
    """Delete those rows; what of them is held in memory is not looked through."""
    await session.execute(delete(table).where(own).execution_options(synchronize_session=False))
