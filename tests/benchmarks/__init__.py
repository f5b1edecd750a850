"""Ratios beside bare bots, measured side by side: ``python -m tests.benchmarks``."""

import os

# Read by python-telegram-bot at its import: without it `retry_after` raises a deprecation.
os.environ.setdefault("PTB_TIMEDELTA", "1")
