"""getUpdates: waits, confirms by offset, and refuses a second poller."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.support.waiting import until

from .stage import Stage


async def drain(stage: Stage) -> int:
    """Confirms what stands in the queue; the offset after it."""
    waiting = await stage.done("getUpdates")
    offset: int = waiting[-1]["update_id"] + 1
    assert await stage.done("getUpdates", offset=offset) == []
    return offset


async def polling(stage: Stage, offset: int) -> asyncio.Task[dict[str, Any]]:
    """A long poll that has arrived."""
    before = stage.api.counts["getUpdates"]
    poll = asyncio.create_task(stage.call("getUpdates", offset=offset, timeout=50))

    async def has_arrived() -> bool:
        return stage.api.counts["getUpdates"] > before

    await until(has_arrived)
    return poll


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_stay_until_confirmed(stage: Stage) -> None:
    offset = await drain(stage)
    await stage.mona.sends("أولاً")
    await stage.mona.sends("ثانياً")

    assert texts(await stage.done("getUpdates")) == ["أولاً", "ثانياً"]
    assert texts(await stage.done("getUpdates", offset=offset)) == ["أولاً", "ثانياً"]
    assert texts(await stage.done("getUpdates", offset=offset, limit=1)) == ["أولاً"]
    assert texts(await stage.done("getUpdates", offset=offset + 1)) == ["ثانياً"]
    assert texts(await stage.done("getUpdates")) == ["ثانياً"]


async def test_a_negative_offset_keeps_the_last(stage: Stage) -> None:
    for text in ("أ", "ب", "ت"):
        await stage.mona.sends(text)

    assert texts(await stage.done("getUpdates", offset=-2)) == ["ب", "ت"]
    assert texts(await stage.done("getUpdates")) == ["ب", "ت"]


async def test_an_offset_far_ahead_confirms_nothing(stage: Stage) -> None:
    offset = await drain(stage)
    stage.api.platform.updates.number_anew(1000)
    await stage.mona.sends("بعد أسبوع")

    for _ in range(2):
        assert texts(await stage.done("getUpdates", offset=offset)) == ["بعد أسبوع"]
    assert await stage.done("getUpdates", offset=1001 + 11) == []


async def test_a_long_poll_wakes(stage: Stage) -> None:
    offset = await drain(stage)
    poll = await polling(stage, offset)
    assert not poll.done()

    await stage.mona.sends("مساء الخير")

    assert texts((await poll)["result"]) == ["مساء الخير"]


async def test_a_second_poller_ends_the_first(stage: Stage) -> None:
    offset = await drain(stage)
    first = await polling(stage, offset)

    second = await polling(stage, offset)

    refused = await first
    assert refused["error_code"] == 409
    assert refused["description"].startswith("Conflict: terminated by other getUpdates request")
    await stage.mona.sends("مرحباً")
    assert texts((await second)["result"]) == ["مرحباً"]


async def test_a_poller_that_died_is_no_refusal(stage: Stage) -> None:
    offset = await drain(stage)
    dead = await polling(stage, offset)
    dead.cancel()
    await asyncio.gather(dead, return_exceptions=True)

    alive = await polling(stage, offset)
    await stage.mona.sends("عدت؟")

    assert texts((await alive)["result"]) == ["عدت؟"]
    stage.api.assert_clean()


async def test_polling_is_refused_while_a_webhook_is_set(stage: Stage) -> None:
    await stage.done("setWebhook", url="http://127.0.0.1:9/hook")

    refused = await stage.call("getUpdates")

    assert refused["error_code"] == 409
    assert "can't use getUpdates method while webhook is active" in refused["description"]
    await stage.done("deleteWebhook", drop_pending_updates=True)
    assert await stage.done("getUpdates") == []


async def test_kinds_not_asked_for_never_come(stage: Stage) -> None:
    offset = await drain(stage)
    await stage.done("getUpdates", offset=offset, allowed_updates=["message"])
    sent = await stage.mona.sends("نص")
    await stage.mona.edits(sent, "نص آخر")

    updates = await stage.done("getUpdates", offset=offset)

    assert [set(update) - {"update_id"} for update in updates] == [{"message"}]
    assert "the bot did not ask for edited_message" in stage.api.complaints()
