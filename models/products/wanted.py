"""What people keep of the shop's products: favourites, and sold-out ones to be told of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.base import insert_into
from models.kernel.facts import ProductBack, record
from models.kernel.paging import Page, page_of
from models.kernel.portions import count_rows
from models.kernel.refusals import NotFound, TooManyKept
from models.products.product_lists import ProductBrief, product_briefs
from models.products.tables import Product
from models.products.wanted_tables import Favourite, StockAlert

MOST_FAVOURITES = 100
MOST_ALERTS = 20
TOLD_AT_ONCE = 20
"""Of so many products that are there again people are told in one transaction."""


async def set_favourite(acting: Acting, product_id: int, *, on: bool) -> None:
    """Keep the product among the actor's favourites, or no more; twice is as once.

    Refuses: NotFound, TooManyKept.
    """
    await keep(acting, Favourite, product_id, MOST_FAVOURITES, on=on)


async def set_alert(acting: Acting, product_id: int, *, on: bool) -> None:
    """Tell the actor once when the product can be had again, or not; twice is as once.

    Refuses: NotFound, TooManyKept.
    """
    await keep(acting, StockAlert, product_id, MOST_ALERTS, on=on)


async def keep(acting: Acting, table: Any, product_id: int, most: int, *, on: bool) -> None:
    """Have the row of the actor and that product, at most so many of an actor; or have it not."""
    session, person_id = acting.session, acting.person_id
    mine = table.person_id == person_id
    if not on:
        await count_rows(session, delete(table).where(mine, table.product_id == product_id))
        return
    if await session.scalar(select(Product.id).where(Product.id == product_id)) is None:
        raise NotFound("product")
    others = select(func.count()).where(mine, table.product_id != product_id)
    if (await session.scalar(others) or 0) >= most:
        raise TooManyKept(most)
    row = {"person_id": person_id, "product_id": product_id, "since": acting.now}
    await session.execute(insert_into(session, table).values(row).on_conflict_do_nothing())


async def favourites_of(
    session: AsyncSession, person_id: int, page: int, per_page: int
) -> Page[ProductBrief]:
    """The person's favourites, the newest first; those that are not on sale are left out."""
    mine = (
        select(Favourite.product_id)
        .join(Product, Product.id == Favourite.product_id)
        .where(Favourite.person_id == person_id, ~Product.hidden)
    )
    newest = mine.order_by(Favourite.since.desc(), Favourite.product_id.desc())
    some = newest.limit(per_page + 1).offset(page * per_page)
    ids = list(await session.scalars(some))
    total = await session.scalar(select(func.count()).select_from(mine.subquery())) or 0
    briefs = await product_briefs(session, ids)
    return page_of(briefs, lambda brief: brief, page, per_page, total)


async def products_back(session: AsyncSession) -> list[int]:
    """Products that can be had again, of which somebody waits to be told; it only looks.

    It reads what is waited for, which is little, and never the catalogue.
    """
    waited_for = select(StockAlert.product_id).distinct().subquery()
    back = (
        select(Product.id)
        .join(waited_for, waited_for.c.product_id == Product.id)
        .where(Product.offered)
        .order_by(Product.id)
        .limit(TOLD_AT_ONCE)
    )
    return list(await session.scalars(back))


async def note_back(acting: Acting, product_id: int) -> None:
    """Write down that the product is there again, for everyone who waits: they wait no more."""
    gone = delete(StockAlert).where(StockAlert.product_id == product_id)
    people = await acting.session.scalars(
        gone.returning(StockAlert.person_id).execution_options(synchronize_session=False)
    )
    waited = tuple(sorted(people))
    if waited:
        record(acting, ProductBack(product_id, waited))
        await acting.session.flush()


async def wait_on(
    session: AsyncSession, product_id: int, people: Collection[int], now: datetime
) -> None:
    """Let these people wait on: the product was gone again before they could be told."""
    rows = [{"product_id": product_id, "person_id": each, "since": now} for each in people]
    if rows:
        adding = insert_into(session, StockAlert).values(rows)
        await session.execute(adding.on_conflict_do_nothing())
