"""What a process of a test needs, brought in once and forked off: the code, and the words read."""

from __future__ import annotations

from importlib import import_module

from handlers.dialog.rendering import bundle
from locales.languages import LANGUAGES

for room in ("assembly", "backups", "doctor", "invite_link", "running", "seeding"):
    import_module(f"bot.app.{room}")
for module in ("bot.channels.telegram.bot", "bot.cli"):
    import_module(module)
for module in ("lives", "orders", "shelves"):
    import_module(f"tests.support.{module}")
for language in LANGUAGES:
    bundle(language)
