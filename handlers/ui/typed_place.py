"""Where an order goes, from a place that was typed: its emirate, and the area of that name."""

from __future__ import annotations

from typing import NamedTuple

from handlers.dialog.parsing import read_words
from handlers.dialog.parsing_places import holds, place_named
from models.kernel.folding import normalise
from models.orders.delivery_plan import DeliveryPlan, Zone


class TypedPlace(NamedTuple):
    """The emirate; the plan's area of the name that was typed; else the area in words, or none."""

    emirate: str
    zone: Zone | None = None
    area: str = ""


def typed_place(plan: DeliveryPlan, text: str) -> TypedPlace | None:
    """The place that a text names, if it is one place."""
    named = place_named(text)
    typed = normalise(read_words(text))
    zones = [zone for zone in plan.zones if is_held(typed, zone)]
    if named is not None:
        zones = [zone for zone in zones if zone.emirate == named.emirate]
    if len(zones) == 1:
        return TypedPlace(zones[0].emirate, zones[0])
    return None if named is None else TypedPlace(named.emirate, area=named.area)


def is_held(typed: str, zone: Zone) -> bool:
    """Whether the words of the area's name stand in what was typed, in either language."""
    return any(holds(typed, normalise(name)) for name in (zone.name_ar, zone.name_en))
