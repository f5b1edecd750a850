"""What a customer has answered on the way from the cart to the order."""

from __future__ import annotations

import hashlib
from datetime import datetime

import msgspec

from handlers.dialog.questions import Pin
from handlers.dialog.states import StateBase
from models.kernel.calendar import DUBAI
from models.kernel.shop_terms import ShopTerms
from models.orders.delivery_slots import WindowSlot
from models.people.addresses import Destination

STAMP = "%y%m%d%H%M"


class CheckoutState(StateBase, frozen=True, tag="checkout.1"):
    """The answers so far. `where` is a pin or an address; a pin needs no area.

    `slot` is the delivery window that was chosen (its stamp); without one the earliest is taken.
    `slots_from` is the first of the windows that are shown to choose from. `seen` is what the
    summary showed when it was asked last (see `summary_stamp`); empty where no window had room.
    `buyer_id` is the caller that is ordered for, 0 for who orders for themselves.
    """

    name: str | None = None
    phone: str | None = None
    emirate: str | None = None
    area: str | None = None
    where: Pin | str | None = None
    note: str | None = None
    slot: str | None = None
    slots_from: int = 0
    seen: str = ""
    buyer_id: int = 0


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
    )


def stamp_of(slot: WindowSlot) -> str:
    """A window as ten digits, for button data: its day and the hour at which it starts."""
    return f"{slot.day:%y%m%d}{slot.window[:5].replace(':', '')}"


def slot_of(stamp: str, terms: ShopTerms) -> WindowSlot | None:
    """The window of a stamp, or None for one that is none of today's terms."""
    try:
        start = datetime.strptime(stamp, STAMP).replace(tzinfo=DUBAI)
    except ValueError:
        return None
    keys = [window.key for window in terms.windows if window.starts == start.time()]
    return WindowSlot(start.date(), keys[0]) if keys else None


def summary_stamp(figures: str, state: CheckoutState, slot: WindowSlot) -> str:
    """What the customer sees on the summary, short enough for its button (26 characters)."""
    return f"{figures}{fingerprint(state)}{stamp_of(slot)}"


def fingerprint(state: CheckoutState) -> str:
    """Eight characters that change with whom and where the order goes to."""
    packed = msgspec.json.encode(destination_of(state))
    return hashlib.sha256(packed).hexdigest()[:8]


def read_summary_stamp(data: str, terms: ShopTerms) -> Placing | None:
    """What a button stood for, or None where it is broken, forged or of other terms."""
    slot = slot_of(data[16:], terms) if data.isascii() else None
    return None if slot is None else Placing(data[:8], data[8:16], slot)
