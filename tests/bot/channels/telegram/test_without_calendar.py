"""A calendar that cannot be made does not take its card with it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import ClassVar

import pytest
from structlog.testing import capture_logs

from bot.app.assembly import Storefront
from bot.channels.calendars import NoCalendar, calendar_bytes
from bot.channels.media import NoSuchPhoto
from bot.channels.telegram import showing
from handlers.dialog.actions.customer import ShowHelp
from handlers.dialog.speech import CalendarEvent, CalendarFile, Card, Choice, Reply, say
from tests.bot.channels.telegram.test_slow_answers import of_mona, shower_of
from tests.fake_botapi import FakeBotApi

# In UTC that is in no year that there is.
BEFORE_ALL_YEARS = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=4)))
OPENS = datetime(2026, 3, 4, 13, 0, tzinfo=UTC)


def opening(starts: datetime) -> CalendarFile:
    """A file with an opening at that time."""
    return CalendarFile("bazaar.ics", (CalendarEvent("1", starts, starts, "Anaqa", "Sharjah"),))


def card(file: CalendarFile) -> Card:
    """A card with a file and a button."""
    words = say("paragraph", text="Opens soon")
    return Card(text=words, file=file, choices=((Choice(say("button-help"), ShowHelp()),),))


async def test_what_cannot_be_made_is_told_and_logged() -> None:
    assert (await calendar_bytes(opening(OPENS))).startswith(b"BEGIN:VCALENDAR")
    with capture_logs() as logged, pytest.raises(NoCalendar):
        await calendar_bytes(opening(BEFORE_ALL_YEARS))
    assert [line["event"] for line in logged] == ["calendar-not-made"]


class Watched(tuple[CalendarEvent, ...]):
    """Openings that note which thread looks through them."""

    looked: ClassVar[set[int]] = set()

    def __iter__(self) -> Iterator[CalendarEvent]:
        self.looked.add(threading.get_ident())
        return super().__iter__()


async def test_nobody_waits_while_a_calendar_is_made() -> None:
    """The first one loads icalendar, which takes long."""
    file = CalendarFile("bazaar.ics", Watched(opening(OPENS).events))
    assert (await calendar_bytes(file)).startswith(b"BEGIN:VCALENDAR")
    assert len(Watched.looked) == 1
    assert threading.get_ident() not in Watched.looked


@pytest.mark.parametrize("starts", [OPENS, BEFORE_ALL_YEARS], ids=["can be made", "cannot"])
async def test_the_card_is_shown_with_its_buttons(
    api: FakeBotApi, polling_shop: Storefront, starts: datetime
) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.starts()
    await mona.quiet()
    to = await of_mona(polling_shop)
    reply = Reply(cards=(card(opening(starts)),))
    await shower_of(polling_shop).show(to, reply, None, within=30.0)
    shown = mona.screen[-1]
    assert shown.contains("Opens soon")
    assert [len(row) for row in shown.rows] == [1]
    assert shown.kind == ("document" if starts == OPENS else "text")
    await api.quiet()


async def test_a_calendar_that_is_taken_for_a_defect_takes_the_card_with_it(
    api: FakeBotApi, polling_shop: Storefront, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: nobody expects that a calendar cannot be made."""
    monkeypatch.setattr(showing, "NoCalendar", NoSuchPhoto)
    mona = api.person("Mona", language_code="en")
    await mona.starts()
    await mona.quiet()
    to = await of_mona(polling_shop)
    reply = Reply(cards=(card(opening(BEFORE_ALL_YEARS)),))
    with pytest.raises(NoCalendar):
        await shower_of(polling_shop).show(to, reply, None, within=30.0)
    assert not any(each.contains("Opens soon") for each in mona.screen)
