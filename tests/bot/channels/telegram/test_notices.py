"""A notice is seen although its press has had its one answer: that it was too fast."""

from __future__ import annotations

from functools import partial

import pytest

from bot.channels.telegram.parsing import Spot
from bot.runtime.rate_limit import RateLimits
from handlers.dialog.speech import Card, Reply, say
from tests.bot.channels.telegram.test_slow_answers import from_bot, of_mona, shower_of
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi
from tests.support.words import word

FREE = 20


async def test_of_somebody_who_is_slowed_it_stands_on_the_card(
    api: FakeBotApi, stocked_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is, all that she does is in one window.
    monkeypatch.setattr("bot.app.assembly.RateLimits", partial(RateLimits, window=3600))
    async with opened(api, stocked_url, most_acts=FREE) as shop:
        mona = api.person("Mona", language_code="en")
        await mona.starts("p_1")
        card = await mona.sees("Luqaimat")
        for _ in range(FREE):
            await mona.sends("hello")
        press = await mona.presses(word("product-add", "en"), message=card)
        assert press is not None
        assert await press.answered() != word("added-to-cart", "en")
        shop.intake.hurry()
        await api.quiet()
        assert any("Added to your cart" in words for words in from_bot(mona))


@pytest.mark.parametrize("cards", [(), (Card(text=say("button-help")),)])
async def test_without_a_query_to_answer_it_is_a_message(
    api: FakeBotApi, stocked_url: str, cards: tuple[Card, ...]
) -> None:
    async with opened(api, stocked_url) as shop:
        mona = api.person("Mona", language_code="en")
        await mona.starts()
        await mona.sees(word("package-atayeb", "en"))
        await mona.quiet()
        reply = Reply(cards=cards, notice=say("cart-cleared"))
        to = await of_mona(shop)
        await shower_of(shop).show(to, reply, Spot("", None), within=5.0)
        (told,) = [words for words in from_bot(mona) if "cart" in words.lower()][-1:]
        assert ("Help" in told) == bool(cards)
        assert api.calls_of("answerCallbackQuery") == []
