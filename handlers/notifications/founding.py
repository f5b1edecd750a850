"""What is heard of the founder's handing over: the offer by whom it is made to, the rest by all."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.staff import ShowTeam, TakeOnFounding
from handlers.dialog.speech import Choice, say
from handlers.notifications.notices import Event, Notice, message
from handlers.notifications.watched import name_words
from models.kernel.facts import FounderChanged, FounderOffered
from models.people.access import Permission, people_allowed


async def tell_of_founding(session: AsyncSession, event: Event) -> list[Notice]:
    """The one to whom it is offered; of the change every manager but the one who took it on."""
    match event.fact:
        case FounderOffered(person_id=person_id):
            who = await name_words(session, event.actor_id)
            text = say("founding-offered-to-you", who=who)
            way_on = Choice(say("button-take-on-founding"), TakeOnFounding())
            return [Notice("founding", (person_id,), message(text, way_on))]
        case FounderChanged(person_id=person_id, was_id=was_id):
            name, was = await name_words(session, person_id), await name_words(session, was_id)
            heard = message(
                say("founding-changed", name=name, who=was),
                Choice(say("manager-open-team"), ShowTeam()),
            )
            managers = await people_allowed(session, Permission.team)
            people = tuple(person for person in managers if person != event.actor_id)
            return [Notice("founding", people, heard)]
        case _:
            return []
