"""The command menu holds what is built, for those who may ask for it."""

from __future__ import annotations

import re

import pytest

import handlers.conversations  # noqa: F401  registers every command
from handlers.dialog.command_menus import about_bot, default_menu, menu_for
from handlers.dialog.router import COMMANDS, ROUTES
from models.people.access import Role, Standing
from models.people.people import Language

LANGUAGES: tuple[Language, ...] = ("ar", "en")
ALL = Standing(frozenset(Role), (1,))


def names(standing: Standing) -> list[str]:
    """The commands of the menu for that standing."""
    return [name for name, _ in menu_for(standing, "ar")]


def test_everything_that_is_built_is_in_somebodys_menu() -> None:
    assert set(names(ALL)) | {"start"} == set(COMMANDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_menus_keep_to_the_platforms_limits(language: Language) -> None:
    menu = menu_for(ALL, language)
    assert len(menu) == len({name for name, _ in menu}) <= 100
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name, _ in menu)
    assert all(0 < len(what) <= 256 for _, what in menu)
    about = about_bot(language)
    assert 0 < len(about.short) <= 120
    assert 0 < len(about.long) <= 512


@pytest.mark.parametrize("role", Role)
def test_nobody_is_offered_what_they_may_not_do(role: Role) -> None:
    standing = Standing(frozenset({role}))
    asked = {name: type(COMMANDS[name]("")) for name in names(standing)}
    assert asked.keys() - {"cancel"} == {name for name in asked if asked[name] in ROUTES}
    for name in asked.keys() - {"cancel"}:
        assert ROUTES[asked[name]].allow in (None, *standing.permissions), name


def test_each_standing_has_its_own_menu() -> None:
    everyone = [name for name, _ in default_menu("ar")]
    assert "desk" not in everyone
    assert "family" not in everyone
    assert names(Standing(family_ids=(3,))) == ["family", "sales", "products", *everyone]
    for role, own in (
        (Role.catalogue, ["desk", "catalogue", "addproduct", "stock"]),
        (Role.orders, ["desk", "deliveries", "confirm"]),
        (Role.courier, ["desk", "deliveries", "confirm"]),
        (Role.seller, ["desk", "sell"]),
        (Role.finance, ["desk"]),
    ):
        assert names(Standing(frozenset({role}))) == [*own, *everyone], role
