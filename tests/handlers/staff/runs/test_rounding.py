"""What coins cannot pay is rounded wherever it is said how much to take, and at each door."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.runs import ManageRun, ShowMyRun, ShowStop
from handlers.dialog.speech import Amount
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.orders.fulfilment import advance
from models.orders.states import OrderState
from models.people.access import Role
from models.products.publishing import set_price
from tests.handlers.people import customer, staff
from tests.handlers.shelf import add_product, only_option
from tests.handlers.staff.ordering import HOME, code_of, order_named
from tests.handlers.staff.runs.rounds import a_courier, planned
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support import orders as ground
from tests.support.acting import acting
from tests.support.words import label, word

EXACT, IN_COINS = "115.24", "115.25"


@pytest.fixture
async def number(turns: Turns) -> str:
    """A packed order of two pieces at 50.12 dirhams, which cost 15 to bring."""
    option = await only_option(turns, await add_product(turns, "بخور", price=50))
    buyer = await (await customer(turns)).person_id()
    now = turns.clock()
    async with turns.database.write() as session:
        await set_price(acting(session, now=now), option, Money(5012))
        await ground.fill_cart(session, buyer, {option: 2}, now)
        order = await ground.order_cart(session, buyer, now, to=HOME)
        for step in (OrderState.accepted, OrderState.packed):
            await advance(acting(session, now=now), order.id, step)
    assert order.total == Money(11524)
    return order.number


async def at_her_stop(turns: Turns) -> Talk:
    """A courier before the one stop of the run that she has taken."""
    courier = await a_courier(turns, "سارة")
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    return courier


async def test_a_run_and_its_stops_say_what_is_taken(turns: Turns, number: str) -> None:
    courier = await at_her_stop(turns)
    await courier.presses_old(ShowMyRun())
    assert word("run-cash", cash=Amount(Money(11525))) in courier.text
    assert (courier.text.count(IN_COINS), courier.text.count(EXACT)) == (2, 0)
    await courier.presses_old(courier.offered(ShowStop)[0])
    assert number in courier.text
    assert (courier.text.count(IN_COINS), courier.text.count(EXACT)) == (1, 0)
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ManageRun(1))
    assert (desk.text.count(IN_COINS), desk.text.count(EXACT)) == (2, 0)


async def test_what_is_left_after_a_part_was_refused_is_rounded_too(
    turns: Turns, number: str
) -> None:
    courier = await at_her_stop(turns)
    await announced(turns)
    left = Amount(Money.dirhams(65))  # of 65.12
    await courier.says(number)
    await courier.presses(label("button-part-refused"))
    await courier.presses("1")
    await courier.presses(word("refusing-sound"))
    assert "65.12" not in courier.text
    await courier.presses(label("refusing-sure", total=left))
    assert word("refusing-done", total=left) in courier.text
    told = text((await announced(turns)).to("mona"))
    assert "65 د.إ" in told
    assert "65.12" not in told
    await courier.says(await code_of(turns, number))
    await courier.presses(word("confirming-exact", total=left))
    assert (await order_named(turns, number)).taken == Money.dirhams(65)
