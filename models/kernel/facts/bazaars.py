"""Bazaars and the days on which they are open."""

from __future__ import annotations

from datetime import datetime

from models.kernel.facts.base import FactBase


class BazaarAdded(FactBase, frozen=True, tag="bazaar-added"):
    bazaar_id: int


class BazaarChanged(FactBase, frozen=True, tag="bazaar-changed"):
    """`what` names the part: name, place, pin, day-added, day-removed, hidden or shown.

    `openings` (UTC) are those that people could come to no more, or now can. `day` is the opening
    (UTC) that was added or removed, also of a bazaar that nobody sees. Of names and places `was`
    and `now` are the Arabic ones, beside them the English ones; of a pin both are `25.35, 55.42`.
    """

    bazaar_id: int
    what: str
    openings: tuple[datetime, ...] = ()
    day: datetime | None = None
    was: str = ""
    now: str = ""
    was_en: str = ""
    now_en: str = ""
