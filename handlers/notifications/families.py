"""What families hear: what of theirs was sold, and what it earns. Never who bought it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.speech import Amount, Arg, Choice, Day, Exact, Name, Phrase, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.order_lines import line_words, order_line, order_lines, stacked
from models.accounting.ledger import due_to
from models.kernel.facts import (
    LineStruck,
    OrderCancelled,
    OrderDelivered,
    OrderNotDelivered,
    OrderPlaced,
)
from models.kernel.money import total
from models.orders.queries import OrderLineView, order_for_staff
from models.people.access import members_of

LINES = 20


async def tell_families(session: AsyncSession, event: Event) -> list[Notice]:
    """Each family with something in the order, whoever did it: it is their income."""
    match event.fact:
        case OrderPlaced(order_id=order_id):
            order = await order_for_staff(session, order_id)
            # Told late, a line may have been struck meanwhile; that is the next thing she hears.
            lines = [msgspec.structs.replace(line, struck=False) for line in order.lines]
            return await each_family(session, "income-sold", order.number, lines)
        case OrderNotDelivered(order_id=order_id, day=day):
            order = await order_for_staff(session, order_id)
            made = [line for line in order.live_lines if line.making_day is not None]
            return await each_family(session, "income-new-day", order.number, made, day)
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
    session: AsyncSession,
    phrase: str,
    number: str,
    lines: Sequence[OrderLineView],
    day: date | None = None,
) -> list[Notice]:
    """The same news for each family, of her own lines alone; `day` where the news is about one."""
    families = sorted({line.family_id for line in lines})
    return [
        await notice(
            session, phrase, number, [line for line in lines if line.family_id == family_id], day
        )
        for family_id in families
    ]


async def notice(
    session: AsyncSession,
    phrase: str,
    number: str,
    lines: Sequence[OrderLineView],
    day: date | None,
) -> Notice:
    """News of these lines, all of one family, for everyone who answers for her.

    It is made of the order's number and her own lines, so that nothing of the customer is in it.
    """
    family_id = lines[0].family_id
    when: dict[str, Arg] = {} if day is None else {"day": Day(day)}
    text = say(
        phrase,
        brand=Name(lines[0].brand_ar, lines[0].brand_en),
        number=Exact(number),
        lines=to_be_made(lines) if phrase == "income-sold" else order_lines(lines, LINES),
        amount=Amount(total(line.amount for line in lines)),
        due=Amount(await due_to(session, family_id)),
        **when,
    )
    members = await members_of(session, family_id)
    way_on = Choice(say("income-see-sales"), ShowFamilyHome(family_id))
    return Notice(f"family-{family_id}", tuple(members), message(text, way_on))


def to_be_made(lines: Sequence[OrderLineView]) -> Phrase:
    """The lines that were sold; beneath what is made to order, the day by which it is needed."""
    shown: list[Phrase] = []
    for line in lines[:LINES]:
        shown.append(line_words(order_line(line)))
        if line.making_day is not None:
            shown.append(say("income-needed", day=Day(line.making_day)))
    if len(lines) > LINES:
        shown.append(say("lines-more", count=len(lines) - LINES))
    return stacked(*shown)
