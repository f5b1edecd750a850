"""One bot's comings and goings: who it is, how its updates come, and how it leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

import structlog
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.channels.media import MediaCache
from bot.channels.telegram.calls import AiohttpRequest, BotApi, held_in, is_file_unknown
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.keyboards import deep_link
from bot.channels.telegram.menus import Menus
from bot.channels.telegram.parsing import CHANNEL, COMES_AGAIN
from bot.channels.telegram.photos import Photos
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.showing import Shower
from bot.channels.telegram.troubles import AGAIN, seconds_of
from bot.channels.telegram.updates import ASKED_FOR
from bot.channels.telegram.voices import Voices
from bot.channels.telegram.webhook import MOST_CONNECTIONS, Webhook, secret_for
from bot.ground.metrics import Metrics
from bot.ground.settings import Settings
from bot.ground.timeouts import FINISH_S
from bot.runtime.background import log_failure
from bot.runtime.channel import House, NoLink, NotOpened, Routes
from bot.runtime.deferred_updates import DeferredUpdates
from bot.runtime.outcomes import Brought, Letter
from handlers.dialog.actions import Action
from handlers.dialog.links import encode_link

log = structlog.get_logger(__name__)
NO_SUCH_TOKEN = "ENTAJ_TELEGRAM_TOKEN: Telegram does not know this token"
NOT_LOOKED_UP = "failed to resolve host"
T = TypeVar("T")


class WrongToken(NotOpened):
    """Telegram does not know the token."""

    def __str__(self) -> str:
        return NO_SUCH_TOKEN


class Refused(NotOpened):
    """Telegram refuses what the bot cannot begin without, and would refuse it again."""

    def __init__(self, method: str, why: str) -> None:
        """`why` is what Telegram said to the call of that method."""
        super().__init__(method, why)

    def __str__(self) -> str:
        method, why = self.args
        about = "WEBHOOK_URL" if method == "setWebhook" else "API_URL"
        return f"ENTAJ_TELEGRAM_{about}: Telegram refuses it ({why})"


class TelegramBot:
    """The bot of one token, by webhook when its address is set, else by asking."""

    name = CHANNEL
    comes_again = COMES_AGAIN

    def __init__(self, settings: Settings) -> None:
        """Nothing is opened before `start`; the token must be set."""
        given = settings.telegram_webhook_secret
        self._settings = settings
        self._token = token_of(settings)
        self._request = AiohttpRequest()
        self.webhook = Webhook(given.get_secret_value() if given else secret_for(self._token))
        self._username = ""
        self.channel: Telegram | None = None
        self._polling: Polling | None = None
        self._asking: asyncio.Task[None] | None = None
        self._introducing: asyncio.Task[None] | None = None

    async def link_to(self, action: Action) -> str:
        """The deep link into the bot; before it has started Telegram is asked who it is."""
        payload = encode_link(action)
        self._username = self._username or await bot_name(self._settings)
        return deep_link(self._username, payload)

    def routes(self, _house: House) -> Routes:
        """The webhook's address, where it is set."""
        path = self._settings.webhook_path
        return Routes(hooks={path: self.webhook} if path else {})

    async def start(self, house: House) -> None:
        """Open the line, learn who the bot is, and let updates come.

        While Telegram cannot be reached it is tried again and again. Raises WrongToken and Refused.
        """
        await self._request.initialize()
        api = BotApi(self._request, self._settings.telegram_api_url, self._token, house.metrics)
        me = await call_until_answered(api, "getMe")
        self._username = str(me["username"])
        channel = self.channel = telegram_of(api, house, int(me["id"]), self._username)
        saying = insist(channel.menus.say_who, "who the bot is")
        self._introducing = asyncio.create_task(log_failure(saying))
        deferred = DeferredUpdates(house.database, CHANNEL, house.clock)
        # Before any update is let in: the person's later ones must wait for these.
        for update_id, body in await deferred.left_by_last_run():
            house.background.run(deferred.finish(update_id, body, channel.resume))
        if self._settings.telegram_webhook_url:
            await self._set_webhook(channel)
        else:
            await call_until_answered(api, "deleteWebhook")
            self._polling = Polling(api, channel, deferred)
            self._asking = asyncio.create_task(self._polling.run())
        log.info("telegram-open", bot=me["username"], webhook=self._asking is None)

    async def bring(self, letter: Letter) -> Brought:
        """Send an owed message once; raises Blocked, TryLater or Unsendable."""
        assert self.channel is not None, "it has started"
        return await self.channel.bring(letter)

    async def tend(self) -> None:
        """Keep the menus of those who may do more or less than before."""
        if self.channel is not None:
            await self.channel.menus.keep_due()

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

    async def _set_webhook(self, channel: Telegram) -> None:
        self.webhook.telegram = channel
        await call_until_answered(
            channel.api,
            "setWebhook",
            url=self._settings.telegram_webhook_url,
            secret_token=self.webhook.secret,
            max_connections=MOST_CONNECTIONS,
            allowed_updates=ASKED_FOR,
        )


def telegram_of(api: BotApi, house: House, bot_id: int, username: str) -> Telegram:
    """The bot of that id and name, for this shop."""
    held = MediaCache(
        house.database,
        f"{CHANNEL}:{bot_id}",
        house.clock,
        house.background,
        address=partial(deep_link, username),
        held_in=held_in,
        is_unknown=is_file_unknown,
    )
    return Telegram(
        api=api,
        shower=Shower(api, held, username),
        menus=Menus(api, house.database),
        photos=Photos(api, house.database, house.clock),
        voices=Voices(api, house.database, house.clock),
        intake=house.intake,
        database=house.database,
        background=house.background,
        clock=house.clock,
    )


async def bot_name(settings: Settings) -> str:
    """The user name of the bot, asked for once; raises NoLink."""
    try:
        async with AiohttpRequest() as request:
            api = BotApi(request, settings.telegram_api_url, token_of(settings), Metrics())
            me = await api.call("getMe")
    except InvalidToken:
        raise NoLink(NO_SUCH_TOKEN) from None
    except TelegramError as error:
        raise NoLink(f"Telegram cannot be reached: {error.message}") from None
    return str(me["username"])


def token_of(settings: Settings) -> str:
    """The token; empty where none is set."""
    return settings.telegram_token.get_secret_value() if settings.telegram_token else ""


async def call_until_answered(api: BotApi, method: str, **fields: Any) -> Any:
    """The result of a call, tried until there is one; raises WrongToken and Refused."""
    try:
        return await insist(partial(api.call, method, fields), method)
    except InvalidToken:
        raise WrongToken from None
    except BadRequest as error:
        raise Refused(method, error.message) from None


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
