"""What of a family or of a package lies at the centre, and how much of it should lie there."""

from __future__ import annotations

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.money import Money
from models.kernel.rows import RowReader
from models.orders.states import UNPACKED
from models.orders.tables import Order, OrderLine
from models.products.tables import Option, Product

MOST = 2000  # of one family or package: all of them


class StockedThing(msgspec.Struct, frozen=True):
    """An option that has stock: what is on hand, and what orders hold that lies there still."""

    option_id: int
    family_id: int
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    price: Money
    on_hand: int
    withdrawn: bool
    set_aside: int

    @property
    def expected(self) -> int:
        """How many pieces should lie there."""
        return self.on_hand + self.set_aside


SET_ASIDE = (
    select(func.coalesce(func.sum(OrderLine.quantity), 0))
    .join(Order, Order.id == OrderLine.order_id)
    .where(
        OrderLine.option_id == Option.id,
        OrderLine.struck_at.is_(None),
        Order.state.in_(UNPACKED),
    )
    .correlate(Option)
    .scalar_subquery()
)
THING = RowReader(
    StockedThing,
    option_id=Option.id,
    family_id=Product.family_id,
    name_ar=Product.name_ar,
    name_en=Product.name_en,
    label_ar=Option.label_ar,
    label_en=Option.label_en,
    price=Option.price,
    on_hand=Option.on_hand,
    withdrawn=Option.withdrawn,
    set_aside=SET_ASIDE,
)


async def stocked_things(
    session: AsyncSession, *, family_id: int = 0, package: str = ""
) -> list[StockedThing]:
    """What has stock of the family, or else of the package, hidden products too, by its name."""
    whose = Product.family_id == family_id if family_id else Product.package == package
    rows = await session.execute(
        select(*THING.columns)
        .join(Product, Product.id == Option.product_id)
        .where(whose, ~Product.made_to_order)
        .order_by(Product.name_ar, Product.id, Option.position, Option.id)
        .limit(MOST)
    )
    return [THING.read(row) for row in rows]
