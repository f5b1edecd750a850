"""A delivery that failed: refused, nobody there, a wrong address, or asked for later."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import CorrectAddress, ShowWindows, TakeWindow
from handlers.dialog.actions.deliveries import StartNewAddress, StartReschedule
from handlers.dialog.speech import Reply
from handlers.dialog.turns import Turns
from handlers.ui.order_lines import window_label
from models.kernel.refusals import WrongState
from models.orders.change_kinds import Place
from models.orders.changes import correct_own
from models.orders.fulfilment import advance
from models.orders.states import OrderState
from models.people.access import Role
from models.reports.consistency import discrepancies
from tests.handlers.people import customer, staff
from tests.handlers.staff.at_the_door import opened
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word

NEXT = "الاثنين 2 مارس، من 4:00"


async def failed(turns: Turns, reason: str, *, lines: int = 2) -> tuple[Talk, str]:
    """A courier who could not deliver, for that reason; and the order's number."""
    number = await an_order(turns, state="out", lines=lines)
    await announced(turns)
    courier = await staff(turns, Role.courier)
    await opened(turns, courier, number)
    await courier.presses(label("button-not-delivered"))
    await courier.presses(word(f"reason-{reason}"))
    return courier, number


def window_ways(news: Reply) -> list[TakeWindow]:
    """The buttons of a notice that choose a window."""
    return [way for way in actions(news) if isinstance(way, TakeWindow)]


async def test_an_order_on_its_way_again_says_that_it_was_an_earlier_attempt(turns: Turns) -> None:
    courier, number = await failed(turns, "nobody")
    desk = await staff(turns, Role.orders)
    before = word("deliveries-reason-before", reason=word("reason-nobody"))
    await opened(turns, desk, number)
    assert before in desk.text
    assert "السبب" not in desk.text
    await opened(turns, courier, number)
    await courier.presses(word("button-move-out"))
    assert "خرج للتوصيل" in courier.text
    assert before in courier.text
    assert "السبب" not in courier.text


async def test_a_refused_order_is_returned_in_three_taps(turns: Turns) -> None:
    courier, number = await failed(turns, "refused")
    assert "بخور 0 × 2 – الفحص عند العودة\n• بخور 1 × 2 – الفحص عند العودة" in courier.text
    await courier.presses(label("refusing-order-sure"))
    assert word("refusing-order-done") in courier.text
    assert f"طلب {number} – مرتجع" in courier.text
    assert "السبب: رُفض استلام الطلب" in courier.text
    assert (await order_named(turns, number)).state == "returned"
    mona = await customer(turns)
    await mona.says("/orders")
    assert f"– مرتجع\nالثلاثاء 3 مارس · 215 د.إ · رقم {number}" in mona.text
    await mona.presses(number)
    assert "الحالة: مرتجع" in mona.text
    assert word("order-nothing-due") in mona.text
    assert label("order-receipt") not in " ".join(mona.labels)


async def test_what_is_spoiled_of_it_is_said_by_line(turns: Turns) -> None:
    courier, _number = await failed(turns, "refused")
    await courier.presses("تالف: بخور 0")
    await courier.presses("1")
    assert "بخور 0 × 1 – الفحص عند العودة\n• بخور 0 × 1 – لا يصلح للبيع" in courier.text
    await courier.presses("ليس تالفاً: بخور 0")
    assert "– لا يصلح للبيع" not in courier.text
    await courier.presses("تالف: بخور 1")
    await courier.presses(word("button-back"))
    await courier.presses("تالف: بخور 1")
    await courier.says("5")
    assert "المطلوب عدد صحيح من 1 إلى 2." in courier.text
    await courier.says("٢")
    assert "بخور 1 × 2 – لا يصلح للبيع" in courier.text
    await courier.presses(label("refusing-order-sure"))
    assert word("refusing-order-done") in courier.text


async def test_a_refused_order_can_be_left_as_it_was(turns: Turns) -> None:
    courier, number = await failed(turns, "refused")
    await courier.presses(word("button-back"))
    assert word("deliveries-left") in courier.text
    assert (await order_named(turns, number)).state == "out"


async def test_an_order_that_moved_on_is_not_refused(turns: Turns) -> None:
    courier, number = await failed(turns, "refused")
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(label("button-not-delivered"))
    await desk.presses(word("reason-nobody"))
    await courier.presses(label("refusing-order-sure"))
    assert "حالة الطلب الآن: جاهز للتوصيل" in courier.text
    assert (await order_named(turns, number)).state == "packed"


async def test_where_nobody_is_there_the_customer_chooses_by_a_button(turns: Turns) -> None:
    courier, number = await failed(turns, "nobody")
    assert word("not-delivered-done-nobody") in courier.text
    order = await order_named(turns, number)
    assert (order.state, order.day.day, order.window) == ("packed", 2, "16:00-20:00")
    told = await announced(turns)
    (news,) = told.to("mona")
    assert f"الموعد الجديد: {NEXT}" in text([news])
    ways = window_ways(news)
    assert len(ways) == 4
    assert ShowWindows(order.id) in actions(news)
    mona = await customer(turns)
    await mona.presses_old(ways[1])
    assert mona.notice.startswith("✅ نُقل الطلب إلى: الثلاثاء 3 مارس، من 4:00")
    after = await order_named(turns, number)
    assert (after.day.day, after.window, after.state) == (3, "16:00-20:00", "packed")
    told = await announced(turns)
    assert told.people() == set(), "the desk has nobody here, and she did it herself"


async def test_the_desk_hears_what_she_chose(turns: Turns) -> None:
    await staff(turns, Role.orders)
    _courier, number = await failed(turns, "nobody")
    (news,) = (await announced(turns)).to("mona")
    mona = await customer(turns)
    await mona.presses_old(window_ways(news)[0])
    told = await announced(turns)
    assert told.people() == {"orders"}
    heard = text(told.to("orders"))
    assert f"موعد جديد للطلب رقم {number}" in heard
    assert "اختاره العميل." in heard


async def test_all_free_windows_are_one_tap_away_for_her(turns: Turns) -> None:
    _courier, number = await failed(turns, "nobody")
    mona = await customer(turns)
    await mona.says("/orders")
    await mona.presses(number)
    await mona.presses(label("order-choose-window"))
    assert f"متى يناسبكم توصيل الطلب رقم {number} (بخور 0 ومنتج آخر)؟" in mona.text
    await mona.presses(label("button-next"))
    chosen = mona.labels[0]
    await mona.presses(chosen)
    after = await order_named(turns, number)
    assert mona.reads(window_label(after.day, after.window)) == chosen


async def test_a_window_that_has_begun_is_neither_named_nor_taken(
    turns: Turns, clock: HandClock
) -> None:
    _courier, number = await failed(turns, "nobody")
    clock.advance(hours=6)
    (news,) = (await announced(turns)).to("mona")
    assert "الموعد الجديد" not in text([news])
    mona = await customer(turns)
    before = await order_named(turns, number)
    await mona.presses_old(TakeWindow(before.id, "2603021600"))
    await mona.presses_old(TakeWindow(before.id, "2603021000"))
    assert mona.notice == word("order-window-gone")
    assert f"متى يناسبكم توصيل الطلب رقم {number} (بخور 0 ومنتج آخر)؟" in mona.text
    await mona.presses_old(TakeWindow(before.id, "nonsense"))
    assert f"متى يناسبكم توصيل الطلب رقم {number} (بخور 0 ومنتج آخر)؟" in mona.text
    after = await order_named(turns, number)
    assert (after.day, after.window) == (before.day, before.window)


async def test_what_is_out_again_is_moved_by_nobody(turns: Turns) -> None:
    _courier, number = await failed(turns, "nobody")
    order = await order_named(turns, number)
    async with turns.database.write() as session:
        await advance(acting(session, now=turns.clock()), order.id, OrderState.out)
    mona = await customer(turns)
    desk = await staff(turns, Role.orders)
    for action in (TakeWindow(order.id, "2603041000"), CorrectAddress(order.id)):
        await mona.presses_old(action)
        assert mona.notice == "حالة الطلب الآن: خرج للتوصيل"
    for staffs in (StartReschedule(order.id), StartNewAddress(order.id)):
        await desk.presses_old(staffs)
        assert desk.notice == "حالة الطلب الآن: خرج للتوصيل"
    assert (await order_named(turns, number)).day == order.day


async def test_nobody_moves_an_order_of_another(turns: Turns) -> None:
    _courier, number = await failed(turns, "nobody")
    order = await order_named(turns, number)
    other = Talk(turns, external_id="somebody-else")
    await other.says("/start")
    for action in (TakeWindow(order.id, "2603041000"), CorrectAddress(order.id)):
        await other.presses_old(action)
        assert word("refused-not-found") in other.text


async def test_the_desk_chooses_for_her(turns: Turns) -> None:
    _courier, number = await failed(turns, "nobody")
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(label("button-choose-window"))
    chosen = desk.labels[3]
    await desk.presses(chosen)
    assert word("deliveries-window-moved") in desk.text
    after = await order_named(turns, number)
    assert desk.reads(window_label(after.day, after.window)) == chosen
    await announced(turns)


@pytest.mark.parametrize("who", ["customer", "desk"])
async def test_a_wrong_address_is_asked_for_and_put_right(turns: Turns, who: str) -> None:
    desk = await staff(turns, Role.orders)
    _courier, number = await failed(turns, "address")
    (news,) = (await announced(turns)).to("mona")
    assert "يُرجى تصحيحه بالزر أدناه" in text([news])
    (way,) = [way for way in actions(news) if isinstance(way, CorrectAddress)]
    await opened(turns, desk, number)
    assert word("deliveries-reason-address") in desk.text
    if who == "customer":
        talk = await customer(turns)
        await talk.presses_old(way)
    else:
        talk = desk
        await talk.presses(label("button-new-address"))
    await talk.presses("نعم، في الشارقة")
    await talk.says("الخان، شارع 12، بيت 3")
    order = await order_named(turns, number)
    assert (order.area, order.address, order.latitude) == ("", "الخان، شارع 12، بيت 3", None)
    told = await announced(turns)
    assert told.people() == ({"orders"} if who == "customer" else {"mona"})
    await opened(turns, desk, number)
    assert word("deliveries-reason-readdressed") in desk.text


@pytest.mark.parametrize("who", ["customer", "desk"])
async def test_an_address_that_comes_late_asks_for_a_window_too(
    turns: Turns, clock: HandClock, who: str
) -> None:
    _courier, number = await failed(turns, "address")
    order = await order_named(turns, number)
    talk = await (customer(turns) if who == "customer" else staff(turns, Role.orders))
    await announced(turns)
    clock.advance(hours=20)
    await talk.presses_old(
        CorrectAddress(order.id) if who == "customer" else StartNewAddress(order.id)
    )
    await talk.presses("نعم، في الشارقة")
    await talk.says("الخان، شارع 12، بيت 3")
    assert word("order-readdressed" if who == "customer" else "new-address-done") in talk.text
    if who == "desk":
        assert "الموعد" not in text((await announced(turns)).to("mona"))
    chosen = talk.labels[0]
    await talk.presses(chosen)
    after = await order_named(turns, number)
    assert talk.reads(window_label(after.day, after.window)) == chosen


async def test_who_asked_for_later_hears_that_it_is_so(turns: Turns) -> None:
    courier, _number = await failed(turns, "later")
    await courier.presses(courier.labels[0])
    (news,) = (await announced(turns)).to("mona")
    assert "كما طلبتم" in text([news])
    assert window_ways(news) == []


@pytest.mark.parametrize("who", ["customer", "desk"])
@pytest.mark.parametrize("late", [False, True])
async def test_in_another_emirate_the_new_fee_is_agreed_to(
    turns: Turns, clock: HandClock, who: str, late: bool
) -> None:
    _courier, number = await failed(turns, "address")
    if late:
        clock.advance(hours=20)
    order = await order_named(turns, number)
    talk = await (customer(turns) if who == "customer" else staff(turns, Role.orders))
    await talk.presses_old(
        CorrectAddress(order.id) if who == "customer" else StartNewAddress(order.id)
    )
    await talk.presses(word("address-other"))
    await talk.presses(word("emirate-dubai"))
    await talk.says("البرشاء", "برج 3")
    assert "رسوم التوصيل: 25 د.إ، وكانت 15 د.إ" in talk.text
    assert (await order_named(turns, number)).address == order.address
    await talk.presses(str((order.total.fils + 1000) // 100))
    assert word("order-readdressed" if who == "customer" else "new-address-done") in talk.text
    moved = await order_named(turns, number)
    assert (moved.emirate, moved.area, moved.address) == ("dubai", "البرشاء", "برج 3")
    assert (moved.fee.fils, moved.reason) == (order.fee.fils + 1000, "readdressed")
    if late:
        chosen = talk.labels[0]
        await talk.presses(chosen)
        after = await order_named(turns, number)
        assert talk.reads(window_label(after.day, after.window)) == chosen
    async with turns.database.read() as session:
        assert await discrepancies(session) == []


async def test_only_what_came_back_is_corrected_by_its_customer(turns: Turns) -> None:
    number = await an_order(turns, state="packed")
    order, mona = await order_named(turns, number), await customer(turns)
    to = Place("برج 3", emirate="dubai", area="البرشاء")
    async with turns.database.write() as session:
        own = acting(session, await mona.person_id(), turns.clock())
        with pytest.raises(WrongState):
            await correct_own(own, order.id, to, turns.terms)


async def test_a_pin_is_an_address(turns: Turns) -> None:
    _courier, number = await failed(turns, "address")
    mona = await customer(turns)
    await mona.presses_old(CorrectAddress((await order_named(turns, number)).id))
    await mona.presses("نعم، في الشارقة")
    await mona.shares_place(25.33, 55.39)
    order = await order_named(turns, number)
    assert (order.address, order.latitude, order.longitude) == ("", 25.33, 55.39)


async def test_the_ways_are_named_in_english(turns: Turns) -> None:
    number = await an_order(turns, state="out")
    courier = await staff(turns, Role.courier, language="en")
    await opened(turns, courier, number)
    await courier.presses("Not delivered")
    await courier.presses("The order was refused")
    await courier.presses("Yes: returned")
    assert f"Order {number} – Returned" in courier.text
