"""When an answer may be expected: so many hours of those in which the team is there."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from models.kernel.calendar import dubai_day, dubai_moment
from models.kernel.shop_terms import ShopTerms


def answer_due(asked_at: datetime, terms: ShopTerms) -> datetime:
    """The moment (UTC) by which what was asked then should be answered, by the shop's terms."""
    left, at = timedelta(hours=terms.answer_hours), asked_at
    while True:
        day = dubai_day(at)
        begins = max(at, dubai_moment(day, terms.team_from))
        room = dubai_moment(day, terms.team_until) - begins
        if left <= room:
            return begins + left
        left -= max(room, timedelta())
        at = dubai_moment(day + timedelta(days=1), time())
