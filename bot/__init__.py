"""How it runs: channels, settings, clock, sending, pictures, command line."""

import os

# Read by python-telegram-bot at its import: without it `retry_after` raises a deprecation.
os.environ.setdefault("PTB_TIMEDELTA", "1")
