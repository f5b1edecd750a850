"""Invitations from the command line: the first manager has nobody else to ask."""

from __future__ import annotations

from telegram.error import InvalidToken, TelegramError

from bot.app.doctor import bot_username
from bot.channels.telegram.keyboards import deep_link
from bot.ground.settings import Settings
from bot.runtime.scheduler import utc_now
from handlers.dialog.actions.customer import AcceptInvitation
from handlers.dialog.links import encode_link
from models.families.families import Family
from models.kernel.database import Database
from models.migrations import migrate
from models.people.access import Role
from models.people.access import invite as make_invitation

FAMILY = "family"


class NoInvitation(Exception):
    """Why no invitation is made, in a line for whoever asked."""


async def invitation_link(settings: Settings, role: str, family_id: int | None) -> str:
    """The link of a new invitation: into the bot with a token, else to the page of this machine.

    Raises NoInvitation.
    """
    if role not in {*Role, FAMILY}:
        raise NoInvitation(f"there is no role {role}; there are {', '.join([*Role, FAMILY])}")
    if (role == FAMILY) != (family_id is not None):
        raise NoInvitation("the number of a family goes with the role family, and only with it")
    base = await base_of_links(settings)
    database = Database(settings.database_url)
    try:
        await migrate(database)
        code = await new_code(database, None if role == FAMILY else Role(role), family_id)
    finally:
        await database.close()
    return base + encode_link(AcceptInvitation(code))


async def new_code(database: Database, role: Role | None, family_id: int | None) -> str:
    """The code of a new invitation."""
    async with database.write() as session:
        if family_id is not None and await session.get(Family, family_id) is None:
            raise NoInvitation(f"there is no family {family_id}")
        return await make_invitation(session, utc_now(), role=role, family_id=family_id)


async def base_of_links(settings: Settings) -> str:
    """The part of an invitation's link that stands before its payload."""
    if settings.telegram_token is None:
        return f"{settings.page_address(settings.web_port)}?start="
    try:
        return deep_link(await bot_username(settings), "")
    except InvalidToken:
        raise NoInvitation("ENTAJ_TELEGRAM_TOKEN: Telegram does not know this token") from None
    except TelegramError as error:
        raise NoInvitation(f"Telegram cannot be reached: {error.message}") from None
