"""Every kind of fact has words in both languages, whatever its fields hold."""

import msgspec
import pytest

from handlers.dialog.rendering import bare
from handlers.dialog.speech import Phrase
from handlers.phrase_families import FAMILIES, missing_messages
from handlers.staff.desk.fact_words import BAZAAR_PARTS, PRODUCT_PARTS, fact_words, subject_words
from handlers.staff.desk.history_screen import ROOM, letters
from models.kernel.facts import BazaarChanged, Fact, FactBase, ProductChanged, decode_fact, tag_of
from models.reports.history_names import (
    Both,
    Invited,
    Known,
    NamedLine,
    NamedOrder,
    Names,
    Standing,
)
from tests.handlers.fitness import reads_well
from tests.support.fact_samples import KINDS, LONG, samples

NAME = Both(LONG, LONG)
KNOWN = Names(
    people={7: Known(LONG, Standing.left)},
    orders={7: NamedOrder("123456", 7)},
    products={7: NAME},
    options={7: NAME},
    lines={7: NamedLine(NAME, NAME, 50)},
    families={7: NAME},
    bazaars={7: NAME},
    invitations={7: Invited(LONG, "courier")},
)
FACTS: list[Fact] = [fact for kind in KINDS for fact in samples(kind)]
FACTS += [ProductChanged(7, what, LONG, LONG, LONG, LONG, 7) for what in PRODUCT_PARTS[1:3]]
FACTS += [ProductChanged(7, "price", "1,250.50", "35", option_id=7)]
FACTS += [ProductChanged(7, what, "2", "0") for what in ("lead", "daily", "photo")]
FACTS += [ProductChanged(7, what) for what in PRODUCT_PARTS]
FACTS += [BazaarChanged(7, what, (), None, LONG, LONG, LONG, LONG) for what in BAZAAR_PARTS]
FACTS += [BazaarChanged(7, what) for what in BAZAAR_PARTS]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: tag_of(type(fact)))
@pytest.mark.parametrize("names", [KNOWN, Names()], ids=["known", "forgotten"])
def test_a_fact_reads_well_whatever_is_known_of_it(fact: Fact, names: Names) -> None:
    words = fact_words(fact, names)
    assert reads_well(words)
    assert letters(words) < ROOM // 2
    about = subject_words(fact, names)
    assert about is None or reads_well(about)


@pytest.mark.parametrize("kind", KINDS, ids=tag_of)
def test_a_stored_fact_of_every_kind_decodes(kind: type[FactBase]) -> None:
    """Those of before too, which hold what has no default alone."""
    for fact in samples(kind):
        body = msgspec.json.encode(fact).decode()
        assert decode_fact(body) == fact
    needed = msgspec.json.decode(body)
    kept = {name: needed[name] for name in ("fact", *kind.__struct_fields__[: len(needed) - 1])}
    optional = kind.__struct_fields__[len(kind.__struct_fields__) - len(kind.__struct_defaults__) :]
    for name in optional:
        kept.pop(name, None)
    assert decode_fact(msgspec.json.encode(kept).decode()) == fact


def test_a_kind_without_words_is_named() -> None:
    """As a fact is that somebody adds: `make check` fails by it."""
    tags = [*FAMILIES["history-{}"]]
    assert set(tags) == set(map(tag_of, KINDS))
    words = {"en": {f"history-{tag}" for tag in tags[1:]}}
    assert [*missing_messages({"history-{}": tags}, words)] == [f"en: no message history-{tags[0]}"]


def test_a_part_of_another_day_is_called_by_its_key() -> None:
    (line, *_) = lines_of(fact_words(ProductChanged(7, "wish"), KNOWN))
    assert bare(line, "en").endswith("wish")


def lines_of(words: Phrase) -> list[Phrase]:
    """The phrases one under the other."""
    lines = words.args["text"]
    return list(lines.phrases)  # type: ignore[union-attr]
