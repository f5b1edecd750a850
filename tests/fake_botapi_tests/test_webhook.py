"""Updates come by POST, in lanes, again until they are taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.support.waiting import until

from .hook import Hook, running_hook
from .stage import Stage


@pytest.fixture
async def hook(stage: Stage) -> AsyncIterator[Hook]:
    """A hook that is set as the webhook, with nothing waiting."""
    async with running_hook() as running:
        await stage.done(
            "setWebhook",
            url=running.url,
            secret_token="hush_hush",
            drop_pending_updates=True,
        )
        yield running


async def test_updates_come_with_the_secret(stage: Stage, hook: Hook) -> None:
    await stage.mona.sends("مرحباً")
    (update,) = await hook.took(1)
    await stage.mona.quiet()

    assert update["message"]["text"] == "مرحباً"
    assert hook.secrets == ["hush_hush"]
    info = await stage.done("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (hook.url, 0)


async def test_what_waited_comes_when_the_webhook_is_set(stage: Stage) -> None:
    await stage.mona.sends("قبل الخطاف")
    async with running_hook() as hook:
        await stage.done("setWebhook", url=hook.url, allowed_updates=["message"])
        await stage.api.quiet()

        texts = [update.get("message", {}).get("text") for update in hook.taken]
        assert texts.count("قبل الخطاف") == 1
        assert len(hook.taken) == 4


async def test_a_chat_is_served_in_order_one_at_a_time(stage: Stage, hook: Hook) -> None:
    sara = stage.api.person("سارة")
    hook.gate.clear()
    for text in ("1", "2", "3"):
        await stage.mona.sends(text)
    await hook.took(1)
    await sara.sends("4")
    await hook.took(2)

    assert hook.texts() == ["1", "4"]
    hook.gate.set()
    await stage.api.quiet()
    assert hook.texts() == ["1", "4", "2", "3"]


async def test_presses_overtake_texts(stage: Stage, hook: Hook) -> None:
    hook.gate.clear()
    await stage.mona.sends("نص")
    await hook.took(1)

    await stage.mona.press("overtakes")
    await stage.mona.press("waits")
    await stage.api.person("سارة").sends("بعدهما")

    await hook.took(3)
    assert hook.texts() == ["نص", "overtakes", "بعدهما"]


async def test_refused_deliveries_come_again(stage: Stage, hook: Hook) -> None:
    hook.statuses = [500, 503]
    await stage.mona.sends("أعد")
    await stage.mona.quiet()

    assert hook.texts() == ["أعد"] * 3
    info = await stage.done("getWebhookInfo")
    assert info["last_error_message"].startswith("Wrong response from the webhook: 503")


async def test_an_asked_pause_is_kept(stage: Stage, hook: Hook) -> None:
    hook.statuses, hook.headers = [429], {"Retry-After": "3600"}
    await stage.mona.sends("لاحقاً")
    await until(lambda: has_failed(stage))

    hook.statuses, hook.headers = [500, 500, 500], {}
    await stage.api.person("سارة").sends("أعد")
    assert [update["message"]["text"] for update in await hook.took(5)] == ["لاحقاً", *["أعد"] * 4]
    await stage.done("setWebhook", url=hook.url)
    await stage.mona.quiet()
    assert hook.texts().count("لاحقاً") == 2


async def test_deliveries_survive_a_bot_that_is_down(stage: Stage) -> None:
    async with running_hook() as gone:
        url = gone.url
    await stage.done("setWebhook", url=url, drop_pending_updates=True)
    await stage.mona.sends("هل من أحد؟")
    await until(lambda: has_failed(stage))
    info = await stage.done("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert info["last_error_message"].startswith("Connection failed")

    async with running_hook() as back:
        await stage.done("setWebhook", url=back.url)
        await stage.mona.quiet()
        assert back.texts() == ["هل من أحد؟"]


async def test_no_more_connections_than_asked_for(stage: Stage, hook: Hook) -> None:
    await stage.done("setWebhook", url=hook.url, max_connections=3)
    hook.gate.clear()
    people = [stage.api.person() for _ in range(10)]
    for person in people:
        await person.sends("سلام")
    await hook.took(3)
    for _ in range(100):  # whatever need not wait comes meanwhile
        await asyncio.sleep(0)
    hook.gate.set()
    await stage.api.quiet()

    assert hook.most_open == 3
    assert len(hook.taken) == 10


async def test_a_method_in_the_answer_is_run(stage: Stage, hook: Hook) -> None:
    hook.answer = {"method": "sendMessage", "chat_id": stage.mona.id, "text": "من الخطاف"}
    await stage.mona.sends("سؤال")

    assert (await stage.mona.sees()).text == "من الخطاف"
    hook.answer = {"method": "getMe"}
    calls = len(stage.api.calls)
    await stage.mona.sends("سؤال")
    await stage.mona.quiet()
    assert len(stage.api.calls) == calls


async def test_a_deleted_webhook_gets_nothing(stage: Stage, hook: Hook) -> None:
    await stage.done("deleteWebhook")
    await stage.mona.sends("بلا خطاف")

    (update,) = await stage.done("getUpdates")
    assert update["message"]["text"] == "بلا خطاف"
    assert hook.taken == []


async def has_failed(stage: Stage) -> bool:
    """Whether a delivery has failed, and the platform says why."""
    return bool(stage.api.platform.webhook.last_error)
