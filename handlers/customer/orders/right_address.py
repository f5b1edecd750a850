"""A customer whose order came back, since its address was wrong, tells the right one."""

from __future__ import annotations

from handlers.customer.orders.changing import own_order
from handlers.customer.orders.orders import order_reply
from handlers.customer.orders.windows import windows_reply
from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.customer import CorrectAddress
from handlers.dialog.forms import Flow
from handlers.dialog.questions import Pin
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Phrase, Reply, say
from handlers.dialog.turn import Turn
from handlers.ui.address_questions import address_questions, place_of
from handlers.ui.changing.place import PlaceState, place_flow
from handlers.ui.changing.sides import CHANGED, Side
from handlers.ui.order_names import asked_about
from handlers.ui.pick_up import state_words
from models.orders.changes import correct_own
from models.orders.delivery_slots import WindowSlot, has_begun
from models.orders.fulfilment import came_back
from models.orders.queries import OrderView, order_of
from models.orders.readdressing import change_address


class TellingAddress(AboutOrder, frozen=True, kw_only=True, tag="tell-address.1"):
    """The right address of an order that came back."""

    emirate: str
    same: str | None = None
    where: Pin | str | None = None


class TellingPlace(PlaceState, frozen=True, kw_only=True, tag="tell-place.1"):
    """The right place, in another emirate, of an order that came back."""


async def told_order(turn: Turn, order_id: int, words: Phrase) -> Reply:
    """What was done, and the order as it stands."""
    turn.leave()
    shown = await order_reply(turn, order_id)
    return Reply(cards=(Card(text=words), *shown.cards))


async def back_to_order(turn: Turn, state: TellingAddress) -> Reply:
    """The form was left: the order as it stands."""
    return await told_order(turn, state.order_id, say("order-unchanged"))


async def stands(turn: Turn, order: OrderView) -> Reply:
    """Say that nothing can be corrected any more, with the order as it stands."""
    turn.leave()
    return await order_reply(turn, order.id, say("order-stands", state=state_words(order)))


async def correct(turn: Turn, state: TellingAddress) -> Reply:
    """Keep the right address; its window is asked for where that has begun meanwhile."""
    order = await order_of(turn.session, turn.person_id, state.order_id)
    if not came_back(order):
        return await stands(turn, order)
    await change_address(turn.acting, order.id, place_of(state.where))
    return await with_window(turn, order, say("order-readdressed"))


async def with_window(turn: Turn, order: OrderView, words: Phrase) -> Reply:
    """What was done, with the choice of a window where that has begun; else with the order."""
    if not has_begun(WindowSlot(order.day, order.window), turn.now):
        return await told_order(turn, order.id, words)
    turn.leave()
    asked = await windows_reply(turn, order.id)
    return Reply(cards=(Card(text=words), *asked.cards))


async def end_with(turn: Turn, order_id: int, words: Phrase) -> Reply:
    """The order has another place, or why not, or the form was left."""
    if words != CHANGED:
        return await told_order(turn, order_id, words)
    order = await order_of(turn.session, turn.person_id, order_id)
    return await with_window(turn, order, say("order-readdressed"))


ELSEWHERE = place_flow(Side(own_order, correct_own, end_with), TellingPlace)


async def elsewhere(turn: Turn, state: TellingAddress) -> Reply:
    """Ask for the place in another emirate: the fee follows, and is agreed to."""
    place = TellingPlace(**state.order, goes_to=state.emirate)
    return await ELSEWHERE.start(turn, place)


ADDRESS = Flow(TellingAddress, address_questions(elsewhere), correct, left=back_to_order)


@step(CorrectAddress)
async def correct_address(turn: Turn, asked: CorrectAddress) -> Reply:
    """Ask for the right address of an order that came back. Refuses: NotFound."""
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    if not came_back(order):
        return await stands(turn, order)
    state = TellingAddress(**asked_about(order), emirate=order.emirate)
    return await ADDRESS.start(turn, state)
