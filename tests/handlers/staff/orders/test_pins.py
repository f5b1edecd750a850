"""Pins on the order's card: nothing but the desk knows in which emirate one lies."""

from __future__ import annotations

import msgspec
import pytest

from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.people.addresses import Destination
from tests.handlers.people import staff
from tests.handlers.staff.ordering import HOME, an_order, order_named
from tests.handlers.talk import Talk
from tests.support.words import word

IN_WORDS: Destination = msgspec.structs.replace(HOME, latitude=None, longitude=None)
PINNED: Destination = msgspec.structs.replace(
    HOME, area="", address="", latitude=25.2, longitude=55.3
)


async def card_of(turns: Turns, talk: Talk, *, state: str, to: Destination) -> None:
    """Show the card of a new order in that state."""
    order = await order_named(turns, await an_order(turns, state=state, to=to))
    await talk.presses_old(ManageOrder(order.id))


@pytest.mark.parametrize("state", ["placed", "accepted", "packed", "out"])
async def test_the_desk_is_asked_to_hold_it_against_its_emirate(turns: Turns, state: str) -> None:
    desk = await staff(turns, Role.orders)
    await card_of(turns, desk, state=state, to=PINNED)
    assert "والرسوم محسوبة لإمارة الشارقة" in desk.text
    assert any(word("web-map") in label for label in desk.labels)


async def test_a_courier_is_told_no_more_than_the_way(turns: Turns) -> None:
    courier = await staff(turns, Role.courier)
    await card_of(turns, courier, state="out", to=PINNED)
    assert word("place-pin") in courier.text
    assert "الرسوم محسوبة" not in courier.text


@pytest.mark.parametrize("closed", [False, True])
async def test_a_written_place_and_a_closed_order_ask_nothing(turns: Turns, closed: bool) -> None:
    desk = await staff(turns, Role.orders)
    if closed:
        await card_of(turns, desk, state="placed", to=PINNED)
        await desk.presses(word("button-staff-cancel"))
        await desk.presses(word("reason-customer"))
        await desk.presses(word("order-cancel-sure"))
    else:
        await card_of(turns, desk, state="placed", to=IN_WORDS)
    assert (word("state-cancelled") if closed else word("state-placed")) in desk.text
    assert "الرسوم محسوبة" not in desk.text
