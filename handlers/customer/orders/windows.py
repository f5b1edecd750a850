"""A customer chooses another window for an order: it is late, came back, or is only unpacked."""

from __future__ import annotations

from functools import partial

from handlers.customer.orders.orders import order_reply
from handlers.dialog.actions.customer import ShowOrder, ShowWindows, TakeWindow
from handlers.dialog.layout import HOME, banner, page_row, screen
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Exact, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.closed_days import closed_days
from handlers.ui.order_lines import paragraphs, stack, window_label, window_words
from handlers.ui.order_names import order_name
from handlers.ui.pick_up import for_order, state_words
from handlers.ui.window_question import KNOWN_WINDOWS, SHOWN_WINDOWS
from handlers.ui.window_stamps import slot_of, stamp_of
from models.kernel import refusals
from models.orders.queries import OrderView, order_of
from models.orders.rescheduling import may_choose_window, reschedule_by_customer, windows_for


@view(ShowWindows)
async def show_windows(turn: Turn, asked: ShowWindows) -> Reply:
    """The windows that the order can be moved to. Refuses: NotFound."""
    return await windows_reply(turn, asked.order_id, asked.at)


async def windows_reply(
    turn: Turn, order_id: int, at: int = 0, notice: Phrase | None = None
) -> Reply:
    """The choice of another window, or the order where it has one. Refuses: NotFound."""
    order = await order_of(turn.session, turn.person_id, order_id)
    if not may_choose_window(order, turn.now):
        return await order_reply(turn, order_id, notice or stands(order))
    return reply(await windows_card(turn, order, max(0, at)), in_place=True, notice=notice)


def stands(order: OrderView) -> Phrase:
    """Where the order stands, for whom nothing is to be chosen any more."""
    return say("order-stands", state=state_words(order))


async def windows_card(turn: Turn, order: OrderView, at: int) -> Card:
    """The next windows from that one on, a button each."""
    plan = await turn.delivery_plan()
    free = await windows_for(turn.session, order, plan, turn.now, KNOWN_WINDOWS)
    first = at if at < len(free) else 0
    rows: list[Row] = [
        (Choice(window_label(slot.day, slot.window), TakeWindow(order.id, stamp_of(slot))),)
        for slot in free[first : first + SHOWN_WINDOWS]
    ]
    rows += page_row(
        first,
        more=first + SHOWN_WINDOWS < len(free),
        before=ShowWindows(order.id, max(0, first - SHOWN_WINDOWS)),
        after=ShowWindows(order.id, first + SHOWN_WINDOWS),
    )
    words = say("order-ask-window" if free else "order-no-window", number=order_name(order))
    words = for_order(order, words)
    notes = closed_days(plan, turn.now, free, order)
    text = paragraphs(words, stack(*notes)) if notes else words
    title = say("order-title", number=Exact(order.number))
    picture = banner(turn.language, title, icon="orders")
    back = Choice(say("button-back"), ShowOrder(order.id))
    return screen(text, picture, (*rows, (back, HOME)))


@step(TakeWindow)
async def take_window(turn: Turn, asked: TakeWindow) -> Reply:
    """Move the order to that window; pressed again it is only shown. Refuses: NotFound."""
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    slot = slot_of(asked.stamp, await turn.delivery_plan(), order.target)
    if slot is None:
        return await windows_reply(turn, order.id, notice=say("order-window-gone"))
    turn.otherwise = partial(answer_refusal, turn, order.id)
    await reschedule_by_customer(turn.acting, order.id, slot, turn.terms)
    moved = say("order-window-moved", window=window_words(slot.day, slot.window))
    return await order_reply(turn, order.id, moved)


async def answer_refusal(turn: Turn, order_id: int, refusal: refusals.Refusal) -> Reply:
    """Why it could not be moved there, with the windows that are left or the order as it stands."""
    match refusal:
        case refusals.NoWindow() | refusals.MakingFull():
            return await windows_reply(turn, order_id, notice=say("order-window-gone"))
        case refusals.WrongState():
            return await windows_reply(turn, order_id)
        case _:
            raise refusal
