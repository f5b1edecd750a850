"""What staff do to the catalogue: publish a product, and change its parts one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.facts import ProductChanged, ProductPublished, record
from models.kernel.money import Money
from models.kernel.paging import Page
from models.kernel.refusals import NotFound
from models.products.product_lists import ProductBrief, product_briefs
from models.products.search.queries import find_ids, index_product
from models.products.stock import refresh_offered, take_in
from models.products.tables import Audience, Option, Package, Product, ProductPhoto

# Against other changes, and not against carts, orders and indexes that come to name the row: they
# would wait, and may hold what the holder wants next.
TO_CHANGE = {"key_share": True}


class NewOption(msgspec.Struct, frozen=True):
    """One way to have a new product; `quantity` pieces come in with it."""

    price: Money
    quantity: int = 0
    label_ar: str = ""
    label_en: str = ""


class NewProduct(msgspec.Struct, frozen=True):
    """A product to be published. Made to order: lead days, daily most (0: no limit), no pieces."""

    family_id: int
    package: Package
    audience: Audience
    name_ar: str
    name_en: str
    options: tuple[NewOption, ...]
    description_ar: str = ""
    description_en: str = ""
    made_to_order: bool = False
    lead_days: int = 0
    daily_most: int = 0
    photos: tuple[str, ...] = ()


async def add_product(
    session: AsyncSession, new: NewProduct, actor_id: int | None, now: datetime
) -> int:
    """Publish a product with its goods taken in; out comes its id. Refuses NotFound("family")."""
    if not new.options or (new.made_to_order and any(option.quantity for option in new.options)):
        raise ValueError("a product has options, and one made to order has no pieces")
    if await session.get(Family, new.family_id) is None:
        raise NotFound("family")
    product = Product(
        family_id=new.family_id,
        package=new.package.value,
        audience=new.audience.value,
        name_ar=new.name_ar,
        name_en=new.name_en,
        description_ar=new.description_ar,
        description_en=new.description_en,
        made_to_order=new.made_to_order,
        lead_days=new.lead_days,
        daily_most=new.daily_most,
        added_at=now,
    )
    session.add(product)
    await session.flush()
    await add_options(session, product.id, new.options, actor_id, now)
    await put_photos(session, product.id, new.photos)
    await refresh_offered(session, [product.id])
    await index_product(session, product.id)
    record(session, ProductPublished(product.id), now, actor_id)
    return product.id


async def add_options(
    session: AsyncSession,
    product_id: int,
    options: Sequence[NewOption],
    actor_id: int | None,
    now: datetime,
) -> None:
    """Add the options in their order, and take their goods in."""
    for position, new in enumerate(options):
        await put_option(session, product_id, position, new, actor_id, now)


async def put_option(
    session: AsyncSession,
    product_id: int,
    position: int,
    new: NewOption,
    actor_id: int | None,
    now: datetime,
) -> int:
    """Add one option at that position, and take its goods in; out comes its id."""
    option = Option(
        product_id=product_id,
        position=position,
        label_ar=new.label_ar,
        label_en=new.label_en,
        price=new.price,
    )
    session.add(option)
    await session.flush()
    if new.quantity:
        await take_in(session, option.id, new.quantity, actor_id, now)
    return option.id


async def set_price(
    session: AsyncSession, option_id: int, price: Money, actor_id: int | None, now: datetime
) -> None:
    """Change an option's price. Refuses NotFound("option"), also for a withdrawn one."""
    option = await session.get(Option, option_id, with_for_update=TO_CHANGE, populate_existing=True)
    if option is None or option.withdrawn:
        raise NotFound("option")
    if option.price != price:
        changed = ProductChanged(option.product_id, "price", str(option.price), str(price))
        option.price = price
        record(session, changed, now, actor_id)
        await session.flush()


async def rename(
    session: AsyncSession,
    product_id: int,
    name_ar: str,
    name_en: str,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Change a product's names; it is found by the new ones. Refuses NotFound("product")."""
    product = await product_to_change(session, product_id)
    changed = ProductChanged(product_id, "name", product.name_ar, name_ar)
    product.name_ar, product.name_en = name_ar, name_en
    await session.flush()
    await index_product(session, product_id)
    record(session, changed, now, actor_id)


async def set_texts(
    session: AsyncSession,
    product_id: int,
    description_ar: str,
    description_en: str,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Change a product's descriptions. Refuses NotFound("product")."""
    product = await product_to_change(session, product_id)
    product.description_ar, product.description_en = description_ar, description_en
    await session.flush()
    await index_product(session, product_id)
    record(session, ProductChanged(product_id, "text"), now, actor_id)


async def set_audience(
    session: AsyncSession,
    product_id: int,
    audience: Audience,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Change for whom a product is. Refuses NotFound("product")."""
    product = await product_to_change(session, product_id)
    changed = ProductChanged(product_id, "audience", product.audience, audience.value)
    product.audience = audience.value
    record(session, changed, now, actor_id)
    await session.flush()


async def set_making(
    session: AsyncSession,
    product_id: int,
    actor_id: int | None,
    now: datetime,
    *,
    lead_days: int | None = None,
    daily_most: int | None = None,
) -> None:
    """Change how long a made-to-order product takes, or how many a day (0: no limit).

    Orders that are placed already keep their day. Refuses NotFound("product"), also for what has a
    stock.
    """
    product = await product_to_change(session, product_id)
    if not product.made_to_order:
        raise NotFound("product")
    if lead_days is not None:
        was, product.lead_days = product.lead_days, lead_days
        record(session, ProductChanged(product_id, "lead", str(was), str(lead_days)), now, actor_id)
    if daily_most is not None:
        was, product.daily_most = product.daily_most, daily_most
        told = ProductChanged(product_id, "daily", str(was), str(daily_most))
        record(session, told, now, actor_id)
    await session.flush()


async def set_photos(
    session: AsyncSession,
    product_id: int,
    hashes: Sequence[str],
    actor_id: int | None,
    now: datetime,
) -> None:
    """Give a product these kept photos instead of its own. Refuses NotFound("product")."""
    await product_to_change(session, product_id)
    await session.execute(delete(ProductPhoto).where(ProductPhoto.product_id == product_id))
    await put_photos(session, product_id, hashes)
    record(session, ProductChanged(product_id, "photo"), now, actor_id)


async def put_photos(session: AsyncSession, product_id: int, hashes: Sequence[str]) -> None:
    """Add the photos in their order; the first is the one on the card."""
    for position, kept in enumerate(hashes):
        session.add(ProductPhoto(product_id=product_id, position=position, hash=kept))
    await session.flush()


async def hide(
    session: AsyncSession, product_id: int, hidden: bool, actor_id: int | None, now: datetime
) -> None:
    """Take a product off sale, or put it back. Refuses NotFound("product")."""
    product = await product_to_change(session, product_id)
    if product.hidden != hidden:
        product.hidden = hidden
        await session.flush()
        await refresh_offered(session, [product_id])
        what = "hidden" if hidden else "shown"
        record(session, ProductChanged(product_id, what), now, actor_id)


async def product_to_change(session: AsyncSession, product_id: int) -> Product:
    """The product, locked until the commit. Refuses NotFound("product")."""
    product = await session.get(
        Product, product_id, with_for_update=TO_CHANGE, populate_existing=True
    )
    if product is None:
        raise NotFound("product")
    return product


async def staff_list(
    session: AsyncSession, words: str, page: int, per_page: int
) -> Page[ProductBrief]:
    """All products, hidden ones too: the newest first, or those that the words mean."""
    if words:
        ids, _ = await find_ids(session, words, page * per_page, per_page + 1, hidden_too=True)
        total = None
    else:
        newest = select(Product.id).order_by(Product.id.desc())
        some = newest.limit(per_page + 1).offset(page * per_page)
        ids = list(await session.scalars(some))
        total = await session.scalar(select(func.count()).select_from(Product))
    briefs = await product_briefs(session, ids[:per_page])
    return Page(briefs, page, len(ids) > per_page, total)
