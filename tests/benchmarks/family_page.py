"""``python -m tests.benchmarks.family_page [--lines N]``: a family's page as the shop grows old.

Two shops in turns on each kind of database, one with a hundredth of the other's lines: what her
figures and her sales cost in processor time, and what the database does for them (rows that
PostgreSQL reads, steps of SQLite's machine).
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

from rich.console import Console
from sqlalchemy import text

import handlers.conversations  # noqa: F401  registers every function that answers
from handlers.dialog.actions import Action
from handlers.dialog.actions.family import ShowFamilyHome, ShowFamilySales
from handlers.dialog.turns import Turns
from models.reports.family_sales import family_sales, family_totals
from tests.benchmarks.order_cost import open_shop, press
from tests.benchmarks.stall import BRANDS, now
from tests.models.messaging.crowd import effort
from tests.support.postgres import Postgres

LINES_A_DAY = 3_000
ROUNDS = 60
NUMBERS = """WITH RECURSIVE n(i) AS
  (SELECT CAST(:first AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :last)"""
ORDERS = f"""
INSERT INTO orders (id, number, token, person_id, state, placed_at, moved_at, name, phone, emirate,
  area, address, note, day, "window", items, fee, total, code, wrong_codes, reason)
{NUMBERS} SELECT i, 'f' || i, 'f' || i, 1, 'delivered', :at, :at, 'n', '+971501234567', 'sharjah',
  'a', 'a', '', :day, '10:00-14:00', 6000, 0, 6000, '000000', 0, '' FROM n"""
LINES = f"""
INSERT INTO order_lines (id, order_id, option_id, product_id, family_id, name_ar, name_en, label_ar,
  label_en, price, quantity, struck_reason)
{NUMBERS} SELECT i, (i + 2) / 3, 1, 1, i % {BRANDS} + 1, 'a', 'a', '', '', 2000, 1, '' FROM n"""
DAYS = f"""
INSERT INTO family_days (family_id, day, bazaar_id, pieces, amount, on_its_way)
{NUMBERS} SELECT i, :day, 0, CAST(:pieces AS INT), CAST(:pieces AS INT) * 2000, 0 FROM n"""
Say = Callable[[str], None]


async def sell(turns: Turns, lines: int) -> None:
    """So many lines of delivered orders, evenly on so many days and for all families."""
    for first in range(1, lines + 1, LINES_A_DAY):
        last = min(first + LINES_A_DAY - 1, lines)
        at = now() - timedelta(days=(lines - first) // LINES_A_DAY)
        moment = at.replace(tzinfo=None) if turns.database.is_sqlite else at
        when = {"at": moment, "day": at.date()}
        pieces = (last - first + 1) // BRANDS
        async with turns.database.write() as session:
            orders = {"first": (first + 2) // 3, "last": (last + 2) // 3}
            await session.execute(text(ORDERS), {**orders, **when})
            await session.execute(text(LINES), {"first": first, "last": last})
            days = {"first": 1, "last": BRANDS, "day": at.date(), "pieces": pieces}
            await session.execute(text(DAYS), days)


async def page_costs(turns: Turns) -> tuple[float, float]:
    """Milliseconds of processor time of her figures and of her sales."""
    return await cost_of(turns, ShowFamilyHome(1)), await cost_of(turns, ShowFamilySales(1))


async def cost_of(turns: Turns, action: Action) -> float:
    """What a press of her member costs, in milliseconds of processor time."""
    began = time.process_time()
    await press(turns, "staff-1", action)
    return (time.process_time() - began) * 1000


async def work_of(turns: Turns) -> tuple[int, int]:
    """What the database does for her figures and for her sales."""
    await press(turns, "staff-1", ShowFamilyHome(1))
    figures = await effort(turns.database, lambda session: family_totals(session, 1, now()))
    return figures, await effort(turns.database, lambda session: family_sales(session, 1))


async def pages(urls: tuple[str, str], lines: int, say: Say) -> None:
    """The young shop and the old one, in turns."""
    shops = [await open_shop(url) for url in urls]
    for turns, count in zip(shops, (lines // 100, lines), strict=True):
        await sell(turns, count)
    rounds = [[await page_costs(turns) for turns in shops] for _ in range(ROUNDS)]
    works = [await work_of(turns) for turns in shops]
    for at, name in enumerate(("figures", "sales")):
        young, old = (median(both[shop][at] for both in rounds) for shop in (0, 1))
        ratio = median(old[at] / young[at] for young, old in rounds)
        say(
            f"{name}: {young:.2f} ms, of {lines:,} lines {old:.2f} ms: x{ratio:.2f};"
            f" done by the database {works[0][at]:,} and {works[1][at]:,}"
        )
    for turns in shops:
        await turns.database.close()


async def measure(lines: int, say: Say) -> None:
    """Both kinds of database."""
    with tempfile.TemporaryDirectory() as folder:
        say("SQLite")
        young, old = (f"sqlite:///{Path(folder) / name}.db" for name in ("young", "old"))
        await pages((young, old), lines, say)
    server = await asyncio.to_thread(Postgres)
    try:
        say("PostgreSQL")
        names = [await asyncio.to_thread(server.fresh) for _ in range(2)]
        await pages((server.url(names[0]), server.url(names[1])), lines, say)
    finally:
        await asyncio.to_thread(server.stop)


def main() -> None:
    """Measure; the numbers are this machine's, the ratios are what to compare."""
    name = "python -m tests.benchmarks.family_page"
    parser = argparse.ArgumentParser(prog=name, description=__doc__)
    parser.add_argument("--lines", type=int, default=900_000, help="lines of the old shop")
    asyncio.run(measure(parser.parse_args().lines, Console().print))


if __name__ == "__main__":
    main()
