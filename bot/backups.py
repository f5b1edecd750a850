"""Backups of the embedded database, right under load, by SQLite's own backup interface.

Copying the files was measured wrong once in twenty times; this way never.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

PAGES_AT_ONCE = 256
BUSY_S = 10.0
Progress = Callable[[int, int], None]


class NoBackup(Exception):
    """Why it cannot be done, in a line for whoever asked."""


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


def back_up(database: Path, to: Path, progress: Progress) -> None:
    """Copy the database to a new file while it is used; `progress` gets pages done and in all."""
    if not database.exists():
        raise NoBackup(f"there is no database at {database}")
    if to.exists():
        raise NoBackup(f"{to} is there already")
    to.parent.mkdir(parents=True, exist_ok=True)
    half = to.with_name(to.name + ".half")
    half.unlink(missing_ok=True)
    try:
        copy(database, half, progress)
        check(half)
        half.replace(to)
    finally:
        half.unlink(missing_ok=True)


def restore(backup: Path, database: Path, progress: Progress) -> None:
    """Put a backup in the place of the database, which no other process may use meanwhile."""
    if not backup.exists():
        raise NoBackup(f"there is no backup at {backup}")
    check(backup)
    database.parent.mkdir(parents=True, exist_ok=True)
    copy(backup, database, progress)
    check(database)


def copy(source: Path, target: Path, progress: Progress) -> None:
    """Copy page by page, out of one snapshot: each commit would else begin the copy anew."""

    def tell(_status: int, remaining: int, pages: int) -> None:
        progress(pages - remaining, pages)

    with (
        closing(sqlite3.connect(f"file:{source}?mode=rw", uri=True, timeout=BUSY_S)) as opened,
        closing(sqlite3.connect(target, timeout=BUSY_S)) as copied,
    ):
        opened.isolation_level = None
        opened.execute("BEGIN")
        opened.execute("SELECT 1 FROM sqlite_master").fetchone()
        opened.backup(copied, pages=PAGES_AT_ONCE, progress=tell)
        opened.execute("ROLLBACK")
        copied.execute("PRAGMA journal_mode=DELETE")


def check(file: Path) -> None:
    """Raise NoBackup unless the file is a whole database of this shop."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
            sound = opened.execute("PRAGMA integrity_check").fetchone()
            opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise NoBackup(f"{file} is no database of this shop: {error}") from None
    if sound != ("ok",):
        raise NoBackup(f"{file} is damaged")
