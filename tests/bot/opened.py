"""The real storefront, opened against the fake Bot API over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from pydantic import SecretStr

from bot.app.assembly import Storefront
from bot.app.channels import channels_of
from bot.channels.telegram.bot import TelegramBot
from bot.channels.telegram.channel import Telegram
from bot.ground.settings import Settings
from bot.runtime.channel import Channel
from bot.runtime.scheduler import utc_now
from tests.fake_botapi import TOKEN, FakeBotApi
from tests.support.compiled import share_compiled
from tests.support.opened import patient
from tests.support.ports import free_port

SECRET = "a-secret-of-the-tests"


@asynccontextmanager
async def opened(
    api: FakeBotApi,
    database_url: str,
    *,
    webhook: bool = False,
    clock: Callable[[], datetime] = utc_now,
    beside: Sequence[Channel] = (),
    **more: Any,
) -> AsyncIterator[Storefront]:
    """The storefront of the fake's bot, by webhook or by asking, with the channels `beside` it."""
    port = free_port()
    if webhook:
        more["telegram_webhook_url"] = f"http://127.0.0.1:{port}/telegram"
        more["telegram_webhook_secret"] = SECRET
    settings = Settings(
        database_url=database_url,
        telegram_token=SecretStr(TOKEN),
        telegram_api_url=api.base_url,
        web_port=port,
        **more,
    )
    closed = Storefront(settings, [*channels_of(settings), *beside], clock)
    share_compiled(patient(closed.database))
    async with closed as storefront:
        yield storefront


def bot_of(shop: Storefront) -> TelegramBot:
    """The shop's bot on Telegram."""
    bot = shop.channels["telegram"]
    assert isinstance(bot, TelegramBot)
    return bot


def telegram_of(shop: Storefront) -> Telegram:
    """The same bot as it takes updates; it has started."""
    telegram = bot_of(shop).channel
    assert telegram is not None
    return telegram
