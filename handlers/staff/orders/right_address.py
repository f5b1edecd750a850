"""The desk writes down the right address of an order that came back."""

from __future__ import annotations

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.deliveries import StartNewAddress, StartReschedule
from handlers.dialog.forms import Flow
from handlers.dialog.questions import Pin
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Phrase, Reply, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.no_chat import for_customer
from handlers.staff.orders.questions import back_to_order, done_with, moved_on_reply, stands
from handlers.staff.orders.rescheduling import start_rescheduling
from handlers.ui.address_questions import address_questions, place_of
from handlers.ui.changing.place import PlaceState, place_flow
from handlers.ui.changing.sides import CHANGED, Side
from handlers.ui.order_names import asked_about
from models.kernel.refusals import WrongState
from models.orders.changes import change_by_staff
from models.orders.delivery_slots import WindowSlot, has_begun
from models.orders.fulfilment import came_back
from models.orders.readdressing import change_address
from models.people.access import Permission


class NewAddress(AboutOrder, frozen=True, kw_only=True, tag="new-address.1"):
    """The right address of an order that came back."""

    emirate: str
    same: str | None = None
    where: Pin | str | None = None


class NewPlace(PlaceState, frozen=True, kw_only=True, tag="new-place.1"):
    """The right place, in another emirate, of an order that came back."""


async def correct(turn: Turn, state: NewAddress) -> Reply:
    """Keep the right address; its window is asked for where that has begun meanwhile."""
    try:
        await change_address(turn.acting, state.order_id, place_of(state.where))
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    return await with_window(turn, state.order_id)


async def with_window(turn: Turn, order_id: int) -> Reply:
    """It is done; with the question for a window where that has begun, else with the order."""
    order, words = await order_in_reach(turn, order_id), say("new-address-done")
    if not has_begun(WindowSlot(order.day, order.window), turn.now):
        return await done_with(turn, order.id, words)
    turn.leave()
    asked = await start_rescheduling(turn, StartReschedule(order.id))
    return Reply(cards=(Card(text=await for_customer(turn, order, words)), *asked.cards))


async def end_with(turn: Turn, order_id: int, words: Phrase) -> Reply:
    """The order has another place, or why not, or the form was left."""
    if words != CHANGED:
        return await done_with(turn, order_id, words)
    return await with_window(turn, order_id)


ELSEWHERE = place_flow(Side(order_in_reach, change_by_staff, end_with, Permission.orders), NewPlace)


async def elsewhere(turn: Turn, state: NewAddress) -> Reply:
    """Ask for the place in another emirate: the fee follows, and is agreed to."""
    place = NewPlace(**state.order, goes_to=state.emirate)
    return await ELSEWHERE.start(turn, place)


NEW_ADDRESS = Flow(
    NewAddress,
    address_questions(elsewhere),
    correct,
    allow=Permission.orders,
    left=back_to_order,
)


@step(StartNewAddress, allow=Permission.orders)
async def start_new_address(turn: Turn, asked: StartNewAddress) -> Reply:
    """Ask for the right address of an order that came back. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if not came_back(order):
        return await stands(turn, order)
    state = NewAddress(**asked_about(order), emirate=order.emirate)
    return await NEW_ADDRESS.start(turn, state)
