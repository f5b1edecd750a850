"""What families hear of an order that was changed: what of theirs went out, and what came in."""

from __future__ import annotations

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.speech import Choice, Exact, Name, Phrase, say
from handlers.notifications.families import to_be_made
from handlers.notifications.not_joined import Unheard, brand_of, tell_inviters
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.changed_lines import changed_words, lines_in, lines_out
from handlers.ui.order_lines import stack
from models.kernel.facts import LinesChanged
from models.orders.queries import OrderLineView
from models.people.access import members_by_family


async def tell_families_of_change(session: AsyncSession, event: Event) -> list[Notice]:
    """Each family whose things went out or came in, of her own alone; whoever did it.

    Made of the order's number and her lines, so that nothing of the customer is in it.
    """
    hers = by_family(event)
    members = await members_by_family(session, hers)
    told = []
    for family_id, lines in hers.items():
        text = say(
            "income-lines-changed",
            brand=lines.brand,
            number=Exact(event.order.number),
            changed=lines.words(event),
        )
        way_on = ShowFamilyHome(family_id, order_id=event.order.id)
        heard = message(text, Choice(say("income-see-sales"), way_on))
        people = tuple(members.get(family_id, ()))
        told.append(Notice(f"family-{family_id}", people, heard, topic="sales"))
    return told


async def tell_of_change_for_not_joined(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever can invite families, of what changed for those whom no notice reaches."""
    hers = by_family(event)
    if not hers:
        return []
    joined = await members_by_family(session, hers)
    unheard = [
        Unheard(family_id, lines.brand, (lines.words(event),))
        for family_id, lines in hers.items()
        if family_id not in joined
    ]
    return await tell_inviters(session, "manager-not-joined-change", event.order.number, unheard)


class HerLines(msgspec.Struct):
    """What of one family went out of an order, and what came in; one of them at least."""

    out: list[OrderLineView] = []
    came: list[OrderLineView] = []

    @property
    def brand(self) -> Name:
        """Her brand."""
        return brand_of((*self.out, *self.came)[0])

    def words(self, event: Event) -> Phrase:
        """What is not wanted any more; and what is, with until when it is to be brought."""
        parts = [say("income-out"), changed_words(self.out, [])] if self.out else []
        parts += [say("income-in"), to_be_made(event, self.came)] if self.came else []
        return stack(*parts)


def by_family(event: Event) -> dict[int, HerLines]:
    """What changed for each family, by her id."""
    if not isinstance(event.fact, LinesChanged):
        return {}
    hers: dict[int, HerLines] = {}
    for line in lines_out(event.order, event.fact):
        hers.setdefault(line.family_id, HerLines()).out.append(line)
    for line in lines_in(event.order, event.fact):
        hers.setdefault(line.family_id, HerLines()).came.append(line)
    return dict(sorted(hers.items()))
