"""Who acts on what is their own is a person."""

from __future__ import annotations

import pytest

from models.kernel.database import Database
from tests.support.acting import acting


async def test_nobody_has_anything_of_their_own(sqlite_database: Database) -> None:
    async with sqlite_database.read() as session:
        assert acting(session, 7).person_id == 7
        with pytest.raises(LookupError):
            _ = acting(session).person_id
