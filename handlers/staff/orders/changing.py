"""Staff change an order for its customer, until it is out."""

from __future__ import annotations

from handlers.dialog.actions.changes import ChangeOrder
from handlers.dialog.actions.deliveries import ManageOrder, StartReschedule
from handlers.dialog.router import step
from handlers.dialog.speech import Ask, Choice, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.questions import done_with, stands
from handlers.ui.changing.details import NoteState, PhoneState
from handlers.ui.changing.draft import ThingsState
from handlers.ui.changing.flows import Changing
from handlers.ui.changing.place import PlaceState
from handlers.ui.changing.sides import Side, menu_card
from models.orders.changes import STAFF_CHANGE, change_by_staff
from models.people.access import Permission


class OrdersPhone(PhoneState, frozen=True, kw_only=True, tag="orders-phone.1"):
    """Another number for a customer's order."""


class OrdersNote(NoteState, frozen=True, kw_only=True, tag="orders-note.1"):
    """Another note for a customer's order."""


class OrdersPlace(PlaceState, frozen=True, kw_only=True, tag="orders-place.1"):
    """Another address for a customer's order."""


class OrdersThings(ThingsState, frozen=True, kw_only=True, tag="orders-things.1"):
    """What a customer's order is to hold."""


CHANGING = Changing(
    Side(order_in_reach, change_by_staff, done_with, Permission.orders),
    *(OrdersPhone, OrdersNote, OrdersPlace, OrdersThings),
    Ask.text,
)


@step(ChangeOrder, allow=Permission.orders)
async def change(turn: Turn, asked: ChangeOrder) -> Reply:
    """Ask what is to be changed, or for that part; what is out is shown. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if order.state not in STAFF_CHANGE:
        return await stands(turn, order)
    started = await CHANGING.start(turn, order, asked.part)
    if started is not None:
        return started
    time = (Choice(say("button-choose-window"), StartReschedule(order.id)),)
    back = Choice(say("button-back"), ManageOrder(order.id))
    card = menu_card(turn, order, lambda part: ChangeOrder(order.id, part), (time,), back)
    return reply(card, in_place=True)
