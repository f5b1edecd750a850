"""Leafing through a package, product after product, and narrowing it to an audience."""

from __future__ import annotations

from typing import get_args

from handlers.customer.shop.product import ProductPath, known_audience, leaf_to, way_of
from handlers.dialog.actions.customer import Neighbour, ShowPackage
from handlers.dialog.dispatch import stale
from handlers.dialog.pictures import PackageKey
from handlers.dialog.router import view
from handlers.dialog.speech import Reply, reply
from handlers.dialog.turn import Turn
from handlers.ui.product_card import empty_package_screen
from models.products.product_pages import first_in, neighbour

PACKAGES: dict[str, PackageKey] = {key: key for key in get_args(PackageKey)}


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
