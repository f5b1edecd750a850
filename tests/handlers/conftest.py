"""The shop as the handlers' tests meet it: on a real database, by its default terms."""

from __future__ import annotations

import pytest

from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from tests.support.clock import HandClock


@pytest.fixture
def turns(sqlite_database: Database, clock: HandClock) -> Turns:
    """Turns on a fresh, empty database."""
    return Turns(sqlite_database, DEFAULT_TERMS, clock)
