"""How each subject is started."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.running import Program
from tests.benchmarks.subjects.listening import PATH
from tests.support.lives import NO_LIMITS

TOLD = ("{base}", "{token}", "{port}")
WINDOWS = "10:00-14:00=9999 16:00-20:00=9999"


def echo(module: str, *options: str) -> Program:
    """One of the bare bots."""
    return Program(("-m", f"tests.benchmarks.subjects.{module}", *TOLD, *options))


def shop(database: Path, *, webhook: bool = True) -> Program:
    """The real storefront on an SQLite file, with room for as many orders as there are.

    Its updates come by webhook, or it asks for them.
    """
    hook = {"ENTAJ_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{{port}}{PATH}"} if webhook else {}
    return Program(
        ("-m", "bot", "run"),
        {
            **hook,
            "ENTAJ_DATABASE_URL": f"sqlite:///{database}",
            "ENTAJ_TELEGRAM_TOKEN": "{token}",
            "ENTAJ_TELEGRAM_API_URL": "{base}",
            "ENTAJ_WEB_PORT": "{port}",
            "ENTAJ_LOG": "warning",
            "ENTAJ_DELIVERY_WINDOWS": WINDOWS,
            **NO_LIMITS,
        },
    )
