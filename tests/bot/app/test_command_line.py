"""The command line, in processes of their own with every warning an error."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import pypdfium2
import pytest

from bot.ground.settings import NO_WAY_IN
from bot.runtime.web_host.server import listening_socket
from tests.bot.images.readers import zxing
from tests.fake_botapi import TOKEN
from tests.support.lives import Life
from tests.support.ports import free_port

ROOT = Path(__file__).parents[3]


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """What the program is to find in its environment."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        **{f"ENTAJ_{name}": value for name, value in settings.items()},
    }


def started_anew(folder: Path, *words: str, **settings: str) -> CompletedProcess[str]:
    """Run `python -m bot` as its owner does, in a folder with these settings."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "bot", *words],
        cwd=folder,
        env=environment(settings),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def entaj(folder: Path, *words: str, **settings: str) -> CompletedProcess[str]:
    """Run `entaj` in a folder with these settings."""
    with TemporaryDirectory() as told:
        out, err = Path(told, "out"), Path(told, "err")
        code = Life(("bot", *words), folder, environment(settings), out, err).join()
        return CompletedProcess(words, code, out.read_text(), err.read_text())


def test_the_books_are_proved_and_what_disagrees_is_named(migrated: Path) -> None:
    agreeing = entaj(migrated, "books")
    assert agreeing.returncode == 0, agreeing.stderr
    assert "agrees: fils beyond zero in ledger event" in agreeing.stdout.splitlines()
    with closing(sqlite3.connect(migrated / "var" / "entaj.db")) as shop, shop:
        shop.execute("INSERT INTO balances VALUES ('cash', 100, 0)")
    wrong = entaj(migrated, "books")
    assert wrong.returncode == 1
    assert wrong.stderr.splitlines() == ["fils kept as balance of account cash: 100, not 0"]
    assert "WRONG: fils kept as balance of account" in wrong.stdout.splitlines()


def test_labels_are_written_for_a_family(migrated: Path) -> None:
    assert entaj(migrated, "sample").returncode == 0
    made = entaj(migrated, "labels", "--family", "1", "--out", "labels.pdf", WEB_PORT="8099")
    assert made.returncode == 0, made.stderr
    assert made.stdout.endswith(" labels are in labels.pdf\n")
    page = pypdfium2.PdfDocument(migrated / "labels.pdf")[0].render(scale=300 / 72).to_pil()
    read = zxing(page.crop((0, 0, 827, 437)))
    assert read[0].startswith("http://127.0.0.1:8099/?start=o_")
    with closing(sqlite3.connect(migrated / "var" / "entaj.db")) as shop:
        assert shop.execute("SELECT count(*) FROM printed_labels").fetchone() > (0,)
    for wrong in (("--family", "999"), ("--family", "1", "--sheet", "9x9"), ()):
        refused = entaj(migrated, "labels", "--out", "none.pdf", *wrong)
        assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1), wrong
    assert not (migrated / "none.pdf").exists()


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")])
def test_an_invitation_is_one_line_with_its_payload(migrated: Path, host: str, shown: str) -> None:
    done = started_anew(migrated, "invite", "manager", WEB_HOST=host, WEB_PORT="8099")
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    assert line.startswith(f"http://{shown}:8099/?start=i_")


def test_an_invitation_keeps_for_whom_it_is(migrated: Path) -> None:
    """The founder comes by the command line, and is to be named in every history."""
    made = entaj(migrated, "invite", "manager", "--name", " حصة  المديرة ", WEB_PORT="8099")
    assert made.returncode == 0, made.stderr
    with closing(sqlite3.connect(migrated / "var" / "entaj.db")) as shop:
        assert shop.execute("SELECT name FROM invitations").fetchall() == [("حصة المديرة",)]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["invite", "boss"], "there is no role boss"),
        (["invite", "manager", "--name", "م" * 41], "a name has 40 letters at most"),
        (["invite", "family"], "the number of a family"),
        (["invite", "family", "--family", "77"], "there is no family 77"),
        (["restore", "none.db", "--yes"], "there is no backup at none.db"),
        (["sample", "--opens", "2025-11-26T16:00:00"], "needs its time zone"),
        (["sample", "--opens", "9999-12-31T23:59:00+00:00"], "too far from today"),
        (["sample", "--opens", "0001-01-01T00:00:00+14:00"], "too far from today"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(tmp_path: Path, words: list[str], why: str) -> None:
    done = entaj(tmp_path, *words)
    assert done.returncode == 1
    assert why in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [["run"], ["migrate"], ["sample"], ["invite", "manager"]])
def test_a_database_that_is_away_is_named_without_its_password(
    tmp_path: Path, words: list[str]
) -> None:
    url = f"postgresql://shop:hidden-word@127.0.0.1:{free_port()}/shop"
    done = entaj(tmp_path, *words, DATABASE_URL=url, WEB_PORT=str(free_port()))
    assert done.returncode == 1
    (line,) = [each for each in done.stderr.splitlines() if "warning" not in each]
    assert line.startswith("ENTAJ_DATABASE_URL: the database cannot be opened")
    assert "hidden-word" not in done.stderr + done.stdout


@pytest.mark.parametrize("words", [["run"], ["migrate"]])
def test_what_cannot_be_opened_is_named(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "var").touch()
    done = entaj(tmp_path, *words)
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["var cannot be opened (File exists)"]


@pytest.mark.parametrize("words", [["run"], ["migrate"], ["doctor"]])
@pytest.mark.parametrize(
    ("holds", "why"), [(None, "unable to open database file"), (b"x" * 512, "is not a database")]
)
def test_why_an_sqlite_file_cannot_be_opened_is_said(
    tmp_path: Path, words: list[str], holds: bytes | None, why: str
) -> None:
    file = tmp_path / "shop.db"
    if holds is None:
        file.mkdir()
    else:
        file.write_bytes(holds)
    done = entaj(tmp_path, *words, DATABASE_URL="sqlite:///shop.db", WEB_PORT=str(free_port()))
    assert done.returncode == 1
    assert why in done.stderr + done.stdout
    assert len(done.stderr.splitlines()) == (0 if words == ["doctor"] else 1)


def test_the_doctor_says_that_the_database_is_away(tmp_path: Path) -> None:
    url = f"postgresql://shop:hidden-word@127.0.0.1:{free_port()}/shop"
    done = entaj(tmp_path, "doctor", DATABASE_URL=url)
    assert done.returncode == 1
    assert "TROUBLE: database: it cannot be reached" in done.stdout
    assert "hidden-word" not in done.stderr + done.stdout


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    listener = listening_socket("127.0.0.1", 0)
    try:
        port = str(listener.getsockname()[1])
        done = entaj(tmp_path, "run", WEB_PORT=port)
    finally:
        listener.close()
    assert done.returncode == 1
    assert f"ENTAJ_WEB_PORT: 127.0.0.1:{port} cannot be listened on" in done.stderr
    assert "the shop may be open already" in done.stderr


def test_without_page_and_without_bot_it_does_not_open(tmp_path: Path) -> None:
    done = entaj(tmp_path, "run", WEB="off")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [NO_WAY_IN]
    assert list(tmp_path.iterdir()) == []


def test_bad_settings_have_a_line_each_and_keep_the_secret(tmp_path: Path) -> None:
    done = entaj(tmp_path, "doctor", TELEGRAM_TOKEN=f"x{TOKEN}", WEB_PORT="eighty")
    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
        "ENTAJ_TELEGRAM_TOKEN",
        "ENTAJ_WEB_PORT",
    ]
    assert TOKEN not in done.stderr


def test_a_backup_comes_back(migrated: Path) -> None:
    made = entaj(migrated, "backup", "copy.db")
    assert made.stdout.splitlines() == ["copy.db"], made.stderr
    (migrated / "var" / "entaj.db").unlink()
    back = entaj(migrated, "restore", "copy.db")
    assert back.returncode == 0, back.stderr
    assert entaj(migrated, "doctor").returncode == 0


def modes_in(folder: Path) -> dict[str, str]:
    """The permissions of every file and folder in it, by name."""
    return {each.name: oct(each.stat().st_mode & 0o777) for each in folder.rglob("*")}


def test_what_it_keeps_is_its_owners_alone(tmp_path: Path) -> None:
    for words in (["migrate"], ["backup"], ["backup", "copy.db"], ["restore", "copy.db", "--yes"]):
        done = entaj(tmp_path, *words)
        assert done.returncode == 0, done.stderr
    modes = modes_in(tmp_path)
    folders = {name: mode for name, mode in modes.items() if name in ("var", "backups")}
    assert folders == {"var": "0o700", "backups": "0o700"}
    assert {name for name in modes if ".before-" in name}, "what was replaced is looked at too"
    assert {mode for name, mode in modes.items() if name not in folders} == {"0o600"}


def test_a_restore_looks_for_the_file_before_it_asks(migrated: Path) -> None:
    done = entaj(migrated, "restore", "none.db")
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["there is no backup at none.db"]


def test_the_doctor_finds_what_is_wrong_and_changes_nothing(tmp_path: Path) -> None:
    ill = entaj(tmp_path, "doctor", TELEGRAM_TOKN="x")
    assert ill.returncode == 1
    assert "TROUBLE: settings: ENTAJ_TELEGRAM_TOKN" in ill.stdout
    assert "TROUBLE: database" in ill.stdout
    assert "entaj migrate" in ill.stdout
    assert list(tmp_path.iterdir()) == []
    entaj(tmp_path, "migrate")
    well = entaj(tmp_path, "doctor")
    assert well.returncode == 0, well.stdout + well.stderr
    assert "ok: database: sqlite" in well.stdout
