"""What was compiled for one test's SQLite file serves the next one's."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect, Engine, event

from models.kernel.database import Database

_KEPT: dict[type[Dialect], tuple[Dialect, dict[Any, Any]]] = {}


def share_compiled(database: Database) -> Database:
    """The database, whose statements are compiled once for all SQLite files.

    SQLAlchemy keeps them by engine and by dialect. To compile them anew for each test is a fifth
    of all work. Errors of PostgreSQL are listened to by dialect, so that each database needs its
    own: a guard of one would guard the next, whose test has switched it off.
    """
    if database.is_sqlite:
        for engine in (database.writing.sync_engine, database.reading.sync_engine):
            share_from_its_first_connection(engine)
    return database


def share_from_its_first_connection(engine: Engine) -> None:
    """Only a dialect that has seen its database can serve others."""

    @event.listens_for(engine, "connect")
    def share(_connection: Any, _record: Any) -> None:
        dialect, compiled = _KEPT.setdefault(type(engine.dialect), (engine.dialect, {}))
        engine.dialect = dialect
        engine.update_execution_options(compiled_cache=compiled)
