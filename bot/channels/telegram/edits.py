"""Edits that Telegram has not answered yet: one may be carried out after what is shown next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from telegram.error import TelegramError, TimedOut

MOST_REMEMBERED = 5_000
Place = tuple[int, int]
"""A chat, and a message in it."""


class OpenEdits:
    """The messages that an earlier edit may change at any time; nothing else is put into them."""

    def __init__(self) -> None:
        """No edit is on its way."""
        self._open: OrderedDict[Place, None] = OrderedDict()

    def is_open(self, place: Place) -> bool:
        """Whether an edit of the message was begun that nobody has heard the end of."""
        return place in self._open

    @contextmanager
    def edit(self, place: Place) -> Iterator[None]:
        """An edit of the message, which stays open where it is not answered."""
        self._open[place] = None
        if len(self._open) > MOST_REMEMBERED:
            self._open.popitem(last=False)
        try:
            yield
        except TimedOut:
            raise
        except TelegramError:
            self._open.pop(place, None)
            raise
        else:
            self._open.pop(place, None)
