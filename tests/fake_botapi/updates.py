"""Updates that wait for the bot, and what became of each."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from dataclasses import dataclass, field

from telegram.constants import UpdateType

# Source: Bot API, getUpdates: these come only when asked for.
_ONLY_WHEN_ASKED = {
    UpdateType.CHAT_MEMBER,
    UpdateType.MESSAGE_REACTION,
    UpdateType.MESSAGE_REACTION_COUNT,
}
DEFAULT_KINDS = frozenset(str(kind.value) for kind in UpdateType if kind not in _ONLY_WHEN_ASKED)
KNOWN_KINDS = frozenset(str(kind.value) for kind in UpdateType)
_REMEMBERED = 1000


class Bell:
    """Wakes whoever waits for something to happen on the platform."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Something happened."""
        if self._waiting:
            for waiter in self._waiting:
                if not waiter.done():
                    waiter.set_result(None)
            self._waiting.clear()

    async def wait(self, seconds: float) -> bool:
        """Waits for the next ring, at most so long; says whether it rang."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        try:
            await asyncio.wait_for(waiter, max(seconds, 0))
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiter)
        return True


@dataclass(slots=True)
class Update:
    """One update; ``queue`` names those that the webhook delivers one at a time."""

    id: int
    kind: str
    body: dict[str, object]
    queue: str
    person: int

    def payload(self) -> dict[str, object]:
        return {"update_id": self.id, self.kind: self.body}


@dataclass(slots=True)
class UpdateQueue:
    """The bot's queue: an update leaves it only when the bot has acknowledged it."""

    last_id: int = 481_516_000
    allowed: frozenset[str] = DEFAULT_KINDS
    pending: dict[int, Update] = field(default_factory=dict)
    acknowledged: deque[Update] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    again: list[Update] = field(default_factory=list)
    waiting_of: Counter[int] = field(default_factory=Counter)
    arrived: Bell = field(default_factory=Bell)
    dropped: list[str] = field(default_factory=list)
    held: dict[int, Update] = field(default_factory=dict)
    shuffled: bool = False

    def make(self, kind: str, body: dict[str, object], queue: str, person: int) -> Update | None:
        """Queues an update, unless the bot did not ask for its kind."""
        if kind not in self.allowed:
            self.dropped.append(kind)
            return None
        self.last_id += 1
        update = Update(self.last_id, kind, body, queue, person)
        self.pending[update.id] = update
        self.waiting_of[person] += 1
        return update

    def acknowledge(self, update: Update) -> bool:
        """The bot has taken responsibility for it; says whether it was still waiting."""
        if self.pending.pop(update.id, None) is None:
            return False
        self.acknowledged.append(update)
        self.waiting_of[update.person] -= 1
        return True

    def below(self, offset: int) -> list[Update]:
        """What an offset of getUpdates confirms."""
        found = []
        for update in self.pending.values():
            if update.id < offset:
                found.append(update)
            elif not self.shuffled:
                break
        return found

    def hold(self, update: Update) -> None:
        """Keeps an update back until the same person's next one, which then goes first."""
        self.shuffled = True
        del self.pending[update.id]
        self.held[update.person] = update

    def release(self, person: int) -> Update | None:
        """The update that was held back, now behind the newest."""
        update = self.held.pop(person, None)
        if update is not None:
            self.pending[update.id] = update
        return update

    def number_anew(self, last_id: int) -> None:
        """The next update follows this id, as after a week without any; none may be waiting."""
        assert not self.pending, "the ids go on while updates wait"
        self.last_id = last_id

    def drop(self) -> None:
        """Forgets everything that waits."""
        self.pending.clear()
        self.again.clear()
        self.held.clear()
        self.waiting_of.clear()
