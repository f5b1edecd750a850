"""The desk chooses for a customer whose order came back: another window, or the right address."""

from __future__ import annotations

from handlers.dialog.actions.deliveries import StartNewAddress, StartNewWindow
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import Pin
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Exact, Phrase, Reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.questions import back_to_order, done_with, moved_on_reply, stands
from handlers.ui.address_questions import address_questions, place_of
from handlers.ui.window_question import KNOWN_WINDOWS, window_question
from handlers.ui.window_stamps import slot_of, stamp_of
from models.kernel.refusals import NoWindow, WrongState
from models.orders.delivery_slots import WindowSlot, has_begun
from models.orders.fulfilment import came_back
from models.orders.readdressing import change_address
from models.orders.rescheduling import reschedule, windows_for
from models.people.access import Permission


class NewWindow(StateBase, frozen=True, kw_only=True, tag="new-window.1"):
    """Another window for an order that came back."""

    order_id: int
    number: str
    slot: str | None = None
    slots_from: int = 0


class NewAddress(StateBase, frozen=True, kw_only=True, tag="new-address.1"):
    """The right address of an order that came back."""

    order_id: int
    number: str
    emirate: str
    same: str | None = None
    where: Pin | str | None = None


async def free_for_order(turn: Turn, state: NewWindow) -> list[WindowSlot]:
    """The windows that the order can be moved to."""
    order = await order_in_reach(turn, state.order_id)
    plan = await turn.delivery_plan()
    return await windows_for(turn.session, order, plan, turn.now, KNOWN_WINDOWS)


def ask_window(state: NewWindow) -> Phrase:
    """The question for the window."""
    return say("new-window-ask", number=Exact(state.number))


async def move(turn: Turn, state: NewWindow) -> Reply:
    """Move the order. Refuses: NoWindow when that has filled up meanwhile."""
    order = await order_in_reach(turn, state.order_id)
    slot = slot_of(require_answer(state.slot), await turn.delivery_plan(), order.target)
    if slot is None:
        raise NoWindow
    try:
        await reschedule(turn.acting, state.order_id, slot, turn.terms)
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    return await done_with(turn, state.order_id, say("new-window-done"))


async def correct(turn: Turn, state: NewAddress) -> Reply:
    """Keep the right address; its window is asked for where that has begun meanwhile."""
    try:
        await change_address(turn.acting, state.order_id, place_of(state.where))
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    order = await order_in_reach(turn, state.order_id)
    if has_begun(WindowSlot(order.day, order.window), turn.now):
        turn.leave()
        asked = await start_new_window(turn, StartNewWindow(order.id))
        return Reply(cards=(Card(text=say("new-address-done")), *asked.cards))
    return await done_with(turn, order.id, say("new-address-done"))


NEW_WINDOW = Flow(
    NewWindow,
    (window_question(ask_window, free_for_order, stamp_of),),
    move,
    allow=Permission.orders,
    left=back_to_order,
)
NEW_ADDRESS = Flow(
    NewAddress,
    address_questions(back_to_order),
    correct,
    allow=Permission.orders,
    left=back_to_order,
)


@step(StartNewWindow, allow=Permission.orders)
async def start_new_window(turn: Turn, asked: StartNewWindow) -> Reply:
    """Ask for another window of an order that came back. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if not came_back(order):
        return await stands(turn, order)
    state = NewWindow(order_id=order.id, number=order.number)
    if not await free_for_order(turn, state):
        return await done_with(turn, order.id, say("order-no-window", number=Exact(order.number)))
    return await NEW_WINDOW.start(turn, state)


@step(StartNewAddress, allow=Permission.orders)
async def start_new_address(turn: Turn, asked: StartNewAddress) -> Reply:
    """Ask for the right address of an order that came back. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if not came_back(order):
        return await stands(turn, order)
    state = NewAddress(order_id=order.id, number=order.number, emirate=order.emirate)
    return await NEW_ADDRESS.start(turn, state)
