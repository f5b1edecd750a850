"""The reckoning at the end of the week, read as people read it: books, histories, dues, stock."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.bot.app.test_command_line import entaj
from tests.bot.week.cast import DESK, MANAGER, SCENTS, SWEETS, Cast
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import ScreenMessage
from tests.fake_botapi.people import as_read
from tests.support.orders import stands_in
from tests.support.words import label, word

DAYS = ("الخميس 19 مارس", "الأربعاء 18 مارس", "الثلاثاء 17 مارس", "الاثنين 16 مارس")
Step = tuple[str, ...]
"""An entry of a history: who, what, and the lines beneath."""


async def proved_books(cast: Cast, folder: Path) -> list[str]:
    """What `entaj books` says the accounts come to, having proved that all agrees."""
    proof = await asyncio.to_thread(entaj, folder, "books", DATABASE_URL=cast.url)
    assert (proof.returncode, proof.stderr) == (0, ""), proof.stderr
    return [line for line in proof.stdout.splitlines() if not line.startswith("agrees: ")]


async def day_books(cast: Cast) -> list[list[str]]:
    """The lines of each day's book: yesterday's, and back to that of the first day."""
    chief, books, way = cast[MANAGER], [], word("button-day-book")
    await says(chief, "/desk", way)
    for day in DAYS:
        books.append(figures(await presses(chief, way, f"اليومية: {day} 2026")))
        way = label("button-day-before")
    return books


def figures(book: ScreenMessage) -> list[str]:
    """The lines beneath the heading of a day book."""
    _, *lines = as_read(book.words).splitlines()
    return [line for line in lines if line]


async def histories(cast: Cast) -> dict[str, list[Step]]:
    """Every order's history as the manager reads it, the newest first; no code is in it."""
    chief, read = cast[MANAGER], {}
    for name, order in cast.orders.items():
        await says(chief, order.number, f"طلب {order.number} –")
        past = await presses(chief, label("button-order-history"), f"سجل الطلب {order.number}")
        read[name] = steps(past)
        while past.contains(older := label("button-older")):
            assert not stands_in(as_read(past.words), order.code), past
            past = await presses(chief, older, label("button-newest"))
            read[name] += steps(past)
        assert not stands_in(as_read(past.words), order.code), past
    return read


def steps(past: ScreenMessage) -> list[Step]:
    """Who, and what beneath it, of each entry of a history."""
    _, *entries = as_read(past.words).split("\n\n")
    told = [entry.splitlines() for entry in entries]
    return [(lines[0].partition(" · ")[2], *lines[1:]) for lines in told]


async def dues(cast: Cast) -> dict[str, str]:
    """What each family reads to be due to her."""
    return {brand: await due_to(cast, brand) for brand in (SWEETS, SCENTS)}


async def due_to(cast: Cast, brand: str) -> str:
    """The sum in the line of her page that says it."""
    home = await says(cast[brand], "/family", "المستحق الآن:")
    (line,) = [one for one in as_read(home.words).splitlines() if "المستحق الآن:" in one]
    return line.partition(": ")[2]


async def stock(cast: Cast) -> list[str]:
    """What is left of each thing, as its family reads it."""
    shelves = [
        await says(cast[brand], "/products", f"منتجات {brand}") for brand in (SWEETS, SCENTS)
    ]
    lines = [line for shelf in shelves for line in as_read(shelf.words).splitlines()]
    return [line for line in lines if line.startswith("• ")]


async def purses(cast: Cast, *couriers: str) -> list[str]:
    """The line of each courier's own day that says what she carries; the desk knows of none."""
    await says(cast[DESK], "/desk", word("button-purses"))
    await presses(cast[DESK], word("button-purses"), "لا نقد لطلبات في عهدة أحد الآن.")
    return [await carried(cast, courier) for courier in couriers]


async def carried(cast: Cast, courier: str) -> str:
    """What the courier reads to carry."""
    await says(cast[courier], "/desk", word("button-my-day"))
    day = await presses(cast[courier], word("button-my-day"), "النقد في عهدتكم")
    return as_read(day.words).splitlines()[-1]
