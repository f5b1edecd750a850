"""Who agrees when cash is handed over: whose purse or till it is, and the other side."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from models.people.access import Permission, people_allowed


async def desk_for(
    session: AsyncSession, person_id: int, desk: Permission = Permission.orders
) -> list[int]:
    """Who may agree for the centre to what that person hands over: never that person.

    To the cash of a till those agree who settle cash (`Permission.finance`).
    """
    return [one for one in await people_allowed(session, desk) if one != person_id]


async def is_other_side_gone(session: AsyncSession, person_id: int, actor_id: int) -> bool:
    """Whether nobody is left who could agree to what the actor says of that person's purse.

    So it is where the person has left the team, or is the only one at the desk.
    """
    return await is_alone(session, person_id, actor_id, Permission.deliver, Permission.orders)


async def is_till_other_side_gone(session: AsyncSession, person_id: int, actor_id: int) -> bool:
    """As `is_other_side_gone`, of that person's till: sellers, and those who settle cash."""
    return await is_alone(session, person_id, actor_id, Permission.sell, Permission.finance)


async def is_alone(
    session: AsyncSession, person_id: int, actor_id: int, holds: Permission, desk: Permission
) -> bool:
    """Whether nobody is on the other side of the actor, be it who holds the cash or the desk."""
    if actor_id != person_id:
        return person_id not in await people_allowed(session, holds)
    return await people_allowed(session, desk) == [person_id]
