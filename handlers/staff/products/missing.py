"""What products lack still, as the clerk's list: a photo, or words in English."""

from __future__ import annotations

from handlers.dialog.actions.catalogue import ListLacking, ManageProduct
from handlers.dialog.layout import short
from handlers.dialog.router import view
from handlers.dialog.speech import Choice, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.products.screen import TO_CATALOGUE
from handlers.ui.board import board, leafing_rows
from models.kernel.paging import page_or_first
from models.people.access import Permission
from models.products.missing import Lacking, lacking

PER_PAGE = 8
NAME = 34


@view(ListLacking, allow=Permission.catalogue)
async def list_lacking(turn: Turn, asked: ListLacking) -> Reply:
    """A page of the products that lack something, each leads to its card."""
    page = await page_or_first(lambda at: lacking(turn.session, at, PER_PAGE), max(asked.page, 0))
    products = [(Choice(row_label(item), ManageProduct(item.id)),) for item in page.items]
    words = say("lacking" if page.items else "lacking-nothing")
    rows = (*products, *leafing_rows(page, ListLacking), (TO_CATALOGUE, TO_DESK))
    return reply(board(turn, "catalogue", say("lacking-title"), words, *rows), in_place=True)


def row_label(item: Lacking) -> Phrase:
    """A product's name, marked with what it lacks."""
    name = short(item.name_ar, item.name_en, NAME)
    if item.photo and item.english:
        return say("lacking-both", name=name)
    return say("lacking-photo" if item.photo else "lacking-english", name=name)
