"""A product's card for staff: what it is, what it costs, how many there are; each can change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.dialog.actions.audit import ProductHistory
from handlers.dialog.actions.catalogue import (
    AddOption,
    ChangeLowLimit,
    ChangeOtherWords,
    ChangeProduct,
    ChangeWishes,
    DeleteProduct,
    HideProduct,
    ListCatalogue,
    MoveProduct,
    ShowPhotos,
    WithdrawOption,
)
from handlers.dialog.actions.labels import PickLabels
from handlers.dialog.forms import both
from handlers.dialog.layout import banner, in_rows, short
from handlers.dialog.pictures import Picture
from handlers.dialog.speech import (
    Amount,
    Card,
    Choice,
    Lines,
    Name,
    Phrase,
    Reply,
    Row,
    reply,
    say,
)
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.products.draft import MOST_OPTIONS
from handlers.ui.product_card import Leaf, product_picture
from models.hall.deleted_products import was_in_hall
from models.hall.labels import Labelled
from models.kernel.refusals import NotFound
from models.orders.product_family import was_ordered
from models.products.product_pages import OptionCard, ProductCard, product_card

MOST_NAME, BRAND, OPTION = 60, 40, 24
TO_CATALOGUE = Choice(say("button-catalogue"), ListCatalogue())


async def staff_product(turn: Turn, product_id: int, first: Phrase | None = None) -> Card:
    """The product's card for staff, with a word before it. Refuses: NotFound."""
    found = await find_product(turn, product_id)
    words = product_words(found)
    last: Row = (TO_CATALOGUE, TO_DESK)
    named = await was_ordered(turn.session, found.id) or await was_in_hall(turn.session, found.id)
    if not named:
        last = (Choice(say("button-delete-product"), DeleteProduct(found.id)), *last)
    return Card(
        text=words if first is None else both(first, words),
        picture=picture_of(turn, found),
        choices=(*option_rows(found), *change_rows(found), last),
    )


async def find_product(turn: Turn, product_id: int) -> ProductCard:
    """The product, hidden or not. Refuses: NotFound."""
    found = await product_card(turn.session, product_id)
    if found is None:
        raise NotFound("product")
    return found


def product_words(product: ProductCard) -> Phrase:
    """Names, brand, package, whether customers see it, and each option's price and stock."""
    return say(
        "catalogue-card",
        name_ar=short(product.name_ar, "", MOST_NAME),
        name_en=english_name(product),
        brand=short(product.brand_ar, product.brand_en, BRAND),
        package=say(f"package-{product.package}"),
        audience=say(f"audience-{product.audience}"),
        seen=seen_by_customers(product),
        options=Lines(tuple(option_line(product, option) for option in product.options)),
    )


def english_name(product: ProductCard) -> Name | Phrase:
    """The name in English, or that there is none yet."""
    if not product.name_en:
        return say("catalogue-no-english")
    return short("", product.name_en, MOST_NAME)


def seen_by_customers(product: ProductCard) -> Phrase:
    """The words whether customers see the product, and if not why."""
    if product.hidden:
        return say("catalogue-hidden")
    return say("catalogue-offered" if product.offered else "catalogue-sold-out")


def option_line(product: ProductCard, option: OptionCard) -> Phrase:
    """An option's price and what there is of it."""
    price = Amount(option.price)
    if product.made_to_order:
        stock = say("catalogue-made-to-order", days=product.lead_days)
    else:
        stock = say("catalogue-on-hand", quantity=option.on_hand)
    if not option.label_ar and not option.label_en:
        return say("catalogue-only-option", price=price, stock=stock)
    label = short(option.label_ar, option.label_en, OPTION)
    return say("catalogue-option", option=label, price=price, stock=stock)


def picture_of(turn: Turn, product: ProductCard) -> Picture:
    """The picture that customers see."""
    option = product.pick_option()
    if option is None:
        return banner(turn.language, say("catalogue-title"), icon="catalogue")
    return product_picture(Leaf(product, option, in_cart=0, pieces=0), turn.language)


def option_rows(product: ProductCard) -> tuple[Row, ...]:
    """The price of each option, and its quantity where it has a stock."""
    return tuple(
        tuple(
            Choice(option_label(part, option), ChangeProduct(product.id, part, option.id))
            for part in (("price",) if product.made_to_order else ("price", "quantity"))
        )
        for option in product.options
    )


def option_label(part: str, option: OptionCard) -> Phrase:
    """What the button changes, and of which option where there are several."""
    if not option.label_ar and not option.label_en:
        return say(f"catalogue-change-{part}")
    label = short(option.label_ar, option.label_en, OPTION)
    return say(f"catalogue-change-{part}-of", option=label)


def change_rows(product: ProductCard) -> tuple[Row, ...]:
    """The rows of what can be changed of the product."""
    parts = [
        Choice(say(f"catalogue-change-{part}"), ChangeProduct(product.id, part))
        for part in ("name", "text", "audience", "package")
    ]
    parts.append(Choice(say("catalogue-change-photo"), ShowPhotos(product.id)))
    making = [
        Choice(say(f"catalogue-change-{part}"), ChangeProduct(product.id, part))
        for part in (("lead", "daily") if product.made_to_order else ())
    ]
    wishes = Choice(say("catalogue-change-wishes"), ChangeWishes(product.id))
    words = Choice(say("catalogue-change-words"), ChangeOtherWords(product.id))
    brand = Choice(say("catalogue-change-brand"), MoveProduct(product.id))
    low = Choice(say("catalogue-change-low"), ChangeLowLimit(product.id))
    label = say("button-show-product" if product.hidden else "button-hide-product")
    history = Choice(say("button-history"), ProductHistory(product.id))
    hide: Row = (Choice(label, HideProduct(product.id, not product.hidden)), history)
    stocked = () if product.made_to_order else (low,)
    changes = in_rows([*parts, *making, wishes, words, brand, *stocked], 2)
    return tuple(row for row in (*changes, option_ways(product), hide) if row)


def option_ways(product: ProductCard) -> Row:
    """The choices: another option while there is room, one off sale of several, and labels."""
    ways = []
    if may_add_option(product):
        ways.append(Choice(say("button-add-option"), AddOption(product.id)))
    if len(product.options) > 1:
        ways.append(Choice(say("button-withdraw-option"), WithdrawOption(product.id)))
    if not product.made_to_order:
        labels = PickLabels(Labelled.product.value, str(product.id))
        ways.append(Choice(say("button-labels"), labels))
    return tuple(ways)


def may_add_option(product: ProductCard) -> bool:
    """Whether there is room for another option of the product."""
    return 0 < len(product.options) < MOST_OPTIONS


async def back_to_product(turn: Turn, state: Any) -> Reply:
    """A form about a product was left: its card, as it was; the catalogue where it is no more."""
    return await product_or_gone(turn, state.product_id, say("form-left"))


async def product_or_gone(turn: Turn, product_id: int, first: Phrase) -> Reply:
    """The product's card with a word before it; where it was deleted meanwhile, that it was."""
    try:
        return reply(await staff_product(turn, product_id, first))
    except NotFound:
        gone = say("catalogue-product-gone")
        return reply(Card(text=gone, choices=((TO_CATALOGUE, TO_DESK),)))


Step = Callable[[Turn, Any], Awaitable[Any]]


def unless_gone(does: Step) -> Step:
    """A form's step about a product; where it was deleted meanwhile the form ends and says so."""

    async def do(turn: Turn, state: Any) -> Any:
        try:
            return await does(turn, state)
        except NotFound:
            turn.leave()
            return await product_or_gone(turn, state.product_id, say("refused-not-found"))

    return do
