"""Staff and families to talk with: they get their standing as everyone does, by an invitation."""

from __future__ import annotations

from handlers.dialog.turns import Turns
from models.people.access import Role, accept_invitation, invite
from models.people.people import Language
from tests.handlers.talk import Talk
from tests.support.acting import acting


async def customer(turns: Turns, external_id: str = "mona", language: Language = "ar") -> Talk:
    """A shopper who has said /start."""
    talk = Talk(turns, external_id=external_id, language=language)
    await talk.says("/start")
    return talk


async def staff(
    turns: Turns, *roles: Role, external_id: str = "", language: Language = "ar"
) -> Talk:
    """A member of staff with these roles, who has said /start; known by the roles' names."""
    talk = await customer(turns, external_id or "-".join(roles), language)
    for role in roles:
        await let_in(talk, role=role)
    return talk


async def family_member(
    turns: Turns, family_id: int, *, external_id: str = "", language: Language = "ar"
) -> Talk:
    """Someone who answers for that family, who has said /start."""
    talk = await customer(turns, external_id or f"family-{family_id}", language)
    await let_in(talk, family_id=family_id)
    return talk


async def let_in(talk: Talk, *, role: Role | None = None, family_id: int | None = None) -> None:
    """Invite the person to a role or to a family, and let them accept."""
    person_id = await talk.person_id()
    now = talk.turns.clock()
    async with talk.turns.database.write() as session:
        code = await invite(acting(session, now=now), role=role, family_id=family_id)
        await accept_invitation(acting(session, person_id, now), code)
