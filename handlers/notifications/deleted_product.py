"""Who had a product in the cart hears that it is there no more."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.layout import CART, HOME, short
from handlers.dialog.speech import say
from handlers.notifications.notices import Event, Notice, message
from models.kernel.facts import ProductDeleted

NAME = 60


async def tell_who_had_it(_session: AsyncSession, event: Event) -> list[Notice]:
    """The notice to everyone whose cart it was taken out of."""
    fact = event.fact
    if not isinstance(fact, ProductDeleted):
        return []
    words = say("cart-product-deleted", name=short(fact.name_ar, fact.name_en, NAME))
    return [Notice("had-it", fact.person_ids, message(words, CART, HOME))]
