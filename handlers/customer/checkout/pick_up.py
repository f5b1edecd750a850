"""The answers of a checkout as far as the order is fetched at the hall, or may be."""

from __future__ import annotations

import msgspec

from handlers.customer.checkout.state import CheckoutState
from models.kernel.shop_terms import HALL
from models.orders.delivery_plan import DeliveryPlan


def at_place(plan: DeliveryPlan, state: CheckoutState, was: str | None) -> CheckoutState:
    """The answers with what the chosen emirate, in the place of `was`, means for the address.

    At the hall the place stands for it; who had chosen the hall before is asked for it.
    """
    if state.emirate == HALL:
        return at_hall(plan, state)
    if was == HALL:
        return msgspec.structs.replace(state, area=None, where=None)
    return state


def at_hall(plan: DeliveryPlan, state: CheckoutState) -> CheckoutState:
    """The answers with the place where orders are fetched now, as an address has it."""
    place = plan.pick_up
    return msgspec.structs.replace(state, area=place.place_ar, where=place.place_en)


def as_offered(plan: DeliveryPlan, state: CheckoutState) -> CheckoutState:
    """The answers as the plan is now: where nothing is fetched any more, the place is asked for."""
    if state.emirate != HALL:
        return state
    if plan.pick_up.offered:
        return at_hall(plan, state)
    return msgspec.structs.replace(state, emirate=None, area=None, where=None, slot=None)
