"""A window that passes: the desk hears at once, the customer kindly and with a choice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.dialog.actions.customer import ShowOrder, ShowWindows
from handlers.dialog.turns import Turns
from models.orders.fulfilment import advance
from models.orders.lateness import note_passed
from models.orders.states import OrderState
from models.people.access import Role
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import customer, family_member, staff
from tests.handlers.staff.ordering import order_named
from tests.handlers.staff.orders.test_on_behalf import placed
from tests.handlers.staff.runs.rounds import PLACES, packed
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word

ONE = datetime(2026, 3, 3, 9, tzinfo=UTC)
"""When the window of the tests' orders ends: one o'clock in Dubai."""
HOURS = ("10:00", "1:00", "4:00", "صباحاً", "ظهراً", " am", " pm")


async def tick(turns: Turns) -> None:
    """The clock ticks."""
    async with turns.database.write() as session:
        await note_passed(acting(session, None, turns.clock()))


async def late(turns: Turns, clock: HandClock, *, state: str = "placed") -> str:
    """An order of منى سالم whose window has passed; out comes its number."""
    (number,) = await packed(turns, PLACES[0], state=state)
    await announced(turns)
    clock.now = ONE
    await tick(turns)
    return number


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_desk_and_customer_hear_once_and_no_passed_time_is_named(
    turns: Turns, clock: HandClock, language: Language
) -> None:
    await staff(turns, Role.orders)
    number = await late(turns, clock)
    told = await announced(turns)
    assert told.people() == {"منى سالم", "orders"}
    for who in told.people():
        said = text(told.to(who), language)
        assert number in said
        assert not [hour for hour in HOURS if hour in said], said
    assert [ShowWindows] == [type(a) for a in actions(told.to("منى سالم")[0])][:1]
    clock.advance(hours=2)
    await tick(turns)
    assert await announced(turns) == []


async def test_the_desk_is_asked_to_call_who_has_no_chat(turns: Turns, clock: HandClock) -> None:
    desk = await staff(turns, Role.orders)
    option_id = await shelf.only_option(turns, await shelf.add_product(turns, "بخور"))
    order = await placed(turns, option_id, desk)
    await announced(turns)
    clock.now = ONE
    await tick(turns)
    said = text((await announced(turns)).to("orders"))
    assert order.number in said
    assert word("staff-late-untold") in said
    assert "اعتذار" not in said


async def test_who_is_told_late_that_it_has_left_hears_nothing(
    turns: Turns, clock: HandClock
) -> None:
    await staff(turns, Role.orders)
    number = await late(turns, clock)
    order = await order_named(turns, number)
    async with turns.database.write() as session:
        for state in (OrderState.accepted, OrderState.packed, OrderState.out):
            await advance(acting(session, now=turns.clock()), order.id, state)
    told = await announced(turns)
    assert told.to("orders") == []
    # What she hears of its way names no time that has passed.
    assert word("order-choose-window") not in str(told.to("منى سالم"))
    said = text(told.to("منى سالم"))
    assert said.count(word("window-passed")) == 3
    assert not [hour for hour in HOURS if hour in said], said


async def test_the_customer_chooses_another_time(turns: Turns, clock: HandClock) -> None:
    await staff(turns, Role.orders)
    number = await late(turns, clock, state="packed")
    await announced(turns)
    order = await order_named(turns, number)
    mona = await customer(turns, "منى سالم")
    await mona.presses_old(ShowOrder(order.id))
    assert word("window-passed") in mona.text
    await mona.presses(label("order-choose-window"))
    assert number in mona.text
    await mona.presses("4:00")
    assert mona.notice[:10] == word("order-window-moved", window="")[:10]
    moved = await order_named(turns, number)
    assert (moved.day.isoformat(), moved.window) == ("2026-03-03", "16:00-20:00")
    told = await announced(turns)
    assert told.people() == {"orders"}
    assert f"موعد جديد للطلب رقم {number}" in text(told.to("orders"))


async def test_left_or_too_late_the_order_is_shown_as_it_is(turns: Turns, clock: HandClock) -> None:
    number = await late(turns, clock, state="packed")
    order = await order_named(turns, number)
    mona = await customer(turns, "منى سالم")
    await mona.presses_old(ShowWindows(order.id))
    await mona.presses(label("button-back"))
    assert number in mona.text
    await mona.presses_old(ShowWindows(order.id))
    async with turns.database.write() as session:
        await advance(acting(session, now=turns.clock()), order.id, OrderState.out)
    await mona.presses("4:00")
    assert mona.notice == word("order-stands", state=word("state-out"))
    await mona.presses_old(ShowWindows(order.id))
    assert mona.notice == word("order-stands", state=word("state-out"))
    stranger = await customer(turns, "noura")
    await stranger.presses_old(ShowWindows(order.id))
    assert word("refused-not-found") in stranger.text


async def test_a_family_hears_of_the_new_day_of_what_she_makes(turns: Turns) -> None:
    cake = await shelf.add_product(turns, "كيكة", "Cake", made_to_order=True, lead_days=1)
    await family_member(turns, 1)
    talk = await with_cart(turns, await shelf.only_option(turns, cake))
    order = await buy(talk)
    await announced(turns)
    await talk.presses_old(ShowWindows(order.id))
    await talk.presses("–", nth=2)
    told = await announced(turns)
    assert f"موعد جديد للطلب رقم {order.number}" in text(told.to("family-1"))
    assert "كيكة" in text(told.to("family-1"))
