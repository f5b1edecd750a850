"""Things as a cart would hold them now, of options that lie in no cart."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, case, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader
from models.orders.carts import CartItem, families, options, products
from models.orders.change_kinds import More

ITEM_NOW = RowReader(
    CartItem,
    apart=("quantity", "line", "wish"),
    option_id=options.c.id,
    product_id=products.c.id,
    family_id=products.c.family_id,
    package=products.c.package,
    name_ar=products.c.name_ar,
    name_en=products.c.name_en,
    label_ar=options.c.label_ar,
    label_en=options.c.label_en,
    brand_ar=families.c.brand_ar,
    brand_en=families.c.brand_en,
    price=options.c.price,
    price_seen=options.c.price.label("price_seen"),
    left=case((products.c.made_to_order, None), else_=options.c.on_hand),
    made_to_order=products.c.made_to_order,
    lead_days=case((products.c.made_to_order, products.c.lead_days), else_=0),
    daily_most=products.c.daily_most,
    on_sale=not_(or_(products.c.hidden, options.c.withdrawn)),
    wish_most=products.c.wish_most,
)
ITEMS = (
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
