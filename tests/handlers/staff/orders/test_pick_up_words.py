"""Whatever is done with an order that is fetched: nobody reads of a delivery anywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.dialog.actions.audit import OrderHistory, ShowAudit, ShowDayBook
from handlers.dialog.actions.cash import CorrectCash, ListPurses, SendCode, StartOverride
from handlers.dialog.actions.changes import ChangeOrder, ChangeOwn
from handlers.dialog.actions.customer import (
    CancelOrder,
    ShowOrder,
    ShowOrders,
    ShowReceipt,
    ShowWindows,
    TakeWindow,
    UndoOwnCancel,
)
from handlers.dialog.actions.deliveries import (
    ListDeliveries,
    ManageOrder,
    MoveMany,
    MoveOrder,
    ShowPicking,
    StartConfirm,
    StartNewAddress,
    StartPartRefused,
    StartReschedule,
    StartStaffCancel,
    StartStrike,
    UndoCancel,
)
from handlers.dialog.actions.returns import StartReturn
from handlers.dialog.turns import Turns
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.closed_windows import ask_for_windows
from models.orders.delivery_plan import Closure
from models.orders.handover import confirm_delivery
from models.orders.lateness import note_passed
from models.orders.plan_changes import close_days
from models.orders.queries import order_for_staff
from models.people.access import Role
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.people import customer, family_member, staff
from tests.handlers.pick_up_words import PickUpTalk, check_told, with_true_words
from tests.handlers.staff.ordering import code_of, order_named, wrong_code
from tests.handlers.staff.orders.test_pick_up import a_pick_up
from tests.handlers.told import announced
from tests.support.acting import acting
from tests.support.words import label, word

LANGUAGES: tuple[Language, ...] = ("ar", "en")


class Counter:
    """An order that is fetched, and everybody who has to do with it; each reads true words."""

    turns: Turns
    number: str
    order_id: int
    mona: PickUpTalk
    desk: PickUpTalk

    @classmethod
    async def with_order(cls, turns: Turns, state: str, language: Language = "ar") -> Counter:
        """An order in that state; the desk is a manager, and others hear of everything."""
        self = cls()
        self.turns = turns
        self.mona = with_true_words(await customer(turns, "mona", language))
        self.number = await a_pick_up(turns, state)
        self.order_id = (await order_named(turns, self.number)).id
        async with turns.database.read() as session:
            lines = (await order_for_staff(session, self.order_id)).lines
        await family_member(turns, lines[0].family_id, external_id="mother")
        await staff(turns, Role.orders, external_id="other")
        await staff(turns, Role.manager, external_id="boss")
        await staff(turns, Role.courier, external_id="driver")
        desk = await staff(turns, Role.manager, Role.orders, external_id="desk", language=language)
        self.desk = with_true_words(desk)
        return self

    async def look(self) -> None:
        """Everybody hears what happened, and every list and card is opened."""
        told = check_told(await announced(self.turns))
        assert "driver" not in told.people()
        for action in (ShowOrders(), ShowOrder(self.order_id), ShowReceipt(self.order_id)):
            await self.mona.presses_old(action)
        await self.mona.presses_old(ShowWindows(self.order_id))
        state = (await order_named(self.turns, self.number)).state
        for shown in (
            *(ManageOrder(self.order_id), OrderHistory(self.order_id), ListDeliveries(state)),
            *(ShowPicking(), ShowAudit(), ListPurses(), ListDeliveries()),
            ShowDayBook(int(f"{self.turns.clock():%Y%m%d}")),
        ):
            await self.desk.presses_old(shown)
        await self.desk.says(f"/deliveries {self.number}")

    async def pays(self) -> None:
        """The order is handed over by its code."""
        order = await order_named(self.turns, self.number)
        code = await code_of(self.turns, self.number)
        async with self.turns.database.write() as session:
            by = acting(session, await self.desk.person_id(), self.turns.clock())
            assert await confirm_delivery(by, order.id, code, order.total, "") is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_the_order_to_the_counter(turns: Turns, language: Language) -> None:
    at = await Counter.with_order(turns, "placed", language)
    await at.look()
    for step in ("accepted", "packed"):
        await at.desk.presses_old(MoveOrder(at.order_id, step))
        await at.look()
        await at.mona.presses_old(CancelOrder(at.order_id))
        await at.mona.presses_old(ChangeOwn(at.order_id))
    await at.desk.presses_old(StartConfirm(at.order_id))
    await at.desk.says("no code", await wrong_code(turns, at.number))
    await at.desk.says(await code_of(turns, at.number), "199")
    await at.desk.presses(label("reason-change", language))
    await at.look()
    await at.desk.presses_old(StartConfirm(at.order_id))
    await at.desk.presses_old(CorrectCash(at.order_id))
    await at.desk.says("200")
    assert (await order_named(turns, at.number)).state == "delivered"


@pytest.mark.parametrize("by_customer", [True, False])
async def test_everything_of_it_is_changed(turns: Turns, *, by_customer: bool) -> None:
    at = await Counter.with_order(turns, "accepted")
    who, change = (at.mona, ChangeOwn) if by_customer else (at.desk, ChangeOrder)
    await who.presses_old(change(at.order_id))
    await who.presses_old(change(at.order_id, "place"))
    await who.presses_old(change(at.order_id, "phone"))
    await who.says("12", "0507654321")
    await at.look()
    for note in ("سيأتي أخي", None):
        await who.presses_old(change(at.order_id, "note"))
        await (who.says(note) if note else who.presses(label("button-skip")))
        await at.look()
    await who.presses_old(change(at.order_id, "things"))
    await who.presses("إنقاص بخور 0")
    await who.presses(label("change-done-choosing"))
    await who.presses("150")
    await at.look()
    order = await order_named(turns, at.number)
    assert (order.phone, order.note, order.emirate) == ("+971507654321", "", "hall")
    assert order.total.fils == 15000


async def test_its_time_is_closed_and_passes_and_another_is_chosen(turns: Turns) -> None:
    at = await Counter.with_order(turns, "accepted")
    order = await order_named(turns, at.number)
    async with turns.database.write() as session:
        by = acting(session, now=turns.clock())
        shut = Closure(order.day, order.day, "عيد", "Eid")
        plan = await close_days(by, DEFAULT_TERMS, shut)
    await announced(turns)  # of the days themselves everybody hears in words of the plan
    await at.look()
    async with turns.database.write() as session:
        assert await ask_for_windows(acting(session, now=turns.clock()), plan) == 1
    await at.look()
    await at.mona.presses_old(ShowWindows(at.order_id))
    await at.mona.presses_old(at.mona.offered(TakeWindow)[0])
    await at.look()
    await at.desk.presses_old(StartReschedule(at.order_id))
    await at.desk.says("ليس وقتاً")
    await at.desk.presses(at.desk.labels[0])
    await at.look()
    late = (await order_named(turns, at.number)).day - order.day + timedelta(days=1)
    async with turns.database.write() as session:
        assert await note_passed(acting(session, now=turns.clock() + late)) == 1
    await at.look()


async def test_the_code_is_lost_or_wrong_five_times_and_a_manager_goes_on(turns: Turns) -> None:
    at = await Counter.with_order(turns, "packed")
    photo = await shelf.add_photo(turns, await shelf.add_product(turns, "باب"))
    await at.desk.presses_old(SendCode(at.order_id))
    await at.look()
    clerk = with_true_words(await staff(turns, Role.orders, external_id="clerk"))
    await clerk.presses_old(StartConfirm(at.order_id))
    await clerk.says(*[await wrong_code(turns, at.number)] * 5)
    await at.look()
    await clerk.says(f"/confirm {at.number} {await code_of(turns, at.number)}")
    await at.desk.presses_old(StartOverride(at.order_id))
    await at.desk.sends_photo(photo)
    await at.desk.says("200", "ضاع الرمز")
    assert word("fetched-overriding-done") in at.desk.text
    await at.look()


async def test_it_is_refused_at_the_counter_in_part_and_whole(turns: Turns) -> None:
    at = await Counter.with_order(turns, "packed")
    await at.desk.presses_old(StartPartRefused(at.order_id))
    await at.desk.presses("بخور 0")
    await at.desk.presses("1")
    await at.desk.presses(word("refusing-sound"))
    await at.desk.presses("المبلغ 150")
    await at.look()
    await at.desk.presses_old(StartPartRefused(at.order_id))
    for thing in ("بخور 0", "بخور 1"):
        await at.desk.presses(thing)
        if thing == "بخور 1":
            await at.desk.presses("2")
        await at.desk.presses(word("refusing-sound"))
        if thing == "بخور 0":
            await at.desk.presses(word("refusing-more"))
    await at.desk.presses(label("refusing-sure-whole"))
    assert (await order_named(turns, at.number)).state == "returned"
    await at.look()


async def test_it_is_cancelled_and_that_is_undone_by_either_side(turns: Turns) -> None:
    at = await Counter.with_order(turns, "accepted")
    await at.mona.presses_old(CancelOrder(at.order_id, sure=True))
    await at.look()
    await at.mona.presses_old(UndoOwnCancel(at.order_id))
    await at.look()
    await at.desk.presses_old(MoveOrder(at.order_id, "packed"))
    await at.desk.presses_old(StartStrike(at.order_id))
    await at.desk.presses_old(StartStaffCancel(at.order_id))
    await at.desk.presses(word("reason-customer"))
    await at.desk.presses(word("order-cancel-sure"))
    await at.look()
    await at.desk.presses_old(UndoCancel(at.order_id))
    await at.look()
    assert (await order_named(turns, at.number)).state == "accepted"


async def test_goods_of_it_come_back(turns: Turns) -> None:
    at = await Counter.with_order(turns, "packed")
    await at.pays()
    await at.look()
    await at.desk.presses_old(StartReturn(at.order_id))
    await at.desk.presses(word("returning-all"))
    await at.desk.presses(word("returning-fate-shelf"))
    await at.desk.presses(word("returning-payer-till"))
    await at.desk.presses("نعم، إعادة 200 د.إ")
    await at.look()
    assert (await order_named(turns, at.number)).refunded.fils == 20000


async def test_what_nobody_can_do_with_it_is_said_in_true_words(turns: Turns) -> None:
    at = await Counter.with_order(turns, "packed")
    for action in (StartNewAddress(at.order_id), MoveMany("packed"), MoveOrder(at.order_id, "out")):
        await at.desk.presses_old(action)
    await at.mona.presses_old(CancelOrder(at.order_id, sure=True))
    await at.mona.presses_old(ChangeOwn(at.order_id, "note"))
    assert (await order_named(turns, at.number)).state == "packed"
