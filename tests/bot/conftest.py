"""A fake Bot API, and the storefront that serves it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.assembly import Storefront
from handlers.dialog.actions import encode_action
from handlers.dialog.actions.catalogue import ChangeProduct
from models.people.access import Role, invite
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi, Person
from tests.support.acting import acting
from tests.support.opened import opened as database_at
from tests.support.shelves import an_option
from tests.support.waiting import PATIENCE
from tests.support.words import word

TOO_LATE_S = 3600.0
"""The delay of an answer that comes only when the trouble is over."""


def patient_api() -> FakeBotApi:
    """A Bot API on which people wait as long as a loaded machine needs."""
    return FakeBotApi(patience=PATIENCE, press_lifetime=2 * PATIENCE)


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    """A Bot API whose people wait long, for a loaded machine; what is in time is not asked here."""
    async with patient_api() as fake:
        yield fake


@pytest.fixture
def no_time_outs(monkeypatch: pytest.MonkeyPatch) -> None:
    """However late a call is answered, it is not given up before a test has looked at it."""
    monkeypatch.setattr("bot.channels.telegram.calls.READ_S", 2 * TOO_LATE_S)


@pytest.fixture
async def stocked_url(sqlite_url: str) -> str:
    """A shop with three products of the first package on its shelf."""
    async with database_at(sqlite_url) as database, database.write() as session:
        for _ in range(3):
            await an_option(session, stock=10)
    return sqlite_url


@pytest.fixture
def migrated(sqlite_template: Path, tmp_path: Path) -> Path:
    """A folder to run in whose database, where settings name none, has the schema already."""
    (tmp_path / "var").mkdir()
    shutil.copyfile(sqlite_template, tmp_path / "var" / "entaj.db")
    return tmp_path


@pytest.fixture(params=["polling", "webhook"])
async def shop(
    request: pytest.FixtureRequest, api: FakeBotApi, stocked_url: str
) -> AsyncIterator[Storefront]:
    """The open storefront, in both ways that updates come."""
    async with opened(api, stocked_url, webhook=request.param == "webhook") as storefront:
        yield storefront


@pytest.fixture
async def polling_shop(api: FakeBotApi, stocked_url: str) -> AsyncIterator[Storefront]:
    """The open storefront that asks for its updates."""
    async with opened(api, stocked_url) as storefront:
        yield storefront


async def invitation(shop: Storefront, role: Role) -> str:
    """The payload of a new invitation to a role."""
    async with shop.database.write() as session:
        return f"i_{await invite(acting(session, now=datetime.now(UTC)), role=role)}"


async def at_the_menu(api: FakeBotApi) -> Person:
    """Mona, who has started in English and sees the menu."""
    mona = api.person("Mona", language_code="en")
    await mona.starts()
    await mona.sees(word("package-atayeb", "en"))
    return mona


async def asked_for_photo(person: Person, shop: Storefront) -> None:
    """Make the person a manager who is asked for the photo of the first product."""
    await person.starts(await invitation(shop, Role.manager))
    await person.sees(word("role-manager", "en"))
    await person.press_old(encode_action(ChangeProduct(1, "photo")))
    await person.sees("photo")
