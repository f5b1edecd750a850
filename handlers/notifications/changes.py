"""What its customer, the desk and its courier hear of an order that was changed."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.runs import ShowMyRun
from handlers.dialog.speech import Amount, Arg, Choice, Exact, Phrase, say
from handlers.notifications.couriers import when
from handlers.notifications.customers import follow
from handlers.notifications.failed import readdressed_news
from handlers.notifications.notices import Event, Notice, message
from handlers.notifications.staff import by_customer, packer_at_work, way_to
from handlers.ui.changed_lines import changed_words, lines_in, lines_out
from handlers.ui.order_lines import paragraphs, phone_words, place_words
from handlers.ui.order_names import order_name
from handlers.ui.pick_up import for_order, state_words
from models.kernel.facts import AddressChanged, LinesChanged, NoteChanged, PhoneChanged
from models.orders.run_queries import run_with
from models.people.access import Permission, people_allowed


async def tell_customer_of_change(_session: AsyncSession, event: Event) -> list[Notice]:
    """The order's customer, of what the team changed."""
    order, fact = event.order, event.fact
    if by_customer(event):
        return []
    if isinstance(fact, AddressChanged) and fact.was == fact.now:
        return [Notice("customer", (order.person_id,), readdressed_news(event))]
    text = customer_words(event)
    return [Notice("customer", (order.person_id,), message(text, follow(order)))]


def customer_words(event: Event) -> Phrase:
    """What the team changed of the order; what is to be paid, where that is another sum now."""
    order, number = event.order, order_name(event.order)
    match event.fact:
        case PhoneChanged(now=phone):
            text = say("customer-phone-changed", number=number, phone=phone_words(phone))
            return for_order(order, text)
        case NoteChanged(now=""):
            return for_order(order, say("customer-note-removed", number=number))
        case NoteChanged(now=note):
            return for_order(order, say("customer-note-changed", number=number, note=note))
        case LinesChanged() as fact:
            head = say("customer-lines-changed", number=number)
            return paragraphs(head, things(event, fact), total_now(event))
        case _:
            return paragraphs(say("customer-readdressed", number=number), total_now(event))


def total_now(event: Event) -> Phrase:
    """What is to be paid for the order."""
    return for_order(event.order, say("changed-total-now", total=Amount(event.due)))


def things(event: Event, fact: LinesChanged) -> Phrase:
    """What went out of the order and what came in."""
    return changed_words(lines_out(event.order, fact), lines_in(event.order, fact))


async def tell_team_of_change(session: AsyncSession, event: Event) -> list[Notice]:
    """The desk, of what the customer changed; who packed it; and whoever has it in a run.

    Each person hears of it once, and the actor by the reply alone.
    """
    order, text = event.order, team_words(event)
    desk = await desk_concerned(session, event) - {event.actor_id or 0}
    notice = message(text, way_to(order.id))
    # Who packed it has to open it again: that is no news to be muted.
    topic = "orders" if by_customer(event) else ""
    told = [Notice("staff", tuple(sorted(desk)), notice, topic=topic)]
    run = await run_with(session, order.id)
    if run is not None and run.person_id not in desk | {event.actor_id}:
        words = paragraphs(say("courier-stop-changed", window=when(run, event)), text)
        way = Choice(say("button-my-run"), ShowMyRun(run.id))
        told.append(Notice("courier", (run.person_id,), message(words, way)))
    return told


async def desk_concerned(session: AsyncSession, event: Event) -> set[int]:
    """Who at the desk is to hear of the change."""
    if by_customer(event):
        return set(await people_allowed(session, Permission.orders))
    if isinstance(event.fact, LinesChanged) and event.fact.packed:
        return await packer_at_work(session, event)
    return set()


def team_words(event: Event) -> Phrase:
    """What was changed of the order, and by whom."""
    order = event.order
    who = say("changed-by-customer" if by_customer(event) else "changed-by-team")
    said: dict[str, Arg] = {"number": Exact(order.number), "who": who}
    match event.fact:
        case PhoneChanged(now=phone):
            return say("staff-order-phone-changed", **said, phone=phone_words(phone))
        case NoteChanged(now=""):
            return for_order(order, say("staff-order-note-removed", **said))
        case NoteChanged(now=note):
            return for_order(order, say("staff-order-note-changed", **said, note=note))
        case LinesChanged(packed=packed) as fact:
            head = say("staff-order-lines-changed", **said, state=state_words(order))
            words = [head, things(event, fact), total_now(event)]
            return paragraphs(*words, *([say("staff-order-repack")] if packed else []))
        case AddressChanged(was=was, now=now) if was != now:
            return paragraphs(address_words(event, said), total_now(event))
        case _:
            return address_words(event, said)


def address_words(event: Event, said: dict[str, Arg]) -> Phrase:
    """Where the order goes to now."""
    order = event.order
    pinned = order.latitude is not None
    place = place_words(order.emirate, order.area, order.address, pinned=pinned)
    return say("staff-order-readdressed", **said, place=place)
