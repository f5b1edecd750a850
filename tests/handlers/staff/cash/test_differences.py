"""Cash that differs is asked about, heard of by the finance at once, and stands until settled."""

from __future__ import annotations

import msgspec
import pytest

from handlers.dialog.actions.cash import (
    CorrectCash,
    ListDifferences,
    SettleDifference,
    ShowDifference,
)
from handlers.dialog.actions.customer import AskTeam
from handlers.dialog.actions.staff import TakeRole
from handlers.dialog.turns import Turns
from models.accounting.differences import How, open_sum
from models.kernel.money import NOTHING, Money
from models.orders.handover import confirm_delivery
from models.people.access import Role
from models.people.team import take_role
from models.reports.consistency import discrepancies
from tests.handlers.people import customer, staff
from tests.handlers.staff.at_the_door import asked_for_code, opened
from tests.handlers.staff.desk.test_histories import join
from tests.handlers.staff.ordering import an_order, code_of, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.words import label, word


async def closed_with_nothing(turns: Turns) -> tuple[Talk, str]:
    """A courier who closed an order of 215 with 0 for a ready reason."""
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("0")
    assert "المكتوب: 0 د.إ" in courier.text
    assert "المطلوب: 215 د.إ" in courier.text
    await courier.presses("نعم، 0 د.إ فعلاً")
    await courier.presses(word("reason-short"))
    assert f"تم تسليم الطلب {number}" in courier.text
    return courier, number


async def settled_books(turns: Turns) -> None:
    async with turns.database.read() as session:
        assert await discrepancies(session) == []


async def test_an_amount_far_off_is_asked_once_more(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("21.50")
    assert "المكتوب: 21.50 د.إ" in courier.text
    await courier.presses(word("button-back"))
    await courier.says("2150")
    assert "المكتوب: 2,150 د.إ" in courier.text
    await courier.presses(word("button-back"))
    await courier.presses("المبلغ كاملاً: 215 د.إ")
    assert f"تم تسليم الطلب {number}" in courier.text
    assert (await order_named(turns, number)).taken == Money.dirhams(215)


async def test_the_customer_is_not_thanked_for_nothing(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    courier, number = await closed_with_nothing(turns)
    told = await announced(turns)
    hers = text(told.to("mona"))
    assert f"تم تسليم طلبكم رقم {number} (بخور 0 ومنتج آخر)، ولم يُسجَّل دفع أي مبلغ" in hers
    assert "شكراً لكم" not in hers
    order_id = (await order_named(turns, number)).id
    assert AskTeam(order_id=order_id) in actions(told.to("mona")[-1])
    heard = text(told.to("manager"))
    assert f"فرق في نقد الطلب رقم {number}" in heard
    assert "0 د.إ بدلاً من 215 د.إ. السبب: لم يكن المبلغ كاملاً مع العميل" in heard
    assert not [each for each in told.to("courier") if "فرق في نقد" in text([each])]
    assert ListDifferences() in actions(told.to("manager")[-1])
    mona = await customer(turns)
    await mona.says("/orders")
    await mona.presses(number)
    assert word("order-paid-nothing") in mona.text
    await manager.says("/desk")
    assert "فرق نقد واحد لم يُسوَّ. الناقص: 215 د.إ" in manager.text
    await courier.says("/desk")
    assert "فرق نقد" not in courier.text


@pytest.mark.parametrize(("taken", "heard"), [(215, 0), (0, 1), (214, 1), (300, 1)])
async def test_the_finance_hears_of_every_amount_that_differs(
    turns: Turns, taken: int, heard: int
) -> None:
    for name in ("manager", "second-manager"):
        await staff(turns, Role.manager, external_id=name)
    salim = await join(turns, "Salim", Role.courier)
    number = await an_order(turns, state="out")
    await announced(turns)
    order_id = (await order_named(turns, number)).id
    code = await code_of(turns, number)
    async with turns.database.write() as session:
        his = acting(session, await salim.person_id(), turns.clock())
        await confirm_delivery(his, order_id, code, Money.dirhams(taken), "short")
    told = await announced(turns)
    for name in ("manager", "second-manager"):
        assert len(told.to(name)) == heard
    if heard:
        words = text(told.to("manager"), "en")
        assert words.startswith(f"⚠️ Cash difference: order {number}\nCash with: Salim\n")
        assert f"AED {taken} instead of AED 215." in words
        assert "لم يكن المبلغ كاملاً مع العميل" in text(told.to("manager"))
        assert code not in text(told.to("manager")).replace(number, "")


async def test_less_is_said_as_it_is(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("200")
    await courier.presses(word("reason-change"))
    told = text((await announced(turns)).to("mona"))
    assert "والمبلغ المسجَّل 200 د.إ من أصل 215 د.إ" in told


async def test_what_is_too_much_is_not_called_missing(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("220")
    await courier.says("لم يطلب الباقي")
    manager = await staff(turns, Role.manager)
    await staff(turns, Role.manager, external_id="other")
    await announced(turns)
    await manager.says("/desk")
    assert "فرق نقد واحد لم يُسوَّ. الزائد: 5 د.إ" in manager.text
    await manager.presses(label("button-differences", count=1))
    assert "فرق واحد ينتظر التسوية. الزائد: 5 د.إ" in manager.text
    await manager.presses(f"طلب {number}")
    await manager.presses(word("button-settle-written-off"))
    assert "على حساب المركز؟ الزائد: 5 د.إ" in manager.text
    await manager.presses(word("button-settle-sure"))
    told = await announced(turns)
    assert "الزائد: 5 د.إ" in text(told.to("other"))
    assert "Too much: AED 5" in text(told.to("other"), "en")


@pytest.mark.parametrize("how", [How.written_off, How.charged])
async def test_the_finance_settles_it_once(turns: Turns, how: How) -> None:
    courier, number = await closed_with_nothing(turns)
    manager = await staff(turns, Role.manager)
    other = await staff(turns, Role.manager, external_id="other")
    await announced(turns)
    await manager.says("/desk")
    await manager.presses(label("button-differences", count=1))
    await manager.presses(f"طلب {number}")
    assert word("difference-ask") in manager.text
    await manager.presses(word(f"button-settle-{how}"))
    sure = manager.offered(SettleDifference)[0]
    assert sure.sure
    await manager.presses(word("button-settle-sure"))
    assert word(f"difference-{how}") in manager.text
    told = await announced(turns)
    assert told.people() == {"other", "courier"} if how is How.charged else {"other"}
    await other.presses_old(msgspec.structs.replace(sure, how="written-off"))
    assert word("refused-already-settled") in other.notice
    await manager.presses_old(ListDifferences())
    assert word("differences-none") in manager.text
    await courier.says("/desk")
    assert ("النقد في عهدتكم: 215 د.إ" in courier.text) == (how is How.charged)
    await manager.presses_old(SettleDifference(sure.difference_id, "stolen"))
    assert word("refused-not-found") in manager.text
    await manager.presses_old(ShowDifference(sure.difference_id + 99))
    assert word("refused-not-found") in manager.text
    await settled_books(turns)


async def test_a_slip_is_corrected_and_everybody_concerned_hears(turns: Turns) -> None:
    _, number = await closed_with_nothing(turns)
    manager = await staff(turns, Role.manager)
    await staff(turns, Role.manager, external_id="other")
    await announced(turns)
    await opened(turns, manager, number)
    await manager.presses(word("button-correct-cash"))
    await manager.presses("المبلغ كاملاً: 215 د.إ")
    await manager.says("كُتب 0 سهواً")
    assert "صُحّح المبلغ: 215 د.إ بدلاً من 0 د.إ" in manager.text
    order = await order_named(turns, number)
    assert order.taken == Money.dirhams(215)
    told = await announced(turns)
    assert told.people() == {"courier", "mona", "other"}
    assert "كُتب 0 سهواً" in text(told.to("courier"))
    assert "كُتب 0 سهواً" not in text(told.to("mona"))
    await manager.presses_old(ListDifferences())
    assert word("differences-none") in manager.text
    await manager.presses_old(CorrectCash(order.id))
    await manager.presses("المبلغ كاملاً: 215 د.إ")
    await manager.says("مرة أخرى")
    assert word("refused-same-amount") in manager.text
    await settled_books(turns)


async def test_a_correction_far_off_is_asked_once_more(turns: Turns) -> None:
    courier, number = await closed_with_nothing(turns)
    manager = await staff(turns, Role.manager)
    await opened(turns, manager, number)
    await manager.presses(word("button-correct-cash"))
    await manager.says("20")
    assert "المكتوب: 20 د.إ" in manager.text
    await manager.presses(word("button-cancel"))
    assert (await order_named(turns, number)).taken == NOTHING
    await opened(turns, courier, number)
    assert word("button-correct-cash") not in courier.labels


async def test_cash_that_coins_cannot_pay(turns: Turns) -> None:
    turns.terms = msgspec.structs.replace(turns.terms, cash_rounding=Money.dirhams(10))
    courier, desk = await staff(turns, Role.courier), await staff(turns, Role.manager)
    number = await an_order(turns, state="out")
    told = await announced(turns)
    assert "المبلغ عند الاستلام: 210 د.إ" in text(told.to("courier"))
    assert "المبلغ عند الاستلام: 210 د.إ نقداً" in text(told.to("mona"))
    mona = await customer(turns)
    await mona.says("/orders")
    await mona.presses(number)
    assert "215 د.إ" in mona.text
    assert "المبلغ نقداً بعد التقريب: 210 د.إ" in mona.text
    await opened(turns, courier, number)
    assert "المبلغ نقداً بعد التقريب: 210 د.إ" in courier.text
    await courier.presses(label("button-delivered"))
    await courier.says(await code_of(turns, number))
    await courier.presses("المبلغ كاملاً: 210 د.إ")
    assert f"تم تسليم الطلب {number}" in courier.text
    told = await announced(turns)
    assert "manager" not in {name for name, reply in told if "فرق" in text([reply])}
    assert "والمبلغ المدفوع 210 د.إ" in text(told.to("mona"))
    await opened(turns, desk, number)
    assert "المبلغ المستلم: 210 د.إ" in desk.text
    assert "بدلاً من" not in desk.text
    await settled_books(turns)


@pytest.mark.parametrize(("taken", "why"), [("215", False), ("210", False), ("212", True)])
async def test_whoever_pays_the_exact_sum_or_what_coins_can_pay_is_asked_for_no_reason(
    turns: Turns, taken: str, why: bool
) -> None:
    turns.terms = msgspec.structs.replace(turns.terms, cash_rounding=Money.dirhams(10))
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("208")
    assert "المستلم 208 د.إ بدلاً من 210 د.إ" in courier.text
    await courier.presses(word("button-back"))
    await courier.says(taken)
    assert (f"تم تسليم الطلب {number}" not in courier.text) == why
    if why:
        await courier.presses(word("reason-change"))
    async with turns.database.read() as session:
        assert (await open_sum(session)).count == why
    await settled_books(turns)


async def test_the_line_takes_what_coins_pay(turns: Turns) -> None:
    turns.terms = msgspec.structs.replace(turns.terms, cash_rounding=Money.dirhams(10))
    number = await an_order(turns, state="out")
    courier = await staff(turns, Role.courier)
    await courier.says(f"/confirm {number} {await code_of(turns, number)}")
    assert (await order_named(turns, number)).taken == Money.dirhams(210)


async def test_who_leaves_with_cash_is_told_of(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.presses("المبلغ كاملاً")
    manager = await staff(turns, Role.manager)
    await announced(turns)
    person = await courier.person_id()
    await manager.presses_old(TakeRole(Role.courier, person))
    assert "في العهدة نقد لم يُسلَّم: 215 د.إ" in manager.text
    async with turns.database.write() as session:
        await take_role(acting(session, now=turns.clock()), Role.courier, person)
    heard = text((await announced(turns)).to("manager"))
    assert "في العهدة نقد لم يُسلَّم: 215 د.إ" in heard
    await manager.says("/desk")
    assert "نقد في عهدة شخص واحد: 215 د.إ" in manager.text
    await manager.presses(word("button-purses"))
    await manager.presses("215 د.إ")
    await manager.presses(label("button-hand-cash"))
    await manager.presses("المبلغ كاملاً: 215 د.إ")
    assert "سُلّم النقد: 215 د.إ" in manager.text
    assert not [
        each for each in (await announced(turns)).to("courier") if "تأكيدكم" in text([each])
    ]
    await settled_books(turns)
