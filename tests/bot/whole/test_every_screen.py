"""Every screen of every flow, in both languages, by people of every role."""

from __future__ import annotations

import asyncio
import shutil
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import AcceptInvitation, Neighbour
from handlers.dialog.actions.selling import OpenReceipt, SellOption
from handlers.dialog.actions.staff import TakeOnFounding
from models.kernel.database import Database
from models.people.people import Language
from tests.bot.conftest import patient_api
from tests.bot.opened import opened
from tests.bot.whole.busy_day import busy_day, come
from tests.bot.whole.crawler import Crawler
from tests.bot.whole.forms import Answers
from tests.fake_botapi import FakeBotApi
from tests.support.waiting import PATIENCE

WIDE_OPEN: dict[str, Any] = {
    "open_orders": 1000,
    "open_pieces": 100_000,
    "open_value": 10_000_000,
    "cancellations_a_day": 1000,
}
"""The customer who presses everything orders and cancels more than a customer may."""


DAYS = 4
"""So many days are begun at the most."""


async def press_everything(url: str, language: Language) -> set[type[Action]]:
    """A busy day on which everybody presses all that they see; the kinds of what was pressed."""
    async with patient_api() as api:
        return await press_all_on(api, url, language)


async def press_all_on(api: FakeBotApi, url: str, language: Language) -> set[type[Action]]:
    """Such a day on that Bot API, which must find nothing amiss with any call."""
    database = Database(url)
    await busy_day(database)
    await database.close()
    async with opened(api, url, webhook=True, **WIDE_OPEN) as shop:
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
    # An old button may ask for what its message shows already, and a file is printed anew; of two
    # products without photos that are drawn as one kind of thing each has a picture of its own.
    api.assert_clean(allow=["message is not modified", "labels.pdf", "sendPhoto picture.jpeg"])
    return set().union(*(crawler.reached for crawler in crawlers.values()))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ar", "en"])
async def test_every_kind_of_button_is_answered(
    sqlite_template: Path,
    tmp_path: Path,
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # On a loaded machine an upload takes longer than anyone waits for another's, and a reply comes
    # when its turn has ended, so that whoever presses next looks at a screen without it.
    monkeypatch.setattr("bot.channels.media.PATIENCE_S", PATIENCE)
    monkeypatch.setattr("bot.channels.telegram.channel.REPLY_S", PATIENCE)
    # These come by a link alone, by the founder's offer to somebody, and on cards of before.
    by_link = {AcceptInvitation, SellOption, OpenReceipt}
    missing = set(get_args(Action)) - by_link - {TakeOnFounding, Neighbour}
    # All press at once, and one may take away what another was to press: then a day begins anew.
    for day in range(DAYS):
        fresh = shutil.copy(sqlite_template, tmp_path / f"day{day}.db")
        missing -= await press_everything(f"sqlite:///{fresh}", language)
        if not missing:
            break
    assert missing == set()
