"""The hour and the place to which a family brings what she makes, in words."""

from __future__ import annotations

from datetime import date, datetime

from handlers.dialog.speech import Name, Phrase, When, say
from models.kernel.shop_terms import ShopTerms
from models.orders.bring_in import bring_by


def bring_words(terms: ShopTerms, day: date, window: str, now: datetime) -> Phrase:
    """Until when and where it is needed; no time that has passed is named."""
    place = place_of(terms)
    due = bring_by(terms, day, window, now)
    if due is None:
        return say("bring-in-now", place=place)
    return say("bring-in-by", when=When(due), place=place)


def place_of(terms: ShopTerms) -> Phrase:
    """The place that the settings name; else the centre."""
    if not (terms.bring_in_place_ar or terms.bring_in_place_en):
        return say("bring-in-centre")
    return say("bring-in-place", place=Name(terms.bring_in_place_ar, terms.bring_in_place_en))
