"""What managers hear: who has joined, and codes that were tried too often."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.actions import ManageFamily, ManageOrder, ShowTeam
from handlers.announcements.notices import Event, Notice, message
from handlers.speech import Choice, Exact, Name, Reply, say
from models.access import Permission, people_allowed
from models.facts import FamilyJoined, StaffJoined, WrongCodeGiven
from models.families import Family
from models.order_book import order_for_staff
from models.orders import CODE_TRIES


async def tell_managers(session: AsyncSession, event: Event) -> list[Notice]:
    """The managers, but for the one who did it."""
    heard = await news(session, event)
    if heard is None:
        return []
    managers = await people_allowed(session, Permission.override)
    people = tuple(person for person in managers if person != event.actor_id)
    return [Notice("managers", people, heard)]


async def news(session: AsyncSession, event: Event) -> Reply | None:
    """What managers hear of it, if anything."""
    match event.fact:
        case FamilyJoined(family_id=family_id):
            family = await session.get_one(Family, family_id)
            text = say("manager-family-joined", brand=Name(family.brand_ar, family.brand_en))
            return message(text, Choice(say("manager-open-family"), ManageFamily(family_id)))
        case StaffJoined(role=role):
            text = say("manager-staff-joined", role=say(f"role-{role}"))
            return message(text, Choice(say("manager-open-team"), ShowTeam()))
        case WrongCodeGiven(order_id=order_id, tries=tries) if tries == CODE_TRIES:
            order = await order_for_staff(session, order_id)
            text = say("manager-wrong-codes", number=Exact(order.number), tries=tries)
            return message(text, Choice(say("staff-open-order"), ManageOrder(order_id)))
        case _:
            return None
