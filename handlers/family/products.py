"""A family's own products with what is left of each option."""

from __future__ import annotations

from functools import reduce

from handlers.dialog.actions.family import ShowFamilyProducts
from handlers.dialog.actions.goods import ListOwnNotes, StartOffer
from handlers.dialog.router import command, view
from handlers.dialog.speech import Amount, Choice, Lines, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.family.brand import brand_name, own_brand, way_home, which_brand
from handlers.family.things import thing_words
from handlers.ui.board import board, leafing_rows
from handlers.ui.goods_notes import pieces_words
from handlers.ui.order_lines import stack
from models.people.access import Permission
from models.reports.family_products import OwnThing, family_products
from models.reports.whereabouts import Whereabouts

PER_PAGE = 8

command("products", lambda _rest: ShowFamilyProducts(0))


@view(ShowFamilyProducts, allow=Permission.family)
async def show_products(turn: Turn, asked: ShowFamilyProducts) -> Reply:
    """The brand's products. Refuses: NotAllowed for a brand of others."""
    found = await own_brand(turn, asked.family_id)
    if found is None:
        return reply(await which_brand(turn, ShowFamilyProducts, asked.page), in_place=True)
    page = await family_products(turn.session, found.id, max(asked.page, 0), PER_PAGE)
    listed = Lines(tuple(product_line(item) for item in page.items) or (say("family-no-products"),))
    words = say("family-products", brand=brand_name(found), list=listed)
    more = Choice(say("button-can-bring"), StartOffer(found.id))
    notes = Choice(say("button-own-notes"), ListOwnNotes(found.id))
    stocked = any(not item.made_to_order for item in page.items)
    rows = (
        *leafing_rows(page, lambda at: ShowFamilyProducts(found.id, at)),
        (more, notes) if stocked else (notes,),
        way_home(turn, found.id),
    )
    return reply(board(turn, "family", say("family-title"), words, *rows), in_place=True)


def product_line(item: OwnThing) -> Phrase:
    """A product or an option of it, its price, and what is left of it."""
    thing = thing_words(item.name, item.label)
    words = say("family-product", thing=thing, price=Amount(item.price), stock=stock_words(item))
    return words if item.made_to_order else stack(words, *where_words(item.where))


def where_words(where: Whereabouts) -> list[Phrase]:
    """Where all pieces are that she ever brought; nothing where she brought none."""
    if not where.taken_in:
        return []
    figures = {
        "on_shelf": where.on_shelf,
        "reserved": where.reserved,
        "sold": where.sold,
        "given_back": where.given_back,
        "written_off": where.written_off,
    }
    parts = [
        say(f"where-{name.replace('_', '-')}", pieces=pieces_words(n))
        for name, n in figures.items()
        if n
    ]
    listed = reduce(lambda before, part: say("where-and", first=before, second=part), parts)
    return [say("where", pieces=pieces_words(where.taken_in), list=listed)]


def stock_words(item: OwnThing) -> Phrase:
    """The words for what is left of a product, or why customers do not see it."""
    if item.hidden:
        return say("family-hidden")
    if item.made_to_order:
        return say("family-made-to-order")
    return say("family-left", count=item.left)
