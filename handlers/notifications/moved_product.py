"""What two families hear of a product that was entered under the wrong one of them.

Neither reads the other's name. What was credited to the one by mistake is the other's income: both
are told how much goes over, why, and what is due to them now.
"""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.layout import short
from handlers.dialog.main_menu import TEAM
from handlers.dialog.speech import Amount, Choice, Phrase, say
from handlers.notifications.notices import Event, Notice, message, to_family
from handlers.ui.order_lines import paragraphs
from handlers.ui.reasons import reason_words
from models.accounting.ledger import due_to_all
from models.kernel.facts import ProductMoved
from models.kernel.money import Money
from models.people.access import members_by_family
from models.products.brands import family
from models.products.product_pages import product_card


async def tell_of_moved_product(session: AsyncSession, event: Event) -> list[Notice]:
    """Everyone who answers for either family; nobody where the product is there no more."""
    match event.fact:
        case ProductMoved() as moved:
            product = await product_card(session, moved.product_id)
        case _:
            return []
    if product is None:
        return []
    sides = {moved.was_id: "left", moved.family_id: "came"}
    due = await due_to_all(session, sides)
    members = await members_by_family(session, sides)
    thing = say("thing", name=short(product.name_ar, product.name_en))
    notices = []
    for family_id, side in sorted(sides.items()):
        brand = await family(session, family_id)
        heading = say(
            f"income-product-{side}", product=thing, brand=short(brand.brand_ar, brand.brand_en)
        )
        text = paragraphs(heading, *sums(moved, side, due[family_id]))
        see = Choice(say("income-see-sales"), ShowFamilyHome(family_id))
        heard = message(text, see, TEAM)
        notices.append(to_family(family_id, members.get(family_id, ()), heard))
    return notices


def sums(moved: ProductMoved, side: str, due: Money) -> list[Phrase]:
    """What was credited and goes over, what is still on its way, and why."""
    told = []
    if moved.credited:
        figures = {"amount": Amount(moved.credited), "due": Amount(due)}
        told.append(say(f"income-credit-{side}", orders=moved.orders, **figures))
    if moved.open_amount:
        told.append(say(f"income-open-{side}", amount=Amount(moved.open_amount)))
    if moved.reason:
        told.append(say("history-reason", reason=reason_words(moved.reason)))
    return told
