"""The founder: the first manager, whom nobody that she invited can remove, until she hands over.

It is the manager who is marked as such, else the one who has been it longest, so that a shop that
has managers always has a founder. Handing over takes both: the founder offers, and the other one
takes it on.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.facts import FounderChanged, FounderOffered, record
from models.kernel.refusals import FounderStays, NotAllowed, NotFound
from models.people.access import Invitation, Role, RoleRow

OF_MANAGERS = RoleRow.role == Role.manager
FIRST = (RoleRow.founder.desc(), RoleRow.since, RoleRow.person_id)


class Founding(NamedTuple):
    """Who the founder is, and to whom that was offered and not taken on yet; None: nobody."""

    founder_id: int | None = None
    offered_to: int | None = None


async def founding(session: AsyncSession) -> Founding:
    """Who the founder is now, and to whom she has offered to hand over."""
    chosen = select(RoleRow.person_id, RoleRow.offered_by).where(OF_MANAGERS).order_by(*FIRST)
    rows = (await session.execute(chosen)).all()
    if not rows:
        return Founding()
    founder_id: int = rows[0].person_id
    offered = (row.person_id for row in rows[1:] if row.offered_by == founder_id)
    return Founding(founder_id, next(offered, None))


async def lock_managers(session: AsyncSession) -> list[int]:
    """The managers, locked in one order until the commit: of two changes the second one waits."""
    held = select(RoleRow.person_id).where(OF_MANAGERS).order_by(RoleRow.person_id)
    return list(await session.scalars(held.with_for_update()))


async def require_removable(acting: Acting, person_id: int) -> None:
    """Refuse (FounderStays) to take the founder's role away for herself or whom she invited.

    Whoever got the role by the command line, and the house itself, can: else a founder who is gone
    for good could never be replaced.
    """
    if person_id != (await founding(acting.session)).founder_id or acting.actor_id is None:
        return
    if person_id == acting.actor_id or await was_invited_by(
        acting.session, acting.actor_id, person_id
    ):
        raise FounderStays


async def was_invited_by(session: AsyncSession, person_id: int, by: int) -> bool:
    """Whether a chain of invitations to be a manager leads from `by` to the person."""
    seen: set[int] = set()
    asked = {person_id}
    while asked:
        asked = await inviters(session, asked) - seen
        if by in asked:
            return True
        seen |= asked
    return False


async def inviters(session: AsyncSession, person_ids: Collection[int]) -> set[int]:
    """Who invited these people to be managers."""
    made = select(Invitation.made_by).where(
        Invitation.used_by.in_(sorted(person_ids)),
        Invitation.role == Role.manager,
        Invitation.made_by.is_not(None),
    )
    return {id_ for id_ in await session.scalars(made) if id_ is not None}


async def offer_founding(acting: Acting, person_id: int) -> None:
    """The founder offers another manager to hand over; to nobody (0), she takes that back.

    One offer stands at a time. Refuses: NotAllowed to all others, NotFound for who is no manager.
    """
    managers = await lock_managers(acting.session)
    if acting.actor_id != (await founding(acting.session)).founder_id:
        raise NotAllowed
    if person_id and (person_id not in managers or person_id == acting.actor_id):
        raise NotFound("person")
    await set_all(acting.session, offered_by=None)
    if person_id:
        offered = update(RoleRow).where(OF_MANAGERS, RoleRow.person_id == person_id)
        await acting.session.execute(offered.values(offered_by=acting.actor_id))
        record(acting, FounderOffered(person_id))


async def take_on_founding(acting: Acting) -> None:
    """The manager to whom it was offered is the founder from now on.

    Refuses: NotAllowed, also when the offer was taken back or made by who is the founder no more.
    """
    await lock_managers(acting.session)
    now = await founding(acting.session)
    if now.founder_id is None or now.offered_to != acting.person_id:
        raise NotAllowed
    await set_all(acting.session, offered_by=None, founder=False)
    marked = update(RoleRow).where(OF_MANAGERS, RoleRow.person_id == acting.person_id)
    await acting.session.execute(marked.values(founder=True))
    record(acting, FounderChanged(acting.person_id, now.founder_id))


async def set_all(session: AsyncSession, **values: bool | None) -> None:
    """Set these columns of every manager's role."""
    await session.execute(update(RoleRow).where(OF_MANAGERS).values(**values))
