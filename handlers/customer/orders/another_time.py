"""A customer whose order came back chooses another time, or tells the right address."""

from __future__ import annotations

from handlers.customer.orders.orders import order_reply
from handlers.dialog.actions.customer import ChooseWindow, CorrectAddress
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import Pin
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Phrase, Reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.ui.address_questions import address_questions, place_of
from handlers.ui.order_lines import window_words
from handlers.ui.window_question import free_for_again, read_slot, slot_stamp, window_question
from models.kernel.refusals import NoWindow, WrongState
from models.orders.delivery_slots import WindowSlot, has_begun
from models.orders.fulfilment import may_choose_window
from models.orders.queries import OrderView, order_of
from models.orders.readdressing import change_address
from models.orders.rescheduling import reschedule


class ChoosingWindow(StateBase, frozen=True, kw_only=True, tag="choose-window.1"):
    """Another window that is being chosen for an order that came back."""

    order_id: int
    number: str
    slot: str | None = None
    slots_from: int = 0


class TellingAddress(StateBase, frozen=True, kw_only=True, tag="tell-address.1"):
    """The right address of an order that came back."""

    order_id: int
    number: str
    emirate: str
    same: str | None = None
    where: Pin | str | None = None


async def told_order(turn: Turn, order_id: int, words: Phrase) -> Reply:
    """What was done, and the order as it stands."""
    turn.leave()
    shown = await order_reply(turn, order_id)
    return Reply(cards=(Card(text=words), *shown.cards))


async def back_to_order(turn: Turn, state: ChoosingWindow | TellingAddress) -> Reply:
    """The form was left: the order as it stands."""
    return await told_order(turn, state.order_id, say("order-unchanged"))


async def choose(turn: Turn, state: ChoosingWindow) -> Reply:
    """Move the order to the window that was chosen."""
    slot = require_answer(read_slot(state.slot or ""))
    return await move_to(turn, await order_of(turn.session, turn.person_id, state.order_id), slot)


async def move_to(turn: Turn, order: OrderView, slot: WindowSlot) -> Reply:
    """Move the order; where it filled up or began meanwhile, ask for another window."""
    if not may_choose_window(order):
        return await stands(turn, order)
    try:
        async with turn.session.begin_nested():
            await reschedule(turn.acting, order.id, slot, turn.terms)
    except WrongState:
        return await stands(turn, await order_of(turn.session, turn.person_id, order.id))
    except NoWindow:
        asked = await start_choosing(turn, order)
        return Reply(cards=(Card(text=say("refused-no-window")), *asked.cards))
    window = window_words(slot.day, slot.window)
    return await told_order(turn, order.id, say("order-rescheduled", window=window))


async def stands(turn: Turn, order: OrderView) -> Reply:
    """Say that nothing can be chosen any more, with the order as it stands."""
    turn.leave()
    return await order_reply(turn, order.id, say("order-stands", state=say(f"state-{order.state}")))


CHOOSING = Flow(
    ChoosingWindow,
    (window_question(say("order-ask-window"), free_for_again, slot_stamp),),
    choose,
    left=back_to_order,
)


async def start_choosing(turn: Turn, order: OrderView) -> Reply:
    """Ask for another window, of all that are free."""
    if not await free_for_again(turn, None):
        return await told_order(turn, order.id, say("order-no-window"))
    return await CHOOSING.start(turn, ChoosingWindow(order_id=order.id, number=order.number))


@step(ChooseWindow)
async def choose_window(turn: Turn, asked: ChooseWindow) -> Reply:
    """Move an order that came back to that window, or ask for one. Refuses: NotFound."""
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    if not may_choose_window(order):
        return await stands(turn, order)
    slot = read_slot(asked.at)
    return await start_choosing(turn, order) if slot is None else await move_to(turn, order, slot)


async def correct(turn: Turn, state: TellingAddress) -> Reply:
    """Keep the right address; its window is asked for where that has begun meanwhile."""
    order = await order_of(turn.session, turn.person_id, state.order_id)
    if not may_choose_window(order):
        return await stands(turn, order)
    await change_address(turn.acting, order.id, place_of(state.where))
    if has_begun(WindowSlot(order.day, order.window), turn.now):
        turn.leave()
        asked = await start_choosing(turn, order)
        return Reply(cards=(Card(text=say("order-readdressed")), *asked.cards))
    return await told_order(turn, order.id, say("order-readdressed"))


ADDRESS = Flow(TellingAddress, address_questions(back_to_order), correct, left=back_to_order)


@step(CorrectAddress)
async def correct_address(turn: Turn, asked: CorrectAddress) -> Reply:
    """Ask for the right address of an order that came back. Refuses: NotFound."""
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    if not may_choose_window(order):
        return await stands(turn, order)
    state = TellingAddress(order_id=order.id, number=order.number, emirate=order.emirate)
    return await ADDRESS.start(turn, state)
