"""Staff change an order for its customer until it is out; each change is told and kept."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.audit import OrderHistory
from handlers.dialog.actions.changes import ChangeOrder
from handlers.dialog.actions.deliveries import ManageOrder, MoveOrder
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.orders.trust import limit_account
from models.people.access import Role
from models.people.account_limits import AccountLimit
from models.reports.consistency import discrepancies
from tests.handlers.people import staff
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.words import label, word


async def at_the_card(turns: Turns, state: str = "accepted") -> tuple[Talk, str]:
    """The desk has an order of two things, two of each at 50, on the screen."""
    number = await an_order(turns, state=state)
    desk = await staff(turns, Role.orders)
    order = await order_named(turns, number)
    await announced(turns)
    await desk.presses_old(ManageOrder(order.id))
    return desk, number


async def to_part(desk: Talk, part: str) -> None:
    await desk.presses(label("button-change-order"))
    await desk.presses(label(f"change-part-{part}"))


@pytest.mark.parametrize("state", ["placed", "accepted", "packed"])
async def test_the_address_is_changed_with_its_fee(turns: Turns, state: str) -> None:
    desk, number = await at_the_card(turns, state)
    await to_part(desk, "place")
    await desk.presses(word("emirate-fujairah"))
    await desk.says("قدفع", "قرب المسجد")
    await desk.presses(label("change-sure", total="235 د.إ"))
    assert word("change-done") in desk.text
    order = await order_named(turns, number)
    assert (order.emirate, order.latitude, order.total) == ("fujairah", None, Money.dirhams(235))
    told = await announced(turns)
    assert told.people() == {"mona"}
    assert "المبلغ عند الاستلام الآن: 235 د.إ" in text(told.to("mona"))


async def test_of_a_blocked_account_nothing_grows_and_its_card_says_so(turns: Turns) -> None:
    desk, number = await at_the_card(turns)
    order = await order_named(turns, number)
    await to_part(desk, "place")
    await desk.presses(word("emirate-fujairah"))
    await desk.says("قدفع", "قرب المسجد")
    async with turns.database.write() as session:
        await limit_account(acting(session), order.person_id, AccountLimit.blocked)
    await desk.presses("235")
    assert word("refused-account-blocked") in desk.text
    assert (await order_named(turns, number)).total == order.total
    await to_part(desk, "things")
    await desk.presses(word("change-more", thing="بخور 0"))
    assert word("refused-account-blocked") in desk.text
    assert "done" not in {pick.value for pick in desk.offered(Pick)}
    await desk.presses(word("change-fewer", thing="بخور 0"))
    await desk.presses(word("change-fewer", thing="بخور 0"))
    await desk.presses(label("change-done-choosing"))
    await desk.presses("165")
    assert (await order_named(turns, number)).total == Money.dirhams(165)


async def test_its_history_says_what_was_and_what_is(turns: Turns) -> None:
    desk, number = await at_the_card(turns)
    order = await order_named(turns, number)
    await to_part(desk, "place")
    await desk.presses(word("emirate-fujairah"))
    await desk.says("قدفع", "قرب المسجد")
    await desk.presses("235")
    await desk.presses_old(ChangeOrder(order.id, "phone"))
    await desk.says("0507654321")
    await desk.presses_old(ChangeOrder(order.id, "things"))
    await desk.presses("إنقاص بخور 0")
    await desk.presses(label("change-done-choosing"))
    await desk.presses("185")
    await desk.presses_old(OrderHistory(order.id))
    for part in (
        "تغيّر عنوان التوصيل",
        "من الشارقة، الرحمانية · خلف المسجد، فيلا 12 إلى الفجيرة، قدفع · قرب المسجد",
        "الإجمالي: من 215 د.إ إلى 235 د.إ",
        "من +971501234567 إلى +971507654321",
        "خرج منه: بخور 0 × 1",
        "الإجمالي: من 235 د.إ إلى 185 د.إ",
    ):
        assert part in desk.text, part
    async with turns.database.read() as session:
        assert await discrepancies(session) == []


async def test_the_number_is_typed_since_it_is_somebody_elses(turns: Turns) -> None:
    desk, number = await at_the_card(turns, "packed")
    await to_part(desk, "phone")
    await desk.says("0507654321")
    assert (await order_named(turns, number)).phone == "+971507654321"


async def test_what_went_out_meanwhile_is_not_changed(turns: Turns) -> None:
    desk, number = await at_the_card(turns, "packed")
    order = await order_named(turns, number)
    await to_part(desk, "note")
    other = await staff(turns, Role.manager)
    await other.presses_old(ManageOrder(order.id))
    await other.presses(label("button-move-out"))
    await desk.says("الباب الخلفي")
    assert word("refused-wrong-state", state=word("state-out")) in desk.text
    assert (await order_named(turns, number)).note == order.note
    assert label("button-change-order") not in " ".join(desk.labels)
    await desk.presses_old(ChangeOrder(order.id))
    assert word("deliveries-stands", state=word("state-out")) in desk.notice


async def test_a_courier_changes_nothing(turns: Turns) -> None:
    _, number = await at_the_card(turns, "packed")
    order = await order_named(turns, number)
    courier = await staff(turns, Role.courier)
    await courier.presses_old(ManageOrder(order.id))
    assert label("button-change-order") not in " ".join(courier.labels)
    await courier.presses_old(ChangeOrder(order.id, "phone"))
    assert word("refused-not-allowed") in courier.text


async def test_the_button_of_a_card_that_showed_other_things_packs_nothing(turns: Turns) -> None:
    desk, number = await at_the_card(turns)
    (packs,) = [move for move in desk.offered(MoveOrder) if move.to == "packed"]
    other = await staff(turns, Role.manager)
    order = await order_named(turns, number)
    await other.presses_old(ChangeOrder(order.id, "things"))
    await other.presses("إنقاص بخور 0")
    await other.presses(label("change-done-choosing"))
    await other.presses("165")
    await desk.presses_old(packs)
    assert word("deliveries-holds-other-things") in desk.notice
    assert "بخور 0 × 1" in desk.text
    assert (await order_named(turns, number)).state == "accepted"
    await desk.presses(label("button-move-packed"))
    assert (await order_named(turns, number)).state == "packed"
