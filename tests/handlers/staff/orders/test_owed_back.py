"""Goods come back of an order whose cash was not what was due: list, purse and screens agree."""

from __future__ import annotations

from handlers.dialog.actions.cash import ListDifferences, SettleDifference, ShowPurse
from handlers.dialog.actions.returns import HandBack
from handlers.dialog.turns import Turns
from models.accounting.differences import How
from models.kernel.money import Money
from models.orders.cash import correct_cash
from models.people.access import Role
from models.reports.consistency import discrepancies
from tests.handlers.people import customer, staff
from tests.handlers.staff.at_the_door import asked_for_code, opened
from tests.handlers.staff.ordering import code_of, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.words import label, word


async def closed_with_nothing(turns: Turns) -> tuple[Talk, Talk, str]:
    """A courier, a manager, and an order that was handed over for nothing."""
    courier, number = await asked_for_code(turns)
    await courier.says(await code_of(turns, number))
    await courier.says("0")
    await courier.presses("نعم، 0 د.إ فعلاً")
    await courier.presses(word("reason-short"))
    manager = await staff(turns, Role.manager)
    return courier, manager, number


async def returned_unpaid(turns: Turns) -> tuple[Talk, Talk, str]:
    """A courier, a manager, and an order closed with nothing that came back whole with its fee."""
    courier, manager, number = await closed_with_nothing(turns)
    await opened(turns, manager, number)
    await manager.presses(label("button-return"))
    await manager.presses(word("returning-all"))
    await manager.presses(word("returning-fate-shelf"))
    await manager.presses("نعم، مع الرسوم")
    await manager.presses("نعم، إعادة 0 د.إ")
    return courier, manager, number


async def test_cash_of_what_came_back_differs_no_more(turns: Turns) -> None:
    _, manager, _ = await returned_unpaid(turns)
    await manager.says("/desk")
    assert "فرق نقد" not in manager.text
    await manager.presses_old(ListDifferences())
    assert word("differences-none") in manager.text
    await manager.presses_old(SettleDifference(1, How.charged, sure=True))
    assert word("refused-already-settled") in manager.notice
    assert word("difference-corrected") in manager.text


async def test_who_is_charged_hears_that_the_goods_are_back(turns: Turns) -> None:
    courier, manager, number = await closed_with_nothing(turns)
    await manager.presses_old(SettleDifference(1, How.charged, sure=True))
    await announced(turns)
    await opened(turns, manager, number)
    await manager.presses(label("button-return"))
    await manager.presses(word("returning-all"))
    await manager.presses(word("returning-fate-shelf"))
    await manager.presses(word("returning-without-fee"))
    await manager.presses(word("returning-payer-till"))
    await manager.presses("نعم، إعادة 0 د.إ")
    told = text((await announced(turns)).to("courier"))
    assert "على عهدتكم 15 د.إ بدلاً من 215 د.إ" in told
    await courier.presses_old(ShowPurse())
    assert "المبلغ: 15 د.إ" in courier.text


async def test_what_turns_out_to_be_paid_is_handed_back(turns: Turns) -> None:
    courier, manager, number = await returned_unpaid(turns)
    await announced(turns)
    await opened(turns, manager, number)
    await manager.presses(word("button-correct-cash"))
    await manager.presses("المبلغ كاملاً: 215 د.إ")
    await manager.says("كُتب 0 سهواً")
    assert "مبلغ يُعاد إلى العميل عن مرتجع سابق: 215 د.إ" in manager.text
    hers = text((await announced(turns)).to("mona"))
    assert "مبلغ يُعاد إليكم عن مرتجع: 215 د.إ" in hers
    mona = await customer(turns)
    await mona.says("/orders")
    await mona.presses(number)
    assert "مبلغ يُعاد إليكم عن مرتجع: 215 د.إ" in mona.text
    await manager.presses_old(ListDifferences())
    await manager.presses(f"طلب {number}")
    assert "مبلغ يُعاد إلى العميل عن مرتجع سابق: 215 د.إ" in manager.text
    await manager.presses(word("staff-open-order"))
    await manager.presses("إعادة 215 د.إ")
    assert manager.labels[0] == word("returning-payer-till")
    await manager.presses("العهدة 215 د.إ")
    assert "سُجِّل المبلغ المعاد إلى العميل نقداً: 215 د.إ" in manager.text
    assert "إعادة 215 د.إ" not in " ".join(manager.labels)
    told = await announced(turns)
    assert told.people() == {"mona", "courier"}
    assert "أُعيد إليكم نقداً عن مرتجع طلبكم" in text(told.to("mona"))
    await courier.says("/desk")
    assert "النقد في عهدتكم" not in courier.text
    await manager.presses_old(HandBack((await order_named(turns, number)).id))
    assert word("handing-back-changed") in manager.text
    await manager.presses_old(ListDifferences())
    assert word("differences-none") in manager.text
    async with turns.database.read() as session:
        assert await discrepancies(session) == []


async def test_another_amount_than_was_shown_is_not_handed_back(turns: Turns) -> None:
    _, manager, number = await returned_unpaid(turns)
    order_id = (await order_named(turns, number)).id
    for taken in (Money.dirhams(215), Money.dirhams(200)):
        async with turns.database.write() as session:
            await correct_cash(acting(session, now=turns.clock()), order_id, taken, "counted")
        if taken == Money.dirhams(215):
            await manager.presses_old(HandBack(order_id))
    await manager.presses(word("returning-payer-till"))
    assert word("handing-back-changed") in manager.text
    assert "مبلغ يُعاد إلى العميل عن مرتجع سابق: 200 د.إ" in manager.text
    assert not (await order_named(turns, number)).refunded
