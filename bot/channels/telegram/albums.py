"""Albums: the platform brings each photo of one by itself, and they are answered as one."""

from __future__ import annotations

from collections import OrderedDict

MOST_REMEMBERED = 10_000


class Albums:
    """The album that each person sent last, in memory alone: a restart answers one anew."""

    def __init__(self) -> None:
        """Nobody has sent one."""
        self._last: OrderedDict[str, str] = OrderedDict()

    def goes_on(self, person: str, album: str) -> bool:
        """Whether the photo is a further one of an album, and not its first or in none."""
        before = self._last.pop(person, "")
        if not album:
            return False
        self._last[person] = album
        if len(self._last) > MOST_REMEMBERED:
            self._last.popitem(last=False)
        return before == album

    def forget(self, person: str) -> None:
        """The first photo could not be done, and comes again."""
        self._last.pop(person, None)
