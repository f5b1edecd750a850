"""Delivery of updates by real POSTs, in lanes: one update in flight in each.

Source: tdlib/telegram-bot-api, WebhookActor.cpp: messages queue by chat, presses by person; what
is not answered with 2xx comes again after a growing delay, or after the ``Retry-After`` it asks.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

import aiohttp
import msgspec

from .platform import Platform
from .updates import Bell, Update

RunMethod = Callable[[dict[str, object]], object]

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_PATIENCE = 60.0
_NOT_IN_ANSWERS = ("get", "setwebhook", "deletewebhook", "close", "logout")


class WebhookDelivery:
    """Posts what waits to the webhook, as long as there is one."""

    def __init__(
        self, platform: Platform, run_method: RunMethod, first_delay: float, longest_delay: float
    ) -> None:
        self._platform = platform
        self._run_method = run_method
        self._first_delay = first_delay
        self._longest_delay = longest_delay
        self._lanes: dict[str, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._kick = Bell()
        self._room = Bell()
        self._in_flight = 0
        self._session: aiohttp.ClientSession | None = None

    def offer(self, update: Update) -> None:
        """Puts an update into its lane."""
        lane = self._lanes.get(update.queue)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.queue] = deque([update])
        task = asyncio.get_running_loop().create_task(self._drain(update.queue))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def webhook_set(self) -> None:
        """The bot set or deleted its webhook: what waits goes there at once."""
        self._kick.ring()
        if not self._platform.webhook.url:
            return
        under_way = {update.id for lane in self._lanes.values() for update in lane}
        for update in list(self._platform.updates.pending.values()):
            if update.id not in under_way:
                self.offer(update)

    def repeats(self, person: int | None) -> int:
        """How many updates are still to be given once more, those of one person or of all."""
        pending = self._platform.updates.pending
        return sum(
            update.id not in pending and person in (None, update.person)
            for lane in self._lanes.values()
            for update in lane
        )

    async def close(self) -> None:
        """Stops delivering."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _drain(self, queue: str) -> None:
        lane = self._lanes[queue]
        try:
            while lane and await self._delivered(lane[0]):
                lane.popleft()
        finally:
            del self._lanes[queue]

    async def _delivered(self, update: Update) -> bool:
        """Tries until the update is acknowledged; False when there is no webhook any more."""
        delay = self._first_delay
        while self._platform.webhook.url:
            asked = await self._try(update)
            if asked is None:
                self._platform.acknowledged(update)
                return True
            self._platform.changed.ring()
            await self._kick.wait(asked or delay)
            delay = min(delay * 2, self._longest_delay)
        return False

    async def _try(self, update: Update) -> float | None:
        """One attempt: None when taken, else the seconds of pause that were asked for, or 0."""
        while self._in_flight >= self._platform.webhook.max_connections:
            await self._room.wait(1.0)
        self._in_flight += 1
        try:
            return await self._post(update)
        except (aiohttp.ClientError, TimeoutError) as trouble:
            self._failed(f"Connection failed: {type(trouble).__name__}")
            return 0.0
        finally:
            self._in_flight -= 1
            self._room.ring()

    async def _post(self, update: Update) -> float | None:
        webhook = self._platform.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers[_SECRET_HEADER] = webhook.secret
        body = msgspec.json.encode(update.payload())
        async with self._http().post(webhook.url, data=body, headers=headers) as answer:
            said = await answer.read()
            if 200 <= answer.status < 300:
                self._run_answer(said)
                return None
            self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
            asked = answer.headers.get("Retry-After", "")
            return float(asked) if asked.isdigit() else 0.0

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),
                timeout=aiohttp.ClientTimeout(total=_PATIENCE),
            )
        return self._session

    def _run_answer(self, said: bytes) -> None:
        """A method in the webhook's answer is run; the bot never learns its result."""
        if not said.lstrip().startswith(b"{"):
            return
        try:
            fields = msgspec.json.decode(said, type=dict[str, object])
        except msgspec.DecodeError:
            return
        method = str(fields.get("method", "")).lower()
        if method and not method.startswith(_NOT_IN_ANSWERS):
            self._run_method(fields)

    def _failed(self, why: str) -> None:
        self._platform.webhook.last_error = why
        self._platform.webhook.last_error_date = self._platform.now
