"""What every test may ask for: a database made by the migrations, and a clock set by hand."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hypothesis
import pytest

from models.kernel.database import Database
from models.migrations import migrate
from tests.support.clock import HandClock
from tests.support.in_memory import write_into_memory
from tests.support.opened import opened
from tests.support.postgres import CannotStart, Postgres
from tests.support.threads import in_thread

# Tests start the program many times, and each worker reads every test: compile them once.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

write_into_memory()

# A loaded machine is slow, and that is no defect of what is tested.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")

BOTH = [
    pytest.param("sqlite"),
    pytest.param("postgres", marks=pytest.mark.postgres),
]


FIRST = ("browser", "slow")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests come first, so that no worker is left alone with one of them at the end.

    Those of the browser are one after another, and so the longest of all.
    """
    items.sort(key=rank)


def rank(item: pytest.Item) -> int:
    """How early a test is begun."""
    ranks = (at for at, mark in enumerate(FIRST) if item.get_closest_marker(mark))
    return next(ranks, len(FIRST))


def pytest_collection_finish() -> None:
    """What all tests are made of stays to the end: Python need not look through it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def clock() -> HandClock:
    """A clock that stands on a Monday morning until it is moved."""
    return HandClock()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server of this test session; its tests are skipped when it cannot be started."""
    try:
        server = Postgres()
    except CannotStart as error:
        if "postgres" in os.environ.get("ENTAJ_TEST_REQUIRE", ""):
            pytest.fail(str(error))
        pytest.skip(str(error))
    yield server
    server.stop()


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """The URL of a fresh PostgreSQL database with the schema of today."""
    name = postgres.fresh()
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file that the migrations made, to be copied."""
    path = tmp_path_factory.mktemp("template") / "shop.db"
    in_thread(make_sqlite(path))
    return path


async def make_sqlite(path: Path) -> None:
    """Migrate a new SQLite file, and put its journal back into it so that a copy is whole."""
    async with opened(f"sqlite:///{path}") as database:
        await migrate(database)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a fresh SQLite file with the schema of today."""
    path = tmp_path / "shop.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
async def sqlite_database(sqlite_url: str) -> AsyncIterator[Database]:
    """A fresh SQLite database, for tests that need only one."""
    async with opened(sqlite_url) as database:
        yield database


@pytest.fixture
async def postgres_database(postgres_url: str) -> AsyncIterator[Database]:
    """A fresh PostgreSQL database, for tests that need only that one."""
    async with opened(postgres_url) as database:
        yield database


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh database, of either kind; for tests that start processes."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh database, of either kind."""
    async with opened(database_url) as database:
        yield database
