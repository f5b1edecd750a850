"""What stands in bold on the pages for staff is what their buttons are called."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import locales
from tests.support.words import without_icon

DOCS = Path(__file__).parents[2] / "docs"
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


@pytest.mark.parametrize(("page", "language"), [("hall.md", "en"), ("hall.ar.md", "ar")])
def test_buttons_are_called_as_they_are(page: str, language: str) -> None:
    named = {" ".join(words.split()) for words in BOLD.findall((DOCS / page).read_text())}
    assert len(named) > 15
    assert sorted(named - labels(language)) == []


def labels(language: str) -> set[str]:
    """The messages of one line in that language, without their icons."""
    folder = Path(locales.__file__).parent / language
    lines = [line for file in folder.glob("*.ftl") for line in file.read_text().splitlines()]
    return {without_icon(line.partition(" = ")[2]) for line in lines if " = " in line}
