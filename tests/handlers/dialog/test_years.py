"""Dates of another year are said with it, wherever in a reply they stand."""

from datetime import UTC, date, datetime

from handlers.dialog.actions.customer import ShowHome
from handlers.dialog.rendering import bare, letters, with_years
from handlers.dialog.speech import (
    Card,
    Choice,
    Day,
    Lines,
    Phrase,
    Reply,
    ShareChoice,
    When,
    decode_reply,
    encode_reply,
    reply,
    say,
)
from handlers.ui.days import near_day

DECEMBER = datetime(2026, 12, 30, 9, tzinfo=UTC)
NEW_YEARS_EVE = datetime(2026, 12, 31, 20, 30, tzinfo=UTC)
"""It is 2027 in Dubai already."""
DAY = say("day", day=Day(date(2027, 1, 5)))
MOMENT = say("history-when", when=When(NEW_YEARS_EVE))


def of_all_places(phrase: Phrase) -> Reply:
    """A reply with the phrase in each place that has words."""
    deep = say("paragraph", text=Lines((say("paragraph", text=phrase), phrase)))
    rows = (
        (Choice(phrase, ShowHome()), Choice(deep, ShowHome())),
        (ShareChoice(phrase, ShowHome(), deep),),
    )
    return reply(Card(text=deep, choices=rows), Card(text=phrase), notice=phrase)


def said(answered: Reply, language: str) -> list[str]:
    """Every text of the reply, in that language."""
    found = [bare(answered.notice, language)] if answered.notice else []
    for card in answered.cards:
        found.append(bare(card.text, language))
        for choice in (choice for row in card.choices for choice in row):
            found.append(bare(choice.label, language))
            if isinstance(choice, ShareChoice):
                found.append(bare(choice.text, language))
    return found


def test_each_date_of_another_year_has_its_year() -> None:
    for phrase in (DAY, MOMENT):
        heard = with_years(of_all_places(phrase), DECEMBER)
        for language in ("ar", "en"):
            assert all("2027" in text for text in said(heard, language))
    assert "Tuesday 5 January 2027" in said(with_years(of_all_places(DAY), DECEMBER), "en")
    assert "الثلاثاء 5 يناير 2027" in said(with_years(of_all_places(DAY), DECEMBER), "ar")


def test_a_date_of_this_year_has_none_and_the_reply_stays_as_it_is() -> None:
    for phrase in (DAY, MOMENT, say("button-home")):
        answered = of_all_places(phrase)
        assert with_years(answered, NEW_YEARS_EVE) is answered
        assert not any("2027" in text for text in said(answered, "en"))


def test_what_is_stored_is_said_again_with_its_year_and_old_answers_are_read() -> None:
    heard = with_years(of_all_places(DAY), DECEMBER)
    stored = encode_reply(heard)
    assert with_years(decode_reply(stored), NEW_YEARS_EVE) == heard
    assert b'"year"' not in encode_reply(of_all_places(DAY)).encode()


def test_room_is_kept_for_the_year() -> None:
    with_year = say("day", day=Day(date(2027, 1, 5), year=True))
    assert letters(DAY) == letters(with_year)


def test_a_day_in_figures_has_the_year_too() -> None:
    today = date(2026, 12, 30)
    assert bare(near_day(date(2027, 1, 5), today), "en") == "5/1/2027"
    assert bare(near_day(date(2026, 12, 5), today), "en") == "5/12"
    assert near_day(date(2026, 12, 31), today) == say("day-tomorrow")
