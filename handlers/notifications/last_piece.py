"""What the catalogue and its family hear when the last piece of a thing is sold."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.catalogue import ChangeProduct
from handlers.dialog.actions.family import ShowFamilyProducts
from handlers.dialog.layout import short
from handlers.dialog.speech import Choice, Phrase, say
from handlers.notifications.notices import Event, Notice, message, to_family
from models.kernel.facts import LastPieceSold
from models.people.access import Permission, members_by_family, people_allowed
from models.products.product_pages import OptionCard, ProductCard, product_card


async def tell_of_last_piece(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever answers for the goods; nobody where there are pieces again, or it is off sale."""
    match event.fact:
        case LastPieceSold(option_id=option_id, product_id=product_id):
            product = await product_card(session, product_id)
        case _:
            return []
    if product is None or product.hidden:
        return []
    gone = [way for way in product.options if way.id == option_id and way.on_hand == 0]
    return [notice for way in gone for notice in await tell_both(session, product, way)]


async def tell_both(session: AsyncSession, product: ProductCard, way: OptionCard) -> list[Notice]:
    """The notices for the catalogue's staff, and for the family that makes it."""
    family_id, words = product.family_id, gone_words(product, way)
    count = Choice(say("button-count"), ChangeProduct(product.id, "quantity", way.id))
    clerks = tuple(await people_allowed(session, Permission.catalogue))
    members = (await members_by_family(session, [family_id])).get(family_id, ())
    hers = Choice(say("last-piece-see-products"), ShowFamilyProducts(family_id))
    return [
        Notice("last-piece", clerks, message(words, count)),
        to_family(family_id, members, message(words, hers)),
    ]


def gone_words(product: ProductCard, way: OptionCard) -> Phrase:
    """The words that the last piece was sold, and whether customers see the product still."""
    thing = say("thing", name=short(product.name_ar, product.name_en))
    if way.label_ar or way.label_en:
        option = short(way.label_ar, way.label_en)
        thing = say("thing-option", name=short(product.name_ar, product.name_en), option=option)
    seen = say("last-piece-others-left" if product.offered else "last-piece-none-left")
    return say("last-piece-sold", thing=thing, seen=seen)
