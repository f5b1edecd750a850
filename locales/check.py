"""Checks the words: `python -m locales.check` names every fault and ends with 1 if there is one.

All languages must hold the same messages with the same variables; nothing may vanish that
Fluent would pass over in silence (junk, duplicates); and the code and the files must agree.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast, visitor

from locales.languages import LANGUAGES, LanguageRules
from locales.spoken import Spoken, spoken_in

HERE = Path(__file__).parent
SPEAKERS = ("handlers", "bot")
STILL_STORED = frozenset(
    {"button-other-language", "checkout-sums", "product-photo", "search-row", "search-row-from"}
)
"""Said by nobody any more, but replies that were stored some days ago hold them."""
NAMED = ("models", "locales")
MARKUP = re.compile(r"</?b>")
BOLD = re.compile(r"(?:[^<]*<b>[^<]+</b>)*[^<]*")
SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
CONTROLS = re.compile("[\u200e\u061c\u202a-\u202e\ufeff]")
ISOLATES = re.compile(
    "(?:[^\u2066-\u2069]*[\u2066-\u2068][^\u2066-\u2069]*\u2069)*[^\u2066-\u2069]*"
)


@dataclass
class Word:
    """One message: where it stands, the variables it takes, and its selectors' classes."""

    place: str
    variables: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    classes: list[frozenset[str]] = field(default_factory=list)
    references: frozenset[str] = frozenset()


class Parts(visitor.Visitor):
    """Collects what a message is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.classes: list[frozenset[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        """A variable."""
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        """Keep the id of a message that is said within the one at hand."""
        self.references.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        """A choice by count."""
        keys = [variant.key for variant in node.variants]
        classes = frozenset(key.name for key in keys if isinstance(key, ast.Identifier))
        self.classes.append(classes)
        self.generic_visit(node)


def read_language(folder: Path) -> tuple[dict[str, Word], list[str]]:
    """The messages of a language's folder, and what is wrong with its files themselves."""
    words: dict[str, Word] = {}
    faults: list[str] = []
    for file in sorted(folder.glob("*.ftl")):
        text = file.read_text(encoding="utf-8")
        faults += letter_faults(file, text)
        for entry in FluentParser().parse(text).body:
            place = f"{folder.name}/{file.name}"
            if isinstance(entry, ast.Junk):
                first = (entry.content or "").strip().splitlines()[0]
                faults.append(f"{place}: not understood: {first}")
            elif isinstance(entry, ast.Message):
                name = entry.id.name
                if name in words:
                    faults.append(f"{place}: {name} stands in {words[name].place} already")
                words[name] = word_of(entry, place)
                faults += markup_faults(entry, place)
            elif isinstance(entry, ast.Term):
                faults.append(f"{place}: -{entry.id.name}: terms are not used here")
    return words, faults


def letter_faults(file: Path, text: str) -> Iterator[str]:
    """Letters that belong into pictures, and invisible controls that outlast their line."""
    for number, line in enumerate(text.splitlines(), 1):
        place = f"{file.parent.name}/{file.name}:{number}"
        if SHAPES.search(line):
            yield f"{place}: presentation-form letters; logical text only"
        if CONTROLS.search(line) or not ISOLATES.fullmatch(line):
            yield f"{place}: an invisible direction control that is not closed on its line"


def word_of(message: ast.Message, place: str) -> Word:
    """What a message is made of."""
    parts = Parts()
    parts.visit(message)
    return Word(
        place=place,
        variables=frozenset(parts.variables),
        attributes=frozenset(attribute.id.name for attribute in message.attributes),
        classes=parts.classes,
        references=frozenset(parts.references),
    )


def markup_faults(message: ast.Message, place: str) -> Iterator[str]:
    """Markup other than <b>…</b>, and an & that HTML would take for more than itself."""
    for pattern in patterns(message):
        text = "".join(
            element.value if isinstance(element, ast.TextElement) else "{}"
            for element in pattern.elements
        )
        if not BOLD.fullmatch(text) or ">" in MARKUP.sub("", text) or "&" in text:
            yield f"{place}: {message.id.name}: markup other than <b>…</b>"


def patterns(message: ast.Message) -> Iterator[ast.Pattern]:
    """Every text of a message, those of its variants too."""

    class Texts(visitor.Visitor):
        def __init__(self) -> None:
            self.found: list[ast.Pattern] = []

        def visit_Pattern(self, node: ast.Pattern) -> None:
            self.found.append(node)
            self.generic_visit(node)

    texts = Texts()
    texts.visit(message)
    yield from texts.found


def class_faults(rules: LanguageRules, words: dict[str, Word]) -> Iterator[str]:
    """Selectors that lack one of the language's plural classes, or have a strange one."""
    for name, word in words.items():
        for classes in word.classes:
            if classes != rules.plurals:
                missing = sorted(rules.plurals ^ classes)
                yield f"{word.place}: {name}: plural classes {', '.join(missing)}"


def missing_faults(read: dict[str, dict[str, Word]]) -> Iterator[str]:
    """Messages that a language lacks and another has."""
    for name in sorted(set().union(*read.values())):
        yield from (f"{name} is missing in {each}" for each in read if name not in read[each])


def twin_faults(one: dict[str, Word], two: dict[str, Word]) -> Iterator[str]:
    """Messages that differ between two languages in more than their words."""
    for name in sorted(one.keys() & two.keys()):
        known = one.keys() & two.keys()
        for other in sorted((one[name].references | two[name].references) - known):
            yield f"{name} refers to {other}, which is not there"
        if one[name].place.split("/")[1] != two[name].place.split("/")[1]:
            yield f"{name} stands in {one[name].place} and in {two[name].place}"
        if one[name].variables != two[name].variables:
            differ = sorted(one[name].variables ^ two[name].variables)
            yield f"{name}: variables differ: {', '.join(differ)}"
        if one[name].attributes != two[name].attributes:
            yield f"{name}: attributes differ"


def takes(words: dict[str, Word], name: str) -> frozenset[str]:
    """The variables of a message and of those that it refers to."""
    word = words[name]
    inner = (takes(words, other) for other in word.references if other in words)
    return word.variables.union(*inner)


def code_faults(
    words: dict[str, Word], spoken: Spoken, stored: Collection[str] = ()
) -> Iterator[str]:
    """Messages that the code says and no file holds, and those that nobody says.

    Replies that were stored say `stored`.
    """
    for said in spoken.said:
        if not any(said.pattern.fullmatch(name) for name in words):
            yield f"{said.place}: no message {said.shown}"
        elif said.exact and said.arguments is not None:
            differ = takes(words, said.shown) ^ said.arguments
            wrong = differ if said.alone else differ - said.arguments
            if wrong:
                yield f"{said.place}: {said.shown}: arguments differ: {', '.join(sorted(wrong))}"
    referred = {name for word in words.values() for name in word.references}
    for name in sorted(words.keys() - referred - set(stored)):
        if not spoken.says(name):
            yield f"{words[name].place}: nobody says {name}"
    for name in sorted(stored):
        if name not in words:
            yield f"no message {name}, which stored replies hold"
        elif any(said.exact and said.shown == name for said in spoken.said):
            yield f"{words[name].place}: {name} is said, not only stored"


def faults_in(
    locales: Path,
    code: Iterable[Path],
    named: Iterable[Path] = (),
    languages: Mapping[str, LanguageRules] = LANGUAGES,
    stored: Collection[str] = (),
) -> list[str]:
    """Everything that is wrong with the words in `locales`, as the code in those folders says.

    `named` are folders that say nothing and hold names, such as an order's states. `stored` are
    ids that only replies from before hold.
    """
    read = {each: read_language(locales / each) for each in languages}
    words = {each: found for each, (found, _) in read.items()}
    first, *rest = words.values()
    return [
        *(fault for _, wrong in read.values() for fault in wrong),
        *(fault for each in words for fault in class_faults(languages[each], words[each])),
        *missing_faults(words),
        *(fault for other in rest for fault in twin_faults(first, other)),
        *code_faults(first, spoken_in(code, named), stored),
    ]


def own_faults() -> list[str]:
    """Everything that is wrong with the project's own words."""
    speakers, named = ([HERE.parent / folder for folder in part] for part in (SPEAKERS, NAMED))
    return faults_in(HERE, speakers, named, stored=STILL_STORED)


def main() -> int:
    """Check the project's own words."""
    faults = own_faults()
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
