"""What is fetched at the hall, in words that are true for it: no courier comes, and to no door."""

from __future__ import annotations

from typing import Any, Protocol

from handlers.dialog.speech import Name, Phrase, say
from models.kernel.shop_terms import HALL

FETCHED = (
    *("checkout-fee", "checkout-total", "checkout-window", "checkout-window-moved"),
    *("checkout-no-window", "checkout-no-making", "checkout-ask-note", "checkout-ask-slot"),
    "checkout-change-place",
    *("order-placed", "on-behalf-placed", "on-behalf-code"),
    *("order-sums", "order-code", "order-nothing-due", "order-now-packed"),
    *("receipt-fee", "receipt-total", "receipt-code", "receipt-window"),
    *("state-packed", "state-delivered"),
    *("customer-placed-for-them", "customer-accepted", "customer-late", "customer-rescheduled"),
    *("customer-delivered", "customer-delivered-other", "customer-delivered-unpaid"),
    *("customer-code-once-more", "customer-part-refused", "customer-returned"),
    *("customer-struck", "customer-reinstated", "customer-window-asked", "undo-no-window"),
    *("deliveries-order", "button-move-packed", "deliveries-now-packed", "button-delivered"),
    *("deliveries-window-closed", "deliveries-window-asked"),
    *("finding-row", "closed-orders-row", "closed-orders-row-telephone", "many-line"),
    *("order-needs-window", "order-ask-window", "order-no-window", "checkout-window-gone"),
    *("closed-named", "closed-nameless", "closed-no-time"),
    *("change-part-note", "change-ask-phone", "change-ask-note", "change-total"),
    *("customer-phone-changed", "customer-note-changed", "customer-note-removed"),
    *("staff-order-note-changed", "staff-order-note-removed", "changed-total-now"),
    *("deliveries-ask-window", "deliveries-no-window"),
    *("confirming-ask-code", "confirming-what-code", "confirming-done"),
    *("overriding-ask-photo", "overriding-done", "refusing-ask-whole"),
    *("returning-hand-back", "returning-done"),
    *("on-behalf-code-in-chat", "on-behalf-code-was-said"),
    *("manager-wrong-codes", "courier-closed-without-code"),
    *("income-sold", "income-delivered", "income-reinstated", "income-returned"),
    *("history-order-packed", "history-order-delivered", "history-order-rescheduled"),
    *("history-order-refused", "history-part-refused", "history-goods-returned"),
    *("history-code-sent", "history-wrong-code", "history-window-passed"),
    *("history-order-note-changed",),
    *("staff-part-refused", "staff-order-refused", "refusing-order-done"),
)
"""The phrases that have another one, `fetched-…`, for what is fetched."""


class Placed(Protocol):
    """An order, or one to be, as far as it is known where it goes to."""

    @property
    def emirate(self) -> str | None: ...


class Standing(Placed, Protocol):
    """An order, as far as it is known where it goes to and where it stands."""

    @property
    def state(self) -> str: ...


class Fetched(Protocol):
    """An order with what stands in it for its place."""

    @property
    def area(self) -> str: ...
    @property
    def address(self) -> str: ...


def for_order(order: Placed, phrase: Phrase, **more: Any) -> Phrase:
    """The phrase; of what is fetched the one that is true then, with what `more` it takes."""
    if order.emirate != HALL or phrase.id not in FETCHED:
        return phrase
    return say(f"fetched-{phrase.id}", **phrase.args, **more)


def state_words(order: Standing) -> Phrase:
    """Where the order stands."""
    return for_order(order, say(f"state-{order.state}"))


def hall_name(order: Fetched) -> Name:
    """What the place is called where an order is fetched: it stands in its area and address."""
    return Name(order.area, order.address)
