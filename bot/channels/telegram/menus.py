"""The command menus that Telegram shows: everybody's, and those of staff and families."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict

import msgspec
import structlog
from sqlalchemy import update
from telegram.error import TelegramError

from bot.channels.telegram.calls import BotApi
from handlers.dialog.command_menus import Menu, about_bot, default_menu, menu_for
from handlers.dialog.speech import ChannelUser
from locales.languages import FIRST, LANGUAGES, from_hint
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.people.access import standing_of
from models.people.people import Language

log = structlog.get_logger(__name__)
LOOK_AGAIN_S = 60.0
MOST_REMEMBERED = 50_000
_PRIVATE = {"type": "all_private_chats"}


class Menus:
    """Keeps each person's menu true to their standing and language."""

    def __init__(self, api: BotApi, database: Database) -> None:
        """Nobody's menu was looked at yet."""
        self._api = api
        self._database = database
        self._seen: OrderedDict[int, tuple[Language, float]] = OrderedDict()

    async def say_who(self) -> None:
        """Set everybody's menu and the bot's descriptions; the first language is for all others."""
        for language in LANGUAGES:
            about = about_bot(language)
            at = {"language_code": language} if language != FIRST else {}
            commands = commands_of(default_menu(language))
            await self._api.call("setMyCommands", {"commands": commands, "scope": _PRIVATE, **at})
            await self._api.call("setMyDescription", {"description": about.long, **at})
            await self._api.call("setMyShortDescription", {"short_description": about.short, **at})

    def is_due(self, account_id: int, language: Language) -> bool:
        """Whether the person's menu should be looked at: seldom, and when the language changed."""
        now = time.monotonic()
        seen = self._seen.get(account_id)
        if seen is not None and seen[0] == language and now - seen[1] < LOOK_AGAIN_S:
            return False
        self._seen[account_id] = (language, now)
        self._seen.move_to_end(account_id)
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.popitem(last=False)
        return True

    async def keep(self, account_id: int, sender: ChannelUser, language: Language) -> None:
        """Set the person's menu where it is not the one that they see."""
        async with self._database.read() as session:
            account = await session.get_one(Account, account_id)
            standing = await standing_of(session, account.person_id)
        menu = menu_for(standing, language)
        usual = default_menu(from_hint(sender.language_hint))
        if menu_name(menu) == (account.menu or menu_name(usual)):
            return
        scope = {"type": "chat", "chat_id": int(sender.external_id)}
        try:
            fields = {"commands": commands_of(menu), "scope": scope}
            await self._api.call("setMyCommands", fields)
        except TelegramError as error:
            self._seen.pop(account_id, None)
            log.info("menu-not-set", why=error.message)
            return
        async with self._database.write() as session:
            named = update(Account).where(Account.id == account_id)
            await session.execute(named.values(menu=menu_name(menu)))


def commands_of(menu: Menu) -> list[dict[str, str]]:
    """The menu as the Bot API takes it."""
    return [{"command": name, "description": does} for name, does in menu]


def menu_name(menu: Menu) -> str:
    """A short name for a menu, the same for equal ones."""
    return hashlib.sha256(msgspec.json.encode(menu)).hexdigest()[:16]
