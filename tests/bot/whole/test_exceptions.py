"""Each of our exceptions can go to another process: pools and parallel tests send them so."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import pickle
import pkgutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date

import asyncpg
import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

import bot
import handlers
import locales
import models
from bot.ground.settings import BadSettings
from bot.runtime.outcomes import StillGoing, TryLater
from handlers.dialog.speech import Card, Phrase, Reply, say
from models.kernel.money import Money
from models.kernel.unavailable import DatabaseAway, is_away

REST = Reply(cards=(Card(text=say("form-noted")),))
# What stands for each argument without a default, by its name.
GIVEN: dict[str, object] = {
    "code": "1234",
    "day": date(2026, 3, 3),
    "lines": ["ENTAJ_WEB_PORT: no number", "ENTAJ_LOG: no level"],
    "phrase": Phrase("form-noted"),
    "rest": REST,
    "seconds": 3.0,
    "total": Money(5),
}
NUMBERS = ("option_id", "left", "most", "room")


def ours() -> Iterator[type[BaseException]]:
    """Every exception that is ours, where it is defined."""
    for package in (bot, handlers, locales, models):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".versions." in found.name or found.name.endswith(("__main__", "migrations.env")):
                continue
            module = importlib.import_module(found.name)
            for _, kind in inspect.getmembers(module, inspect.isclass):
                if issubclass(kind, BaseException) and kind.__module__ == found.name:
                    yield kind


def an_example(kind: type[BaseException]) -> BaseException:
    """One with something in each place."""
    if kind is StillGoing:
        return kind(REST, 3.0, asyncio.create_task(asyncio.sleep(0, REST)))
    if kind is DatabaseAway:
        return DatabaseAway(away_by_sqlite())
    takes = inspect.signature(kind.__init__).parameters.values()
    named = [each for each in takes if each.kind is each.POSITIONAL_OR_KEYWORD][1:]
    return kind(*(given_for(each.name) for each in named if each.default is each.empty))


def given_for(name: str) -> object:
    """Something for an argument of that name."""
    return 7 if name in NUMBERS else GIVEN.get(name, f"a {name}")


def away_by_sqlite() -> BaseException:
    """A file that cannot be opened."""
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect("/nowhere/at/all.db")
    return caught.value


def sent(error: BaseException) -> BaseException:
    """What another process gets."""
    arrived = pickle.loads(pickle.dumps(error))
    assert isinstance(arrived, BaseException)
    return arrived


@pytest.mark.parametrize("kind", list(ours()), ids=lambda kind: kind.__name__)
async def test_it_arrives_as_it_was(kind: type[BaseException]) -> None:
    error = an_example(kind)
    arrived = sent(error)
    assert str(arrived) == str(error)
    if isinstance(error, StillGoing):
        assert type(arrived) is TryLater
        assert (arrived.rest, arrived.seconds, arrived.unsure) == (REST, 3.0, True)
        return
    assert type(arrived) is kind
    if not isinstance(error, DatabaseAway):
        assert vars(arrived) == vars(error)


def test_all_of_them_are_looked_at() -> None:
    found = set(ours())
    assert {DatabaseAway, BadSettings, StillGoing} < found


@pytest.mark.parametrize(
    "why",
    [
        away_by_sqlite,
        lambda: OperationalError("SELECT 1", {"phone": "0501234567"}, away_by_sqlite()),
        lambda: asyncpg.exceptions.CannotConnectNowError("the database system is starting up"),
        lambda: NoConnection("no connection in time"),
        lambda: ConnectionRefusedError(111, "Connection refused"),
    ],
)
def test_a_database_that_is_away_is_so_in_another_process(
    why: Callable[[], BaseException],
) -> None:
    away = DatabaseAway(why())
    arrived = sent(away)
    assert type(arrived) is DatabaseAway
    assert is_away(arrived)
    assert str(arrived) == str(away)
    assert repr(arrived.orig) == repr(away.orig)


def test_as_sqlalchemy_sends_its_own_it_does_not_arrive(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: its own errors are made of a statement, its values and more."""
    monkeypatch.setattr(DatabaseAway, "__reduce__", OperationalError.__reduce__)
    with pytest.raises(TypeError):
        sent(DatabaseAway(away_by_sqlite()))
