"""A product's card, as it is leafed to, linked to or chosen from a list."""

from __future__ import annotations

from handlers.actions import ShowProduct
from handlers.router import view
from handlers.screens.product import Leaf, Trail, not_on_sale_screen, product_screen
from handlers.speech import Phrase, Reply, reply
from handlers.turn import Turn
from models.carts import cart_quantities
from models.errors import NotFound
from models.shelf import neighbour, product_card

NO_TRAIL = Trail()


@view(ShowProduct)
async def show_product(turn: Turn, action: ShowProduct) -> Reply:
    """The product with one of its options chosen; refuses NotFound."""
    return await leaf_to(
        turn,
        action.product_id,
        action.option_id,
        audience=action.audience,
        trail=Trail(action.sought, action.sought_page),
        photo=action.photo,
    )


async def leaf_to(
    turn: Turn,
    product_id: int,
    option_id: int = 0,
    *,
    audience: str = "",
    alone: bool | None = None,
    trail: Trail = NO_TRAIL,
    photo: int = 0,
    notice: Phrase | None = None,
) -> Reply:
    """The product's card in place; `alone` says whether it has neighbours, where that is known.

    `photo` is the place of the photo that it shows, from 0.

    A product that is off sale is said to be so. Refuses NotFound.
    """
    product = await product_card(turn.session, product_id, photo)
    if product is None:
        raise NotFound("product")
    option = product.chosen(option_id)
    if product.hidden or option is None:
        gone = not_on_sale_screen(product, trail, turn.language)
        return reply(gone, in_place=True, notice=notice)
    if alone is None:
        other = await neighbour(turn.session, product.package, product.id, 1, audience)
        alone = other is None
    held = await cart_quantities(turn.session, turn.person_id)
    leaf = Leaf(
        product=product,
        option=option,
        in_cart=held.get(option.id, 0),
        pieces=sum(held.values()),
        audience=audience,
        alone=alone,
        trail=trail,
        held=sum(held.get(way.id, 0) for way in product.options),
    )
    return reply(product_screen(leaf, turn.terms, turn.language), in_place=True, notice=notice)
