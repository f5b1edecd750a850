from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fake_botapi import FakeBotApi
from tests.support.waiting import PATIENCE

from .stage import Stage


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    """A running fake."""
    async with FakeBotApi(patience=PATIENCE) as running:
        yield running


@pytest.fixture
async def stage(api: FakeBotApi) -> AsyncIterator[Stage]:
    """A running fake with Mona in a talk."""
    async with aiohttp.ClientSession() as session:
        made = Stage(api, session, api.person("منى"))
        await made.fill()
        yield made
