"""Orders on their way: one tap onward, delivered by code, brought back, struck and cancelled."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import update

from handlers.dialog.actions.deliveries import (
    ListDeliveries,
    ManageOrder,
    MoveOrder,
    StartConfirm,
    StartNotDelivered,
    StartStaffCancel,
    StartStrike,
)
from handlers.dialog.turns import Turns
from handlers.ui.order_lines import window_label
from models.kernel.money import Money
from models.orders.tables import OrderLine
from models.people.access import Role
from models.people.addresses import Destination
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.staff.at_the_door import ARABIC_DIGITS, asked_for_code, opened
from tests.handlers.staff.ordering import an_order, code_of, order_named, wrong_code
from tests.support.words import label, word


async def test_an_order_goes_from_the_desk_to_the_door(turns: Turns) -> None:
    number = await an_order(turns)
    desk = await staff(turns, Role.orders)
    await desk.says("/deliveries")
    await desk.presses("جديد (1)")
    await desk.presses(number)
    for state in ("accepted", "packed", "out"):
        await desk.presses(label(f"button-move-{state}"))
        assert desk.notice == word(f"deliveries-now-{state}")
        assert f"طلب {number} – {word(f'state-{state}')}" in desk.text
        assert desk.reply.in_place
    assert (await order_named(turns, number)).state == "out"


async def test_a_courier_delivers_with_one_hand(turns: Turns) -> None:
    number = await an_order(turns, state="packed")
    code = await code_of(turns, number)
    courier = await staff(turns, Role.courier)
    await courier.says("/desk")
    await courier.presses("جاهز للتوصيل (1)")
    await courier.presses(number)
    assert "منى سالم، +971501234567" in courier.text
    assert "الشارقة، الرحمانية، خلف المسجد، فيلا 12" in courier.text
    assert "يُرجى الاتصال قبل الوصول" in courier.text
    assert word("button-map") in courier.labels
    await courier.presses(label("button-move-out"))
    await courier.presses(label("button-delivered"))
    await courier.says(code.translate(ARABIC_DIGITS))
    await courier.presses("المبلغ كاملاً: 215 د.إ")
    assert f"تم تسليم الطلب {number}." in courier.text
    assert "215 د.إ" in courier.text
    order = await order_named(turns, number)
    assert (order.state, order.taken) == ("delivered", Money.dirhams(215))


async def test_a_courier_sees_no_order_before_it_is_packed(turns: Turns) -> None:
    number = await an_order(turns, state="accepted")
    order = await order_named(turns, number)
    courier = await staff(turns, Role.courier)
    for action in (
        ListDeliveries("accepted"),
        ListDeliveries("delivered"),
        ManageOrder(order.id),
        ManageOrder(order.id, 1),
        MoveOrder(order.id, "packed"),
        StartStrike(order.id),
        StartStaffCancel(order.id),
    ):
        await courier.presses_old(action)
        assert word("refused-not-allowed") in courier.text
        assert "منى" not in courier.text
    assert (await order_named(turns, number)).state == "accepted"


async def test_the_customer_is_out_of_a_couriers_sight_once_delivered(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.presses("المبلغ كاملاً")
    await opened(turns, courier, number)
    assert f"طلب {number} – تم التسليم" in courier.text
    assert "+9715" not in courier.text
    assert "منى" not in courier.text
    assert not any("الخريطة" in label for label in courier.labels)


@pytest.mark.parametrize("state", ["placed", "accepted", "packed", "out"])
async def test_no_staff_screen_shows_the_code(turns: Turns, state: str) -> None:
    number = await an_order(turns, state=state)
    code = await code_of(turns, number)
    manager = await staff(turns, Role.manager)
    order_id = await opened(turns, manager, number)
    shown = [manager.text]
    await manager.presses_old(ManageOrder(order_id, 1))
    shown.append(manager.text)
    await manager.presses_old(ListDeliveries(state))
    shown.append(" ".join([manager.text, *manager.labels]))
    assert [number in each for each in shown] == [True] * 3
    rest = " ".join(shown).replace(number, "").replace("+971501234567", "")
    assert code not in rest


async def test_a_doubled_tap_is_answered_with_the_order_as_it_stands(turns: Turns) -> None:
    number = await an_order(turns)
    desk = await staff(turns, Role.orders)
    order_id = await opened(turns, desk, number)
    await desk.presses(label("button-move-accepted"))
    await desk.presses_old(MoveOrder(order_id, "accepted"))
    assert desk.notice == "حالة الطلب الآن: مقبول"
    assert f"طلب {number} – مقبول" in desk.text
    await desk.presses_old(MoveOrder(order_id, "out"))
    assert desk.notice == "حالة الطلب الآن: مقبول"
    assert (await order_named(turns, number)).state == "accepted"


@pytest.mark.parametrize("to", ["", "placed", "delivered", "cancelled", "moon"])
async def test_no_tap_moves_an_order_elsewhere(turns: Turns, to: str) -> None:
    number = await an_order(turns, state="out")
    order = await order_named(turns, number)
    manager = await staff(turns, Role.manager)
    await manager.presses_old(MoveOrder(order.id, to))
    assert word("refused-not-found") in manager.text
    assert (await order_named(turns, number)).state == "out"


async def test_the_next_delivery_is_one_tap_away(turns: Turns) -> None:
    packed = await an_order(turns, state="packed")
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.presses("المبلغ كاملاً")
    await courier.presses(word("button-next-delivery"))
    assert f"طلب {packed} – جاهز للتوصيل" in courier.text
    await courier.presses(label("button-move-out"))
    await courier.presses(label("button-delivered"))
    await courier.says(await code_of(turns, packed))
    await courier.presses("المبلغ كاملاً")
    assert courier.labels == [word("button-desk")]


async def test_after_a_door_that_stayed_shut_comes_the_next(turns: Turns) -> None:
    numbers = [await an_order(turns, state="out") for _ in range(3)]
    courier = await staff(turns, Role.courier)
    await opened(turns, courier, numbers[0])
    await courier.presses(label("button-not-delivered"))
    await courier.presses(word("reason-refused"))
    await courier.presses(courier.labels[0])
    assert courier.labels[0] == word("button-next-delivery")
    await courier.presses(word("button-next-delivery"))
    assert {label[:6] for label in courier.labels[:2]} == set(numbers[1:])


async def test_not_delivered_comes_back_with_a_new_time(turns: Turns) -> None:
    number = await an_order(turns, state="out")
    courier = await staff(turns, Role.courier)
    await opened(turns, courier, number)
    await courier.presses(label("button-not-delivered"))
    await courier.presses(word("reason-later"))
    assert word("not-delivered-ask-slot") in courier.text
    await courier.presses(word("button-back"))
    await courier.says("قال العميل: في المساء")
    chosen = courier.labels[1]
    await courier.presses(chosen)
    assert f"طلب {number} – جاهز للتوصيل" in courier.text
    assert "تعذّر التسليم سابقاً: قال العميل: في المساء" in courier.text
    after = await order_named(turns, number)
    assert after.state == "packed"
    assert courier.reads(window_label(after.day, after.window)) == chosen


async def test_every_free_window_can_be_paged_to(turns: Turns) -> None:
    number = await an_order(turns, state="out")
    courier = await staff(turns, Role.courier)
    await opened(turns, courier, number)
    await courier.presses(label("button-not-delivered"))
    await courier.presses(word("reason-later"))
    seen = [shown for shown in courier.labels if "مارس" in shown]
    while any(label("checkout-later-times") in shown for shown in courier.labels):
        await courier.presses(label("checkout-later-times"))
        seen += [shown for shown in courier.labels if "مارس" in shown]
    assert len(seen) == len(set(seen)) > 26
    await courier.presses(seen[-1])
    after = await order_named(turns, number)
    assert courier.reads(window_label(after.day, after.window)) == seen[-1]


@pytest.mark.parametrize("when", ["at once", "meanwhile"])
async def test_without_a_free_window_the_order_stays_out(turns: Turns, when: str) -> None:
    number = await an_order(turns, state="out")
    courier = await staff(turns, Role.courier)
    order_id = await opened(turns, courier, number)
    await courier.presses(label("button-not-delivered"))
    if when == "meanwhile":
        await courier.presses(word("reason-later"))
    full = [msgspec.structs.replace(window, places=0) for window in turns.terms.windows]
    turns.terms = msgspec.structs.replace(turns.terms, windows=tuple(full))
    await courier.presses("10:00" if when == "meanwhile" else word("reason-nobody"))
    assert "لا يوجد موعد متاح في الأيام القادمة" in courier.text
    if when == "meanwhile":
        await courier.presses(word("button-cancel"))
    assert f"طلب {number} – خرج للتوصيل" in courier.text
    assert {word("button-delivered"), word("button-not-delivered")} <= set(courier.labels)
    assert (await order_named(turns, number)).id == order_id


async def test_not_delivered_is_for_what_is_out(turns: Turns) -> None:
    number = await an_order(turns, state="packed")
    courier = await staff(turns, Role.courier)
    order_id = await opened(turns, courier, number)
    await courier.presses_old(StartNotDelivered(order_id))
    assert courier.notice == "حالة الطلب الآن: جاهز للتوصيل"
    await courier.presses_old(StartConfirm(order_id))
    assert courier.notice == "حالة الطلب الآن: جاهز للتوصيل"


async def test_a_missing_line_is_struck(turns: Turns) -> None:
    number = await an_order(turns, state="accepted")
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(word("button-strike"))
    await desk.presses("بخور 1 × 2")
    await desk.presses(word("button-back"))
    await desk.presses("بخور 1 × 2")
    assert word("striking-ask-pieces") in desk.text
    for typed in ("3", "0", "كلها"):
        await desk.says(typed)
        assert "المطلوب عدد صحيح من 1 إلى 2." in desk.text
    await desk.presses("2")
    await desk.presses(word("reason-missing"))
    assert word("striking-done") in desk.text
    assert "بخور 1 × 2 (هذا المنتج محذوف من الطلب)" in desk.text
    assert "الإجمالي: 115 د.إ" in desk.text


@pytest.mark.parametrize("first", ["1", "2"])
async def test_what_another_struck_meanwhile_is_shown(turns: Turns, first: str) -> None:
    number = await an_order(turns, state="accepted")
    desk = await staff(turns, Role.orders)
    other = await staff(turns, Role.manager)
    for who in (other, desk):
        await opened(turns, who, number)
        await who.presses(word("button-strike"))
        await who.presses("بخور 1 × 2")
    await other.presses(first)
    await other.presses(word("reason-missing"))
    await desk.presses("2")
    await desk.presses(word("reason-missing"))
    assert word("striking-changed") in desk.text
    assert f"بخور 1 × {first} (هذا المنتج محذوف من الطلب)" in desk.text
    assert "ما السبب؟" not in desk.text


async def test_pieces_are_struck_until_one_is_left(turns: Turns) -> None:
    number = await an_order(turns, state="accepted", lines=1)
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(word("button-strike"))
    await desk.presses("بخور 0 × 2")
    assert desk.labels[:2] == ["1", word("button-back")], "not both: the order would hold nothing"
    await desk.says("١")
    await desk.presses(word("reason-missing"))
    assert "بخور 0 × 1 = 50 د.إ" in desk.text
    assert "بخور 0 × 1 (هذا المنتج محذوف من الطلب)" in desk.text
    assert "الإجمالي: 65 د.إ" in desk.text
    assert word("button-strike") not in desk.labels
    assert word("deliveries-last-piece") in desk.text
    await desk.presses_old(StartStrike((await order_named(turns, number)).id))
    assert word("refused-last-line") in desk.notice
    courier = await staff(turns, Role.courier)
    await desk.presses(label("button-move-packed"))
    await opened(turns, courier, number)
    assert "يُلغى" not in courier.text


async def test_staff_cancel_with_a_reason(turns: Turns) -> None:
    number = await an_order(turns, state="packed")
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(word("button-staff-cancel"))
    await desk.says("25,50")
    assert "كلمات" in desk.text
    assert desk.labels[-2:] == [word("button-back"), word("cancelling-keep")]
    await desk.presses(word("cancelling-keep"))
    assert word("deliveries-left") in desk.text
    assert "الإلغاء" not in desk.text
    await desk.presses(word("button-staff-cancel"))
    await desk.presses(word("reason-customer"))
    assert f"هل يُلغى الطلب {number} (بخور 0 ومنتج آخر)؟" in desk.text
    assert "يعود إلى الرف ويُعرض للبيع: كل ما في الطلب" in desk.text
    await desk.presses(word("order-cancel-sure"))
    assert "أُلغي الطلب" in desk.text
    assert "السبب: طُلب الإلغاء" in desk.text
    assert (await order_named(turns, number)).state == "cancelled"
    for state, first in (("cancelled", "الأحدث أولاً"), ("packed", "الأقرب موعداً أولاً")):
        await an_order(turns, state=state)
        await desk.presses_old(ListDeliveries(state))
        assert first in desk.text


async def test_an_order_that_moved_on_meanwhile_is_shown(turns: Turns) -> None:
    number = await an_order(turns, state="packed")
    desk = await staff(turns, Role.orders)
    other = await staff(turns, Role.manager)
    order_id = await opened(turns, desk, number)
    await desk.presses(word("button-staff-cancel"))
    await opened(turns, other, number)
    await other.presses(word("button-staff-cancel"))
    await other.presses(word("reason-customer"))
    await desk.presses(word("reason-customer"))
    await other.presses(word("order-cancel-sure"))
    await desk.presses(word("order-cancel-sure"))
    assert "حالة الطلب الآن: ملغى" in desk.text
    await desk.presses_old(StartStaffCancel(order_id))
    assert desk.notice == "حالة الطلب الآن: ملغى"


LONGEST = Destination(
    name="م" * 60,
    phone="+971501234567",
    emirate="umm-al-quwain",
    area="ر" * 60,
    address="ع" * 200,
    latitude=25.5,
    longitude=55.7,
    note="ن" * 200,
)


async def test_what_a_wish_leaves_no_room_for_is_a_press_away(turns: Turns) -> None:
    number = await an_order(turns, lines=3)
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    assert "بخور 2" in desk.text
    assert word("button-all-lines") not in desk.labels
    async with turns.database.write() as session:
        await session.execute(update(OrderLine).values(wish="كتابة مريم عليها"))
    await opened(turns, desk, number)
    assert "بخور 2" not in desk.text
    await desk.presses(word("button-all-lines"))
    assert desk.text.count("كتابة مريم عليها") == 3
    assert "بخور 2" in desk.text


@pytest.mark.parametrize("state", ["placed", "packed", "out"])
async def test_the_longest_order_fits_its_card(turns: Turns, state: str) -> None:
    number = await an_order(turns, state=state, lines=14, to=LONGEST, long=True)
    manager = await staff(turns, Role.manager)
    order_id = await opened(turns, manager, number)
    assert LONGEST.address in manager.text
    assert LONGEST.note in manager.text
    await manager.presses(word("button-all-lines"))
    await manager.presses(label("button-next"))
    assert "بخور 13" in manager.text
    await manager.presses(label("button-previous"))
    assert "بخور 0" in manager.text
    if state == "out":
        await manager.presses_old(StartNotDelivered(order_id))
        await manager.says("س" * 200)
        await manager.says("1")
        assert word("state-packed") in manager.text


async def test_the_longest_order_fits_its_card_once_delivered(turns: Turns) -> None:
    number = await an_order(turns, state="out", lines=14, to=LONGEST, long=True)
    manager = await staff(turns, Role.manager)
    await opened(turns, manager, number)
    for _ in range(5):
        await manager.says(f"/confirm {number} {await wrong_code(turns, number)}")
    await manager.presses(label("button-override"))
    await manager.sends_photo(await shelf.add_photo(turns, await shelf.add_product(turns, "باب")))
    await manager.says("99,999.99")
    await manager.presses("99,999.99 د.إ فعلاً")
    await manager.says("س" * 200)
    assert "المبلغ المستلم" in manager.text
    assert LONGEST.note in manager.text


async def test_a_courier_works_in_english(turns: Turns) -> None:
    number = await an_order(turns, state="packed")
    courier = await staff(turns, Role.courier, language="en")
    await courier.says("/deliveries")
    await courier.presses("Packed (1)")
    await courier.presses(number)
    await courier.presses("Out for delivery")
    await courier.presses(label("button-delivered", "en"))
    await courier.says("not now")
    assert "4 digits" in courier.text
    await courier.says(await code_of(turns, number))
    await courier.presses("Exactly AED 215")
    assert f"Order {number} is delivered." in courier.text
