"""A product's card, as it is opened from a shelf, linked to or chosen from the cart."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from handlers.dialog.actions.customer import ASKED_FOR, SetQuantity, ShowProduct
from handlers.dialog.actions.wanted import Await, Favour
from handlers.dialog.router import view
from handlers.dialog.speech import Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.product_card import Leaf, not_on_sale_screen, product_screen
from handlers.ui.shelf import ANYWHERE, BRAND, FAVOURITES, MOST_PAGE, ShelfPlace, place_in_search
from models.kernel.calendar import dubai_day
from models.kernel.refusals import NotFound
from models.orders.carts import cart_quantities
from models.products.product_pages import ProductCard, product_card
from models.products.tables import Audience


@view(ShowProduct)
async def show_product(turn: Turn, action: ShowProduct) -> Reply:
    """The product with one of its options chosen; refuses NotFound.

    Where it is to go into the cart, one of several options is asked for: none is taken silently.
    """
    asked_for = action.option_id == ASKED_FOR
    notice = say("product-choose-first") if asked_for else None
    return await product_reply(
        turn,
        action.product_id,
        action.option_id,
        place=place_in(action),
        photo=action.photo,
        notice=notice,
    )


def place_in(action: ShowProduct | SetQuantity | Favour | Await) -> ShelfPlace:
    """The place that a button carries; what is in none of ours is left out, to fit the next."""
    page = action.shelf_page if 0 <= action.shelf_page < MOST_PAGE else 0
    if action.sought:
        return place_in_search(action.sought, page)
    known = action.shelf in (BRAND, FAVOURITES) or action.shelf in Audience.__members__
    return ShelfPlace(action.shelf if known else "", "", page)


def ready_day(product: ProductCard, now: datetime) -> date | None:
    """The day in Dubai until which a thing ordered now is made; None where it is there."""
    if not product.made_to_order or not product.lead_days:
        return None
    return dubai_day(now) + timedelta(days=product.lead_days)


async def product_reply(
    turn: Turn,
    product_id: int,
    option_id: int = 0,
    *,
    place: ShelfPlace = ANYWHERE,
    photo: int = 0,
    notice: Phrase | None = None,
) -> Reply:
    """The product's card in place, with the photo at that place from 0; refuses NotFound.

    A product that is off sale is said to be so.
    """
    product = await product_card(turn.session, product_id, photo, turn.person_id)
    if product is None:
        raise NotFound("product")
    if product.hidden or not product.options:
        gone = not_on_sale_screen(product, place, turn.language)
        return reply(gone, in_place=True, notice=notice)
    held = await cart_quantities(turn.session, turn.shopper_id)
    option = product.chosen_option(option_id)
    leaf = Leaf(
        product=product,
        option=option,
        in_cart=0 if option is None else held.get(option.id, 0),
        pieces=sum(held.values()),
        place=place,
        held=sum(held.get(way.id, 0) for way in product.options),
        ready=ready_day(product, turn.now),
    )
    return reply(product_screen(leaf, turn.terms, turn.language), in_place=True, notice=notice)
