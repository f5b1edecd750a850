"""What staff hear of the work: the desk what comes in or back, couriers what is packed or off."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.speech import Amount, Choice, Exact, Phrase, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.days import window_ahead
from handlers.ui.order_lines import order_lines, paragraphs, phone_words, place_words, window_words
from handlers.ui.pick_up import state_words
from handlers.ui.reasons import reason_words
from models.kernel.facts import (
    FactRow,
    OrderCancelled,
    OrderNotDelivered,
    OrderPacked,
    OrderPlaced,
    OrderReinstated,
    OrderReleased,
    OrderRescheduled,
    WindowPassed,
)
from models.kernel.money import Money
from models.orders.carriers import carrier
from models.orders.cash import last_out
from models.orders.delivery_slots import WindowSlot
from models.orders.lateness import is_still_late
from models.orders.queries import OrderView
from models.orders.rescheduling import is_where
from models.orders.states import OrderState
from models.people.access import Permission, people_allowed
from models.people.callers import is_caller

LINES = 20


async def tell_staff(session: AsyncSession, event: Event) -> list[Notice]:
    """The notices for whoever works on the order next, but for the one who acted."""
    match event.fact:
        case OrderPlaced(order_id=order_id):
            text = new_order_words(event.order, event.now)
        case OrderReleased(order_id=order_id):
            text = say("staff-order-released", number=Exact(event.order.number))
        case OrderCancelled(order_id=order_id, by_customer=True):
            text = cancellation_words(event.order)
        case OrderPacked(order_id=order_id):
            text = packed_words(event.order, event.due, event.now)
        case OrderReinstated(by_customer=True, kept_quiet=True):
            return []
        case OrderReinstated(told=True) as goes_on:
            return await tell_it_goes_on(session, event, goes_on)
        case OrderCancelled(was=OrderState.packed):
            return await unpack(session, event)
        case OrderCancelled(order_id=order_id, by_customer=False):
            return await call_back(session, event, order_id)
        case OrderNotDelivered(order_id=order_id) as came_back:
            text = not_delivered(event.order, came_back, event.now)
        case OrderRescheduled(order_id=order_id) as moved if by_customer(event):
            if not is_where(event.order, moved):
                return []
            text = rescheduled_words(event.order, event.now)
        case WindowPassed(order_id=order_id, day=day, window=window):
            if not is_still_late(event.order, WindowSlot(day, window)):
                return []
            text = await late_words(session, event.order)
        case _:
            return []
    if isinstance(event.fact, OrderPacked):
        # Who handles orders packs them as well, and need not be told; what is fetched no courier.
        at_work = [] if event.order.at_hall else await couriers(session)
    else:
        at_work = await people_allowed(session, Permission.orders)
    people = tuple(person for person in at_work if person != event.actor_id)
    topic = "deliveries" if isinstance(event.fact, OrderPacked) else "orders"
    return [Notice("staff", people, message(text, way_to(order_id)), topic=topic)]


def by_customer(event: Event) -> bool:
    """Whether the order's customer did it: what the desk does itself it need not hear."""
    return event.actor_id == event.order.person_id


async def tell_it_goes_on(
    session: AsyncSession, event: Event, goes_on: OrderReinstated
) -> list[Notice]:
    """Whoever had heard that the order was cancelled, but for the one who took that back."""
    order = event.order
    if goes_on.by_customer:
        people = set(await people_allowed(session, Permission.orders))
    elif goes_on.was == OrderState.packed:
        people = await packer_at_work(session, event)
    else:
        sent = await carriers_out(session, order.id, event.fact_id)
        people = set() if sent is None else set(await couriers(session, *sent))
    if not goes_on.by_customer:
        people |= set(await people_allowed(session, Permission.audit))  # by `tell_watchers`
    text = say(
        "staff-order-reinstated",
        number=Exact(order.number),
        window=window_words(order.day, order.window),
        state=state_words(order),
    )
    heard = tuple(sorted(people - {event.actor_id}))
    # Whoever has what customers cancel bundled reads it beneath that, and not hours before.
    topic = "orders" if goes_on.by_customer else ""
    return [Notice("staff", heard, message(text, way_to(order.id)), topic=topic)]


async def unpack(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever packed an order that was cancelled then is to unpack it."""
    order = event.order
    text = say("staff-order-unpack", number=Exact(order.number))
    people = tuple(await packer_at_work(session, event))
    return [Notice("staff", people, message(text, way_to(order.id)))]


async def packer_at_work(session: AsyncSession, event: Event) -> set[int]:
    """Who packed the order last; nobody where they act now, or work there no more."""
    order = event.order
    earlier = select(FactRow).where(FactRow.order_id == order.id, FactRow.id < event.fact_id)
    rows = await session.scalars(earlier.order_by(FactRow.id.desc()))
    packed = next((row.actor_id for row in rows if isinstance(row.fact, OrderPacked)), None)
    at_work = set(await people_allowed(session, Permission.orders)) - {event.actor_id}
    return at_work & {packed} if packed is not None else set()


async def call_back(session: AsyncSession, event: Event, order_id: int) -> list[Notice]:
    """Whoever may have an order with them that the desk cancelled: it is not to be delivered."""
    sent = await carriers_out(session, order_id, event.fact_id)
    if sent is None:
        return []
    order = event.order
    told = await couriers(session, *sent)
    people = tuple(person for person in told if person != event.actor_id)
    text = say("staff-order-called-back", number=Exact(order.number))
    return [Notice("staff", people, message(text, way_to(order_id)))]


async def carriers_out(session: AsyncSession, order_id: int, before: int) -> set[int] | None:
    """Who carried an order that was still out before the fact of that id; None where it was not.

    It is empty where nobody is known to have done it.
    """
    out = await last_out(session, order_id, before)
    if out is None:
        return None
    person_id = await carrier(session, out)
    return set() if person_id is None else {person_id}


async def couriers(session: AsyncSession, *also: int) -> list[int]:
    """Who delivers: those who handle orders as well only where they are named, by `also`."""
    desk = set(await people_allowed(session, Permission.orders)) - set(also)
    return [one for one in await people_allowed(session, Permission.deliver) if one not in desk]


def way_to(order_id: int) -> Choice:
    """The way to the order."""
    return Choice(say("staff-open-order"), ManageOrder(order_id))


def new_order_words(order: OrderView, now: datetime) -> Phrase:
    """A new order: when, where to, what, for how much."""
    return say(
        "staff-order-placed",
        number=Exact(order.number),
        window=window_ahead(order.day, order.window, now),
        place=place_words(order.emirate, order.area, "", pinned=order.latitude is not None),
        lines=order_lines(order.live_lines, LINES),
        total=Amount(order.total),
    )


def cancellation_words(order: OrderView) -> Phrase:
    """The words that the customer does not want the order any more."""
    return say(
        "staff-order-cancelled",
        number=Exact(order.number),
        window=window_words(order.day, order.window),
    )


def packed_words(order: OrderView, due: Money, now: datetime) -> Phrase:
    """The words that an order can be taken out: where to, when, the cash to bring back."""
    return say(
        "staff-order-packed",
        number=Exact(order.number),
        window=window_ahead(order.day, order.window, now),
        place=place_words(order.emirate, order.area, "", pinned=order.latitude is not None),
        total=Amount(due),
    )


def not_delivered(order: OrderView, came_back: OrderNotDelivered, now: datetime) -> Phrase:
    """The goods come back to the desk: why, and when they go out again."""
    return say(
        "staff-order-not-delivered",
        number=Exact(order.number),
        reason=reason_words(came_back.reason),
        window=window_ahead(came_back.day, came_back.window, now),
    )


def rescheduled_words(order: OrderView, now: datetime) -> Phrase:
    """The customer chose another time for the order."""
    return say(
        "staff-order-rescheduled",
        number=Exact(order.number),
        state=state_words(order),
        window=window_ahead(order.day, order.window, now),
    )


async def late_words(session: AsyncSession, order: OrderView) -> Phrase:
    """The order's time has passed: where it stands, for whom it is, where to, who tells her."""
    waits = order.at_hall and order.state == OrderState.packed
    late = say(
        "staff-order-not-fetched" if waits else "staff-order-late",
        number=Exact(order.number),
        state=state_words(order),
        name=order.name,
        phone=phone_words(order.phone),
        place=place_words(order.emirate, order.area, "", pinned=order.latitude is not None),
        total=Amount(order.total),
    )
    alone = await is_caller(session, order.person_id)
    return paragraphs(late, say("staff-late-untold" if alone else "staff-late-told"))
