"""By asking no more than a hundred updates are given: a few people's do not hide the others'."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from sqlalchemy import select

import bot.channels.telegram.channel
import bot.channels.telegram.polling
from bot.app.assembly import Storefront
from bot.channels.telegram.polling import FULL, MANY, Polling
from bot.ground.timeouts import READ_S
from bot.runtime.rate_limit import RateLimiter, RateLimits
from models.messaging.deferred_updates import DeferredUpdate
from tests.bot.channels.telegram.test_trouble import are_kept_aside
from tests.bot.conftest import at_the_menu
from tests.bot.opened import bot_of
from tests.fake_botapi import FakeBotApi
from tests.fake_botapi.trouble import Trouble
from tests.support.waiting import until
from tests.support.words import word


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is owed because it is slow."""
    monkeypatch.setattr(bot.channels.telegram.channel, "REPLY_S", READ_S)


async def asked_again(api: FakeBotApi) -> None:
    """Wait until the bot has asked for updates and worked on what it was given."""
    asked = api.counts["getUpdates"]

    async def has_asked() -> bool:
        return api.counts["getUpdates"] > asked + 3

    await until(has_asked)


async def are_late(late: Sequence[Trouble]) -> bool:
    """Whether each of them waits for an answer."""
    return all(each.lasting for each in late)


@pytest.mark.parametrize("makes_way", [True, False])
async def test_a_hundred_updates_of_a_few_do_not_hide_another_persons(
    api: FakeBotApi,
    polling_shop: Storefront,
    monkeypatch: pytest.MonkeyPatch,
    makes_way: bool,
) -> None:
    if not makes_way:
        monkeypatch.setattr(Polling, "_make_way", lambda *_, **__: None)
    noisy = [api.person(f"Noisy {number}", language_code="en") for number in range(5)]
    slow, calm = api.person("Slow", language_code="en"), api.person("Calm", language_code="en")
    for person in (slow, *noisy):
        await person.starts()
        await person.sees(word("package-atayeb", "en"))
    await api.quiet()
    late = [api.trouble(chat=each.id, kind="late", delay=READ_S - 1.0) for each in (slow, *noisy)]
    await slow.sends("zebra once")
    for number in range(FULL // len(noisy)):
        for person in noisy:
            await person.sends(f"zebra {number}")
    await until(lambda: are_late(late))
    await calm.starts()
    if makes_way:
        await calm.sees(word("package-atayeb", "en"))
        assert not api.platform.updates.waiting_of[slow.id], "nor does who has only one in the way"
    else:
        await asked_again(api)
        assert calm.fresh == [], "with all of theirs in the way hers is not even given"
    assert await are_late(late), "the others still wait for their first answer"
    for each in late:
        each.is_over()
    await calm.sees(word("package-atayeb", "en"))
    await api.quiet()
    await until(lambda: are_kept_aside(polling_shop, 0))
    answered = [each for person in noisy for each in person.screen if each.contains("Nothing")]
    assert len(answered) == FULL


@pytest.mark.parametrize("many", [MANY, FULL])
async def test_fifty_in_the_way_are_put_aside_before_a_hundred_are_given(
    api: FakeBotApi, polling_shop: Storefront, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(bot.channels.telegram.polling, "MANY", many)
    noisy = [api.person(f"Noisy {number}", language_code="en") for number in range(2)]
    for person in noisy:
        await person.starts()
        await person.sees(word("package-atayeb", "en"))
    await api.quiet()
    late = [api.trouble(chat=each.id, kind="late", delay=READ_S - 1.0) for each in noisy]
    for number in range(MANY // 2):
        for person in noisy:
            await person.sends(f"zebra {number}")
    await until(lambda: are_late(late))
    if many == MANY:
        await until(lambda: is_confirmed(api))
        assert await are_kept_aside(polling_shop, MANY)
        async with polling_shop.database.read() as session:
            whose = set(await session.scalars(select(DeferredUpdate.external_id)))
        assert whose == {str(person.id) for person in noisy}
    else:
        await asked_again(api)
        assert await are_kept_aside(polling_shop, 0)
        assert len(api.platform.updates.pending) == MANY, "they are given again each time"
    for each in late:
        each.is_over()
    await api.quiet()
    await until(lambda: are_kept_aside(polling_shop, 0))
    answered = [each for person in noisy for each in person.screen if each.contains("Nothing")]
    assert len(answered) == MANY


async def is_confirmed(api: FakeBotApi) -> bool:
    """Whether the platform has forgotten all that it gave."""
    return not api.platform.updates.pending


@pytest.mark.parametrize("seconds", [1000.0, 0.0])
async def test_who_is_turned_away_is_told_now_and_then(
    api: FakeBotApi, polling_shop: Storefront, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(bot.channels.telegram.polling, "MOST_OF_ONE", 1)
    polling = bot_of(polling_shop)._polling
    told = RateLimiter(RateLimits(acts=1, window=seconds), time.monotonic)
    monkeypatch.setattr(polling, "_turned_away", told)
    mona = await at_the_menu(api)
    await api.quiet()
    late = api.trouble(chat=mona.id, kind="late", delay=READ_S - 1.0)
    await mona.sends("zebra")
    await until(lambda: are_late([late]))
    presses = [await mona.press('["h"]') for _ in range(20)]
    await presses[0].answered()
    await asked_again(api)
    assert late.lasting
    late.is_over()
    await api.quiet()
    assert len([each for each in presses if each.is_answered]) == (1 if seconds else 20)
