"""What follows for the channels when somebody may do more or less than before."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import Fact, FamilyJoined, FamilyLeft, StaffJoined, StaffLeft
from models.messaging.accounts import mark_menus_due


async def follow_standing(session: AsyncSession, fact: Fact) -> None:
    """The menus of whoever got a role or lost one are to be looked at, whoever did it."""
    match fact:
        case (
            StaffJoined(person_id=person_id)
            | StaffLeft(person_id=person_id)
            | FamilyJoined(person_id=person_id)
            | FamilyLeft(person_id=person_id)
        ):
            await mark_menus_due(session, person_id)
        case _:
            return
