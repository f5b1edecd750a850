"""The bazaar: what, when and where; the map, the calendar, and the reminders."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from handlers.dialog.actions.customer import BazaarCalendar, BazaarMap, Remind, ShowBazaar
from handlers.dialog.speech import CalendarFile
from handlers.dialog.turns import Turns
from models.bazaars.editing import NewBazaar, add_bazaar, set_hidden
from models.bazaars.reminders import wants_reminders
from models.people.people import Language
from tests.handlers.people import customer
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label as the_label
from tests.support.words import word as the_word

OPENS = datetime.fromisoformat("2026-03-04T12:00:00+00:00")  # Wednesday, 4 pm in Dubai


async def plan(turns: Turns, days: int = 3, *, pinned: bool = True) -> int:
    """A bazaar of so many days, each from four to ten in the evening."""
    openings = tuple(
        (OPENS + timedelta(days=day), OPENS + timedelta(days=day, hours=6)) for day in range(days)
    )
    new = NewBazaar(
        name_ar="بازار إنتاج الثامن",
        name_en="The eighth Entaj Bazaar",
        place_ar="ضاحية الرحمانية، الشارقة",
        place_en="Al Rahmaniya suburb, Sharjah",
        latitude=25.33 if pinned else None,
        longitude=55.60 if pinned else None,
        days=openings,
    )
    async with turns.database.write() as session:
        return await add_bazaar(acting(session, now=turns.clock()), new)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ["بازار إنتاج الثامن", "ضاحية الرحمانية", "الأربعاء 4 مارس، 4:00 عصراً حتى 10:00"]),
        ("en", ["The eighth Entaj Bazaar", "Al Rahmaniya", "Wednesday 4 March, 4:00 pm to 10:00"]),
    ],
)
async def test_what_when_and_where(turns: Turns, language: Language, words: list[str]) -> None:
    await plan(turns)
    talk = await customer(turns, language=language)
    await talk.says("/bazaar")
    for word in words:
        assert word in talk.text
    assert talk.text.count("🗓") == 3
    assert talk.reply.in_place


async def test_nothing_planned_says_so_and_can_still_be_reminded_of(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("/bazaar")
    assert "لم يُعلَن عن بازار قادم" in talk.text
    await talk.presses(the_label("bazaar-start-reminders"))
    assert the_word("bazaar-reminders-on") in talk.text


async def test_open_now_and_over(turns: Turns, clock: HandClock) -> None:
    await plan(turns, 1)
    talk = await customer(turns)
    await talk.says("/bazaar")
    assert "يفتح البازار أبوابه يوم الأربعاء 4 مارس" in talk.text
    clock.now = OPENS + timedelta(hours=1)
    await talk.says("/bazaar")
    assert "مفتوح الآن حتى الساعة 10:00 مساءً" in talk.text
    clock.now = OPENS + timedelta(hours=6)
    await talk.says("/bazaar")
    assert the_word("bazaar-over") in talk.text
    assert the_word("bazaar-calendar") not in talk.labels


async def test_days_that_are_over_are_left_out(turns: Turns, clock: HandClock) -> None:
    await plan(turns, 3)
    clock.now = OPENS + timedelta(days=1)
    talk = await customer(turns)
    await talk.says("/bazaar")
    assert talk.text.count("🗓") == 2
    assert "4 مارس" not in talk.text


async def test_many_days_fit(turns: Turns) -> None:
    await plan(turns, 20)
    talk = await customer(turns)
    await talk.says("/bazaar")
    assert "إضافة إلى 12 يوماً آخر" in talk.text


async def test_the_map_is_a_pin(turns: Turns) -> None:
    await plan(turns)
    talk = await customer(turns)
    await talk.says("/bazaar")
    await talk.presses(the_label("bazaar-map"))
    place = talk.cards[0].place
    assert place is not None
    assert (place.latitude, place.longitude) == (25.33, 55.60)
    assert talk.reads(place.title) == "بازار إنتاج الثامن"
    await talk.presses(the_label("button-bazaar"))
    assert talk.text.count("🗓") == 3


async def test_a_bazaar_without_a_pin_has_no_map(turns: Turns) -> None:
    bazaar_id = await plan(turns, pinned=False)
    talk = await customer(turns)
    await talk.says("/bazaar")
    assert not any("الخريطة" in label for label in talk.labels)
    await talk.presses_old(BazaarMap(bazaar_id))
    assert talk.cards[0].place is None
    assert "ضاحية الرحمانية" in talk.text


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_the_calendar_holds_the_days_to_come(
    turns: Turns, clock: HandClock, language: Language
) -> None:
    await plan(turns, 3)
    clock.now = OPENS + timedelta(days=1)
    talk = await customer(turns, language=language)
    await talk.says("/bazaar")
    await talk.presses("📅")
    file = talk.cards[0].file
    assert isinstance(file, CalendarFile)
    assert file.name.isascii()
    assert file.name.endswith(".ics")
    assert [event.starts for event in file.events] == [
        OPENS + timedelta(days=1),
        OPENS + timedelta(days=2),
    ]
    assert len({event.uid for event in file.events}) == 2
    assert ("الثامن" in file.events[0].title) == (language == "ar")


async def test_reminders_go_on_and_off_and_twice_is_as_once(turns: Turns) -> None:
    bazaar_id = await plan(turns)
    talk = await customer(turns)
    await talk.says("/bazaar")
    await talk.presses(the_label("bazaar-start-reminders"))
    assert the_word("bazaar-reminders-set") in talk.notice
    await talk.presses_old(Remind(on=True, bazaar_id=bazaar_id))
    assert await wants(talk)
    await talk.presses(the_label("bazaar-stop-reminders"))
    assert not await wants(talk)
    await talk.presses_old(Remind(on=False, bazaar_id=bazaar_id))
    assert not await wants(talk)


async def wants(talk: Talk) -> bool:
    """Whether that person is reminded."""
    async with talk.turns.database.read() as session:
        return await wants_reminders(session, await talk.person_id())


async def test_a_link_leads_to_its_bazaar(turns: Turns) -> None:
    bazaar_id = await plan(turns)
    mona = await customer(turns)
    await mona.says("/bazaar")
    assert mona.shared().action == ShowBazaar(bazaar_id)
    salem = Talk(turns, external_id="salem")
    await salem.says(f"/start b_{bazaar_id}")
    assert "بازار إنتاج الثامن" in salem.text


@pytest.mark.parametrize("ask", [ShowBazaar, BazaarMap, BazaarCalendar])
async def test_a_hidden_or_unknown_bazaar_is_shown_to_nobody(
    turns: Turns, ask: type[ShowBazaar]
) -> None:
    bazaar_id = await plan(turns)
    async with turns.database.write() as session:
        await set_hidden(acting(session, now=turns.clock()), bazaar_id, True)
    talk = await customer(turns)
    for wanted in (bazaar_id, 999, -1):
        await talk.presses_old(ask(wanted))
        assert "لم يُعلَن عن بازار قادم" in talk.text
