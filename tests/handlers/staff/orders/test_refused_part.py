"""A part that is refused at the door: chosen by taps, taken off the amount, and then delivered."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.deliveries import StartPartRefused
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.orders.fulfilment import advance
from models.people.access import Role
from models.products.publishing import set_price
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.staff.at_the_door import asked_for_code, opened
from tests.handlers.staff.ordering import an_order, code_of, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.orders import TO_THE_DOOR
from tests.support.orders import an_order as an_order_of
from tests.support.words import label, word


async def at_the_door(turns: Turns, *, lines: int = 2, long: bool = False) -> tuple[Talk, str]:
    """A courier with the card of an order that is out: two of each thing, for 100 a thing."""
    number = await an_order(turns, state="out", lines=lines, long=long)
    courier = await staff(turns, Role.courier)
    await opened(turns, courier, number)
    return courier, number


async def test_a_piece_is_refused_in_five_taps_and_the_rest_is_paid(turns: Turns) -> None:
    courier, number = await at_the_door(turns)
    await courier.presses(label("button-part-refused"))
    await courier.presses("بخور 1 × 2")
    await courier.presses("1")
    await courier.presses(word("refusing-sound"))
    assert "المبلغ المطلوب من العميل بعد ذلك: 165 د.إ" in courier.text
    assert "بخور 1 × 1 – الفحص عند العودة" in courier.text
    assert (await order_named(turns, number)).total == Money.dirhams(215)
    await courier.presses("تأكيد، والمبلغ 165 د.إ")
    assert "المبلغ المطلوب الآن: 165 د.إ" in courier.text
    assert f"طلب {number} (بخور 0 ومنتج آخر): ما رمز التسليم" in courier.text
    await courier.says(await code_of(turns, number))
    await courier.presses("المبلغ كاملاً: 165 د.إ")
    order = await order_named(turns, number)
    assert (order.state, order.taken) == ("delivered", Money.dirhams(165))


async def test_what_is_left_to_take_is_named_as_coins_can_pay_it(turns: Turns) -> None:
    """Two at 47.37 and a fee of 15; of one 62.37 is left."""
    mona = await customer(turns)
    option = await shelf.only_option(turns, await shelf.add_product(turns, "بخور"))
    now = turns.clock()
    async with turns.database.write() as session:
        await set_price(acting(session, now=now), option, Money(4737))
        order = await an_order_of(session, await mona.person_id(), {option: 2}, now)
        for state in TO_THE_DOOR:
            await advance(acting(session, now=now), order.id, state)
    await announced(turns)
    courier = await staff(turns, Role.courier)
    await opened(turns, courier, order.number)
    await courier.presses(label("button-part-refused"))
    await courier.presses("1")
    await courier.presses(word("refusing-sound"))
    assert "المبلغ المطلوب من العميل بعد ذلك: 62.25 د.إ" in courier.text
    await courier.presses("تأكيد، والمبلغ 62.25 د.إ")
    assert "المبلغ المطلوب الآن: 62.25 د.إ" in courier.text
    heard = text((await announced(turns)).to("mona"))
    assert "المبلغ عند الاستلام الآن: 62.25 د.إ" in heard


async def test_several_lines_are_refused_together(turns: Turns) -> None:
    courier, number = await at_the_door(turns)
    await courier.presses(label("button-part-refused"))
    await courier.presses("بخور 1 × 2")
    await courier.presses("2")
    await courier.presses(word("refusing-spoiled"))
    await courier.presses(word("refusing-more"))
    assert "بخور 1" not in " ".join(courier.labels)
    await courier.presses("بخور 0 × 2")
    await courier.presses("1")
    await courier.presses(word("refusing-sound"))
    assert "بخور 1 × 2 – لا يصلح للبيع\n• بخور 0 × 1 – الفحص عند العودة" in courier.text
    await courier.presses("تأكيد، والمبلغ 65 د.إ")
    assert (await order_named(turns, number)).total == Money.dirhams(65)
    await courier.presses(word("button-cancel"))
    assert "بخور 1 × 2 (هذا المنتج لم يُستلم)" in courier.text


async def test_one_who_has_nothing_more_to_add_comes_back_to_the_amount(turns: Turns) -> None:
    courier, _number = await at_the_door(turns)
    await courier.presses(label("button-part-refused"))
    await courier.presses("بخور 1 × 2")
    await courier.presses("1")
    await courier.presses(word("refusing-spoiled"))
    await courier.presses(word("refusing-more"))
    await courier.presses(word("refusing-nothing-more"))
    assert "بخور 1 × 1 – لا يصلح للبيع" in courier.text
    assert "165 د.إ" in courier.text


async def test_the_only_line_need_not_be_chosen(turns: Turns) -> None:
    courier, number = await at_the_door(turns, lines=1)
    await courier.presses(label("button-part-refused"))
    assert word("refusing-ask-pieces") in courier.text
    await courier.says("كلها")
    assert "المطلوب عدد صحيح من 1 إلى 2." in courier.text
    await courier.presses("1")
    await courier.presses(word("refusing-sound"))
    await courier.presses("تأكيد، والمبلغ 65 د.إ")
    await courier.says(await code_of(turns, number))
    await courier.presses("المبلغ كاملاً: 65 د.إ")
    assert (await order_named(turns, number)).taken == Money.dirhams(65)


async def test_all_of_it_is_the_whole_order(turns: Turns) -> None:
    courier, number = await at_the_door(turns, lines=1)
    await courier.presses(label("button-part-refused"))
    await courier.presses("2")
    await courier.presses(word("refusing-spoiled"))
    assert "رُفض كله" in courier.text
    await courier.presses(label("refusing-sure-whole"))
    assert word("refusing-order-done") in courier.text
    assert f"طلب {number} – مرتجع" in courier.text
    assert (await order_named(turns, number)).state == "returned"


async def test_of_one_piece_all_is_refused(turns: Turns) -> None:
    courier, number = await at_the_door(turns, lines=1)
    order_id = (await order_named(turns, number)).id
    await courier.presses(label("button-part-refused"))
    await courier.presses("1")
    await courier.presses(word("refusing-sound"))
    await courier.presses("تأكيد، والمبلغ 65 د.إ")
    await courier.presses(word("button-cancel"))
    assert label("button-part-refused") not in " ".join(courier.labels)
    await courier.presses_old(StartPartRefused(order_id))
    assert "رُفض استلامه" in courier.text


@pytest.mark.parametrize("asked", ["code", "cash", "reason"])
async def test_the_delivery_form_leads_there_and_keeps_the_code(turns: Turns, asked: str) -> None:
    courier, number = await asked_for_code(turns)
    if asked != "code":
        await courier.says(await code_of(turns, number))
    if asked == "reason":
        await courier.says("165")
        assert "رُفض جزء من الطلب" not in " ".join(courier.labels)
    await courier.presses(label("button-part-refused"))
    await courier.presses("بخور 1 × 2")
    await courier.presses("1")
    await courier.presses(word("refusing-sound"))
    await courier.presses("تأكيد، والمبلغ 165 د.إ")
    if asked == "code":
        await courier.says(await code_of(turns, number))
    assert "المبلغ المطلوب 165 د.إ" in courier.text
    await courier.presses("المبلغ كاملاً: 165 د.إ")
    assert f"تم تسليم الطلب {number}." in courier.text


async def test_every_question_can_be_gone_back_to_and_left(turns: Turns) -> None:
    courier, number = await at_the_door(turns)
    await courier.presses(label("button-part-refused"))
    await courier.presses("بخور 1 × 2")
    await courier.presses("1")
    await courier.presses(word("refusing-sound"))
    for words in (word("refusing-ask-condition"), word("refusing-ask-pieces"), "أي منتج رُفض"):
        await courier.presses(word("button-back"))
        assert words in courier.text
    await courier.presses("بخور 0 × 2")
    assert word("refusing-ask-pieces") in courier.text
    await courier.presses(word("button-cancel"))
    assert word("deliveries-left") in courier.text
    assert (await order_named(turns, number)).total == Money.dirhams(215)


async def test_what_another_struck_meanwhile_is_not_struck_again(turns: Turns) -> None:
    courier, number = await at_the_door(turns)
    other = await staff(turns, Role.orders)
    await opened(turns, other, number)
    for who in (courier, other):
        await who.presses(label("button-part-refused"))
        await who.presses("بخور 1 × 2")
        await who.presses("2")
        await who.presses(word("refusing-sound"))
    await other.presses("تأكيد، والمبلغ 115 د.إ")
    await courier.presses("تأكيد")
    assert word("refusing-changed") in courier.text
    assert (await order_named(turns, number)).total == Money.dirhams(115)


@pytest.mark.parametrize("asked", ["summary", "button"])
async def test_the_same_piece_told_by_two_does_not_give_the_order_up(
    turns: Turns, asked: str
) -> None:
    courier, number = await at_the_door(turns, lines=1)
    other = await staff(turns, Role.orders)
    await opened(turns, other, number)
    for who in (courier, other):
        await who.presses(label("button-part-refused"))
        await who.presses("1")
        await who.presses(word("refusing-sound"))
    if asked == "summary":
        await other.presses("تأكيد، والمبلغ 65 د.إ")
        await courier.presses("تأكيد، والمبلغ 65 د.إ")
        assert "رُفض كله" in courier.text, "she is asked anew, by what is there now"
        await courier.presses(word("button-cancel"))
    else:
        await courier.presses("تأكيد، والمبلغ 65 د.إ")
        await other.says("1")
        assert "رُفض كله" in other.text
    order = await order_named(turns, number)
    assert (order.state, order.total) == ("out", Money.dirhams(65))


async def test_of_several_lines_all_are_struck_or_none(turns: Turns) -> None:
    courier, number = await at_the_door(turns)
    other = await staff(turns, Role.orders)
    await opened(turns, other, number)
    for who, lines in ((courier, ("بخور 0", "بخور 1")), (other, ("بخور 1",))):
        await who.presses(label("button-part-refused"))
        for line in lines:
            await who.presses(f"{line} × 2")
            await who.presses("2" if who is other else "1")
            await who.presses(word("refusing-sound"))
            if line != lines[-1]:
                await who.presses(word("refusing-more"))
    await other.presses("تأكيد، والمبلغ 115 د.إ")
    await courier.presses("تأكيد")
    assert "بعد ذلك: 65 د.إ" in courier.text, "it is asked anew at the amount of now"
    await courier.presses("تأكيد، والمبلغ 65 د.إ")
    assert word("refusing-changed") in courier.text
    assert (await order_named(turns, number)).total == Money.dirhams(115)


async def test_it_is_for_what_is_out_and_for_who_delivers(turns: Turns) -> None:
    number = await an_order(turns, state="packed")
    order_id = (await order_named(turns, number)).id
    courier = await staff(turns, Role.courier)
    await courier.presses_old(StartPartRefused(order_id))
    assert courier.notice == "حالة الطلب الآن: جاهز للتوصيل"
    mona = await customer(turns)
    await mona.presses_old(StartPartRefused(order_id))
    assert word("refused-not-allowed") in mona.text


async def test_long_names_fit(turns: Turns) -> None:
    courier, number = await at_the_door(turns, lines=14, long=True)
    await courier.presses(label("button-part-refused"))
    for at in range(12):
        await courier.presses(courier.labels[0])
        await courier.presses("2" if at % 2 else "1")
        await courier.presses(word("refusing-spoiled"))
        if at < 11:
            await courier.presses(word("refusing-more"))
    await courier.presses("تأكيد، والمبلغ")
    assert (await order_named(turns, number)).state == "out"


async def test_a_part_is_refused_in_english(turns: Turns) -> None:
    number = await an_order(turns, state="out", lines=1)
    courier = await staff(turns, Role.courier, language="en")
    await opened(turns, courier, number)
    await courier.presses("Part refused")
    await courier.presses("1")
    await courier.presses("As good as new")
    assert "To take from the customer then: AED 65" in courier.text
    await courier.presses("Yes, and AED 65 to take")
    assert "delivery code" in courier.text
