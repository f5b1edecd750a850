"""The menu: the five packages, and the ways on."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.dialog.actions.customer import (
    AskTeam,
    SetLanguage,
    ShowBazaar,
    ShowHelp,
    ShowOrders,
    ShowPackage,
    ShowSettings,
)
from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.actions.staff import ShowDesk
from handlers.dialog.actions.wanted import ShowFavourites
from handlers.dialog.layout import CART, HOME, SEARCH, banner, screen
from handlers.dialog.speech import Card, Choice, Row, say
from locales.languages import others
from models.people.access import Permission
from models.people.people import Language
from models.products.tables import Package

ORDERS = Choice(say("button-orders"), ShowOrders())
BAZAAR = Choice(say("button-bazaar"), ShowBazaar())
FAVOURITES = Choice(say("button-favourites"), ShowFavourites())
SETTINGS = Choice(say("button-settings"), ShowSettings())
HELP = Choice(say("button-help"), ShowHelp())
TEAM = Choice(say("button-send-to-team"), AskTeam())
DESK: Row = (Choice(say("button-desk"), ShowDesk()),)
FAMILY: Row = (Choice(say("button-family"), ShowFamilyHome()),)
WAYS = (HOME, SEARCH, CART, ORDERS, FAVOURITES, BAZAAR, SETTINGS, HELP)


def menu_screen(
    counts: Mapping[str, int],
    permissions: frozenset[Permission],
    language: Language,
    *,
    first_contact: bool = False,
    favourites: bool = False,
    pick_up: bool = False,
) -> Card:
    """The menu: a door first for staff and families, then the packages with their counts.

    At the first contact it says what is to be had here; with `pick_up` that orders can be fetched.
    Whoever keeps `favourites` finds them here.
    """
    doors = ((Permission.desk, DESK), (Permission.family, FAMILY))
    rows = [door for permission, door in doors if permission in permissions]
    rows += [(package_choice(package, counts.get(package, 0)),) for package in Package]
    rows += [(SEARCH, CART), *([(FAVOURITES,)] if favourites else [])]
    rows += [(ORDERS, BAZAAR), (SETTINGS, HELP), other_languages(language)]
    picture = banner(language, say("shop-name"), say("shop-about"))
    text = say("home-welcome" if first_contact else "home-again")
    if first_contact and pick_up:
        text = say("two-paragraphs", first=text, second=say("home-pick-up"))
    return screen(text, picture, rows)


def other_languages(language: Language) -> Row:
    """Languages besides the person's, by their own names, for those who cannot read it."""
    return tuple(
        Choice(say(f"button-speak-{other}"), SetLanguage(other)) for other in others(language)
    )


def package_choice(package: Package, count: int) -> Choice:
    """A package, what it holds, and how many products it offers now."""
    return Choice(say(f"home-package-{package}", count=count), ShowPackage(package.value))
