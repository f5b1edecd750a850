"""The threads of SQLite's driver, when they answer an event loop that is gone."""

from __future__ import annotations

import threading


def forgive_late_answers() -> None:
    """Print no trace of a thread that found the event loop closed, and of others as before.

    After a file could not be opened the driver (aiosqlite 0.22) stops its thread and does not wait
    for it: by chance that answers a moment after the program has told what was wrong, and closed.
    """
    usual = threading.excepthook

    def hook(met: threading.ExceptHookArgs) -> None:
        if met.exc_type is not RuntimeError or str(met.exc_value) != "Event loop is closed":
            usual(met)

    threading.excepthook = hook
