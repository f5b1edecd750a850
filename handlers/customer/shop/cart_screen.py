"""The cart: what is in it, what it comes to, and a way to change each line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from handlers.dialog.actions.customer import (
    AskWish,
    EmptyCart,
    SetLine,
    SetQuantity,
    ShowCart,
    ShowProduct,
    StartCheckout,
    WishAnother,
)
from handlers.dialog.layout import HOME, SEARCH, banner, cut, package_rows, page_row, screen, short
from handlers.dialog.speech import Amount, Card, Choice, Lines, Phrase, Row, say
from handlers.ui.order_lines import extra_lines
from handlers.ui.stepper import stepper
from models.kernel.money import Money
from models.kernel.shop_terms import ShopTerms
from models.orders.carts import CartItem, CartView
from models.orders.delivery_plan import DeliveryPlan
from models.orders.pricing import Amounts, amounts_of
from models.people.people import Language

LINES = 6
NAME, OPTION, WISH = 32, 24, 36
CHECKOUT: Row = (Choice(say("cart-checkout"), StartCheckout()),)
CLEAR = Choice(say("cart-clear"), EmptyCart())


def cart_screen(
    cart: CartView, page: int, terms: ShopTerms, plan: DeliveryPlan, language: Language
) -> Card:
    """A page of the cart; a page beyond the last shows the last."""
    if not cart.items:
        return empty_cart_screen(language)
    page = nearest(cart, page)
    start, shown = page * LINES, lines_on(cart, page)
    amounts = amounts_of(cart.to_be_had, plan)
    rows: list[Row] = [CHECKOUT] if amounts.items else []
    for at, item in enumerate(shown, start + 1):
        rows += line_rows(at, item, most_of(cart, item, terms), shared=is_shared(cart, item))
    more = start + LINES < len(cart.items)
    rows += page_row(page, more=more, before=ShowCart(page - 1), after=ShowCart(page + 1))
    rows.append((CLEAR, HOME))
    picture = banner(language, say("cart-title"), say("cart-pieces", count=cart.count), icon="cart")
    return screen(cart_text(cart, amounts, plan, shown, start), picture, rows)


def nearest(cart: CartView, page: int) -> int:
    """The number of the asked page of the cart, or of the nearest one that there is."""
    return max(0, min(page, page_of_line(len(cart.items) - 1)))


def lines_on(cart: CartView, page: int) -> Sequence[CartItem]:
    """The lines that the page, or the nearest one that there is, shows."""
    start = nearest(cart, page) * LINES
    return cart.items[start : start + LINES]


def page_of_line(at: int) -> int:
    """The page on which the line at that place (from 0) stands."""
    return at // LINES


def cart_text(
    cart: CartView, amounts: Amounts, plan: DeliveryPlan, shown: Sequence[CartItem], start: int
) -> Phrase:
    """The lines of the page, and beneath them the sum of the whole cart."""
    lines: list[Phrase] = []
    for at, item in enumerate(shown, start + 1):
        lines += [*line_text(at, item), *making_text(cart, item)]
    sums = Lines(sum_lines(cart, amounts, plan))
    return say("two-paragraphs", first=Lines(tuple(lines)), second=sums)


def line_text(number: int, item: CartItem) -> list[Phrase]:
    """One line of the cart: what, how many, what it comes to, and what has changed since."""
    name = short(item.name_ar, item.name_en, NAME)
    if item.label_ar or item.label_en:
        option = short(item.label_ar, item.label_en, OPTION)
        head = say("cart-line-option", number=number, name=name, option=option)
    else:
        head = say("cart-line", number=number, name=name)
    wish = [say("cart-line-wish", wish=cut(item.wish, WISH))] if item.wish else []
    troubles = [*wish, *line_troubles(item)]
    if item.trouble in ("sold-out", "gone"):
        return [head, *troubles]
    sums = say(
        "cart-line-sum",
        count=item.quantity,
        price=Amount(item.price),
        amount=Amount(item.amount),
    )
    return [head, sums, *troubles]


def making_text(cart: CartView, item: CartItem) -> list[Phrase]:
    """The words that the cart holds as many of the product as a day makes, or more."""
    room = cart.room(item)
    if room is None or room > 0 or not item.on_sale:
        return []
    return [say("making-most" if room == 0 else "cart-making-over", most=item.daily_most)]


def line_troubles(item: CartItem) -> list[Phrase]:
    """The words for what has changed about the line since the person last saw it."""
    price = [say("cart-price-changed", was=Amount(item.price_seen))] if item.repriced else []
    match item.trouble:
        case "fewer":
            return [*price, say("cart-fewer", left=item.left or 0)]
        case "sold-out":
            return [say("cart-sold-out")]
        case "gone":
            return [say("cart-gone")]
        case _:
            return price


def sum_lines(cart: CartView, amounts: Amounts, plan: DeliveryPlan) -> tuple[Phrase, ...]:
    """The sum of what can be had, what comes on top, and how long the slowest takes to make."""
    items = say("cart-total", total=Amount(amounts.items))
    lines = [items, *extra_lines(amounts), fee_line(amounts.items, plan)]
    if not cart.ready:
        lines.append(say("cart-without-gone"))
    if cart.lead_days:
        lines.append(say("cart-lead", days=cart.lead_days))
    return tuple(lines)


def fee_line(items: Money, plan: DeliveryPlan) -> Phrase:
    """That the fee comes on top; or how much more makes the delivery free, or that it is."""
    if plan.free_above is None or not items:
        return say("cart-fee-later")
    if items >= plan.free_above:
        return say("cart-fee-free")
    return say("cart-fee-free-from", missing=Amount(plan.free_above - items))


def line_rows(number: int, item: CartItem, most: int, *, shared: bool) -> tuple[Row, ...]:
    """The rows for a line: the product, how many of it, and its wish."""
    name = short(item.name_ar, item.name_en, NAME)
    card = ShowProduct(item.product_id, item.option_id)
    shown = Choice(say("cart-product", number=number, name=name, count=item.quantity), card)
    count = Choice(say("cart-count", count=item.quantity), card)
    least = 0 if item.trouble in ("sold-out", "gone") else most
    steps = stepper(item.quantity, least, partial(holding, item, shared=shared), count)
    return ((shown,), steps, *wish_rows(item, most))


def is_shared(cart: CartView, item: CartItem) -> bool:
    """Whether another line of the cart holds the same option, with another wish."""
    return sum(other.option_id == item.option_id for other in cart.items) > 1


def holding(item: CartItem, quantity: int, *, shared: bool) -> SetQuantity | SetLine:
    """The action that lets the line hold so many."""
    if shared:
        return SetLine(item.option_id, item.line, quantity)
    return SetQuantity(item.option_id, quantity)


def wish_rows(item: CartItem, most: int) -> tuple[Row, ...]:
    """A wish for its maker, where one is taken; and with it one more that has another wish."""
    if not item.wish_most or not item.on_sale:
        return ()
    ask = AskWish(item.option_id, item.line)
    if not item.wish:
        return ((Choice(say("wish-write"), ask),),)
    another = (Choice(say("wish-another"), WishAnother(item.option_id)),)
    return ((Choice(say("wish-change"), ask), *(another if item.quantity < most else ())),)


def most_of(cart: CartView, item: CartItem, terms: ShopTerms) -> int:
    """The most pieces of the line that can be had: on the shelf, or made in a day."""
    room = cart.room(item)
    most = terms.most_of_one if item.left is None else min(terms.most_of_one, item.left)
    return most if room is None else min(most, item.quantity + room)


def empty_cart_screen(language: Language) -> Card:
    """The card of an empty cart, with the ways to find something."""
    picture = banner(language, say("cart-title"), icon="cart")
    return screen(say("cart-empty"), picture, [*package_rows(), (SEARCH, HOME)])


def empty_cart_question(cart: CartView, language: Language) -> Card:
    """Asks once before everything is taken out."""
    rows: list[Row] = [
        (Choice(say("cart-clear-sure"), EmptyCart(sure=True)),),
        (Choice(say("button-back"), ShowCart()),),
    ]
    picture = banner(language, say("cart-title"), icon="cart")
    return screen(say("cart-clear-ask", count=cart.count), picture, rows)
