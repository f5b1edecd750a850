"""How it runs: channels, settings, clock, sending, pictures, command line."""

import os

from bot.ground.lean import not_found

# Read by python-telegram-bot at its import: without it `retry_after` raises a deprecation.
os.environ.setdefault("PTB_TIMEDELTA", "1")

with not_found("rich"):
    import structlog  # noqa: F401
