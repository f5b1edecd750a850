"""An order is opened by its number, alone or behind `/deliveries`."""

from __future__ import annotations

import pytest

from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers.people import customer, staff
from tests.handlers.staff.ordering import an_order
from tests.support.words import word

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


async def test_an_order_is_found_by_its_number(turns: Turns) -> None:
    number = await an_order(turns)
    desk = await staff(turns, Role.orders)
    spaced = f"{number[:3]} {number[3:]}"
    for digits in (number, f"#{number}", spaced, number.translate(ARABIC), f"رقم {number}."):
        await desk.says(f"/deliveries {digits}")
        assert f"طلب {number} – جديد" in desk.text
        assert word("button-move-accepted") in desk.labels


async def test_the_overview_says_how(turns: Turns) -> None:
    number = await an_order(turns)
    desk = await staff(turns, Role.orders)
    await desk.says("/deliveries")
    assert word("deliveries-how") in desk.text
    await desk.says(number)
    assert f"طلب {number} – جديد" in desk.text


async def test_where_a_number_would_answer_a_question_it_is_not_offered(turns: Turns) -> None:
    number = await an_order(turns)
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    await manager.presses(word("button-add-family"))
    await manager.says("/deliveries")
    assert "يكفي إرسال رقمه" not in manager.text
    assert "طلب واحد ينتظر." in manager.text
    await manager.says(f"/deliveries {number}")
    assert f"طلب {number}" in manager.text


@pytest.mark.parametrize("typed", ["12345", "000000", "1" * 300, "😀"])
async def test_a_number_that_is_none_says_so_with_the_way_on(turns: Turns, typed: str) -> None:
    desk = await staff(turns, Role.orders)
    await desk.says(f"/deliveries {typed}")
    assert f"لا يوجد طلب بالرقم {typed[:20]}" in desk.text
    assert desk.labels == [word("button-deliveries"), word("button-desk")]


async def test_a_courier_opens_what_she_delivers_and_no_more(turns: Turns) -> None:
    packed, placed = await an_order(turns, state="packed"), await an_order(turns)
    courier = await staff(turns, Role.courier)
    await courier.says(f"/deliveries {packed}")
    assert f"طلب {packed}" in courier.text
    for talk in (courier, await customer(turns, "somebody")):
        await talk.says(f"/deliveries {placed}")
        assert word("refused-not-allowed") in talk.text
        assert placed not in talk.text
