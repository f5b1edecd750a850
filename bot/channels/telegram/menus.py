"""The command menus that Telegram shows: everybody's, and those of staff and families."""

from __future__ import annotations

import hashlib
import time

import msgspec
import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.channels.telegram.calls import BotApi
from bot.channels.telegram.parsing import CHANNEL
from bot.channels.telegram.troubles import seconds_of
from handlers.dialog.command_menus import Menu, about_bot, default_menu, menu_for
from handlers.dialog.speech import ChannelUser
from locales.languages import FIRST, LANGUAGES, from_hint
from models.kernel.database import Database
from models.messaging.accounts import Account, menu_not_wanted, menus_due
from models.people.access import standing_of
from models.people.people import Language

log = structlog.get_logger(__name__)
AT_ONCE = 50
_PRIVATE = {"type": "all_private_chats"}


class Menus:
    """Keeps each person's menu true to their standing and language."""

    def __init__(self, api: BotApi, database: Database) -> None:
        """No menu was set yet."""
        self._api = api
        self._database = database
        self._rests_until = 0.0

    async def say_who(self) -> None:
        """Set everybody's menu and the bot's descriptions; the first language is for all others."""
        for language in LANGUAGES:
            about = about_bot(language)
            at = {"language_code": language} if language != FIRST else {}
            commands = commands_of(default_menu(language))
            await self._api.call("setMyCommands", {"commands": commands, "scope": _PRIVATE, **at})
            await self._api.call("setMyDescription", {"description": about.long, **at})
            await self._api.call("setMyShortDescription", {"short_description": about.short, **at})

    async def keep(self, account_id: int, sender: ChannelUser, language: Language) -> None:
        """Set the person's menu where it is not the one that they see; raises TelegramError."""
        usual = menu_name(default_menu(from_hint(sender.language_hint)))
        await self._keep(account_id, sender.external_id, language, usual)

    async def keep_due(self) -> None:
        """Set the menus of those who may do more or less than before, without their doing anything.

        Each is set whatever was set last: a call that a kill cut short may have arrived. What
        Telegram does not take now is tried when this is called next.
        """
        if time.monotonic() < self._rests_until:
            return
        async with self._database.read() as session:
            due = await menus_due(session, CHANNEL, AT_ONCE)
        for each in due:
            try:
                await self._keep(each.account_id, each.external_id, each.language)
            except (BadRequest, Forbidden) as error:
                log.info("menu-not-wanted", account=each.account_id, why=error.message)
                async with self._database.write() as session:
                    await menu_not_wanted(session, each.account_id)
            except TelegramError as error:
                log.warning("menu-not-set", account=each.account_id, why=error.message)
                if isinstance(error, RetryAfter):
                    self._rests_until = time.monotonic() + seconds_of(error)
                return

    async def _keep(
        self, account_id: int, external_id: str, language: Language, usual: str | None = None
    ) -> None:
        """Set the menu where it is not the right one, `usual` where none was set; else whatever.

        What the person may do is looked at again once it is set, and the account held meanwhile: a
        call that took long would else bring back what was taken away during it. Raises
        TelegramError.
        """
        async with self._database.read() as session:
            account = await session.get_one(Account, account_id)
            menu = await wanted_menu(session, account, language)
        shown = "" if usual is None else account.menu or usual
        if menu_name(menu) == shown:
            return
        while True:
            if menu_name(menu) != shown:
                scope = {"type": "chat", "chat_id": int(external_id)}
                fields = {"commands": commands_of(menu), "scope": scope}
                await self._api.call("setMyCommands", fields)
                shown = menu_name(menu)
            async with self._database.write() as session:
                account = await session.get_one(Account, account_id, with_for_update=True)
                menu = await wanted_menu(session, account, language)
                if menu_name(menu) == shown:
                    account.menu, account.menu_due = shown, False
                    return


async def wanted_menu(session: AsyncSession, account: Account, language: Language) -> Menu:
    """The menu that the person should see now."""
    return menu_for(await standing_of(session, account.person_id), language)


def commands_of(menu: Menu) -> list[dict[str, str]]:
    """The menu as the Bot API takes one: its commands with their words."""
    return [{"command": name, "description": does} for name, does in menu]


def menu_name(menu: Menu) -> str:
    """A short name for a menu, the same for equal ones."""
    return hashlib.sha256(msgspec.json.encode(menu)).hexdigest()[:16]
