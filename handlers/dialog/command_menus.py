"""The command menu that a channel shows, by role and language, and what it says about the bot."""

from __future__ import annotations

from typing import NamedTuple

from handlers.dialog.rendering import bare
from handlers.dialog.speech import say
from models.people.access import Permission, Standing
from models.people.people import Language

STAFF: tuple[tuple[str, Permission], ...] = (
    ("desk", Permission.desk),
    ("deliveries", Permission.deliver),
    ("confirm", Permission.deliver),
    ("catalogue", Permission.catalogue),
    ("addproduct", Permission.catalogue),
    ("stock", Permission.catalogue),
    ("sell", Permission.sell),
    ("families", Permission.families),
    ("bazaars", Permission.bazaars),
    ("delivery", Permission.delivery),
    ("team", Permission.team),
    ("audit", Permission.audit),
    ("misses", Permission.audit),
)
FAMILY = ("family", "sales", "products")
EVERYONE = (
    "shop",
    "search",
    "cart",
    "orders",
    "bazaar",
    "settings",
    "language",
    "help",
    "privacy",
    "cancel",
)

Menu = list[tuple[str, str]]


class About(NamedTuple):
    """What a channel says about the bot: at most 120 and 512 characters (the Bot API's limits)."""

    short: str
    long: str


def menu_for(standing: Standing, language: Language) -> Menu:
    """The commands for that standing, each with what it does; those of all come last."""
    allowed = standing.permissions
    names = [name for name, permission in STAFF if permission in allowed]
    if Permission.family in allowed:
        names.extend(FAMILY)
    names.extend(EVERYONE)
    return [(name, bare(say(f"menu-{name}"), language)) for name in names]


def default_menu(language: Language) -> Menu:
    """The menu of whoever is neither staff nor family."""
    return menu_for(Standing(), language)


def about_bot(language: Language) -> About:
    """What the bot is, in that language."""
    return About(bare(say("about-short"), language), bare(say("about-long"), language))
