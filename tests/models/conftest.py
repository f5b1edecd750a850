"""A session of the shop: what a test does in it leaves books that agree with each other."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.products.search.vocabulary import KNOWN
from models.reports.consistency import discrepancies
from tests.conftest import BOTH
from tests.support.clock import MORNING
from tests.support.opened import keeping_prepared, opened
from tests.support.postgres import Postgres
from tests.support.sample import open_sample
from tests.support.threads import in_thread


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that roll back share connections, and so the event loop that these belong to."""
    for item in items:
        if "scratch" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def empty_postgres(postgres: Postgres) -> AsyncIterator[Database]:
    """One PostgreSQL database for all tests that roll back; all their statements stay prepared."""
    async with opened(keeping_prepared(postgres.url(postgres.fresh()))) as database:
        yield database


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def empty_sqlite(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Database]:
    """One SQLite file for all tests that roll back."""
    path = tmp_path_factory.mktemp("empty") / "shop.db"
    shutil.copyfile(sqlite_template, path)
    async with opened(f"sqlite:///{path}") as database:
        yield database


@pytest.fixture(params=BOTH)
def empty_database(request: pytest.FixtureRequest) -> Database:
    """The empty database of either kind, whose connections serve one test after the other.

    What was compiled, prepared and planned for one test serves the next: the checks of the books
    alone are seventy statements.
    """
    database: Database = request.getfixturevalue(f"empty_{request.param}")
    return database


@pytest_asyncio.fixture(loop_scope="session")
async def scratch(empty_database: Database) -> AsyncIterator[AsyncSession]:
    """One write transaction on an empty database of either kind; it is rolled back."""
    async with AsyncSession(empty_database.writing, expire_on_commit=False) as session:
        yield session
        KNOWN.pop(session.get_bind().engine, None)  # words that were never committed
        await session.rollback()


@pytest_asyncio.fixture(loop_scope="session")
async def session(scratch: AsyncSession) -> AsyncIterator[AsyncSession]:
    """The same, and the books must agree when the test is done with it."""
    yield scratch
    assert await discrepancies(scratch) == []


@pytest.fixture(scope="session")
def sampled_sqlite_template(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """An SQLite file with the sample bazaar, which opens in two days, to be copied."""
    path = tmp_path_factory.mktemp("sampled") / "shop.db"
    shutil.copyfile(sqlite_template, path)
    in_thread(fill(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def sampled_postgres_template(postgres: Postgres) -> str:
    """The name of a PostgreSQL database with the same, to be copied."""
    name = postgres.fresh()
    in_thread(fill(postgres.url(name)))
    return name


async def fill(url: str) -> None:
    """Load the sample on the morning of the tests' own clock."""
    async with opened(url) as database:
        await open_sample(database, MORNING)


@pytest.fixture
def sampled_sqlite_url(sampled_sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a fresh SQLite file with the sample."""
    path = tmp_path / "shop.db"
    shutil.copyfile(sampled_sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def sampled_postgres_url(postgres: Postgres, sampled_postgres_template: str) -> Iterator[str]:
    """The URL of a fresh PostgreSQL database with the sample."""
    name = postgres.fresh(sampled_postgres_template)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture(params=BOTH)
async def sampled(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """A fresh database of either kind with the sample, as it is on the clock's first morning."""
    async with opened(request.getfixturevalue(f"sampled_{request.param}_url")) as database:
        yield database
