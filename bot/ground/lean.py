"""What a start is spared: packages that other libraries load, and those that are needed later.

structlog loads rich to colour tracebacks, and httpx loads pygments and rich for a command line of
its own. Neither is ever asked for: 5 MB of a worker, and a twentieth of its start.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec


@contextmanager
def not_found(name: str) -> Iterator[None]:
    """Let a package look as if it were not installed; one that is loaded already stays.

    The import system takes None in the place of a module for one that is not found (the language
    reference, "The module cache").
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]


LATER = (
    "alembic",
    "arabic_reshaper",
    "bidi",
    "hijridate",
    "icalendar",
    "jinja2",
    "phonenumbers",
    "PIL",
    "rich",
    "segno",
)
"""What is loaded when it is first needed, since few starts do."""


def missing_packages() -> list[str]:
    """Those of `LATER` that are not installed: a start that went on would fail later in the day."""
    return [name for name in LATER if find_spec(name) is None]
