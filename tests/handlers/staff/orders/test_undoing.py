"""Who cancels by mistake takes it back by a button, and who had heard of it hears that too."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import ShowOrder, UndoOwnCancel
from handlers.dialog.actions.deliveries import UndoCancel
from handlers.dialog.turns import Turns
from models.orders.cancellation import cancel_by_staff
from models.orders.queries import order_for_staff
from models.orders.reinstating import undo_cancelling
from models.orders.shortages import strike_line
from models.people.access import Role
from models.reports.consistency import discrepancies
from tests.handlers.people import customer, family_member, staff
from tests.handlers.staff.at_the_door import opened
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.shelves import change_by
from tests.support.words import label, word


async def cancelled(
    turns: Turns, state: str = "accepted", *, told: bool = False
) -> tuple[Talk, str]:
    """Somebody at the desk who has just cancelled an order, which was `told`, and its number."""
    number = await an_order(turns, state=state)
    if told:
        await announced(turns)
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(word("button-staff-cancel"))
    await desk.presses(word("reason-customer"))
    await desk.presses(word("order-cancel-sure"))
    return desk, number


async def test_before_anybody_heard_nobody_hears(turns: Turns) -> None:
    desk, number = await cancelled(turns)
    await family_member(turns, 1)
    await desk.presses(label("button-undo-cancel"))
    assert "تم التراجع عن الإلغاء" in desk.notice
    assert (await order_named(turns, number)).state == "accepted"
    told = await announced(turns)
    assert "أُلغي" not in text([reply for _, reply in told])
    await desk.presses_old(UndoCancel(1))
    assert "حالة الطلب الآن" in desk.notice


async def test_who_heard_of_the_cancelling_hears_that_it_goes_on(turns: Turns) -> None:
    desk, number = await cancelled(turns, "out", told=True)
    await staff(turns, Role.courier)
    await family_member(turns, 1)
    told = await announced(turns)
    before = {name for name in told.people() if "أُلغي" in text(told.to(name))}
    assert before == {"mona", "courier", "family-1"}
    await desk.presses(label("button-undo-cancel"))
    assert (await order_named(turns, number)).state == "packed"
    told = await announced(turns)
    assert told.people() == before
    assert "خطأً، وهو قائم كما كان" in text(told.to("mona"))
    assert "تم التراجع عن إلغاء الطلب" in text(told.to("courier"))
    assert "وما ورد في إشعار الإلغاء لم يعد قائماً" in text(told.to("family-1"))
    async with turns.database.read() as session:
        assert await discrepancies(session) == []


async def test_who_had_it_out_long_ago_is_called_back_no_more(turns: Turns) -> None:
    """It was cancelled on its way and went on at the centre, and was cancelled there again."""
    desk, number = await cancelled(turns, "out", told=True)
    await staff(turns, Role.courier)
    await announced(turns)
    for state in ("packed", "accepted"):
        await desk.presses(label("button-undo-cancel"))
        assert (await order_named(turns, number)).state == state
        assert number in text((await announced(turns)).to("mona"))
        await desk.presses(word("button-staff-cancel"))
        await desk.presses(word("reason-customer"))
        await desk.presses(word("order-cancel-sure"))
        told = await announced(turns)
        assert told.people() == {"mona"}, state


@pytest.mark.parametrize("state", ["accepted", "packed", "out"])
async def test_managers_who_heard_of_it_hear_that_it_goes_on(turns: Turns, state: str) -> None:
    await staff(turns, Role.manager)
    desk, number = await cancelled(turns, state, told=True)
    assert "manager" in (await announced(turns)).people()
    await desk.presses(label("button-undo-cancel"))
    assert number in text((await announced(turns)).to("manager"))


async def test_a_sale_that_was_kept_quiet_is_told_once_it_is_one_again(turns: Turns) -> None:
    desk, number = await cancelled(turns)
    await family_member(turns, 1)
    assert "family-1" not in (await announced(turns)).people(), "it was over before it was told"
    await desk.presses(label("button-undo-cancel"))
    told = await announced(turns)
    assert "أُلغي" in text(told.to("mona")), "she had heard of the cancelling"
    (news,) = told.to("family-1")
    assert "مبيعات جديدة" in text([news]), "she had not"
    assert number in text([news])
    assert await announced(turns) == []


async def test_what_was_struck_of_a_quiet_sale_is_told_after_it(turns: Turns) -> None:
    number = await an_order(turns)
    await family_member(turns, 1)
    order_id = (await order_named(turns, number)).id
    async with turns.database.write() as session:
        doing = acting(session, now=turns.clock())
        line, _other = (await order_for_staff(session, order_id)).lines
        await strike_line(doing, order_id, line.id, "gone")
        await cancel_by_staff(doing, order_id, "slip")
    assert "family-1" not in (await announced(turns)).people()
    async with turns.database.write() as session:
        await undo_cancelling(acting(session, now=turns.clock()), order_id)
    told = await announced(turns)
    sold, struck = told.to("family-1")
    assert "مبيعات جديدة" in text([sold])
    assert "مبيعات جديدة" not in text([struck])
    assert line.name_ar in text([struck])
    assert len(told.to("mona")) == 1, "that it goes on: of the rest she heard before"


async def test_a_desk_that_heard_of_neither_hears_of_the_order_alone(turns: Turns) -> None:
    number = await an_order(turns)
    await staff(turns, Role.orders)
    mona = await customer(turns)
    await mona.presses_old(ShowOrder(1))
    await mona.presses(word("order-cancel"))
    await mona.presses(word("order-cancel-sure"))
    assert "orders" not in (await announced(turns)).people()
    await mona.presses(label("button-undo-cancel"))
    (news,) = (await announced(turns)).to("orders")
    assert f"طلب جديد رقم {number}" in text([news])


async def test_a_customer_takes_her_own_cancelling_back(turns: Turns) -> None:
    number = await an_order(turns)
    desk = await staff(turns, Role.orders)
    await announced(turns)
    mona = await customer(turns)
    await mona.presses_old(ShowOrder(1))
    await mona.presses(word("order-cancel"))
    await mona.presses(word("order-cancel-sure"))
    await announced(turns)
    await opened(turns, desk, number)
    assert word("button-undo-cancel") not in desk.labels
    await mona.presses(label("button-undo-cancel"))
    assert mona.notice == word("undo-done-own")
    assert (await order_named(turns, number)).state == "placed"
    told = await announced(turns)
    assert told.people() == {"orders"}
    await mona.presses_old(UndoOwnCancel(1))
    assert (await order_named(turns, number)).state == "placed"


async def test_what_is_gone_is_named(turns: Turns, clock: HandClock) -> None:
    desk, number = await cancelled(turns)
    async with turns.database.write() as session:
        await change_by(session, 1, -8)
    await desk.presses(label("button-undo-cancel"))
    assert "لأن هذا لم يعد متوفراً: بخور 0 × 2" in desk.text
    assert (await order_named(turns, number)).state == "cancelled"
    clock.advance(minutes=11)
    await opened(turns, desk, number)
    assert word("button-undo-cancel") not in desk.labels
    await desk.presses_old(UndoCancel(1))
    assert word("undo-too-late") in desk.text
