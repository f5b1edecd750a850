"""What people keep of the shop's products: favourites, and sold-out ones to be told of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.base import insert_into
from models.kernel.facts import ProductBack, record
from models.kernel.paging import Page, page_of
from models.kernel.portions import count_rows
from models.kernel.refusals import NotFound, TooManyKept
from models.products.product_lists import ProductBrief, product_briefs
from models.products.tables import Option, Product
from models.products.wanted_tables import Favourite, OptionAlert, StockAlert

MOST_FAVOURITES = 100
MOST_ALERTS = 20
TOLD_AT_ONCE = 20
"""Of so many products, and of so many options, that are there again people are told in one go."""


class Back(NamedTuple):
    """What can be had again: a product, or of several that option (else 0)."""

    product_id: int
    option_id: int = 0


async def set_favourite(acting: Acting, product_id: int, *, on: bool) -> None:
    """Keep the product among the actor's favourites, or no more; twice is as once.

    Refuses: NotFound, TooManyKept.
    """
    await keep(acting, Favourite.product_id, product_id, MOST_FAVOURITES, on=on)


async def set_alert(acting: Acting, back: Back, *, on: bool) -> None:
    """Tell the actor once when that can be had again, or not; twice is as once.

    Refuses: NotFound, TooManyKept.
    """
    of, thing_id = waiting_for(back)
    await keep(acting, of, thing_id, MOST_ALERTS, on=on)


async def keep(acting: Acting, of: Any, thing_id: int, most: int, *, on: bool) -> None:
    """Have the row of the actor and that thing, at most so many of an actor; or have it not.

    `of` is the column that names the thing: a product, or an option.
    """
    session, person_id, table = acting.session, acting.person_id, of.class_
    mine = table.person_id == person_id
    if not on:
        await count_rows(session, delete(table).where(mine, of == thing_id))
        return
    things = Option.id if table is OptionAlert else Product.id
    # Nobody deletes it before the row names it.
    there = select(things).where(things == thing_id).with_for_update(read=True, key_share=True)
    if await session.scalar(there) is None:
        raise NotFound("product")
    if (await session.scalar(select(func.count()).where(mine, of != thing_id)) or 0) >= most:
        raise TooManyKept(most)
    row = {"person_id": person_id, of.key: thing_id, "since": acting.now}
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


async def what_is_back(session: AsyncSession) -> list[Back]:
    """What can be had again, and somebody waits to be told of; it only looks.

    It reads what is waited for, which is little, and never the catalogue.
    """
    waited_for = select(StockAlert.product_id).distinct().subquery()
    products = (
        select(Product.id)
        .join(waited_for, waited_for.c.product_id == Product.id)
        .where(Product.offered)
        .order_by(Product.id)
        .limit(TOLD_AT_ONCE)
    )
    options_waited_for = select(OptionAlert.option_id).distinct().subquery()
    options = (
        select(Option.product_id, Option.id)
        .join(options_waited_for, options_waited_for.c.option_id == Option.id)
        .join(Product, Product.id == Option.product_id)
        .where(Option.on_hand > 0, ~Option.withdrawn, Product.offered)
        .order_by(Option.id)
        .limit(TOLD_AT_ONCE)
    )
    whole = [Back(product_id) for product_id in await session.scalars(products)]
    return [*whole, *(Back(*row) for row in await session.execute(options))]


async def can_be_had(session: AsyncSession, back: Back) -> bool:
    """Whether that can be had now; the rows are read anew."""
    product = await session.get(Product, back.product_id, populate_existing=True)
    if product is None or not product.offered or not back.option_id:
        return product is not None and product.offered
    option = await session.get(Option, back.option_id, populate_existing=True)
    return option is not None and option.on_hand > 0 and not option.withdrawn


async def note_back(acting: Acting, back: Back) -> None:
    """Write down that it is there again, for everyone who waits: they wait no more."""
    of, thing_id = waiting_for(back)
    gone = delete(of.class_).where(of == thing_id).returning(of.class_.person_id)
    unseen = gone.execution_options(synchronize_session=False)
    waited = tuple(sorted(await acting.session.scalars(unseen)))
    if waited:
        record(acting, ProductBack(back.product_id, waited, back.option_id))
        await acting.session.flush()


async def wait_on(
    session: AsyncSession, back: Back, people: Collection[int], now: datetime
) -> None:
    """Let these people wait on: it was gone again before they could be told."""
    of, thing_id = waiting_for(back)
    rows = [{of.key: thing_id, "person_id": each, "since": now} for each in people]
    if rows:
        adding = insert_into(session, of.class_).values(rows)
        await session.execute(adding.on_conflict_do_nothing())


def waiting_for(back: Back) -> tuple[Any, int]:
    """The column whose table holds who waits for it, and the id that stands there."""
    if back.option_id:
        return OptionAlert.option_id, back.option_id
    return StockAlert.product_id, back.product_id
