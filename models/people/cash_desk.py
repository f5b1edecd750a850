"""Who agrees when cash is handed over: whose purse it is, and somebody at the desk."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from models.people.access import Permission, people_allowed


async def desk_for(session: AsyncSession, person_id: int) -> list[int]:
    """Who may agree for the till to what that person hands over: never that person."""
    return [one for one in await people_allowed(session, Permission.orders) if one != person_id]


async def is_other_side_gone(session: AsyncSession, person_id: int, actor_id: int) -> bool:
    """Whether nobody is left who could agree to what the actor says of that person's purse.

    So it is where the person has left the team, or is the only one at the desk.
    """
    if actor_id != person_id:
        return person_id not in await people_allowed(session, Permission.deliver)
    return await people_allowed(session, Permission.orders) == [person_id]
