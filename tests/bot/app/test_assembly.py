"""A channel that fails does so alone: the others are closed in order all the same."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.app.assembly import ANNOUNCER, Storefront
from bot.ground.settings import Settings
from bot.runtime.channel import Channel, House, NotOpened, Routes
from tests.bot.paper import Paper, Writer
from tests.support.waiting import until


class Stuck(Paper):
    """A channel that cannot be closed in order."""

    name = "stuck"

    async def close_door(self) -> None:
        """It does not close."""
        raise RuntimeError("the door is stuck")


class Refused(Paper):
    """A channel whose platform does not take the shop."""

    name = "refused"

    async def start(self, house: House) -> None:
        """It never opens."""
        raise NotOpened("the platform refuses it")


class Unreached(Paper):
    """A channel whose platform cannot be reached until it is said so."""

    name = "unreached"

    def __init__(self) -> None:
        """The platform is away."""
        super().__init__()
        self.is_back = asyncio.Event()

    def routes(self, house: House) -> Routes:
        """Nothing is served."""
        self.house = house
        return Routes()

    async def start(self, house: House) -> None:
        """Wait until the platform is back."""
        await self.is_back.wait()
        await super().start(house)


def settings(url: str) -> Settings:
    """Those of a shop on any free port."""
    return Settings(database_url=url, web="off", web_port=0)


async def test_a_channel_that_does_not_close_keeps_no_other_open(sqlite_url: str) -> None:
    stuck, paper = Stuck(), Paper()
    with capture_logs() as lines:
        async with Storefront(settings(sqlite_url), [stuck, paper]):
            was_open = paper.is_open
    assert (was_open, paper.is_open) == (True, False)
    failed = [line["channel"] for line in lines if line["event"] == "channel-not-closed"]
    assert failed == ["stuck"]


async def test_a_shop_whose_channel_cannot_be_opened_closes_the_others(sqlite_url: str) -> None:
    paper = Paper()
    shop = Storefront(settings(sqlite_url), [paper, Refused()])
    with pytest.raises(NotOpened, match="the platform refuses it"):
        await shop.__aenter__()
    assert not paper.is_open
    assert not shop.health.ready


@asynccontextmanager
async def opening(shop: Storefront) -> AsyncIterator[None]:
    """The shop while it opens, from when its web host is there."""
    task = asyncio.create_task(shop.__aenter__())
    try:
        await until(lambda: is_listening(shop))
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await shop.close()


async def is_listening(shop: Storefront) -> bool:
    """Whether the web host has its port."""
    return shop.port != 0


async def is_ready(shop: Storefront) -> bool:
    """Whether somebody is let in."""
    return shop.health.ready


async def healthz(shop: Storefront) -> tuple[int, object]:
    """What `GET /healthz` answers."""
    address = f"http://127.0.0.1:{shop.port}/healthz"
    async with aiohttp.ClientSession() as http, http.get(address) as answer:
        return answer.status, await answer.json()


async def test_a_shop_that_lets_nobody_in_is_not_ready(sqlite_url: str) -> None:
    unreached = Unreached()
    shop = Storefront(settings(sqlite_url), [unreached])
    async with opening(shop):
        assert await healthz(shop) == (503, {"ready": False, "waits_for": ["unreached"]})
        unreached.is_back.set()
        await until(lambda: is_ready(shop))
        assert await healthz(shop) == (200, {"ready": True, "waits_for": []})
    assert not shop.health.ready


async def test_a_channel_that_is_waited_for_leaves_the_others_in_service(sqlite_url: str) -> None:
    unreached, paper = Unreached(), Paper()
    shop = Storefront(settings(sqlite_url), [unreached, paper])
    async with opening(shop):
        await until(lambda: is_ready(shop))
        assert await healthz(shop) == (200, {"ready": True, "waits_for": ["unreached"]})
        mona = Writer(paper, "mona", shop.port)
        await mona.writes("/start")
        assert mona.slips
    assert not paper.is_open


class Announcing(Paper):
    """A channel that is called as the announcer's post is."""

    name = ANNOUNCER


@pytest.mark.parametrize("channels", [[Paper(), Paper()], [Announcing()]])
def test_two_posts_of_one_name_are_refused(sqlite_url: str, channels: list[Channel]) -> None:
    """They would have one lock, and one of the two would never work."""
    with pytest.raises(ValueError, match="names of their own"):
        Storefront(settings(sqlite_url), channels)
