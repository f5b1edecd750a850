"""A customer's orders: the list, one of them, and the question before it is cancelled."""

from __future__ import annotations

from datetime import datetime

from handlers.dialog.actions.changes import ChangeOwn
from handlers.dialog.actions.customer import (
    AskTeam,
    CancelOrder,
    ClaimOrders,
    CorrectAddress,
    OrderAgain,
    ShowOrder,
    ShowOrders,
    ShowReceipt,
    ShowWindows,
    UndoOwnCancel,
)
from handlers.dialog.layout import HOME, banner, cut, in_rows, package_rows, page_row, screen
from handlers.dialog.main_menu import ORDERS
from handlers.dialog.speech import Amount, Card, Choice, Day, Exact, Phrase, Row, say
from handlers.ui.days import day_name, window_ahead
from handlers.ui.order_lines import order_lines, paragraphs, place_words, stack, window_words
from handlers.ui.order_names import brief_goods, order_name
from handlers.ui.pick_up import for_order, hall_name, state_words
from handlers.ui.receipts import receipt
from models.kernel.calendar import dubai_day
from models.kernel.money import NOTHING, Money
from models.kernel.paging import Page
from models.orders.changes import CUSTOMER_CHANGES
from models.orders.fulfilment import awaits_address
from models.orders.queries import OrderBrief, OrderView
from models.orders.rescheduling import is_asked, wants_window
from models.orders.states import CUSTOMER_CANCELS, OPEN, STEPS, STEPS_AT_HALL, VOID, OrderState
from models.people.people import Language

LINES = 5
CLAIM = Choice(say("button-claim"), ClaimOrders())
ADDRESS, WISH = 60, 40


def orders_screen(page: Page[OrderBrief], language: Language, now: datetime) -> Card:
    """A page of the person's orders at `now` (UTC), newest first."""
    picture = banner(language, say("orders-title"), icon="orders")
    if not page.items:
        return screen(say("orders-none"), picture, (*package_rows(), (CLAIM,), (HOME,)))
    text = paragraphs(say("orders-ask"), stack(*map(brief_words, page.items)))
    rows: list[Row] = list(in_rows([brief_choice(order, now) for order in page.items], 1))
    at = page.page
    rows += page_row(at, more=page.more, before=ShowOrders(at - 1), after=ShowOrders(at + 1))
    return screen(text, picture, (*rows, (CLAIM,), (HOME,)))


def brief_words(order: OrderBrief) -> Phrase:
    """One order in the list: goods and state, number, day of delivery, total."""
    return say(
        "orders-row",
        goods=brief_goods(order),
        number=Exact(order.number),
        day=Day(order.day),
        state=state_words(order),
        total=Amount(order.total),
    )


def brief_choice(order: OrderBrief, now: datetime) -> Choice:
    """The way to one order of the list."""
    label = say(
        "orders-choice",
        goods=brief_goods(order),
        day=day_name(order.day, dubai_day(now)),
        number=Exact(order.number),
    )
    return Choice(label, ShowOrder(order.id))


def order_screen(
    order: OrderView,
    code: str,
    due: Money,
    language: Language,
    now: datetime,
    *,
    undoable: bool = False,
    waits: bool = False,
    owed: Money = NOTHING,
) -> Card:
    """One order at `now` (UTC); `code` is the delivery code, empty once it is over; `due` is
    what coins pay.

    `undoable`: the customer can take the own cancelling back. `waits`: it is out, and others come
    before it. `owed` is still to be handed back for what was returned.
    """
    parts = [
        stack(heading(order), progress(order, waits=waits)),
        order_lines(order.lines, LINES, WISH),
        stack(*facts(order, code, due, now, owed)),
    ]
    state = state_words(order)
    title = say("order-title", number=Exact(order.number))
    picture = banner(language, title, state, icon="orders")
    undo: tuple[Row, ...] = ()
    if undoable:
        undo = ((Choice(say("button-undo-cancel"), UndoOwnCancel(order.id)),),)
    return screen(paragraphs(*parts), picture, (*undo, *order_rows(order, now)))


def heading(order: OrderView) -> Phrase:
    """The number, and the day on which it was ordered."""
    day = Day(dubai_day(order.placed_at))
    return say("order-heading", number=Exact(order.number), day=day)


def progress(order: OrderView, *, waits: bool = False) -> Phrase:
    """How far the order has come, in words and as a line of dots, and what happens now."""
    state = state_words(order)
    if order.state not in STEPS:
        return say("order-state", state=state)
    steps = STEPS_AT_HALL if order.at_hall else STEPS
    done = steps.index(OrderState(order.state)) + 1
    # Two arguments, each isolated: together they run in the direction of the line.
    come = say("order-progress", state=state, done="●" * done, left="○" * (len(steps) - done))
    if order.state not in OPEN:
        return come
    now = say("order-waits-its-turn" if waits else f"order-now-{order.state}")
    return stack(come, for_order(order, now))


def facts(order: OrderView, code: str, due: Money, now: datetime, owed: Money) -> list[Phrase]:
    """What it comes to, where it goes, when, and the code that the courier asks for."""
    if order.state == OrderState.returned:
        return [for_order(order, say("order-nothing-due"))]
    is_open = order.state in OPEN
    sums = say("order-sums", total=Amount(order.total), fee=Amount(order.amounts.fee))
    lines = [for_order(order, sums)]
    if order.taken is not None:
        paid = "order-paid" if order.taken or not due else "order-paid-nothing"
        lines.append(say(paid, taken=Amount(order.taken)))
    if order.refunded:
        lines.append(say("order-refunded", amount=Amount(order.refunded)))
    if owed:
        lines.append(say("order-owed-back", amount=Amount(owed)))
    if is_open and due != order.total:
        lines.append(say("order-in-cash", due=Amount(due)))
    if is_open:
        lines += [where(order), when(order, now)]
    if is_asked(order):
        lines.append(for_order(order, say("order-needs-window")))
    if code:
        lines.append(for_order(order, say("order-code", code=Exact(code))))
    return lines


def where(order: OrderView) -> Phrase:
    """The place that the order goes to."""
    pinned = order.latitude is not None
    address = cut(order.address, ADDRESS)
    place = place_words(order.emirate, cut(order.area), address, pinned=pinned)
    return say("checkout-place", place=place)


def when(order: OrderView, now: datetime) -> Phrase:
    """The delivery window, as long as it has not passed."""
    window = window_ahead(order.day, order.window, now)
    return for_order(order, say("checkout-window", window=window))


def order_rows(order: OrderView, now: datetime) -> tuple[Row, ...]:
    """Receipt, the same again, another time, cancelling while that is possible, and the team."""
    again = Choice(say("order-again"), OrderAgain(order.id))
    rows: list[Row] = [(again,)]
    if order.state not in VOID:
        rows = [(Choice(say("order-receipt"), ShowReceipt(order.id)), again)]
    if wants_window(order, now):
        rows = [*again_rows(order), *rows]
    if order.state in CUSTOMER_CHANGES:
        rows.append((Choice(say("button-change-order"), ChangeOwn(order.id)),))
    ask = Choice(say("button-ask-team"), AskTeam(order_id=order.id))
    if order.state in CUSTOMER_CANCELS:
        rows.append((Choice(say("order-cancel"), CancelOrder(order.id)), ask))
    else:
        rows.append((ask,))
    return (*rows, (ORDERS, HOME))


def again_rows(order: OrderView) -> tuple[Row, ...]:
    """Another time; and the address of an order that came back, where that was wrong."""
    time = (Choice(say("order-choose-window"), ShowWindows(order.id)),)
    address = (Choice(say("order-correct-address"), CorrectAddress(order.id)),)
    return (time, address) if awaits_address(order) else (time,)


def cancel_question(order: OrderView, language: Language) -> Card:
    """Asks once before the order is cancelled."""
    text = say("order-cancel-ask", number=order_name(order), total=Amount(order.total))
    picture = banner(language, say("order-title", number=Exact(order.number)), icon="orders")
    sure = Choice(say("order-cancel-sure"), CancelOrder(order.id, sure=True))
    return screen(text, picture, ((sure,), (back_to(order),)))


def receipt_screen(order: OrderView, code: str, language: Language) -> Card:
    """The receipt as a picture, with the way back to the order."""
    text = say("order-receipt-text", number=Exact(order.number))
    picture = receipt(order, code, language)
    return Card(text=text, picture=picture, choices=((back_to(order), HOME),))


def placed_screen(order: OrderView, code: str, language: Language) -> Card:
    """The order is placed: number, code, when, how much, and what happens next."""
    text = say(
        "order-placed",
        number=Exact(order.number),
        code=Exact(code),
        window=window_words(order.day, order.window),
        total=Amount(order.total),
    )
    text = for_order(order, text, place=hall_name(order))
    follow = Choice(say("order-follow"), ShowOrder(order.id))
    rows: tuple[Row, ...] = ((follow,), (ORDERS, HOME))
    return Card(text=text, picture=receipt(order, code, language), choices=rows, stays=True)


def back_to(order: OrderView) -> Choice:
    """The way back to the order."""
    return Choice(say("button-back"), ShowOrder(order.id))
