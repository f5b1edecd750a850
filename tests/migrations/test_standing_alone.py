"""A migration does the same for ever: it reckons with nothing that changes with the shop."""

from __future__ import annotations

import ast
from pathlib import Path

from models.migrations import HERE

FROZEN = "models.migrations.frozen"
FILES = sorted([*(HERE / "versions").glob("0*.py"), *(HERE / "frozen").glob("*.py")])
ROOTS = ("bot", "handlers", "locales", "models", "tests")


def imported(file: Path) -> list[str]:
    """The modules that a file imports, wherever in it."""
    found = []
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found += [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append("models" if node.level else node.module or "")
    return found


def test_a_migration_imports_nothing_that_changes() -> None:
    found = {
        file.stem: [each for each in imported(file) if each.split(".")[0] in ROOTS]
        for file in FILES
    }
    assert "0026_other_words" in found
    assert {
        file: changing
        for file, names in found.items()
        if (changing := [each for each in names if not each.startswith(FROZEN)])
    } == {}


def test_what_is_imported_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "0099_careless.py"
    file.write_text("def upgrade():\n    from models.kernel.folding import words_of\n")
    assert imported(file) == ["models.kernel.folding"]
