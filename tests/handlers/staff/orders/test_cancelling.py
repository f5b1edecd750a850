"""Cancelling at the desk: the reason decides what becomes of the goods, and says so before."""

from __future__ import annotations

from sqlalchemy import select

from handlers.dialog.turns import Turns
from models.orders.fulfilment import advance
from models.orders.states import OrderState
from models.people.access import Role
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.handlers.people import family_member, staff
from tests.handlers.staff.at_the_door import opened
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.words import word


async def asked_why(turns: Turns, *, state: str, lines: int = 2, long: bool = False) -> Talk:
    """Somebody at the desk who is asked why that order is cancelled."""
    number = await an_order(turns, state=state, lines=lines, long=long)
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(word("button-staff-cancel"))
    return desk


async def shelves(turns: Turns) -> list[int]:
    """What lies on each shelf; nine pieces did before two of each were ordered."""
    async with turns.database.read() as session:
        assert await discrepancies(session) == []
        return list(await session.scalars(select(Option.on_hand).order_by(Option.id)))


async def test_of_missing_things_those_that_are_named_are_written_off(turns: Turns) -> None:
    desk = await asked_why(turns, state="accepted", lines=3)
    await desk.presses(word("reason-unavailable"))
    assert "ما المنتجات غير الموجودة؟" in desk.text
    assert desk.labels[:4] == ["كل المنتجات", "بخور 0 × 2", "بخور 1 × 2", "بخور 2 × 2"]
    await desk.presses("بخور 0")
    await desk.presses("بخور 1")
    await desk.presses("بخور 0")
    assert desk.labels[2] == "✅ بخور 1 × 2"
    await desk.presses(word("cancelling-lost-these", count=1))
    assert "غير موجود، ويُحذف من المخزون: بخور 1 × 2" in desk.text
    assert "يعود إلى الرف ويُعرض للبيع: بخور 0 × 2، بخور 2 × 2" in desk.text
    await desk.presses(word("order-cancel-sure"))
    assert "أُلغي الطلب" in desk.text
    assert await shelves(turns) == [9, 7, 9]


async def test_all_that_is_spoiled_is_one_tap(turns: Turns) -> None:
    desk = await asked_why(turns, state="packed")
    await desk.presses(word("reason-spoiled"))
    assert "ما المنتجات التالفة؟" in desk.text
    await desk.says("المنتجات كلها فسدت")
    assert word("question-choose") in desk.text
    await desk.presses(word("cancelling-lost-all"))
    assert "لا يصلح للبيع، ويُحذف من المخزون: كل ما في الطلب" in desk.text
    assert "ما يدفعه المركز للأسر ثمناً لما لا يُباع: 200 د.إ" in desk.text
    await desk.presses(word("order-cancel-sure"))
    assert await shelves(turns) == [7, 7]


async def test_one_thing_needs_no_choice_and_the_way_back_changes_the_reason(turns: Turns) -> None:
    desk = await asked_why(turns, state="accepted", lines=1)
    await desk.presses(word("reason-unavailable"))
    assert "غير موجود، ويُحذف من المخزون: بخور 0 × 2" in desk.text
    await desk.presses(word("button-back"))
    await desk.presses(word("reason-customer"))
    assert "يعود إلى الرف" in desk.text
    await desk.presses(word("order-cancel-sure"))
    assert await shelves(turns) == [9]


async def test_what_is_out_is_not_on_sale_before_it_is_back(turns: Turns) -> None:
    desk = await asked_why(turns, state="out")
    await desk.presses(word("reason-unreachable"))
    assert "لا يُعرض للبيع حتى يعود إلى المركز ويُفحص: كل ما في الطلب" in desk.text
    await desk.presses(word("order-cancel-sure"))
    assert await shelves(turns) == [7, 7]


async def test_own_words_ask_what_is_with_the_goods(turns: Turns) -> None:
    desk = await asked_why(turns, state="out")
    await desk.says("تعطّلت السيارة")
    goods = [word("cancelling-goods-inspect"), word("cancelling-goods-missing")]
    assert desk.labels[:2] == goods
    await desk.presses(goods[1])
    await desk.presses(word("cancelling-lost-all"))
    assert "السبب: تعطّلت السيارة" in desk.text
    await desk.presses(word("order-cancel-sure"))
    assert await shelves(turns) == [7, 7]


async def test_it_went_out_while_the_desk_was_asked(turns: Turns) -> None:
    """What is said then is what was done, not what was asked about."""
    desk = await asked_why(turns, state="packed")
    await desk.presses(word("reason-customer"))
    assert "يعود إلى الرف" in desk.text
    async with turns.database.write() as session:
        await advance(acting(session, now=turns.clock()), 1, OrderState.out)
    await desk.presses(word("order-cancel-sure"))
    assert "لا يُعرض للبيع حتى يعود إلى المركز ويُفحص" in desk.text
    assert await shelves(turns) == [7, 7]


async def test_the_longest_names_fit(turns: Turns) -> None:
    desk = await asked_why(turns, state="packed", lines=8, long=True)
    await desk.presses(word("reason-unavailable"))
    for at in range(6):
        await desk.presses(f"بخور {at}")
    await desk.presses(word("cancelling-lost-these", count=6))
    await desk.presses(word("order-cancel-sure"))
    assert word("lines-more", count=2) in desk.text
    assert (await shelves(turns))[:8] == [7] * 6 + [9] * 2


async def test_who_packed_it_is_to_unpack_it_and_the_family_hears_what_she_gets(
    turns: Turns,
) -> None:
    number = await an_order(turns, state="accepted", lines=1)
    packer = await staff(turns, Role.orders, external_id="packer")
    other = await staff(turns, Role.orders)
    await family_member(turns, 1)
    order = await order_named(turns, number)
    async with turns.database.write() as session:
        by = acting(session, await packer.person_id(), turns.clock())
        await advance(by, order.id, OrderState.packed)
    await announced(turns)
    await opened(turns, other, number)
    await other.presses(word("button-staff-cancel"))
    await other.presses(word("reason-spoiled"))
    await other.presses(word("order-cancel-sure"))
    told = await announced(turns)
    assert told.people() == {"mona", "packer", "family-1"}
    assert "بعد تجهيزه" in text(told.to("packer"))
    hers = text(told.to("family-1"))
    assert word("fate-unsellable") in hers
    assert "يتحمّل المركز ثمنها، وأُضيف 100 د.إ إلى المستحقات" in hers
    assert "مستحقاتكم الآن: 100 د.إ" in hers
