"""A product's card: its picture, what it costs, how to put it into the cart, and the way back."""

from __future__ import annotations

from typing import cast

import msgspec

from handlers.dialog.actions import fits
from handlers.dialog.actions.customer import (
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
from handlers.dialog.speech import Amount, Card, Choice, Lines, Name, Phrase, Row, ShareChoice, say
from handlers.ui.shelf import ANYWHERE, BRAND, FAVOURITES, ShelfPlace
from locales.languages import LANGUAGES
from models.kernel.shop_terms import ShopTerms
from models.people.people import Language
from models.products.product_pages import OptionCard, ProductCard

NAME, BRAND_NAME, BRAND_LABEL, OPTION, DESCRIPTION = 120, 80, 20, 24, 500
HALF_A_ROW = 10
"""Letters of an option's name beside which its price still fits into half a row."""


class Leaf(msgspec.Struct, frozen=True):
    """A product as it is looked at: the chosen option, and what the person's cart holds.

    `place` is where on which shelf it was opened; `held` are the pieces of all the product's
    options in the cart.
    """

    product: ProductCard
    option: OptionCard
    in_cart: int
    pieces: int
    place: ShelfPlace = ANYWHERE
    held: int = 0

    @property
    def making_full(self) -> bool:
        """Whether the cart holds as many of the product as a day makes."""
        most = self.product.daily_most if self.product.made_to_order else 0
        return 0 < most <= self.held

    @property
    def sold_out(self) -> bool:
        """Whether the chosen option cannot be had now."""
        return not self.product.made_to_order and self.option.on_hand == 0


def product_screen(leaf: Leaf, terms: ShopTerms, language: Language) -> Card:
    """The card of a product on sale."""
    rows: list[Row] = [*photo_row(leaf), *option_rows(leaf), *quantity_rows(leaf, terms)]
    rows.append((way_back(leaf.product, leaf.place), cart_choice(leaf.pieces)))
    rows += wanted_rows(leaf.product, leaf.option.id, leaf.place)
    rows += last_rows(leaf)
    return Card(
        text=product_text(leaf, terms),
        picture=product_picture(leaf, language),
        choices=tuple(rows),
    )


def photo_row(leaf: Leaf) -> tuple[Row, ...]:
    """Which of its photos is shown; it leads to the next one, after the last to the first."""
    product = leaf.product
    if product.photos < 2:
        return ()
    label = say("product-photo", at=product.photo_at + 1, all=product.photos)
    following = (product.photo_at + 1) % product.photos
    return ((Choice(label, shows(leaf, leaf.option, following)),),)


def shows(leaf: Leaf, option: OptionCard, photo: int) -> ShowProduct:
    """The action that shows the card's product with that option and that photo."""
    return ShowProduct(leaf.product.id, option.id, *leaf.place, photo)


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
    """Name, brand, price, what is left, for whom; and beneath it the description."""
    product, option = leaf.product, leaf.option
    lines = [
        say("product-name", name=short(product.name_ar, product.name_en, NAME)),
        say("product-brand", brand=short(product.brand_ar, product.brand_en, BRAND_NAME)),
        say("product-price", price=Amount(option.price)),
    ]
    if option.label_ar or option.label_en:
        lines.append(say("product-option", option=short(option.label_ar, option.label_en)))
    lines += [*stock_lines(leaf, terms), say(f"audience-{product.audience}")]
    if product.wish_most:
        lines.append(say("product-takes-wish"))
    if not product.description_ar and not product.description_en:
        return say("paragraph", text=Lines(tuple(lines)))
    description = say("product-description", text=short_description(product))
    return say("two-paragraphs", first=Lines(tuple(lines)), second=description)


def short_description(product: ProductCard) -> Name:
    """The description, cut where a caption would grow too long; its own lines are kept."""
    ar, en = product.description_ar.strip(), product.description_en.strip()
    return Name(
        *(text if len(text) <= DESCRIPTION else cut(text, DESCRIPTION) for text in (ar, en))
    )


def stock_lines(leaf: Leaf, terms: ShopTerms) -> tuple[Phrase, ...]:
    """Sold out, few left, or how long it takes to make; nothing when there is plenty."""
    product, left = leaf.product, leaf.option.on_hand
    if product.made_to_order:
        made = say("product-made-to-order", days=product.lead_days)
        full = (say("making-most", most=product.daily_most),) if leaf.making_full else ()
        return (made, *full)
    if left == 0:
        return (say("product-option-sold-out" if product.offered else "product-sold-out"),)
    return (say("product-few-left", left=left),) if left <= terms.few_left else ()


def product_picture(leaf: Leaf, language: Language) -> Picture:
    """The photo that is leafed to, or a drawn card of the same facts."""
    product = leaf.product
    if product.photo is not None:
        return StoredPhoto(product.photo)
    tag = tag_line(leaf)
    return ProductArt(
        name=cut(name_in(Name(product.name_ar, product.name_en), language), NAME),
        brand=cut(name_in(Name(product.brand_ar, product.brand_en), language), BRAND_NAME),
        price=bare(say("amount", amount=Amount(leaf.option.price)), language),
        package=cast(PackageKey, str(product.package)),
        tag_line="" if tag is None else bare(tag, language),
        rtl=LANGUAGES[language].rtl,
        subject=f"{cut(product.name_ar, NAME)} {cut(product.name_en, NAME)}".strip(),
    )


def tag_line(leaf: Leaf) -> Phrase | None:
    """The line that the drawn card shows beneath the price."""
    if leaf.product.made_to_order:
        return say("product-tag-made-to-order")
    return say("product-tag-sold-out") if leaf.sold_out else None


def option_rows(leaf: Leaf) -> tuple[Row, ...]:
    """A choice for each option, the chosen one marked; none where there is only one.

    Two stand in a row where every name is short enough to be read there with its price.
    """
    options = leaf.product.options
    if len(options) < 2:
        return ()
    longest = max(len(name) for way in options for name in (way.label_ar, way.label_en))
    a_row = 2 if longest <= HALF_A_ROW else 1
    return in_rows([option_choice(leaf, option) for option in options], a_row)


def option_choice(leaf: Leaf, option: OptionCard) -> Choice:
    """An option with its price, or with the word that it is sold out."""
    label = short(option.label_ar, option.label_en, OPTION)
    if option.on_hand == 0 and not leaf.product.made_to_order:
        shown = say("product-option-gone", option=label)
    else:
        shown = say("product-option-choice", option=label, price=Amount(option.price))
    if option.id == leaf.option.id:
        shown = say("choice-chosen", label=shown)
    return Choice(shown, shows(leaf, option, leaf.product.photo_at))


def quantity_rows(leaf: Leaf, terms: ShopTerms) -> tuple[Row, ...]:
    """Add to cart, or one less, how many, one more; the buttons carry the resulting quantity."""
    count = leaf.in_cart
    most = terms.most_of_one
    if not leaf.product.made_to_order:
        most = min(most, leaf.option.on_hand)
    elif leaf.product.daily_most:
        most = min(most, count + leaf.product.daily_most - leaf.held)
    if count == 0:
        return () if most <= 0 else ((quantity_choice(leaf, say("product-add"), 1),),)
    less = max(0, min(count - 1, most))
    row = [
        quantity_choice(leaf, say("product-less" if less else "product-remove"), less),
        cart_choice_of(count),
    ]
    if count < most:
        row.append(quantity_choice(leaf, say("product-more"), count + 1))
    return (tuple(row),)


def quantity_choice(leaf: Leaf, label: Phrase, quantity: int) -> Choice:
    """The button that puts so many of the chosen option in the cart, and stays on this card."""
    beside = (*leaf.place, leaf.product.photo_at)
    return Choice(label, SetQuantity(leaf.option.id, quantity, True, *beside))


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


def wanted_rows(product: ProductCard, option_id: int, place: ShelfPlace) -> tuple[Row, ...]:
    """Favourite or not; of what is sold out as a whole, being told when it is there again."""
    label = say("button-favourite-drop" if product.is_favourite else "button-favourite")
    row = [Choice(label, at_place(Favour, product, option_id, not product.is_favourite, place))]
    if not product.offered:
        told = say("button-alert-off" if product.is_awaited else "button-alert")
        ask = at_place(Await, product, option_id, not product.is_awaited, place)
        row.insert(0, Choice(told, ask))
    return tuple((choice,) for choice in row) if len(row) > 1 else (tuple(row),)


def at_place(
    kind: type[Favour] | type[Await],
    product: ProductCard,
    option_id: int,
    on: bool,
    place: ShelfPlace,
) -> Favour | Await:
    """The action with the place that the card was opened from, as far as that fits a button."""
    whole = kind(product.id, option_id, on, *place, product.photo_at)
    return whole if fits(whole) else kind(product.id, option_id, on)
