"""A text in reply to what a family was told: it leads to what that was about, and to the centre."""

from __future__ import annotations

from handlers.dialog.actions.family import ShowFamilyHome, ShowFamilyProducts
from handlers.dialog.rendering import bare
from handlers.dialog.router import OFFERERS, replier
from handlers.dialog.speech import Card, Exact, Lines, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.family.brand import brand_name, own_brand, way_home
from handlers.family.home import show_home
from handlers.family.products import show_products
from handlers.family.sales import sale_line
from models.products.brands import FamilyView, family
from models.reports.family_sales import FamilySale, family_sales

MOST_LINES = 20


@replier(ShowFamilyHome)
async def reply_about_sales(turn: Turn, about: ShowFamilyHome, text: str) -> Reply | None:
    """Her lines of the order that she was told of, else her figures; and the way to the centre."""
    if about.family_id not in turn.standing.family_ids:
        return None
    found = await family(turn.session, about.family_id)
    sold = await lines_of(turn, about)
    if not sold:
        quote = say("family-reply", brand=brand_name(found))
        shown = await show_home(turn, ShowFamilyHome(found.id))
    else:
        number = Exact(sold[0].order_number)
        quote = say("family-reply-order", brand=brand_name(found), number=number)
        shown = reply(order_card(turn, found, sold))
    return await with_way_to_centre(turn, quote, text, shown)


@replier(ShowFamilyProducts)
async def reply_about_products(turn: Turn, about: ShowFamilyProducts, text: str) -> Reply | None:
    """Her products, and the way to the centre."""
    if about.family_id not in turn.standing.family_ids:
        return None
    found = await own_brand(turn, about.family_id)
    shown = await show_products(turn, about)
    if found is None:
        return shown
    quote = say("family-reply", brand=brand_name(found))
    return await with_way_to_centre(turn, quote, text, shown)


async def lines_of(turn: Turn, about: ShowFamilyHome) -> list[FamilySale]:
    """Her own lines of the order, if it is about one."""
    if not about.order_id:
        return []
    which = {"per_page": MOST_LINES, "order_id": about.order_id}
    page = await family_sales(turn.session, about.family_id, **which)
    return list(page.items)


def order_card(turn: Turn, found: FamilyView, sold: list[FamilySale]) -> Card:
    """What of an order is hers, as it stands now; nothing of its customer."""
    text = say(
        "family-order",
        brand=brand_name(found),
        number=Exact(sold[0].order_number),
        list=Lines(tuple(sale_line(turn, each) for each in sold)),
    )
    return Card(text=text, choices=(way_home(turn, found.id),))


async def with_way_to_centre(turn: Turn, quote: Phrase, text: str, shown: Reply) -> Reply:
    """The answer, and the button that hands the words to the centre, beneath what they reply to."""
    shown = reply(*shown.cards)
    words = f"{bare(quote, turn.language)}\n{text}"
    return await OFFERERS[0](turn, words, shown)
