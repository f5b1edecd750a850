"""The channels of a shop, as its settings ask for them.

Another one is a folder in `bot/channels/` with a class as `bot.runtime.channel.Channel` describes
it, a line here, its settings, and its folder in the contract "Channels" in `pyproject.toml`.
"""

from __future__ import annotations

from bot.channels.telegram.bot import TelegramBot
from bot.ground.settings import Settings
from bot.runtime.channel import Channel


def channels_of(settings: Settings) -> list[Channel]:
    """The channels, still closed; an invitation from the command line opens in the first."""
    channels: list[Channel] = []
    if settings.telegram_token is not None:
        channels.append(TelegramBot(settings))
    if settings.web_face == "tryout":
        # A bot shows no page.
        from bot.channels.web.face import WebFace

        channels.append(WebFace(settings))
    return channels
