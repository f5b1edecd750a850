"""The founder stays until she hands over, whoever of those that she invited wants otherwise."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.facts import FactRow, FounderChanged, FounderOffered
from models.kernel.refusals import FounderStays, LastManager, NotAllowed, NotFound
from models.people import team
from models.people.access import Role, accept_invitation, invite
from models.people.founder import (
    Founding,
    founding,
    offer_founding,
    take_on_founding,
    was_invited_by,
)
from models.people.team import take_role
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.refused import refused
from tests.support.shelves import a_person


async def a_manager(session: AsyncSession, by: int | None, minutes: int = 0) -> int:
    """A manager whom that person invited (None: the command line), so much after the first."""
    person_id, now = await a_person(session), MORNING + timedelta(minutes=minutes)
    code = await invite(acting(session, by, now), role=Role.manager)
    await accept_invitation(Acting(session, person_id, now), code)
    return person_id


@pytest.mark.parametrize("guarded", [True, False])
async def test_whom_she_invited_cannot_remove_the_founder(
    session: AsyncSession, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    founder = await a_manager(session, None)
    invited = await a_manager(session, founder, 1)
    by_invited = await a_manager(session, invited, 2)
    if not guarded:

        async def let_anybody(_acting: Acting, _person_id: int) -> None:
            """The twin: without the guard the last who came removes the first."""

        monkeypatch.setattr(team, "require_removable", let_anybody)
        await take_role(acting(session, by_invited), Role.manager, founder)
        assert (await founding(session)).founder_id == invited
        return
    for person_id in (founder, invited, by_invited):
        async with refused(session, FounderStays):
            await take_role(acting(session, person_id), Role.manager, founder)
    await take_role(acting(session, by_invited), Role.manager, invited)
    assert (await founding(session)).founder_id == founder


async def test_who_came_by_the_command_line_can_and_the_next_one_is_the_founder(
    session: AsyncSession,
) -> None:
    founder = await a_manager(session, None)
    invited = await a_manager(session, founder, 1)
    beside = await a_manager(session, None, 2)
    await take_role(acting(session, beside), Role.manager, founder)
    assert (await founding(session)).founder_id == invited
    await take_role(acting(session), Role.manager, invited)
    assert (await founding(session)).founder_id == beside
    async with refused(session, LastManager):
        await take_role(acting(session, beside), Role.manager, beside)


async def test_handing_over_takes_both(session: AsyncSession) -> None:
    founder = await a_manager(session, None)
    other, third = [await a_manager(session, founder, at) for at in (1, 2)]
    for person_id, to in ((other, third), (other, other), (third, founder)):
        async with refused(session, NotAllowed):
            await offer_founding(acting(session, person_id), to)
    for to in (founder, 999):
        async with refused(session, NotFound):
            await offer_founding(acting(session, founder), to)
    async with refused(session, NotAllowed):
        await take_on_founding(acting(session, other))
    await offer_founding(acting(session, founder), third)
    await offer_founding(acting(session, founder), other)
    assert await founding(session) == Founding(founder, other)
    async with refused(session, NotAllowed):
        await take_on_founding(acting(session, third))
    await take_on_founding(acting(session, other))
    assert await founding(session) == Founding(other)
    async with refused(session, NotAllowed):
        await take_on_founding(acting(session, other))
    rows = await session.scalars(select(FactRow).order_by(FactRow.id.desc()).limit(2))
    assert [row.fact for row in rows] == [FounderChanged(other, founder), FounderOffered(other)]
    # The one of before is a manager like others now, whom the new founder did not invite.
    await take_role(acting(session, other), Role.manager, founder)
    async with refused(session, FounderStays):
        await take_role(acting(session, other), Role.manager, other)


async def test_an_offer_that_was_taken_back_or_is_another_s_counts_no_more(
    session: AsyncSession,
) -> None:
    founder = await a_manager(session, None)
    other = await a_manager(session, founder, 1)
    await offer_founding(acting(session, founder), other)
    await offer_founding(acting(session, founder), 0)
    async with refused(session, NotAllowed):
        await take_on_founding(acting(session, other))
    await offer_founding(acting(session, founder), other)
    third = await a_manager(session, None, -1)  # on a clock that was set back: the first by time
    assert (await founding(session)).founder_id == third
    async with refused(session, NotAllowed):
        await take_on_founding(acting(session, other))


async def test_a_shop_without_managers_has_no_founder(session: AsyncSession) -> None:
    assert await founding(session) == Founding()
    async with refused(session, NotAllowed):
        await take_on_founding(acting(session, await a_person(session)))


async def test_a_circle_of_invitations_has_an_end(session: AsyncSession) -> None:
    """Somebody left, and was invited again by whom she had invited herself."""
    first, beside = await a_manager(session, None), await a_manager(session, None, 1)
    second = await a_manager(session, beside, 2)
    await take_role(acting(session, second), Role.manager, beside)
    code = await invite(acting(session, second), role=Role.manager)
    await accept_invitation(acting(session, beside), code)
    assert not await was_invited_by(session, second, first)
    assert await was_invited_by(session, second, second)
    await take_role(acting(session, second), Role.manager, first)
