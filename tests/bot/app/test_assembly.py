"""A channel that fails does so alone: the others are closed in order all the same."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from bot.app.assembly import ANNOUNCER, Storefront
from bot.ground.settings import Settings
from bot.runtime.channel import Channel, House, NotOpened
from tests.bot.paper import Paper


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
    assert not shop.ready


class Announcing(Paper):
    """A channel that is called as the announcer's post is."""

    name = ANNOUNCER


@pytest.mark.parametrize("channels", [[Paper(), Paper()], [Announcing()]])
def test_two_posts_of_one_name_are_refused(sqlite_url: str, channels: list[Channel]) -> None:
    """They would have one lock, and one of the two would never work."""
    with pytest.raises(ValueError, match="names of their own"):
        Storefront(settings(sqlite_url), channels)
