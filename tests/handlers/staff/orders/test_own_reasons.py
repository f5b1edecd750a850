"""A reason in own words is asked about once: it may have been typed for something else."""

from __future__ import annotations

from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers.people import staff
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.talk import Talk
from tests.support.words import word


async def asked_why(turns: Turns, number: str, button: str) -> Talk:
    """A member of the staff who is asked why the order is cancelled, or which line is struck."""
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ManageOrder((await order_named(turns, number)).id))
    await desk.presses(button)
    return desk


async def test_an_order_is_cancelled_for_own_words_only_when_they_are_meant(turns: Turns) -> None:
    number = await an_order(turns)
    desk = await asked_why(turns, number, word("button-staff-cancel"))
    await desk.presses_old(ManageOrder((await order_named(turns, number)).id))
    assert "لماذا يُلغى؟" in desk.text, "the question is in sight beneath a notice that was pressed"
    await desk.says("وصلت الصناديق الفارغة")
    assert "ما حال المنتجات الآن؟" in desk.text
    assert number in desk.text
    await desk.presses(word("cancelling-goods-shelf"))
    assert f"هل يُلغى الطلب {number} (بخور 0 ومنتج آخر)؟" in desk.text
    assert "وصلت الصناديق الفارغة" in desk.text
    await desk.says("شكراً")
    assert (await order_named(turns, number)).state == "placed"
    await desk.presses(word("button-back"))
    await desk.presses("بلا تغيير")
    assert f"هل يُلغى الطلب {number} (بخور 0 ومنتج آخر)؟" in desk.text
    assert desk.labels == [word("order-cancel-sure"), word("button-back"), word("cancelling-keep")]
    await desk.presses(word("order-cancel-sure"))
    assert (await order_named(turns, number)).state == "cancelled"
    assert "السبب: وصلت الصناديق الفارغة" in desk.text


async def test_back_lets_the_reason_be_written_anew(turns: Turns) -> None:
    number = await an_order(turns)
    desk = await asked_why(turns, number, word("button-staff-cancel"))
    await desk.says("خطأ")
    await desk.presses(word("button-back"))
    await desk.presses(word("reason-customer"))
    assert (await order_named(turns, number)).state == "placed"
    await desk.presses(word("order-cancel-sure"))
    assert (await order_named(turns, number)).state == "cancelled"


async def test_a_line_is_struck_for_own_words_only_when_they_are_meant(turns: Turns) -> None:
    number = await an_order(turns, state="accepted")
    desk = await asked_why(turns, number, word("button-strike"))
    await desk.presses("بخور 1 × 2")
    await desk.presses("2")
    await desk.says("انكسرت العلبة")
    assert "هل يُحذف الناقص لهذا السبب؟" in desk.text
    assert "حُذف الناقص" not in desk.text
    await desk.presses(word("striking-sure"))
    assert word("striking-done") in desk.text
