"""What families hear: what of theirs was sold, and what it earns. Never who bought it.

Of which facts they hear stands in `hearers.py`; the words are `income-…` in `announcements.ftl`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.speech import Amount, Arg, Choice, Day, Exact, Name, Phrase, say
from handlers.notifications.as_placed import lines_as_placed
from handlers.notifications.came_back import brought_back, called_off, looked_at
from handlers.notifications.notices import Event, Notice, message, to_family
from handlers.ui.bring_in import bring_words
from handlers.ui.order_lines import line_words, order_line, order_lines, stack
from handlers.ui.pick_up import for_order
from handlers.ui.room import MESSAGE, as_many_as_fit
from models.accounting.ledger import due_to_all
from models.kernel.facts import (
    GoodsReturned,
    LineStruck,
    OrderCancelled,
    OrderDelivered,
    OrderNotDelivered,
    OrderPlaced,
    OrderReinstated,
    OrderRescheduled,
    ReturnInspected,
)
from models.kernel.money import NOTHING, Money, total
from models.orders.queries import OrderLineView
from models.people.access import members_by_family

LINES = 20


async def tell_families(session: AsyncSession, event: Event) -> list[Notice]:
    """Each family with something in the order, whoever did it: it is their income."""
    match event.fact:
        case OrderPlaced() as placed:
            lines = await lines_as_placed(session, event.order, placed)
            return await each_family(session, "income-sold", event, lines)
        case OrderNotDelivered(day=day):
            made = [line for line in event.order.live_lines if line.making_day is not None]
            return await each_family(session, "income-new-day", event, made, day)
        case OrderRescheduled(day=day, was_day=was_day) if day != was_day:
            made = [line for line in event.order.live_lines if line.making_day == day]
            return await each_family(session, "income-moved", event, made, day)
        case OrderDelivered():
            # Told late, something may have come back meanwhile; that is the next thing she hears.
            sold = event.order.sold_lines
            lines = [msgspec.structs.replace(line, returned=False) for line in sold]
            return await each_family(session, "income-delivered", event, lines)
        case OrderCancelled():
            return await called_off(session, event, event.fact)
        case OrderReinstated(told=True, kept_quiet=False):
            return await each_family(session, "income-reinstated", event, event.order.live_lines)
        case GoodsReturned():
            return await brought_back(session, event, event.fact)
        case ReturnInspected():
            return await looked_at(session, event, event.fact)
        case LineStruck(line_id=line_id):
            struck = [line for line in event.order.lines if line.id == line_id]
            return await each_family(session, "income-struck", event, struck)
        case _:
            return []


async def each_family(
    session: AsyncSession,
    phrase: str,
    event: Event,
    lines: Sequence[OrderLineView],
    day: date | None = None,
) -> list[Notice]:
    """One notice for each family of the lines, of her own alone; `day` where they are about one."""
    hers: dict[int, list[OrderLineView]] = {}
    for line in sorted(lines, key=lambda line: line.family_id):
        hers.setdefault(line.family_id, []).append(line)
    due = await due_to_all(session, hers) if phrase == "income-delivered" else {}
    members = await members_by_family(session, hers)
    return [
        notice(phrase, event, own, day, due.get(family_id, NOTHING), members.get(family_id, ()))
        for family_id, own in hers.items()
    ]


def notice(
    phrase: str,
    event: Event,
    lines: Sequence[OrderLineView],
    day: date | None,
    due: Money,
    members: Sequence[int],
) -> Notice:
    """News of these lines, all of one family, for everyone who answers for her.

    It is made of the order's number and her own lines, so that nothing of the customer is in it.
    """
    family_id = lines[0].family_id
    when: dict[str, Arg] = {} if day is None else {"day": Day(day)}
    text = say(
        phrase,
        brand=Name(lines[0].brand_ar, lines[0].brand_en),
        number=Exact(event.order.number),
        lines=to_be_made(event, lines) if phrase == "income-sold" else order_lines(lines, LINES),
        amount=Amount(total(line.amount for line in lines)),
        due=Amount(due),
        **when,
    )
    way_on = Choice(say("income-see-sales"), ShowFamilyHome(family_id, order_id=event.order.id))
    return to_family(family_id, members, message(for_order(event.order, text), way_on))


def to_be_made(event: Event, lines: Sequence[OrderLineView], room: int = MESSAGE) -> Phrase:
    """The lines that were sold, for which there are so many letters."""
    return stack(*as_many_as_fit([sold_words(event, line) for line in lines], room))


def sold_words(event: Event, line: OrderLineView) -> Phrase:
    """What was sold; beneath what is made to order, until when and where to bring it."""
    words = line_words(order_line(line))
    if line.making_day is None:
        return words
    order = event.order
    return stack(words, bring_words(event.terms, order.day, order.window, event.now))
