"""An edit that was not answered may be carried out later: what is shown next is not put there."""

from __future__ import annotations

import asyncio

import pytest

from bot.app.assembly import Storefront
from bot.channels.telegram.parsing import Spot
from bot.runtime.outcomes import Recipient
from handlers.dialog.layout import banner
from handlers.dialog.speech import Card, Reply, say
from tests.bot.conftest import at_the_menu
from tests.bot.opened import telegram_of
from tests.fake_botapi import FakeBotApi
from tests.support.waiting import PATIENCE, until
from tests.support.words import word


@pytest.mark.usefixtures("no_time_outs")
async def test_what_an_unanswered_edit_may_yet_replace_is_left_to_it(
    api: FakeBotApi, polling_shop: Storefront
) -> None:
    mona = await at_the_menu(api)
    menu = await mona.sees()
    shower, to = telegram_of(polling_shop).shower, Recipient(1, str(mona.id), "en")
    title = say("settings-title")
    late_card = Card(text=title, picture=banner("en", title))
    late = api.trouble("editMessageMedia", mona.id, kind="late", delay=PATIENCE)
    spot = Spot("", menu.id, ("a",))
    reply = Reply(cards=(late_card,), in_place=True)
    showing = asyncio.create_task(shower.show(to, reply, spot, within=PATIENCE))

    async def hangs() -> bool:
        return late.lasting > 0

    await until(hangs)
    after = Card(text=say("help-title"), picture=banner("en", say("help-title")))
    await shower.show(to, Reply(cards=(after,), in_place=True), spot, within=PATIENCE)
    late.is_over()
    await showing
    texts = [each.words for each in mona.screen if not each.mine]
    assert texts[-1].startswith(word("help-title", "en"))
    assert texts[-2].startswith(word("settings-title", "en")), "and not in the late one's place"
