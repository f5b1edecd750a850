"""Lists and finding stay as quick as they are, however many orders there have been."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.orders.finding import index_order, orders_by_name, orders_by_phone
from models.orders.lists import Due, OrderList, orders_listed
from models.orders.queries import count_by_state
from models.orders.states import OPEN, OrderState
from tests.support.clock import MORNING
from tests.support.orders import HOME
from tests.support.plans import plans_of, without_subplans
from tests.support.runs import packed_orders

PLACES = (("sharjah", "Al Khan"), ("ajman", "Rawda"), ("dubai", "Deira"))
SORTS = ("TEMP B-TREE FOR ORDER", "Sort ")
SORTED = ("the counts", "a name")
"""A handful of states, and the orders of one name, are put into their order on PostgreSQL."""
OLD = 20_000
MOST_TIMES = 1.3
"""What is asked of orders may cost so many times more after ten times as many."""
TIMES = {"a name": 3.0}
"""A text index is read level by level; there are more of them the larger it is, though few."""

# So many delivered orders of other people as the numbers say, on a thousand days before.
OLD_ORDERS = """
INSERT INTO orders (number, token, person_id, state, placed_at, moved_at, name, phone, emirate,
    area, address, note, day, "window", items, fee, surcharges, surcharged, discount, total, code,
    wrong_codes, taken, reason)
WITH RECURSIVE old(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM old WHERE n < {last})
SELECT 'x' || n, 'old' || n, person_id, 'delivered', placed_at, moved_at, 'Somebody ' || n,
    '+97155' || (1000000 + n), emirate, area, address, note,
    date('2020-01-01', (n % 1000) || ' days'), "window", items, fee,
    surcharges, surcharged, discount, total, code, 0, total, ''
FROM old, (SELECT * FROM orders LIMIT 1) AS one
"""

Look = Callable[[AsyncSession], Awaitable[object]]


def listed(state: str, due: Due = Due.all, edge: int = 0) -> Look:
    chosen = OrderList(state, due)
    return lambda session: orders_listed(session, chosen, MORNING, 8, edge)


LOOKS: dict[str, Look] = {
    "the first page": listed("packed"),
    "a later page": listed("packed", edge=1),
    "the page before": listed("packed", edge=-3),
    "what is late": listed("packed", Due.late),
    "what is due tomorrow": listed("packed", Due.tomorrow),
    "what was delivered": listed("delivered"),
    "the counts": lambda session: count_by_state(session, OPEN),
    "a phone": lambda session: orders_by_phone(session, HOME.phone, list(OrderState), 9),
    "a name": lambda session: orders_by_name(session, "مريم", list(OrderState), 9),
}
INDEXES = {
    "the counts": "ix_orders_state_day_window_id",
    "a phone": "ix_orders_phone_id",
    "a name": "order_search",
}


@pytest.mark.parametrize("look", LOOKS)
async def test_orders_are_looked_up_by_an_index_that_has_their_order(
    session: AsyncSession, look: str
) -> None:
    await packed_orders(session, PLACES)
    plan = await plans_of(session, LOOKS[look](session))
    assert INDEXES.get(look, "ix_orders_state_day_window_id") in plan
    assert "SCAN orders" not in plan
    found = without_subplans(plan)
    assert look in SORTED or not any(sort in found for sort in SORTS), plan


async def steps_of(session: AsyncSession, work: Awaitable[object]) -> int:
    """How many steps of SQLite's own machine the work takes: the same on any computer."""
    raw = (await (await session.connection()).get_raw_connection()).driver_connection
    assert isinstance(raw, sqlite3.Connection)
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    raw.set_progress_handler(count, 1)
    try:
        await work
    finally:
        raw.set_progress_handler(None, 0)
    return counted


async def add_old(session: AsyncSession, first: int, last: int) -> None:
    """Orders that were delivered long ago, with these numbers."""
    await session.execute(text(OLD_ORDERS.format(first=first, last=last)))
    await session.execute(
        text(
            "INSERT INTO order_search (rowid, name)"
            " SELECT id, lower(name) FROM orders WHERE token LIKE 'old%'"
            " AND id NOT IN (SELECT rowid FROM order_search)"
        )
    )


async def all_looks(session: AsyncSession) -> dict[str, int]:
    return {name: await steps_of(session, look(session)) for name, look in LOOKS.items()}


async def test_ten_times_as_many_orders_cost_no_more_to_look_through(
    sqlite_database: Database,
) -> None:
    async with sqlite_database.write() as session:
        orders = await packed_orders(session, PLACES)
        for order in orders:
            await index_order(session, order.id, "مريم سعيد")
        await add_old(session, 1, OLD // 10)
        await all_looks(session)  # what is prepared once is prepared now
        few = await all_looks(session)
        await add_old(session, OLD // 10 + 1, OLD)
        many = await all_looks(session)
    assert all(few.values())
    times = {name: many[name] / few[name] for name in LOOKS}
    assert {name for name in LOOKS if times[name] > TIMES.get(name, MOST_TIMES)} == set(), times


async def test_counted_over_all_orders_it_would_cost_ten_times_as_much(
    sqlite_database: Database,
) -> None:
    by_note = text("SELECT count(*) FROM orders WHERE note = 'x'")
    async with sqlite_database.write() as session:
        await packed_orders(session, PLACES)
        await add_old(session, 1, OLD // 10)
        few = await steps_of(session, session.execute(by_note))
        await add_old(session, OLD // 10 + 1, OLD)
        assert await steps_of(session, session.execute(by_note)) > 5 * few


async def test_an_order_is_found_by_its_newest_name_alone(session: AsyncSession) -> None:
    (order,) = await packed_orders(session, PLACES[:1])
    states = list(OrderState)
    assert await orders_by_name(session, "Maryam", states, 9) == []
    await index_order(session, order.id, "Maryam Saeed")
    await index_order(session, order.id, "فاطمة الزهراء")
    assert await orders_by_name(session, "Maryam", states, 9) == []
    (found,) = await orders_by_name(session, "زهراء فاطمه", states, 9)
    assert found.id == order.id
    assert await orders_by_name(session, "زهراء مريم", states, 9) == []
    assert await orders_by_name(session, "فاطمة", ["placed"], 9) == []
    assert await orders_by_name(session, "« »", states, 9) == []


async def test_pages_of_a_list_meet_at_their_edges(session: AsyncSession) -> None:
    ids = [order.id for order in await packed_orders(session, PLACES * 3)]
    packed = OrderList("packed")
    first = await orders_listed(session, packed, MORNING, 4)
    second = await orders_listed(session, packed, MORNING, 4, first.items[-1].id)
    third = await orders_listed(session, packed, MORNING, 4, second.items[-1].id)
    pages = [[order.id for order in page.items] for page in (first, second, third)]
    assert pages == [ids[:4], ids[4:8], ids[8:]]
    assert [(page.before, page.after) for page in (first, second, third)] == [
        (False, True),
        (True, True),
        (True, False),
    ]
    back = await orders_listed(session, packed, MORNING, 4, -second.items[0].id)
    assert (back.items, back.before, back.after) == (first.items, False, True)


async def test_an_order_is_late_once_its_window_has_passed(session: AsyncSession) -> None:
    (order,) = await packed_orders(session, PLACES[:1])

    async def late(hours: float) -> int:
        at = MORNING + timedelta(days=1, hours=hours)
        return len((await orders_listed(session, OrderList("packed", Due.late), at, 9)).items)

    # Its window ends at one o'clock in Dubai, an hour after the tests' noon.
    assert [await late(hours) for hours in (0.9, 1, 30)] == [0, 1, 1]
    assert order.window == "10:00-13:00"
