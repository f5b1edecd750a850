"""Invitations that nobody has used yet, and taking one back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.facts import InvitationWithdrawn, record
from models.kernel.paging import Page, page_of
from models.kernel.refusals import InvitationSpent
from models.kernel.rows import RowReader
from models.people.access import Invitation


class OpenInvitation(msgspec.Struct, frozen=True):
    """An invitation that can still be used, and for whom it is (empty where nobody said)."""

    id: int
    role: str | None
    family_id: int | None
    name: str
    runs_out_at: datetime


VIEW = RowReader(
    OpenInvitation,
    id=Invitation.id,
    role=Invitation.role,
    family_id=Invitation.family_id,
    name=Invitation.name,
    runs_out_at=Invitation.runs_out_at,
)


async def open_invitations(
    session: AsyncSession, family_id: int | None, now: datetime, page: int, per_page: int
) -> Page[OpenInvitation]:
    """Open invitations to the brand, or to any role where `family_id` is None; the oldest first."""
    chosen = select_open(family_id, now).order_by(Invitation.id)
    rows = await session.execute(chosen.limit(per_page + 1).offset(page * per_page))
    return page_of(rows.all(), VIEW.read, page, per_page)


async def count_open(session: AsyncSession, family_id: int | None, now: datetime) -> int:
    """How many invitations to the brand, or to roles, are open."""
    counted = select(func.count()).select_from(select_open(family_id, now).subquery())
    return await session.scalar(counted) or 0


def select_open(family_id: int | None, now: datetime) -> Select[*tuple[Any, ...]]:
    """The look-up of invitations to a brand, or to roles, that can be used at that moment."""
    to = Invitation.role.is_not(None) if family_id is None else Invitation.family_id == family_id
    return views().where(to, usable(now))


def views() -> Select[*tuple[Any, ...]]:
    """The look-up of all invitations."""
    return select(*VIEW.columns)


def usable(now: datetime) -> ColumnElement[bool]:
    """Neither used nor run out."""
    return Invitation.used_by.is_(None) & (Invitation.runs_out_at > now)


async def open_invitation(
    session: AsyncSession, invitation_id: int, now: datetime
) -> OpenInvitation:
    """One that is open. Refuses: InvitationSpent, when it is so no more."""
    found = views().where(Invitation.id == invitation_id, usable(now))
    row: Any = (await session.execute(found)).first()
    if row is None:
        raise InvitationSpent
    return VIEW.read(row)


async def withdraw(acting: Acting, invitation_id: int) -> None:
    """Let the invitation be open no more. Refuses: InvitationSpent when it is so already.

    It has then run out when it was made: who uses it at the same moment may have an earlier time.
    """
    ended = await acting.session.execute(
        update(Invitation)
        .where(Invitation.id == invitation_id, usable(acting.now))
        .values(runs_out_at=Invitation.made_at)
        .returning(Invitation.id)
    )
    if ended.first() is None:
        raise InvitationSpent
    record(acting, InvitationWithdrawn(invitation_id))
