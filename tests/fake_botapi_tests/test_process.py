"""The fake as a process of its own, driven over its control surface."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.fake_botapi import TOKEN

ROOT = Path(__file__).parents[2]


class Remote:
    """Calls the control surface and the Bot API of the process."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session = session
        self._base = f"http://127.0.0.1:{port}"

    async def act(self, name: str, **given: object) -> Any:
        async with self._session.post(f"{self._base}/control/{name}", json=given) as answer:
            return await answer.json()

    async def call(self, method: str, **given: object) -> Any:
        async with self._session.post(f"{self._base}/bot{TOKEN}/{method}", json=given) as answer:
            return await answer.json()


@pytest.fixture
async def remote() -> AsyncIterator[Remote]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.fake_botapi", "--port", "0"),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    try:
        assert process.stdout is not None
        port = int(await process.stdout.readline())
        async with aiohttp.ClientSession() as session:
            yield Remote(session, port)
    finally:
        process.terminate()
        assert await process.wait() == 0


async def test_people_talk_by_control(remote: Remote) -> None:
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


async def test_trouble_and_latency_by_control(remote: Remote) -> None:
    assert await remote.act("trouble", kind="server_error", code=502, times=1) is True
    assert (await remote.call("getMe"))["error_code"] == 502
    assert await remote.act("latency", seconds=0.001) is True
    assert (await remote.call("getMe"))["ok"] is True
    assert "error" in await remote.act("nonsense")
    assert "error" in await remote.act("send", person=5, text="x")
    assert "error" in await remote.act("trouble", kind="flood")
