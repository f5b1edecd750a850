"""Managers hear of what staff cancel, and of who was removed, by name."""

from __future__ import annotations

from handlers.dialog.turns import Turns
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.reinstating import undo_cancelling
from models.people.access import Role
from models.people.team import take_role
from tests.handlers.people import staff
from tests.handlers.staff.desk.test_histories import join
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.told import announced, text
from tests.support.acting import acting

NAME = "Salim"


async def managers(turns: Turns) -> None:
    """Two of them, who have heard of everything so far."""
    for name in ("manager", "second-manager"):
        await staff(turns, Role.manager, external_id=name)


async def test_they_hear_what_staff_cancel_and_why(turns: Turns) -> None:
    await managers(turns)
    salim = await join(turns, NAME, Role.orders)
    number = await an_order(turns)
    await announced(turns)
    order_id = (await order_named(turns, number)).id
    async with turns.database.write() as session:
        his = acting(session, await salim.person_id(), turns.clock())
        await cancel_by_staff(his, order_id, "unreachable")
    told = await announced(turns)
    heard = told.to("manager")
    assert text(heard, "en") == (
        f"❌ Order {number} (AED 215) was cancelled by Salim.\n"
        "Reason: Nobody could be reached by phone"
    )
    assert number in text(heard)
    assert text(heard).count("Salim") == 1
    assert len(told.to("second-manager")) == 1
    assert told.to(NAME) == []


async def test_they_hear_as_well_that_it_was_taken_back(turns: Turns) -> None:
    await managers(turns)
    salim = await join(turns, NAME, Role.orders)
    number = await an_order(turns)
    await announced(turns)
    order_id = (await order_named(turns, number)).id
    async with turns.database.write() as session:
        his = acting(session, await salim.person_id(), turns.clock())
        await cancel_by_staff(his, order_id, "unreachable")
    await announced(turns)
    async with turns.database.write() as session:
        his = acting(session, await salim.person_id(), turns.clock())
        await undo_cancelling(his, order_id)
    told = await announced(turns)
    for name in ("manager", "second-manager"):
        assert f"The cancellation of order {number} was undone" in text(told.to(name), "en")
    assert told.to(NAME) == []


async def test_what_a_customer_cancels_is_the_desk_s_alone(turns: Turns) -> None:
    await managers(turns)
    order = await order_named(turns, await an_order(turns))
    await announced(turns)
    async with turns.database.write() as session:
        await cancel_by_customer(acting(session, order.person_id, turns.clock()), order.id)
    assert len((await announced(turns)).to("manager")) == 1


async def test_they_hear_who_was_removed_by_whom(turns: Turns) -> None:
    await managers(turns)
    chief = await join(turns, "Aisha", Role.manager)
    salim = await join(turns, NAME, Role.courier)
    await announced(turns)
    async with turns.database.write() as session:
        hers = acting(session, await chief.person_id(), turns.clock())
        await take_role(hers, Role.courier, await salim.person_id())
    told = await announced(turns)
    assert told.people() == {"manager", "second-manager"}
    assert text(told.to("manager"), "en") == (
        "👋 The role Courier was taken away from Salim. By: Aisha."
    )
