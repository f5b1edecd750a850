"""Backups of the embedded database, right under load, by SQLite's own backup interface.

Copying the files was measured wrong once in twenty times; this way never.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

from bot.app.erased_people import keep_erased
from models.kernel.private_files import make_private
from models.migrations import known_versions

PAGES_AT_ONCE = 256
BUSY_S = 10.0
ALONE_S = 2.0
Progress = Callable[[int, int], None]


class NoBackup(Exception):
    """Why a backup cannot be made or put back, in a line for whoever asked."""


POSTGRES = (
    "PostgreSQL keeps its own: pg_dump --format=custom --file=entaj.dump <database>, "
    "and back with pg_restore --clean --if-exists --dbname=<database> entaj.dump"
)


def sqlite_file(database_url: str) -> Path:
    """The file of the embedded database; raises NoBackup for any other."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        raise NoBackup(POSTGRES)
    if not url.database or url.database == ":memory:":
        raise NoBackup("a database in memory cannot be backed up")
    return Path(url.database)


@contextmanager
def refuse_in_a_line() -> Iterator[None]:
    """Turn what the system refuses, such as a folder or a full disk, into NoBackup."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise NoBackup(f"the files cannot be read or written: {error}") from None


@refuse_in_a_line()
def back_up(database: Path, to: Path, progress: Progress) -> None:
    """Copy the database to a new file while it is used; `progress` gets pages done and in all.

    Raises NoBackup.
    """
    if not database.exists():
        raise NoBackup(f"there is no database at {database}")
    if to.exists():
        raise NoBackup(f"{to} is there already")
    half = to.with_name(to.name + ".half")
    half.unlink(missing_ok=True)
    make_private(half)
    try:
        with closing(sqlite3.connect(half)) as copied:
            copy(database, copied, progress)
        check(half)
        half.replace(to)
    finally:
        half.unlink(missing_ok=True)


@refuse_in_a_line()
def restore(backup: Path, database: Path, progress: Progress) -> Path | None:
    """Put a backup in the place of the database; out comes the file that keeps what was there.

    Whom the replaced database has erased is on the list beside it first. Raises NoBackup, and
    changes nothing, while the shop is open on that database.
    """
    look_at(backup)
    make_private(database)
    with closing(alone_with(database)) as replaced:
        keep_erased(replaced, database.parent)
        kept = keep_what_is_there(database, replaced)
        copy(backup, replaced, progress)
    check(database)
    return kept


@refuse_in_a_line()
def look_at(backup: Path) -> None:
    """Raise NoBackup unless it can be put back."""
    if not backup.exists():
        raise NoBackup(f"there is no backup at {backup}")
    check(backup)


def alone_with(database: Path) -> sqlite3.Connection:
    """The only connection to the database, until it is closed; raises NoBackup for one in use.

    Leaving WAL is refused by SQLite as long as anybody else has the file open.
    """
    opened = sqlite3.connect(database, timeout=ALONE_S, isolation_level=None)
    try:
        opened.execute("PRAGMA locking_mode=EXCLUSIVE")
        opened.execute("PRAGMA journal_mode=DELETE")
        opened.execute("BEGIN EXCLUSIVE")
        opened.execute("COMMIT")
    except sqlite3.Error as error:
        opened.close()
        raise NoBackup(
            f"{database} is in use: close the shop first, then restore ({error})"
        ) from None
    return opened


def keep_what_is_there(database: Path, opened: sqlite3.Connection) -> Path | None:
    """A copy of the old database beside it; None where there was nothing."""
    if opened.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
        return None
    before = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    kept = database.with_name(f"{database.name}.before-{before}")
    make_private(kept)
    with closing(sqlite3.connect(kept)) as copied:
        opened.backup(copied)
    return kept


def copy(source: Path, target: sqlite3.Connection, progress: Progress) -> None:
    """Copy page by page, out of one snapshot: each commit would else begin the copy anew.

    Raises NoBackup for what SQLite refuses, such as a full disk.
    """

    def tell(_status: int, remaining: int, pages: int) -> None:
        progress(pages - remaining, pages)

    try:
        with closing(opened_as(source, "rw")) as opened:
            opened.isolation_level = None
            opened.execute("BEGIN")
            opened.execute("SELECT 1 FROM sqlite_master").fetchone()
            opened.backup(target, pages=PAGES_AT_ONCE, progress=tell)
            opened.execute("ROLLBACK")
        target.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise NoBackup(f"{source} could not be copied: {error}") from None


def opened_as(file: Path, mode: str) -> sqlite3.Connection:
    """A connection that makes no file: `mode` is ro or rw."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_S)


def check(file: Path) -> None:
    """Raise NoBackup unless the file is a whole database of this shop, and of no newer one."""
    try:
        with closing(opened_as(file, "ro")) as opened:
            sound = opened.execute("PRAGMA integrity_check").fetchone()
            version = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise NoBackup(f"{file} is no database of this shop: {error}") from None
    if sound != ("ok",):
        raise NoBackup(f"{file} is damaged")
    if version is None or version[0] not in known_versions():
        raise NoBackup(f"{file} was made by another version of the shop, unknown here")
