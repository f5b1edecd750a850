"""What a family learns at once: what was sold today, at this bazaar and in all, and what is due."""

from __future__ import annotations

from handlers.dialog.actions.family import (
    ShowFamilyHome,
    ShowFamilyMaking,
    ShowFamilyProducts,
    ShowFamilySales,
)
from handlers.dialog.forms import both
from handlers.dialog.layout import HOME
from handlers.dialog.router import command, view
from handlers.dialog.speech import Amount, Card, Choice, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.family.brand import brand_name, other_brands, own_brand, which_brand
from handlers.ui.board import board
from models.kernel.money import NOTHING
from models.people.access import Permission
from models.products.brands import FamilyView
from models.reports.family_sales import FamilyTotals, Sold, family_totals

command("family", lambda _rest: ShowFamilyHome())


@view(ShowFamilyHome, allow=Permission.family)
async def show_home(turn: Turn, asked: ShowFamilyHome) -> Reply:
    """The brand's figures. Refuses: NotAllowed for a brand of others."""
    found = await own_brand(turn, asked.family_id)
    if found is None:
        return reply(await which_brand(turn, ShowFamilyHome, asked.page), in_place=True)
    totals = await family_totals(turn.session, found.id, turn.now)
    return reply(home_card(turn, found, totals), in_place=True)


def home_card(turn: Turn, found: FamilyView, totals: FamilyTotals) -> Card:
    """The figures, with the ways to products and sales."""
    words = say(
        "family-home",
        brand=brand_name(found),
        today=sold_words(totals.today),
        bazaar=sold_words(totals.bazaar),
        in_all=sold_words(totals.in_all),
        due=Amount(totals.due),
        on_its_way=Amount(totals.on_its_way),
    )
    if totals.due < NOTHING:
        words = both(words, say("due-below-nothing"))
    ways = (
        Choice(say("button-family-sales"), ShowFamilySales(found.id)),
        Choice(say("button-family-products", count=found.products), ShowFamilyProducts(found.id)),
    )
    making: Row = (Choice(say("button-family-making"), ShowFamilyMaking(found.id)),)
    rows = (making, ways, other_brands(turn), (HOME,))
    return board(turn, "family", say("family-title"), words, *rows)


def sold_words(sold: Sold) -> Phrase:
    """The words for how many pieces were sold, and for how much."""
    return say("family-figure", pieces=sold.pieces, amount=Amount(sold.amount))
