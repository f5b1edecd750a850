"""What managers hear in the place of a family that nobody has joined for: what of hers was sold."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.layout import short
from handlers.dialog.rendering import letters
from handlers.dialog.speech import Choice, Exact, Name, Phrase, say
from handlers.notifications.as_placed import lines_as_placed
from handlers.notifications.families import sold_words
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.order_lines import paragraphs, stack
from handlers.ui.room import MESSAGE, as_many_as_fit
from models.hall.receipts import ReceiptLine
from models.kernel.facts import OrderPlaced
from models.orders.queries import OrderLineView
from models.people.access import Permission, members_by_family, people_allowed

LEAST = 500
"""Letters that a brand and one thing of hers may take."""


class Unheard(msgspec.Struct, frozen=True):
    """A family that no notice reaches, and what of hers the managers hear of: a line each."""

    family_id: int
    brand: Name
    lines: Sequence[Phrase]


async def tell_of_the_not_joined(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever can invite families, once for an order when it is placed, whoever placed it.

    Like the families' notices it is made of the order's number and their lines alone. It comes for
    each order, since goods may have to be made and brought for it.
    """
    if not isinstance(event.fact, OrderPlaced):
        return []
    sold: dict[int, list[OrderLineView]] = {}
    for line in await lines_as_placed(session, event.order, event.fact):
        sold.setdefault(line.family_id, []).append(line)
    joined = await members_by_family(session, sold)
    unheard = [
        Unheard(one, brand_of(hers[0]), [sold_words(event, line) for line in hers])
        for one, hers in sorted(sold.items())
        if one not in joined
    ]
    return await tell_inviters(session, "manager-not-joined", event.order.number, unheard)


def brand_of(line: OrderLineView | ReceiptLine) -> Name:
    """The brand of what was sold."""
    return Name(line.brand_ar, line.brand_en)


async def tell_inviters(
    session: AsyncSession, phrase: str, number: str, unheard: Sequence[Unheard]
) -> list[Notice]:
    """The notice for whoever can invite families, with the way to each; none without families.

    `number` is that of the order or the receipt which `phrase` is about.
    """
    if not unheard:
        return []
    count = len(unheard)
    text = say(
        phrase,
        number=Exact(number),
        families=count,
        sales=paragraphs(*sales(unheard)),
        invite=say("manager-invite-families", families=count),
    )
    managers = await people_allowed(session, Permission.families)
    ways_on = [way_to_family(hers) for hers in unheard]
    return [Notice("not-joined", tuple(managers), message(text, *ways_on))]


def sales(unheard: Sequence[Unheard]) -> list[Phrase]:
    """Each brand with what of hers was sold, as long as there is room in one message.

    Of the others it is said how many things there are; each has its button.
    """
    shown: list[Phrase] = []
    room = MESSAGE
    for at, hers in enumerate(unheard):
        if room < LEAST:
            more = sum(len(other.lines) for other in unheard[at:])
            return [*shown, say("lines-more", count=more)]
        shown.append(sale(hers, room))
        room -= letters(shown[-1]) + 2
    return shown


def sale(hers: Unheard, room: int) -> Phrase:
    """The brand, and what of hers was sold, for which there are so many letters."""
    lines = as_many_as_fit(hers.lines, room - LEAST)
    return stack(say("manager-brand", brand=hers.brand), *lines)


def way_to_family(hers: Unheard) -> Choice:
    """The way to her page, where she can be invited."""
    label = say("manager-open-brand", brand=short(hers.brand.ar, hers.brand.en))
    return Choice(label, ManageFamily(hers.family_id, anew=True))
