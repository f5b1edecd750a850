"""Things as a cart would hold them now, of options that lie in no cart."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, not_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.prepared import prepared
from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader
from models.orders.carts import OF_OPTION, CartItem, families, options, products
from models.orders.change_kinds import More

ITEM_NOW = RowReader(
    CartItem,
    apart=("quantity", "line", "wish"),
    **OF_OPTION,
    price_seen=options.c.price.label("price_seen"),
)
ITEMS = prepared(
    select(*ITEM_NOW.columns)
    .join_from(options, products, products.c.id == options.c.product_id)
    .join(families, families.c.id == products.c.family_id)
    .where(options.c.id.in_(bindparam("option_ids", expanding=True)))
)


async def items_now(session: AsyncSession, wanted: Iterable[More]) -> tuple[CartItem, ...]:
    """What is wanted, as it stands now, in the order in which it is. Refuses: NotFound."""
    asked = list(wanted)
    if not asked:
        return ()
    rows = await session.execute(ITEMS, {"option_ids": sorted({one.option_id for one in asked})})
    found = {row[0]: row for row in rows}
    if any(one.option_id not in found for one in asked):
        raise NotFound("option")
    return tuple(
        ITEM_NOW.read(found[one.option_id], quantity=one.pieces, line=0, wish=one.wish)
        for one in asked
    )


async def items_of(session: AsyncSession, product_ids: Iterable[int]) -> tuple[CartItem, ...]:
    """One piece of each option on sale of those products."""
    chosen = select(options.c.id).where(
        options.c.product_id.in_(sorted(product_ids)), not_(options.c.withdrawn)
    )
    ids = (await session.scalars(chosen.order_by(options.c.id))).all()
    return await items_now(session, [More(id_, 1) for id_ in ids])
