"""What the bot says of itself: its names, descriptions, commands and menu button."""

from __future__ import annotations

import re
from typing import Any

from telegram.constants import BotCommandLimit, BotDescriptionLimit, BotNameLimit

from tests.fake_botapi.platform import Platform
from tests.fake_botapi.refused import bad_request

from .registry import Arguments, Play, taught

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")


@taught("getMe")
def get_me(platform: Platform, call: Arguments) -> object:
    del call
    platform.started_anew()
    return {
        **platform.bot.payload(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def _language(call: Arguments) -> str:
    code = call.text("language_code")
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def scope_key(scope: dict[str, Any] | None) -> str:
    """One word for a scope of commands."""
    scope = scope or {"type": "default"}
    named = [str(scope[key]) for key in ("type", "chat_id", "user_id") if key in scope]
    return ":".join(named)


def _scope(platform: Platform, call: Arguments) -> str:
    scope = call.values.get("scope")
    assert scope is None or isinstance(scope, dict)
    if scope is not None and "chat_id" in scope:
        chat = platform.known(scope["chat_id"])
        if scope["type"] != "chat" and chat.is_private:
            raise bad_request("can't use specified scope in private chats")
    return scope_key(scope)


def _check_command(command: dict[str, Any]) -> None:
    if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    description = command["description"].strip()
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > BotCommandLimit.MAX_DESCRIPTION:
        raise bad_request("command description length must not exceed 256")


@taught("setMyCommands")
def set_my_commands(platform: Platform, call: Arguments) -> object:
    commands = call.values["commands"]
    assert isinstance(commands, list)
    if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
        platform.records.odd_text(command["description"], f"command /{command['command']}")
    key = f"commands {_scope(platform, call)}", _language(call)
    platform.about[key] = [
        {
            "command": each["command"].removeprefix("/"),
            "description": each["description"].strip(),
        }
        for each in commands
    ]
    return True


@taught("getMyCommands")
def get_my_commands(platform: Platform, call: Arguments) -> object:
    return platform.about.get((f"commands {_scope(platform, call)}", _language(call)), [])


@taught("deleteMyCommands")
def delete_my_commands(platform: Platform, call: Arguments) -> object:
    platform.about.pop((f"commands {_scope(platform, call)}", _language(call)), None)
    return True


def _teach_said(what: str, field: str, limit: int, refusal: str) -> None:
    """A text about the bot with its limit, for each language, as a pair of methods."""

    def say(platform: Platform, call: Arguments) -> object:
        text = call.text(field)
        if len(text) > limit:
            raise bad_request(refusal)
        platform.records.odd_text(text, call.method)
        platform.about[field, _language(call)] = text
        return True

    def tell(platform: Platform, call: Arguments) -> object:
        said = platform.about.get((field, _language(call))) or platform.about.get((field, ""))
        default = platform.bot.first_name if field == "name" else ""
        return {field: said or default}

    pair: list[tuple[str, Play]] = [("setMy", say), ("getMy", tell)]
    for verb, play in pair:
        taught(verb + what)(play)


_description = BotDescriptionLimit
_teach_said("Name", "name", BotNameLimit.MAX_NAME_LENGTH, "bot name is too long")
_teach_said(
    "Description",
    "description",
    _description.MAX_DESCRIPTION_LENGTH,
    "bot description is too long",
)
_teach_said(
    "ShortDescription",
    "short_description",
    _description.MAX_SHORT_DESCRIPTION_LENGTH,
    "bot short description is too long",
)


@taught("setChatMenuButton")
def set_chat_menu_button(platform: Platform, call: Arguments) -> object:
    chat_id = call.values.get("chat_id")
    if chat_id is not None and not platform.known(chat_id).is_private:
        raise bad_request("chat menu button can be set only in private chats")
    button = call.values.get("menu_button")
    platform.about["menu button", str(chat_id or "")] = button or {"type": "default"}
    return True


@taught("getChatMenuButton")
def get_chat_menu_button(platform: Platform, call: Arguments) -> object:
    chosen = platform.about.get(("menu button", str(call.values.get("chat_id") or "")))
    return chosen or platform.about.get(("menu button", ""), {"type": "commands"})
