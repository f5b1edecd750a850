"""Builds the storefront from its settings, opens it, and closes it in order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import Any, Self

from starlette.routing import BaseRoute
from starlette.types import ASGIApp

import handlers.conversations  # noqa: F401  registers every function that answers
from bot.channels.telegram.bot import TelegramBot
from bot.channels.telegram.parsing import CHANNEL as TELEGRAM
from bot.channels.telegram.parsing import COMES_AGAIN
from bot.channels.web.channel import CHANNEL as WEB
from bot.channels.web.channel import WebChannel
from bot.channels.web.tryout import open_tryout
from bot.ground.metrics import Metrics
from bot.ground.settings import Settings
from bot.ground.timeouts import FINISH_S
from bot.runtime.announcer import BETWEEN_PORTIONS_S, Announcer
from bot.runtime.background import Background
from bot.runtime.intake import Intake
from bot.runtime.leader import Fenced, Leader, post_of
from bot.runtime.outcomes import Channel
from bot.runtime.rate_limit import RateLimits
from bot.runtime.scheduler import Scheduler, utc_now
from bot.runtime.sender import Sender
from bot.runtime.web_host.guards import OwnMachineOnly
from bot.runtime.web_host.server import WebServer
from bot.runtime.web_host.site import at_once, metrics_route, web_app
from handlers.dialog.turns import Turns
from handlers.notifications.reminders import owe_reminders
from models.kernel.database import Database
from models.messaging.outbox import forget_words
from models.messaging.owed import PORTION
from models.messaging.photo_cleanup import (
    FORGOTTEN_AT_ONCE,
    UNUSED_FOR,
    forget_unused_photos,
    unused_photos,
)
from models.messaging.processed_updates import KEPT, forget_processed
from models.messaging.web_messages import forget_acts
from models.migrations import migrate

REMINDERS_S = 15.0
WAKE_S = 2.0
PRUNE_S = 3600.0


class Storefront:
    """The whole shop, open while it is entered: `async with Storefront(settings)`."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = utc_now) -> None:
        """`clock` gives the time in UTC."""
        self.settings = settings
        self.clock = clock
        self.database = Database(settings.database_url)
        self.metrics = Metrics()
        self.background = Background()
        self.turns = Turns(self.database, settings.terms(), clock)
        limits = RateLimits(acts=settings.most_acts)
        self.intake = Intake(self.turns, clock, self.metrics, limits, self._rests)
        self.channels: dict[str, Channel] = {}
        name, own = ("page", WEB) if settings.telegram_token is None else ("telegram", TELEGRAM)
        self._own_channel = own
        self._post = post_of(self.database, name)
        self._fenced: dict[str, Channel] = {}
        self.sender = Sender(self.database, self._fenced, clock, self.metrics)
        self.announcer = Announcer(self.database, clock, self.sender.wake)
        self.telegram = self._telegram()
        self.one_sender = self._one_sender()
        self.web: WebServer | None = None
        self.ready = False
        self._loops: list[asyncio.Task[None]] = []

    @property
    def port(self) -> int:
        """The port that the web host listens on; 0 while it is closed."""
        return self.web.port if self.web is not None else 0

    async def __aenter__(self) -> Self:
        """Open: the database, the web host, the loops, and last the bot."""
        try:
            await self._open()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        await self.close()

    async def _open(self) -> None:
        await migrate(self.database)
        routes = await self._page() if self.settings.web_face == "tryout" else []
        await self._serve(routes)
        self.database.when_committed(self.announcer.wake, *Announcer.LOOKS_AT)
        self.database.when_committed(self.sender.wake, *Sender.LOOKS_AT)
        self._loop(self.one_sender.run())
        if self.telegram is not None:
            self._open_channel(TELEGRAM, await self.telegram.start())
        self.ready = True

    async def close(self) -> None:
        """Close the doors, finish what is under way, and let go of everything."""
        self.ready = False
        self.intake.hurry()
        if self.telegram is not None:
            await self.telegram.close_door()
        if self.web is not None:
            await self.web.stop()
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        await self.sender.finish(FINISH_S)
        await self.one_sender.leave()
        await self.background.finish(FINISH_S)
        if self.telegram is not None:
            await self.telegram.stop()
        await self.database.close()

    def _telegram(self) -> TelegramBot | None:
        if self.settings.telegram_token is None:
            return None
        return TelegramBot(
            self.settings, self.database, self.intake, self.background, self.clock, self.metrics
        )

    def _rests(self, account_id: int, seconds: float) -> None:
        """The platform asked an answer to wait: what is owed to that chat waits too."""
        self.sender.quiet.was_asked_for(account_id, seconds)

    def _one_sender(self) -> Leader:
        """One process announces, sends and keeps time; the others only answer."""
        return Leader(
            self._post,
            lambda: self.sender.take_over([self._own_channel]),
            [self.announcer.run, self.sender.run, self._keep_time],
        )

    async def _page(self) -> list[BaseRoute]:
        """The chat page of the try-out."""
        # A bot shows no page.
        from bot.channels.web.chat import ChatPage

        channel = WebChannel(self.database, self.clock)
        self._open_channel(WEB, channel)
        accounts = await open_tryout(self.database, self.clock())
        return ChatPage(channel, self.intake.take, accounts).routes()

    def _open_channel(self, name: str, channel: Channel) -> None:
        """From now on the channel's messages are brought, while this process has the post."""
        self.channels[name] = channel
        self._fenced[name] = Fenced(channel, self._post)

    async def _serve(self, routes: list[BaseRoute]) -> None:
        if self.settings.metrics:
            routes = [metrics_route(self.metrics), *routes]
        self.web = WebServer(self.settings.web_host, self.settings.web_port)
        app: ASGIApp = web_app(lambda: self.ready, routes)
        if self.telegram is not None and self.settings.webhook_path:
            app = at_once(self.settings.webhook_path, self.telegram.webhook, app)
        if self.settings.web_face == "tryout":
            app = OwnMachineOnly(app, self.web.port)
        await self.web.start(app)

    def _loop(self, work: Coroutine[Any, Any, None]) -> None:
        self._loops.append(asyncio.create_task(work))

    async def _keep_time(self) -> None:
        ticker = Scheduler()
        ticker.every(REMINDERS_S, "reminders", self._remind)
        ticker.every(WAKE_S, "look", self._look)
        ticker.every(WAKE_S, "menus", self._keep_menus)
        ticker.every(PRUNE_S, "prune", self.prune)
        await ticker.run()

    async def _look(self) -> None:
        """Wake the loops for what other processes have committed."""
        self.announcer.wake()
        self.sender.wake()

    async def _keep_menus(self) -> None:
        if self.telegram is not None and self.telegram.channel is not None:
            await self.telegram.channel.menus.keep_due()

    async def _remind(self) -> None:
        async with self.database.write() as session:
            await owe_reminders(session, self.clock())

    async def prune(self) -> None:
        """Forget what is kept for some days only, and photos that are in use nowhere."""
        now = self.clock()
        for channel, again in ((TELEGRAM, COMES_AGAIN), (WEB, KEPT)):
            await self._forget(partial(forget_processed, channel=channel, before=now - again))
        await self._forget(partial(forget_words, before=now - KEPT))
        await self._forget(partial(forget_acts, before=now - KEPT))
        await self._forget_photos(now - UNUSED_FOR)

    async def _forget_photos(self, before: datetime) -> None:
        unused = await unused_photos(self.database.read, before)
        for first in range(0, len(unused), FORGOTTEN_AT_ONCE):
            some = unused[first : first + FORGOTTEN_AT_ONCE]
            async with self.database.write() as session:
                await forget_unused_photos(session, some, before)
            await asyncio.sleep(BETWEEN_PORTIONS_S)

    async def _forget(self, forget: Callable[..., Awaitable[int]]) -> None:
        """Forget in portions, between which others write."""
        forgotten = PORTION
        while forgotten == PORTION:
            async with self.database.write() as session:
                forgotten = await forget(session, most=PORTION)
            await asyncio.sleep(BETWEEN_PORTIONS_S)
