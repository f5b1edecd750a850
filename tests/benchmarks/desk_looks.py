"""``python -m tests.benchmarks.desk_looks [--orders N]``: the desk's looks as orders grow many.

Two shops in turns on each kind of database, one with a hundredth of the other's orders and as many
on each day: what the desk, its lists, an order found by phone or name and the day book cost in
processor time, and what the database does for them (rows that PostgreSQL reads, steps of SQLite's
machine).
"""

from __future__ import annotations

import argparse
import asyncio
from datetime import timedelta

import msgspec
from rich.console import Console
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.audit import ShowDayBook
from handlers.dialog.actions.deliveries import FindOrder, FindOrders, ListDeliveries
from handlers.dialog.actions.staff import ShowDesk
from handlers.dialog.turns import Turns
from models.kernel.calendar import dubai_day
from models.kernel.facts import Fact, OrderDelivered, OrderPlaced, tag_of
from models.kernel.money import Money
from models.orders.finding import orders_by_name, orders_by_phone
from models.orders.lists import OrderList, orders_listed
from models.orders.queries import count_by_state, order_by_number
from models.orders.states import OPEN, OrderState
from models.reports.day_book import day_book
from tests.benchmarks.grown import NUMBERS, Growth, Look, measure
from tests.benchmarks.stall import BRANDS, now

A_DAY = 500
WAITING = 200
OF_A_PERSON = 5
PHONE, NUMBER, NAME = "+971500000100", "0000100", "mariam0000100"
ALL = tuple(OrderState)


LOOKS: dict[str, Look] = {
    "the desk": Look(ShowDesk(), lambda session: count_by_state(session, OPEN)),
    "a list of open ones": Look(
        ListDeliveries("placed"),
        lambda session: orders_listed(session, OrderList("placed"), now(), 8),
    ),
    "a list of delivered ones": Look(
        ListDeliveries("delivered"),
        lambda session: orders_listed(session, OrderList("delivered"), now(), 8),
    ),
    "found by number": Look(FindOrder(NUMBER), lambda session: order_by_number(session, NUMBER)),
    "found by phone": Look(
        FindOrders(PHONE), lambda session: orders_by_phone(session, PHONE, ALL, 9)
    ),
    "found by name": Look(FindOrders(NAME), lambda session: orders_by_name(session, NAME, ALL, 9)),
    "the day book": Look(
        ShowDayBook(), lambda session: day_book(session, dubai_day(now()) - timedelta(days=1))
    ),
}
WHOSE = f"substr('0000000' || (i / {OF_A_PERSON}), length('' || (i / {OF_A_PERSON})) + 1)"
STEPS = ("placed", "accepted", "packed", "out")
ORDERS = f"""
INSERT INTO orders (id, number, token, person_id, state, placed_at, moved_at, name, phone, emirate,
  area, address, note, day, "window", items, fee, surcharges, surcharged, discount, total, taken,
  refunded, code, wrong_codes, reason, on_hold)
{NUMBERS} SELECT i, substr('0000000' || i, length('' || i) + 1),
  't' || i, 1, :state, :at, :at, 'Mariam' || {WHOSE},
  '+97150' || {WHOSE}, 'sharjah', 'a', 'a', '', :day,
  '10:00-14:00', 6000, 0, '{{}}', 0, 0, 6000, :taken, 0, '0000', 0, '', FALSE FROM n"""
LINES = f"""
INSERT INTO order_lines (id, order_id, option_id, product_id, family_id, name_ar, name_en, label_ar,
  label_en, price, quantity, struck_reason, wish)
{NUMBERS} SELECT i, i, 1, 1, i % {BRANDS} + 1, 'a', 'a', '', '', 6000, 1, '', '' FROM n"""
NAMES = f"""
INSERT INTO order_search (rowid, name)
{NUMBERS} SELECT i, 'mariam' || {WHOSE} FROM n"""
FACTS = f"""
INSERT INTO facts (body, at, actor_id, order_id, announced_at, quiet, kind)
{NUMBERS} SELECT CAST(:head AS TEXT) || i || CAST(:tail AS TEXT), :at, 1, i, :at, FALSE,
  CAST(:kind AS TEXT) FROM n"""


async def take_orders(turns: Turns, count: int) -> None:
    """So many orders, as many on each day up to yesterday, all delivered; and some open ones."""
    for first in range(1, count + 1, A_DAY):
        last = min(first + A_DAY - 1, count)
        ago = 1 + (count - last) // A_DAY
        async with turns.database.write() as session:
            await some_orders(session, (first, last), turns, ago, "delivered")
    each = WAITING // len(STEPS)
    for at, state in enumerate(STEPS):
        first = count + 1 + at * each
        async with turns.database.write() as session:
            await some_orders(session, (first, first + each - 1), turns, 0, state)
    if not turns.database.is_sqlite:
        async with turns.database.write() as session:
            await session.execute(text("ANALYZE"))


async def some_orders(
    session: AsyncSession, which: tuple[int, int], turns: Turns, ago: int, state: str
) -> None:
    """The orders of these ids, placed and now in that state so many days ago."""
    at = now() - timedelta(days=ago)
    moment = at.replace(tzinfo=None) if turns.database.is_sqlite else at
    ids = {"first": which[0], "last": which[1]}
    taken = 6000 if state == "delivered" else None
    order = {"state": state, "at": moment, "day": dubai_day(at), "taken": taken}
    await session.execute(text(ORDERS), {**ids, **order})
    await session.execute(text(LINES), ids)
    await session.execute(text(NAMES), ids)
    facts: list[Fact] = [OrderPlaced(0)]
    if taken:
        facts.append(OrderDelivered(0, taken=Money(taken)))
    for fact in facts:
        head, tail = msgspec.json.encode(fact).decode().split('"order_id":0')
        known = {"head": f'{head}"order_id":', "tail": tail, "kind": tag_of(type(fact))}
        await session.execute(text(FACTS), {**ids, **known, "at": moment})


GROWTH = Growth("orders", take_orders, "staff-0", LOOKS)


def main() -> None:
    """Measure; the numbers are this machine's, the ratios are what to compare."""
    name = "python -m tests.benchmarks.desk_looks"
    parser = argparse.ArgumentParser(prog=name, description=__doc__)
    parser.add_argument("--orders", type=int, default=1_000_000, help="orders of the old shop")
    asyncio.run(measure(GROWTH, parser.parse_args().orders, Console().print))


if __name__ == "__main__":
    main()
