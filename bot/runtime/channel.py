"""A channel: a place where people speak to the shop, from its opening to its closing.

The house knows channels by what stands here alone; `bot/app/channels.py` makes the list of them,
and says what another one takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.ground.metrics import Metrics
from bot.runtime.background import Background
from bot.runtime.intake import Intake
from bot.runtime.outcomes import Brought, Letter
from handlers.dialog.actions import Action
from models.kernel.database import Database


class NotOpened(Exception):
    """A channel cannot be opened, and could not later; the text is a line that says why."""


class NoLink(Exception):
    """There is no address into a channel now; the text is a line that says why."""


class House(NamedTuple):
    """What the shop gives each of its channels; `clock` gives the time in UTC.

    `intake` takes what people do. `background` is finished before the channel is stopped. `port`
    is the one that the web host listens on.
    """

    database: Database
    intake: Intake
    background: Background
    clock: Callable[[], datetime]
    metrics: Metrics
    port: int


class Routes(NamedTuple):
    """What a channel adds to the one web host.

    `hooks` are what its platform posts to, by their paths: they are served before all layers that
    the others need. With `own_machine` the whole host is for this machine's own browser alone.
    """

    pages: Sequence[BaseRoute] = ()
    hooks: Mapping[str, ASGIApp] = {}
    own_machine: bool = False


class Channel(Protocol):
    """One place where people speak.

    Its methods are called in the order in which they stand here, but `link_to`, which may be asked
    at any time. Where the shop cannot be opened, `close_door` and `stop` may come without `routes`
    or `start` before them.
    """

    @property
    def name(self) -> str:
        """What its accounts, messages and updates are kept under; it is never changed."""

    @property
    def comes_again(self) -> timedelta:
        """How long an update may come again after it was done: so long it is remembered."""

    async def link_to(self, action: Action) -> str:
        """The address that opens the action in the channel; raises NoLink.

        Raises ValueError for an action that is not linked to.
        """

    def routes(self, house: House) -> Routes:
        """What it serves; whatever is asked for before `start` has ended is put off."""

    async def start(self, house: House) -> None:
        """Let people in; what cannot be reached is waited for. Raises NotOpened."""

    async def bring(self, letter: Letter) -> Brought:
        """Bring an owed message once; raises Blocked, TryLater or Unsendable."""

    async def tend(self) -> None:
        """See to what is due; called every few seconds, by one process among all."""

    async def close_door(self) -> None:
        """Let nobody in any more, and finish what is under way; messages are still brought."""

    async def stop(self) -> None:
        """Let go of everything."""
