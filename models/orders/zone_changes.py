"""What managers change of the areas with terms of their own; each change is a fact."""

from __future__ import annotations

from typing import Any

import msgspec

from models.kernel.acting import Acting
from models.kernel.facts import DeliveryPlanChanged
from models.kernel.money import Money
from models.kernel.refusals import AlreadyThere, NotFound
from models.kernel.shop_terms import EMIRATES, ShopTerms
from models.orders.delivery_plan import DeliveryPlan, Zone
from models.orders.saved_plan import change_plan

put = msgspec.structs.replace


async def add_zone(
    acting: Acting, terms: ShopTerms, emirate: str, name_ar: str, name_en: str, fee: Money
) -> DeliveryPlan:
    """Give an area of that emirate terms of its own; its number is the plan's `last_zone`.

    Refuses: NotFound for what is no emirate, AlreadyThere for a name that it has already.
    """
    if emirate not in EMIRATES:
        raise NotFound("emirate")

    def add(plan: DeliveryPlan) -> DeliveryPlan:
        if any((zone.name_ar, zone.name_en) == (name_ar, name_en) for zone in plan.zones):
            raise AlreadyThere("zone")
        number = plan.last_zone + 1
        zone = Zone(number, emirate, name_ar, name_en, fee)
        return put(plan, zones=(*plan.zones, zone), last_zone=number)

    told = DeliveryPlanChanged("zone-added", emirate, now=f"{name_ar} {fee}")
    return await change_plan(acting, terms, add, lambda _before: told)


async def change_zone(acting: Acting, terms: ShopTerms, number: int, **part: Any) -> DeliveryPlan:
    """Set the fee, the weekdays or the lead_days of a zone. Refuses: NotFound."""

    def change(plan: DeliveryPlan) -> DeliveryPlan:
        found = zone_of(plan, number)
        changed = put(found, **part)
        return put(plan, zones=tuple(changed if each is found else each for each in plan.zones))

    what, value = next(iter(part.items()))

    def tell(plan: DeliveryPlan) -> DeliveryPlanChanged:
        zone = zone_of(plan, number)
        was = str(getattr(zone, what))
        return DeliveryPlanChanged(f"zone-{what.replace('_', '-')}", zone.name_ar, was, str(value))

    return await change_plan(acting, terms, change, tell)


async def remove_zone(acting: Acting, terms: ShopTerms, number: int) -> DeliveryPlan:
    """Let the area have the terms of its emirate again. Refuses: NotFound."""

    def remove(plan: DeliveryPlan) -> DeliveryPlan:
        found = zone_of(plan, number)
        return put(plan, zones=tuple(each for each in plan.zones if each is not found))

    return await change_plan(
        acting,
        terms,
        remove,
        lambda plan: DeliveryPlanChanged("zone-removed", zone_of(plan, number).name_ar),
    )


def zone_of(plan: DeliveryPlan, number: int) -> Zone:
    """The zone of that number. Refuses: NotFound."""
    for zone in plan.zones:
        if zone.id == number:
            return zone
    raise NotFound("zone")
