"""What the catalogue hears when pieces are missing at packing: what is on sale may not be there."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.catalogue import ChangeProduct
from handlers.dialog.speech import Choice, Exact, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.order_lines import order_line, thing_words
from handlers.ui.reasons import reason_words
from models.kernel.facts import LineStruck
from models.orders.queries import OrderLineView
from models.orders.reasons import DAMAGED, MISSING
from models.people.access import Permission, people_allowed
from models.products.tables import Option


async def tell_catalogue(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever counts the stock, but for the one who struck: more of it stays on sale.

    What was damaged while packing was there, and leads to no count.
    """
    match event.fact:
        case LineStruck(line_id=line_id, reason=reason) if reason != DAMAGED:
            struck = [line for line in event.order.lines if line.id == line_id]
        case _:
            return []
    for line in struck:
        if on_sale := await pieces_on_sale(session, line):
            counting = await people_allowed(session, Permission.catalogue)
            people = tuple(person for person in counting if person != event.actor_id)
            text = say(
                "catalogue-count-asked",
                number=Exact(event.order.number),
                thing=thing_words(order_line(line)),
                count=str(line.quantity),
                left=str(on_sale),
                reason=reason_words(reason or MISSING),
            )
            way = ChangeProduct(line.product_id, "quantity", line.option_id)
            return [Notice("count", people, message(text, Choice(say("button-count"), way)))]
    return []


async def pieces_on_sale(session: AsyncSession, line: OrderLineView) -> int:
    """How many pieces of the line's option are on sale; none of what is made to order."""
    if line.making_day is not None:
        return 0
    on_hand = select(Option.on_hand).where(Option.id == line.option_id, ~Option.withdrawn)
    return await session.scalar(on_hand) or 0
