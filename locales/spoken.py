"""Which messages the code says: every `say("id", …)`, and every text that may name one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ANYTHING = "(.+)"


@dataclass(frozen=True)
class Said:
    """One id of a `say(…)`: where, the id or the shape of it, and the arguments that are given.

    The groups of `pattern` are what is filled in. `exact` says that the id is whole, `alone` that
    the call names this one only, so that every argument is for it. `arguments` is None where the
    call hides them (`**args`).
    """

    place: str
    shown: str
    pattern: re.Pattern[str]
    exact: bool
    alone: bool
    arguments: frozenset[str] | None


@dataclass
class Spoken:
    """Everything that the code may say; `strings` are texts that could be ids, or parts of them."""

    said: list[Said] = field(default_factory=list)
    strings: set[str] = field(default_factory=set)

    def says(self, name: str) -> bool:
        """Whether a message can be said: by its id, or by a family of ids that it is a member of.

        A member is one whose part that is filled in stands in the code, as an enum's value does:
        `state-packed` is said by f"state-{state}", and `state-lost` by nothing. A family has a name
        of its own, with which its ids begin.
        """
        if name in self.strings:
            return True
        families = (said for said in self.said if not said.pattern.pattern.startswith(ANYTHING))
        shapes = (said.pattern.fullmatch(name) for said in families)
        return any(found and self._holds(found.groups()) for found in shapes)

    def _holds(self, parts: Iterable[str]) -> bool:
        return all(part in self.strings or part.replace("-", "_") in self.strings for part in parts)


def spoken_in(folders: Iterable[Path], named: Iterable[Path] = ()) -> Spoken:
    """What the Python files of these folders say; in those of `named` there are names alone."""
    spoken = Spoken()
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            place = f"{folder.name}/{file.relative_to(folder)}"
            spoken.said += said_in(tree, place)
            spoken.strings |= strings_in(tree)
    for folder in named:
        for file in sorted(folder.rglob("*.py")):
            spoken.strings |= strings_in(ast.parse(file.read_text(encoding="utf-8")))
    return spoken


def strings_in(tree: ast.AST) -> set[str]:
    """Every text of a file."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def said_in(tree: ast.AST, place: str) -> Iterator[Said]:
    """The calls of `say` in a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            if node.func.id != "say":
                continue
            for words in branches(node.args[0]):
                shown = shape(words)
                if shown is not None:
                    yield Said(
                        place=f"{place}:{node.lineno}",
                        shown=shown.replace(ANYTHING, "…"),
                        pattern=re.compile(shown),
                        exact=isinstance(words, ast.Constant),
                        alone=words is node.args[0],
                        arguments=arguments_of(node),
                    )


def branches(words: ast.expr) -> Iterator[ast.expr]:
    """The sides of `a if … else b`; of any other expression, itself alone."""
    if isinstance(words, ast.IfExp):
        yield from branches(words.body)
        yield from branches(words.orelse)
    else:
        yield words


def shape(words: ast.expr) -> str | None:
    """The id as a pattern: a plain text, or an f-string with anything where it fills in."""
    match words:
        case ast.Constant(value=str(text)):
            return re.escape(text).replace(r"\-", "-")
        case ast.JoinedStr(values=parts):
            made = (
                re.escape(str(part.value)).replace(r"\-", "-")
                if isinstance(part, ast.Constant)
                else ANYTHING
                for part in parts
            )
            return "".join(made)
        case _:
            return None


def arguments_of(call: ast.Call) -> frozenset[str] | None:
    """The names of the arguments as Fluent knows them."""
    names = [keyword.arg for keyword in call.keywords]
    if None in names:
        return None
    return frozenset(name.replace("_", "-") for name in names if name is not None)
