"""Two sellers, a customer in the chat and a count at the last piece: it goes to one of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall import sales
from models.hall.moved_products import set_family
from models.hall.note_tables import GoodsNote, NoteKind
from models.hall.notes import Counted, NewNote, book_note
from models.hall.sale_tables import HallSaleLine
from models.hall.sales import Item, NewSale, sell, take_from_shelf
from models.hall.till_tables import Till
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.refusals import OutOfStock
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import set_quantity
from models.orders.tables import OrderLine
from models.people.people import Person
from models.products.stock import Take
from models.products.tables import Option, Product
from models.reports.consistency import discrepancies
from tests.races.crowd import all_at_once, meet
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.halls import a_bazaar, a_seller
from tests.support.held_up import without_waiting
from tests.support.opened import opened
from tests.support.orders import WIDE, order_cart
from tests.support.shelves import a_family, a_person, an_option
from tests.support.threads import in_thread

THINGS = 20
PRICE = Money.dirhams(35)
SELLERS, CHAT, ALL = 2, 2, 4
"""The chat customer is the third of the four processes, and who counts is the last."""


async def prepare(url: str) -> None:
    """Two open tills, a customer, and one piece of each thing."""
    async with opened(url) as database, database.write() as session:
        bazaar_id = await a_bazaar(session)
        for _ in range(SELLERS):
            await a_seller(session, bazaar_id)
        await a_person(session)
        for _ in range(THINGS):
            await an_option(session, stock=1)


async def the_things(session: AsyncSession) -> list[int]:
    """The options."""
    return list(await session.scalars(select(Option.id).order_by(Option.id)))


async def get_each(url: str, worker: int) -> int:
    """How many of the things this one got, each in a transaction of its own."""
    async with opened(url) as database:
        async with database.read() as session:
            things = await the_things(session)
        meet()
        got = 0
        for option_id in things:
            try:
                await part_of(worker)(database, option_id, worker)
                got += 1
            except OutOfStock:
                continue
    return got


def part_of(worker: int) -> Callable[[Database, int, int], Awaitable[None]]:
    """What this one does with each thing."""
    if worker < SELLERS:
        return sell_one
    return order_one if worker == CHAT else miss_one


async def miss_one(database: Database, option_id: int, _worker: int) -> None:
    """A count does not find the piece that should lie there. Refuses: OutOfStock."""
    async with database.write() as session:
        of_option = Product.id == Option.product_id, Option.id == option_id
        family = (await session.scalars(select(Product.family_id).where(*of_option))).one()
        counted = (Counted(option_id, 0, 1),)
        note = NewNote(NoteKind.counted, family, f"count:{option_id}", counted=counted)
        await book_note(acting(session, None, MORNING), note)


async def sell_one(database: Database, option_id: int, worker: int) -> None:
    """The seller with that till sells it. Refuses: OutOfStock."""
    async with database.write() as session:
        tills = (await session.scalars(select(Till.person_id).order_by(Till.id))).all()
        new = NewSale(f"{worker}:{option_id}", (Item(option_id, 1),), PRICE)
        await sell(acting(session, tills[worker], MORNING), new, DEFAULT_TERMS)


async def order_one(database: Database, option_id: int, _worker: int) -> None:
    """The customer orders it. Refuses: OutOfStock."""
    async with database.write() as session:
        buyer = (await session.scalars(select(Person.id).order_by(Person.id.desc()))).first()
        assert buyer is not None
        await set_quantity(acting(session, buyer, MORNING), option_id, 1, WIDE)
        await order_cart(session, buyer, MORNING, terms=WIDE)


async def get_by_looking(url: str, _worker: int) -> int:
    """The same without the guard: what was seen on the shelf is written back less one."""
    async with opened(url) as database:
        async with database.read() as session:
            seen = {
                id_: (await session.get_one(Option, id_)).on_hand
                for id_ in await the_things(session)
            }
        meet()
        for option_id, left in seen.items():
            async with database.write() as session:
                less = update(Option).where(Option.id == option_id).values(on_hand=left - 1)
                await session.execute(less)
        return sum(left > 0 for left in seen.values())


async def outcome(url: str) -> tuple[int, int, list[str]]:
    """What is left, how many were sold, ordered or missed, and where the books disagree."""
    async with opened(url) as database, database.read() as session:
        left = sum((await session.scalars(select(Option.on_hand))).all())
        lines = 0
        for line in (HallSaleLine, OrderLine, GoodsNote):
            lines += len((await session.scalars(select(line.id))).all())
        return left, lines, await discrepancies(session)


def test_the_last_piece_goes_to_one_of_them(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(get_each, database_url, ALL)) == THINGS
    assert in_thread(outcome(database_url)) == (0, THINGS, [])


def test_without_the_guard_all_of_them_get_it(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(get_by_looking, database_url, ALL)) > THINGS


async def may_go_over(database: Database) -> bool:
    """Whether a product goes to another family between a sale's looking at it and its lines."""
    async with database.write() as session:
        option = await an_option(session, stock=5)
        other = await a_family(session)
        product_id = (await session.get_one(Option, option)).product_id
    async with database.write() as selling:
        await take_from_shelf(selling, [Take(option, -1)])
        try:
            async with without_waiting(database) as moving:
                await set_family(acting(moving), product_id, other)
        except DBAPIError:
            return False
    return True


async def test_what_is_being_sold_stays_whose_it_is(postgres_database: Database) -> None:
    assert not await may_go_over(postgres_database)


async def test_a_sale_that_holds_nothing_is_written_for_whose_it_was(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = sales.READ_SHELF
    monkeypatch.setattr(sales, "READ_SHELF", held.with_for_update(read=True, of=sales.options))
    assert await may_go_over(postgres_database)
