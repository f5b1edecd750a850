"""Which updates are under way, and up to where all are done."""

from __future__ import annotations


class Window:
    """The updates of getUpdates that are not confirmed yet.

    An update is confirmed by asking for later ones, so the offset stands at the first that is not
    done; the later ones that are done come again until then, and are passed over. So are those that
    were done while an answer was on its way.

    After a week without updates Telegram goes on at any number. Where that is a lower one, the old
    offset lies in the future: it would confirm nothing, and the same updates would come for ever.
    """

    def __init__(self) -> None:
        """A window in which nothing was seen yet."""
        self.offset = 0
        self._under_way: set[int] = set()
        self._done: set[int] = set()
        self._highest = 0
        self._asked = 0

    def ask(self) -> int:
        """The offset to ask with now."""
        self._done = {each for each in self._done if each >= self.offset}
        self._asked = self.offset
        return self.offset

    def is_new(self, update_id: int) -> bool:
        """Take an update in; False for one that is under way or done and not confirmed yet."""
        if update_id < self._asked:
            self._begin_anew(update_id)
        if update_id in self._under_way or update_id in self._done:
            return False
        self._under_way.add(update_id)
        self._highest = max(self._highest, update_id)
        return True

    def mark_done(self, update_id: int) -> None:
        """The update is done; one of an earlier numbering says nothing about today's."""
        if update_id not in self._under_way:
            return
        self._under_way.remove(update_id)
        self._done.add(update_id)
        self.offset = min(self._under_way, default=self._highest + 1)

    @property
    def is_empty(self) -> bool:
        """Whether everything that was seen is done."""
        return not self._under_way

    @property
    def is_ahead(self) -> bool:
        """Whether more is done than when it was asked last."""
        return self.offset != self._asked

    def _begin_anew(self, update_id: int) -> None:
        """Telegram numbers anew, from here on."""
        self._under_way.clear()
        self._done.clear()
        self._highest = self._asked = self.offset = update_id
