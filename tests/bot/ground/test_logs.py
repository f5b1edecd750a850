"""Logs: whatever goes wrong, no token, phone, code or customer's word is written."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.ground.logs import HIDDEN, Redactor, set_up_logs
from models.kernel.database import Database

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRET = "webhook-secret-1"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the logs write; afterwards they are as they were."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    out = io.StringIO()
    set_up_logs("info", secrets=[TOKEN, SECRET], to=out)
    yield out
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def test_a_line_keeps_what_happened_and_hides_the_rest(written: io.StringIO) -> None:
    where = f"https://api.telegram.org/bot{TOKEN}/getMe"
    structlog.get_logger("shop").info("asked", where=where, tries=3, phone="+971 50 123 4567")
    line = written.getvalue()
    assert "asked" in line
    assert "tries=3" in line
    assert TOKEN not in line
    assert "123 4567" not in line  # four digits alone may stand in the time of the line


def test_an_exception_hides_token_and_parameters(written: io.StringIO) -> None:
    failed = IntegrityError("INSERT", {"name": "منى"}, ValueError(f"bot{TOKEN}"))
    try:
        raise failed
    except IntegrityError:
        structlog.get_logger("shop").exception("failed")
    text = written.getvalue()
    assert "IntegrityError" in text
    assert TOKEN not in text
    assert "منى" not in text


def test_libraries_write_through_the_same_sieve(written: io.StringIO) -> None:
    logging.getLogger("aiohttp.client").error("POST /bot%s/sendMessage", TOKEN)
    assert "sendMessage" in written.getvalue()
    assert TOKEN not in written.getvalue()


@given(st.text(), st.text())
def test_a_secret_never_comes_through(before: str, after: str) -> None:
    redact = Redactor([SECRET])
    assert SECRET not in redact.hide(f"{before} {SECRET} {after}")


def test_a_token_is_hidden_though_it_is_not_the_one_that_is_set() -> None:
    hidden = Redactor([SECRET]).hide(f"https://api.telegram.org/bot{TOKEN}/getMe")
    assert hidden == f"https://api.telegram.org/bot{HIDDEN}/getMe"


@pytest.mark.parametrize(
    "value",
    ["0501234567", "971501234567", "+971501234567", "00971 50 123 4567", "+44 20 7946 0958"],
)
def test_phones_are_hidden(value: str) -> None:
    assert Redactor([]).hide(f"to {value}.") == f"to {HIDDEN}."


@pytest.mark.parametrize("value", ["order 482913", "2026-03-02T08:00:00Z", "481516002"])
def test_numbers_of_ours_are_not(value: str) -> None:
    assert Redactor([]).hide(value) == value


async def test_a_refused_row_of_postgres_is_hidden(
    written: io.StringIO, postgres_database: Database
) -> None:
    """PostgreSQL names the whole row that it refuses, a delivery code among it."""
    try:
        async with postgres_database.write() as session:
            await session.execute(
                text('INSERT INTO window_days (day, "window", taken) VALUES (now(), :key, -1)'),
                {"key": "code 4821"},
            )
    except IntegrityError:
        structlog.get_logger("shop").exception("refused")
    assert "ck_window_days_taken" in written.getvalue()
    assert "code 4821" not in written.getvalue()
