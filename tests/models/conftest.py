"""A session of the shop: what a test does in it leaves books that agree with each other."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from models.reports.consistency import discrepancies
from tests.conftest import BOTH
from tests.support.opened import opened
from tests.support.postgres import Postgres


@pytest.fixture(scope="session")
def empty_postgres_url(postgres: Postgres) -> str:
    """One PostgreSQL database for all tests that roll back: making one costs half a second."""
    return postgres.url(postgres.fresh())


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database of either kind, for tests that roll back."""
    kind = "sqlite_url" if request.param == "sqlite" else "empty_postgres_url"
    url: str = request.getfixturevalue(kind)
    return url


@pytest.fixture
async def scratch(empty_url: str) -> AsyncIterator[AsyncSession]:
    """One write transaction on an empty database of either kind; it is rolled back."""
    async with (
        opened(empty_url) as database,
        AsyncSession(database.writing, expire_on_commit=False) as session,
    ):
        yield session
        await session.rollback()


@pytest.fixture
async def session(scratch: AsyncSession) -> AsyncIterator[AsyncSession]:
    """The same, and the books must agree when the test is done with it."""
    yield scratch
    assert await discrepancies(scratch) == []
