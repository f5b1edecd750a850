"""What is fetched at the hall, as the desk hands it over, and what everybody hears of it."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from sqlalchemy import select, update

from handlers.dialog.actions.customer import ShowOrder, ShowWindows
from handlers.dialog.actions.deliveries import (
    ListDeliveries,
    ManageOrder,
    MoveMany,
    MoveOrder,
    ShowPicking,
    StartNotDelivered,
)
from handlers.dialog.actions.runs import ChooseRun, ListRuns, PlanRuns
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.kernel.shop_terms import DeliveryWindow
from models.orders.lateness import note_passed
from models.orders.queries import order_for_staff
from models.orders.tables import Order
from models.people.access import Role
from models.people.people import Language
from tests.handlers.customer.checkout.test_pick_up import NOT_TRUE, offered
from tests.handlers.people import customer, family_member, staff
from tests.handlers.staff.ordering import an_order, code_of, order_named, wrong_code
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.pick_ups import AT_HALL, PLACE
from tests.support.words import label, word

LANGUAGES: tuple[Language, ...] = ("ar", "en")


async def a_pick_up(turns: Turns, state: str = "placed", *, long: bool = False) -> str:
    """An order to be fetched, in that state; out comes its number."""
    await offered(turns)
    return await an_order(turns, to=AT_HALL, state=state, long=long)


async def shown(turns: Turns, talk: Talk, number: str) -> int:
    """Show the order's card; out comes the order's id."""
    order = await order_named(turns, number)
    await talk.presses_old(ManageOrder(order.id))
    return order.id


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_desk_hands_it_over_by_the_same_code(turns: Turns, language: Language) -> None:
    mona = await customer(turns, "mona", language)
    number = await a_pick_up(turns, long=True)
    await announced(turns)
    desk = await staff(turns, Role.orders, external_id="desk", language=language)
    order_id = await shown(turns, desk, number)
    marked = {"ar": "استلام من القاعة", "en": "Pick-up at the hall"}[language]
    assert marked in desk.text
    assert PLACE[language == "en"] in desk.text
    for step in ("accepted", "packed"):
        await desk.presses_old(MoveOrder(order_id, step))
    assert {"ar": "جاهز للاستلام", "en": "Ready for pick-up"}[language] in desk.text
    assert not desk.offered(ChooseRun)
    assert not desk.offered(StartNotDelivered)
    assert not desk.offered(MoveOrder)
    ready = text((await announced(turns)).to("mona"), language)
    assert await code_of(turns, number) in ready
    await desk.presses({"ar": "تم التسليم", "en": "Handed over"}[language])
    await desk.says(await wrong_code(turns, number))
    await desk.says(await code_of(turns, number))
    await desk.presses({"ar": "المبلغ كاملاً: 200 د.إ", "en": "Exactly AED 200"}[language])
    assert {"ar": "في القاعة", "en": "is handed over"}[language] in desk.text
    order = await order_named(turns, number)
    assert (order.state, order.taken) == ("delivered", Money.dirhams(200))
    assert order.taken_by == await desk.person_id()
    said = ready + text((await announced(turns)).to("mona"), language)
    assert [each for each in NOT_TRUE[language] if each in said] == []
    await mona.presses_old(ShowOrder(order.id))
    assert "●●●●" in mona.text


async def test_when_it_is_packed_the_customer_hears_where_from_when_to_when_and_the_code(
    turns: Turns,
) -> None:
    number = await a_pick_up(turns)
    courier = await staff(turns, Role.courier)
    desk = await staff(turns, Role.orders)
    await announced(turns)
    order_id = await shown(turns, desk, number)
    await desk.presses_old(MoveOrder(order_id, "accepted"))
    await desk.presses_old(MoveOrder(order_id, "packed"))
    told = await announced(turns)
    assert told.people() == {"mona"}
    ready = text(told.to("mona"))
    for part in (PLACE[0], "4:00 عصراً", "8:00 مساءً", await code_of(turns, number), "200 د.إ"):
        assert part in ready
    await courier.presses_old(ManageOrder(order_id))
    assert number not in courier.text


async def test_couriers_lists_and_runs_are_without_it(turns: Turns) -> None:
    number = await a_pick_up(turns, "packed")
    order = await order_named(turns, number)
    courier = await staff(turns, Role.courier)
    await courier.presses_old(ListDeliveries("packed"))
    assert not courier.offered(ManageOrder)
    await courier.says(f"/deliveries {number}")
    assert "منى" not in courier.text
    await courier.presses_old(MoveOrder(order.id, "out"))
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ListRuns())
    assert not desk.offered(PlanRuns)
    await desk.presses_old(ListDeliveries("packed"))
    (row,) = (each for each in desk.labels if number in each)
    assert "استلام من القاعة" in row
    await desk.presses_old(MoveMany("out"))
    await desk.presses_old(MoveOrder(order.id, "out"))
    await desk.presses_old(StartNotDelivered(order.id))
    await desk.says(f"/deliveries {order.phone}")
    assert number in " ".join((desk.text, *desk.labels))
    assert (await order_named(turns, number)).state == "packed"


async def test_a_line_confirms_it_too(turns: Turns) -> None:
    number = await a_pick_up(turns, "packed")
    desk = await staff(turns, Role.orders)
    await desk.says(f"/confirm {number} {await code_of(turns, number)}")
    assert "سُلّم الطلب" in desk.text
    assert (await order_named(turns, number)).state == "delivered"


async def test_a_part_refused_at_the_counter_is_struck_and_the_rest_handed_over(
    turns: Turns,
) -> None:
    number = await a_pick_up(turns, "packed")
    await announced(turns)
    await staff(turns, Role.orders, external_id="other")
    desk = await staff(turns, Role.orders)
    await shown(turns, desk, number)
    await desk.presses(label("button-part-refused"))
    await desk.presses("بخور 0")
    await desk.presses("1")
    await desk.presses(word("refusing-sound"))
    await desk.presses("المبلغ 150")
    await desk.says(await code_of(turns, number))
    await desk.presses("المبلغ كاملاً: 150 د.إ")
    assert (await order_named(turns, number)).taken == Money.dirhams(150)
    told = await announced(turns)
    for name in ("mona", "other"):
        said = text(told.to(name))
        assert "المندوب" not in said
        assert "التوصيل" not in said
    assert "في القاعة" in text(told.to("other"))


@pytest.mark.parametrize("state", ["accepted", "packed"])
async def test_its_window_passed_and_everybody_hears_it_in_true_words(
    turns: Turns, state: str
) -> None:
    number = await a_pick_up(turns, state)
    await staff(turns, Role.orders, external_id="desk")
    await announced(turns)
    late = turns.clock() + timedelta(days=1)
    async with turns.database.write() as session:
        assert await note_passed(acting(session, now=late)) == 1
    told = await announced(turns)
    hers, desks = text(told.to("mona")), text(told.to("desk"))
    waits = state == "packed"
    assert ("جاهز في القاعة ولم يُستلم بعد" if waits else "لم يجهز طلبكم") in hers
    assert ("لم يُستلم الطلب" if waits else "تأخّر عن موعده") in desks
    assert not any(each in hers for each in NOT_TRUE["ar"])
    order = await order_named(turns, number)
    assert ShowWindows(order.id) in [each for said in told.to("mona") for each in actions(said)]


async def test_its_family_hears_of_it_as_ever(turns: Turns) -> None:
    number = await a_pick_up(turns)
    order = await order_named(turns, number)
    async with turns.database.read() as session:
        lines = (await order_for_staff(session, order.id)).lines
    await family_member(turns, lines[0].family_id, external_id="mother")
    assert number in text((await announced(turns)).to("mother"))


async def test_its_picking_list_is_not_that_of_deliveries_which_begin_in_the_same_hour(
    turns: Turns,
) -> None:
    await offered(turns, DeliveryWindow(time(10), time(20), 5))
    fetched = await an_order(turns, to=AT_HALL, lines=1)
    brought = await an_order(turns, lines=1)
    async with turns.database.write() as session:
        day = (await session.scalars(select(Order.day).where(Order.number == brought))).one()
        await session.execute(update(Order).values(day=day))
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ShowPicking())
    windows = desk.offered(ShowPicking)
    for window, number, other in zip(windows, (brought, fetched), (fetched, brought), strict=True):
        await desk.presses_old(window)
        assert (number in desk.text, other in desk.text) == (True, False)
