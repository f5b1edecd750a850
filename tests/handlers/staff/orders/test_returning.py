"""A delivered order is opened at the desk, and goods of it are taken back."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import select

from handlers.dialog.actions.cash import ShowPurse
from handlers.dialog.actions.returns import StartReturn
from handlers.dialog.turns import Turns
from models.accounting.ledger import book, family_account, purse_account
from models.accounting.purses import purse_of
from models.kernel.money import Money
from models.orders.handover import confirm_delivery
from models.people.access import Role
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.handlers.people import customer, family_member, staff
from tests.handlers.staff.ordering import an_order, code_of, order_named
from tests.handlers.staff.runs.rounds import a_courier
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word


async def delivered(turns: Turns, *, lines: int = 2, long: bool = False) -> tuple[Talk, str]:
    """Somebody at the desk with a delivered order before them, and its number.

    It holds two pieces of each thing at 50 dirhams, and cost 15 to bring.
    """
    number = await an_order(turns, state="out", lines=lines, long=long)
    order, code = await order_named(turns, number), await code_of(turns, number)
    async with turns.database.write() as session:
        by = acting(session, now=turns.clock())
        await confirm_delivery(by, order.id, code, order.total, "")
    desk = await staff(turns, Role.orders)
    await desk.says(number)
    assert number in desk.text
    return desk, number


async def shelves(turns: Turns) -> list[int]:
    """What lies on each shelf; nine pieces did before two of each were ordered."""
    async with turns.database.read() as session:
        assert await discrepancies(session) == []
        return list(await session.scalars(select(Option.on_hand).order_by(Option.id)))


async def test_some_pieces_come_back_and_all_concerned_hear(turns: Turns) -> None:
    desk, number = await delivered(turns)
    await family_member(turns, 1)
    await announced(turns)
    await desk.presses(label("button-return"))
    assert desk.labels[:3] == ["الطلب كله", "بخور 0 × 2", "بخور 1 × 2"]
    await desk.presses("بخور 1")
    await desk.presses("1")
    await desk.presses(word("returning-fate-shelf"))
    assert "هل من منتج مرتجع آخر؟" in desk.text
    assert desk.labels[:3] == ["كل الباقي", "بخور 0 × 2", "بخور 1 × 1"]
    await desk.presses("بخور 0")
    await desk.says("٢")
    await desk.presses(word("returning-fate-unsellable"))
    await desk.presses(word("returning-done-picking"))
    for part in ("يعود إلى الرف ويُعرض للبيع: بخور 1 × 1", "لا يصلح للبيع", "150 د.إ"):
        assert part in desk.text
    await desk.presses("نعم، إعادة 150 د.إ")
    assert "سُجِّل المرتجع" in desk.text
    assert "أُعيد إلى العميل: 150 د.إ" in desk.text
    assert "بخور 0 × 2 = 100 د.إ (مرتجع)" in desk.text
    assert await shelves(turns) == [7, 8]
    order = await order_named(turns, number)
    assert (order.state, order.refunded) == ("delivered", Money.dirhams(150))
    told = await announced(turns)
    assert told.people() == {"mona", "family-1"}
    assert "أُعيد إليكم نقداً: 150 د.إ" in text(told.to("mona"))
    hers = text(told.to("family-1"))
    assert "خُصم ثمنها (150 د.إ) من المستحقات" in hers
    assert "فأُضيف 100 د.إ إلى المستحقات" in hers
    assert "مستحقاتكم الآن: 150 د.إ" in hers


async def test_the_whole_order_is_three_taps_and_the_fee_is_asked_about(turns: Turns) -> None:
    desk, number = await delivered(turns)
    await desk.presses(label("button-return"))
    await desk.presses(word("returning-all"))
    await desk.presses(word("returning-fate-inspect"))
    assert "كله مرتجع. هل تُعاد رسوم التوصيل أيضاً؟" in desk.text
    await desk.presses("نعم، مع الرسوم")
    assert "لا يُعرض للبيع حتى يعود إلى المركز ويُفحص: كل ما في الطلب" in desk.text
    await desk.presses(word("button-back"))
    await desk.presses(word("returning-without-fee"))
    await desk.presses("نعم، إعادة 200 د.إ")
    assert word("button-return") not in desk.labels
    assert await shelves(turns) == [7, 7]
    mona = await customer(turns)
    await mona.says("/orders")
    await mona.presses(number)
    assert "المبلغ المعاد: 200 د.إ" in mona.text
    await mona.presses(label("order-receipt"))
    mother = await family_member(turns, 1)
    await mother.says("/family")
    assert "المستحق الآن: 0 د.إ" in mother.text
    await mother.presses(word("button-family-sales"))
    assert "مرتجع" in mother.text


async def test_each_question_names_the_order(turns: Turns) -> None:
    number = await an_order(turns, state="out", lines=1)
    order, code = await order_named(turns, number), await code_of(turns, number)
    carries = await (await a_courier(turns, "سارة")).person_id()
    async with turns.database.write() as session:
        by = acting(session, carries, turns.clock())
        await confirm_delivery(by, order.id, code, order.total, "")
    desk = await staff(turns, Role.orders)
    await desk.says(number)
    await desk.presses(label("button-return"))
    answers = ("returning-fate-shelf", "returning-without-fee", "returning-payer-till")
    for answer in ("2", *map(word, answers)):
        assert number in desk.text, desk.text
        await desk.presses(answer)
    assert number in desk.text


async def test_what_had_not_been_paid_is_said_where_less_is_handed_back(turns: Turns) -> None:
    number = await an_order(turns, state="out", lines=1)
    order, code = await order_named(turns, number), await code_of(turns, number)
    async with turns.database.write() as session:
        by = acting(session, now=turns.clock())
        await confirm_delivery(by, order.id, code, order.total - Money.dirhams(30), "short")
    desk = await staff(turns, Role.orders)
    await desk.says(number)
    await desk.presses(label("button-return"))
    await desk.presses("2")
    await desk.presses(word("returning-fate-shelf"))
    await desk.presses("نعم، مع الرسوم")
    parts = "85 د.إ (المنتجات 100 د.إ، رسوم التوصيل 15 د.إ)"
    for sure in (True, False):
        assert parts in desk.text
        assert "منها ما لم يُدفع: 30 د.إ" in desk.text
        if sure:
            await desk.presses("نعم، إعادة 85 د.إ")


async def test_who_carries_cash_may_hand_the_money_back(turns: Turns) -> None:
    number = await an_order(turns, state="out")
    order, code = await order_named(turns, number), await code_of(turns, number)
    courier, clerk = await a_courier(turns, "سارة"), await a_courier(turns, "هدى", Role.orders)
    carries = await courier.person_id()
    async with turns.database.write() as session:
        by = acting(session, carries, turns.clock())
        await confirm_delivery(by, order.id, code, order.total, "")
    await announced(turns)
    await clerk.says(number)
    await clerk.presses(label("button-return"))
    await clerk.presses("بخور 1")
    await clerk.presses("1")
    await clerk.presses(word("returning-fate-shelf"))
    await clerk.presses(word("returning-done-picking"))
    assert "من أي نقد يُعاد المبلغ؟" in clerk.text
    assert clerk.labels[:2] == [word("returning-payer-till"), "سارة (العهدة 215 د.إ)"]
    await clerk.presses("سارة")
    assert "من عهدة: سارة" in clerk.text
    await clerk.presses("نعم، إعادة 50 د.إ")
    assert "من عهدة: سارة" in clerk.text
    async with turns.database.read() as session:
        assert await purse_of(session, carries) == Money.dirhams(165)
        assert await discrepancies(session) == []
    told = text((await announced(turns)).to("سارة"))
    assert "أُعيد إلى العميل من عهدتكم" in told
    assert number in told
    await courier.presses_old(ShowPurse())
    assert f"مبلغ معاد، طلب {number}: -50 د.إ" in courier.text


async def test_who_carries_too_little_cannot_hand_it_back(turns: Turns) -> None:
    desk, number = await delivered(turns)
    async with turns.database.write() as session:
        mine = {purse_account(await desk.person_id()): Money(4999), "other": Money(-4999)}
        await book(acting(session, now=turns.clock()), "found:1", mine)
    await desk.says(number)
    await desk.presses(label("button-return"))
    await desk.presses("بخور 1")
    await desk.presses("1")
    await desk.presses(word("returning-fate-shelf"))
    await desk.presses(word("returning-done-picking"))
    assert desk.labels[0] == word("returning-payer-till")
    assert word("button-back") in desk.labels[1]
    await desk.presses(word("returning-payer-till"))
    await desk.presses("نعم، إعادة 50 د.إ")
    assert "من عهدة" not in desk.text
    assert (await order_named(turns, number)).refunded == Money.dirhams(50)


async def test_what_is_due_may_fall_below_nothing_and_says_so(turns: Turns) -> None:
    """Once what was due is paid out, as it will be, a return leaves less than nothing."""
    desk, _ = await delivered(turns, lines=1)
    mother = await family_member(turns, 1)
    async with turns.database.write() as session:
        paid = {family_account(1): Money.dirhams(100), "paid": Money.dirhams(-100)}
        await book(acting(session, now=turns.clock()), "paid:1", paid)
    await announced(turns)
    await desk.presses(label("button-return"))
    await desk.presses("1")
    await desk.presses(word("returning-fate-shelf"))
    await desk.presses(word("returning-done-picking"))
    await desk.presses("نعم، إعادة 50 د.إ")
    hers = text((await announced(turns)).to("family-1"))
    assert word("due-below-nothing") in hers
    await mother.says("/family")
    assert word("due-below-nothing") in mother.text


async def test_it_can_be_chosen_anew_and_left(turns: Turns) -> None:
    desk, number = await delivered(turns)
    await desk.presses(label("button-return"))
    await desk.presses("بخور 0")
    await desk.says("3")
    assert word("question-count", least="1", most="2") in desk.text
    await desk.presses("2")
    await desk.presses(word("returning-fate-shelf"))
    await desk.presses(label("returning-anew"))
    assert desk.labels[0] == word("returning-all")
    await desk.presses(word("returning-all"))
    await desk.presses(word("returning-fate-shelf"))
    await desk.presses(word("returning-without-fee"))
    await desk.presses(label("returning-anew"))
    await desk.presses(word("button-cancel"))
    assert word("deliveries-left") in desk.text
    assert (await order_named(turns, number)).refunded == Money(0)


async def test_a_colleague_was_faster(turns: Turns) -> None:
    desk, number = await delivered(turns, lines=1)
    other = await staff(turns, Role.manager)
    for one in (desk, other):
        await one.presses_old(StartReturn(1))
        await one.presses("1")
        await one.presses(word("returning-fate-shelf"))
        await one.presses(word("returning-done-picking"))
    await desk.presses("نعم، إعادة")
    await other.presses("نعم، إعادة")
    assert word("returning-changed") in other.text
    assert (await order_named(turns, number)).refunded == Money.dirhams(50)


async def test_after_some_days_nothing_is_taken_back(turns: Turns, clock: HandClock) -> None:
    desk, number = await delivered(turns)
    clock.advance(days=7, seconds=1)
    await desk.says(number)
    assert word("button-return") not in desk.labels
    await desk.presses_old(StartReturn(1))
    assert word("refused-too-late-to-return") in desk.text
    turns.terms = replace(turns.terms, return_days=0)
    await desk.presses_old(StartReturn(1))
    assert word("refused-too-late-to-return") in desk.text


async def test_an_open_order_is_not_returned_and_couriers_do_not_take_back(turns: Turns) -> None:
    await an_order(turns, state="packed")
    desk = await staff(turns, Role.orders)
    await desk.presses_old(StartReturn(1))
    assert desk.notice.startswith("حالة الطلب الآن")
    _, number = await delivered(turns)
    courier = await staff(turns, Role.courier)
    await courier.says(number)
    assert word("button-return") not in courier.labels


async def test_the_longest_names_fit(turns: Turns) -> None:
    desk, _ = await delivered(turns, lines=9, long=True)
    await desk.presses(label("button-return"))
    for at in range(6):
        await desk.presses(f"بخور {at}")
        await desk.presses("2")
        await desk.presses(word(f"returning-fate-{('shelf', 'inspect', 'unsellable')[at % 3]}"))
    await desk.presses(word("returning-rest"))
    await desk.presses(word("returning-fate-shelf"))
    await desk.presses(word("returning-without-fee"))
    await desk.presses("نعم، إعادة 900 د.إ")
    assert "سُجِّل المرتجع" in desk.text
