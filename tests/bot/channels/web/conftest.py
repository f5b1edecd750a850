"""The try-out of the sample bazaar, open on a port of its own."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.app.assembly import Storefront
from bot.app.channels import channels_of
from bot.channels.web.channel import WebChannel
from bot.channels.web.face import WebFace
from bot.channels.web.tryout import open_tryout
from bot.ground.settings import Settings
from models.kernel.database import Database
from tests.support.clock import MORNING, HandClock
from tests.support.compiled import share_compiled
from tests.support.threads import in_thread


@pytest.fixture(scope="session")
def tryout_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the sample and the people of the try-out, to be copied."""
    path = tmp_path_factory.mktemp("tryout") / "shop.db"
    shutil.copyfile(sqlite_template, path)
    in_thread(fill(path))
    return path


async def fill(path: Path) -> None:
    """Load the sample, and put the journal back into the file so that a copy is whole."""
    database = Database(f"sqlite:///{path}")
    await open_tryout(database, MORNING)
    await database.close()


@pytest.fixture
def tryout_url(tryout_template: Path, tmp_path: Path) -> str:
    """The URL of a fresh try-out."""
    path = tmp_path / "shop.db"
    shutil.copyfile(tryout_template, path)
    return f"sqlite:///{path}"


def storefront(url: str) -> Storefront:
    """The try-out on that database, still closed, on any free port and on a Monday morning."""
    settings = Settings(database_url=url, web="tryout", web_port=0)
    closed = Storefront(settings, channels_of(settings), HandClock())
    share_compiled(closed.database)
    return closed


def page_of(shop: Storefront) -> WebChannel:
    """What the page of an open try-out is told by."""
    face = shop.channels["web"]
    assert isinstance(face, WebFace)
    assert face.channel is not None
    return face.channel


@pytest.fixture
async def shop(tryout_url: str) -> AsyncIterator[Storefront]:
    """The open try-out."""
    async with storefront(tryout_url) as opened:
        yield opened


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    """Somebody who fetches."""
    async with aiohttp.ClientSession() as session:
        yield session
