"""One bot's comings and goings: who it is, how its updates come, and how it leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

import structlog
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.channels.media_cache import MediaCache
from bot.channels.telegram.calls import BotApi
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.held_files import held_in, is_file_unknown
from bot.channels.telegram.menus import Menus
from bot.channels.telegram.parsing import CHANNEL
from bot.channels.telegram.photos import Photos
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.showing import Shower
from bot.channels.telegram.transport import AiohttpRequest
from bot.channels.telegram.troubles import seconds_of
from bot.channels.telegram.updates import ASKED_FOR
from bot.channels.telegram.webhook import MOST_CONNECTIONS, Webhook, secret_for
from bot.ground.metrics import Metrics
from bot.ground.settings import Settings
from bot.ground.timeouts import FINISH_S
from bot.runtime.background import Background, logged
from bot.runtime.deferred_updates import DeferredUpdates
from bot.runtime.intake import Intake
from bot.runtime.retry_policy import Retry
from models.kernel.database import Database

log = structlog.get_logger(__name__)
AGAIN = Retry(first=0.5, longest=30.0)
NOT_LOOKED_UP = "failed to resolve host"
T = TypeVar("T")


class WrongToken(Exception):
    """Telegram does not know the token."""


class Refused(Exception):
    """Telegram refuses what the bot cannot begin without, and would refuse it again."""

    def __init__(self, method: str, why: str) -> None:
        """`why` is what Telegram said; `setting` names what has to be changed."""
        super().__init__(method, why)
        self.why = why
        about = "WEBHOOK_URL" if method == "setWebhook" else "API_URL"
        self.setting = f"ENTAJ_TELEGRAM_{about}"


class TelegramBot:
    """The bot of one token, by webhook when its address is set, else by asking."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        intake: Intake,
        background: Background,
        clock: Callable[[], datetime],
        metrics: Metrics,
    ) -> None:
        """Nothing is opened before `start`; the token must be set."""
        token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
        given = settings.telegram_webhook_secret
        self._settings = settings
        self._database = database
        self._intake = intake
        self._background = background
        self._clock = clock
        self._request = AiohttpRequest()
        self.api = BotApi(self._request, settings.telegram_api_url, token, metrics)
        self.webhook = Webhook(given.get_secret_value() if given else secret_for(token))
        self.channel: Telegram | None = None
        self._polling: Polling | None = None
        self._asking: asyncio.Task[None] | None = None
        self._introducing: asyncio.Task[None] | None = None

    async def start(self) -> Telegram:
        """Open the line, learn who the bot is, and let updates come.

        While Telegram cannot be reached it is tried again and again. Raises WrongToken and Refused.
        """
        await self._request.initialize()
        me = await self._insist("getMe")
        self.channel = self._built(int(me["id"]), str(me["username"]))
        saying = insist(self.channel.menus.say_who, "who the bot is")
        self._introducing = asyncio.create_task(logged(saying))
        aside = DeferredUpdates(self._database, CHANNEL, self._clock)
        # Before any update is let in: the person's later ones must wait for these.
        for update_id, body in await aside.left():
            self._background.run(aside.finish(update_id, body, self.channel.resume))
        if self._settings.telegram_webhook_url:
            await self._set_webhook()
        else:
            await self._insist("deleteWebhook")
            self._polling = Polling(self.api, self.channel, aside)
            self._asking = asyncio.create_task(self._polling.run())
        log.info("telegram-open", bot=me["username"], webhook=self._asking is None)
        return self.channel

    async def close_door(self) -> None:
        """Take no more updates, and finish those under way."""
        self.webhook.telegram = None
        if self._introducing is not None:
            self._introducing.cancel()
            await asyncio.gather(self._introducing, return_exceptions=True)
        if self._polling is not None and self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)
            await self._polling.finish(FINISH_S)

    async def stop(self) -> None:
        """Close the line."""
        if self.channel is not None:
            self.channel.presses.stop()
        await self._request.shutdown()

    async def _set_webhook(self) -> None:
        self.webhook.telegram = self.channel
        await self._insist(
            "setWebhook",
            url=self._settings.telegram_webhook_url,
            secret_token=self.webhook.secret,
            max_connections=MOST_CONNECTIONS,
            allowed_updates=ASKED_FOR,
        )

    async def _insist(self, method: str, **fields: Any) -> Any:
        try:
            return await insist(partial(self.api.call, method, fields), method)
        except InvalidToken:
            raise WrongToken from None
        except BadRequest as error:
            raise Refused(method, error.message) from None

    def _built(self, bot_id: int, username: str) -> Telegram:
        held = MediaCache(
            self._database,
            f"{CHANNEL}:{bot_id}",
            self._clock,
            self._background,
            held_in=held_in,
            is_unknown=is_file_unknown,
        )
        return Telegram(
            api=self.api,
            shower=Shower(self.api, held, username),
            menus=Menus(self.api, self._database),
            photos=Photos(self.api, self._database, self._clock),
            intake=self._intake,
            database=self._database,
            background=self._background,
            clock=self._clock,
        )


async def insist(call: Callable[[], Awaitable[T]], what: str) -> T:
    """The result of a call of Telegram, tried until there is one.

    Raises InvalidToken and BadRequest, which would only come again; not the BadRequest by which
    Telegram says that it could not look the webhook's address up, which may be over soon.
    """
    pauses = AGAIN.pauses()
    while True:
        try:
            return await call()
        except InvalidToken:
            raise
        except TelegramError as error:
            if isinstance(error, BadRequest) and NOT_LOOKED_UP not in error.message.lower():
                raise
            pause = next(pauses)
            if isinstance(error, RetryAfter):
                pause = seconds_of(error)
            log.warning("telegram-not-reached", method=what, why=error.message, again_in=pause)
            await asyncio.sleep(pause)
