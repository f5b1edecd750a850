"""The words that sentences are made of: how they may be spelled, and what each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.dialog.parsing_places import EMIRATE_NAMES, TOWNS
from handlers.dialog.understanding.answer_words import ANSWER_WORDS
from handlers.dialog.understanding.care_words import CARE_WORDS
from handlers.dialog.understanding.greeting_words import GREETING_WORDS
from handlers.dialog.understanding.inflected import stems_of
from handlers.dialog.understanding.order_words import ORDER_WORDS
from handlers.dialog.understanding.shop_words import SHOP_WORDS
from handlers.dialog.understanding.side_words import SIDE_WORDS
from handlers.dialog.understanding.text_speak import TEXT_SPEAK
from handlers.dialog.understanding.wish_words import WISH_WORDS
from models.kernel.folding import bare, core_of, fold
from models.products.search.lexicon.sounds import consonants, sound

LEAST_TO_SLIP = 5
LEAST_HEARD = 4
WORD = re.compile(r"[^\W_]+")
BETWEEN = re.compile(r"['’‘`ʼ]")
_AGAIN = re.compile(r"([^0-9])\1+")
_PREFIXES = "وفبلعه"
_ENDINGS = ("كم", "ها", "هم", "نا", "ني", "ه")
_LATIN_ARTICLES = ("el", "al", "il")
VERBS = frozenset(
    {
        "buy",
        "arrive",
        "cancel",
        "change",
        "deliver",
        "pay",
        "talk",
        "wrong",
        "open",
        "accept",
        "sell",
    }
    | {"lost", "erase", "fetch", "for-team", "entry", "ordered", "got"}
)
"""What the words of tables stand for that people inflect."""

TABLES = (
    *(GREETING_WORDS, SIDE_WORDS, SHOP_WORDS, ORDER_WORDS, ANSWER_WORDS),
    *(CARE_WORDS, WISH_WORDS),
)


@lru_cache(maxsize=2048)
def spelling(word: str) -> tuple[str, ...]:
    """The word as the vocabulary spells it, then without what may be joined to it."""
    plain = squeeze(core_of(fold(word.replace("چ", "ك").replace("ڤ", "ف"))))
    forms = [plain, *without_joined(plain)]
    return tuple(dict.fromkeys(forms))


def without_joined(word: str) -> Iterator[str]:
    """The word without what may be joined to it: و, لـ, ـكم, or an article in Latin letters.

    «بشتري», what the Gulf says for "I will buy", is اشتري without it.
    """
    if len(word) > 3 and word[0] in _PREFIXES:
        yield squeeze(core_of(word[1:]))
    if len(word) > 3 and word[0] == "ب":
        yield f"ا{word[1:]}"
    if len(word) > 4 and word.startswith(_LATIN_ARTICLES):
        yield word[2:]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            yield word.removesuffix(ending)


@lru_cache(maxsize=2048)
def nearest_known(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of a word; for one that no sentence has, the word that it is meant for, if any:
    that it is short, a slip or another form for, or that sounds like it."""
    word, among = forms[0], words_known()
    if word in TEXT_SPEAK:
        return spelling(TEXT_SPEAK[word])
    if any(form in among for form in forms):
        return forms
    alike = slip_of(word) or said_otherwise(word)
    return (alike,) if alike else forms


def slip_of(word: str) -> str | None:
    """The word that begins alike and differs by one letter; of short ones none."""
    if len(word) < LEAST_TO_SLIP:
        return None
    among = [each for each in words_known() if each[0] == word[0] and len(each) >= LEAST_TO_SLIP]
    near = process.extractOne(word, among, scorer=OSA.distance, score_cutoff=1)
    return None if near is None else near[0]


def said_otherwise(word: str) -> str | None:
    """The word of the vocabulary that this is a form of, or sounds like in Latin letters."""
    if word.isascii():
        heard = consonants(sound(word))
        return by_sound().get(heard) if len(heard) >= LEAST_HEARD else None
    return next((by_stem()[stem] for stem in stems_of(word) if stem in by_stem()), None)


@cache
def by_stem() -> dict[str, str]:
    """The verbs by their shortest stems."""
    verbs = (
        words[0]
        for words, kinds in vocabulary().items()
        if len(words) == 1 and kinds & VERBS and not words[0].isascii()
    )
    stems = ((list(stems_of(verb))[-1:], verb) for verb in sorted(verbs, key=len, reverse=True))
    return {stem[0]: verb for stem, verb in stems if stem}


@cache
def greetings_heard() -> dict[str, str]:
    """The greetings by what is heard of them, however they are written in Latin letters."""
    heard: dict[str, str] = {}
    for kind, rows in GREETING_WORDS.items():
        for written in entries(rows):
            key = consonants(sound(fold(bare(BETWEEN.sub("", written))).replace(" ", "")))
            if len(key) >= LEAST_HEARD:
                heard.setdefault(key, kind)
    return heard


def greeting_heard(words: list[str]) -> str | None:
    """The kind of the greeting that the Latin words sound like, though no table spells it so."""
    joined = "".join(words)
    if not joined.isascii() or all(word in words_known() for word in words):
        return None
    return greetings_heard().get(consonants(sound(joined)))


@cache
def by_sound() -> dict[str, str]:
    """The Arabic words by what is heard of them."""
    words = (word for word in sorted(words_known()) if not word.isascii() and not word.isdigit())
    return {consonants(sound(word)): word for word in words}


@cache
def words_known() -> frozenset[str]:
    """Every single word of the vocabulary."""
    return frozenset(word for words in vocabulary() for word in words)


def squeeze(word: str) -> str:
    """Each letter, but no digit, once where it is repeated: هلاااا as هلا, hellooo as helo."""
    return _AGAIN.sub(r"\1", word)


@cache
def vocabulary() -> dict[tuple[str, ...], frozenset[str]]:
    """What each known word, or words together, stands for."""
    table: dict[tuple[str, ...], set[str]] = {}
    for kind, rows in (*rows_of_words(), *place_rows()):
        for written in entries(rows):
            words = WORD.findall(bare(BETWEEN.sub("", written)))
            table.setdefault(tuple(spelling(word)[0] for word in words), set()).add(kind)
    return {words: frozenset(kinds) for words, kinds in table.items()}


def rows_of_words() -> Iterator[tuple[str, str]]:
    """Every table of words, by what they stand for."""
    for table in TABLES:
        yield from table.items()


def place_rows() -> Iterable[tuple[str, str]]:
    """The emirates and their towns."""
    return (("place", names) for table in (EMIRATE_NAMES, TOWNS) for names in table.values())


def entries(rows: str) -> list[str]:
    """The words of a table's rows, each by itself."""
    return [entry for row in rows.splitlines() for entry in row.split(" / ") if entry.strip()]
