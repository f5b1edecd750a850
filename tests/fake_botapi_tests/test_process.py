"""The fake as a process of its own, driven over its control surface."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.fake_botapi import FakeBotApiProcess
from tests.support.waiting import until


@pytest.fixture
async def remote() -> AsyncIterator[FakeBotApiProcess]:
    async with FakeBotApiProcess("--port", "0") as running:
        yield running


async def test_people_talk_by_control(remote: FakeBotApiProcess) -> None:
    people = await remote.act("people", count=3)
    assert len(people) == 3
    assert await remote.act("send_many", people=people, text="/start", times=2) == 6
    updates = (await remote.call("getUpdates", timeout=5))["result"]
    assert len(updates) == 6
    markup = {"inline_keyboard": [[{"text": "السلة", "callback_data": "cart"}]]}
    await remote.call("sendMessage", chat_id=people[0], text="أهلاً", reply_markup=markup)

    seen = await remote.act("see", person=people[0], contains="أهلاً")
    assert (seen["words"], seen["rows"]) == ("أهلاً", [["السلة"]])
    assert await remote.act("press", person=people[0], label="السلة") is True
    offset = updates[-1]["update_id"] + 1
    (pressed,) = (await remote.call("getUpdates", offset=offset))["result"]
    assert pressed["callback_query"]["data"] == "cart"
    assert len(await remote.act("screen", person=people[0])) == 3
    counted = await remote.act("counters")
    assert counted["calls"] == {"getUpdates": 2, "sendMessage": 1}
    assert (counted["pending"], counted["unanswered"]) == (1, 1)
    assert "unanswered press" in (await remote.act("complaints"))[0]


async def test_trouble_and_latency_by_control(remote: FakeBotApiProcess) -> None:
    assert await remote.act("trouble", kind="server_error", code=502, times=1) is True
    assert (await remote.call("getMe"))["error_code"] == 502
    assert await remote.act("latency", seconds=0.001) is True
    assert (await remote.call("getMe"))["ok"] is True
    for act, given in (
        ("nonsense", {}),
        ("send", {"person": 5, "text": "x"}),
        ("trouble", {"kind": "flood"}),
    ):
        with pytest.raises(AssertionError, match="error"):
            await remote.act(act, **given)


async def test_a_crowd_taps_until_its_time_is_over(remote: FakeBotApiProcess) -> None:
    people = await remote.act("people", count=2)
    talking = asyncio.create_task(echo(remote, [[{"text": "›", "callback_data": "on"}]]))
    try:
        greeted = await remote.act("crowd", people=people, journey=[{"says": "/start"}], seconds=0)
        assert (greeted["done"], greeted["failed"]) == (2, 0)
        journey = [{"press": "^on$"}, {"data": "p{any}", "most": 1}]
        done = 0
        for seconds in (0.2, 2.0, 20.0):  # a slow machine ends no act within the first
            counted = await remote.act("crowd", people=people, journey=journey, seconds=seconds)
            done += counted["done"]
            assert counted["failed"] == 0
            if counted["acts"]:
                break
        assert counted["done"] >= 4
        assert 0 < counted["act_p50"] <= counted["act_p99"]
        missing = [{"press": "^never$"}]
        lost = await remote.act("crowd", people=people, journey=missing, seconds=0, patience=0.1)
        assert (lost["done"], lost["failed"]) == (0, 2)
    finally:
        talking.cancel()
    assert (await remote.act("counters"))["calls"]["answerCallbackQuery"] == done


async def test_a_storm_waits_for_no_answer(remote: FakeBotApiProcess) -> None:
    people = await remote.act("people", count=2)
    talking = asyncio.create_task(echo(remote, [[{"text": "›", "callback_data": "on"}]]))
    await remote.act("crowd", people=people, journey=[{"says": "/start"}], seconds=0)

    async def is_confirmed() -> bool:
        return not (await remote.act("counters"))["pending"]

    await until(is_confirmed)
    talking.cancel()
    await asyncio.gather(talking, return_exceptions=True)
    data = ["a{any}", "b"]
    # A slow machine may not come to press within a few tenths of a second.
    pressed = await remote.act("storm", people=people, data=data, most=1, rate=5, seconds=2.0)
    assert pressed > 2
    waiting = await remote.act("counters")
    assert waiting["unanswered"] == waiting["pending"] == pressed
    updates = (await remote.call("getUpdates"))["result"]
    presses = [each["callback_query"] for each in updates]
    assert [each["data"] for each in presses[:4]] == ["a1", "a1", "b", "b"][: len(presses)]
    assert {each["from"]["id"] for each in presses} == set(people)


async def echo(remote: FakeBotApiProcess, keys: list[list[dict[str, str]]]) -> None:
    """A bot that answers each press, and edits or sends a message with these buttons."""
    markup, offset = {"inline_keyboard": keys}, 0
    while True:
        for update in (await remote.call("getUpdates", offset=offset, timeout=5))["result"]:
            offset = update["update_id"] + 1
            said = {"text": f"{offset}", "reply_markup": markup}
            press = update.get("callback_query")
            if press is None:
                await remote.call("sendMessage", chat_id=update["message"]["chat"]["id"], **said)
                continue
            await remote.call("answerCallbackQuery", callback_query_id=press["id"])
            shown = {"chat_id": press["from"]["id"], "message_id": press["message"]["message_id"]}
            await remote.call("editMessageText", **shown, **said)
