"""A bazaar's day in Arabic over the Bot API: from the goods that come in to the counted tills.

It is a Monday; the doors of the hall opened at eleven.
"""

from __future__ import annotations

from tests.bot.bazaar_day.cast import BAKHOOR, SMALL, Day, everybody_comes, things_are_known
from tests.bot.bazaar_day.counted import (
    an_order_is_delivered,
    goods_are_counted,
    not_everybody_may,
)
from tests.bot.bazaar_day.drawer import the_manager_sees_the_money, tills_are_closed
from tests.bot.bazaar_day.goods import goods_come_in, labels_are_printed
from tests.bot.bazaar_day.last_pieces import it_runs_low, the_last_pieces_go
from tests.bot.bazaar_day.outcome import books_agree, families_were_told
from tests.bot.bazaar_day.sales import things_are_sold, tills_are_opened
from tests.bot.bazaar_day.taken_back import a_sale_is_void, goods_come_back
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi
from tests.support.clock import HandClock
from tests.support.halls import a_bazaar


async def test_a_bazaar_day(api: FakeBotApi, sqlite_url: str) -> None:
    clock = HandClock()
    async with opened(api, sqlite_url, clock=clock) as shop:
        day = Day(api, sqlite_url, clock, shop)
        async with shop.database.write() as session:
            await a_bazaar(session)
        await things_are_known(day)
        await everybody_comes(day)
        await goods_come_in(day)
        labels = await labels_are_printed(day)
        await tills_are_opened(day)
        await things_are_sold(day, labels)
        await a_sale_is_void(day, labels[BAKHOOR])
        await goods_come_back(day)
        await it_runs_low(day, labels)
        number, code = await the_last_pieces_go(day, labels)
        await an_order_is_delivered(day, number, code)
        await goods_are_counted(day, labels[BAKHOOR])
        await not_everybody_may(day, labels[SMALL])
        await tills_are_closed(day, labels)
        await the_manager_sees_the_money(day)
        await day.passes()
        await books_agree(day)
        await families_were_told(day)
    api.assert_clean()
