"""Price labels: which options are labelled, how often, and which labels say an old price."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.hall.label_tables import PrintedLabel
from models.hall.note_tables import GoodsNote, GoodsNoteLine, NoteKind
from models.kernel.acting import Acting
from models.kernel.base import insert_into, table_of
from models.kernel.money import Money
from models.kernel.paging import Page, page_of
from models.kernel.rows import RowReader
from models.products.tables import Option, Product


class Labelled(StrEnum):
    """What labels are printed for; the values stand in buttons."""

    family = "f"  # what lies on the shelf of hers
    package = "p"  # what lies on the shelf of it
    product = "g"  # what lies on the shelf of it
    option = "o"  # as many as lie on the shelf, and one at least
    note = "n"  # what was taken in with it
    old_price = "old"  # what lies on the shelf under a label of another price


class LabelWanted(msgspec.Struct, frozen=True):
    """An option that is labelled, with how many labels it needs.

    `printed` is the price on its newest label; None where it never had one.
    """

    option_id: int
    product_id: int
    name_ar: str
    name_en: str
    brand_ar: str
    brand_en: str
    label_ar: str
    label_en: str
    price: Money
    printed: Money | None
    copies: int


options, products, families = table_of(Option), table_of(Product), table_of(Family)
labels, notes, lines = table_of(PrintedLabel), table_of(GoodsNote), table_of(GoodsNoteLine)
WANTED = RowReader(
    LabelWanted,
    option_id=options.c.id,
    product_id=options.c.product_id,
    name_ar=products.c.name_ar,
    name_en=products.c.name_en,
    brand_ar=families.c.brand_ar,
    brand_en=families.c.brand_en,
    label_ar=options.c.label_ar,
    label_en=options.c.label_en,
    price=options.c.price,
    printed=labels.c.price.label("printed"),
    copies=options.c.on_hand.label("copies"),
)
IS_OLD = labels.c.price != options.c.price
ON_SHELF = (options.c.on_hand > 0, ~options.c.withdrawn, ~products.c.made_to_order)


async def labels_wanted(
    session: AsyncSession, kind: Labelled, key: str = ""
) -> tuple[LabelWanted, ...]:
    """The labels of a kind, by product and option; of nothing that is there: none.

    `key` is the package, or the number of the family, product, option or note.
    """
    read = (
        select(*WANTED.columns)
        .join_from(options, products, products.c.id == options.c.product_id)
        .join(families, families.c.id == products.c.family_id)
        .outerjoin(labels, labels.c.option_id == options.c.id)
        .order_by(products.c.family_id, products.c.id, options.c.position, options.c.id)
    )
    if kind is not Labelled.note:
        rows = await session.execute(read.where(*conditions_of(kind, key)))
        wanted = map(WANTED.read, rows)
        return tuple(msgspec.structs.replace(each, copies=max(each.copies, 1)) for each in wanted)
    taken_in = select(lines.c.option_id, lines.c.change).where(
        lines.c.note_id == number(key), lines.c.change > 0
    )
    pieces = {row[0]: row[1] for row in await session.execute(taken_in)}
    found = map(WANTED.read, await session.execute(read.where(options.c.id.in_(list(pieces)))))
    return tuple(msgspec.structs.replace(each, copies=pieces[each.option_id]) for each in found)


def conditions_of(kind: Labelled, key: str) -> tuple[ColumnElement[bool], ...]:
    """The conditions of what is labelled."""
    match kind:
        case Labelled.option:
            return (options.c.id == number(key), ~options.c.withdrawn)
        case Labelled.family:
            return (*ON_SHELF, products.c.family_id == number(key))
        case Labelled.package:
            return (*ON_SHELF, products.c.package == key)
        case Labelled.product:
            return (*ON_SHELF, products.c.id == number(key))
        case _:
            return (*ON_SHELF, IS_OLD)


def number(key: str) -> int:
    """The number that a key is; 0, which nothing has, where it is none."""
    return int(key) if key.isascii() and key.isdecimal() and len(key) <= 12 else 0


async def count_old_prices(session: AsyncSession) -> int:
    """How many options lie on the shelf under a label of another price."""
    counting = (
        select(func.count())
        .select_from(options)
        .join(products, products.c.id == options.c.product_id)
        .join(labels, labels.c.option_id == options.c.id)
        .where(*ON_SHELF, IS_OLD)
    )
    return (await session.execute(counting)).scalar_one()


async def keep_printed(acting: Acting, wanted: Iterable[LabelWanted]) -> None:
    """Write down that these labels were printed, at the price that they say."""
    rows: list[dict[str, Any]] = [
        {"option_id": each.option_id, "price": each.price, "at": acting.now}
        | {"actor_id": acting.actor_id}
        for each in sorted(wanted, key=lambda each: each.option_id)
    ]
    if not rows:
        return
    adding = insert_into(acting.session, PrintedLabel)
    newest = {name: adding.excluded[name] for name in ("price", "at", "actor_id")}
    await acting.session.execute(
        adding.on_conflict_do_update(index_elements=["option_id"], set_=newest), rows
    )


class OnShelf(msgspec.Struct, frozen=True):
    """A family with goods on the shelf, and how many pieces."""

    family_id: int
    brand_ar: str
    brand_en: str
    pieces: int


class TakenIn(msgspec.Struct, frozen=True):
    """A note by which a family's goods came in."""

    note_id: int
    brand_ar: str
    brand_en: str
    at: datetime


async def families_on_shelf(session: AsyncSession, page: int, per_page: int) -> Page[OnShelf]:
    """The families whose goods lie on the shelf, by their number."""
    read = (
        select(families.c.id, families.c.brand_ar, families.c.brand_en, func.sum(options.c.on_hand))
        .join_from(options, products, products.c.id == options.c.product_id)
        .join(families, families.c.id == products.c.family_id)
        .where(*ON_SHELF)
        .group_by(families.c.id, families.c.brand_ar, families.c.brand_en)
        .order_by(families.c.id)
    )
    rows = await session.execute(read.offset(page * per_page).limit(per_page + 1))
    return page_of(rows.all(), lambda row: OnShelf(*row), page, per_page)


async def newest_taken_in(session: AsyncSession, most: int) -> tuple[TakenIn, ...]:
    """The newest notes by which goods came in."""
    read = (
        select(notes.c.id, families.c.brand_ar, families.c.brand_en, notes.c.at)
        .join(families, families.c.id == notes.c.family_id)
        .where(notes.c.kind == NoteKind.take_in.value)
        .order_by(notes.c.id.desc())
        .limit(most)
    )
    return tuple(TakenIn(*row) for row in await session.execute(read))
