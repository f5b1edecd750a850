"""What staff hear of the work: the desk what comes in or back, couriers what is packed."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.actions import ManageOrder
from handlers.announcements.notices import Event, Notice, message
from handlers.screens.lines import order_lines, place_words
from handlers.screens.reasons import reason_words
from handlers.screens.windows import window_words
from handlers.speech import Amount, Choice, Exact, Phrase, say
from models.access import Permission, people_allowed
from models.facts import OrderCancelled, OrderNotDelivered, OrderPacked, OrderPlaced
from models.order_book import OrderView, order_for_staff

LINES = 20


async def tell_staff(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever works on the order next, but for the one who did it."""
    match event.fact:
        case OrderPlaced(order_id=order_id):
            text = placed(await order_for_staff(session, order_id))
        case OrderCancelled(order_id=order_id, by_customer=True):
            text = cancelled(await order_for_staff(session, order_id))
        case OrderPacked(order_id=order_id):
            text = packed(await order_for_staff(session, order_id))
        case OrderNotDelivered(order_id=order_id) as came_back:
            text = not_delivered(await order_for_staff(session, order_id), came_back)
        case _:
            return []
    desk = await people_allowed(session, Permission.orders)
    at_work = desk
    if isinstance(event.fact, OrderPacked):
        # Who handles orders packs them as well, and need not be told.
        at_work = sorted(set(await people_allowed(session, Permission.deliver)) - set(desk))
    people = tuple(person for person in at_work if person != event.actor_id)
    way_on = Choice(say("staff-open-order"), ManageOrder(order_id))
    return [Notice("staff", people, message(text, way_on))]


def placed(order: OrderView) -> Phrase:
    """A new order: when, where to, what, for how much."""
    return say(
        "staff-order-placed",
        number=Exact(order.number),
        window=window_words(order.day, order.window),
        place=place_words(order.emirate, order.area, "", pinned=order.latitude is not None),
        lines=order_lines(order.live_lines, LINES),
        total=Amount(order.total),
    )


def cancelled(order: OrderView) -> Phrase:
    """The customer does not want it any more."""
    return say(
        "staff-order-cancelled",
        number=Exact(order.number),
        window=window_words(order.day, order.window),
    )


def packed(order: OrderView) -> Phrase:
    """It can be taken out: where to, when, and the cash to bring back."""
    return say(
        "staff-order-packed",
        number=Exact(order.number),
        window=window_words(order.day, order.window),
        place=place_words(order.emirate, order.area, "", pinned=order.latitude is not None),
        total=Amount(order.total),
    )


def not_delivered(order: OrderView, came_back: OrderNotDelivered) -> Phrase:
    """The goods come back to the desk: why, and when they go out again."""
    return say(
        "staff-order-not-delivered",
        number=Exact(order.number),
        reason=reason_words(came_back.reason),
        window=window_words(came_back.day, came_back.window),
    )
