"""Families, products and people for tests of the shop, put straight into the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.acting import Acting
from models.kernel.money import Money
from models.people.people import Person, add_person
from models.products.stock import (
    Movement,
    Take,
    as_outgoing,
    change_all,
    refresh_offered,
    take_in,
    take_off,
    write_down,
)
from models.products.tables import Option, Product
from tests.support.acting import acting
from tests.support.clock import MORNING


async def a_person(session: AsyncSession, hint: str = "ar") -> int:
    """Someone who speaks with the shop."""
    person: Person = await add_person(session, hint, MORNING)
    return person.id


async def a_family(session: AsyncSession, brand: str = "Dar Al Qahwa") -> int:
    """A brand."""
    family = Family(brand_ar="دار القهوة", brand_en=brand, added_at=MORNING)
    session.add(family)
    await session.flush()
    return family.id


async def an_option(
    session: AsyncSession,
    *,
    stock: int = 0,
    price: Money | None = None,
    product_id: int = 0,
    family_id: int = 0,
    package: str = "atayeb",
    made_to_order: bool = False,
    lead_days: int = 0,
    daily_most: int = 0,
    now: datetime = MORNING,
) -> int:
    """An option of that product, or of a new one, with so much on the shelf (35 dirhams)."""
    if not product_id:
        product = Product(
            family_id=family_id or await a_family(session),
            package=package,
            audience="everyone",
            name_ar="لقيمات",
            name_en="Luqaimat",
            made_to_order=made_to_order,
            lead_days=lead_days,
            daily_most=daily_most,
            added_at=now,
        )
        session.add(product)
        await session.flush()
        product_id = product.id
    option = Option(product_id=product_id, price=price or Money.dirhams(35))
    session.add(option)
    await session.flush()
    await refresh_offered(session, [product_id])
    if stock:
        await take_in(acting(session, now=now), option.id, stock)
    return option.id


async def take(acting: Acting, takes: Iterable[Take], order_id: int) -> None:
    """Take pieces off the shelf as an order does, in both of its halves. Refuses: OutOfStock."""
    parts = as_outgoing(takes)
    await write_down(acting, parts, Movement.sold, order_id)
    await take_off(acting.session, parts)


async def change_by(session: AsyncSession, option_id: int, change: int) -> None:
    """Change what is on hand of an option, and write nothing down."""
    await change_all(session, [Take(option_id, change)])
