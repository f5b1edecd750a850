"""getUpdates: long polling, confirmed by the offset of the next call."""

from __future__ import annotations

import asyncio
from itertools import islice

from telegram.constants import PollingLimit

from .methods.receiving import set_allowed
from .methods.registry import Arguments
from .platform import Platform
from .refused import Refused, bad_request
from .updates import Update

_LONGEST_POLL = 50
# Source: tdlib, TQueue.cpp: an offset further ahead of the next id is "in the future", and the Bot
# API server then gives what stands at the head and confirms nothing.
_AHEAD = 10
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class Polling:
    """The one poller that may wait; a second one takes its place."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._poller = 0

    async def get_updates(self, call: Arguments) -> object:
        """The next updates as the Bot API gives them, after at most ``timeout`` seconds."""
        platform = self._platform
        self._check(call)
        self._poller += 1
        mine = self._poller
        platform.updates.arrived.ring()
        set_allowed(platform, call)
        self._confirm(call.whole("offset", 0))
        loop = asyncio.get_running_loop()
        until = loop.time() + call.whole("timeout", 0)
        while True:
            found = self._next(call.whole("limit", PollingLimit.MAX_LIMIT))
            left = until - loop.time()
            if found or left <= 0 or not await platform.updates.arrived.wait(left):
                return [update.payload() for update in found or self._next(100)]
            if mine != self._poller:
                raise Refused(409, _OTHER_POLLER)
            if platform.webhook.url:
                raise Refused(409, _WEBHOOK_ACTIVE)

    def _check(self, call: Arguments) -> None:
        if self._platform.webhook.url:
            raise Refused(409, _WEBHOOK_ACTIVE)
        limit = call.whole("limit", PollingLimit.MAX_LIMIT)
        if not PollingLimit.MIN_LIMIT <= limit <= PollingLimit.MAX_LIMIT:
            raise bad_request("limit must be 1-100")
        if not 0 <= call.whole("timeout", 0) <= _LONGEST_POLL:
            raise bad_request("timeout must be 0-50")

    def _confirm(self, offset: int) -> None:
        updates = self._platform.updates
        if offset < 0:
            kept = sorted(updates.pending)[offset:]
            offset = kept[0] if kept else 0
        if offset > updates.last_id + 1 + _AHEAD:
            return
        for update in updates.below(offset):
            self._platform.acknowledged(update)

    def _next(self, limit: int) -> list[Update]:
        updates = self._platform.updates
        again, updates.again = updates.again[:limit], updates.again[limit:]
        return [*again, *islice(updates.pending.values(), limit - len(again))]

    def stop(self) -> None:
        """Ends a waiting poll, when the server closes."""
        self._poller += 1
        self._platform.updates.arrived.ring()
