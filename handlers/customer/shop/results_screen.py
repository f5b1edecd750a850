"""What a search has found: a choice for each product, or a way on where there is none."""

from __future__ import annotations

from handlers.dialog.actions import cut_words
from handlers.dialog.actions.customer import SearchFor, ShowProduct
from handlers.dialog.layout import CART, HOME, banner, cut, package_rows, page_row, screen, short
from handlers.dialog.main_menu import HELP
from handlers.dialog.parsing import as_typed
from handlers.dialog.pictures import Banner
from handlers.dialog.speech import Amount, Card, Choice, Phrase, Row, say
from handlers.ui.product_card import Trail, trail_of
from models.people.people import Language
from models.products.product_lists import ProductBrief
from models.products.search.queries import Found

NAME, WORDS = 34, 60
PER_PAGE = 8


def ask_search_screen(language: Language) -> Card:
    """The card that says how to search."""
    return screen(say("search-ask"), header(language), [*package_rows(), (CART, HOME)])


def results_screen(words: str, found: Found, language: Language) -> Card:
    """A page of what was found for the words, as they were typed."""
    page = found.page
    if not page.items:
        return nothing_screen(words, language)
    typed = as_typed(words)
    trail = trail_of(typed, page.page)
    rows: list[Row] = [(product_choice(brief, trail),) for brief in page.items]
    again = cut_words(typed)
    before, after = SearchFor(again, page.page - 1), SearchFor(again, page.page + 1)
    rows += page_row(page.page, more=page.more, before=before, after=after)
    rows.append((CART, HOME))
    return screen(results_text(words, found), header(language), rows)


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


def product_choice(item: ProductBrief, trail: Trail) -> Choice:
    """A product with its price, the lowest of them where its options differ."""
    action = ShowProduct(item.id, 0, "", *trail)
    name, price = short(item.name_ar, item.name_en, NAME), Amount(item.price)
    if item.varies:
        return Choice(say("search-row-from", name=name, price=price), action)
    return Choice(say("search-row", name=name, price=price), action)


def header(language: Language) -> Banner:
    """The banner of every search."""
    return banner(language, say("search-title"), say("search-subtitle"), icon="search")
