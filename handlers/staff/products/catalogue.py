"""The catalogue: every product, hidden ones too, to be found, looked at, hidden and shown."""

from __future__ import annotations

from handlers.dialog.actions import cut_words
from handlers.dialog.actions.catalogue import (
    AddProduct,
    FindInCatalogue,
    HideProduct,
    ListCatalogue,
    ManageProduct,
)
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.layout import short
from handlers.dialog.questions import text
from handlers.dialog.router import command, step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, back_to_desk
from handlers.staff.desk.listening import MOST_WORDS, ListeningBase, list_that_listens, listen
from handlers.staff.products.screen import TO_CATALOGUE, find_product, staff_product
from handlers.ui.board import board, leafing_rows
from models.kernel.paging import Page
from models.people.access import Permission
from models.products.product_lists import ProductBrief
from models.products.publishing import hide as hide_product
from models.products.publishing import staff_list

PER_PAGE = 8
NAME = 36

command("catalogue", lambda rest: ListCatalogue(words=cut_words(rest)))


class InCatalogue(ListeningBase, frozen=True, kw_only=True, tag="in-catalogue.1"):
    """The catalogue is looked at."""


@step(ListCatalogue, allow=Permission.catalogue)
async def list_catalogue(turn: Turn, asked: ListCatalogue) -> Reply:
    """The products with those words, a button each; a text that follows is looked for there."""
    listen(turn, InCatalogue)
    return reply(await catalogue_card(turn, asked.words, asked.page), in_place=True)


async def catalogue_card(turn: Turn, words: str, at: int = 0) -> Card:
    """A page of the products with those words in them; all of them where there are none."""
    page = await staff_list(turn.session, words, max(at, 0), PER_PAGE)
    products = [(Choice(row_label(item), ManageProduct(item.id)),) for item in page.items]
    find = (
        Choice(say("button-find"), FindInCatalogue()),
        Choice(say("button-add-product"), AddProduct()),
    )
    ways = (TO_CATALOGUE, TO_DESK) if words else (TO_DESK,)
    rows = (*products, *leafing_rows(page, lambda to: ListCatalogue(to, words)), find, ways)
    shown = list_words(words, page)
    return board(turn, "catalogue", say("catalogue-title"), shown, *rows)


def list_words(words: str, page: Page[ProductBrief]) -> Phrase:
    """The words over the list: which products it holds."""
    if not words:
        return say("catalogue", count=page.total or 0)
    return say("catalogue-found" if page.items else "catalogue-not-found", words=words)


def row_label(item: ProductBrief) -> Phrase:
    """A product's name, marked when customers do not see it."""
    name = short(item.name_ar, item.name_en, NAME)
    if item.hidden:
        return say("catalogue-row-hidden", name=name)
    return say("catalogue-row" if item.offered else "catalogue-row-sold-out", name=name)


@view(ManageProduct, allow=Permission.catalogue)
async def manage_product(turn: Turn, asked: ManageProduct) -> Reply:
    """One product, to be changed. Refuses: NotFound."""
    return reply(await staff_product(turn, asked.product_id), in_place=True)


@step(HideProduct, allow=Permission.catalogue)
async def hide(turn: Turn, asked: HideProduct) -> Reply:
    """Take the product off sale, or put it back. Refuses: NotFound."""
    await hide_product(turn.acting, asked.product_id, asked.hidden)
    offered = (await find_product(turn, asked.product_id)).offered
    shown = "catalogue-now-shown" if offered else "catalogue-sold-out"
    notice = say("catalogue-now-hidden" if asked.hidden else shown)
    return reply(await staff_product(turn, asked.product_id), in_place=True, notice=notice)


class Finding(StateBase, frozen=True, kw_only=True, tag="find-product.1"):
    """A product that is looked for."""

    words: str | None = None


async def show_found(turn: Turn, state: Finding) -> Reply:
    """End the form and show the products that its words find."""
    turn.leave()
    listen(turn, InCatalogue)
    return await find_words(turn, require_answer(state.words))


async def find_words(turn: Turn, words: str) -> Reply:
    """The products that hold the words, as the staff's catalogue shows them."""
    return reply(await catalogue_card(turn, cut_words(words)))


list_that_listens(InCatalogue, say("catalogue-ask-words"), find_words, Permission.catalogue)


FINDING = Flow(
    Finding,
    (text("words", say("catalogue-ask-words"), most=MOST_WORDS, figures=True),),
    show_found,
    allow=Permission.catalogue,
    left=back_to_desk,
)


@step(FindInCatalogue, allow=Permission.catalogue)
async def find(turn: Turn, _asked: FindInCatalogue) -> Reply:
    """Ask for the product's name."""
    return await FINDING.start(turn, Finding())
