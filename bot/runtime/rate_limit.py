"""Who is too fast: so many acts in a window are free, and the rest come at a slow pace."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

import msgspec

MOST_REMEMBERED = 50_000


class RateLimits(msgspec.Struct, frozen=True):
    """`acts` in `window` seconds are free; after that one comes every `pause` seconds.

    Nobody taps so often: only a script or a stuck key is slowed.
    """

    acts: int = 200
    window: float = 10.0
    pause: float = 0.25


class Pace:
    """How fast one person has been lately."""

    __slots__ = ("began", "counted", "told")

    def __init__(self, began: float) -> None:
        """A window begins, in seconds of the loop's clock."""
        self.began = began
        self.counted = 0
        self.told = False


class RateLimiter:
    """Counts each person's acts in windows of time."""

    def __init__(self, limits: RateLimits, now: Callable[[], float]) -> None:
        """`now` gives seconds of a clock that never goes back."""
        self._limits = limits
        self._now = now
        self._paces: OrderedDict[Hashable, Pace] = OrderedDict()

    def count(self, person: Hashable) -> Pace | None:
        """Count one act; gives the person's pace when it is too fast, else None."""
        now = self._now()
        pace = self._paces.get(person)
        if pace is None or now - pace.began >= self._limits.window:
            pace = self._paces[person] = Pace(now)
            self._paces.move_to_end(person)
            if len(self._paces) > MOST_REMEMBERED:
                self._paces.popitem(last=False)
        pace.counted += 1
        return pace if pace.counted > self._limits.acts else None

    @property
    def pause(self) -> float:
        """How long each act of somebody too fast is held back, in seconds."""
        return self._limits.pause
