"""What a search has found: a shelf of products, or a way on where there is none."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions import cut_words, fits
from handlers.dialog.actions.customer import AskTeam, SearchFor
from handlers.dialog.forms import both
from handlers.dialog.layout import CART, HOME, banner, cut, package_rows, page_row, screen
from handlers.dialog.main_menu import HELP
from handlers.dialog.parsing import as_typed
from handlers.dialog.pictures import Banner
from handlers.dialog.speech import Card, Choice, Lines, Phrase, Reply, Row, say
from handlers.ui.shelf import item_rows, place_in_search, range_line, shelf_picture
from models.people.people import Language
from models.products.search.queries import Found

WORDS = 60
NOTHING_FOUND = ("search-nothing", "search-no-words")


def ask_search_screen(language: Language) -> Card:
    """The card that says how to search."""
    return screen(say("search-ask"), header(language), [*package_rows(), (CART, HOME)])


def results_screen(search: SearchFor, found: Found, language: Language) -> Card:
    """A page of what was found for the words of the search, as they were typed."""
    words, page = search.words, found.page
    if not page.items:
        return nothing_screen(words, language)
    rows = [*item_rows(page.items, place_in_search(as_typed(words), page.page))]
    before, after = page_of_search(search, page.page - 1), page_of_search(search, page.page + 1)
    rows += page_row(page.page, more=page.more, before=before, after=after)
    rows.append((CART, HOME))
    text = say("paragraph", text=Lines((results_text(words, found), range_line(page))))
    return Card(text=text, picture=shelf_picture(page.items, language), choices=tuple(rows))


def page_of_search(search: SearchFor, page: int) -> SearchFor:
    """Another page: with the words as they were typed where they fit, else cut and not to send."""
    whole = SearchFor(search.words, page, search.typed)
    if search.typed and fits(whole):
        return whole
    return SearchFor(cut_words(as_typed(search.words)), page)


def results_text(words: str, found: Found) -> Phrase:
    """What was found, and for which words when they are others than those that were typed."""
    typed = cut(words, WORDS)
    if found.instead:
        return say("search-instead", words=typed, instead=cut(found.instead, WORDS))
    return say("search-results", words=typed)


def nothing_screen(words: str, language: Language) -> Card:
    """Nothing was found: another word, the packages, or help for what was no name at all."""
    typed = cut(words, WORDS)
    text = say("search-nothing", words=typed) if as_typed(words) else say("search-no-words")
    return screen(text, header(language), [*package_rows(), (HELP, HOME)])


def header(language: Language) -> Banner:
    """The banner of every search."""
    return banner(language, say("search-title"), say("search-subtitle"), icon="search")


def with_offer(found: Reply, words: Phrase, *send: Choice) -> Reply:
    """The reply with the button above its last row; where nothing was found, with words for it.

    It takes the place of an order's own way to write about it.
    """
    *before, last = found.cards
    is_to_be_said = last.text.id in NOTHING_FOUND or not send
    text = both(last.text, words) if is_to_be_said else last.text
    rows = (*without_asking(last.choices[:-1]), send, *last.choices[-1:]) if send else last.choices
    offered = msgspec.structs.replace(last, text=text, choices=rows)
    return msgspec.structs.replace(found, cards=(*before, offered))


def without_asking(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows without the buttons that ask for a message to the team."""
    kept = (
        tuple(each for each in row if not isinstance(getattr(each, "action", None), AskTeam))
        for row in rows
    )
    return tuple(row for row in kept if row)
