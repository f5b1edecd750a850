"""The shelves: what a package or a family offers, page by page."""

from __future__ import annotations

from typing import get_args

from handlers.customer.shop.shelf_screen import audiences_screen, brand_screen, package_screen
from handlers.dialog.actions.customer import ChooseAudience, Neighbour, ShowBrand, ShowPackage
from handlers.dialog.pictures import PackageKey
from handlers.dialog.plans import stale
from handlers.dialog.router import view
from handlers.dialog.speech import Reply, reply
from handlers.dialog.turn import Turn
from handlers.ui.shelf import MOST_PAGE, known_audience
from models.kernel.refusals import NotFound
from models.products.shelves import audience_counts, brand_shelf, package_shelf

PACKAGES: dict[str, PackageKey] = {key: key for key in get_args(PackageKey)}


@view(ShowPackage)
async def show_package(turn: Turn, action: ShowPackage) -> Reply:
    """A page of the package's shelf, narrowed to an audience when one is named."""
    package = PACKAGES.get(action.package)
    if package is None:
        return await stale(turn)
    audience, page = known_audience(action.audience), known_page(action.page)
    shelf = await package_shelf(turn.session, package, audience, page)
    return reply(package_screen(package, audience, shelf, turn.language), in_place=True)


@view(Neighbour)
async def show_package_instead(turn: Turn, action: Neighbour) -> Reply:
    """The shelf of the package that an old card leafed through, from its beginning."""
    return await show_package(turn, ShowPackage(action.package, action.audience))


@view(ShowBrand)
async def show_brand(turn: Turn, action: ShowBrand) -> Reply:
    """A page of what the family offers; refuses NotFound."""
    shelf = await brand_shelf(turn.session, action.family_id, known_page(action.page))
    if shelf is None:
        raise NotFound("family")
    return reply(brand_screen(action.family_id, shelf, turn.language), in_place=True)


@view(ChooseAudience)
async def choose_audience(turn: Turn, action: ChooseAudience) -> Reply:
    """For whom the package has something."""
    package = PACKAGES.get(action.package)
    if package is None:
        return await stale(turn)
    counts = await audience_counts(turn.session, package)
    kept = ChooseAudience(package, known_audience(action.audience), known_page(action.shelf_page))
    return reply(audiences_screen(kept, package, counts, turn.language), in_place=True)


def known_page(page: int) -> int:
    """The page, or the first for one that no button of ours carries."""
    return page if 0 <= page < MOST_PAGE else 0
