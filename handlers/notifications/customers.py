"""What customers hear of their orders."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import AskTeam, OrderAgain, ShowOrder, ShowWindows
from handlers.dialog.layout import HOME
from handlers.dialog.speech import Amount, Choice, Exact, Phrase, Reply, say
from handlers.notifications.delivery_plan import ask_for_window
from handlers.notifications.failed import failure_news
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.days import window_ahead
from handlers.ui.order_lines import order_line, stack, thing_words
from handlers.ui.order_names import order_name
from handlers.ui.pick_up import for_order, hall_name
from handlers.ui.reasons import reason_words
from models.kernel.facts import (
    CashCorrected,
    CodeSent,
    CourierOnTheWay,
    Fact,
    GoodsReturned,
    LineStruck,
    MoneyHandedBack,
    OrderCancelled,
    OrderDelivered,
    OrderNotDelivered,
    OrderOut,
    OrderPacked,
    OrderPlaced,
    OrderReinstated,
    OrderRescheduled,
    OrderWindowAsked,
    WindowPassed,
)
from models.kernel.money import Money
from models.orders.delivery_slots import WindowSlot
from models.orders.lateness import is_still_late
from models.orders.owed_back import owed_back
from models.orders.queries import OrderLineView, OrderView, delivery_code
from models.orders.rescheduling import is_where
from models.orders.states import ONWARD, OrderState


async def tell_customer(session: AsyncSession, event: Event) -> list[Notice]:
    """The notices for the order's customer; none of what was their own doing."""
    order = event.about
    if order is None or order.person_id == event.actor_id:
        return []
    heard = await news(session, event, order)
    return [] if heard is None else [Notice("customer", (order.person_id,), heard)]


async def news(session: AsyncSession, event: Event, order: OrderView) -> Reply | None:
    """The customer's news of what happened to the order; None where it is not theirs to hear."""
    match event.fact:
        case OrderPlaced():
            return await placed_for_them(session, event, order)
        case OrderPacked() if order.at_hall:
            return await ready(session, event, order)
        case OrderOut(run_id=run_id):
            # With a run it goes out hours before it comes: she hears when her turn comes.
            return None if run_id else await on_its_way(session, event, order)
        case CourierOnTheWay():
            return await coming(session, event, order)
        case OrderDelivered() as delivered:
            return thanks(order, delivered)
        case CodeSent():
            return await code_once_more(session, order)
        case CashCorrected(was=was, taken=taken):
            return correction_news(order, was, taken, await owed_back(session, order.id))
        case OrderNotDelivered() as failed:
            return failure_news(event, failed)
        case OrderRescheduled() as moved:
            return about(event, order, "rescheduled") if is_where(order, moved) else None
        case WindowPassed(day=day, window=window):
            return late_news(order, WindowSlot(day, window))
        case OrderWindowAsked():
            return await ask_for_window(session, event, order)
        case OrderCancelled(reason=reason):
            return cancellation_news(order, reason)
        case LineStruck(line_id=line_id):
            return shortage_news(order, line_id, event.due)
        case OrderReinstated(told=True):
            return about(event, order, "reinstated")
        case GoodsReturned(refunded=refunded):
            return return_news("customer-goods-returned", order, refunded)
        case MoneyHandedBack(refunded=refunded):
            return return_news("customer-money-handed-back", order, refunded)
        case fact:
            return stepped_on(event, order, fact)


def stepped_on(event: Event, order: OrderView, fact: Fact) -> Reply | None:
    """News of a step onward, in the words of the state that it leads to; None for anything else."""
    states = [state for state, move in ONWARD.items() if isinstance(fact, move.fact)]
    return about(event, order, states[0]) if states else None


def late_news(order: OrderView, passed: WindowSlot) -> Reply | None:
    """News that the order comes later, with the choice of a time; None once that is not so."""
    if not is_still_late(order, passed):
        return None
    if order.at_hall and order.state == OrderState.packed:
        text = say("customer-not-fetched", number=order_name(order))
    else:
        text = for_order(order, say("customer-late", number=order_name(order)))
    return message(text, Choice(say("order-choose-window"), ShowWindows(order.id)), follow(order))


def about(event: Event, order: OrderView, news: str) -> Reply:
    """That news of the order, with its number, its window and what is to be paid."""
    text = say(
        f"customer-{news}",
        number=order_name(order),
        window=window_ahead(order.day, order.window, event.now),
        total=Amount(event.due),
    )
    return message(for_order(order, text), follow(order))


async def ready(session: AsyncSession, event: Event, order: OrderView) -> Reply | None:
    """It can be fetched: where, from when to when, the cash and the code that will be needed.

    None where it was unpacked again, or was fetched, meanwhile.
    """
    if order.state != OrderState.packed:
        return None
    text = say(
        "customer-ready",
        number=order_name(order),
        place=hall_name(order),
        window=window_ahead(order.day, order.window, event.now),
        total=Amount(event.due),
        code=Exact(await delivery_code(session, order.person_id, order.id)),
    )
    return message(text, follow(order))


async def placed_for_them(session: AsyncSession, event: Event, order: OrderView) -> Reply:
    """The centre has placed what was ordered by telephone; the code is theirs alone."""
    text = say(
        "customer-placed-for-them",
        number=order_name(order),
        window=window_ahead(order.day, order.window, event.now),
        total=Amount(event.due),
        code=Exact(await delivery_code(session, order.person_id, order.id)),
    )
    return message(for_order(order, text, place=hall_name(order)), follow(order))


async def on_its_way(session: AsyncSession, event: Event, order: OrderView) -> Reply:
    """The courier is coming: the code and the cash will be needed."""
    text = say(
        "customer-out",
        number=order_name(order),
        window=window_ahead(order.day, order.window, event.now),
        total=Amount(event.due),
        code=Exact(await delivery_code(session, order.person_id, order.id)),
    )
    return message(text, follow(order))


async def coming(session: AsyncSession, event: Event, order: OrderView) -> Reply | None:
    """The courier comes to this door next; None where the order is out no more."""
    if order.state != OrderState.out:
        return None
    text = say(
        "customer-coming",
        number=order_name(order),
        total=Amount(event.due),
        code=Exact(await delivery_code(session, order.person_id, order.id)),
    )
    return message(text, follow(order))


def thanks(order: OrderView, fact: OrderDelivered) -> Reply:
    """News that the order has arrived; thanks for what was taken, where it is what was due."""
    number, taken = order_name(order), Amount(fact.taken)
    if fact.due is None:
        text = say("customer-delivered", number=number, taken=taken)
        return message(for_order(order, text), follow(order), again(order), HOME)
    if fact.taken:
        text = say("customer-delivered-other", number=number, taken=taken, due=Amount(fact.due))
    else:
        text = say("customer-delivered-unpaid", number=number, due=Amount(fact.due))
    ask = Choice(say("button-ask-team"), AskTeam(order_id=order.id))
    return message(for_order(order, text), ask, follow(order), again(order), HOME)


async def code_once_more(session: AsyncSession, order: OrderView) -> Reply:
    """The code, which the desk let be sent; it is in this chat alone."""
    code = Exact(await delivery_code(session, order.person_id, order.id))
    text = say("customer-code-once-more", number=order_name(order), code=code)
    return message(for_order(order, text), follow(order))


def correction_news(order: OrderView, was: Money, taken: Money, owed: Money) -> Reply:
    """News that another amount was recorded as paid than was paid; what is owed to her by that."""
    text = say(
        "customer-cash-corrected",
        number=order_name(order),
        was=Amount(was),
        taken=Amount(taken),
    )
    if owed:
        text = stack(text, say("order-owed-back", amount=Amount(owed)))
    return message(text, follow(order))


def cancellation_news(order: OrderView, reason: str) -> Reply:
    """News that the centre cancelled the order, with its reason."""
    text = say("customer-cancelled", number=order_name(order), why=why(reason))
    return message(text, again(order), HOME)


def shortage_news(order: OrderView, line_id: int, due: Money) -> Reply | None:
    """News that a thing is missing and was taken off: less is to be paid now."""
    found = [line for line in order.lines if line.id == line_id]
    if not found:
        return None
    text = say(
        "customer-struck",
        number=order_name(order),
        thing=counted_thing(found[0]),
        total=Amount(due),
        why=why(found[0].struck_reason),
    )
    return message(for_order(order, text), follow(order))


def return_news(news: str, order: OrderView, refunded: Money) -> Reply:
    """That news of goods that were taken back, with the money that was handed back."""
    text = say(news, number=order_name(order), amount=Amount(refunded))
    return message(text, follow(order))


def counted_thing(line: OrderLineView) -> Phrase:
    """The words for what was taken off an order, and how many of it."""
    return say(
        "customer-struck-thing", thing=thing_words(order_line(line)), count=str(line.quantity)
    )


def why(reason: str) -> Phrase:
    """The reason in the words of the staff; nothing where they gave none."""
    return say("customer-why", reason=reason_words(reason)) if reason else say("customer-no-reason")


def follow(order: OrderView) -> Choice:
    """The way to the order."""
    return Choice(say("order-follow"), ShowOrder(order.id))


def again(order: OrderView) -> Choice:
    """The way to the same things once more."""
    return Choice(say("order-again"), OrderAgain(order.id))
