"""What is heard of the plan of deliveries: the desk which days are closed, customers whom it meets.

A customer whose window is closed chooses another one in the message itself.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import ShowOrder, TakeWindow
from handlers.dialog.actions.delivery_plan import ListClosedOrders
from handlers.dialog.actions.staff import ShowDesk
from handlers.dialog.speech import Choice, Name, Phrase, Reply, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.closed_days import closure_words, span_words
from handlers.ui.order_lines import paragraphs, window_label, window_words
from handlers.ui.order_names import order_name
from handlers.ui.pick_up import for_order
from handlers.ui.window_stamps import stamp_of
from models.kernel.facts import DeliveryPlanChanged
from models.orders.delivery_plan import DeliveryPlan
from models.orders.queries import OrderView
from models.orders.rescheduling import windows_for
from models.orders.saved_plan import plan_now, saved_plan
from models.people.access import Permission, people_allowed

OFFERED = 6


async def tell_desk(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever handles orders hears which days are closed, and whether orders are fetched."""
    fact = event.fact
    if not isinstance(fact, DeliveryPlanChanged):
        return []
    if fact.what in ("hall-offered", "hall-closed"):
        return await tell_of_pick_up(session, event, offered=fact.what == "hall-offered")
    if fact.what not in ("closed", "opened"):
        return []
    days = span_words(*map(date.fromisoformat, fact.about.split()))
    if fact.what == "opened":
        text = say("staff-days-opened", days=days)
    elif fact.now:
        text = say("staff-days-closed-named", days=days, name=fact.now)
    else:
        text = say("staff-days-closed", days=days)
    see = Choice(say("button-see-closed-orders"), ListClosedOrders())
    way_on = see if fact.what == "closed" else Choice(say("button-desk"), ShowDesk())
    return await to_desk(session, event, message(text, way_on))


async def to_desk(session: AsyncSession, event: Event, said: Reply) -> list[Notice]:
    """The notice to whoever handles orders, but for the one who acted."""
    handling = await people_allowed(session, Permission.orders)
    people = tuple(person for person in handling if person != event.actor_id)
    return [Notice("desk", people, said)]


async def tell_of_pick_up(session: AsyncSession, event: Event, *, offered: bool) -> list[Notice]:
    """Whoever hands orders over hears that they are fetched at the hall now, and where; or not."""
    plan = await saved_plan(session)
    if plan is None or plan.pick_up.offered != offered:
        return []
    place = Name(plan.pick_up.place_ar, plan.pick_up.place_en)
    text = say("staff-pick-up-on", place=place) if offered else say("staff-pick-up-off")
    return await to_desk(session, event, message(text, Choice(say("button-desk"), ShowDesk())))


async def ask_for_window(session: AsyncSession, event: Event, order: OrderView) -> Reply | None:
    """Ask the customer for another window, with the next ones; None where she has one by now."""
    if order.window_asked_at is None:
        return None
    plan = await plan_now(session, event.terms)
    free = await windows_for(session, order, plan, event.now, OFFERED)
    choices = [
        Choice(window_label(slot.day, slot.window), TakeWindow(order.id, stamp_of(slot)))
        for slot in free
    ]
    words = paragraphs(
        why_another(order, plan), say("customer-window-choose" if free else "customer-window-none")
    )
    return message(words, *choices, Choice(say("order-follow"), ShowOrder(order.id)))


def why_another(order: OrderView, plan: DeliveryPlan) -> Phrase:
    """The words that nothing is delivered in the order's window, and why where that was said."""
    window = window_words(order.day, order.window)
    asked = say("customer-window-asked", number=order_name(order), window=window)
    closed = for_order(order, asked)
    shut = plan.closure_on(order.day)
    return closed if shut is None else paragraphs(closed, for_order(order, closure_words(shut)))
