"""The danger, store by store: what one part of erasing leaves is found by walking every table."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from bot.runtime import pruning
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.privacy import erasing, sweeping
from models.privacy.erasing import erase_person
from models.privacy.sweeping import GOODBYE, find_traces, next_to_sweep, remove_traces
from tests.handlers.customer.account import kept_life
from tests.handlers.customer.account.kept_life import SHORT, a_life, left, swept
from tests.handlers.people import customer
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.opened import opened


async def nothing(*_given: Any, **_named: Any) -> None:
    """The part switched off."""


OFF: tuple[tuple[Any, str, Any, set[str]], ...] = (
    (erasing, "empty_orders", nothing, {"orders", "order_lines", "order_search", "facts"}),
    (erasing, "empty_facts", nothing, {"facts"}),
    (erasing, "erase_questions", nothing, {"question_messages", "question_drafts", "voices"}),
    (erasing, "OWN", (), {"saved_addresses", "callers"}),
    (erasing, "begin_talks_anew", nothing, {"conversations"}),
    (erasing, "withdraw_owed", nothing, {"owed_messages"}),
    (erasing, "empty_messages", nothing, {"page_messages", "heard_updates", "updates_aside"}),
    (erasing, "drop_aside_of", nothing, {"updates_aside"}),
    (erasing, "forget_misses", nothing, {"search_misses"}),
    (kept_life, "remove_traces", nothing, {"page_messages", "owed_messages"}),
    (sweeping, "part_from", nothing, {"accounts"}),
    (pruning, "forget_unused_photos", nothing, {"photos"}),
    (pruning, "forget_uploads", nothing, {"uploads"}),
)
"""A part of erasing, what stands in its place, and in which tables she is found then."""


async def test_each_part_that_is_left_out_is_found(
    sqlite_url: str, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(sqlite_url) as database:
        talk = await a_life(Turns(database, DEFAULT_TERMS, clock))
        person_id = await talk.person_id()
    lived, begun = Path(str(make_url(sqlite_url).database)), clock.now
    copy = tmp_path / "copy.db"
    url = make_url(sqlite_url).set(database=str(copy)).render_as_string(hide_password=False)

    async def erased() -> tuple[set[str], set[str]]:
        """Where she is found as soon as she is erased, and when all is swept behind it."""
        shutil.copy(lived, copy)
        clock.now = begun
        async with opened(url) as database:
            async with database.write() as session:
                await erase_person(acting(session, person_id, clock()), person_id)
            at_once = await left(database)
            await swept(Turns(database, DEFAULT_TERMS, clock), clock)
            return at_once, await left(database)

    before, behind = await erased()
    assert behind == set()
    for module, name, instead, places in OFF:
        with monkeypatch.context() as off:
            off.setattr(module, name, instead)
            at_once, behind = await erased()
        found = {each.split(".")[0] for each in (at_once - before) | behind}
        assert places <= found, name


async def test_what_was_searched_just_before_goes_with_the_sweep(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = Turns(sqlite_database, DEFAULT_TERMS, clock)
    talk = await a_life(turns)
    await (await customer(turns, "somebody else")).says(SHORT)
    person_id = await talk.person_id()
    async with sqlite_database.write() as session:
        await erase_person(acting(session, person_id, clock()), person_id)

    async def searched() -> bool:
        return any(each.startswith("search_misses") for each in await left(sqlite_database))

    assert not await searched()
    await turns.count_unfound()
    assert await searched()
    with monkeypatch.context() as off:
        off.setattr(sweeping, "forget_misses", nothing)
        await sweep_once(turns, clock)
    assert await searched()
    await swept(turns, clock)
    assert not await searched()


async def sweep_once(turns: Turns, clock: HandClock) -> None:
    """Take the traces of who is next out, and let it be next still."""
    async with turns.database.read() as session:
        waits = await next_to_sweep(session, clock() + GOODBYE)
    assert waits is not None
    traces = await find_traces(turns.database.read, waits)
    async with turns.database.write() as session:
        await remove_traces(session, traces, clock())
