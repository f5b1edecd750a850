"""Where an order goes, from a place that was typed: its emirate, and the area of that name."""

from __future__ import annotations

from typing import NamedTuple

from handlers.dialog.parsing import read_words
from handlers.dialog.parsing_places import holds, place_named
from handlers.dialog.rendering import name_in
from handlers.dialog.speech import Name
from handlers.ui.place_questions import MOST_AREA
from models.kernel.folding import normalise
from models.orders.delivery_plan import DeliveryPlan, Zone
from models.people.people import Language


class TypedPlace(NamedTuple):
    """The emirate; the plan's area of the name that was typed; else the area in words, or none.

    `town` is the known town that was named, and no area of the plan.
    """

    emirate: str
    zone: Zone | None = None
    area: str = ""
    town: str = ""


def typed_place(plan: DeliveryPlan, text: str) -> TypedPlace | None:
    """The place that a text names, if it is one place."""
    named = place_named(text)
    typed = normalise(read_words(text))
    zones = [zone for zone in plan.zones if is_held(typed, zone)]
    if named is not None:
        zones = [zone for zone in zones if zone.emirate == named.emirate]
    if len(zones) == 1:
        return TypedPlace(zones[0].emirate, zones[0])
    if named is None:
        return None
    return TypedPlace(named.emirate, area=named.area, town=named.town)


def is_held(typed: str, zone: Zone) -> bool:
    """Whether the words of the area's name stand in what was typed, in either language."""
    return any(holds(typed, normalise(name)) for name in (zone.name_ar, zone.name_en))


def area_in(place: TypedPlace, language: Language) -> str | None:
    """The area as an order keeps it: the plan's name for it, else what was typed, if it fits."""
    if place.zone is not None:
        return name_in(Name(place.zone.name_ar, place.zone.name_en), language)
    return place.area if 0 < len(place.area) <= MOST_AREA else None
