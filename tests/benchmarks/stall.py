"""A shop with so many products, and customers who have ordered before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from PIL import Image
from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

import models.migrations.tables  # noqa: F401  all tables, for their foreign keys
from bot.images.photos import accept_photo
from models.families.families import add_family
from models.kernel.database import Database
from models.kernel.facts import FactRow
from models.kernel.money import Money
from models.messaging.accounts import Account
from models.migrations import migrate
from models.people.people import SavedAddress
from models.products.photos import keep_photo
from models.products.publishing import NewOption, NewProduct, add_product
from models.products.search.index import product_search
from models.products.stock import StockMovement
from models.products.tables import Audience, Option, Package, Product, ProductPhoto
from tests.support.acting import acting

BRANDS = 21
PHOTOS = 40
PIECES = 1_000_000
NAMES = (
    ("لقيمات", "Luqaimat"),
    ("دخون عود", "Oud dukhoon"),
    ("شيلة مطرزة", "Embroidered shaila"),
    ("وسادة سدو", "Sadu cushion"),
    ("لوحة خط عربي", "Calligraphy panel"),
)
WORDS = "صُنع بعناية في البيت، ويُغلَّف كما يُهدى."


def now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


async def stock_stall(url: str, count: int, first: int) -> int:
    """Fill a new database with products numbered from 1: the `first`, and copies of them.

    Out comes how many options there are, numbered from 1 too.
    """
    database = Database(url)
    await migrate(database)
    async with database.write() as session:
        families = [
            await add_family(acting(session, now=now()), f"بيت {at}", f"Bayt {at}")
            for at in range(BRANDS)
        ]
        photos = [await one_photo(session, at) for at in range(PHOTOS)]
        for at in range(first):
            new = product(at, families[at % BRANDS], photos[at % PHOTOS])
            await add_product(acting(session, now=now()), new)
        await session.execute(update(FactRow).values(announced_at=now()))
        options = await session.scalar(select(func.max(Option.id))) or 0
        for copy in range(1, count // first):
            await copy_stall(session, copy, first, options)
    await database.close()
    return options * (count // first)


async def copy_stall(session: AsyncSession, copy: int, first: int, options: int) -> None:
    """The first products with their options, of which there are so many, for the n-th time."""
    of_product = {"product_id": copy * first}
    tables: Sequence[tuple[Any, str, dict[str, int]]] = (
        (Product.__table__, "id", {"id": copy * first}),
        (Option.__table__, "product_id", {"id": copy * options, **of_product}),
        (ProductPhoto.__table__, "product_id", of_product),
        (product_search, "rowid", {"rowid": copy * first}),
    )
    for table, number, moved in tables:
        columns = list(table.c)
        values = [
            column + moved[column.name] if column.name in moved else column for column in columns
        ]
        originals = select(*values).where(table.c[number] <= first)
        await session.execute(insert(table).from_select(columns, originals))
    movements = StockMovement.__table__.c
    taken_in = select(
        movements.option_id + copy * options, movements.change, movements.why, movements.at
    )
    await session.execute(
        insert(StockMovement).from_select(
            ["option_id", "change", "why", "at"],
            taken_in.where(movements.option_id <= options),
        )
    )


def product(at: int, family_id: int, photo: str) -> NewProduct:
    """A product; every second one comes in two sizes, every tenth is made to order."""
    ar, en = NAMES[at % len(NAMES)]
    made_to_order = at % 10 == 9
    pieces = 0 if made_to_order else PIECES
    price = Money.dirhams(20 + at % 80)
    sizes = (("صغير", "Small"), ("كبير", "Large")) if at % 2 else (("", ""),)
    return NewProduct(
        family_id=family_id,
        package=list(Package)[at % len(Package)],
        audience=list(Audience)[at % len(Audience)],
        name_ar=f"{ar} {at}",
        name_en=f"{en} {at}",
        options=tuple(NewOption(price, pieces, label_ar, label_en) for label_ar, label_en in sizes),
        description_ar=WORDS,
        made_to_order=made_to_order,
        lead_days=2 if made_to_order else 0,
        photos=(photo,),
    )


async def one_photo(session: AsyncSession, at: int) -> str:
    """A photo of one colour; gives its hash."""
    made = BytesIO()
    Image.new("RGB", (640, 640), (at * 6, 200 - at * 4, 90)).save(made, "JPEG")
    photo = accept_photo(made.getvalue())
    await keep_photo(session, photo.hash, photo.jpeg, photo.width, photo.height, now())
    return photo.hash


async def make_returning(url: str, people: Sequence[int]) -> None:
    """Give the people with these Telegram ids what an earlier order would have left behind."""
    database = Database(url)
    async with database.write() as session:
        theirs = select(Account.person_id).where(
            Account.external_id.in_([str(person) for person in people])
        )
        known = (await session.scalars(theirs)).all()
        named = {"name": "منى", "phone": "+971501234567"}
        where = {**named, "emirate": "sharjah", "area": "الرحمانية", "address": "فيلا 12"}
        rows = [{"person_id": person, **where} for person in known]
        await session.execute(insert(SavedAddress), rows)
    await database.close()
