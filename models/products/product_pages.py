"""Product pages: all that the card of a product shows, in one look-up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Integer, and_, bindparam, exists, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.money import Money
from models.kernel.prepared import prepared
from models.kernel.rows import RowReader
from models.products.tables import Option, Package, PackageCount, Product, ProductPhoto
from models.products.wanted_tables import Favourite, OptionAlert, StockAlert

products = Product.__table__
options = Option.__table__
families = Family.__table__
photos = ProductPhoto.__table__
counts = PackageCount.__table__
favourites = Favourite.__table__

# Written out, since SQLite uses a partial index only for the very words of its condition.
OFFERED = text("products.offered")


class OptionCard(msgspec.Struct, frozen=True):
    """One way to have a product; both labels are empty when it is the only one.

    `is_awaited`: who looks is to be told when it is there again.
    """

    id: int
    label_ar: str
    label_en: str
    price: Money
    on_hand: int
    is_awaited: bool = False


class ProductCard(msgspec.Struct, frozen=True):
    """Everything that a product's card shows. `photo` is the hash of the photo shown, if any.

    That is the one at `photo_at`, from 0, of its `photos`. `options` hold those on sale, in the
    order of the staff, sold out or not. `is_favourite` and `is_awaited` are so for who looks: kept
    by them, and to be told of to them when it is there again.
    """

    id: int
    family_id: int
    brand_ar: str
    brand_en: str
    package: str
    audience: str
    name_ar: str
    name_en: str
    description_ar: str
    description_en: str
    made_to_order: bool
    lead_days: int
    hidden: bool
    offered: bool
    photo: str | None
    options: tuple[OptionCard, ...]
    daily_most: int = 0
    photos: int = 0
    photo_at: int = 0
    wish_most: int = 0
    is_favourite: bool = False
    is_awaited: bool = False

    def chosen_option(self, option_id: int) -> OptionCard | None:
        """The option of that id, or the only one; None where one is still to be chosen."""
        found = next((option for option in self.options if option.id == option_id), None)
        return self.options[0] if found is None and len(self.options) == 1 else found

    def pick_option(self, option_id: int = 0) -> OptionCard | None:
        """The option of that id; for 0 or a gone one the first that can be had, else the first."""
        for option in self.options:
            if option.id == option_id:
                return option
        had = (option for option in self.options if self.made_to_order or option.on_hand > 0)
        return next(had, self.options[0] if self.options else None)


OWN_PHOTOS = (
    select(photos.c.hash).where(photos.c.product_id == products.c.id).order_by(photos.c.position)
)


def kept_in(of: Any, thing_id: Any) -> Any:
    """Whether the person `person_id` has a row of that thing in the table of that column."""
    kept = of.class_.__table__
    whose = kept.c.person_id == bindparam("person_id", type_=kept.c.person_id.type)
    return exists().where(kept.c[of.key] == thing_id, whose)


OPTION_ROW = RowReader(
    OptionCard,
    id=options.c.id,
    label_ar=options.c.label_ar,
    label_en=options.c.label_en,
    price=options.c.price,
    on_hand=options.c.on_hand,
    is_awaited=kept_in(OptionAlert.option_id, options.c.id),
)
CARD_ROW = RowReader(
    ProductCard,
    apart=("options", "photo_at"),
    id=products.c.id,
    family_id=products.c.family_id,
    brand_ar=families.c.brand_ar,
    brand_en=families.c.brand_en,
    package=products.c.package,
    audience=products.c.audience,
    name_ar=products.c.name_ar,
    name_en=products.c.name_en,
    description_ar=products.c.description_ar,
    description_en=products.c.description_en,
    made_to_order=products.c.made_to_order,
    lead_days=products.c.lead_days,
    hidden=products.c.hidden,
    offered=products.c.offered,
    photo=func.coalesce(
        OWN_PHOTOS.limit(1).offset(bindparam("photo_at", type_=Integer)).scalar_subquery(),
        OWN_PHOTOS.limit(1).scalar_subquery(),
    ),
    daily_most=products.c.daily_most,
    photos=select(func.count()).where(photos.c.product_id == products.c.id).scalar_subquery(),
    wish_most=products.c.wish_most,
    is_favourite=kept_in(Favourite.product_id, products.c.id),
    is_awaited=kept_in(StockAlert.product_id, products.c.id),
)
CARD = prepared(
    select(*OPTION_ROW.columns, *CARD_ROW.columns)
    .join_from(products, families, families.c.id == products.c.family_id)
    .outerjoin(options, and_(options.c.product_id == products.c.id, ~options.c.withdrawn))
    .where(products.c.id == bindparam("product_id"))
    .order_by(options.c.position, options.c.id)
)
OPTION_COLUMNS = len(OPTION_ROW.columns)
MOST_PHOTOS = 100
"""Beyond it a place comes from no button of ours."""
PRODUCT_OF = prepared(select(options.c.product_id).where(options.c.id == bindparam("option_id")))
FRONT = prepared(
    select(
        counts.c.package,
        counts.c.offered,
        exists().where(favourites.c.person_id == bindparam("person_id", type_=Integer)),
    )
)


class Front(NamedTuple):
    """What the shop's first screen says: how many products each package offers now, in order.

    `has_favourites`: who looks keeps some.
    """

    counts: dict[str, int]
    has_favourites: bool


async def shop_front(session: AsyncSession, person_id: int = 0) -> Front:
    """What the shop's first screen says to that person, in one look-up."""
    rows = (await session.execute(FRONT, {"person_id": person_id})).all()
    counted = {package: offered for package, offered, _ in rows}
    in_order = {package.value: counted.get(package, 0) for package in Package}
    return Front(in_order, any(has_some for _, _, has_some in rows))


async def product_of(session: AsyncSession, option_id: int) -> int | None:
    """The product that the option belongs to; None when there is no such option."""
    found: int | None = await session.scalar(PRODUCT_OF, {"option_id": option_id})
    return found


async def product_card(
    session: AsyncSession, product_id: int, photo_at: int = 0, person_id: int = 0
) -> ProductCard | None:
    """The product's card for that person, hidden or not; None when there is no such product.

    It shows the photo at that place, from 0; where there is none, the first.
    """
    at = photo_at if 0 <= photo_at < MOST_PHOTOS else 0
    asked = {"product_id": product_id, "photo_at": at, "person_id": person_id}
    rows = (await session.execute(CARD, asked)).all()
    return card_of(rows, at) if rows else None


def card_of(rows: Sequence[Sequence[Any]], photo_at: int) -> ProductCard:
    """The card of a product from its rows, one for each option."""
    had = tuple(OPTION_ROW.read(row) for row in rows if row[0] is not None)
    card = CARD_ROW.read(rows[0][OPTION_COLUMNS:], options=had, photo_at=photo_at)
    return card if photo_at < card.photos else msgspec.structs.replace(card, photo_at=0)
