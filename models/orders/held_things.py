"""What an order is about to name stays whose it is, and stays there, until the order is written.

A product can be put under another family, and be deleted while nobody has ordered it. Whoever does
either takes its whole lock; so whoever writes lines of an order holds first what they name, the
option and then its product, and looks whether it is what was read before. SQLite has one writer:
there nothing changes between what is read and what is written.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import dialect_of, table_of
from models.kernel.prepared import prepared
from models.kernel.refusals import PricesChanged
from models.orders.carts import CartItem
from models.products.tables import Option, Product

options, products = table_of(Option), table_of(Product)
HOLD = prepared(
    select(options.c.id, products.c.family_id)
    .join_from(options, products, products.c.id == options.c.product_id)
    .where(options.c.id.in_(bindparam("option_ids", expanding=True)))
    .order_by(options.c.id)
    .with_for_update(read=True, key_share=True)
)


async def hold_things(session: AsyncSession, items: Collection[CartItem]) -> None:
    """Hold the things for an order; nobody waits but who moves or deletes one of them.

    Refuses: PricesChanged for one that is another family's by now, or is there no more.
    """
    if dialect_of(session) != "postgresql" or not items:
        return
    of_family = {item.option_id: item.family_id for item in items}
    held = await session.execute(HOLD, {"option_ids": sorted(of_family)})
    if {row[0]: row[1] for row in held} != of_family:
        raise PricesChanged
