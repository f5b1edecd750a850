"""Answers as people type them, and what they mean: a table, one row a case.

`?` behind what is meant says that it is said back for a yes first.
"""

from __future__ import annotations

import csv
from pathlib import Path

TABLE = Path(__file__).with_name("typed.tsv")


def cases(kind: str) -> list[tuple[str, str]]:
    """The rows of a kind: what was typed, and what is meant."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        found = [(row["typed"], row["meant"]) for row in rows if row["kind"] == kind]
    assert found, f"no cases of {kind}"
    return found


def as_meant(value: object, *, sure: bool) -> str:
    """What was read, as the table has it."""
    return f"{value}{'' if sure else '?'}"
