"""The team: who holds which role."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Role, RoleRow
from models.people import SavedAddress


class Post(msgspec.Struct, frozen=True):
    """A role with everyone who holds it: how many they are, and the names that are known."""

    role: Role
    people: int
    names: tuple[str, ...]


async def posts(session: AsyncSession) -> tuple[Post, ...]:
    """Every role in its order, those that nobody holds too; names in the order of joining."""
    held = select(RoleRow.role, SavedAddress.name).outerjoin(
        SavedAddress, SavedAddress.person_id == RoleRow.person_id
    )
    rows = (await session.execute(held.order_by(RoleRow.since, RoleRow.person_id))).all()
    return tuple(
        Post(
            role,
            people=sum(1 for held_role, _ in rows if held_role == role),
            names=tuple(name for held_role, name in rows if held_role == role and name),
        )
        for role in Role
    )
