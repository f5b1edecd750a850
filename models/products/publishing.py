"""What staff do to the catalogue: publish a product, and change its parts one at a time."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.acting import Acting
from models.kernel.facts import ProductChanged, ProductPublished, record
from models.kernel.money import Money
from models.kernel.paging import Page
from models.kernel.refusals import NotFound
from models.products.product_lists import ProductBrief, product_briefs
from models.products.search.other_words import MOST_LETTERS, MOST_WORDS, join_words
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
    other_words: tuple[str, ...] = ()


async def add_product(acting: Acting, new: NewProduct) -> int:
    """Publish a product with its goods taken in; out comes its id. Refuses NotFound("family")."""
    session = acting.session
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
        other_words=join_words(new.other_words),
        made_to_order=new.made_to_order,
        lead_days=new.lead_days,
        daily_most=new.daily_most,
        added_at=acting.now,
    )
    session.add(product)
    await session.flush()
    await add_options(acting, product.id, new.options)
    await put_photos(session, product.id, new.photos)
    await refresh_offered(session, [product.id])
    await index_product(session, product.id)
    record(acting, ProductPublished(product.id, new.family_id))
    return product.id


async def add_options(acting: Acting, product_id: int, options: Sequence[NewOption]) -> None:
    """Add the options in their order, and take their goods in."""
    for position, new in enumerate(options):
        await put_option(acting, product_id, position, new)


async def put_option(acting: Acting, product_id: int, position: int, new: NewOption) -> int:
    """Add one option at that position, and take its goods in; out comes its id."""
    option = Option(
        product_id=product_id,
        position=position,
        label_ar=new.label_ar,
        label_en=new.label_en,
        price=new.price,
    )
    acting.session.add(option)
    await acting.session.flush()
    if new.quantity:
        await take_in(acting, option.id, new.quantity)
    return option.id


async def set_price(acting: Acting, option_id: int, price: Money) -> None:
    """Change an option's price. Refuses NotFound("option"), also for a withdrawn one."""
    option = await acting.session.get(
        Option, option_id, with_for_update=TO_CHANGE, populate_existing=True
    )
    if option is None or option.withdrawn:
        raise NotFound("option")
    if option.price != price:
        was, now = str(option.price), str(price)
        changed = ProductChanged(option.product_id, "price", was, now, option_id=option_id)
        option.price = price
        record(acting, changed)
        await acting.session.flush()


async def rename(acting: Acting, product_id: int, name_ar: str, name_en: str) -> None:
    """Change a product's names; it is found by the new ones. Refuses NotFound("product")."""
    session = acting.session
    product = await product_to_change(session, product_id)
    was = (product.name_ar, product.name_en)
    changed = ProductChanged(product_id, "name", was[0], name_ar, was[1], name_en)
    product.name_ar, product.name_en = name_ar, name_en
    await session.flush()
    await index_product(session, product_id)
    record(acting, changed)


async def set_texts(
    acting: Acting, product_id: int, description_ar: str, description_en: str
) -> None:
    """Change a product's descriptions. Refuses NotFound("product")."""
    session = acting.session
    product = await product_to_change(session, product_id)
    was = (product.description_ar, product.description_en)
    product.description_ar, product.description_en = description_ar, description_en
    await session.flush()
    await index_product(session, product_id)
    told = ProductChanged(product_id, "text", was[0], description_ar, was[1], description_en)
    record(acting, told)


async def set_other_words(acting: Acting, product_id: int, words: Sequence[str]) -> None:
    """Let a product be found by these words too, in place of what it had.

    Refuses NotFound("product"), and ValueError for more or longer words than are kept.
    """
    if len(words) > MOST_WORDS or any(len(word) > MOST_LETTERS for word in words):
        raise ValueError("too many words, or too long")
    product = await product_to_change(acting.session, product_id)
    was, product.other_words = product.other_words, join_words(words)
    await acting.session.flush()
    await index_product(acting.session, product_id)
    record(acting, ProductChanged(product_id, "words", was, product.other_words))


async def set_package(acting: Acting, product_id: int, package: Package) -> None:
    """Put a product into another package. Refuses NotFound("product").

    Money is none of it: what was sold of it stays its family's, whatever package it is in.
    """
    product = await product_to_change(acting.session, product_id)
    if product.package != package.value:
        changed = ProductChanged(product_id, "package", product.package, package.value)
        product.package = package.value
        record(acting, changed)
        await acting.session.flush()
        await index_product(acting.session, product_id)


async def set_audience(acting: Acting, product_id: int, audience: Audience) -> None:
    """Change for whom a product is. Refuses NotFound("product")."""
    product = await product_to_change(acting.session, product_id)
    changed = ProductChanged(product_id, "audience", product.audience, audience.value)
    product.audience = audience.value
    record(acting, changed)
    await acting.session.flush()
    await index_product(acting.session, product_id)


async def set_making(
    acting: Acting, product_id: int, *, lead_days: int | None = None, daily_most: int | None = None
) -> None:
    """Change how long a made-to-order product takes, or how many a day (0: no limit).

    Orders that are placed already keep their day. Refuses NotFound("product"), also for what has a
    stock.
    """
    product = await product_to_change(acting.session, product_id)
    if not product.made_to_order:
        raise NotFound("product")
    if lead_days is not None:
        was, product.lead_days = product.lead_days, lead_days
        record(acting, ProductChanged(product_id, "lead", str(was), str(lead_days)))
    if daily_most is not None:
        was, product.daily_most = product.daily_most, daily_most
        told = ProductChanged(product_id, "daily", str(was), str(daily_most))
        record(acting, told)
    await acting.session.flush()


async def set_wishes(
    acting: Acting, product_id: int, most: int, example_ar: str = "", example_en: str = ""
) -> None:
    """Let customers write a wish of so many letters for the maker, or none (0), with an example.

    Orders that are placed already keep theirs. Refuses NotFound("product").
    """
    product = await product_to_change(acting.session, product_id)
    was, product.wish_most = product.wish_most, most
    product.wish_example_ar, product.wish_example_en = example_ar, example_en
    record(acting, ProductChanged(product_id, "wish", str(was), str(most)))
    await acting.session.flush()


async def set_photos(acting: Acting, product_id: int, hashes: Sequence[str]) -> None:
    """Give a product these kept photos instead of its own. Refuses NotFound("product")."""
    session = acting.session
    await product_to_change(session, product_id)
    dropped = delete(ProductPhoto).where(ProductPhoto.product_id == product_id)
    was = (await session.execute(dropped.returning(ProductPhoto.position))).all()
    await put_photos(session, product_id, hashes)
    record(acting, ProductChanged(product_id, "photo", str(len(was)), str(len(hashes))))


async def put_photos(session: AsyncSession, product_id: int, hashes: Sequence[str]) -> None:
    """Add the photos in their order; the first is the one on the card."""
    for position, kept in enumerate(hashes):
        session.add(ProductPhoto(product_id=product_id, position=position, hash=kept))
    await session.flush()


async def hide(acting: Acting, product_id: int, hidden: bool) -> None:
    """Take a product off sale, or put it back. Refuses NotFound("product")."""
    session = acting.session
    product = await product_to_change(session, product_id)
    if product.hidden != hidden:
        product.hidden = hidden
        await session.flush()
        await refresh_offered(session, [product_id])
        what = "hidden" if hidden else "shown"
        record(acting, ProductChanged(product_id, what))


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
