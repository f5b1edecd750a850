"""What managers hear in the place of a family that nobody has joined for: what of hers was sold."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.layout import short
from handlers.dialog.rendering import letters
from handlers.dialog.speech import Choice, Exact, Name, Phrase, say
from handlers.notifications.as_placed import lines_as_placed
from handlers.notifications.families import to_be_made
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.order_lines import paragraphs, stack
from handlers.ui.room import MESSAGE
from models.kernel.facts import OrderPlaced
from models.orders.queries import OrderLineView
from models.people.access import Permission, members_by_family, people_allowed

LEAST = 500
"""Letters that a brand and one thing of hers may take."""


async def tell_of_the_not_joined(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever can invite families, once for an order when it is placed, whoever placed it.

    Like the families' notices it is made of the order's number and their lines alone.
    """
    if not isinstance(event.fact, OrderPlaced):
        return []
    order = event.order
    sold: dict[int, list[OrderLineView]] = {}
    for line in await lines_as_placed(session, order, event.fact):
        sold.setdefault(line.family_id, []).append(line)
    joined = await members_by_family(session, sold)
    unheard = [sold[one] for one in sorted(sold) if one not in joined]
    if not unheard:
        return []
    text = say(
        "manager-not-joined",
        number=Exact(order.number),
        families=len(unheard),
        sales=paragraphs(*sales(event, unheard)),
    )
    managers = await people_allowed(session, Permission.families)
    ways_on = [way_to_family(lines[0]) for lines in unheard]
    return [Notice("not-joined", tuple(managers), message(text, *ways_on))]


def sales(event: Event, sold: Sequence[Sequence[OrderLineView]]) -> list[Phrase]:
    """Each brand with what of hers was sold, as long as there is room in one message.

    Of the others it is said how many things there are; each has its button.
    """
    shown: list[Phrase] = []
    room = MESSAGE
    for at, lines in enumerate(sold):
        if room < LEAST:
            return [*shown, say("lines-more", count=sum(map(len, sold[at:])))]
        shown.append(sale(event, lines, room))
        room -= letters(shown[-1]) + 2
    return shown


def sale(event: Event, lines: Sequence[OrderLineView], room: int) -> Phrase:
    """The brand, and what of hers was sold, for which there are so many letters."""
    brand = Name(lines[0].brand_ar, lines[0].brand_en)
    return stack(say("manager-brand", brand=brand), to_be_made(event, lines, room - LEAST))


def way_to_family(line: OrderLineView) -> Choice:
    """The way to her page, where she can be invited."""
    brand = short(line.brand_ar, line.brand_en)
    return Choice(say("manager-open-brand", brand=brand), ManageFamily(line.family_id, anew=True))
