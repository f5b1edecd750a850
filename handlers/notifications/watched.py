"""What managers watch over: what staff cancel, and who has left the team."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.staff import ShowTeam
from handlers.dialog.layout import cut
from handlers.dialog.speech import Amount, Choice, Exact, Phrase, Reply, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.order_lines import stack
from handlers.ui.reasons import reason_words
from models.kernel.facts import OrderCancelled, StaffLeft
from models.people.access import Permission, Role, people_allowed
from models.reports.history_names import known_people

MOST_NAME = 40


async def tell_watchers(session: AsyncSession, event: Event) -> list[Notice]:
    """The notices for managers, but for the one who did it."""
    heard = await news(session, event)
    if heard is None:
        return []
    managers = await people_allowed(session, Permission.audit)
    people = tuple(person for person in managers if person != event.actor_id)
    return [Notice("watched", people, heard)]


async def news(session: AsyncSession, event: Event) -> Reply | None:
    """The managers' news of what is to be looked at; None where nothing is."""
    match event.fact:
        case OrderCancelled(order_id=order_id, by_customer=False, reason=reason):
            text = say(
                "manager-order-cancelled",
                number=Exact(event.order.number),
                who=await name_words(session, event.actor_id),
                total=Amount(event.order.total),
            )
            return message(with_reason(text, reason), way_to(order_id))
        case StaffLeft(person_id=person_id, role=role):
            text = say(
                "manager-staff-left",
                name=await name_words(session, person_id),
                role=say(f"role-{role}") if role in Role.__members__ else role,
                who=await name_words(session, event.actor_id),
            )
            return message(text, Choice(say("manager-open-team"), ShowTeam()))
        case _:
            return None


async def name_words(session: AsyncSession, person_id: int | None) -> Phrase:
    """A colleague by the name that the inviter gave, also one who has left; or the shop itself."""
    if person_id is None:
        return say("history-house")
    known = (await known_people(session, [person_id])).get(person_id)
    name = "" if known is None else cut(known.name, MOST_NAME)
    return say("people-name", name=name) if name else say("people-nameless")


def with_reason(text: Phrase, reason: str) -> Phrase:
    """The news, and why it was done where that was said."""
    return stack(text, say("history-reason", reason=reason_words(reason))) if reason else text


def way_to(order_id: int) -> Choice:
    """The way to the order."""
    return Choice(say("staff-open-order"), ManageOrder(order_id))
