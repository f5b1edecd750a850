"""Builds the storefront from its settings and channels, opens it, and closes it in order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import Any, Self

from starlette.types import ASGIApp

import handlers.conversations  # noqa: F401  registers every function that answers
from bot.app.erased_people import ERASED_S, ErasedPeople
from bot.app.misses import count_again_and_again, count_all
from bot.ground.metrics import Metrics
from bot.ground.settings import Settings, default_folder
from bot.ground.timeouts import FINISH_S
from bot.runtime.announcer import Announcer
from bot.runtime.background import Background
from bot.runtime.channel import Channel, House, Routes
from bot.runtime.intake import Intake
from bot.runtime.leader import Leader, post_of
from bot.runtime.outgoing import LOOK_S, Outgoing
from bot.runtime.pruning import PRUNE_S, forget_in_portions, forget_photos_in_portions
from bot.runtime.rate_limit import RateLimits
from bot.runtime.retry import log_trouble
from bot.runtime.scheduler import Scheduler, utc_now
from bot.runtime.sender import Sender
from bot.runtime.web_host.guards import OwnMachineOnly
from bot.runtime.web_host.server import WebServer
from bot.runtime.web_host.site import Health, at_once, metrics_route, web_app
from handlers.dialog.turns import Turns
from handlers.notifications.bundles import owe_bundles
from handlers.notifications.reminders import owe_reminders
from models.hall.left_open import is_any_left_open, note_left_open
from models.hall.note_answers import ask_again, is_any_unanswered
from models.inbox.answers import point_out
from models.inbox.drafts import LASTS, forget_drafts
from models.inbox.erasure import tidy_inbox
from models.inbox.queries import is_any_late
from models.kernel.acting import Acting
from models.kernel.database import Database
from models.messaging.outbox import forget_words
from models.messaging.photo_cleanup import UNUSED_FOR
from models.messaging.processed_updates import KEPT
from models.messaging.web_messages import forget_acts
from models.migrations import migrate
from models.orders.lateness import note_passed
from models.products.wanted import note_back, what_is_back

REMINDERS_S = 15.0
INBOX_S = 60.0
PAGE = "web"
"""The channel of the try-out: its three chats are panes of a page, and nobody's."""
ANNOUNCER = "announcer"
"""The post of the one process that announces and keeps time; each channel has one of its own."""


class Storefront:
    """The whole shop, open while it is entered: `async with Storefront(settings, channels)`."""

    def __init__(
        self,
        settings: Settings,
        channels: Sequence[Channel],
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """`channels` are those of this shop alone, still closed; `clock` gives the time in UTC.

        Raises ValueError where two have one name, or one the announcer's.
        """
        self.settings = settings
        self.clock = clock
        self.database = Database(settings.database_url)
        self.metrics = Metrics()
        self.background = Background()
        self.turns = Turns(self.database, settings.terms(), clock)
        limits = RateLimits(acts=settings.most_acts)
        self.intake = Intake(self.turns, clock, self.metrics, limits, self._rest_chat)
        idle = self.intake.until_idle
        self.channels = {channel.name: channel for channel in channels}
        if len(self.channels) < len(channels) or ANNOUNCER in self.channels:
            raise ValueError(
                f"channels need names of their own: {[each.name for each in channels]}"
            )
        self.outgoing = {
            channel.name: Outgoing(channel, self.database, clock, self.metrics, idle)
            for channel in channels
        }
        self.announcer = Announcer(self.database, clock, self._wake_senders, idle, settings.terms())
        folder = default_folder(settings)
        self.erased = ErasedPeople(self.database, folder, clock, nameless=(PAGE,))
        post = post_of(self.database, ANNOUNCER)
        self._announcing = Leader(post, nothing_to_take_over, [self.announcer.run, self._keep_time])
        self.web: WebServer | None = None
        self._is_open = False
        self._let_in: set[str] = set()
        self._loops: list[asyncio.Task[None]] = []

    @property
    def port(self) -> int:
        """The port that the web host listens on; 0 while it is closed."""
        return self.web.port if self.web is not None else 0

    @property
    def health(self) -> Health:
        """Ready as soon as one channel is open: it serves its people whatever others wait for."""
        waits_for = tuple(name for name in self.channels if name not in self._let_in)
        is_ready = self._is_open and (not self.channels or bool(self._let_in))
        return Health(is_ready, waits_for)

    async def __aenter__(self) -> Self:
        """Open: the database, the web host, the loops, and last the channels."""
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
        house = await self._serve()
        self.database.when_committed(self.announcer.wake, *Announcer.LOOKS_AT)
        for each in self.outgoing.values():
            self.database.when_committed(each.sender.wake, *Sender.LOOKS_AT)
        self._loop(self._announcing.run())
        self._loop(count_again_and_again(self.turns.count_unfound))
        self._is_open = True
        await all_of([self._open_channel(each, house) for each in self.channels.values()])

    async def close(self) -> None:
        """Close the doors, finish what is under way, and let go of everything."""
        self._is_open = False
        self.intake.hurry()
        await self._of_each(lambda channel: channel.close_door())
        if self.web is not None:
            await self.web.stop()
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        await self._of_each(lambda channel: self.outgoing[channel.name].finish(FINISH_S))
        await self._announcing.leave()
        self.background.run(count_all(self.turns.count_unfound))
        await self.background.finish(FINISH_S)
        await self._of_each(lambda channel: channel.stop())
        await self.database.close()

    async def _serve(self) -> House:
        """Open the web host, with what the channels add to it; what they are given of the shop."""
        self.web = WebServer(self.settings.web_host, self.settings.web_port)
        house = House(
            self.database, self.intake, self.background, self.clock, self.metrics, self.web.port
        )
        await self.web.start(self._site([each.routes(house) for each in self.channels.values()]))
        return house

    def _site(self, added: Sequence[Routes]) -> ASGIApp:
        """What the web host serves."""
        own = [metrics_route(self.metrics)] if self.settings.metrics else []
        pages = [page for each in added for page in each.pages]
        hooks = {path: hook for each in added for path, hook in each.hooks.items()}
        app = at_once(hooks, web_app(lambda: self.health, [*own, *pages]))
        is_guarded = any(each.own_machine for each in added)
        return OwnMachineOnly(app, self.port) if is_guarded else app

    async def _open_channel(self, channel: Channel, house: House) -> None:
        """From its start on the channel's messages are brought, while this process has its post."""
        await channel.start(house)
        self._let_in.add(channel.name)
        self._loop(self.outgoing[channel.name].run())

    async def _of_each(self, work: Callable[[Channel], Awaitable[None]]) -> None:
        """Do it for all channels; one that fails does not keep it from the others."""
        channels = self.channels.values()
        ended = await asyncio.gather(*map(work, channels), return_exceptions=True)
        for channel, error in zip(channels, ended, strict=True):
            if isinstance(error, Exception):
                log_trouble("channel-not-closed", error, channel=channel.name)

    def _rest_chat(self, channel: str, account_id: int, seconds: float) -> None:
        """The platform asked an answer to wait: what is owed to that chat waits too."""
        self.outgoing[channel].sender.quiet.was_asked_for(account_id, seconds)

    def _wake_senders(self) -> None:
        """Let every sender look at once whether something is to be sent."""
        for each in self.outgoing.values():
            each.sender.wake()

    def _loop(self, work: Coroutine[Any, Any, None]) -> None:
        self._loops.append(asyncio.create_task(work))

    async def _keep_time(self) -> None:
        ticker = Scheduler()
        ticker.every(REMINDERS_S, "reminders", self._remind)
        ticker.every(REMINDERS_S, "late", self._note_late)
        ticker.every(REMINDERS_S, "back", self.note_what_is_back)
        ticker.every(LOOK_S, "look", self._look)
        ticker.every(INBOX_S, "inbox", self.point_out_late)
        ticker.every(INBOX_S, "notes", self.ask_of_notes_again)
        ticker.every(INBOX_S, "tills", self.point_out_open_tills)
        ticker.every(PRUNE_S, "prune", self.prune)
        ticker.every(ERASED_S, "erased", self.erased.look_after)
        await ticker.run()

    async def _look(self) -> None:
        """Wake the loop for what other processes have committed."""
        self.announcer.wake()

    async def _remind(self) -> None:
        async with self.database.write() as session:
            await owe_reminders(session, self.clock())
        async with self.database.write() as session:
            await owe_bundles(session, self.clock())

    async def note_what_is_back(self) -> None:
        """Have everyone told who waits for what can be had again."""
        async with self.database.read() as session:
            found = await what_is_back(session)
        for back in found:
            async with self.database.write() as session:
                await note_back(Acting(session, None, self.clock()), back)

    async def point_out_late(self) -> None:
        """Have it said once of each question that it waits too long for its answer."""
        now = self.clock()
        async with self.database.read() as session:
            if not await is_any_late(session, now):
                return
        async with self.database.write() as session:
            await point_out(Acting(session, None, now))

    async def ask_of_notes_again(self) -> None:
        """Ask families once more of notes on their goods of which they have said nothing."""
        now = self.clock()
        async with self.database.read() as session:
            if not await is_any_unanswered(session, now):
                return
        async with self.database.write() as session:
            await ask_again(Acting(session, None, now))

    async def point_out_open_tills(self) -> None:
        """Have it said once of each till that it is open still when its bazaar has closed."""
        now = self.clock()
        async with self.database.read() as session:
            if not await is_any_left_open(session, now):
                return
        async with self.database.write() as session:
            await note_left_open(Acting(session, None, now))

    async def _note_late(self) -> None:
        async with self.database.write() as session:
            await note_passed(Acting(session, None, self.clock()))

    async def prune(self) -> None:
        """Forget what is kept for some days only, and photos that are in use nowhere."""
        now = self.clock()
        await forget_in_portions(self.database, partial(forget_words, before=now - KEPT))
        await forget_in_portions(self.database, partial(forget_acts, before=now - KEPT))
        await forget_in_portions(self.database, partial(forget_drafts, before=now - LASTS))
        async with self.database.write() as session:
            await tidy_inbox(session, now)
        await forget_photos_in_portions(self.database, now - UNUSED_FOR)


async def nothing_to_take_over() -> None:
    """Every loop of this post begins with what it finds in the database."""


async def all_of(works: Sequence[Coroutine[Any, Any, None]]) -> None:
    """Do all at once; the first that fails ends the others, and is raised."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
