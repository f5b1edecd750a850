"""Every screen of every flow, in both languages, by people of every role."""

from __future__ import annotations

import asyncio
import sys
from typing import Any, get_args

import pytest

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import AcceptInvitation
from handlers.dialog.actions.staff import TakeOnFounding
from models.kernel.database import Database
from models.people.people import Language
from tests.bot.opened import opened
from tests.bot.whole.busy_day import busy_day, come
from tests.bot.whole.crawler import Crawler
from tests.bot.whole.forms import Answers
from tests.fake_botapi import FakeBotApi

WIDE_OPEN: dict[str, Any] = {
    "open_orders": 1000,
    "open_pieces": 100_000,
    "open_value": 10_000_000,
    "cancellations_a_day": 1000,
}
"""The customer who presses everything orders and cancels more than a customer may."""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ar", "en"])
async def test_every_kind_of_button_is_answered(
    api: FakeBotApi, sqlite_url: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a loaded machine an upload takes longer than anyone waits for another's, and a reply comes
    # when its turn has ended, so that whoever presses next looks at a screen without it.
    monkeypatch.setattr("bot.channels.media.PATIENCE_S", api.patience)
    monkeypatch.setattr("bot.channels.telegram.channel.REPLY_S", api.patience)
    database = Database(sqlite_url)
    await busy_day(database)
    await database.close()
    async with opened(api, sqlite_url, webhook=True, **WIDE_OPEN) as shop:
        crawlers = {
            role: Crawler(
                *(api, shop, person, language, Answers(shop.database, language)),
                is_customer=role == "customer",
            )
            for role, person in (await come(api, shop, language)).items()
        }
        await asyncio.gather(*(crawler.crawls() for crawler in crawlers.values()))
        await api.quiet()
    for role, crawler in crawlers.items():
        sys.stdout.write(f"{language} {role}: {crawler.presses} presses\n")
        assert crawler.complaints == [], role
    # An old button may ask for what its message shows already.
    api.assert_clean(allow=["message is not modified"])
    reached = set().union(*(crawler.reached for crawler in crawlers.values()))
    # These come by a link alone, and by the founder's offer to somebody.
    left_out = {AcceptInvitation, TakeOnFounding}
    assert set(get_args(Action)) - reached <= left_out, set(get_args(Action)) - reached - left_out
