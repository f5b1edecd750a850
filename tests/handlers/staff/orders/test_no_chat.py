"""Orders of who has no chat: no reply promises a message that nobody would read."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from handlers.dialog.actions.deliveries import (
    MoveOrder,
    StartNewAddress,
    StartNotDelivered,
    StartReschedule,
    StartStaffCancel,
    StartStrike,
)
from handlers.dialog.turns import Turns
from handlers.staff.orders.no_chat import TO_CALL
from locales.languages import LANGUAGES
from models.orders.tables import Order
from models.people.access import Role
from models.people.callers import CallerView, caller_of
from tests.handlers.people import staff
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.staff.orders.test_pick_up import a_pick_up
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.words import word


async def ordered_by_telephone(turns: Turns, number: str) -> int:
    """That order is a caller's, who has no chat; out comes its id."""
    order_id = (await order_named(turns, number)).id
    async with turns.database.write() as session:
        said = CallerView("+971507654321", "أم خالد")
        person_id = await caller_of(acting(session, now=turns.clock()), said, "ar")
        theirs = update(Order).where(Order.id == order_id).values(person_id=person_id)
        await session.execute(theirs)
    return order_id


def reads(desk: Talk, phrase: str, **args: str) -> bool:
    """Whether the desk is asked to call, and reads of no message to the customer."""
    said = desk.text + desk.notice
    return word(f"call-{phrase}", **args) in said and word(phrase, **args) not in said


@pytest.mark.parametrize("reason", ["nobody", "address"])
async def test_what_came_back_is_agreed_on_by_telephone(turns: Turns, reason: str) -> None:
    order_id = await ordered_by_telephone(turns, await an_order(turns, state="out"))
    desk = await staff(turns, Role.manager)
    await desk.presses_old(StartNotDelivered(order_id))
    await desk.presses(word(f"reason-{reason}"))
    assert reads(desk, f"not-delivered-done-{reason}")
    if reason == "address":
        assert reads(desk, "deliveries-reason-address")
        await desk.presses_old(StartNewAddress(order_id))
        await desk.presses("نعم، في الشارقة")
        await desk.says("الخان، شارع 12، بيت 3")
        assert reads(desk, "new-address-done")


async def test_another_time_is_told_by_telephone(turns: Turns) -> None:
    order_id = await ordered_by_telephone(turns, await an_order(turns))
    desk = await staff(turns, Role.orders)
    await desk.presses_old(StartReschedule(order_id))
    await desk.presses(desk.labels[1])
    assert reads(desk, "deliveries-window-moved")


async def test_the_reason_is_told_by_telephone(turns: Turns) -> None:
    number = await an_order(turns)
    order_id = await ordered_by_telephone(turns, number)
    desk = await staff(turns, Role.orders)
    await desk.presses_old(StartStaffCancel(order_id))
    assert reads(desk, "cancelling-ask-why", number=f"{number} (بخور 0 ومنتج آخر)")
    await desk.presses_old(StartStrike(order_id))
    await desk.presses(desk.labels[0])
    await desk.presses("1")
    assert reads(desk, "striking-ask-why")


async def test_what_is_ready_at_the_hall_is_told_by_telephone(turns: Turns) -> None:
    order_id = await ordered_by_telephone(turns, await a_pick_up(turns, "accepted"))
    desk = await staff(turns, Role.orders)
    await desk.presses_old(MoveOrder(order_id, "packed"))
    assert reads(desk, "fetched-deliveries-now-packed")


async def test_who_has_a_chat_is_told_there(turns: Turns) -> None:
    order_id = (await order_named(turns, await an_order(turns))).id
    desk = await staff(turns, Role.orders)
    await desk.presses_old(StartReschedule(order_id))
    await desk.presses(desk.labels[1])
    assert word("deliveries-window-moved") in desk.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_asks_to_telephone(language: str) -> None:
    asks = {"ar": ("بالهاتف", "الاتصال"), "en": ("telephone", "call")}[language]
    for phrase in TO_CALL:
        said = word(f"call-{phrase}", language, number="123456")
        assert any(one in said for one in asks), said
