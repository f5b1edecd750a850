"""How a thing that failed is tried again: one value for every loop that does so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import msgspec

MOST_GROWTH = 20  # beyond it every pause is the longest, and the power would overflow


class Retry(msgspec.Struct, frozen=True):
    """The pauses between tries, in seconds: the `first`, then each `factor` times the one before.

    None is longer than the `longest`. `tries` is how often it is tried in all; None has no end.
    """

    first: float
    longest: float
    factor: float = 2.0
    tries: int | None = None

    def pauses(self) -> Iterator[float]:
        """The pause after each try that failed; it ends where no further try is to be made."""
        pause = self.first
        for _ in count() if self.tries is None else range(self.tries - 1):
            yield pause
            pause = min(pause * self.factor, self.longest)

    def pause_after(self, tried: int) -> float | None:
        """The pause after so many tries, for who keeps the count; None when these were all."""
        if self.tries is not None and tried >= self.tries:
            return None
        return min(self.first * self.factor ** min(max(tried, 1) - 1, MOST_GROWTH), self.longest)
