"""Trouble strikes where and as often as it was asked for, and is no fault of the bot."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.fake_botapi import FloodLimits
from tests.fake_botapi.people import Chat
from tests.fake_botapi.refused import Refused
from tests.fake_botapi.trouble import TroubleKind

from .hook import running_hook
from .stage import Stage

AN_HOUR_S = 3600.0


async def greet(stage: Stage, text: str = "أهلاً") -> dict[str, Any]:
    return await stage.call("sendMessage", chat_id=stage.mona.id, text=text)


def greetings(stage: Stage) -> int:
    return sum(message.text == "أهلاً" for message in stage.mona.screen)


async def test_too_many_requests(stage: Stage) -> None:
    stage.api.trouble("sendMessage", kind="too_many_requests", retry_after=9, times=2)

    async with stage.session.post(
        stage.url("sendMessage"), json={"chat_id": stage.mona.id, "text": "أهلاً"}
    ) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "9")
        said = await answer.json()
    assert said["description"] == "Too Many Requests: retry after 9"
    assert said["parameters"] == {"retry_after": 9}
    assert (await greet(stage))["ok"] is False
    assert (await greet(stage))["ok"] is True
    assert greetings(stage) == 1
    stage.api.assert_clean()


@pytest.mark.parametrize("code", [500, 502])
async def test_server_errors(stage: Stage, code: int) -> None:
    stage.api.trouble(kind="server_error", code=code)

    assert (await greet(stage))["error_code"] == code
    assert (await greet(stage))["ok"] is True
    assert greetings(stage) == 1
    stage.api.assert_clean()


@pytest.mark.parametrize(("kind", "applied"), [("reset", 0), ("drop", 1)])
async def test_broken_connections(stage: Stage, kind: TroubleKind, applied: int) -> None:
    trouble = stage.api.trouble("sendMessage", kind=kind)

    with pytest.raises(aiohttp.ClientError):
        await greet(stage)

    assert trouble.times == 0
    assert greetings(stage) == applied
    assert (await greet(stage))["ok"] is True


async def test_late_answers_are_applied_at_once(stage: Stage) -> None:
    stage.api.trouble("sendMessage", kind="late", delay=AN_HOUR_S)
    stage.mona.looks_away()

    call = asyncio.create_task(greet(stage))

    await stage.mona.sees("أهلاً")
    assert not call.done()
    call.cancel()


async def test_a_late_answer_comes_when_the_trouble_is_over(stage: Stage) -> None:
    late = stage.api.trouble("sendMessage", kind="late", delay=AN_HOUR_S)
    stage.mona.looks_away()
    call = asyncio.create_task(greet(stage))
    await stage.mona.sees("أهلاً")
    assert late.lasting == 1
    late.is_over()
    assert (await call)["ok"] is True
    assert late.lasting == 0


async def test_trouble_is_for_one_chat_or_one_method(stage: Stage) -> None:
    sara = stage.api.person("سارة")
    await sara.starts()
    stage.api.trouble(chat=sara.id, kind="server_error")
    stage.api.trouble("sendPhoto", kind="server_error")

    assert (await greet(stage))["ok"] is True
    struck = await stage.call("sendMessage", chat_id=sara.id, text="أهلاً")
    assert struck["error_code"] == 500


async def test_updates_twice_by_polling(stage: Stage) -> None:
    offset = (await stage.done("getUpdates"))[-1]["update_id"] + 1
    await stage.done("getUpdates", offset=offset)
    stage.api.trouble(chat=stage.mona.id, kind="twice")
    await stage.mona.sends("مرة")

    (first,) = await stage.done("getUpdates", offset=offset)
    (again,) = await stage.done("getUpdates", offset=offset + 1)

    assert first == again
    assert await stage.done("getUpdates", offset=offset + 1) == []


async def test_updates_twice_by_webhook(stage: Stage) -> None:
    async with running_hook() as hook:
        await stage.done("setWebhook", url=hook.url, drop_pending_updates=True)
        stage.api.trouble(kind="twice")
        await stage.mona.sends("مرة")
        await stage.mona.sends("ومرة")
        await stage.mona.quiet()

        assert sorted(hook.texts()) == sorted(["مرة", "مرة", "ومرة"])
        assert len({update["update_id"] for update in hook.taken}) == 2


@pytest.mark.parametrize("by_webhook", [False, True])
async def test_updates_out_of_order(stage: Stage, by_webhook: bool) -> None:
    offset = (await stage.done("getUpdates"))[-1]["update_id"] + 1
    await stage.done("getUpdates", offset=offset)
    async with running_hook() as hook:
        if by_webhook:
            await stage.done("setWebhook", url=hook.url)
        stage.api.trouble(kind="out_of_order")
        await stage.mona.sends("أولاً")
        await stage.mona.sends("ثانياً")
        if by_webhook:
            await stage.mona.quiet()
            came = hook.taken
        else:
            came = await stage.done("getUpdates", offset=offset)

    assert [update["message"]["text"] for update in came] == ["ثانياً", "أولاً"]
    assert came[0]["update_id"] > came[1]["update_id"]
    if not by_webhook:
        assert await stage.done("getUpdates", offset=came[0]["update_id"] + 1) == []


async def test_redelivery_when_the_bot_starts_again(stage: Stage) -> None:
    async with running_hook() as hook:
        await stage.done("setWebhook", url=hook.url, drop_pending_updates=True)
        for text in ("1", "2", "3"):
            await stage.mona.sends(text)
        await stage.mona.quiet()
        stage.api.trouble(kind="redeliver", times=2)
        await stage.done("setWebhook", url=hook.url)
        await hook.took(5)
        assert hook.texts() == ["1", "2", "3", "2", "3"]

        stage.api.redeliver()
        await hook.took(6)
        assert hook.texts()[-1] == "3"


async def test_flood_limits_are_off_until_wanted(stage: Stage) -> None:
    for _ in range(40):
        assert (await greet(stage))["ok"] is True

    stage.api.platform.flood = FloodLimits(burst=3, per_chat=3 / AN_HOUR_S)
    answers = [await greet(stage) for _ in range(4)]

    assert [answer["ok"] for answer in answers] == [True, True, True, False]
    assert answers[-1]["error_code"] == 429
    assert 1 <= answers[-1]["parameters"]["retry_after"] <= AN_HOUR_S, "what is left of the window"
    stage.api.assert_clean()


async def test_floods_count_albums_groups_and_all(stage: Stage) -> None:
    flood = stage.api.platform.flood = FloodLimits(burst=3)
    media = [{"type": "photo", "media": stage.photo_id}] * 2
    album = {"chat_id": stage.mona.id, "media": media}
    assert (await stage.call("sendMediaGroup", **album))["ok"] is True
    assert (await stage.call("sendMediaGroup", **album))["error_code"] == 429

    assert stage.group is not None
    group = stage.api.platform.chats[stage.group.id]
    flood.overall = 1000
    for _ in range(20):
        flood.count(group, 100.0)
    assert refused_at(flood, group, 101.0) == 59
    flood.count(group, 160.5)

    one = FloodLimits(burst=3)
    alone = stage.api.platform.chats[stage.mona.id]
    for now in (5.0, 5.5, 6.0):
        one.count(alone, now)
    assert refused_at(one, alone, 6.5) == 2, "what is left of three seconds"
    one.count(alone, 8.0)

    crowd = FloodLimits()
    people = [stage.api.person() for _ in range(31)]
    chats = [stage.api.platform.chats[person.id] for person in people]
    for chat in chats[:30]:
        crowd.count(chat, 5.0)
    assert refused_at(crowd, chats[30], 5.5) == 1


def refused_at(flood: FloodLimits, chat: Chat, now: float) -> int | None:
    """The pause in seconds that a message at this time is asked for."""
    with pytest.raises(Refused) as refused:
        flood.count(chat, now)
    return refused.value.retry_after


async def test_latency_is_added_to_each_answer(stage: Stage) -> None:
    stage.mona.looks_away()
    stage.api.latency = AN_HOUR_S

    call = asyncio.create_task(greet(stage))

    await stage.mona.sees("أهلاً")
    assert not call.done()
    call.cancel()
