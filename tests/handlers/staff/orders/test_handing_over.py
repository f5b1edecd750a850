"""An order is handed over for its code and the cash, question by question or in one line."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.deliveries import ConfirmByCommand, ManageOrder
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.people.access import Role
from tests.handlers.people import customer, staff
from tests.handlers.staff.at_the_door import ARABIC_DIGITS, asked_for_code, opened
from tests.handlers.staff.ordering import an_order, code_of, order_named, wrong_code
from tests.support.words import label, word


@pytest.mark.parametrize("typed", ["123", "12345", "رمز", "😀", "12-34", "²²²²", "1" * 10_000])
async def test_what_is_no_code_is_not_counted(turns: Turns, typed: str) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(typed)
    assert word("confirming-what-code") in courier.text
    assert word("confirming-what-code") in courier.text, "where a customer who has lost it can look"
    assert (await order_named(turns, number)).wrong_codes == 0


async def test_other_cash_needs_a_reason(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("200,50")
    assert "هل المقصود: 200.50 د.إ؟" in courier.text
    await courier.says(word("button-yes"))
    assert "المبلغ المستلم 200.50 د.إ بدلاً من 215 د.إ. ما السبب؟" in courier.text
    await courier.presses(word("button-back"))
    await courier.says("200.50 درهم")
    await courier.says("ضاعت ورقة نقدية")
    assert "200.50 د.إ" in courier.text
    order = await order_named(turns, number)
    assert (order.taken, order.reason) == (Money.dirhams(200, 50), "ضاعت ورقة نقدية")


async def test_cash_and_families_are_on_the_order_of_the_desk(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    desk = await staff(turns, Role.orders)
    order_id = await opened(turns, desk, number)
    assert "بخور 1 × 2 = 100 د.إ – دار الورد" in desk.text
    assert "المبلغ المستلم" not in desk.text
    await desk.presses_old(ManageOrder(order_id, 1))
    assert "بخور 1 × 2 = 100 د.إ – دار الورد" in desk.text
    await courier.says(await code_of(turns, number))
    await courier.says("200")
    await courier.presses("لم يتوفر صرف")
    await opened(turns, desk, number)
    assert "المبلغ المستلم: 200 د.إ بدلاً من 215 د.إ\nالسبب: لم يتوفر صرف (خردة)" in desk.text
    await opened(turns, courier, number)
    assert "المبلغ المستلم" not in courier.text


async def test_more_cash_than_there_can_be_is_asked_back(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("1,000,000.01")
    assert "يُرجى كتابة مبلغ من 0 د.إ إلى 1,000,000 د.إ" in courier.text
    assert "كم المبلغ المستلم" in courier.text


async def test_the_usual_reasons_for_other_cash_are_one_tap(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("115")
    await courier.presses(word("reason-short"))
    assert f"تم تسليم الطلب {number}" in courier.text
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    assert "السبب: لم يكن المبلغ كاملاً مع العميل" in desk.text


async def test_every_question_at_the_door_can_be_gone_back_to(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("100")
    await courier.presses(word("button-back"))
    assert "كم المبلغ المستلم" in courier.text
    await courier.presses(word("button-back"))
    assert word("receipt-code") in courier.text
    await courier.presses(word("button-cancel"))
    assert word("deliveries-left") in courier.text
    assert f"طلب {number} – خرج للتوصيل" in courier.text
    assert (await order_named(turns, number)).state == "out"


async def test_confirming_in_one_line(turns: Turns) -> None:
    number = await an_order(turns, state="out")
    code = await code_of(turns, number)
    courier = await staff(turns, Role.courier)
    line = f"/confirm {number} {code}".translate(ARABIC_DIGITS)
    await courier.says(line)
    assert f"تم تسليم الطلب {number}." in courier.text
    await courier.says(line)
    assert f"طلب {number} – تم التسليم" in courier.text
    assert (await order_named(turns, number)).taken == Money.dirhams(215)


@pytest.mark.parametrize(
    "written", ["#{} {}", "{}/{}", "{} ، {}", "رقم {} رمز {}", "{}\n{}", "{} - {}."]
)
async def test_the_line_is_read_in_any_shape(turns: Turns, written: str) -> None:
    number = await an_order(turns, state="out")
    courier = await staff(turns, Role.courier)
    await courier.says(f"/confirm {written.format(number, await code_of(turns, number))}")
    assert f"تم تسليم الطلب {number}." in courier.text


async def test_the_line_answers_the_form_about_the_same_order(turns: Turns) -> None:
    other = await an_order(turns, state="out")
    courier, number = await asked_for_code(turns)
    await courier.says(f"/confirm {other} {await code_of(turns, other)}")
    assert f"طلب {number} (بخور 0 ومنتج آخر): ما رمز التسليم" in courier.text
    await courier.says(f"/confirm {number} {await wrong_code(turns, number)}")
    assert f"طلب {number} (بخور 0 ومنتج آخر): ما رمز التسليم" in courier.text
    await courier.says(f"/confirm {number} {await code_of(turns, number)}")
    assert f"تم تسليم الطلب {number}." in courier.text
    assert "ما رمز التسليم" not in courier.text


@pytest.mark.parametrize("meanwhile", ["إلغاء الطلب", label("button-not-delivered")])
async def test_no_cash_is_asked_for_once_the_order_is_out_no_more(
    turns: Turns, meanwhile: str
) -> None:
    courier, number = await asked_for_code(turns)
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(meanwhile)
    await desk.presses(
        word("reason-nobody") if meanwhile == "تعذّر التسليم" else word("reason-customer")
    )
    if meanwhile != "تعذّر التسليم":
        await desk.presses(desk.labels[0])
    await courier.says(await code_of(turns, number))
    assert "حالة الطلب الآن" in courier.text
    assert "كم المبلغ المستلم" not in courier.text


async def test_a_code_locked_by_another_is_told_before_the_cash(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    other = await staff(turns, Role.orders)
    for _ in range(5):
        await other.says(f"/confirm {number} {await wrong_code(turns, number)}")
    await courier.says(await code_of(turns, number))
    assert word("refused-code-locked") in courier.text
    assert "كم المبلغ المستلم" not in courier.text


async def test_the_cash_due_is_what_the_order_comes_to_by_now(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(label("button-not-delivered"))
    await desk.presses(word("reason-nobody"))
    await desk.presses(word("button-strike"))
    await desk.presses("بخور 1 × 2")
    await desk.presses("2")
    await desk.presses(word("reason-missing"))
    await desk.presses(label("button-move-out"))
    await courier.says(await code_of(turns, number))
    assert "المبلغ المطلوب 115 د.إ" in courier.text
    await courier.presses("المبلغ كاملاً: 115 د.إ")
    assert f"تم تسليم الطلب {number}." in courier.text


@pytest.mark.parametrize(
    "rest", ["", "123456", "12345 1234", "123456 12345", "abc def", "123456-", "😀", "9" * 10_000]
)
async def test_a_confirmation_written_otherwise_is_explained(turns: Turns, rest: str) -> None:
    courier = await staff(turns, Role.courier)
    await courier.says(f"/confirm {rest}")
    assert "/confirm 123456 7890" in courier.text


async def test_a_confirmation_that_cannot_be(turns: Turns) -> None:
    number = await an_order(turns, state="out")
    courier = await staff(turns, Role.courier)
    await courier.says(f"/confirm {number} {await wrong_code(turns, number)}")
    assert "وبقيت 4 محاولات" in courier.text
    other = "000000" if number != "000000" else "000001"
    await courier.says(f"/confirm {other} 1234")
    assert f"لا يوجد طلب بالرقم {other}" in courier.text
    for _ in range(4):
        await courier.says(f"/confirm {number} {await wrong_code(turns, number)}")
    assert word("refused-code-locked") in courier.text
    await courier.says(f"/confirm {number} {await code_of(turns, number)}")
    assert word("refused-code-locked") in courier.text
    assert (await order_named(turns, number)).state == "out"


async def test_a_customer_cannot_confirm(turns: Turns) -> None:
    number = await an_order(turns, state="out")
    mona = await customer(turns)
    await mona.says(f"/confirm {number} {await code_of(turns, number)}")
    assert word("refused-not-allowed") in mona.text
    await mona.presses_old(ConfirmByCommand(number, await code_of(turns, number)))
    assert (await order_named(turns, number)).state == "out"
