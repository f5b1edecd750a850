"""Fills the shop's shelf, by the operations that staff use. Prices are whole dirhams."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import select

from handlers.dialog.turns import Turns
from models.families import families
from models.families.families import Family
from models.kernel.money import Money
from models.products import publishing
from models.products.photos import keep_photo
from models.products.publishing import NewOption, NewProduct
from models.products.tables import Audience, Option, Package
from tests.support.acting import acting
from tests.support.stocktaking import count_stock as by_note

Sizes = Sequence[tuple[str, str, int, int]]
BRAND = ("دار الورد", "Dar Al Ward")


async def add_family(turns: Turns, brand: tuple[str, str] = BRAND) -> int:
    """A family with that brand name; the same one when she is there already."""
    async with turns.database.write() as session:
        known = await session.scalar(select(Family.id).where(Family.brand_ar == brand[0]))
        if known is not None:
            return known
        return await families.add_family(acting(session, now=turns.clock()), *brand)


async def add_product(
    turns: Turns,
    name_ar: str,
    name_en: str = "",
    *,
    package: str = "teeb",
    audience: str = "woman",
    price: int = 35,
    on_hand: int = 10,
    options: Sizes = (),
    made_to_order: bool = False,
    lead_days: int = 0,
    daily_most: int = 0,
    description: tuple[str, str] = ("", ""),
    brand: tuple[str, str] = BRAND,
) -> int:
    """A published product; `options` are labels in Arabic and English, dirhams and pieces."""
    sizes = options or [("", "", price, 0 if made_to_order else on_hand)]
    new = NewProduct(
        family_id=await add_family(turns, brand),
        package=Package(package),
        audience=Audience(audience),
        name_ar=name_ar,
        name_en=name_en or name_ar,
        options=tuple(
            NewOption(Money.dirhams(cost), pieces, ar, en) for ar, en, cost, pieces in sizes
        ),
        description_ar=description[0],
        description_en=description[1],
        made_to_order=made_to_order,
        lead_days=lead_days,
        daily_most=daily_most,
    )
    async with turns.database.write() as session:
        return await publishing.add_product(acting(session, now=turns.clock()), new)


async def option_ids(turns: Turns, product_id: int) -> list[int]:
    """The ids of a product's options, in order."""
    async with turns.database.read() as session:
        chosen = select(Option.id).where(Option.product_id == product_id).order_by(Option.position)
        return list(await session.scalars(chosen))


async def only_option(turns: Turns, product_id: int) -> int:
    """The id of a product's one option."""
    (option_id,) = await option_ids(turns, product_id)
    return option_id


async def set_price(turns: Turns, option_id: int, price: int) -> None:
    """Another price, in dirhams."""
    async with turns.database.write() as session:
        await publishing.set_price(
            acting(session, now=turns.clock()), option_id, Money.dirhams(price)
        )


async def count_stock(turns: Turns, option_id: int, on_hand: int) -> None:
    """Staff count so many pieces."""
    async with turns.database.write() as session:
        await by_note(acting(session, now=turns.clock()), option_id, on_hand)


async def hide(turns: Turns, product_id: int) -> None:
    """Take a product off sale."""
    async with turns.database.write() as session:
        await publishing.hide(acting(session, now=turns.clock()), product_id, True)


async def make_at_most(turns: Turns, product_id: int, daily_most: int) -> None:
    """Say that a day makes so many of a product."""
    async with turns.database.write() as session:
        await publishing.set_making(
            acting(session, now=turns.clock()), product_id, daily_most=daily_most
        )


async def keep_a_photo(turns: Turns, of: object = "something") -> str:
    """A photo that was sent and is in nothing yet; out comes its hash."""
    jpeg = b"a picture of " + str(of).encode()
    name = sha256(jpeg).hexdigest()
    async with turns.database.write() as session:
        await keep_photo(session, name, jpeg, 800, 600, turns.clock())
    return name


async def add_photo(turns: Turns, product_id: int) -> str:
    """Give a product a photo; out comes the photo's hash."""
    name = await keep_a_photo(turns, product_id)
    async with turns.database.write() as session:
        await publishing.set_photos(acting(session, now=turns.clock()), product_id, [name])
    return name
