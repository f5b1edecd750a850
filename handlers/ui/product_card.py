"""A product's card: its picture, what it costs, how to put it into the cart, and the way back."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

import msgspec

from handlers.dialog.actions import fits
from handlers.dialog.actions.customer import (
    ASKED_FOR,
    AskTeam,
    SearchFor,
    SetQuantity,
    ShowBrand,
    ShowPackage,
    ShowProduct,
)
from handlers.dialog.actions.wanted import Await, Favour, ShowFavourites
from handlers.dialog.layout import (
    HOME,
    SEARCH,
    banner,
    cart_choice,
    cut,
    in_rows,
    screen,
    short,
)
from handlers.dialog.pictures import PackageKey, Picture, ProductArt, StoredPhoto
from handlers.dialog.rendering import bare, name_in
from handlers.dialog.speech import (
    Amount,
    Card,
    Choice,
    Day,
    Lines,
    Name,
    Phrase,
    Row,
    ShareChoice,
    Weight,
    say,
)
from handlers.ui.shelf import ANYWHERE, BRAND, FAVOURITES, ShelfPlace
from handlers.ui.stepper import stepper
from locales.languages import LANGUAGES
from models.kernel.shop_terms import ShopTerms
from models.people.people import Language
from models.products.product_pages import OptionCard, ProductCard

NAME, BRAND_NAME, BRAND_LABEL, OPTION, DESCRIPTION = 120, 80, 20, 24, 500
HALF_A_ROW = 10
"""Letters of an option's name beside which its price still fits into half a row."""


class Leaf(msgspec.Struct, frozen=True):
    """A product as it is looked at: the chosen option, and what the person's cart holds of it.

    `option` is None where one of several is still to be chosen. `place` is where on which shelf it
    was opened; `held` are the pieces of all the product's options in the cart, `pieces` of all
    things. `ready` is the day until which it would be made.
    """

    product: ProductCard
    option: OptionCard | None
    in_cart: int
    pieces: int
    place: ShelfPlace = ANYWHERE
    held: int = 0
    ready: date | None = None

    @property
    def making_full(self) -> bool:
        """Whether the cart holds as many of the product as a day makes."""
        most = self.product.daily_most if self.product.made_to_order else 0
        return 0 < most <= self.held

    @property
    def sold_out(self) -> bool:
        """Whether the chosen option, or each of them, cannot be had now."""
        return not self.product.made_to_order and self.left == 0

    @property
    def left(self) -> int:
        """How many pieces of the chosen option, or of them all, are there."""
        ways = self.product.options if self.option is None else (self.option,)
        return sum(way.on_hand for way in ways)


def product_screen(leaf: Leaf, terms: ShopTerms, language: Language) -> Card:
    """The card of a product on sale."""
    rows: list[Row] = [*option_rows(leaf), *quantity_rows(leaf, terms)]
    rows += [*alert_row(leaf), *photo_row(leaf)]
    rows.append((way_back(leaf.product, leaf.place), cart_choice(leaf.pieces)))
    rows += [favourite_row(leaf), *last_rows(leaf)]
    return Card(
        text=product_text(leaf, terms),
        picture=product_picture(leaf, language),
        choices=tuple(rows),
    )


def photo_row(leaf: Leaf) -> tuple[Row, ...]:
    """Which of its photos is shown, between the ways to the one before and the one after it."""
    at, every = leaf.product.photo_at, leaf.product.photos
    if every < 2:
        return ()
    row = [Choice(say("product-photo-at", at=at + 1, all=every), shows(leaf, leaf.option, at))]
    if at > 0:
        row.insert(0, Choice(say("product-photo-before"), shows(leaf, leaf.option, at - 1)))
    if at + 1 < every:
        row.append(Choice(say("product-photo-after"), shows(leaf, leaf.option, at + 1)))
    return (tuple(row),)


def shows(leaf: Leaf, option: OptionCard | None, photo: int) -> ShowProduct:
    """The action that shows the card's product with that option, if any, and that photo."""
    return ShowProduct(leaf.product.id, 0 if option is None else option.id, *leaf.place, photo)


def last_rows(leaf: Leaf) -> tuple[Row, ...]:
    """What else its family makes, sharing, a word to the team, the menu."""
    product = leaf.product
    ask = Choice(say("button-ask-team"), AskTeam(product_id=product.id))
    if leaf.place.shelf == BRAND:
        return ((share_choice(product), ask), (HOME,))
    brand = short(product.brand_ar, product.brand_en, BRAND_LABEL)
    more = Choice(say("product-of-brand", brand=brand), ShowBrand(product.family_id))
    return ((more, share_choice(product)), (ask, HOME))


def product_text(leaf: Leaf, terms: ShopTerms) -> Phrase:
    """Name, brand, price and what is left; and beneath it the description."""
    product, option = leaf.product, leaf.option
    lines = [
        say("product-name", name=short(product.name_ar, product.name_en, NAME)),
        say("product-brand", brand=short(product.brand_ar, product.brand_en, BRAND_NAME)),
        price_line(leaf),
    ]
    if option is not None and (option.label_ar or option.label_en):
        lines.append(say("product-option", option=short(option.label_ar, option.label_en)))
    lines += stock_lines(leaf, terms)
    if product.wish_most:
        lines.append(say("product-takes-wish"))
    if not product.description_ar and not product.description_en:
        return say("paragraph", text=Lines(tuple(lines)))
    description = say("product-description", text=short_description(product))
    return say("two-paragraphs", first=Lines(tuple(lines)), second=description)


def price_line(leaf: Leaf) -> Phrase:
    """The price of the chosen option; before one is chosen the lowest, where they differ."""
    if leaf.option is not None:
        return say("product-price", price=Amount(leaf.option.price))
    prices = [way.price for way in leaf.product.options]
    lowest = Amount(min(prices))
    return say("product-price-from" if max(prices) > min(prices) else "product-price", price=lowest)


def short_description(product: ProductCard) -> Name:
    """The description, cut where a caption would grow too long; its own lines are kept."""
    ar, en = product.description_ar.strip(), product.description_en.strip()
    return Name(
        *(text if len(text) <= DESCRIPTION else cut(text, DESCRIPTION) for text in (ar, en))
    )


def stock_lines(leaf: Leaf, terms: ShopTerms) -> tuple[Phrase, ...]:
    """Sold out, few left, or until when it is made; nothing when there is plenty."""
    product, left = leaf.product, leaf.left
    if product.made_to_order:
        made = say("product-made-to-order", days=product.lead_days)
        if leaf.ready is not None:
            made = say("product-made-by", day=Day(leaf.ready))
        full = (say("making-most", most=product.daily_most),) if leaf.making_full else ()
        return (made, *full)
    if left == 0:
        return (say("product-option-sold-out" if product.offered else "product-sold-out"),)
    few = leaf.option is not None and left <= terms.few_left
    return (say("product-few-left", left=left),) if few else ()


def product_picture(leaf: Leaf, language: Language) -> Picture:
    """The photo that is leafed to, or a drawing of the thing; its words stand beside it."""
    product = leaf.product
    if product.photo is not None:
        return StoredPhoto(product.photo)
    tag = tag_line(leaf)
    return ProductArt(
        name=cut(name_in(Name(product.name_ar, product.name_en), language), NAME),
        brand="",
        price="",
        package=cast(PackageKey, str(product.package)),
        tag_line="" if tag is None else bare(tag, language),
        rtl=LANGUAGES[language].rtl,
        subject=f"{cut(product.name_ar, NAME)} {cut(product.name_en, NAME)}".strip(),
    )


def tag_line(leaf: Leaf) -> Phrase | None:
    """The line that stands upon the drawing."""
    if leaf.product.made_to_order:
        return say("product-tag-made-to-order")
    return say("product-tag-sold-out") if leaf.sold_out else None


def option_rows(leaf: Leaf) -> tuple[Row, ...]:
    """A choice for each option, the chosen one marked; none where there is only one.

    As many stand in a row as can be read there: three where they need no price, for all cost the
    same, and two where every name is short enough to be read there with its price.
    """
    options = leaf.product.options
    if len(options) < 2:
        return ()
    longest = max(len(name) for way in options for name in (way.label_ar, way.label_en))
    a_row = (2 if has_prices(leaf) else 3) if longest <= HALF_A_ROW else 1
    return in_rows([option_choice(leaf, option) for option in options], a_row)


def has_prices(leaf: Leaf) -> bool:
    """Whether the options differ in price, so that each has to be told."""
    return len({way.price for way in leaf.product.options}) > 1


def option_choice(leaf: Leaf, option: OptionCard) -> Choice:
    """An option with its price where they differ, or with the word that it is sold out."""
    label = short(option.label_ar, option.label_en, OPTION)
    if option.on_hand == 0 and not leaf.product.made_to_order:
        shown = say("product-option-gone", option=label)
    elif not has_prices(leaf):
        shown = say("product-option-alone", option=label)
    else:
        shown = say("product-option-choice", option=label, price=Amount(option.price))
    if option == leaf.option:
        shown = say("choice-chosen", label=shown)
    return Choice(shown, shows(leaf, option, leaf.product.photo_at))


def quantity_rows(leaf: Leaf, terms: ShopTerms) -> tuple[Row, ...]:
    """Add to cart; or of what it holds one less, how many, one more, and away with them."""
    count, most = leaf.in_cart, most_of(leaf, terms)
    if count == 0:
        return ((add_choice(leaf),),) if most > 0 else ()
    return (stepper(count, most, partial(holding, leaf), cart_choice_of(count)),)


def most_of(leaf: Leaf, terms: ShopTerms) -> int:
    """How many pieces of the chosen option, or of them all, the cart can hold."""
    if not leaf.product.made_to_order:
        return min(terms.most_of_one, leaf.left)
    if not leaf.product.daily_most:
        return terms.most_of_one
    return min(terms.most_of_one, leaf.in_cart + leaf.product.daily_most - leaf.held)


def add_choice(leaf: Leaf) -> Choice:
    """The button that adds one; where an option is still to be chosen, it asks for that."""
    label = say("product-add")
    if leaf.option is not None:
        return Choice(label, holding(leaf, 1), Weight.heavy)
    asked = ShowProduct(leaf.product.id, ASKED_FOR, *leaf.place, leaf.product.photo_at)
    return Choice(label, asked, Weight.heavy)


def holding(leaf: Leaf, quantity: int) -> SetQuantity:
    """The action that puts so many of the chosen option in the cart, and stays on this card."""
    option_id = 0 if leaf.option is None else leaf.option.id
    return SetQuantity(option_id, quantity, True, *leaf.place, leaf.product.photo_at)


def cart_choice_of(count: int) -> Choice:
    """The button with how many of the product are in the cart; it leads there."""
    return msgspec.structs.replace(cart_choice(0), label=say("product-in-cart", count=count))


def share_choice(product: ProductCard) -> ShareChoice:
    """Pass the product on to others by its link."""
    text = say(
        "product-share-text",
        name=short(product.name_ar, product.name_en, NAME),
        brand=short(product.brand_ar, product.brand_en, BRAND_NAME),
    )
    return ShareChoice(say("product-share"), ShowProduct(product.id), text)


def way_back(product: ProductCard, place: ShelfPlace) -> Choice:
    """The button back to the shelf and the page that the product was opened from."""
    if place.sought:
        return Choice(say("product-results"), SearchFor(place.sought, place.page))
    if place.shelf == FAVOURITES:
        return Choice(say("favourites-back"), ShowFavourites(place.page))
    if place.shelf == BRAND:
        name = short(product.brand_ar, product.brand_en)
        return Choice(say("shelf-back", name=name), ShowBrand(product.family_id, place.page))
    package = say(f"package-{product.package}")
    back = ShowPackage(product.package, place.shelf, place.page)
    return Choice(say("shelf-back", name=package), back)


def not_on_sale_screen(product: ProductCard, place: ShelfPlace, language: Language) -> Card:
    """A hidden product, or one without options: said so, with the way back and the search."""
    package = cast(PackageKey, str(product.package))
    name = say(f"package-{package}")
    text = say("product-not-on-sale", name=short(product.name_ar, product.name_en, NAME))
    picture = banner(
        language, name, say(f"package-{package}-about"), icon="package", package=package
    )
    return screen(text, picture, [(way_back(product, place),), (SEARCH, HOME)])


def favourite_row(leaf: Leaf) -> Row:
    """Favourite, or not any more."""
    is_favourite = leaf.product.is_favourite
    label = say("button-favourite-drop" if is_favourite else "button-favourite")
    return (Choice(label, at_place(Favour, leaf, not is_favourite)),)


def alert_row(leaf: Leaf) -> tuple[Row, ...]:
    """Of what is sold out, where the way into the cart stood: to be told when it is there again."""
    if not leaf.sold_out:
        return ()
    asked = at_place(Await, leaf, not is_awaited(leaf))
    return ((Choice(say(alert_label(leaf)), asked),),)


def alert_label(leaf: Leaf) -> str:
    """What the button says that has one told, or told no more: of the product, or of an option."""
    if is_awaited(leaf):
        return "button-alert-off"
    return "button-alert-option" if awaits_option(leaf) else "button-alert"


def awaits_option(leaf: Leaf) -> bool:
    """Whether what is waited for is the chosen option, of several, and no other."""
    return leaf.option is not None and len(leaf.product.options) > 1


def is_awaited(leaf: Leaf) -> bool:
    """Whether who looks is to be told when what the card shows is there again."""
    if leaf.option is not None and awaits_option(leaf):
        return leaf.option.is_awaited
    return leaf.product.is_awaited


def at_place(kind: type[Favour] | type[Await], leaf: Leaf, on: bool) -> Favour | Await:
    """The action with the place that the card was opened from, as far as that fits a button."""
    option_id = 0 if leaf.option is None else leaf.option.id
    whole = kind(leaf.product.id, option_id, on, *leaf.place, leaf.product.photo_at)
    return whole if fits(whole) else kind(leaf.product.id, option_id, on)
