"""Killed with -9 at any moment, the shop loses nothing and does nothing twice."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from models.kernel.database import Database
from tests.fake_botapi import FakeBotApi
from tests.kills.books import Books
from tests.kills.day import Moment, day_of_kills, just_acknowledged, just_claimed
from tests.kills.shop_process import ShopProcess
from tests.kills.stage import Stage
from tests.support.waiting import PATIENCE

pytestmark = pytest.mark.slow
KILLS = 13  # on each database
# So few places that people find their window full when they confirm.
WINDOWS = "10:00-13:00=4 16:00-20:00=4"


@pytest.fixture
def dice() -> random.Random:
    """A new seed each time; ENTAJ_TEST_SEED takes one that was printed before."""
    seed = int(os.environ.get("ENTAJ_TEST_SEED") or random.SystemRandom().randrange(10**9))
    sys.stdout.write(f"ENTAJ_TEST_SEED={seed}\n")
    return random.Random(seed)


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    """People who wait patiently for a shop that is there; a press stays answerable."""
    async with FakeBotApi(patience=PATIENCE, press_lifetime=3600.0) as fake:
        yield fake


@pytest.fixture
async def stage(api: FakeBotApi, database: Database, dice: random.Random) -> Stage:
    """The people, and a shop with goods."""
    made = Stage(api, database, dice)
    await made.stocked()
    return made


async def test_kills_lose_nothing_and_double_nothing(
    stage: Stage, database_url: str, tmp_path: Path
) -> None:
    shop = ShopProcess(stage.api, database_url, tmp_path, DELIVERY_WINDOWS=WINDOWS)
    try:
        await day_of_kills(stage, shop, KILLS)
    finally:
        await shop.abandoned()
    books = Books(stage)
    await books.read()
    found = books.disagreements()
    assert not found, "\n".join((*found, shop.last_words()))
    assert books.placed >= KILLS
    sys.stdout.write(f"{books.placed} orders, {books.twice} notices read twice\n")
    assert books.twice <= sum(stage.held.values())


CARELESS: dict[str, tuple[Moment, str]] = {
    "acknowledging": (just_acknowledged, "did not"),
    "telling": (just_claimed, " 0 times"),
}


@pytest.mark.parametrize("guard", CARELESS)
async def test_without_the_guard_the_same_kills_lose_something(
    guard: str, api: FakeBotApi, sqlite_url: str, dice: random.Random, tmp_path: Path
) -> None:
    moment, loss = CARELESS[guard]
    database = Database(sqlite_url)
    stage = Stage(api, database, dice, orders_of_each=1, patience_at_work=30.0)
    await stage.stocked()
    shop = ShopProcess(api, sqlite_url, tmp_path, ("tests.kills.careless", guard))
    try:
        await day_of_kills(stage, shop, 3, (moment,))
        books = Books(stage)
        await books.read()
    finally:
        await shop.abandoned()
        await database.close()
    lost = books.disagreements()
    assert any(loss in line for line in lost), lost
