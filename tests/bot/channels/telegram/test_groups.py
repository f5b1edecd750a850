"""Commands in groups: answered, and never so often that Telegram would silence the bot."""

from __future__ import annotations

import msgspec
import pytest

from bot.channels.telegram import groups
from bot.channels.telegram.groups import OF_A_GROUP, OF_A_PERSON
from bot.runtime.rate_limit import RateLimits
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi
from tests.fake_botapi.group import Group
from tests.fake_botapi.person import Person
from tests.support.words import word

MEMBERS, COMMANDS = 30, 2
ALLOWED = 20


@pytest.fixture(autouse=True)
def in_one_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, all that is done in a group is done in one window."""
    for limits in ("OF_A_GROUP", "OF_A_PERSON"):
        long = msgspec.structs.replace(getattr(groups, limits), window=3600.0)
        monkeypatch.setattr(groups, limits, long)


async def commands_in_a_group(api: FakeBotApi, url: str) -> tuple[Group, list[Person]]:
    """Everybody in a group asks, one after another, again and again."""
    members = [api.person(f"Member {number}") for number in range(MEMBERS)]
    group = api.group(members)
    async with opened(api, url):
        for _ in range(COMMANDS):
            for member in members:
                await member.sends("/start", chat=group)
        await api.quiet()
    return group, members


async def test_a_group_is_answered_so_often_and_no_more(api: FakeBotApi, sqlite_url: str) -> None:
    group, members = await commands_in_a_group(api, sqlite_url)
    assert api.counts["sendMessage"] == OF_A_GROUP.acts
    answers = [each for each in members[0].screen_of(group) if each.from_bot]
    assert len(answers) == OF_A_GROUP.acts
    api.assert_clean()


async def test_without_the_limit_telegram_would_silence_the_bot(
    api: FakeBotApi, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = RateLimits(acts=1000, window=60.0)
    monkeypatch.setattr(groups, "OF_A_GROUP", free)
    await commands_in_a_group(api, sqlite_url)
    assert api.counts["sendMessage"] == MEMBERS * COMMANDS > ALLOWED


async def test_one_person_does_not_use_up_what_the_group_is_answered(
    api: FakeBotApi, sqlite_url: str
) -> None:
    noisy, calm = api.person("Noisy"), api.person("Calm")
    first, second = api.group([noisy, calm]), api.group([noisy])
    async with opened(api, sqlite_url):
        for number in range(20):
            await noisy.sends("/shop", chat=first if number % 2 else second)
        await api.quiet()
        assert api.counts["sendMessage"] == OF_A_PERSON.acts
        await calm.sends("/shop", chat=first)
        await calm.sees(word("channel-open-private"), chat=first)
    api.assert_clean()


async def test_a_command_in_a_channels_direct_messages_is_answered_in_the_same_talk(
    api: FakeBotApi, sqlite_url: str
) -> None:
    mona = api.person("منى")
    talk = api.group([mona])
    talk.is_of_direct_messages(4711)
    async with opened(api, sqlite_url):
        await mona.sends("/shop", chat=talk)
        await mona.sees(word("channel-open-private"), chat=talk)
    api.assert_clean()
