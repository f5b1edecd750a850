"""What a customer has answered on the way from the cart to the order."""

from __future__ import annotations

import hashlib

import msgspec

from handlers.dialog.questions import Pin
from handlers.dialog.states import StateBase
from handlers.ui.window_stamps import moment_of, slot_of, stamp_of
from models.kernel.shop_terms import HALL
from models.orders.delivery_plan import DeliveryPlan, Target, target_of
from models.orders.delivery_slots import WindowSlot
from models.people.addresses import Destination

STAMPED = 26


class CheckoutState(StateBase, frozen=True, tag="checkout.1"):
    """The answers so far. `where` is a pin or an address; a pin needs no area.

    `zone` is the area with terms of its own (0: the rest of the emirate), which is asked for where
    the emirate has such (`zones`).

    `meant` is the emirate that a doubtful pin is in; None as long as that is not answered.

    `slot` is the delivery window that was chosen (its stamp); without one the earliest is taken.
    `slots_from` is the first of the windows that are shown to choose from. `seen` is what the
    summary showed when it was asked last (see `summary_stamp`); empty where no window had room.
    """

    name: str | None = None
    phone: str | None = None
    emirate: str | None = None
    zone: int | None = None
    zones: bool = False
    area: str | None = None
    where: Pin | str | None = None
    meant: str | None = None
    note: str | None = None
    slot: str | None = None
    slots_from: int = 0
    seen: str = ""


class Placing(msgspec.Struct, frozen=True):
    """What the button `Place the order` stood for: the figures, the details and the window."""

    figures: str
    details: str
    slot: WindowSlot


def destination_of(state: CheckoutState) -> Destination:
    """Whom and where the order goes to."""
    pin = state.where if isinstance(state.where, Pin) else None
    return Destination(
        name=state.name or "",
        phone=state.phone or "",
        emirate=state.emirate or "",
        area=state.area or "",
        address=state.where if isinstance(state.where, str) else "",
        latitude=pin.latitude if pin else None,
        longitude=pin.longitude if pin else None,
        note=state.note or "",
        zone=state.zone,
    )


def target_at(state: CheckoutState) -> Target:
    """Where the order goes to, as far as the plan of deliveries tells it apart."""
    return target_of(destination_of(state))


def names_window(data: str) -> bool:
    """Whether a summary's button names a window, which may be gone by now; else it is forged."""
    return data.isascii() and len(data) == STAMPED and moment_of(data[16:]) is not None


def summary_stamp(figures: str, state: CheckoutState, slot: WindowSlot) -> str:
    """What the customer sees on the summary, short enough for its button (26 characters)."""
    return f"{figures}{fingerprint(state)}{stamp_of(slot)}"


def fingerprint(state: CheckoutState) -> str:
    """Eight characters that change with whom and where the order goes to."""
    packed = msgspec.json.encode(destination_of(state))
    return hashlib.sha256(packed).hexdigest()[:8]


def read_summary_stamp(data: str, plan: DeliveryPlan, to: Target) -> Placing | None:
    """What a button stood for, or None where it is broken, forged or of a window that is gone."""
    slot = slot_of(data[16:], plan, to) if data.isascii() else None
    return None if slot is None else Placing(data[:8], data[8:16], slot)


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
