"""Goods of the hall that several have in hand at once: counted, sold, and come back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall import returns, sales
from models.hall.note_tables import NoteKind
from models.hall.notes import Counted, NewNote, book_note
from models.hall.refunds import ComesBack
from models.hall.refusals import ReturnedAlready
from models.hall.returns import NewReturn, take_back
from models.hall.sale_tables import HallReturnLine, HallSale, HallSaleLine
from models.kernel.database import Database
from models.kernel.refusals import OutOfStock
from models.products.low_stock import OnHand
from models.products.stock import Take
from models.products.tables import Option, Product
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.halls import Seller, a_sale, a_seller, a_token
from tests.support.held_up import Work, one_after_another
from tests.support.orders import WIDE
from tests.support.shelves import an_option

SHELF, SOLD = 5, 2
"""The pieces that were taken in, and those of them that a customer has."""


class Shelf(NamedTuple):
    """A seller, an option of which three pieces are left, and a line of the sale before."""

    seller: Seller
    option: int
    family: int
    sale: int
    line: int

    def sells(self, pieces: int) -> Work:
        """She sells so many more."""
        return lambda session: a_sale(session, self.seller, (self.option, pieces))

    def counts(self, found: int) -> Work:
        """Somebody found so many where three should be."""
        counted = (Counted(self.option, found, SHELF - SOLD),)
        note = NewNote(NoteKind.counted, self.family, a_token(), counted=counted)
        return lambda session: book_note(acting(session), note)

    def comes_back(self) -> Work:
        """The customer brings all that she bought."""
        comes = (ComesBack(self.line, SOLD),)
        new = NewReturn(a_token(), self.sale, comes, "torn")
        return lambda session: take_back(acting(session, self.seller.person_id), new, WIDE)


async def a_shelf(database: Database) -> Shelf:
    """Five pieces, of which two are sold."""
    async with database.write() as session:
        seller, option = await a_seller(session), await an_option(session, stock=SHELF)
        sale = await a_sale(session, seller, (option, SOLD))
        line = (await session.scalars(select(HallSaleLine.id))).one()
        family = (await session.scalars(select(Product.family_id))).one()
        return Shelf(seller, option, family, sale, line)


async def at_another_till(database: Database, shelf: Shelf) -> Shelf:
    """The same with another seller's till."""
    async with database.write() as session:
        return shelf._replace(seller=await a_seller(session, shelf.seller.bazaar_id))


async def books(database: Database) -> tuple[int, list[str]]:
    """What lies on the shelf, and where the books disagree."""
    async with database.read() as session:
        left = (await session.scalars(select(Option.on_hand))).one()
        return left, await discrepancies(session)


async def change_as_seen(session: AsyncSession, parts: Sequence[Take]) -> dict[int, OnHand]:
    """Without the guard: what was seen on the shelf is written back, changed by so many."""
    for part in parts:
        chosen = Option.id == part.option_id
        seen = await session.scalar(select(Option.on_hand).where(chosen)) or 0
        changed = update(Option).where(chosen).values(on_hand=seen + part.quantity)
        await session.execute(changed.execution_options(synchronize_session=False))
    return {}


@pytest.mark.parametrize("sold_first", [True, False])
async def test_a_sale_is_not_undone_by_a_count(database: Database, sold_first: bool) -> None:
    """One of the three is missing, and two are sold meanwhile: none is left."""
    shelf = await a_shelf(database)
    works = (shelf.sells(2), shelf.counts(2))
    await one_after_another(database, *(works if sold_first else works[::-1]))
    assert await books(database) == (0, [])


@pytest.mark.parametrize("sold_first", [True, False])
async def test_what_a_count_misses_is_not_sold_as_well(
    database: Database, sold_first: bool
) -> None:
    """Two of the three are missing, and two are sold: whoever comes second is refused."""
    shelf = await a_shelf(database)
    works = (shelf.sells(2), shelf.counts(1))
    with pytest.raises(OutOfStock):
        await one_after_another(database, *(works if sold_first else works[::-1]))
    assert await books(database) == (1, [])


async def test_by_looking_first_what_a_count_missed_is_sold(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sales, "take_off", change_as_seen)
    shelf = await a_shelf(postgres_database)
    await one_after_another(postgres_database, shelf.counts(1), shelf.sells(2))
    left, wrong = await books(postgres_database)
    assert left == 1
    assert any(line.startswith("on hand of option") for line in wrong)


@pytest.mark.parametrize("back_first", [True, False])
async def test_what_comes_back_is_there_beside_what_was_counted(
    database: Database, back_first: bool
) -> None:
    shelf = await a_shelf(database)
    works = (shelf.comes_back(), shelf.counts(0))
    await one_after_another(database, *(works if back_first else works[::-1]))
    assert await books(database) == (SOLD, [])


async def test_by_looking_first_what_a_count_missed_comes_back(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returns, "put_back", change_as_seen)
    shelf = await a_shelf(postgres_database)
    await one_after_another(postgres_database, shelf.counts(0), shelf.comes_back())
    left, wrong = await books(postgres_database)
    assert left == SHELF
    assert any(line.startswith("on hand of option") for line in wrong)


async def came_back(database: Database) -> int:
    """How many pieces came back in all."""
    async with database.read() as session:
        return await session.scalar(select(func.sum(HallReturnLine.quantity))) or 0


async def test_the_same_goods_come_back_once(database: Database) -> None:
    shelf = await a_shelf(database)
    other = await at_another_till(database, shelf)
    with pytest.raises(ReturnedAlready):
        await one_after_another(database, shelf.comes_back(), other.comes_back())
    assert await came_back(database) == SOLD
    assert await books(database) == (SHELF, [])


async def test_without_holding_the_sale_more_comes_back_than_was_sold(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: another till pays for the same goods again."""

    async def look_only(session: AsyncSession, sale_id: int) -> HallSale:
        return await session.get_one(HallSale, sale_id)

    monkeypatch.setattr(returns, "hold_sale", look_only)
    shelf = await a_shelf(postgres_database)
    other = await at_another_till(postgres_database, shelf)
    async with postgres_database.write() as session:
        await shelf.sells(SOLD)(session)  # else the family's figures would fall below nothing
    await one_after_another(postgres_database, shelf.comes_back(), other.comes_back())
    assert await came_back(postgres_database) == 2 * SOLD
