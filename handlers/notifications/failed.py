"""What a customer hears of a delivery that failed: the next time, and how to choose another."""

from __future__ import annotations

from datetime import datetime

from handlers.dialog.actions.customer import CorrectAddress, ShowOrder, ShowWindows, TakeWindow
from handlers.dialog.speech import Choice, Phrase, Reply, say
from handlers.notifications.notices import Event, message
from handlers.ui.order_lines import paragraphs, window_label, window_words
from handlers.ui.order_names import order_name
from handlers.ui.window_stamps import stamp_of
from models.kernel.facts import OrderNotDelivered
from models.orders.delivery_slots import WindowSlot, has_begun
from models.orders.fulfilment import LATER, NOBODY_THERE, WRONG_ADDRESS
from models.orders.queries import OrderView


def failure_news(event: Event, fact: OrderNotDelivered) -> Reply:
    """News that the delivery failed, with its next window unless that has begun by now.

    Where nobody was there, or not at that address, windows to choose from are beneath it.
    """
    order = event.order
    asks = fact.reason in (NOBODY_THERE, WRONG_ADDRESS)
    kind = fact.reason if asks or fact.reason == LATER else "other"
    words = [say(f"customer-failed-{kind}", number=order_name(order))]
    words += new_window(event)
    if asks:
        words.append(say("customer-choose-window"))
    ways = (*address_ways(order, fact), *window_ways(order, fact, event.now)) if asks else ()
    return message(paragraphs(*words), *ways, follow(order))


def readdressed_news(event: Event) -> Reply:
    """News that the address was put right, with the window unless that has begun by now."""
    told = say("customer-readdressed", number=order_name(event.order))
    return message(paragraphs(told, *new_window(event)), follow(event.order))


def new_window(event: Event) -> list[Phrase]:
    """The words for the order's window; none once it has begun."""
    order = event.order
    if has_begun(WindowSlot(order.day, order.window), event.now):
        return []
    return [say("customer-new-window", window=window_words(order.day, order.window))]


def address_ways(order: OrderView, fact: OrderNotDelivered) -> tuple[Choice, ...]:
    """The way to tell the right address, where it was wrong."""
    if fact.reason != WRONG_ADDRESS:
        return ()
    return (Choice(say("order-correct-address"), CorrectAddress(order.id)),)


def window_ways(order: OrderView, fact: OrderNotDelivered, now: datetime) -> tuple[Choice, ...]:
    """The windows that were free then and have not begun, and the way to all of today's."""
    slots = [WindowSlot(*offered) for offered in fact.offered]
    shown = [slot for slot in slots if not has_begun(slot, now)]
    windows = [
        Choice(window_label(slot.day, slot.window), TakeWindow(order.id, stamp_of(slot)))
        for slot in shown
    ]
    return (*windows, Choice(say("order-other-windows"), ShowWindows(order.id)))


def follow(order: OrderView) -> Choice:
    """The way to the order."""
    return Choice(say("order-follow"), ShowOrder(order.id))
