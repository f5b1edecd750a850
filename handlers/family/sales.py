"""What of a family's was sold, newest first; never to whom."""

from __future__ import annotations

from handlers.dialog.actions.family import ShowFamilySales
from handlers.dialog.layout import cut
from handlers.dialog.order_states import state_of_any
from handlers.dialog.router import command, view
from handlers.dialog.speech import Amount, Exact, Lines, Phrase, Reply, When, reply, say
from handlers.dialog.turn import Turn
from handlers.family.brand import brand_name, own_brand, way_home, which_brand
from handlers.family.things import thing_words
from handlers.ui.board import board, leafing_rows
from handlers.ui.bring_in import bring_words
from models.people.access import Permission
from models.reports.family_sales import FamilySale, family_sales

PER_PAGE = 5
WISH = 36

command("sales", lambda _rest: ShowFamilySales())


@view(ShowFamilySales, allow=Permission.family)
async def show_sales(turn: Turn, asked: ShowFamilySales) -> Reply:
    """The brand's sales. Refuses: NotAllowed for a brand of others."""
    found = await own_brand(turn, asked.family_id)
    if found is None:
        return reply(await which_brand(turn, ShowFamilySales, asked.page), in_place=True)
    page = await family_sales(turn.session, found.id, max(asked.page, 0), PER_PAGE)
    listed = Lines(tuple(sale_line(turn, item) for item in page.items) or (say("family-no-sales"),))
    words = say("family-sales", brand=brand_name(found), list=listed)
    rows = (*leafing_rows(page, lambda at: ShowFamilySales(found.id, at)), way_home(turn, found.id))
    return reply(board(turn, "family", say("family-title"), words, *rows), in_place=True)


def sale_line(turn: Turn, sale: FamilySale) -> Phrase:
    """One line of an order: what, how many, for how much, where the order stands, and when.

    Of what was sold in the hall, that it was there; and how much of it came back.
    """
    if sale.in_hall:
        return hall_line(sale)
    words = say(
        "family-sale",
        what=thing_words(sale.name, sale.label),
        quantity=str(sale.quantity),
        amount=Amount(sale.amount),
        number=Exact(sale.order_number),
        state=state_words(sale),
        when=When(sale.at),
    )
    if sale.wish:
        words = say("line-wish", line=words, wish=cut(sale.wish, WISH))
    if sale.needed is None:
        return words
    bring = bring_words(turn.terms, sale.needed, sale.window, turn.now)
    return say("family-sale-needed", sale=words, bring=bring)


def hall_line(sale: FamilySale) -> Phrase:
    """What was sold in the hall."""
    words = say(
        "family-sale-hall",
        what=thing_words(sale.name, sale.label),
        quantity=str(sale.quantity),
        amount=Amount(sale.amount),
        number=Exact(sale.order_number),
        when=When(sale.at),
    )
    if not sale.back:
        return words
    back = say("family-line-returned" if sale.returned else "family-some-back", count=sale.back)
    return say("family-sale-needed", sale=words, bring=back)


def state_words(sale: FamilySale) -> Phrase:
    """Where the line stands: struck, not taken at the door, come back, or with its order."""
    if sale.struck:
        return say("family-line-refused" if sale.refused else "family-line-struck")
    return say("family-line-returned") if sale.returned else state_of_any(sale.state)
