"""What families hear: what of theirs was sold, and what it earns. Never who bought it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.actions import ShowFamilyHome
from handlers.announcements.notices import Event, Notice, message
from handlers.screens.lines import order_lines
from handlers.speech import Amount, Choice, Exact, Name, say
from models.access import members_of
from models.facts import LineStruck, OrderCancelled, OrderDelivered, OrderPlaced
from models.ledger import due_to
from models.money import total
from models.order_book import OrderLineView, order_for_staff

LINES = 20


async def tell_families(session: AsyncSession, event: Event) -> list[Notice]:
    """Each family with something in the order, whoever did it: it is their income."""
    match event.fact:
        case OrderPlaced(order_id=order_id):
            order = await order_for_staff(session, order_id)
            # Told late, a line may have been struck meanwhile; that is the next thing she hears.
            lines = [msgspec.structs.replace(line, struck=False) for line in order.lines]
            return await each_family(session, "income-sold", order.number, lines)
        case OrderDelivered(order_id=order_id):
            order = await order_for_staff(session, order_id)
            return await each_family(session, "income-delivered", order.number, order.live_lines)
        case OrderCancelled(order_id=order_id):
            order = await order_for_staff(session, order_id)
            return await each_family(session, "income-cancelled", order.number, order.live_lines)
        case LineStruck(order_id=order_id, line_id=line_id):
            order = await order_for_staff(session, order_id)
            struck = [line for line in order.lines if line.id == line_id]
            return await each_family(session, "income-struck", order.number, struck)
        case _:
            return []


async def each_family(
    session: AsyncSession, phrase: str, number: str, lines: Sequence[OrderLineView]
) -> list[Notice]:
    """The same news for each family, of her own lines alone."""
    families = sorted({line.family_id for line in lines})
    return [
        await notice(
            session, phrase, number, [line for line in lines if line.family_id == family_id]
        )
        for family_id in families
    ]


async def notice(
    session: AsyncSession, phrase: str, number: str, lines: Sequence[OrderLineView]
) -> Notice:
    """News of these lines, all of one family, for everyone who answers for her.

    It is made of the order's number and her own lines, so that nothing of the customer is in it.
    """
    family_id = lines[0].family_id
    text = say(
        phrase,
        brand=Name(lines[0].brand_ar, lines[0].brand_en),
        number=Exact(number),
        lines=order_lines(lines, LINES),
        amount=Amount(total(line.amount for line in lines)),
        due=Amount(await due_to(session, family_id)),
    )
    members = await members_of(session, family_id)
    way_on = Choice(say("income-see-sales"), ShowFamilyHome(family_id))
    return Notice(f"family-{family_id}", tuple(members), message(text, way_on))
