"""The people: who holds which role, who answers for which brand; and taking it away again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Select, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.facts import FamilyLeft, StaffLeft, record
from models.kernel.paging import Page, page_of
from models.kernel.refusals import LastManager, NotFound
from models.kernel.rows import RowReader
from models.people.access import FamilyMember, Invitation, Role, RoleRow
from models.people.founder import lock_managers, require_removable
from models.people.people import SavedAddress


class Post(msgspec.Struct, frozen=True):
    """A role with everyone who holds it: how many they are, and the names that are known."""

    role: Role
    people: int
    names: tuple[str, ...]


class Holder(msgspec.Struct, frozen=True):
    """Someone who holds a role or answers for a brand; the name is empty where none is known."""

    person_id: int
    name: str
    since: datetime


# What the inviter called them, else the name under which they last ordered.
NAME = func.coalesce(func.nullif(RoleRow.name, ""), SavedAddress.name, "")
HELD = RowReader(Holder, person_id=RoleRow.person_id, name=NAME, since=RoleRow.since)
ANSWERS = RowReader(
    Holder, person_id=FamilyMember.person_id, name=FamilyMember.name, since=FamilyMember.since
)
HOLDERS = (
    select(*HELD.columns)
    .outerjoin(SavedAddress, SavedAddress.person_id == RoleRow.person_id)
    .order_by(RoleRow.since, RoleRow.person_id)
)
MEMBERS = select(*ANSWERS.columns).order_by(FamilyMember.since, FamilyMember.person_id)


async def posts(session: AsyncSession) -> tuple[Post, ...]:
    """Every role in its order, those that nobody holds too; names in the order of joining."""
    held = await session.execute(HOLDERS.add_columns(RoleRow.role))
    rows = [(role, name) for _, name, _, role in held]
    return tuple(
        Post(
            role,
            people=sum(1 for held_role, _ in rows if held_role == role),
            names=tuple(name for held_role, name in rows if held_role == role and name),
        )
        for role in Role
    )


async def holders(session: AsyncSession, role: Role, page: int, per_page: int) -> Page[Holder]:
    """Who holds the role, in the order of joining."""
    return await page_of_holders(session, HOLDERS.where(RoleRow.role == role), page, per_page)


async def members(session: AsyncSession, family_id: int, page: int, per_page: int) -> Page[Holder]:
    """Who answers for the brand, in the order of joining."""
    own = MEMBERS.where(FamilyMember.family_id == family_id)
    return await page_of_holders(session, own, page, per_page)


async def page_of_holders(
    session: AsyncSession, chosen: Select[*tuple[Any, ...]], page: int, per_page: int
) -> Page[Holder]:
    """A page of the people that `chosen` finds."""
    rows = await session.execute(chosen.limit(per_page + 1).offset(page * per_page))
    return page_of(rows.all(), HELD.read, page, per_page)


async def holder(session: AsyncSession, role: Role, person_id: int) -> Holder:
    """The person in that role. Refuses: NotFound."""
    return await one(session, HOLDERS.where(RoleRow.role == role, RoleRow.person_id == person_id))


async def member(session: AsyncSession, family_id: int, person_id: int) -> Holder:
    """The person who answers for that brand. Refuses: NotFound."""
    own = MEMBERS.where(FamilyMember.family_id == family_id)
    return await one(session, own.where(FamilyMember.person_id == person_id))


async def name_of(session: AsyncSession, person_id: int) -> str:
    """What a member of staff is called, or was; empty where no name is known."""
    return (await names_of(session, [person_id]))[person_id]


async def names_of(session: AsyncSession, people: Collection[int]) -> dict[int, str]:
    """What these people are called at work; whoever left, as the invitation named them."""
    held = (
        select(RoleRow.person_id, func.max(NAME))
        .outerjoin(SavedAddress, SavedAddress.person_id == RoleRow.person_id)
        .where(RoleRow.person_id.in_(people))
        .group_by(RoleRow.person_id)
    )
    invited = (
        select(Invitation.used_by, func.max(Invitation.name))
        .where(Invitation.used_by.in_(people), Invitation.role.is_not(None))
        .group_by(Invitation.used_by)
    )
    before = {row[0]: row[1] for row in await session.execute(invited)}
    now = {row[0]: row[1] for row in await session.execute(held)}
    return {person: now.get(person) or before.get(person) or "" for person in people}


async def one(session: AsyncSession, chosen: Select[*tuple[Any, ...]]) -> Holder:
    """The one person that `chosen` finds. Refuses: NotFound("person")."""
    row: Any = (await session.execute(chosen)).first()
    if row is None:
        raise NotFound("person")
    return HELD.read(row)


async def take_role(acting: Acting, role: Role, person_id: int) -> None:
    """Take the role away: it grants nothing from now on.

    Refuses: NotFound, LastManager, FounderStays.
    """
    if role == Role.manager:
        # All are locked first: two managers who take each other's role away at the same moment
        # would else leave the shop without any.
        if await lock_managers(acting.session) == [person_id]:
            raise LastManager
        await require_removable(acting, person_id)
    taken = await acting.session.execute(
        delete(RoleRow)
        .where(RoleRow.person_id == person_id, RoleRow.role == role)
        .returning(RoleRow.person_id)
    )
    if taken.first() is None:
        raise NotFound("person")
    record(acting, StaffLeft(person_id, role))


async def remove_member(acting: Acting, family_id: int, person_id: int) -> None:
    """Let the person answer for the brand no more. Refuses: NotFound."""
    taken = await acting.session.execute(
        delete(FamilyMember)
        .where(FamilyMember.person_id == person_id, FamilyMember.family_id == family_id)
        .returning(FamilyMember.person_id)
    )
    if taken.first() is None:
        raise NotFound("person")
    record(acting, FamilyLeft(family_id, person_id))
