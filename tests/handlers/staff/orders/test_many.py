"""Several orders moved at once, and the lists that they are chosen from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.deliveries import ListDeliveries, MoveMany
from handlers.dialog.turns import Turns
from handlers.staff.orders import many
from models.orders.cancellation import cancel_by_customer
from models.orders.change_kinds import More, NewLines, Off
from models.orders.change_preview import preview
from models.orders.changes import change_by_staff
from models.orders.contents import contents_now, contents_of
from models.orders.delivery_plan import plan_of_terms
from models.orders.queries import order_for_staff
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.staff.ordering import order_named
from tests.handlers.staff.runs.rounds import LONG, PLACES, a_courier, packed, planned, states
from tests.handlers.told import announced
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word

TWELVE = PLACES * 4
EVENING = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
"""After the window of the tests' orders, half past one in Dubai."""


async def test_twelve_orders_are_accepted_with_three_taps(turns: Turns) -> None:
    numbers = await packed(turns, *TWELVE, state="placed")
    desk = await staff(turns, Role.orders)
    await desk.says("/desk")
    await desk.presses("جديد (12)")
    listed = [f"• {number} (بخور)" for number in numbers]
    assert [line for line in desk.text.splitlines() if line.startswith("•")] == listed[:8]
    await desk.presses(label("button-all-accepted"))
    assert all(f"{number} (بخور) · " in desk.text for number in numbers)
    assert "هل تُقبل هذه الطلبات معاً (12)؟" in desk.text
    await desk.presses(label("many-sure"))
    assert "قُبل 12 طلباً." in desk.text
    assert set((await states(turns)).values()) == {"accepted"}
    assert {"منى سالم", "عائشة", "خولة محمد"} <= (await announced(turns)).people()


async def test_only_what_was_shown_is_moved_and_what_moved_on_is_named(turns: Turns) -> None:
    numbers = await packed(turns, *PLACES, state="placed")
    desk = await staff(turns, Role.orders)
    await desk.presses_old(MoveMany("accepted"))
    gone = await order_named(turns, numbers[0])
    async with turns.database.write() as session:
        await cancel_by_customer(acting(session, gone.person_id, turns.clock()), gone.id)
    (late,) = await packed(turns, PLACES[0], state="placed")
    await desk.presses(label("many-sure"))
    assert word("many-left", numbers=numbers[0]) in desk.text
    assert await states(turns) == {
        numbers[0]: "cancelled",
        numbers[1]: "accepted",
        numbers[2]: "accepted",
        late: "placed",
    }


async def one_is_changed(turns: Turns, number: str) -> None:
    """The desk has another thing put into that order, in the place of what it held."""
    another = await shelf.only_option(turns, await shelf.add_product(turns, "دخون", on_hand=1))
    order_id = (await order_named(turns, number)).id
    async with turns.database.write() as session:
        order, doing = await order_for_staff(session, order_id), acting(session, now=turns.clock())
        change = NewLines((Off(order.lines[0].id, 1),), (More(another, 1),))
        agreed = (await preview(session, order, change, plan_of_terms(turns.terms))).agreed
        changed = await change_by_staff(doing, order_id, change, turns.terms, agreed)
        assert await contents_now(session, [order_id]) == {order_id: contents_of(changed)}


async def test_what_holds_other_things_by_now_is_not_packed_with_the_others(turns: Turns) -> None:
    numbers = await packed(turns, *PLACES, state="accepted")
    desk = await staff(turns, Role.orders)
    await desk.presses_old(MoveMany("packed"))
    await one_is_changed(turns, numbers[1])
    await desk.presses(label("many-sure"))
    assert word("many-changed", numbers=numbers[1]) in desk.text
    assert await states(turns) == {
        numbers[0]: "packed",
        numbers[1]: "accepted",
        numbers[2]: "packed",
    }


async def test_without_what_was_seen_all_are_packed(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: a parcel is closed with what nobody wants any more."""

    async def nothing_seen(_session: AsyncSession, _order_ids: Collection[int]) -> dict[int, str]:
        return {}

    monkeypatch.setattr(many, "contents_now", nothing_seen)
    numbers = await packed(turns, *PLACES, state="accepted")
    desk = await staff(turns, Role.orders)
    await desk.presses_old(MoveMany("packed"))
    await one_is_changed(turns, numbers[1])
    await desk.presses(label("many-sure"))
    assert await states(turns) == dict.fromkeys(numbers, "packed")


async def test_a_question_that_is_over_moves_nothing(turns: Turns) -> None:
    numbers = await packed(turns, *PLACES, state="placed")
    desk = await staff(turns, Role.orders)
    await desk.presses_old(MoveMany("accepted"))
    await desk.says("/cancel")
    await desk.presses(label("many-sure"))
    assert desk.notice == word("button-is-old")
    assert await states(turns) == dict.fromkeys(numbers, "placed")


@pytest.mark.parametrize(("state", "to"), [("accepted", "packed"), ("packed", "out")])
async def test_all_are_packed_and_sent_out_at_once(turns: Turns, state: str, to: str) -> None:
    await packed(turns, *PLACES, state=state)
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ListDeliveries(state))
    await desk.presses(label(f"button-all-{to}"))
    await desk.presses(label("many-sure"))
    assert set((await states(turns)).values()) == {to}


async def test_what_is_in_a_run_goes_out_with_it_alone(turns: Turns) -> None:
    await a_courier(turns, "سارة")
    in_run = await packed(turns, *PLACES)
    desk = await planned(turns)
    await desk.presses_old(MoveMany("out"))
    assert desk.notice == word("many-none")
    (alone,) = await packed(turns, PLACES[0])
    await desk.presses_old(MoveMany("out"))
    await desk.presses(label("many-sure"))
    assert await states(turns) == {**dict.fromkeys(in_run, "packed"), alone: "out"}


async def test_a_courier_accepts_nothing(turns: Turns) -> None:
    await packed(turns, *PLACES, state="placed")
    courier = await staff(turns, Role.courier)
    await courier.presses_old(MoveMany("accepted"))
    assert word("refused-not-allowed") in courier.text


async def test_a_state_that_no_tap_leads_to_is_refused(turns: Turns) -> None:
    desk = await staff(turns, Role.orders)
    for to in ("delivered", "placed", "x"):
        await desk.presses_old(MoveMany(to))
        assert word("refused-not-found") in desk.text


async def test_a_line_says_where_for_whom_how_much_and_when(turns: Turns) -> None:
    (number,) = await packed(turns, PLACES[0], state="placed")
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ListDeliveries("placed"))
    assert f"{number} · الشارقة · منى سالم · 115 د.إ · غداً" in desk.labels


async def test_late_orders_are_marked_and_found(turns: Turns, clock: HandClock) -> None:
    (number,) = await packed(turns, PLACES[0], state="placed")
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ListDeliveries("placed"))
    await desk.presses(word("due-late"))
    assert number not in " ".join(desk.labels)
    await desk.presses(word("due-tomorrow"))
    assert number in " ".join(desk.labels)
    clock.now = EVENING
    await desk.presses(word("due-today"))
    assert f"{number} · الشارقة · منى سالم · 115 د.إ · ⏰ متأخر" in desk.labels
    await desk.presses(word("due-late"))
    assert number in " ".join(desk.labels)
    await desk.presses(word("due-all"))
    assert number in " ".join(desk.labels)


async def test_lists_are_leafed_through_both_ways(turns: Turns) -> None:
    numbers = await packed(turns, *PLACES * 6, state="placed")
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ListDeliveries("placed"))

    def shown() -> list[str]:
        return [one[:6] for one in desk.labels if one[:6].isdigit()]

    pages = [shown()]
    for _ in range(2):
        await desk.presses(label("button-next"))
        pages.append(shown())
    assert [number for page in pages for number in page] == numbers
    assert label("button-next") not in desk.labels
    await desk.presses(label("button-previous"))
    assert shown() == pages[1]
    await desk.presses(label("button-previous"))
    assert shown() == pages[0]
    # An order that a page began after is there no more: the list begins anew.
    await desk.presses_old(ListDeliveries("placed", 1, "", 999_999))
    assert shown() == pages[0]


async def test_the_longest_names_fit_in_lists_and_questions(turns: Turns) -> None:
    await packed(turns, *[LONG] * 9, state="placed")
    desk = await staff(turns, Role.orders, language="en")
    await desk.presses_old(ListDeliveries("placed"))
    await desk.presses(label("button-all-accepted", lang="en"))
    await desk.presses(label("many-sure", lang="en"))
    assert "9 orders are accepted." in desk.text
