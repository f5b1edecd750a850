"""Managers hear of a person who gives wrong codes on many orders: who, how many, and on which."""

from __future__ import annotations

from handlers.dialog.turns import Turns
from models.kernel.facts import WrongCodesPiledUp, record
from models.orders.queries import order_by_number
from models.people.access import Role, accept_invitation, invite
from tests.handlers.people import staff
from tests.handlers.staff.ordering import an_order
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.shelves import a_person


async def test_managers_hear_of_wrong_codes_that_one_person_gave_on_many_orders(
    turns: Turns,
) -> None:
    for name in ("manager", "second-manager"):
        await staff(turns, Role.manager, external_id=name)
    numbers = [await an_order(turns, state="out") for _ in range(2)]
    async with turns.database.write() as session:
        courier = await a_person(session)
        code = await invite(acting(session, now=turns.clock()), role=Role.courier, name="راشد")
        await accept_invitation(acting(session, courier, turns.clock()), code)
        ids = [await order_by_number(session, number) or 0 for number in numbers]
    await announced(turns)
    await tell(turns, WrongCodesPiledUp(courier, 8, tuple(ids)))
    told = await announced(turns)
    assert told.people() == {"manager", "second-manager"}
    heard = text(told.to("second-manager"))
    assert "راشد: 8 رموز خاطئة اليوم على طلبين" in heard
    assert all(number in heard for number in numbers)
    assert "حتى الغد" not in heard


async def test_they_hear_when_it_ended_for_the_day_and_where_no_name_is_known(
    turns: Turns,
) -> None:
    await staff(turns, Role.manager, external_id="manager")
    number = await an_order(turns, state="out")
    async with turns.database.write() as session:
        somebody, order_id = await a_person(session), await order_by_number(session, number) or 0
    await announced(turns)
    await tell(turns, WrongCodesPiledUp(somebody, 20, (order_id,), barred=True))
    told = (await announced(turns)).to("manager")
    assert "بلا اسم: 20 رمزاً خاطئاً" in text(told)
    assert "حتى الغد" in text(told)
    assert "No name: 20 wrong codes today on 1 order:" in text(told, "en")
    assert "until tomorrow" in text(told, "en")


async def test_who_did_it_hears_by_the_reply_alone(turns: Turns) -> None:
    chief = await staff(turns, Role.manager, external_id="chief")
    await staff(turns, Role.manager, external_id="manager")
    number = await an_order(turns, state="out")
    async with turns.database.read() as session:
        order_id = await order_by_number(session, number) or 0
    await announced(turns)
    await tell(turns, WrongCodesPiledUp(await chief.person_id(), 8, (order_id,)))
    assert (await announced(turns)).people() == {"manager"}


async def tell(turns: Turns, fact: WrongCodesPiledUp) -> None:
    """It happened, by that person."""
    async with turns.database.write() as session:
        record(acting(session, fact.person_id, turns.clock()), fact)
