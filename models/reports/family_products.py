"""What a family has with the centre: each way to have each of her products, with its own stock."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.money import Money
from models.kernel.paging import Page, page_of
from models.products.tables import Option, Product
from models.reports.whereabouts import Whereabouts, whereabouts


class OwnThing(msgspec.Struct, frozen=True):
    """One way to have a product; both labels are empty when it is the only one.

    `left` is what is on hand of it; 0 of what is made to order. `where` is where all pieces of it
    are that were ever taken in.
    """

    name: tuple[str, str]
    label: tuple[str, str]
    price: Money
    made_to_order: bool
    hidden: bool
    left: int
    where: Whereabouts = Whereabouts()


async def family_products(
    session: AsyncSession, family_id: int, page: int = 0, per_page: int = 8
) -> Page[OwnThing]:
    """The family's products, the newest first, hidden and sold out ones too; options in order."""
    rows = await session.execute(
        select(Product, Option)
        .join(Option, Option.product_id == Product.id)
        .where(Product.family_id == family_id, ~Option.withdrawn)
        .order_by(Product.id.desc(), Option.position, Option.id)
        .limit(per_page + 1)
        .offset(page * per_page)
    )
    found = rows.all()
    where = await whereabouts(session, [option.id for _, option in found])
    return page_of(found, lambda row: own_thing(*row, where[row[1].id]), page, per_page)


def own_thing(product: Product, option: Option, where: Whereabouts) -> OwnThing:
    """The view of a product's option."""
    return OwnThing(
        name=(product.name_ar, product.name_en),
        label=(option.label_ar, option.label_en),
        price=option.price,
        made_to_order=product.made_to_order,
        hidden=product.hidden,
        left=option.on_hand,
        where=where,
    )
