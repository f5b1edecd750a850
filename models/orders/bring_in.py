"""By when a family brings what she makes for an order to the centre."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from models.kernel.calendar import dubai_moment
from models.kernel.shop_terms import ShopTerms


def bring_by(terms: ShopTerms, day: date, window: str, now: datetime) -> datetime | None:
    """The latest moment (UTC) for what goes out in that window (`16:00-20:00`) of the day.

    It is some hours before the window; where nobody is at the centre yet, the evening before. What
    is ordered after that has until the window begins. None when that has passed too: it is needed
    as soon as can be.
    """
    starts = dubai_moment(day, time.fromisoformat(window.partition("-")[0]))
    due = starts - timedelta(hours=terms.bring_in_hours)
    if due < dubai_moment(day, terms.bring_in_from):
        due = dubai_moment(day - timedelta(days=1), terms.bring_in_until)
    moments = [moment for moment in (due, starts) if moment > now]
    return moments[0] if moments else None
