"""Staff who have an order's card before them, or are asked for its code."""

from __future__ import annotations

from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers.people import staff
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.talk import Talk
from tests.support.words import label, word

ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


async def opened(turns: Turns, talk: Talk, number: str) -> int:
    """Show the order's card; out comes the order's id."""
    order = await order_named(turns, number)
    await talk.presses_old(ManageOrder(order.id))
    assert number in talk.text
    return order.id


async def asked_for_code(turns: Turns, role: Role = Role.courier) -> tuple[Talk, str]:
    """A courier at the door, who is asked for the code."""
    number = await an_order(turns, state="out")
    talk = await staff(turns, role)
    await opened(turns, talk, number)
    await talk.presses(label("button-delivered"))
    assert word("receipt-code") in talk.text
    return talk, number
