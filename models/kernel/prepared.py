"""Statements that are run all the time: SQLite gets their text as it was compiled once.

To find its compiled text anew each time costs SQLAlchemy more than the statement costs SQLite.
Other databases are asked as ever.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Dialect
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.exc import DBAPIError

S = TypeVar("S")


class Ready:
    """A statement for one dialect: its text, what stands in its places, how columns are read."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        """Compile it; lists that grow with their values (`expanding`) cannot be."""
        compiled = statement.compile(dialect=dialect)
        wanted = [name for name, value in compiled.params.items() if value is None]
        found = compiled.construct_expanded_state(dict.fromkeys(wanted))
        self._dialect = dialect
        self._text = found.statement
        self._given = found.parameters
        self._places = [
            (name, compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect))
            for name in found.positiontup or ()
        ]
        types = [column.type.dialect_impl(dialect) for column in statement.exported_columns]
        readers = [each.result_processor(dialect, None) for each in types]
        self._readers = [(at, read) for at, read in enumerate(readers) if read is not None]
        self._columns = SimpleResultMetaData([str(at) for at in range(len(readers))])

    def rows(self, raw: sqlite3.Connection, params: Mapping[str, Any] | None) -> list[Any]:
        """The rows as tuples; raises SQLAlchemy's errors."""
        values = {**self._given, **params} if params else self._given
        asked = [
            values[name] if write is None else write(values[name]) for name, write in self._places
        ]
        try:
            found = raw.execute(self._text, asked).fetchall()
        except sqlite3.Error as error:
            raise DBAPIError.instance(
                self._text, asked, error, sqlite3.Error, hide_parameters=True, dialect=self._dialect
            ) from error
        return [self._read(row) for row in found] if self._readers else found

    def result(self, rows: list[Any]) -> IteratorResult[Any]:
        """The rows as SQLAlchemy gives them; columns have places and no names."""
        return IteratorResult(self._columns, iter(rows))

    def _read(self, row: Sequence[Any]) -> tuple[Any, ...]:
        values = list(row)
        for at, read in self._readers:
            values[at] = read(values[at])
        return tuple(values)


_STATEMENTS: dict[Any, Ready | None] = {}


def prepared(statement: S) -> S:
    """The statement, from now on compiled once; its rows are read by place and not by name.

    An insert names every column: the table's own defaults in Python are not filled in.
    """
    _STATEMENTS[statement] = None
    return statement


def ready(statement: Any, dialect: Dialect) -> Ready | None:
    """The statement as SQLite takes it, where it is one that was prepared."""
    if statement not in _STATEMENTS:
        return None
    found = _STATEMENTS[statement]
    if found is None:
        found = _STATEMENTS[statement] = Ready(statement, dialect)
    return found
