"""A bazaar's hall for tests: an edition that runs, and a seller with an open till."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import Bazaar, BazaarDay
from models.hall.sales import Item, NewSale, Payment, sell
from models.hall.tills import open_till
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.products.tables import Option
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.shelves import a_person

TOKENS = count(1)
FLOAT = Money.dirhams(200)
EXACTLY = Payment()


def a_token() -> str:
    """A token that no other act has."""
    return f"act-{next(TOKENS)}"


class Seller(msgspec.Struct, frozen=True):
    """A seller with her open till at a bazaar."""

    person_id: int
    till_id: int
    bazaar_id: int


async def a_bazaar(session: AsyncSession, now: datetime = MORNING) -> int:
    """A bazaar that opened an hour ago, for eight hours."""
    bazaar = Bazaar(
        name_ar="بازار إنتاج",
        name_en="Entaj Bazaar",
        place_ar="الرحمانية",
        place_en="Al Rahmaniya",
        latitude=None,
        longitude=None,
        added_at=now,
    )
    session.add(bazaar)
    await session.flush()
    opens = now - timedelta(hours=1)
    closes = opens + timedelta(hours=8)
    session.add(BazaarDay(bazaar_id=bazaar.id, opens_at=opens, closes_at=closes))
    await session.flush()
    return bazaar.id


async def a_seller(
    session: AsyncSession, bazaar_id: int = 0, opening_float: Money = FLOAT
) -> Seller:
    """A seller whose till is open, at that bazaar or at a new one."""
    bazaar_id = bazaar_id or await a_bazaar(session)
    person_id = await a_person(session)
    till_id = await open_till(acting(session, person_id), bazaar_id, opening_float, a_token())
    return Seller(person_id, till_id, bazaar_id)


async def a_sale(
    session: AsyncSession,
    seller: Seller,
    *wanted: tuple[int, int],
    payment: Payment = EXACTLY,
    terms: ShopTerms = DEFAULT_TERMS,
    now: datetime = MORNING,
) -> int:
    """So many pieces of each option are sold at their price; out comes the sale's id."""
    shown = Money(0)
    for option_id, quantity in wanted:
        shown += (await session.get_one(Option, option_id)).price * quantity
    items = tuple(Item(option_id, quantity) for option_id, quantity in wanted)
    new = NewSale(a_token(), items, shown, payment)
    return await sell(acting(session, seller.person_id, now), new, terms)
