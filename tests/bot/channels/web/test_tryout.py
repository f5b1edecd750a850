"""Whenever the try-out is opened its bazaar is open too, so that the hall can sell at once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.app.assembly import Storefront
from bot.channels.web.tryout import open_tryout, opening
from models.bazaars.bazaars import BazaarDay
from models.hall.editions import editions_selling
from models.kernel.database import Database
from tests.bot.channels.web import page
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.words import label, word

FIRST_DAY = opening(MORNING)


@pytest.mark.parametrize(
    ("again", "more"),
    [
        (MORNING + timedelta(minutes=1), 0),
        (MORNING + timedelta(hours=13), 1),
        (FIRST_DAY - timedelta(hours=5), 1),
        (FIRST_DAY + timedelta(hours=1), 0),
        (FIRST_DAY + timedelta(days=90), 1),
    ],
    ids=["at once", "that night", "before the first day", "on the first day", "when it is over"],
)
async def test_the_bazaar_is_open_whenever_the_tryout_is(
    tryout_url: str, again: datetime, more: int
) -> None:
    async with opened(tryout_url) as database:
        before = await count_days(database)
        for _ in range(2):
            await open_tryout(database, again)
            async with database.read() as session:
                assert len(await editions_selling(session, again)) == 1
            assert await count_days(database) == before + more


async def test_the_seller_opens_a_till_and_takes_goods_in(shop: Storefront) -> None:
    async with page.opened(shop, "seller") as seller:
        await seller.presses(label("button-open-till"))
        await seller.presses("100")
        await seller.sees("مريم")
        await seller.says("/stock")
        seller.button(word("button-start-take-in"))


async def count_days(database: Database) -> int:
    """How many openings there are."""
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(BazaarDay)) or 0
