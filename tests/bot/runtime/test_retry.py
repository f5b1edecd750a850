"""What the log says of an outage: a line each time, and no trace as of a defect."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.runtime.background import log_failure
from bot.runtime.leader import Leader, post_of
from bot.runtime.retry import outlast
from bot.runtime.retry_policy import Retry
from models.kernel.unavailable import DatabaseAway
from tests.support.opened import opened
from tests.support.outage import server_that_says
from tests.support.waiting import until


@pytest.mark.parametrize(
    ("error", "why"), [(DatabaseAway(OSError("away")), "OSError"), (ValueError("a defect"), None)]
)
async def test_only_a_defect_leaves_its_trace(error: Exception, why: str | None) -> None:
    async def fails() -> None:
        raise error

    with capture_logs() as lines:
        await log_failure(fails())
    (line,) = lines
    assert line["log_level"] == "error"
    assert line.get("why") == why
    assert bool(line.get("exc_info")) is (why is None)


@pytest.mark.parametrize("state", ["57P01", "57P02", "57P03", "53300"])
async def test_a_server_that_takes_nobody_now_leaves_no_trace_in_the_log(state: str) -> None:
    async with server_that_says(state) as url, opened(url) as database:

        async def begin() -> None:
            raise AssertionError("it never has the post")

        with capture_logs() as lines:
            one = asyncio.create_task(Leader(post_of(database, "telegram"), begin, []).run())

            async def told() -> bool:
                return bool(lines)

            await until(told)
            one.cancel()
            await asyncio.gather(one, return_exceptions=True)
    assert lines[0]["event"] == "post-not-held"
    assert "exc_info" not in lines[0]


async def test_an_outage_is_one_line_however_often_it_is_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.runtime.retry.AGAIN", Retry(first=0.0, longest=0.0))
    tries = iter([True, True, True, False])

    async def work() -> None:
        if next(tries):
            raise DatabaseAway(OSError("away"))

    with capture_logs() as lines:
        await outlast(work, update="7")
    assert [line["log_level"] for line in lines] == ["warning", "debug", "debug"]
