"""Where Chromium is, and how it is started: quiet, and never on the network."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
)


def find_chromium() -> str | None:
    """The browser that ENTAJ_TEST_CHROMIUM names, else the machine's own; None without one."""
    named = os.environ.get("ENTAJ_TEST_CHROMIUM", "")
    if named:
        return named if Path(named).exists() else None
    return next((found for name in NAMES if (found := shutil.which(name))), None)
