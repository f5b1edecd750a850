"""The storefront without one of its guards, to prove that the kills find what is lost then.

`python -m tests.kills.careless acknowledging`: updates are acknowledged before their turn.
`python -m tests.kills.careless aside`: what is put aside is not kept.
`python -m tests.kills.careless telling`: owed messages are marked as sent before they are.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

import bot.channels.telegram.bot
import bot.runtime.sender
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.updates import Update
from bot.cli import app
from bot.runtime.deferred_updates import DeferredUpdates
from bot.runtime.sender import Quiet
from models.messaging.deferred_updates import NOBODYS
from models.messaging.outbox import Leased, lease, mark_sent

# So long that a kill meant to fall within falls within on a loaded machine too.
A_MOMENT_S = 0.3
RESTS_S = 2.0


class HastyTelegram(Telegram):
    """Says that an update is done before it is begun."""

    async def take(self, update: Update, *, persists: bool = False) -> None:
        """Begin it, and do not wait."""
        self.background.run(self._later(update, persists))

    async def _later(self, update: Update, persists: bool) -> None:
        await asyncio.sleep(A_MOMENT_S)
        await super().take(update, persists=persists)


class Resting(Quiet):
    """Lets every chat rest before each message, as one that was written to just now."""

    def left_for(self, account_id: int) -> float:
        """A while at least."""
        return max(super().left_for(account_id), RESTS_S)


async def lease_as_sent(
    session: AsyncSession,
    channel: str,
    now: datetime,
    most: int,
    seconds: float,
    but: Collection[int] = (),
) -> list[Leased]:
    """Claim what is due, and mark it as sent at once."""
    leased = await lease(session, channel, now, most, seconds, but)
    for message in leased:
        await mark_sent(session, message.id, now)
    return leased


class NothingAside(DeferredUpdates):
    """Says that an update is kept, and keeps nothing."""

    async def put(self, updates: Mapping[int, Any], whose: Mapping[int, str] = NOBODYS) -> None:
        """Forget them."""


def forget(guard: str) -> None:
    """Take the guard off."""
    if guard == "acknowledging":
        vars(bot.channels.telegram.bot)["Telegram"] = HastyTelegram
    elif guard == "aside":
        vars(bot.channels.telegram.bot)["DeferredUpdates"] = NothingAside
    else:
        vars(bot.runtime.sender)["lease"] = lease_as_sent
        vars(bot.runtime.sender)["Quiet"] = Resting


if __name__ == "__main__":
    forget(sys.argv[1])
    app(["run"])
