"""Long texts in pages: nothing is lost, nothing is too long, what is bold stays bold."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.html_pages import cut_pages, shown_length
from tests.support.words import word

WORDS = st.text(alphabet="ab أب<&>\"'\n 🍯", min_size=1, max_size=30)
PIECES = st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=12)


def marked_up(pieces: list[tuple[str, bool]]) -> str:
    """The pieces as HTML, some of them bold."""
    return "".join(
        f"<b>{html.escape(text)}</b>" if bold else html.escape(text) for text, bold in pieces
    )


def letters(text: str) -> str:
    """What a reader reads, without markup and white space."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"</?b>", "", text)))


def bold_letters(text: str) -> str:
    """What of it is bold."""
    return "".join(letters(part) for part in re.findall(r"<b>(.*?)</b>", text, re.DOTALL))


@given(PIECES, st.integers(1, 40), st.integers(1, 40))
@example([("a" * 30, True)], 7, 9)
@example([(" <<", False), ("<", False)], 1, 2)
def test_pages_lose_no_letter_and_none_is_too_long(
    pieces: list[tuple[str, bool]], first: int, rest: int
) -> None:
    text = marked_up(pieces)
    pages = cut_pages(text, first, rest)
    assert word("customer-no-reason").join(map(letters, pages)) == letters(text)
    assert word("customer-no-reason").join(map(bold_letters, pages)) == bold_letters(text)
    if len(pages) > 1:
        assert shown_length(pages[0]) <= first
        assert all(0 < shown_length(page) <= rest for page in pages[1:])


@given(PIECES, st.integers(1, 40))
def test_markup_is_closed_on_each_page(pieces: list[tuple[str, bool]], most: int) -> None:
    pages = cut_pages(marked_up(pieces), most, most)
    assert pages
    for page in pages:
        tags = re.findall(r"</?b>", page)
        assert tags == ["<b>", "</b>"] * (len(tags) // 2)


def test_an_escaped_character_counts_as_one() -> None:
    assert shown_length("&lt;&amp;<b>x</b>") == 3


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("one two three", ("one two", "three")),
        ("one\n\ntwo three", ("one", "two three")),
        ("<b>one two</b> three", ("<b>one two</b>", "three")),
        ("<b>one two three</b>", ("<b>one two</b>", "<b>three</b>")),
    ],
)
def test_the_cut_is_where_a_reader_would_make_it(text: str, pages: tuple[str, ...]) -> None:
    assert cut_pages(text, 9, 9) == pages


def test_a_text_that_fits_is_left_alone() -> None:
    assert cut_pages("<b>short</b>", 1024, 4096) == ("<b>short</b>",)
