"""Favourites, and being told when a sold-out product is there again: each is one tap."""

from __future__ import annotations

from handlers.customer.shop.product import place_in, product_reply
from handlers.dialog.actions.wanted import Await, Favour, ShowFavourites
from handlers.dialog.layout import CART, HOME, banner, package_rows, page_row, screen
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Lines, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.shelf import FAVOURITES, ShelfPlace, item_rows, range_line, shelf_picture
from models.kernel.paging import Page, page_or_first
from models.kernel.refusals import NotFound
from models.people.people import Language
from models.products.product_lists import ProductBrief
from models.products.product_pages import product_card
from models.products.shelves import PER_SHELF
from models.products.wanted import Back, favourites_of, set_alert, set_favourite


@step(Favour)
async def favour(turn: Turn, asked: Favour) -> Reply:
    """Keep the product, or no more, and show its card as it was. Refuses NotFound, TooManyKept."""
    await set_favourite(turn.acting, asked.product_id, on=asked.on)
    return await card_again(turn, asked, "favourite-kept" if asked.on else "favourite-dropped")


@step(Await)
async def wait_for_stock(turn: Turn, asked: Await) -> Reply:
    """Tell the person when it is there again, or not. Refuses NotFound, TooManyKept.

    That is the option, where it is one of several.
    """
    card = await product_card(turn.session, asked.product_id)
    if card is None:
        raise NotFound("product")
    several = len(card.options) > 1 and any(way.id == asked.option_id for way in card.options)
    back = Back(asked.product_id, asked.option_id if several else 0)
    await set_alert(turn.acting, back, on=asked.on)
    return await card_again(turn, asked, "alert-on" if asked.on else "alert-off")


async def card_again(turn: Turn, asked: Favour | Await, notice: str) -> Reply:
    """The product's card with the option, the photo and the way back that it had."""
    return await product_reply(
        turn,
        asked.product_id,
        asked.option_id,
        place=place_in(asked),
        photo=asked.photo,
        notice=say(notice),
    )


@view(ShowFavourites)
async def show_favourites(turn: Turn, asked: ShowFavourites) -> Reply:
    """A page of the person's favourites; a page beyond the last shows the first."""

    async def read(at: int) -> Page[ProductBrief]:
        return await favourites_of(turn.session, turn.person_id, at, PER_SHELF)

    page = await page_or_first(read, asked.page)
    return reply(favourites_screen(page, turn.language), in_place=True)


def favourites_screen(page: Page[ProductBrief], language: Language) -> Card:
    """The favourites as a shelf; how to keep some where there are none."""
    if not page.items:
        picture = banner(language, say("favourites-title"))
        return screen(say("favourites-none"), picture, (*package_rows(), (CART, HOME)))
    at = page.page
    rows: list[Row] = [*item_rows(page.items, ShelfPlace(FAVOURITES, "", at))]
    rows += page_row(
        at, more=page.more, before=ShowFavourites(at - 1), after=ShowFavourites(at + 1)
    )
    text = say("paragraph", text=Lines((say("favourites"), range_line(page))))
    picture_of_all = shelf_picture(page.items, language)
    return Card(text=text, picture=picture_of_all, choices=(*rows, (CART, HOME)))
