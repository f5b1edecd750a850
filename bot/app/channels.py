"""The channels of a shop, as its settings ask for them.

Another one is a folder in `bot/channels/` with a class as `bot.runtime.channel.Channel` describes
it, a line here, its settings, and its folder in the contract "Channels" in `pyproject.toml`.
"""

from __future__ import annotations

from bot.ground.settings import Settings
from bot.runtime.channel import Channel


def channels_of(settings: Settings) -> list[Channel]:
    """The channels, still closed; an invitation from the command line opens in the first."""
    # Each is loaded for who has it: a bot shows no page, and the try-out talks to no Telegram.
    channels: list[Channel] = []
    if settings.telegram_token is not None:
        from bot.channels.telegram.bot import TelegramBot

        channels.append(TelegramBot(settings))
    if settings.web_face == "tryout":
        from bot.channels.web.face import WebFace

        channels.append(WebFace(settings))
    return channels
