"""Backups are whole while the shop is written to, and come back."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.app.backups import NoBackup, back_up, check, restore, sqlite_file
from models.families.families import Family
from models.kernel.database import Database
from tests.support.clock import MORNING


async def write_families(database: Database, count: int) -> None:
    """So many commits."""
    for number in range(count):
        async with database.write() as session:
            brand = f"Family {number}"
            session.add(Family(brand_ar=brand, brand_en=brand, added_at=MORNING))


def families_in(file: Path) -> int:
    """How many families a file holds."""
    with closing(sqlite3.connect(file)) as opened:
        count: int = opened.execute("SELECT count(*) FROM families").fetchone()[0]
    return count


def names_in(folder: Path, beginning: str) -> list[str]:
    """The files of a folder whose names begin so, in order."""
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(beginning))


def nothing(_done: int, _in_all: int) -> None:
    """No bar."""


async def test_a_backup_under_load_is_whole_and_comes_back(
    sqlite_database: Database, sqlite_url: str, tmp_path: Path
) -> None:
    file = sqlite_file(sqlite_url)
    await write_families(sqlite_database, 5)
    writing = asyncio.create_task(write_families(sqlite_database, 60))
    copies = [tmp_path / f"copy-{number}.db" for number in range(5)]
    for copy in copies:
        await asyncio.to_thread(back_up, file, copy, nothing)
    await writing
    for copy in copies:
        check(copy)
        assert 5 <= families_in(copy) <= 65
    await sqlite_database.close()
    kept = restore(copies[0], file, nothing)
    assert families_in(file) == families_in(copies[0])
    assert kept is not None
    assert families_in(kept) == 65, "what was replaced"
    assert names_in(tmp_path, "copy-") == [copy.name for copy in copies]


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    junk = tmp_path / "junk.db"
    junk.write_text("not a database", encoding="utf-8")
    with pytest.raises(NoBackup, match="no database of this shop"):
        restore(junk, tmp_path / "shop.db", nothing)
    with pytest.raises(NoBackup, match="there is no backup"):
        restore(tmp_path / "none.db", tmp_path / "shop.db", nothing)
    assert not (tmp_path / "shop.db").exists()


def test_a_backup_replaces_no_file(tmp_path: Path, sqlite_url: str) -> None:
    there = tmp_path / "there.db"
    there.touch()
    with pytest.raises(NoBackup, match="is there already"):
        back_up(sqlite_file(sqlite_url), there, nothing)


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path, sqlite_url: str) -> None:
    file, good = sqlite_file(sqlite_url), tmp_path / "good.db"
    back_up(file, good, nothing)
    beneath = tmp_path / "no-folder" / "copy.db"
    beneath.parent.write_bytes(b"")
    with pytest.raises(NoBackup, match="no-folder"):
        back_up(file, beneath, nothing)
    with pytest.raises(NoBackup, match="no-folder"):
        restore(good, beneath, nothing)


def test_for_postgresql_it_says_how() -> None:
    with pytest.raises(NoBackup, match="pg_dump"):
        sqlite_file("postgresql://localhost/shop")


async def test_nothing_is_put_under_an_open_shop(
    sqlite_database: Database, sqlite_url: str, tmp_path: Path
) -> None:
    file = sqlite_file(sqlite_url)
    back_up(file, tmp_path / "copy.db", nothing)
    await write_families(sqlite_database, 3)
    before = names_in(tmp_path, "")
    with pytest.raises(NoBackup, match="close the shop first"):
        await asyncio.to_thread(restore, tmp_path / "copy.db", file, nothing)
    assert families_in(file) == 3
    assert names_in(tmp_path, "") == before
    await write_families(sqlite_database, 1)
    await sqlite_database.close()
    restore(tmp_path / "copy.db", file, nothing)
    assert families_in(file) == 0


def test_a_backup_of_a_newer_shop_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    newer = tmp_path / "newer.db"
    back_up(sqlite_file(sqlite_url), newer, nothing)
    with closing(sqlite3.connect(newer, isolation_level=None)) as opened:
        opened.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NoBackup, match="another version"):
        restore(newer, tmp_path / "new.db", nothing)
    assert not (tmp_path / "new.db").exists()


def test_a_path_may_hold_any_sign(sqlite_url: str, tmp_path: Path) -> None:
    odd = tmp_path / "a#b ?c%20" / "نسخة.db"
    back_up(sqlite_file(sqlite_url), odd, nothing)
    assert restore(odd, tmp_path / "d#e.db", nothing) is None
    assert names_in(tmp_path, "d") == ["d#e.db"]
