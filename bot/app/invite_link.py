"""Invitations from the command line: the first manager has nobody else to ask."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ground.settings import Settings
from bot.runtime.channel import Channel, NoLink
from bot.runtime.scheduler import utc_now
from handlers.dialog.actions.customer import AcceptInvitation
from handlers.staff.desk.invitation_screens import MOST_NAME
from models.families.families import Family
from models.kernel.acting import Acting
from models.kernel.database import Database
from models.migrations import migrate
from models.people.access import Role
from models.people.access import invite as make_invitation

FAMILY = "family"


class NoInvitation(Exception):
    """Why no invitation is made, in a line for whoever asked."""


async def invitation_link(
    settings: Settings,
    channels: Sequence[Channel],
    role: str,
    family_id: int | None,
    name: str = "",
) -> str:
    """The link of a new invitation, into the first of the shop's channels.

    `name` says for whom it is, as colleagues are to read it. Raises NoInvitation.
    """
    called = " ".join(name.split())
    if role not in {*Role, FAMILY}:
        raise NoInvitation(f"there is no role {role}; there are {', '.join([*Role, FAMILY])}")
    if (role == FAMILY) != (family_id is not None):
        raise NoInvitation("the number of a family goes with the role family, and only with it")
    if len(called) > MOST_NAME:
        raise NoInvitation(f"a name has {MOST_NAME} letters at most")
    # Asked before there is a code: one that nobody is told would stay open.
    await link_into(channels, "")
    database = Database(settings.database_url)
    try:
        await migrate(database)
        invited = None if role == FAMILY else Role(role)
        code = await new_code(database, invited, family_id, called)
    finally:
        await database.close()
    return await link_into(channels, code)


async def link_into(channels: Sequence[Channel], code: str) -> str:
    """The link that accepts the invitation of that code; raises NoInvitation."""
    if not channels:
        raise NoInvitation("the shop has neither a bot nor a page that a link could open")
    try:
        return await channels[0].link_to(AcceptInvitation(code))
    except NoLink as why:
        raise NoInvitation(str(why)) from None


async def new_code(database: Database, role: Role | None, family_id: int | None, name: str) -> str:
    """The code of a new invitation."""
    async with database.write() as session:
        if family_id is not None and await session.get(Family, family_id) is None:
            raise NoInvitation(f"there is no family {family_id}")
        return await make_invitation(
            Acting(session, None, utc_now()), role=role, family_id=family_id, name=name
        )
