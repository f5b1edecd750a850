"""Who waited for a sold-out product hears that it is there again; once, and only if it still is."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import ShowProduct
from handlers.dialog.layout import HOME, short
from handlers.dialog.speech import Choice, say
from handlers.notifications.notices import Event, Notice, message
from models.kernel.facts import ProductBack
from models.products.tables import Product
from models.products.wanted import wait_on

NAME = 60


async def tell_who_waited(session: AsyncSession, event: Event) -> list[Notice]:
    """The notice to everyone who waited; who cannot be told truly any more waits on."""
    fact = event.fact
    if not isinstance(fact, ProductBack):
        return []
    product = await session.get(Product, fact.product_id, populate_existing=True)
    if product is None:
        return []
    if not product.offered:
        await wait_on(session, product.id, fact.person_ids, event.now)
        return []
    name = short(product.name_ar, product.name_en, NAME)
    see = Choice(say("alert-see-product"), ShowProduct(product.id))
    return [Notice("waited", fact.person_ids, message(say("alert-back", name=name), see, HOME))]
