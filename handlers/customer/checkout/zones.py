"""The areas of an emirate with terms of their own: asked for where there are any."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.customer.checkout.state import CheckoutState
from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question
from handlers.dialog.questions import fold_label
from handlers.dialog.rendering import name_in
from handlers.dialog.speech import Name, Phrase, Reply, What
from handlers.dialog.turn import Turn
from handlers.ui.place_questions import REST, zone_choice, zones_here
from models.orders.delivery_plan import DeliveryPlan, Target, Zone


def zone_question() -> Question[Any]:
    """Which of the areas with a fee or days of their own, or the rest of the emirate.

    Its name is the area of the address then, and is not asked for again.
    """
    asked = zone_choice(lambda state: state.zones)

    async def take(turn: Turn, state: CheckoutState, said: What | Pick) -> CheckoutState | Reply:
        taken = await asked.take(turn, state, said)
        if isinstance(taken, Reply):
            return taken
        number = int(taken.zone)
        zone = (await turn.delivery_plan()).zone(Target(state.emirate or "", number))
        chosen = without_zone(state)
        if zone is not None:
            area = name_in(Name(zone.name_ar, zone.name_en), turn.language)
            chosen = msgspec.structs.replace(chosen, area=area)
        return msgspec.structs.replace(chosen, zone=number)

    async def kept_zone(turn: Turn, state: CheckoutState) -> Phrase | None:
        here = await zones_here(turn, state)
        return next((label for label, value in here if value == str(state.zone)), None)

    return replace(asked, take=take, kept=kept_zone)


def without_zone(state: CheckoutState) -> CheckoutState:
    """The answers without their zone; its name goes with it, where it stood for the area."""
    area = None if state.zone else state.area
    return msgspec.structs.replace(state, zone=None, area=area)


def with_zones(plan: DeliveryPlan, state: CheckoutState) -> CheckoutState:
    """The answers as the plan is now: a zone that is no more, or may be meant, is asked for."""
    zones = plan.zones_in(state.emirate or "")
    if not zones:
        kept = without_zone(state) if state.zone else state
        return msgspec.structs.replace(kept, zone=None, zones=False)
    known = state.zone in {zone.id for zone in zones}
    rest = state.zone == REST and not any(is_named(zone, state.area or "") for zone in zones)
    kept = state if known or rest else without_zone(state)
    return msgspec.structs.replace(kept, zones=True)


def is_named(zone: Zone, area: str) -> bool:
    """Whether the area that was typed holds the zone's name."""
    typed = fold_label(area)
    return any(name and fold_label(name) in typed for name in (zone.name_ar, zone.name_en))
