"""The words of `locales/` by their ids, as a person reads them in a chat.

A test whose point is not the wording names a message by its id: a better wording then breaks no
test but those of wording. Arguments are those of `say`: with _ where Fluent has -.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fluent.syntax import FluentParser, ast

from handlers.dialog.rendering import bare
from handlers.dialog.speech import Arg, say
from locales.check import HERE, Parts
from models.people.people import Language

_ICON = re.compile(r"^[^\w\s]+\s+|\s+[^\w\s]+$")
_UNKNOWN = re.compile("\ue100([a-z0-9_]+)\ue101")


def word(phrase_id: str, /, lang: Language = "ar", **args: Arg) -> str:
    """The whole message, without markup and invisible controls and with plain spaces.

    Raises LookupError for an id that is not there and for an argument that is missing.
    """
    return bare(say(phrase_id, **args), lang)


def label(phrase_id: str, /, lang: Language = "ar", **args: Arg) -> str:
    """The message without its icon: what people call a button."""
    return without_icon(word(phrase_id, lang, **args))


def without_icon(shown: str) -> str:
    """A label without the icon before or after it; one that is nothing but an icon stays."""
    return _ICON.sub("", shown)


def pattern(phrase_id: str, /, lang: Language = "ar", **known: Arg) -> re.Pattern[str]:
    """The message where not every argument is known: what is not given may be any text of a line.

    It is found as a named group, `_` for `-`, and reaches to the end of its line where nothing
    comes after it. Raises TypeError when a count is not given by which the words are chosen.
    """
    given = {name.replace("_", "-") for name in known}
    variables, counts = needs(phrase_id, lang)
    if open_counts := counts - given:
        raise TypeError(f"{phrase_id} needs {', '.join(sorted(open_counts))}")
    stand_ins = {name: f"\ue100{name.replace('-', '_')}\ue101" for name in variables - given}
    shown = bare(say(phrase_id, **known, **stand_ins), lang)
    return re.compile("".join(pieces(re.escape(shown))), re.MULTILINE)


def pieces(shown: str) -> Iterator[str]:
    """The parts of a pattern: the words between, and a group for each stand-in."""
    seen: set[str] = set()
    at = 0
    for found in _UNKNOWN.finditer(shown):
        name = found[1]
        yield shown[at : found.start()]
        yield f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"
        seen.add(name)
        at = found.end()
    yield shown[at:] or "$"


class Needs(Parts):
    """What a message is made of, and the counts by which its words are chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: set[str] = set()

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        """A choice by count."""
        if isinstance(node.selector, ast.VariableReference):
            self.counts.add(node.selector.id.name)
        super().visit_SelectExpression(node)


@cache
def needs(phrase_id: str, lang: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The names of all variables of a message, and of those that choose its words.

    Raises LookupError for an id that is not there.
    """
    parts = Needs()
    parts.visit(messages(lang)[phrase_id])
    inner = [needs(other, lang) for other in parts.references]
    return (
        frozenset(parts.variables | parts.counts).union(*(each[0] for each in inner)),
        frozenset(parts.counts).union(*(each[1] for each in inner)),
    )


@cache
def messages(lang: Language) -> dict[str, ast.Message]:
    """Every message of a language by its id."""
    texts = (file.read_text(encoding="utf-8") for file in sorted((HERE / lang).glob("*.ftl")))
    entries = [entry for text in texts for entry in FluentParser().parse(text).body]
    return {entry.id.name: entry for entry in entries if isinstance(entry, ast.Message)}
