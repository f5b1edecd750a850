"""Those who were answered lately: what is said and seen to without asking the database."""

from __future__ import annotations

import math
import time
from collections import OrderedDict

from handlers.dialog.speech import ChannelUser
from locales.languages import from_hint
from models.people.people import Language

MOST_REMEMBERED = 50_000
LOOK_AGAIN_S = 60.0


class Seen:
    """Somebody who was answered: in that language, and when her menu was looked at."""

    __slots__ = ("language", "menu_at")

    def __init__(self, language: Language) -> None:
        """Her menu was not looked at yet; `menu_at` is in seconds of a clock of this process."""
        self.language = language
        self.menu_at = -math.inf


class Spoken:
    """What was seen of each of them."""

    def __init__(self) -> None:
        """Nobody was answered."""
        self._seen: OrderedDict[str, Seen] = OrderedDict()

    def saw(self, external_id: str, language: Language) -> None:
        """The person was answered in that language."""
        seen = self._seen.get(external_id)
        if seen is None or seen.language != language:
            self._seen[external_id] = Seen(language)
        self._seen.move_to_end(external_id)
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.popitem(last=False)

    def by(self, sender: ChannelUser) -> Language:
        """What the person chose, as far as it was seen; else what their app is set to."""
        seen = self._seen.get(sender.external_id)
        return from_hint(sender.language_hint) if seen is None else seen.language

    def menu_is_due(self, external_id: str) -> bool:
        """Whether to look at the person's menu now: seldom, and when the language has changed."""
        seen, now = self._seen.get(external_id), time.monotonic()
        if seen is None or now - seen.menu_at < LOOK_AGAIN_S:
            return False
        seen.menu_at = now
        return True

    def look_again(self, external_id: str) -> None:
        """The person's menu could not be set: it is due."""
        seen = self._seen.get(external_id)
        if seen is not None:
            seen.menu_at = -math.inf
