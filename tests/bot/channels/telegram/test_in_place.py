"""A card that takes the place of the pressed message, or comes as a new one."""

from __future__ import annotations

import pytest

from bot.app.assembly import Storefront
from bot.channels.telegram.parsing import Spot
from handlers.dialog.actions.customer import ShowHelp
from handlers.dialog.speech import Ask, Card, Choice, Reply, say
from tests.bot.channels.telegram.test_slow_answers import of_mona, shower_of
from tests.fake_botapi import FakeBotApi
from tests.support.words import word

ROWS = ((Choice(say("button-help"), ShowHelp()),),)


@pytest.mark.parametrize(
    ("ask", "replaces"),
    [(None, True), (Ask.text, True), (Ask.phone, False), (Ask.place, False), (Ask.message, False)],
)
async def test_what_needs_no_keyboard_of_its_own_takes_the_place_of_what_was_pressed(
    api: FakeBotApi, polling_shop: Storefront, ask: Ask | None, replaces: bool
) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.starts()
    await mona.sees(word("package-atayeb", "en"))
    to, shower = await of_mona(polling_shop), shower_of(polling_shop)
    await shower.show(
        to, Reply(cards=(Card(text=say("button-cart"), choices=ROWS),)), None, within=9
    )
    pressed = mona.screen[-1]
    asking = Card(text=say("paragraph", text="How many?"), choices=ROWS, ask=ask)
    await shower.show(to, Reply(cards=(asking,), in_place=True), Spot("", pressed.id), within=9)
    shown = mona.screen[-1]
    assert shown.contains("How many?")
    assert (shown.id == pressed.id) is replaces
    assert bool(mona.keyboard) is (ask in (Ask.phone, Ask.place))
    await api.quiet()
    api.assert_clean()
