"""The languages of those who were answered lately, for a word without asking the database."""

from __future__ import annotations

from collections import OrderedDict

from handlers.dialog.speech import ChannelUser
from locales.languages import from_hint
from models.people.people import Language

MOST_REMEMBERED = 50_000


class Spoken:
    """What each person chose, as far as it was seen; else what their app is set to."""

    def __init__(self) -> None:
        """Nobody was answered."""
        self._seen: OrderedDict[str, Language] = OrderedDict()

    def saw(self, external_id: str, language: Language) -> None:
        """The person was answered in that language."""
        self._seen[external_id] = language
        self._seen.move_to_end(external_id)
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.popitem(last=False)

    def by(self, sender: ChannelUser) -> Language:
        """The language to speak to the person in."""
        return self._seen.get(sender.external_id) or from_hint(sender.language_hint)
