"""A shelf: one picture of a few products with a button for each, and the way back to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from handlers.dialog.actions import cut_words
from handlers.dialog.actions.customer import ShowProduct
from handlers.dialog.layout import cut, cut_between_words, in_rows
from handlers.dialog.pictures import PackageKey, ProductShelf, ShelfArt
from handlers.dialog.rendering import bare, name_in
from handlers.dialog.speech import Amount, Choice, Name, Phrase, Row, say
from locales.languages import LANGUAGES
from models.kernel.paging import Page
from models.people.people import Language
from models.products.product_lists import ProductBrief
from models.products.shelves import PER_SHELF, ShelfItem
from models.products.tables import Audience

NAME, LABEL = 120, 24
AnyItem = ShelfItem | ProductBrief
MOST_SOUGHT = 22
"""Bytes of a search's words that fit into button data beside all that a product's buttons carry."""
MOST_PAGE = 1000
FAVOURITES = "mine"
"""The name of the shelf of a person's own favourites."""
BRAND = "brand"
"""The name of a family's shelf, which is the shelf of its product's family."""


class ShelfPlace(NamedTuple):
    """The shelf and its page (from 0) that a product was opened from, as its buttons carry it.

    `sought` are the words of a search; without any, `shelf` is `BRAND` for a family's shelf, and
    for a package's the audience that it is narrowed to, empty for all.
    """

    shelf: str = ""
    sought: str = ""
    page: int = 0


ANYWHERE = ShelfPlace()


def shelf_picture(items: Sequence[AnyItem], language: Language) -> ProductShelf:
    """The picture of the products, numbered from 1."""
    drawn = tuple(item_art(item, number, language) for number, item in enumerate(items, 1))
    return ProductShelf(drawn, LANGUAGES[language].rtl)


@lru_cache(maxsize=2048)
def item_art(item: AnyItem, number: int, language: Language) -> ShelfArt:
    """A product as it is drawn on a shelf: its photo or its drawing, name, price and state."""
    price = say("shelf-price-from" if item.varies else "amount", amount=Amount(item.price))
    tag = tag_of(item)
    return ShelfArt(
        number=number,
        name=cut(name_in(Name(item.name_ar, item.name_en), language), NAME),
        price=bare(price, language),
        package=cast(PackageKey, str(item.package)),
        subject=f"{cut(item.name_ar, NAME)} {cut(item.name_en, NAME)}".strip(),
        photo=item.photo or "",
        tag_line="" if tag is None else bare(tag, language),
        sold_out=not item.offered,
    )


def tag_of(item: AnyItem) -> Phrase | None:
    """What a shelf says of a product beside its price: that it is sold out, or made to order."""
    if not item.offered:
        return say("product-tag-sold-out")
    return say("product-tag-made-to-order") if item.made_to_order else None


def item_rows(items: Sequence[AnyItem], place: ShelfPlace) -> tuple[Row, ...]:
    """A button for each product, two in a row as in the picture."""
    return in_rows([item_choice(at, item, place) for at, item in enumerate(items, 1)], 2)


def item_choice(number: int, item: AnyItem, place: ShelfPlace) -> Choice:
    """The button that opens a product of the shelf."""
    words = "shelf-choice" if item.offered else "shelf-choice-sold-out"
    label = say(words, number=number, name=short_name(item.name_ar, item.name_en))
    return Choice(label, ShowProduct(item.id, 0, *place))


@lru_cache(maxsize=4096)
def short_name(ar: str, en: str) -> Name:
    """A product's name for half a row, cut between words."""
    return Name(cut_between_words(ar, LABEL), cut_between_words(en, LABEL))


def range_line(page: Page[AnyItem] | Page[ShelfItem] | Page[ProductBrief]) -> Phrase:
    """Which of how many the page shows; of more than were counted, that there are more."""
    first = page.page * PER_SHELF + 1
    last = first + len(page.items) - 1
    if page.total is None:
        return say("shelf-range-of-more", first=first, last=last)
    if first == last:
        return say("shelf-range-one", first=first, total=page.total)
    return say("shelf-range", first=first, last=last, total=page.total)


def place_in_search(words: str, page: int) -> ShelfPlace:
    """A place in a search. Words that are too long lose their last ones, and find as much."""
    kept = cut_words(words, MOST_SOUGHT)
    if kept == words:
        return ShelfPlace("", kept.strip(), page)
    if " " in kept and not words.startswith(kept + " "):
        kept = kept.rpartition(" ")[0]
    return ShelfPlace("", kept.strip())


def known_audience(audience: str) -> str:
    """The audience, or nothing for one that there is not."""
    return audience if audience in Audience.__members__ else ""
