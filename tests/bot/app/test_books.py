"""`entaj books`: the proof that the books agree, and what it says where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from bot.app.books import look_through, prove
from bot.ground.settings import Settings
from models.kernel.database import Database
from models.kernel.money import NOTHING, total
from models.kernel.unavailable import DatabaseAway
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.queries import delivery_code
from models.reports.balance_sheet import balance_sheet
from tests.models.reports.test_hall_checks import a_day_in_the_hall
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.outage import Line
from tests.support.shelves import a_person, an_option


async def a_delivery(database: Database) -> None:
    """One order, delivered."""
    async with database.write() as session:
        person = await a_person(session)
        order = await an_order(session, person, {await an_option(session, stock=3): 2}, MORNING)
        for state in TO_THE_DOOR:
            await advance(acting(session), order.id, state)
        code = await delivery_code(session, person, order.id)
        await confirm_delivery(acting(session), order.id, code, order.total, "")


async def test_books_that_agree_are_proved_line_by_line(database: Database) -> None:
    await a_delivery(database)
    proof = await look_through(database)
    assert proof.troubles == ()
    assert "cash: 85 AED in 1 accounts" in proof.lines
    assert "family: -70 AED in 1 accounts" in proof.lines
    assert "agrees: on hand of option" in proof.lines
    async with database.read() as session:
        assert total(kind.amount for kind in await balance_sheet(session)) == NOTHING


async def test_what_does_not_agree_is_named(database: Database) -> None:
    await a_delivery(database)
    async with database.write() as session:
        await session.execute(text("UPDATE options SET on_hand = on_hand + 1"))
    proof = await look_through(database)
    assert [line.partition(" 1")[0] for line in proof.troubles] == [
        "on hand of option",
        "pieces taken in of option",
    ]
    assert "WRONG: on hand of option" in proof.lines


AGREE = {
    "stock": ("options SET on_hand = on_hand", "on hand of option"),
    "notes": ("goods_note_lines SET change = change", "pieces moved by note, option and why"),
    "receipts": ("hall_sales SET refunded = refunded", "fils handed back of sale"),
    "drawers": ("till_movements SET amount = amount", "fils in till"),
    "orders": ("orders SET refunded = refunded", "fils handed back for order"),
    "ledger": ("ledger_entries SET amount = amount", "fils beyond zero in ledger event"),
}
"""What of each kind of book is changed by hand, and the name of what does not agree then."""


async def test_each_kind_of_book_that_does_not_agree_is_named(database: Database) -> None:
    await a_delivery(database)
    async with database.write() as session:
        await a_day_in_the_hall(session)
    assert (await look_through(database)).troubles == ()
    for changed, name in AGREE.values():
        for by, agrees in ((1000, False), (-1000, True)):
            async with database.write() as session:
                await session.execute(text(f"UPDATE {changed} + {by}"))
            proof = await look_through(database)
            assert (f"WRONG: {name}" in proof.lines) is not agrees
            assert any(line.startswith(name) for line in proof.troubles) is not agrees


async def test_an_order_that_is_placed_meanwhile_is_no_disagreement(postgres_url: str) -> None:
    """The twin reads as views do, and finds pieces that left the shelf for nobody's order."""
    async with opened(postgres_url) as database:
        for looking, agrees in ((database.snapshot, True), (database.read, False)):
            async with looking() as session:
                before = await session.scalar(text("SELECT count(*) FROM orders"))
                await a_delivery(database)
                after = await session.scalar(text("SELECT count(*) FROM orders"))
            assert (before == after) is agrees


async def test_there_is_no_file(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    proof = await prove(Settings(database_url=f"sqlite:///{missing}"))
    assert proof.troubles == (f"there is no database at {missing}; `entaj migrate` makes it",)
    assert not missing.exists()


async def test_a_database_that_was_never_made_or_is_away_is_said(postgres_url: str) -> None:
    async with Line(postgres_url) as line, opened(line.url) as database:
        async with database.write() as session:
            await session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
        assert "it stands at 0001" in (await look_through(database)).troubles[0]
        await line.cut()
        with pytest.raises(DatabaseAway):
            await look_through(database)
