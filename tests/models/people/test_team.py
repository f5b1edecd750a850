"""Who works here and who answers for a brand, and how it is taken back."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.facts import FactRow, FamilyLeft, InvitationWithdrawn, StaffLeft
from models.kernel.refusals import InvitationSpent, LastManager, NotFound, OwnInvitation, Refusal
from models.people.access import (
    INVITATION_LASTS,
    Role,
    RoleRow,
    Standing,
    accept_invitation,
    invite,
    members_by_family,
    standing_of,
)
from models.people.addresses import save_address
from models.people.open_invitations import open_invitation, open_invitations, withdraw
from models.people.team import holders, members, posts, remove_member, take_role
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import HOME
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person


async def joined(
    session: AsyncSession, *, role: Role | None = None, family_id: int | None = None, name: str = ""
) -> int:
    """Somebody who was invited under that name and has accepted."""
    person_id = await a_person(session)
    code = await invite(acting(session), role=role, family_id=family_id, name=name)
    await accept_invitation(acting(session, person_id), code)
    return person_id


async def last_fact(session: AsyncSession) -> FactRow:
    return (await session.scalars(select(FactRow).order_by(FactRow.id.desc()).limit(1))).one()


async def test_every_role_is_counted_and_known_names_are_told(database: Database) -> None:
    async with database.write() as session:
        for at, name in enumerate(("Huda", None, "Ali")):
            person_id = await a_person(session)
            if name:
                await save_address(session, person_id, msgspec.structs.replace(HOME, name=name))
            since = MORNING - timedelta(days=at)
            session.add(RoleRow(person_id=person_id, role=Role.courier, since=since))
        session.add(RoleRow(person_id=person_id, role=Role.manager, since=MORNING, name="Abu Ali"))
    async with database.read() as session:
        held = {post.role: (post.people, post.names) for post in await posts(session)}
    assert held == {
        Role.manager: (1, ("Abu Ali",)),
        Role.catalogue: (0, ()),
        Role.orders: (0, ()),
        Role.courier: (3, ("Ali", "Huda")),
        Role.seller: (0, ()),
        Role.finance: (0, ()),
    }
    assert list(held) == list(Role)


async def test_the_inviters_name_goes_with_the_role_and_the_membership(
    session: AsyncSession,
) -> None:
    family_id = await a_family(session)
    courier = await joined(session, role=Role.courier, name="Saif")
    mother = await joined(session, family_id=family_id, name="Umm Salem")
    (known,) = (await holders(session, Role.courier, 0, 8)).items
    assert (known.person_id, known.name, known.since) == (courier, "Saif", MORNING)
    (known,) = (await members(session, family_id, 0, 8)).items
    assert (known.person_id, known.name) == (mother, "Umm Salem")


async def test_a_role_that_is_taken_away_grants_nothing(session: AsyncSession) -> None:
    boss = await joined(session, role=Role.manager)
    person_id = await a_person(session)
    code = await invite(acting(session), role=Role.courier)
    await accept_invitation(acting(session, person_id), code)
    await take_role(acting(session, boss), Role.courier, person_id)
    assert (await standing_of(session, person_id)).roles == frozenset()
    told = await last_fact(session)
    assert (told.fact, told.actor_id) == (StaffLeft(person_id, Role.courier), boss)
    async with refused(session, NotFound):
        await take_role(acting(session, boss), Role.courier, person_id)
    async with refused(session, InvitationSpent):
        await accept_invitation(acting(session, person_id), code)


async def test_who_used_an_invitation_opens_it_again_when_it_has_run_out(
    session: AsyncSession,
) -> None:
    person_id = await a_person(session)
    code = await invite(acting(session), role=Role.courier)
    used = await accept_invitation(acting(session, person_id), code)
    later = acting(session, person_id, MORNING + INVITATION_LASTS)
    assert await accept_invitation(later, code) is used


async def test_what_is_taken_from_one_is_left_to_the_others(session: AsyncSession) -> None:
    family_id = await a_family(session)
    both, other = await joined(session, role=Role.courier), await joined(session, role=Role.courier)
    code = await invite(acting(session), role=Role.orders)
    await accept_invitation(acting(session, both), code)
    for person_id in (both, other):
        code = await invite(acting(session), family_id=family_id)
        await accept_invitation(acting(session, person_id), code)
    await take_role(acting(session), Role.courier, both)
    await remove_member(acting(session), family_id, both)
    assert await standing_of(session, both) == Standing(frozenset({Role.orders}))
    assert await standing_of(session, other) == Standing(frozenset({Role.courier}), (family_id,))
    assert await members_by_family(session, [family_id]) == {family_id: [other]}


async def test_the_last_manager_stays(session: AsyncSession) -> None:
    first = await joined(session, role=Role.manager)
    async with refused(session, LastManager):
        await take_role(acting(session, first), Role.manager, first)
    second = await joined(session, role=Role.manager)
    await take_role(acting(session, second), Role.manager, first)
    async with refused(session, LastManager):
        await take_role(acting(session, second), Role.manager, second)


async def test_two_managers_who_remove_each_other_leave_one(database: Database) -> None:
    async with database.write() as session:
        first = await joined(session, role=Role.manager)
        second = await joined(session, role=Role.manager)

    async def remove(person_id: int, actor_id: int) -> bool:
        try:
            async with database.write() as session:
                await take_role(acting(session, actor_id), Role.manager, person_id)
        except Refusal:
            return False
        return True

    done = await asyncio.gather(remove(first, second), remove(second, first))
    assert sorted(done) == [False, True]
    async with database.read() as session:
        left = select(func.count()).select_from(RoleRow).where(RoleRow.role == Role.manager)
        assert await session.scalar(left) == 1


async def test_a_member_who_is_removed_answers_for_the_brand_no_more(session: AsyncSession) -> None:
    own, other = await a_family(session, "Own"), await a_family(session, "Other")
    mother = await joined(session, family_id=own)
    code = await invite(acting(session), family_id=other)
    await accept_invitation(acting(session, mother), code)
    await remove_member(acting(session), own, mother)
    assert (await standing_of(session, mother)).family_ids == (other,)
    assert await members_by_family(session, [own]) == {}
    assert (await last_fact(session)).fact == FamilyLeft(own, mother)
    async with refused(session, NotFound):
        await remove_member(acting(session), own, mother)


async def test_open_invitations_are_seen_and_taken_back(session: AsyncSession) -> None:
    family_id = await a_family(session)
    code = await invite(acting(session), role=Role.manager, name="Saif")
    await invite(acting(session), family_id=family_id, name="Umm Salem")
    await joined(session, role=Role.courier, name="Used")
    (found,) = (await open_invitations(session, None, MORNING, 0, 8)).items
    assert (found.role, found.name) == ("manager", "Saif")
    (hers,) = (await open_invitations(session, family_id, MORNING, 0, 8)).items
    assert (hers.family_id, hers.name) == (family_id, "Umm Salem")
    later = MORNING + INVITATION_LASTS
    assert (await open_invitations(session, None, later, 0, 8)).items == ()

    await withdraw(acting(session), found.id)
    assert (await last_fact(session)).fact == InvitationWithdrawn(found.id)
    assert (await open_invitations(session, family_id, MORNING, 0, 8)).items == (hers,)
    assert (await open_invitations(session, None, MORNING, 0, 8)).items == ()
    async with refused(session, InvitationSpent):
        await withdraw(acting(session), found.id)
    async with refused(session, InvitationSpent):
        await open_invitation(session, found.id, MORNING)
    async with refused(session, InvitationSpent):
        await accept_invitation(acting(session, await a_person(session)), code)


async def test_what_is_taken_back_is_not_used_by_whose_turn_began_before(
    session: AsyncSession,
) -> None:
    code = await invite(acting(session), role=Role.manager)
    (found,) = (await open_invitations(session, None, MORNING, 0, 8)).items
    later = MORNING + timedelta(hours=1)
    await withdraw(acting(session, now=later), found.id)
    async with refused(session, InvitationSpent):
        before = later - timedelta(milliseconds=5)
        await accept_invitation(acting(session, await a_person(session), before), code)


async def test_an_invitation_is_used_by_one_person_until_it_runs_out(
    session: AsyncSession,
) -> None:
    code = await invite(acting(session), role=Role.manager)
    late = await invite(acting(session), role=Role.manager)
    first, second = await a_person(session), await a_person(session)
    await accept_invitation(acting(session, first), code)
    async with refused(session, InvitationSpent):
        await accept_invitation(acting(session, second), code)
    async with refused(session, InvitationSpent):
        await accept_invitation(acting(session, second, MORNING + INVITATION_LASTS), late)
    async with refused(session, InvitationSpent):
        await accept_invitation(acting(session, second), "never was")
    assert (await standing_of(session, second)).roles == frozenset()
    assert (await accept_invitation(acting(session, first), code)).used_by == first


async def test_whoever_made_an_invitation_does_not_use_it_up(session: AsyncSession) -> None:
    maker = await a_person(session)
    code = await invite(acting(session, maker), role=Role.courier)
    async with refused(session, OwnInvitation):
        await accept_invitation(acting(session, maker), code)
    await accept_invitation(acting(session, await a_person(session)), code)
