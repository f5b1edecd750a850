"""Orders found by a phone in any spelling, by a name, or by the number; by whoever may."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.deliveries import AskOrder
from handlers.dialog.actions.runs import ShowMyRun
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers.people import customer, staff
from tests.handlers.staff.at_the_door import ARABIC_DIGITS
from tests.handlers.staff.runs.rounds import LONG, PLACES, a_courier, packed, planned
from tests.handlers.told import announced
from tests.support.words import label, word

PHONE = "+971501234567"
SPELLINGS = ("0501234567", "050 123 4567", "00971 50-123-4567", PHONE, "٠٥٠١٢٣٤٥٦٧")


@pytest.mark.parametrize("typed", SPELLINGS)
async def test_a_phone_in_any_spelling_opens_its_one_order(turns: Turns, typed: str) -> None:
    (number,) = await packed(turns, PLACES[0], state="placed")
    desk = await staff(turns, Role.orders)
    await desk.says(typed)
    assert f"طلب {number} – جديد" in desk.text
    await desk.says(f"/deliveries {typed}")
    assert f"طلب {number} – جديد" in desk.text


async def test_several_orders_of_a_phone_are_listed_the_newest_first(turns: Turns) -> None:
    numbers = await packed(turns, *PLACES, state="placed")
    desk = await staff(turns, Role.orders)
    await desk.says("0501234567")
    shown = [one[:6] for one in desk.labels if one[:6].isdigit()]
    assert shown == numbers[::-1]
    assert desk.text.endswith("\n".join(f"• {number} (بخور)" for number in shown))
    await desk.presses(numbers[1])
    assert f"طلب {numbers[1]}" in desk.text


async def test_more_orders_than_are_shown_are_pointed_out(turns: Turns) -> None:
    await packed(turns, *[LONG] * 9, state="placed")
    desk = await staff(turns, Role.orders)
    await desk.says("0501234567")
    assert "هذه أحدثها." in desk.text


@pytest.mark.parametrize("typed", ["منى", "مني سالم", "سالم", "مُنى", "سالم منى", "من"])
async def test_a_name_is_found_by_any_of_its_words_however_spelled(
    turns: Turns, typed: str
) -> None:
    numbers = await packed(turns, *PLACES, state="placed")
    await announced(turns)
    desk = await staff(turns, Role.orders)
    await desk.says(f"/deliveries {typed}")
    assert f"طلب {numbers[0]}" in desk.text


async def test_the_button_asks_and_what_is_typed_after_it_is_sought_too(turns: Turns) -> None:
    numbers = await packed(turns, *PLACES, state="placed")
    await announced(turns)
    desk = await staff(turns, Role.orders)
    await desk.says("/deliveries")
    await desk.presses(label("button-find-order"))
    assert word("finding-ask") in desk.text
    await desk.says("خولة")
    assert f"طلب {numbers[2]}" in desk.text
    await desk.says("عائشة")
    assert f"طلب {numbers[1]}" in desk.text
    await desk.says(numbers[0].translate(ARABIC_DIGITS))
    assert f"طلب {numbers[0]}" in desk.text


@pytest.mark.parametrize("typed", ["زينب", "OR NOT", "a' | b:*", "😀 x", "0559999999"])
async def test_what_finds_nothing_says_so_with_the_way_on(turns: Turns, typed: str) -> None:
    await packed(turns, PLACES[0], state="placed")
    await announced(turns)
    desk = await staff(turns, Role.orders)
    await desk.presses_old(AskOrder())
    await desk.says(typed)
    assert "لا يوجد طلب" in desk.text
    assert word("button-desk") in desk.labels


async def test_a_courier_finds_what_she_delivers_and_no_more(turns: Turns) -> None:
    hers, other = await a_courier(turns, "سارة"), await a_courier(turns, "هدى")
    await packed(turns, *PLACES[:2])
    await packed(turns, PLACES[2], state="placed")
    await planned(turns)
    await announced(turns)
    await hers.presses_old(ShowMyRun())
    mine = "منى" if "منى" in hers.text else "عائشة"
    for courier, finds in ((hers, True), (other, False)):
        await courier.says(f"/deliveries {mine}")
        assert ("طلب" in courier.text and "+971501234567" in courier.text) is finds
        await courier.says("/deliveries خولة")
        assert "لا يوجد طلب بهذا" in courier.text


async def test_to_a_customer_a_phone_is_a_search_like_any_other(turns: Turns) -> None:
    (number,) = await packed(turns, PLACES[0], state="placed")
    talk = await customer(turns, "noura")
    await talk.says("0501234567")
    assert number not in talk.text
    await talk.says("/deliveries منى")
    assert word("refused-not-allowed") in talk.text
