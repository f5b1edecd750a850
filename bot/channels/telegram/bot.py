"""One bot's comings and goings: who it is, how its updates come, and how it leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.aside import Aside
from bot.channels.telegram.calls import BotApi, Fields
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.held import HeldFiles
from bot.channels.telegram.menus import Menus
from bot.channels.telegram.photos import Photos
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.showing import Shower
from bot.channels.telegram.transport import AiohttpRequest
from bot.channels.telegram.troubles import seconds_of
from bot.channels.telegram.updates import ASKED_FOR
from bot.channels.telegram.webhook import MOST_CONNECTIONS, Webhook, secret_for
from bot.errands import Errands
from bot.intake import Intake
from bot.metrics import Metrics
from bot.settings import Settings
from models.database import Database

log = structlog.get_logger(__name__)
PAUSES_S = (0.5, 1, 2, 5, 10, 30)
FINISH_S = 10.0


class WrongToken(Exception):
    """Telegram does not know the token."""


class TelegramBot:
    """The bot of one token, by webhook when its address is set, else by asking."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        intake: Intake,
        errands: Errands,
        clock: Callable[[], datetime],
        metrics: Metrics,
    ) -> None:
        """Nothing is opened before `start`; the token must be set."""
        token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
        given = settings.telegram_webhook_secret
        self._settings = settings
        self._database = database
        self._intake = intake
        self._errands = errands
        self._clock = clock
        self._request = AiohttpRequest()
        self.api = BotApi(self._request, settings.telegram_api_url, token, metrics)
        self.webhook = Webhook(given.get_secret_value() if given else secret_for(token))
        self.channel: Telegram | None = None
        self._polling: Polling | None = None
        self._asking: asyncio.Task[None] | None = None

    async def start(self) -> Telegram:
        """Open the line, learn who the bot is, and let updates come; raises WrongToken.

        While Telegram cannot be reached it is tried again and again.
        """
        await self._request.initialize()
        me = await insist(self.api, "getMe", {})
        self.channel = self._built(int(me["id"]), str(me["username"]))
        self._errands.run(self.channel.menus.say_who())
        aside = Aside(self._database, self._clock)
        # Before any update is let in: the person's later ones must wait for these.
        for update_id, body in await aside.left():
            self._errands.run(aside.finish(self.channel, update_id, body))
        if self._settings.telegram_webhook_url:
            await self._set_webhook()
        else:
            await insist(self.api, "deleteWebhook", {})
            self._polling = Polling(self.api, self.channel, aside)
            self._asking = asyncio.create_task(self._polling.run())
        log.info("telegram-open", bot=me["username"], webhook=self._asking is None)
        return self.channel

    async def close_door(self) -> None:
        """Take no more updates, and finish those under way."""
        self.webhook.telegram = None
        if self._polling is not None and self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)
            await self._polling.finish(FINISH_S)

    async def stop(self) -> None:
        """Close the line."""
        await self._request.shutdown()

    async def _set_webhook(self) -> None:
        self.webhook.telegram = self.channel
        await insist(
            self.api,
            "setWebhook",
            {
                "url": self._settings.telegram_webhook_url,
                "secret_token": self.webhook.secret,
                "max_connections": MOST_CONNECTIONS,
                "allowed_updates": ASKED_FOR,
            },
        )

    def _built(self, bot_id: int, username: str) -> Telegram:
        held = HeldFiles(self._database, bot_id, self._clock, self._errands)
        return Telegram(
            api=self.api,
            shower=Shower(self.api, held, username),
            menus=Menus(self.api, self._database),
            photos=Photos(self.api, self._database, self._clock),
            intake=self._intake,
            database=self._database,
            errands=self._errands,
            clock=self._clock,
        )


async def insist(api: BotApi, method: str, fields: Fields) -> Fields:
    """The result of a call that the bot cannot begin without; raises WrongToken."""
    pauses = iter(PAUSES_S)
    while True:
        try:
            result: Fields = await api.call(method, fields)
        except InvalidToken:
            raise WrongToken from None
        except TelegramError as error:
            pause = next(pauses, PAUSES_S[-1])
            if isinstance(error, RetryAfter):
                pause = seconds_of(error)
            log.warning("telegram-not-reached", method=method, why=error.message, again_in=pause)
            await asyncio.sleep(pause)
        else:
            return result
