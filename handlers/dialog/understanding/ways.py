"""Where a sentence leads that asks for something there is a screen for, or names one."""

from __future__ import annotations

from functools import cache

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import (
    AskTeam,
    ShowAbout,
    ShowBazaar,
    ShowCart,
    ShowHelp,
    ShowHome,
    ShowLanguages,
    ShowPackage,
    ShowPrivacy,
    ShowSettings,
)
from handlers.dialog.actions.wanted import ShowFavourites
from handlers.dialog.forms import LEAVING
from handlers.dialog.main_menu import WAYS
from handlers.dialog.parsing import as_label
from handlers.dialog.rendering import plain
from handlers.dialog.router import asked_by
from handlers.dialog.speech import Command, say
from handlers.dialog.understanding.topics import Topic
from locales.languages import LANGUAGES
from models.people.people import Language
from models.products.tables import Package

SCREENS: dict[Topic, Action] = {
    Topic.bazaar: ShowBazaar(),
    Topic.ordering: ShowHelp(),
    Topic.paying: ShowAbout("paying"),
    Topic.team: AskTeam(),
    Topic.language: ShowLanguages(),
    Topic.quality: ShowAbout("goods"),
    Topic.goods: ShowHome(),
    Topic.help: ShowHelp(),
    Topic.cart: ShowCart(),
    Topic.favourites: ShowFavourites(),
    Topic.privacy: ShowPrivacy(),
    Topic.settings: ShowSettings(),
}
"""What is asked for by a sentence of the topic; nothing of it does anything by itself."""


def way_named(text: str, language: Language) -> Action | None:
    """The way that was typed by its name: one of the menu, a package, or a command."""
    typed = as_label(text)
    known = ways_by_name(language)
    others = (ways_by_name(other) for other in LANGUAGES if other != language)
    named = next((ways[typed] for ways in (known, *others) if typed in ways), None)
    is_command = named is None and typed.isascii() and typed.isalpha()
    return asked_by(Command(typed)) if is_command else named


@cache
def ways_by_name(language: Language) -> dict[str, Action]:
    """The ways of the menu and out of a question, and the packages, by their labels."""
    ways = [(way.label, way.action) for way in (*WAYS, *LEAVING)]
    ways += [(say(f"package-{key}"), ShowPackage(key.value)) for key in Package]
    return {as_label(plain(label, language)): action for label, action in reversed(ways)}
