"""What is told of a limit that a manager sets to an account, or lifts: in kind, neutral words."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.accounts import ManageAccount
from handlers.dialog.contact import with_contact
from handlers.dialog.layout import HOME, cut
from handlers.dialog.main_menu import TEAM
from handlers.dialog.speech import Choice, say
from handlers.notifications.notices import Event, Notice, message
from models.kernel.facts import AccountLimited
from models.orders.trust import customer_name
from models.people.access import Permission, people_allowed

MOST_NAME = 40


async def tell_of_limits(session: AsyncSession, event: Event) -> list[Notice]:
    """The person whose account it is, and the managers but for the one who did it."""
    match event.fact:
        case AccountLimited(person_id=person_id, limit=limit):
            kind = limit or "freed"
        case _:
            return []
    words = with_contact(say(f"account-told-{kind}"), event.terms)
    told = message(words, TEAM, HOME)
    name = cut(await customer_name(session, person_id), MOST_NAME) or say("people-nameless")
    way = Choice(say("button-account"), ManageAccount(person_id))
    managers = await people_allowed(session, Permission.override)
    others = tuple(one for one in managers if one not in (event.actor_id, person_id))
    return [
        Notice("account", (person_id,), told),
        Notice("managers", others, message(say(f"account-now-{kind}", name=name), way)),
    ]
