"""A fair queue: few at once, and of those who wait, whoever has had the least goes first.

Each person has a lane of her own, in which her acts come one after another in order of asking.

Start-time fair queueing (Goyal, Vin and Cheng, SIGCOMM 1996), with seconds as the cost: whoever
comes seldom starts at once, and whoever comes without end waits behind the others of her kind,
however many acts she has waiting.
"""

from __future__ import annotations

import asyncio
import heapq
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from itertools import count

LENT_AFTER_S = 0.5
MOST_REMEMBERED = 10_000


class Place:
    """One of the few places, from when it is taken until it is left."""

    __slots__ = ("_given_back", "_left", "_lending", "_queue", "began", "person", "starts")

    def __init__(self, queue: FairQueue, person: Hashable, starts: float) -> None:
        """`starts` is the virtual time, in seconds, at which the person's work starts."""
        self._queue = queue
        self._given_back = self._left = False
        self._lending = asyncio.get_running_loop().call_later(queue.lent_after, self.lend)
        self.person = person
        self.starts = starts
        self.began = queue.now()

    def lend(self) -> None:
        """Whoever takes so long waits for something: somebody else may work meanwhile."""
        if not self._given_back:
            self._given_back = True
            self._queue.give_back()

    def leave(self) -> None:
        """The work is over, or goes on elsewhere; called again it does nothing."""
        if not self._left:
            self._left = True
            self._lending.cancel()
            self._queue.charge(self)
            self.lend()


_HERE: ContextVar[Place | None] = ContextVar("place", default=None)


class FairQueue:
    """Lets a few work at once, and some more who have left their place and wait for others."""

    def __init__(
        self,
        working: int,
        inside: int,
        *,
        now: Callable[[], float] = time.perf_counter,
        lent_after: float = LENT_AFTER_S,
    ) -> None:
        """At most `working` work at once, and `inside` are inside in all.

        `now` gives seconds of a clock that never goes back. Who has worked for `lent_after`
        seconds counts as waiting, and is charged for no more.
        """
        self.now = now
        self.lent_after = lent_after
        self._working = self._places = working
        self._room = inside
        self._idle = asyncio.Event()
        self._idle.set()
        self._virtual = 0.0
        self._latest = 0.0
        self._ends: dict[Hashable, float] = {}
        self._lanes: dict[Hashable, deque[asyncio.Future[None]]] = {}
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()

    @asynccontextmanager
    async def lane(self, person: Hashable) -> AsyncIterator[None]:
        """The person's lane alone; whoever asks for it meanwhile waits, in order of asking."""
        waiting = self._lanes.get(person)
        if waiting is None:
            self._lanes[person] = deque()
        else:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            waiting.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self._leave(person)
                raise
        try:
            yield
        finally:
            self._leave(person)

    def _leave(self, person: Hashable) -> None:
        """The lane is the next one's, if there is one."""
        waiting = self._lanes[person]
        while waiting:
            turn = waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        del self._lanes[person]

    @asynccontextmanager
    async def place(self, person: Hashable) -> AsyncIterator[Place]:
        """A place, in the person's turn; it is left at the end at the latest.

        A person's own acts have to come one after another, which her lane sees to.
        """
        starts = max(self._virtual, self._ends.get(person, 0.0))
        await self._turn(starts)
        place = Place(self, person, starts)
        here = _HERE.set(place)
        try:
            yield place
        finally:
            _HERE.reset(here)
            place.leave()
            self._room += 1
            self._let_in()

    async def until_idle(self) -> None:
        """Return when nobody works here, and nobody waits for a place."""
        while not self._idle.is_set():
            await self._idle.wait()

    def give_back(self) -> None:
        """Somebody works no longer."""
        self._places += 1
        self._let_in()

    def charge(self, place: Place) -> None:
        """Count what somebody has used, as far as it was work."""
        used = min(self.now() - place.began, self.lent_after)
        end = place.starts + used
        self._ends[place.person] = end
        self._latest = max(self._latest, end)
        if len(self._ends) > MOST_REMEMBERED:
            self._begin_anew()

    async def _turn(self, starts: float) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (starts, next(self._numbers), turn))
        self._idle.clear()
        self._let_in()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._room += 1
                self.give_back()
            raise

    def _let_in(self) -> None:
        while self._waiting and self._places > 0 and self._room > 0:
            starts, _, turn = heapq.heappop(self._waiting)
            if turn.done():
                continue
            self._virtual = max(self._virtual, starts)
            self._places -= 1
            self._room -= 1
            turn.set_result(None)
        if self._places == self._working and not self._waiting:
            self._idle.set()

    def _begin_anew(self) -> None:
        """Nobody has had more than the others."""
        self._virtual = self._latest
        self._ends.clear()


def leave_place() -> None:
    """Whoever works here waits for the network from now on: that is no work."""
    place = _HERE.get()
    if place is not None:
        place.leave()


def person_here() -> Hashable:
    """For whom work is done here; None for the shop's own."""
    place = _HERE.get()
    return None if place is None else place.person
