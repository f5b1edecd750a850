"""What managers change of the fetching at the hall, but for its windows; each change is a fact."""

from __future__ import annotations

from typing import Any

import msgspec

from models.kernel.acting import Acting
from models.kernel.facts import DeliveryPlanChanged
from models.kernel.refusals import NotFound
from models.kernel.shop_terms import ShopTerms
from models.orders.delivery_plan import DeliveryPlan, PickUp
from models.orders.saved_plan import change_plan

put = msgspec.structs.replace


async def offer_pick_up(acting: Acting, terms: ShopTerms, *, offered: bool) -> DeliveryPlan:
    """Let customers fetch their orders at the hall from now on, or no new ones.

    Refuses: NotFound while there is no place or no window to offer.
    """

    def change(plan: DeliveryPlan) -> DeliveryPlan:
        if offered and not plan.pick_up.is_complete:
            raise NotFound("pick-up")
        return with_pick_up(plan, offered=offered)

    told = DeliveryPlanChanged("hall-offered" if offered else "hall-closed")
    return await change_plan(acting, terms, change, lambda _before: told)


async def set_pick_up_place(
    acting: Acting, terms: ShopTerms, name_ar: str, name_en: str
) -> DeliveryPlan:
    """Let it be there that orders are fetched; those that were placed before keep their words."""
    told = name_ar or name_en
    return await change_plan(
        acting,
        terms,
        lambda plan: with_pick_up(plan, place_ar=name_ar, place_en=name_en),
        lambda plan: DeliveryPlanChanged("hall-place", was=place_of(plan.pick_up), now=told),
    )


async def set_pick_up_lead(acting: Acting, terms: ShopTerms, lead_days: int) -> DeliveryPlan:
    """Let so many days be before the earliest fetching; 0: what is there is fetched today."""
    return await change_plan(
        acting,
        terms,
        lambda plan: with_pick_up(plan, lead_days=lead_days),
        lambda plan: DeliveryPlanChanged(
            "hall-lead-days", was=str(plan.pick_up.lead_days), now=str(lead_days)
        ),
    )


def with_pick_up(plan: DeliveryPlan, **parts: Any) -> DeliveryPlan:
    """The plan with these parts of its fetching at the hall."""
    return put(plan, pick_up=put(plan.pick_up, **parts))


def place_of(pick_up: PickUp) -> str:
    """What the place is called, for a fact."""
    return pick_up.place_ar or pick_up.place_en
