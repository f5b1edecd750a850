"""A start loads what a start needs, and what is loaded later is known to be there."""

from __future__ import annotations

import ast
import asyncio
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

from bot.ground.lean import LATER
from models.kernel.database import Database
from models.migrations import newest_version, version_of
from tests.bot.app.test_command_line import ROOT
from tests.fake_botapi import TOKEN, FakeBotApi
from tests.migrations.steps import configuration

OPENED = """
import asyncio, sys
from bot import cli
from bot.app.assembly import Storefront
from bot.app.channels import channels_of
from bot.ground.settings import read_settings

async def main():
    settings = read_settings()
    async with Storefront(settings, channels_of(settings)):
        print(*sys.modules)

asyncio.run(main())
"""
OF_TELEGRAM = ("telegram", "httpx", "aiohttp")
LEFT_OUT = (*LATER, "pygments", "sqlalchemy.dialects.postgresql")


def as_a_bot(api: FakeBotApi) -> dict[str, str]:
    """The settings that make the shop the fake's bot."""
    return {"ENTAJ_TELEGRAM_TOKEN": TOKEN, "ENTAJ_TELEGRAM_API_URL": api.base_url}


async def printed(url: str, bot: Mapping[str, str], program: str, *words: str) -> str:
    """What a shop on this database printed, as a process of its own."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program, *words),
        cwd=ROOT,
        env={"ENTAJ_DATABASE_URL": url, "ENTAJ_WEB_PORT": "0", **bot},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await child.communicate()
    assert child.returncode == 0, err.decode()
    return out.decode()


async def loaded_by_a_start(url: str, bot: Mapping[str, str]) -> set[str]:
    """The modules that are there when a shop on this database has just opened."""
    return set((await printed(url, bot, OPENED)).split())


async def test_a_start_on_a_database_of_today_loads_nothing_that_waits(
    api: FakeBotApi, sqlite_url: str
) -> None:
    loaded = await loaded_by_a_start(sqlite_url, as_a_bot(api))
    assert {"bot.app.assembly", "sqlalchemy.dialects.sqlite", *OF_TELEGRAM} <= loaded
    assert [name for name in LEFT_OUT if name in loaded] == []


async def test_a_try_out_loads_nothing_of_telegram(sqlite_url: str) -> None:
    loaded = await loaded_by_a_start(sqlite_url, {})
    assert "bot.channels.web.face" in loaded
    assert [name for name in OF_TELEGRAM if name in loaded] == []


async def test_a_start_on_an_older_database_loads_alembic_and_migrates(
    api: FakeBotApi, sqlite_url: str
) -> None:
    def back(connection: Connection) -> None:
        command.downgrade(configuration(connection), "-1")

    database = Database(sqlite_url)
    async with database.writing.connect() as connection:
        await connection.run_sync(back)
        await connection.commit()
    assert await version_of(database) != newest_version()
    assert "alembic" in await loaded_by_a_start(sqlite_url, as_a_bot(api))
    assert await version_of(database) == newest_version()
    await database.close()


def opens(folder: Path, *before: str) -> str:
    """What `entaj run` complains of, after these lines; its port is none of this machine's."""
    lines = ("import sys", *before, "from bot.cli import app", "app(['run'])")
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        cwd=ROOT,
        env={
            "ENTAJ_DATABASE_URL": f"sqlite:///{folder / 'shop.db'}",
            "ENTAJ_TELEGRAM_TOKEN": TOKEN,
            "ENTAJ_WEB_HOST": "192.0.2.1",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    return done.stderr


HIDDEN = f"for name in {LATER!r}: sys.modules[name] = None"
UNLOOKED = "import bot.ground.lean; bot.ground.lean.LATER = ()"


def test_packages_that_are_missing_are_told_at_the_start(tmp_path: Path) -> None:
    told = opens(tmp_path, HIDDEN).splitlines()
    assert told == [f"the package {name} is not installed" for name in LATER]


def test_left_unlooked_for_they_would_be_missed_later_in_the_day(tmp_path: Path) -> None:
    (told,) = opens(tmp_path, "sys.modules['segno'] = None", UNLOOKED).splitlines()
    assert told.startswith("ENTAJ_WEB_PORT: ")  # so far it came


def imported_later(tree: ast.AST) -> Iterator[str]:
    """The packages that functions of a file import when they are called."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for each in ast.walk(function):
                if isinstance(each, ast.Import):
                    yield from (alias.name for alias in each.names)
                elif isinstance(each, ast.ImportFrom):
                    yield each.module or ""


def test_whatever_a_function_imports_is_looked_for_at_the_start() -> None:
    files = [
        file
        for room in ("bot", "handlers", "models", "locales")
        for file in Path(ROOT, room).rglob("*.py")
    ]
    found = {
        name.partition(".")[0]
        for file in files
        for name in imported_later(ast.parse(file.read_text()))
    }
    foreign = found - sys.stdlib_module_names - {"bot", "handlers", "models", "locales"}
    assert foreign - set(LATER) == {"sqlalchemy", "uvloop"}  # the one is loaded, the other optional


WAITED = ("phonenumbers", "PIL", "bot.images.photos")
AFTER_OPENING = """
import os, signal, sys, threading
from importlib.abc import MetaPathFinder

class Noted(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name in sys.argv[2:]:
            beside = threading.current_thread() is not threading.main_thread()
            print("loading", name, "beside" if beside else "in the way")

sys.meta_path.insert(0, Noted())
from bot.app import running
from bot.app.channels import channels_of
from bot.ground.settings import read_settings

if sys.argv[1] == "unloaded":
    running.COMES_FIRST = ()
settings = read_settings()

def stop(storefront):
    os.kill(os.getpid(), signal.SIGTERM)

running.run_storefront(settings, channels_of(settings), stop)
"""


async def loaded_after_opening(api: FakeBotApi, url: str, how: str) -> list[str]:
    """What a bot loaded of `WAITED`, and how, that was told to stop as soon as it was open."""
    lines = (await printed(url, as_a_bot(api), AFTER_OPENING, how, *WAITED)).splitlines()
    return [line for line in lines if line.startswith("loading ")]


async def test_once_open_a_shop_loads_beside_its_loop_what_comes_first(
    api: FakeBotApi, sqlite_url: str
) -> None:
    said = await loaded_after_opening(api, sqlite_url, "loaded")
    assert sorted(said) == sorted(f"loading {name} beside" for name in WAITED)


async def test_else_it_would_be_loaded_by_whoever_comes_first(
    api: FakeBotApi, sqlite_url: str
) -> None:
    """The twin: nothing is loaded until somebody is in need of it."""
    assert await loaded_after_opening(api, sqlite_url, "unloaded") == []
