"""A week of the shop, played by everybody in Arabic over the Bot API, and reckoned at its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.week.cast import FIRST_COURIER, SECOND_COURIER, Cast
from tests.bot.week.concerns import EXPECTED
from tests.bot.week.outcome import (
    BOOKS,
    DAY_BOOKS,
    DUES,
    NOTHING_CARRIED,
    STOCK,
    whole_history,
)
from tests.bot.week.reckoning import day_books, dues, histories, proved_books, purses, stock
from tests.bot.week.story import at, monday, the_shop_is_open, thursday, tuesday, wednesday
from tests.bot.week.told import notices_of
from tests.fake_botapi import FakeBotApi
from tests.support.clock import HandClock

TAPS = {
    "accept twelve": 3,
    "pack twelve": 3,
    "find by phone": 0,
    "take twelve out": 2,
    "pass a run on": 2,
}
"""As the README's page for staff counts them."""


@pytest.mark.slow
async def test_a_week_of_the_shop(api: FakeBotApi, database_url: str, tmp_path: Path) -> None:
    cast = Cast(api, database_url, HandClock(at(0, 9)))
    taps = await monday(cast) | await tuesday(cast)
    assert taps == TAPS
    await wednesday(cast)
    await thursday(cast)
    async with the_shop_is_open(cast, at(4, 9)) as shop:
        told = {name: await notices_of(cast, shop.database, name) for name in cast.people}
        assert told == EXPECTED
        assert await proved_books(cast, tmp_path) == BOOKS
        assert await day_books(cast) == DAY_BOOKS
        assert await histories(cast) == whole_history(cast)
        assert await dues(cast) == DUES
        assert await stock(cast) == STOCK
        couriers = (FIRST_COURIER, SECOND_COURIER)
        assert await purses(cast, *couriers) == [NOTHING_CARRIED] * len(couriers)
    api.assert_clean()
