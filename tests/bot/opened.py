"""The real storefront, opened against the fake Bot API over real HTTP."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any

from bot.assembly import Storefront
from bot.clock import utc_now
from bot.settings import Settings
from bot.web.serving import PortTaken, listening_socket
from tests.fake_botapi import TOKEN, FakeBotApi

SECRET = "a-secret-of-the-tests"


@asynccontextmanager
async def opened(
    api: FakeBotApi,
    database_url: str,
    *,
    webhook: bool = False,
    clock: Callable[[], datetime] = utc_now,
    **more: Any,
) -> AsyncIterator[Storefront]:
    """The storefront of the fake's bot, by webhook or by asking."""
    port = free_port()
    if webhook:
        more["telegram_webhook_url"] = f"http://127.0.0.1:{port}/telegram"
        more["telegram_webhook_secret"] = SECRET
    settings = Settings(
        database_url=database_url,
        telegram_token=TOKEN,
        telegram_api_url=api.base_url,
        web_port=port,
        **more,
    )
    async with Storefront(settings, clock) as storefront:
        yield storefront


def free_port() -> int:
    """A port that nobody listens on, and that the system gives to nobody who connects."""
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000)
        with suppress(PortTaken):
            listening_socket("127.0.0.1", port).close()
            return port
