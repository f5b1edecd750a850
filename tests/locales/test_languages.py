"""A language is a row of data: what a row may lack, and that a third one needs nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import MISSING, fields, replace
from pathlib import Path

import pytest

from locales.check import HERE, NAMED, SPEAKERS, faults_in
from locales.languages import FIRST, LANGUAGES, ROWS, LanguageRules, faults, from_hint, others

ROOT = HERE.parent
URDU = """
    LanguageRules(
        code="ur",
        locale="ur_PK",
        rtl=True,
        comma="، ",
        plurals=frozenset({"one", "other"}),
        names=("ar", "en"),
        amount="{figure} درہم",
        time="h:mm a",
    ),
)
LANGUAGES: """
NAMES = "language-ur = اردو\nbutton-speak-ur = 🌐 اردو\n"
ASKS = """
import asyncio, sys
from datetime import UTC, datetime
import handlers.conversations
from handlers.dialog.rendering import bare
from handlers.dialog.speech import ChannelUser, Choice, Command, Heard, Said
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from bot.ground.settings import Settings
from models.migrations import migrate

async def main():
    database = Database("sqlite:///" + sys.argv[1])
    await migrate(database)
    now = datetime(2026, 3, 1, tzinfo=UTC)
    turns = Turns(database, Settings(_env_file=None).terms(), lambda: now)
    heard = Heard(ChannelUser("test", "1", "ur-PK"), Command("start", ""), "1")
    answer = await turns.answer(heard)
    card = answer.reply.cards[0]
    labels = [bare(c.label, answer.language) for row in card.choices for c in row]
    print(answer.language, card.picture.rtl, labels[-2:], ascii(bare(card.text, "ur")) != "")
    await database.close()

asyncio.run(main())
"""


def test_the_shop_s_own_rows_are_whole() -> None:
    assert [*faults(ROWS)] == []
    assert FIRST == "ar"
    assert others("ar") == ("en",)


@pytest.mark.parametrize(
    ("hint", "spoken"),
    [("en-GB", "en"), ("EN_us", "en"), ("ar", "ar"), ("fr", "ar"), ("", "ar"), (None, "ar")],
)
def test_a_hint_that_names_no_language_of_ours_is_the_first(hint: str | None, spoken: str) -> None:
    assert from_hint(hint) == spoken


@pytest.mark.parametrize(
    "rule", [each.name for each in fields(LanguageRules) if each.default is MISSING]
)
def test_a_row_that_lacks_a_rule_cannot_be_made(rule: str) -> None:
    whole = {each.name: getattr(ROWS[0], each.name) for each in fields(LanguageRules)}
    assert LanguageRules(**whole) == ROWS[0]
    del whole[rule]
    with pytest.raises(TypeError, match=rule):
        LanguageRules(**whole)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"comma": " "}, "ar: it has no comma"),
        ({"plurals": frozenset({"one"})}, "ar: its plurals have no class for all other numbers"),
        ({"names": ("ar",)}, "ar: names are kept in Arabic and in English"),
        ({"amount": "AED"}, "ar: an amount has one figure"),
        ({"day_parts": ((5, "صباحاً"),)}, "ar: the parts of the day begin at midnight"),
    ],
)
def test_a_row_with_a_wrong_rule_is_named(wrong: dict[str, object], fault: str) -> None:
    assert [*faults((replace(ROWS[0], **wrong),))] == [fault]  # type: ignore[arg-type]


def test_a_third_language_that_lacks_words_or_plurals_is_named(tmp_path: Path) -> None:
    folder = shutil.copytree(HERE, tmp_path / "locales", ignore=shutil.ignore_patterns("*.py"))
    shutil.copytree(folder / "en", folder / "ur")
    code, named = [ROOT / each for each in SPEAKERS], [ROOT / each for each in NAMED]
    like_english = {**LANGUAGES, "ur": replace(LANGUAGES["en"], code="ur")}
    assert faults_in(folder, code, named, like_english) == []
    like_arabic = {**LANGUAGES, "ur": replace(LANGUAGES["ar"], code="ur")}
    assert "plural classes few, many, two, zero" in faults_in(folder, code, named, like_arabic)[0]
    (folder / "ur" / "cart.ftl").unlink()
    assert "cart-checkout is missing in ur" in faults_in(folder, code, named, like_english)


def test_urdu_is_a_folder_of_words_and_one_row(tmp_path: Path) -> None:
    """Nothing outside `locales` is touched: whoever's account says Urdu is answered in it."""
    for name in ("bot", "handlers", "models", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    words = tmp_path / "locales"
    shutil.copytree(words / "en", words / "ur")
    for code in (*LANGUAGES, "ur"):
        with (words / code / "common.ftl").open("a", encoding="utf-8") as file:
            file.write(NAMES)
    rows = (words / "languages.py").read_text(encoding="utf-8")
    (words / "languages.py").write_text(rows.replace(")\nLANGUAGES: ", URDU.lstrip("\n"), 1))
    assert run(tmp_path, "-m", "locales.check") == ""
    said = run(tmp_path, "-c", ASKS, str(tmp_path / "shop.db"))
    assert said == "ur True ['🌐 العربية', '🌐 English'] True\n"


def run(folder: Path, *args: str) -> str:
    """What Python says there; nothing of this checkout is on its path."""
    done = subprocess.run(
        [sys.executable, *args],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
