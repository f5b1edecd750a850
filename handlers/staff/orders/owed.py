"""What an order's customer is owed for goods that came back before, on the order's card."""

from __future__ import annotations

from handlers.dialog.actions.returns import HandBack
from handlers.dialog.speech import Amount, Choice, Row, say
from handlers.dialog.turn import Turn
from models.kernel.money import NOTHING, Money
from models.orders.owed_back import owed_back
from models.orders.queries import OrderView
from models.orders.states import OrderState
from models.people.access import Permission


async def owed_to(turn: Turn, order: OrderView) -> Money:
    """What is to be handed back to its customer, for those who may do it."""
    may = Permission.orders in turn.standing.permissions
    if not may or order.state != OrderState.delivered:
        return NOTHING
    return await owed_back(turn.session, order.id)


def owed_row(order: OrderView, owed: Money) -> Row:
    """The way to hand it back; none where nothing is owed."""
    label = say("button-hand-back", amount=Amount(owed))
    return (Choice(label, HandBack(order.id)),) if owed else ()
