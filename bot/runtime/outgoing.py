"""What one channel is owed: sent by the one process that has the post of that channel.

Each channel has a post, a sender and a pace of its own: one that hangs, or is asked to slow down,
does not hold up what is owed on another.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.ground.metrics import Metrics
from bot.runtime.channel import Channel
from bot.runtime.leader import Fenced, Leader, post_of
from bot.runtime.pruning import PRUNE_S, forget_in_portions
from bot.runtime.scheduler import Scheduler
from bot.runtime.sender import Sender
from bot.runtime.turns_first import UntilIdle, nobody_acts
from models.kernel.database import Database
from models.messaging.processed_updates import forget_processed

LOOK_S = 2.0


class Outgoing:
    """The sending of one channel."""

    def __init__(
        self,
        channel: Channel,
        database: Database,
        clock: Callable[[], datetime],
        metrics: Metrics,
        until_idle: UntilIdle = nobody_acts,
    ) -> None:
        """Nothing is sent before `run`. `clock` gives the time in UTC.

        `until_idle` returns when no turn is under way.
        """
        post = post_of(database, channel.name)
        self._channel = channel
        self._database = database
        self._clock = clock
        fenced = Fenced(channel, post)
        self.sender = Sender(database, channel.name, fenced, clock, metrics, until_idle)
        self._leader = Leader(post, self.sender.take_over, [self.sender.run, self._keep_time])

    async def run(self) -> None:
        """Send whenever this process has the post, until cancelled; the channel has started."""
        await self._leader.run()

    async def finish(self, within: float) -> None:
        """Let what is under way arrive, so many seconds at most, and give the post up."""
        await self.sender.finish(within)
        await self._leader.leave()

    async def _keep_time(self) -> None:
        ticker = Scheduler()
        ticker.every(LOOK_S, "look", self._look)
        ticker.every(LOOK_S, "tend", self._channel.tend)
        ticker.every(PRUNE_S, "forget-updates", self._forget_updates)
        await ticker.run()

    async def _look(self) -> None:
        """What other processes have committed."""
        self.sender.wake()

    async def _forget_updates(self) -> None:
        """Forget the updates that come no more."""
        before = self._clock() - self._channel.comes_again
        forgetting = partial(forget_processed, channel=self._channel.name, before=before)
        await forget_in_portions(self._database, forgetting)
