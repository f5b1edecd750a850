"""The cart: seeing it, changing quantities, emptying it."""

from __future__ import annotations

from handlers.customer.shop.cart_screen import (
    cart_screen,
    empty_cart_question,
    lines_on,
    page_of_line,
)
from handlers.customer.shop.product import place_in, product_reply
from handlers.customer.shop.wishes import Wishing, may_ask, wish_of, with_wish
from handlers.dialog.actions.customer import DropWish, EmptyCart, SetLine, SetQuantity, ShowCart
from handlers.dialog.forms import end_interlude
from handlers.dialog.router import command, step, view
from handlers.dialog.speech import Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.on_behalf import with_buyer
from models.kernel.refusals import NotFound
from models.orders.carts import CartView, empty_cart, mark_seen, put_in_cart, read_cart
from models.orders.wishes import set_wish
from models.products.product_pages import product_of


@view(ShowCart)
async def show_cart(turn: Turn, action: ShowCart) -> Reply:
    """A page of the cart, with what has changed since the person last saw it."""
    cart = await read_cart(turn.session, turn.shopper_id)
    return await cart_reply(turn, cart, action.page)


@step(SetQuantity)
async def change_quantity(turn: Turn, action: SetQuantity) -> Reply:
    """Put so many of an option in the cart; the answer is the product's card or the cart.

    Refuses OutOfStock, TooMany, MoreThanADay, NotOnSale and NotFound.
    """
    before = None if action.on_card else await read_cart(turn.session, turn.shopper_id)
    done = await put_in_cart(turn.shopping, action.option_id, max(0, action.quantity), turn.terms)
    notice = change_notice(was_there=done.before > 0, kept=done.kept)
    if before is None:
        product_id = await product_of(turn.session, action.option_id)
        if product_id is None:
            raise NotFound("option")
        shown = await product_reply(
            turn,
            product_id,
            action.option_id,
            place=place_in(action),
            photo=action.photo,
            notice=notice,
        )
        if done.takes_wish and not done.before and may_ask(turn):
            return with_wish(shown, await wish_of(turn, action.option_id, 0))
        return shown
    return await page_with(turn, place_of(before, action.option_id), notice)


@step(SetLine)
async def change_line(turn: Turn, action: SetLine) -> Reply:
    """Let a line of the cart hold so many.

    Refuses OutOfStock, TooMany, MoreThanADay, NotOnSale, and NotFound for a line that is gone.
    """
    before = await read_cart(turn.session, turn.shopper_id)
    if (action.option_id, action.line) not in {(i.option_id, i.line) for i in before.items}:
        raise NotFound("line")
    pieces = max(0, action.quantity)
    done = await put_in_cart(turn.shopping, action.option_id, pieces, turn.terms, action.line)
    at = place_of(before, action.option_id, action.line)
    return await page_with(turn, at, change_notice(was_there=True, kept=done.kept))


@step(DropWish)
async def drop_wish(turn: Turn, asked: DropWish) -> Reply:
    """Take a line's wish away; the cart as it is then. Refuses: NotFound, WishNotTaken."""
    before = await read_cart(turn.session, turn.shopper_id)
    await set_wish(turn.shopping, asked.option_id, asked.line, "")
    if isinstance(turn.state, Wishing):
        end_interlude(turn)
    at = place_of(before, asked.option_id, asked.line)
    return await page_with(turn, at, say("wish-dropped"))


async def page_with(turn: Turn, at: int, notice: Phrase) -> Reply:
    """The page of the cart on which that place stands, seen with its prices."""
    cart, page = await read_cart(turn.session, turn.shopper_id), page_of_line(at)
    await mark_seen(turn.session, turn.shopper_id, lines_on(cart, page))
    return await cart_reply(turn, cart, page, notice)


def place_of(cart: CartView, option_id: int, line: int = -1) -> int:
    """The place of the option's line in the cart, from 0; 0 too where it was not there.

    Of all its lines (-1) the first.
    """
    of_option = ((at, i) for at, i in enumerate(cart.items) if i.option_id == option_id)
    return next((at for at, item in of_option if line in (-1, item.line)), 0)


def change_notice(*, was_there: bool, kept: int) -> Phrase:
    """The short word for a press that changed a quantity."""
    if kept == 0:
        return say("taken-from-cart")
    return say("in-cart-now", count=kept) if was_there else say("added-to-cart")


@step(EmptyCart)
async def clear_cart(turn: Turn, action: EmptyCart) -> Reply:
    """Ask once, then take everything out."""
    cart = await read_cart(turn.session, turn.shopper_id)
    if cart.items and not action.sure:
        return reply(empty_cart_question(cart, turn.language), in_place=True)
    await empty_cart(turn.session, turn.shopper_id)
    cart = await read_cart(turn.session, turn.shopper_id)
    return await cart_reply(turn, cart, notice=say("cart-cleared"))


async def cart_reply(
    turn: Turn, cart: CartView, page: int = 0, notice: Phrase | None = None
) -> Reply:
    """The reply with a page of the cart, in place."""
    card = cart_screen(cart, page, turn.terms, await turn.delivery_plan(), turn.language)
    card = await with_buyer(turn, card) if turn.caller_id else card
    return reply(card, in_place=True, notice=notice)


command("cart", lambda _rest: ShowCart())
