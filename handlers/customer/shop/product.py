"""A product's card, as it is leafed to in its package, linked to or chosen from a list."""

from __future__ import annotations

from typing import NamedTuple, get_args

from handlers.dialog.actions.customer import Neighbour, SetQuantity, ShowPackage, ShowProduct
from handlers.dialog.dispatch import stale
from handlers.dialog.pictures import PackageKey
from handlers.dialog.router import view
from handlers.dialog.speech import Phrase, Reply, reply
from handlers.dialog.turn import Turn
from handlers.ui.product_card import (
    Leaf,
    Trail,
    empty_package_screen,
    not_on_sale_screen,
    product_screen,
    trail_of,
)
from models.kernel.refusals import NotFound
from models.orders.carts import cart_quantities
from models.products.product_pages import first_in, neighbour, product_card
from models.products.tables import Audience

MOST_PAGE = 1000
PACKAGES: dict[str, PackageKey] = {key: key for key in get_args(PackageKey)}


class ProductPath(NamedTuple):
    """How a product was come to: in its package for an audience, by a search, at one of its photos.

    An empty audience means all; `photo` is the photo's place from 0.
    """

    audience: str = ""
    trail: Trail = Trail()
    photo: int = 0


ANY_WAY = ProductPath()


def way_of(action: ShowProduct | Neighbour | SetQuantity) -> ProductPath:
    """The way that a button carries; what is in none of ours is left out, to fit the next ones."""
    page = action.sought_page if 0 <= action.sought_page < MOST_PAGE else 0
    photo = 0 if isinstance(action, Neighbour) else action.photo
    return ProductPath(known_audience(action.audience), trail_of(action.sought, page), photo)


def known_audience(audience: str) -> str:
    """The audience, or nothing for one that there is not."""
    return audience if audience in Audience.__members__ else ""


@view(ShowPackage)
async def show_package(turn: Turn, action: ShowPackage) -> Reply:
    """The first product of the package, narrowed to an audience when one is named."""
    package = PACKAGES.get(action.package)
    if package is None:
        return await stale(turn)
    audience = known_audience(action.audience)
    first = await first_in(turn.session, package, audience)
    if first is None:
        return reply(empty_package_screen(package, audience, turn.language), in_place=True)
    return await leaf_to(turn, first, by=ProductPath(audience))


@view(Neighbour)
async def show_neighbour(turn: Turn, action: Neighbour) -> Reply:
    """The product before or after; the same one again when nothing else is offered."""
    if action.package not in PACKAGES:
        return await stale(turn)
    by, step = way_of(action), 1 if action.step > 0 else -1
    there = await neighbour(turn.session, action.package, action.product_id, step, by.audience)
    shown = action.product_id if there is None else there
    return await leaf_to(turn, shown, by=by, alone=there is None)


@view(ShowProduct)
async def show_product(turn: Turn, action: ShowProduct) -> Reply:
    """The product with one of its options chosen; refuses NotFound."""
    return await leaf_to(turn, action.product_id, action.option_id, by=way_of(action))


async def leaf_to(
    turn: Turn,
    product_id: int,
    option_id: int = 0,
    *,
    by: ProductPath = ANY_WAY,
    alone: bool | None = None,
    notice: Phrase | None = None,
) -> Reply:
    """The product's card in place; `alone` says whether it has neighbours, where that is known.

    A product that is off sale is said to be so. Refuses NotFound.
    """
    product = await product_card(turn.session, product_id, by.photo)
    if product is None:
        raise NotFound("product")
    option = product.pick_option(option_id)
    if product.hidden or option is None:
        gone = not_on_sale_screen(product, by.trail, turn.language)
        return reply(gone, in_place=True, notice=notice)
    if alone is None:
        other = await neighbour(turn.session, product.package, product.id, 1, by.audience)
        alone = other is None
    held = await cart_quantities(turn.session, turn.shopper_id)
    leaf = Leaf(
        product=product,
        option=option,
        in_cart=held.get(option.id, 0),
        pieces=sum(held.values()),
        audience=by.audience,
        alone=alone,
        trail=by.trail,
        held=sum(held.get(way.id, 0) for way in product.options),
    )
    return reply(product_screen(leaf, turn.terms, turn.language), in_place=True, notice=notice)
