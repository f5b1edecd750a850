"""Cards fitted to a channel: choices may be moved and are never dropped."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.fitting import FittedMessage, Limits, cut, fit
from bot.channels.html_pages import shown_length
from handlers.dialog.actions.customer import ShowProduct
from handlers.dialog.pictures import Banner
from handlers.dialog.speech import AnyChoice, Ask, Card, Choice, Place, say

LIMITS = Limits(text=120, caption=40, label=20, notice=50, buttons=10, per_row=3)
LONG = "و" * 30


def card_of(words: str, rows: list[int], *, ask: Ask | None = None, picture: bool = False) -> Card:
    """A card of these words with rows of so many choices."""
    numbers = iter(range(1, 10_000))
    return Card(
        text=say("two-paragraphs", first=words, second=words),
        picture=Banner(title="x") if picture else None,
        ask=ask,
        choices=tuple(
            tuple(
                Choice(say("two-paragraphs", first=LONG, second="x"), ShowProduct(next(numbers)))
                for _ in range(count)
            )
            for count in rows
        ),
    )


def choices_of(pages: tuple[FittedMessage, ...]) -> list[AnyChoice]:
    """Every choice of the pages, in order."""
    return [button.choice for page in pages for row in page.rows for button in row]


CARDS = st.builds(
    card_of,
    st.text(alphabet="كلم ", min_size=1, max_size=200),
    st.lists(st.integers(0, 25), max_size=8),
    ask=st.sampled_from([None, Ask.text, Ask.phone, Ask.place, Ask.over]),
    picture=st.booleans(),
)


@given(CARDS)
def test_no_choice_is_dropped_or_moved_past_another(card: Card) -> None:
    pages = fit(card, "ar", LIMITS)
    assert choices_of(pages) == [choice for row in card.choices for choice in row]


@given(CARDS)
def test_every_page_is_within_the_limits(card: Card) -> None:
    pages = fit(card, "ar", LIMITS)
    assert pages
    for page in pages:
        most = LIMITS.caption if page.picture else LIMITS.text
        assert 0 < shown_length(page.text) <= most
        assert all(len(row) <= LIMITS.per_row for row in page.rows)
        assert all(0 < len(button.label) <= LIMITS.label for row in page.rows for button in row)
        if page.ask not in (Ask.phone, Ask.place):
            assert sum(map(len, page.rows)) <= LIMITS.buttons


@given(CARDS)
def test_the_picture_comes_first_and_the_question_once(card: Card) -> None:
    pages = fit(card, "ar", LIMITS)
    assert [page.picture for page in pages[1:]] == [None] * (len(pages) - 1)
    assert pages[0].picture == card.picture
    assert [page.ask for page in pages if page.ask is not None] == [card.ask] * (
        card.ask is not None
    )


@given(CARDS)
def test_what_ends_a_keyboard_has_no_buttons(card: Card) -> None:
    ended = fit(msgspec.structs.replace(card, ask=Ask.over), "ar", LIMITS)
    assert [page.rows for page in ended if page.ask is Ask.over] == [()]


def test_a_place_comes_before_its_words_and_choices() -> None:
    place = Place(25.3, 55.4, say("button-home"), say("button-help"))
    card = msgspec.structs.replace(card_of("x", [1]), place=place)
    first, second = fit(card, "en", LIMITS)
    assert (first.place, first.rows) == (place, ())
    assert (second.place, len(second.rows)) == (None, 1)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("short", "short"), ("a" * 21, "a" * 19 + "…"), ("a " * 11, "a a a a a a a a a a…")],
)
def test_a_long_label_ends_in_dots(text: str, shown: str) -> None:
    assert cut(text, LIMITS.label) == shown
