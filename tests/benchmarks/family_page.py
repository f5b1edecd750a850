"""``python -m tests.benchmarks.family_page [--lines N]``: a family's page as the shop grows old.

Two shops in turns on each kind of database, one with a hundredth of the other's lines: what her
figures and her sales cost in processor time, and what the database does for them (rows that
PostgreSQL reads, steps of SQLite's machine).
"""

from __future__ import annotations

import argparse
import asyncio
from datetime import timedelta

from rich.console import Console
from sqlalchemy import text

from handlers.dialog.actions.family import ShowFamilyHome, ShowFamilySales
from handlers.dialog.turns import Turns
from models.reports.family_sales import family_sales, family_totals
from tests.benchmarks.grown import NUMBERS, Growth, Look, measure
from tests.benchmarks.stall import BRANDS, now

LINES_A_DAY = 3_000
ORDERS = f"""
INSERT INTO orders (id, number, token, person_id, state, placed_at, moved_at, name, phone, emirate,
  area, address, note, day, "window", items, fee,
  surcharges, surcharged, discount, total, refunded, code, wrong_codes, reason, on_hold)
{NUMBERS} SELECT i, 'f' || i, 'f' || i, 1, 'delivered', :at, :at, 'n', '+971501234567', 'sharjah',
  'a', 'a', '', :day, '10:00-14:00', 6000, 0,
  '{{}}', 0, 0, 6000, 0, '0000', 0, '', FALSE FROM n"""
LINES = f"""
INSERT INTO order_lines (id, order_id, option_id, product_id, family_id, name_ar, name_en, label_ar,
  label_en, price, quantity, struck_reason, wish)
{NUMBERS} SELECT i, (i + 2) / 3, 1, 1, i % {BRANDS} + 1, 'a', 'a', '', '', 2000, 1, '', '' FROM n"""
DAYS = f"""
INSERT INTO family_days (family_id, day, bazaar_id, pieces, amount, on_its_way)
{NUMBERS} SELECT i, :day, 0, CAST(:pieces AS INT), CAST(:pieces AS INT) * 2000, 0 FROM n"""


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


LOOKS = {
    "figures": Look(ShowFamilyHome(1), lambda session: family_totals(session, 1, now())),
    "sales": Look(ShowFamilySales(1), lambda session: family_sales(session, 1)),
}
GROWTH = Growth("lines", sell, "staff-1", LOOKS)


def main() -> None:
    """Measure; the numbers are this machine's, the ratios are what to compare."""
    name = "python -m tests.benchmarks.family_page"
    parser = argparse.ArgumentParser(prog=name, description=__doc__)
    parser.add_argument("--lines", type=int, default=900_000, help="lines of the old shop")
    asyncio.run(measure(GROWTH, parser.parse_args().lines, Console().print))


if __name__ == "__main__":
    main()
