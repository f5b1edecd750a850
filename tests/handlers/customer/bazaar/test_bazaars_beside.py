"""Several bazaars at once: each can be leafed to, and the ways out belong to the one shown."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from handlers.dialog.actions.customer import ShowBazaar, StartCheckout
from handlers.dialog.speech import CalendarFile
from handlers.dialog.turns import Turns
from models.bazaars.editing import NewBazaar, add_bazaar, set_hidden
from tests.handlers import shelf
from tests.handlers.customer.buying import with_cart
from tests.handlers.people import customer
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label as the_label
from tests.support.words import word

OPENS = datetime.fromisoformat("2026-03-04T12:00:00+00:00")
BEFORE, AFTER = word("bazaar-before"), word("bazaar-after")
NAMES = ("الثامن", "التاسع", "العاشر")


@pytest.fixture
async def three(turns: Turns) -> list[int]:
    """Three bazaars of two days, each a day after the one before."""
    made = []
    for at, name in enumerate(NAMES):
        days = [OPENS + timedelta(days=at + day) for day in range(2)]
        new = NewBazaar(
            name_ar=f"بازار إنتاج {name}",
            name_en=f"Bazaar {at}",
            place_ar="الرحمانية",
            place_en="Al Rahmaniya",
            latitude=25.0 + at / 10,
            longitude=55.0 + at / 10,
            days=tuple((day, day + timedelta(hours=6)) for day in days),
        )
        async with turns.database.write() as session:
            made.append(await add_bazaar(acting(session, now=turns.clock()), new))
    return made


def beside(talk: Talk) -> list[str]:
    """The ways to other bazaars on the screen."""
    return [label for label in talk.labels if label in (BEFORE, AFTER)]


@pytest.mark.usefixtures("three")
async def test_each_can_be_leafed_to_in_place(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("/bazaar")
    seen = []
    for ways in ([AFTER], [BEFORE, AFTER], [BEFORE]):
        assert beside(talk) == ways
        seen.append(next(name for name in NAMES if name in talk.text))
        assert talk.reply.in_place
        if AFTER in ways:
            await talk.presses(AFTER)
    assert tuple(seen) == NAMES
    await talk.presses(BEFORE)
    assert "التاسع" in talk.text


async def test_map_calendar_sharing_and_reminders_are_those_of_the_one_shown(
    turns: Turns, three: list[int]
) -> None:
    talk = await customer(turns)
    await talk.says("/bazaar")
    await talk.presses(AFTER)
    assert talk.shared().action == ShowBazaar(three[1])
    await talk.presses(the_label("bazaar-start-reminders"))
    assert "التاسع" in talk.text
    await talk.presses(the_label("bazaar-map"))
    place = talk.cards[0].place
    assert place is not None
    assert place.latitude == 25.1
    await talk.presses(the_label("button-bazaar"))
    await talk.presses("📅")
    file = talk.cards[0].file
    assert isinstance(file, CalendarFile)
    assert "التاسع" in file.events[0].title


async def test_one_alone_has_no_ways_beside_it(
    turns: Turns, three: list[int], clock: HandClock
) -> None:
    async with turns.database.write() as session:
        await set_hidden(acting(session, now=turns.clock()), three[1], True)
    clock.now = OPENS + timedelta(days=1, hours=7)
    talk = await customer(turns)
    await talk.says("/bazaar")
    assert "العاشر" in talk.text
    assert beside(talk) == []


async def test_from_one_that_is_over_a_way_leads_to_the_next(
    turns: Turns, three: list[int], clock: HandClock
) -> None:
    clock.now = OPENS + timedelta(days=1, hours=7)
    talk = await customer(turns)
    await talk.presses_old(ShowBazaar(three[0]))
    assert word("bazaar-over") in talk.text
    await talk.presses(AFTER)
    assert "التاسع" in talk.text
    assert beside(talk) == [AFTER]


@pytest.mark.usefixtures("three")
async def test_a_question_is_not_asked_anew_at_each_step(turns: Turns) -> None:
    product = await shelf.add_product(turns, "دخون عود", "Oud dukhoon", price=120)
    talk = await with_cart(turns, await shelf.only_option(turns, product))
    await talk.presses_old(StartCheckout())
    await talk.says("/bazaar")
    assert len(talk.cards) == 2
    await talk.presses(AFTER)
    assert len(talk.cards) == 1
