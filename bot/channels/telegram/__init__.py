"""Telegram: updates read into what was heard, replies shown, over the Bot API."""

from bot.ground.lean import not_found

with not_found("pygments"):
    import httpx  # noqa: F401  telegram loads it
