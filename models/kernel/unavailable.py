"""The database cannot be reached or used now: no defect, and nobody's refusal."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, StatementError
from sqlalchemy.exc import TimeoutError as NoConnection

# An SQL error of our own making is an OperationalError of SQLite too, and is none of these.
_SQLITE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
# Connection lost, no more room, stopped or starting by its operator, trouble of its machine.
_POSTGRES = ("08", "53", "57", "58")
# Transaction rollback: a deadlock, or a conflict that no order of the two could have.
_GAVE_WAY = "40"
# The server takes no writes: after a failover, before the standby has become the primary.
_TAKES_NO_WRITES = "25006"


class DatabaseAway(OperationalError):
    """The database cannot be reached or used now; what was begun is not done, and may be again."""

    def __init__(self, why: BaseException) -> None:
        """`why` is the trouble as the driver told it."""
        super().__init__(None, None, getattr(why, "orig", None) or why, hide_parameters=True)

    def __reduce__(self) -> tuple[Any, ...]:
        """SQLAlchemy's own would call it with all that its errors take."""
        return DatabaseAway, (self.orig,)


def is_away(error: BaseException, *, writing: bool = False) -> bool:
    """Whether the error tells of a database that is away, and of no defect in what it was told.

    A database that takes no writes now is away for whoever is `writing`; met in a view it tells of
    a view that writes.
    """
    if writing and takes_no_writes(getattr(error, "orig", None)):
        return True
    match error:
        case DatabaseAway() | NoConnection():
            return True
        case DBAPIError():
            return error.connection_invalidated or _is_trouble(error)
        case StatementError(orig=OSError()):
            return True
        case OSError():
            # A file that is not there has a name, and was looked for by something else.
            return error.filename is None
        case _:
            # The driver's own, where a connection was not made or is used by itself.
            return str(getattr(error, "sqlstate", None)).startswith(_POSTGRES)


def may_pass(error: BaseException) -> bool:
    """Whether the same may go well when a writer tries it again.

    So it is when the database is away, and where a transaction gave way to another (a deadlock).
    """
    state = str(getattr(getattr(error, "orig", None), "sqlstate", None))
    return is_away(error, writing=True) or state.startswith(_GAVE_WAY)


def takes_no_writes(error: BaseException | None) -> bool:
    """Whether the driver's error tells of a transaction or a database that cannot be written."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return bool(code & 0xFF == sqlite3.SQLITE_READONLY)
    return getattr(error, "sqlstate", None) == _TAKES_NO_WRITES


def _is_trouble(error: DBAPIError) -> bool:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in _SQLITE
    state = getattr(error.orig, "sqlstate", None)
    if state:
        return str(state).startswith(_POSTGRES)
    # asyncpg tells of a value that it cannot send by the same class as of a closed connection.
    return isinstance(error, InterfaceError) and not isinstance(error.driver_exception, ValueError)


def why_away(error: BaseException) -> str:
    """The system's or SQLite's word for it, or the kind of error; no address, no statement."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code & 0xFF != sqlite3.SQLITE_ERROR:
        # SQLite's own words; those of SQLITE_ERROR alone quote the statement.
        return str(cause)
    return getattr(cause, "strerror", None) or type(cause).__name__
