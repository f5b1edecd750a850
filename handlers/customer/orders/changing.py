"""A customer changes an own order, until it is packed."""

from __future__ import annotations

from handlers.customer.orders.orders import order_reply
from handlers.dialog.actions.changes import ChangeOwn
from handlers.dialog.actions.customer import ShowOrder, ShowWindows
from handlers.dialog.router import step
from handlers.dialog.speech import Ask, Card, Choice, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.changing.details import NoteState, PhoneState
from handlers.ui.changing.draft import ThingsState
from handlers.ui.changing.flows import Changing
from handlers.ui.changing.place import PlaceState
from handlers.ui.changing.sides import Side, menu_card
from handlers.ui.pick_up import state_words
from models.orders.changes import CUSTOMER_CHANGES, change_own
from models.orders.queries import OrderView, order_of


class OwnPhone(PhoneState, frozen=True, kw_only=True, tag="own-phone.1"):
    """Another number for an own order."""


class OwnNote(NoteState, frozen=True, kw_only=True, tag="own-note.1"):
    """Another note for an own order."""


class OwnPlace(PlaceState, frozen=True, kw_only=True, tag="own-place.1"):
    """Another address for an own order."""


class OwnThings(ThingsState, frozen=True, kw_only=True, tag="own-things.1"):
    """What an own order is to hold."""


async def own_order(turn: Turn, order_id: int) -> OrderView:
    """The order. Refuses: NotFound, when it is not theirs too."""
    return await order_of(turn.session, turn.person_id, order_id)


async def end_with(turn: Turn, order_id: int, words: Phrase) -> Reply:
    """What was done, and the order as it stands."""
    turn.leave()
    shown = await order_reply(turn, order_id)
    return Reply(cards=(Card(text=words), *shown.cards))


CHANGING = Changing(
    Side(own_order, change_own, end_with), OwnPhone, OwnNote, OwnPlace, OwnThings, Ask.phone
)


@step(ChangeOwn)
async def change(turn: Turn, asked: ChangeOwn) -> Reply:
    """Ask what is to be changed, or for that part; what is packed is shown. Refuses: NotFound."""
    order = await own_order(turn, asked.order_id)
    if order.state not in CUSTOMER_CHANGES:
        notice = say("order-stands", state=state_words(order))
        return await order_reply(turn, order.id, notice)
    started = await CHANGING.start(turn, order, asked.part)
    return reply(menu(turn, order), in_place=True) if started is None else started


def menu(turn: Turn, order: OrderView) -> Card:
    """What of the order can be changed; its time too."""
    time = (Choice(say("order-choose-window"), ShowWindows(order.id)),)
    back = Choice(say("button-back"), ShowOrder(order.id))
    return menu_card(turn, order, lambda part: ChangeOwn(order.id, part), (time,), back)
