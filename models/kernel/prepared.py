"""Statements that are run all the time, and the session that hands them to SQLite's driver.

To find a statement's compiled text anew each time costs SQLAlchemy more than it costs SQLite to run
it, and so does a session of SQLAlchemy's own. So the text is compiled once, the session hands it to
the driver, and SQLAlchemy's session is made only for something else. Other databases are asked as
ever.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Dialect, Engine
from sqlalchemy.exc import InvalidRequestError, MultipleResultsFound, NoResultFound
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.kernel.inline import InlineSQLite, as_told, commit_without_stalling

S = TypeVar("S")
DIALECT = InlineSQLite()


class Shape:
    """A statement's text for lists of so many values, and what stands in its places."""

    def __init__(self, compiled: Any, lists: Mapping[str, int], dialect: Dialect) -> None:
        """`lists` are the lengths of the values of `IN`, by the names of their parameters."""
        wanted = [name for name, value in compiled.params.items() if value is None]
        lengths = {name: [None] * length for name, length in lists.items()}
        found = compiled.construct_expanded_state({**dict.fromkeys(wanted), **lengths})
        self.text = found.statement
        self.of_lists = {name: found.parameter_expansion.get(name, ()) for name in lists}
        of = {part: name for name, parts in self.of_lists.items() for part in parts}
        required = {name for name, bind in compiled.binds.items() if bind.required}
        self.given = {
            at: value
            for at, value in found.parameters.items()
            if at not in required and at not in of
        }
        self.places = [
            (
                name,
                compiled.binds[of.get(name, name)]
                .type.dialect_impl(dialect)
                .bind_processor(dialect),
            )
            for name in found.positiontup or ()
        ]


class Ready:
    """A statement for one dialect: its text, what stands in its places, how columns are read."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        """Compile it; with lists that grow with their values, once for each of their lengths."""
        self._compiled = statement.compile(dialect=dialect)
        self._dialect = dialect
        binds = self._compiled.binds.items()
        self._lists = [name for name, bind in binds if bind.expanding and bind.required]
        self._shapes: dict[tuple[int, ...], Shape] = {}
        types = [column.type.dialect_impl(dialect) for column in statement.exported_columns]
        readers = [each.result_processor(dialect, None) for each in types]
        self._readers = [(at, read) for at, read in enumerate(readers) if read is not None]
        self.written: str | None = statement.table.name if statement.is_dml else None

    def rows(self, raw: sqlite3.Connection, params: Mapping[str, Any] | None) -> list[Any]:
        """The rows as tuples; raises SQLAlchemy's errors, and KeyError where a value is missing."""
        shape = self._shape(params or {})
        values = {**shape.given, **params} if params else shape.given
        for name, parts in shape.of_lists.items():
            values |= zip(parts, values[name], strict=True)
        asked = [
            values[name] if write is None else write(values[name]) for name, write in shape.places
        ]
        try:
            found = raw.execute(shape.text, asked).fetchall()
        except sqlite3.Error as error:
            raise as_told(error, self._dialect, shape.text) from error
        return [self._read(row) for row in found] if self._readers else found

    def _shape(self, params: Mapping[str, Any]) -> Shape:
        lengths = tuple(len(params[name]) for name in self._lists)
        found = self._shapes.get(lengths)
        if found is None:
            lists = dict(zip(self._lists, lengths, strict=True))
            found = self._shapes[lengths] = Shape(self._compiled, lists, self._dialect)
        return found

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


class Rows(list[tuple[Any, ...]]):
    """The rows of a prepared statement, asked for as of SQLAlchemy's result; by place alone."""

    def all(self) -> list[tuple[Any, ...]]:
        """Every row."""
        return self

    def first(self) -> tuple[Any, ...] | None:
        """The first row, or None."""
        return self[0] if self else None

    def scalars(self) -> list[Any]:
        """The first column of each row."""
        return [row[0] for row in self]

    def scalar(self) -> Any:
        """The first column of the first row, or None."""
        return self[0][0] if self else None

    def one(self) -> tuple[Any, ...]:
        """The only row; raises NoResultFound or MultipleResultsFound."""
        if len(self) != 1:
            raise (MultipleResultsFound if self else NoResultFound)(f"{len(self)} rows, not one")
        return self[0]

    def scalar_one(self) -> Any:
        """The first column of the only row; raises NoResultFound or MultipleResultsFound."""
        return self.one()[0]


class InlineSession(AsyncSession):
    """A session on SQLite's driver, in a transaction that has begun.

    Its statements run at once, with no detour through SQLAlchemy's greenlets. What is prepared
    goes to the driver; SQLAlchemy's own session is made as soon as anything else is asked.
    """

    def __init__(self, engine: Engine) -> None:
        """Take a connection of the engine, which has one open; `end` gives it back."""
        self._engine = engine
        try:
            self._taken = engine.raw_connection()
        except sqlite3.Error as error:
            raise as_told(error, DIALECT, "") from error
        driver = self._taken.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self.raw = driver
        self.savepoints: list[Savepoint] = []
        self._connection: Connection | None = None
        self._tables: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        """SQLAlchemy's session when it is first asked for, within the savepoint that is open."""
        if name not in ("sync_session", "_proxied"):
            raise AttributeError(name)
        self._connection = Connection(self._engine, connection=self._taken)
        made = Session(self._connection, expire_on_commit=False)
        self.sync_session = self._proxied = self._assign_proxied(made)
        for savepoint in self.savepoints:
            savepoint.begin_within(made)
        return made

    @property
    def made(self) -> Session | None:
        """SQLAlchemy's session, unless nothing has asked for it."""
        made: Session | None = self.__dict__.get("sync_session")
        return made

    def get_bind(self, *_given: Any, **_named: Any) -> Engine:
        """The engine."""
        return self._engine

    async def execute(self, statement: Any, params: Any = None, **named: Any) -> Any:
        """The statement's result."""
        known = ready(statement, DIALECT)
        if known is None or named:
            return self.sync_session.execute(statement, params, **named)
        return Rows(self._rows(known, params))

    async def scalar(self, statement: Any, params: Any = None, **named: Any) -> Any:
        """The first column of the first row, or None."""
        known = ready(statement, DIALECT)
        if known is None or named:
            return self.sync_session.scalar(statement, params, **named)
        rows = self._rows(known, params)
        return rows[0][0] if rows else None

    async def scalars(self, *given: Any, **named: Any) -> Any:
        """The first column of each row."""
        return self.sync_session.scalars(*given, **named)

    async def get(self, *given: Any, **named: Any) -> Any:
        """The object of that key, or None."""
        return self.sync_session.get(*given, **named)

    async def get_one(self, *given: Any, **named: Any) -> Any:
        """The object of that key; raises NoResultFound."""
        return self.sync_session.get_one(*given, **named)

    async def flush(self, objects: Any = None) -> None:
        """Write what was added and changed."""
        if self.made is not None:
            self.made.flush(objects)

    def begin_nested(self) -> Any:
        """A savepoint, for `async with`: it begins there, and what fails in it is rolled back."""
        return Savepoint(self)

    async def commit(self) -> None:
        """Write what was added, and commit.

        SQLAlchemy's session hears nothing of it: when a task is cancelled here, it would take that
        for a broken connection.
        """
        await self.flush()
        if self.raw.in_transaction:
            try:
                await commit_without_stalling(self.raw)
            except sqlite3.Error as error:
                raise as_told(error, DIALECT, "COMMIT") from error

    def end(self) -> None:
        """Roll back what was not committed, and give the connection back."""
        if self._connection is None:
            self._taken.close()
            return
        try:
            self.sync_session.close()
        finally:
            self._connection.close()

    async def begin_by(self, begin: Callable[[sqlite3.Connection], Awaitable[None]]) -> None:
        """Begin the transaction; only here may it have to wait for another process."""
        self._begin = begin
        try:
            await begin(self.raw)
        except sqlite3.Error as error:
            raise as_told(error, DIALECT, "BEGIN") from error

    async def rollback(self) -> None:
        """Take back all that was done, and begin anew; not within a savepoint."""
        if self.savepoints:
            raise InvalidRequestError("within a savepoint only its own end takes back")
        if self.made is not None:
            self.made.rollback()
        self.raw.rollback()
        await self.begin_by(self._begin)

    def in_transaction(self) -> bool:
        """Whether there is something to commit or to take back."""
        return self.raw.in_transaction

    def run(self, text: str) -> None:
        """Have the driver do it; raises SQLAlchemy's errors."""
        try:
            self.raw.execute(text)
        except sqlite3.Error as error:
            raise as_told(error, DIALECT, text) from error

    def wrote(self) -> set[str] | None:
        """The tables that were written, or None where SQLAlchemy's session may have written any."""
        return self._tables if self.made is None else None

    def _rows(self, known: Ready, params: Any) -> list[Any]:
        """What the driver gives, when all is written that was added; for each of many in a list."""
        if self.made is not None:
            self.made.flush()
        if known.written is not None:
            self._tables.add(known.written)
        if isinstance(params, list):
            return [row for each in params for row in known.rows(self.raw, each)]
        return known.rows(self.raw, params)


def insert_at_once(session: AsyncSession, adding: Any, row: Mapping[str, Any]) -> bool:
    """Whether the row was inserted by that prepared statement, at once and without waiting.

    It is not where rows of SQLAlchemy's session may have to be written before it.
    """
    if not isinstance(session, InlineSession) or session.made is not None:
        return False
    known = ready(adding, DIALECT)
    assert known is not None, "only what is prepared is inserted so"
    session._rows(known, row)
    return True


class Savepoint:
    """A savepoint of a session, with SQLAlchemy's own inside it once its session is made."""

    def __init__(self, session: InlineSession) -> None:
        """It has not begun."""
        self._session = session
        self._name = f"inline_{len(session.savepoints)}"
        self._within: Any = None

    def begin_within(self, made: Session) -> None:
        """Let SQLAlchemy's session know where it is, to take back its objects too."""
        self._within = made.begin_nested()
        self._within.__enter__()
        made.connection()  # else it would begin only when the session is next asked for something

    async def __aenter__(self) -> Self:
        """Begin; within another one SQLAlchemy's session has to stand between the two."""
        session = self._session
        if session.savepoints or session.made is not None:
            session.sync_session.flush()
        session.run(f"SAVEPOINT {self._name}")
        session.savepoints.append(self)
        if session.made is not None:
            self.begin_within(session.made)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Keep what was done, or after an error take it back."""
        self._session.savepoints.remove(self)
        try:
            if self._within is not None:
                self._within.__exit__(kind, error, trace)
        except BaseException:
            if kind is not None and not self._session.raw.in_transaction:
                return  # SQLite has taken all back, as when the disk is full; `error` says why
            self._take_back()
            raise
        if kind is None:
            self._session.run(f"RELEASE {self._name}")
        else:
            self._take_back()

    def _take_back(self) -> None:
        self._session.run(f"ROLLBACK TO {self._name}")
        self._session.run(f"RELEASE {self._name}")
