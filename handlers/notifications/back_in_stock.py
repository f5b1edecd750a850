"""Who waited for what was sold out hears that it is there again; once, and only if it still is."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import ShowProduct
from handlers.dialog.layout import HOME, short
from handlers.dialog.speech import Choice, Phrase, say
from handlers.notifications.notices import Event, Notice, message
from models.kernel.facts import ProductBack
from models.products.tables import Option, Product
from models.products.wanted import Back, can_be_had, wait_on

NAME, OPTION = 60, 24


async def tell_who_waited(session: AsyncSession, event: Event) -> list[Notice]:
    """The notice to everyone who waited; who cannot be told truly any more waits on."""
    fact = event.fact
    if not isinstance(fact, ProductBack):
        return []
    back = Back(fact.product_id, fact.option_id)
    if not await can_be_had(session, back):
        await wait_on(session, back, fact.person_ids, event.now)
        return []
    see = Choice(say("alert-see-product"), ShowProduct(back.product_id, back.option_id))
    words = message(await back_words(session, back), see, HOME)
    return [Notice("waited", fact.person_ids, words)]


async def back_words(session: AsyncSession, back: Back) -> Phrase:
    """That the product is there again, or that option of it."""
    product = await session.get_one(Product, back.product_id)
    name = short(product.name_ar, product.name_en, NAME)
    if not back.option_id:
        return say("alert-back", name=name)
    option = await session.get_one(Option, back.option_id)
    label = short(option.label_ar, option.label_en, OPTION)
    return say("alert-back-option", name=name, option=label)
