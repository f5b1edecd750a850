"""What a look asks of the database: as few statements of a large shop as of a small one."""

import pytest

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import SearchFor, ShowPackage
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from tests.benchmarks.stall import copy_stall, stock_stall
from tests.handlers.counting import statements
from tests.handlers.people import customer
from tests.support.clock import HandClock

FIRST, SMALL, LARGE = 20, 100, 1_000
LOOKS: dict[str, tuple[Action, int]] = {
    "a package opened": (ShowPackage("teeb"), 2),
    "its page turned": (ShowPackage("teeb", "", 1), 2),
    "a search": (SearchFor("دخون"), 3),
    "its next page": (SearchFor("دخون", 1), 3),
    "a search that finds nothing, which is counted later": (SearchFor("قفطان"), 2),
}


@pytest.mark.slow
async def test_a_look_at_a_large_shop_takes_no_statement_more(
    database: Database, database_url: str, clock: HandClock
) -> None:
    options = await stock_stall(database_url, SMALL, FIRST) * FIRST // SMALL
    turns = Turns(database, DEFAULT_TERMS, clock)
    talk = await customer(turns)
    wanted = {name: asked for name, (_, asked) in LOOKS.items()}
    for count in (SMALL, LARGE):
        if count == LARGE:
            async with database.write() as session:
                for copy in range(SMALL // FIRST, LARGE // FIRST):
                    await copy_stall(session, copy, FIRST, options)
        taken: dict[str, list[str]] = {}
        for name, (action, _) in LOOKS.items():
            await talk.presses_old(action)  # the first one of a process reads the vocabulary
            with statements(database) as taken[name]:
                await talk.presses_old(action)
        assert {name: len(seen) for name, seen in taken.items()} == wanted, (count, taken)
