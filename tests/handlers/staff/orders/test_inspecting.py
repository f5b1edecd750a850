"""The desk looks at what came back: the list, one tap, or by numbers."""

from __future__ import annotations

from sqlalchemy import select

from handlers.dialog.actions.returns import InspectAll, ShowToInspect, StartInspect
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.handlers.people import family_member, staff
from tests.handlers.staff.at_the_door import opened
from tests.handlers.staff.ordering import an_order
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.words import word


async def with_returned(turns: Turns, *, lines: int = 2, long: bool = False) -> tuple[Talk, str]:
    """Somebody at the desk after an order that was out was cancelled, and its number."""
    number = await an_order(turns, state="out", lines=lines, long=long)
    desk = await staff(turns, Role.orders)
    await opened(turns, desk, number)
    await desk.presses(word("button-staff-cancel"))
    await desk.presses(word("reason-unreachable"))
    await desk.presses(word("order-cancel-sure"))
    await desk.says("/desk")
    return desk, number


async def shelves(turns: Turns) -> list[int]:
    """What lies on each shelf; nine pieces did before two of each were ordered."""
    async with turns.database.read() as session:
        assert await discrepancies(session) == []
        return list(await session.scalars(select(Option.on_hand).order_by(Option.id)))


async def test_one_tap_puts_it_on_sale_again(turns: Turns) -> None:
    desk, number = await with_returned(turns)
    assert "منتجان بانتظار الفحص." in desk.text
    await desk.presses(word("button-inspect", count=2))
    assert desk.labels[:2] == [f"بخور 0 × 2 · {number}", f"بخور 1 × 2 · {number}"]
    await desk.presses("بخور 0")
    for part in ("بخور 0 × 2", "دار الورد", number, "ما حالها؟"):
        assert part in desk.text
    await desk.presses(word("button-inspect-shelf"))
    assert desk.notice == word("inspected-shelf")
    assert await shelves(turns) == [9, 7]
    await desk.presses("بخور 1")
    await desk.presses(word("button-inspect-missing"))
    assert desk.notice == word("inspected-missing")
    assert "لا شيء ينتظر الفحص الآن" in desk.text
    assert await shelves(turns) == [9, 7]
    await desk.says("/desk")
    assert "الفحص" not in desk.text


async def test_pieces_that_differ_are_told_by_numbers_and_the_family_hears(turns: Turns) -> None:
    desk, number = await with_returned(turns, lines=1)
    await family_member(turns, 1)
    await announced(turns)
    await desk.presses(word("button-inspect", count=1))
    await desk.presses("بخور 0")
    await desk.presses(word("button-inspect-some"))
    assert "كم قطعة من 2 تُعرض للبيع" in desk.text
    await desk.says("7")
    assert word("question-count", least="0", most="2") in desk.text
    await desk.says("١")
    await desk.presses("1")
    assert "تُعرض للبيع: 1، لا تصلح: 1، غير موجودة: 0" in desk.text
    assert await shelves(turns) == [8]
    told = await announced(turns)
    assert told.people() == {"family-1"}
    hers = text(told.to("family-1"))
    assert f"فُحص ما عاد من الطلب رقم {number}" in hers
    assert word("fate-shelf") in hers
    assert word("fate-unsellable") in hers
    assert "وأُضيف 50 د.إ إلى المستحقات" in hers


async def test_left_before_the_end_nothing_is_decided(turns: Turns) -> None:
    desk, _ = await with_returned(turns, lines=1)
    await desk.presses_old(StartInspect(1))
    await desk.says("1")
    await desk.presses(word("button-cancel"))
    assert word("form-left") in desk.text
    assert await shelves(turns) == [7]


async def test_a_colleague_was_faster(turns: Turns) -> None:
    desk, _ = await with_returned(turns, lines=1)
    await desk.presses_old(StartInspect(1))
    other = await staff(turns, Role.manager)
    await other.presses_old(InspectAll(1, "unsellable"))
    await desk.says("2")
    assert word("refused-already-inspected") in desk.text
    for late in (ShowToInspect(1), InspectAll(1, "shelf"), StartInspect(1)):
        await desk.presses_old(late)
        assert desk.notice == word("refused-already-inspected")
    await desk.presses_old(InspectAll(1, "inspect"))
    assert word("refused-not-found") in desk.text
    assert await shelves(turns) == [7]


async def test_long_names_and_many_entries_fit(turns: Turns) -> None:
    desk, _ = await with_returned(turns, lines=8, long=True)
    await desk.presses(word("button-inspect", count=8))
    await desk.presses(word("button-next"))
    assert len([label for label in desk.labels if "بخور" in label]) == 2
    await desk.presses("بخور 7")
    await desk.presses(word("button-inspect-shelf"))
    assert (await shelves(turns))[-1] == 9
