"""What an embedded database writes is read by its owner alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from models.kernel import database as database_module
from models.kernel.private_files import BESIDE, make_private
from tests.support.opened import opened


@pytest.fixture
def generous() -> Iterator[None]:
    """The machine lets everybody read what is made, unless it is made otherwise."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes_in(folder: Path) -> set[str]:
    """The permissions of all that is in the folder."""
    return {oct(each.stat().st_mode & 0o777) for each in folder.iterdir()}


async def modes_of_a_new_database(folder: Path) -> set[str]:
    """The permissions of the files of a database that was just written to."""
    async with opened(f"sqlite:///{folder}/shop.db") as database, database.write() as session:
        await session.execute(text("CREATE TABLE kept (id INTEGER)"))
        return modes_in(folder)


@pytest.mark.usefixtures("generous")
async def test_a_new_database_and_what_is_beside_it_are_private(tmp_path: Path) -> None:
    assert await modes_of_a_new_database(tmp_path / "var") == {"0o600"}
    assert oct((tmp_path / "var").stat().st_mode & 0o777) == "0o700"


@pytest.mark.usefixtures("generous")
async def test_left_alone_everybody_could_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "make_private", lambda _file: None)
    assert await modes_of_a_new_database(tmp_path) == {"0o644"}


def test_what_is_there_already_becomes_private_and_its_folder_stays(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for end in BESIDE:
        (tmp_path / f"shop.db{end}").touch(0o644)
    make_private(tmp_path / "shop.db")
    assert modes_in(tmp_path) == {"0o600"}
    assert oct(tmp_path.stat().st_mode & 0o777) == "0o755"
