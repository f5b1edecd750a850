"""Reads what a sentence means from its words alone: all of them must be known, or it is a search.

A name of a product that holds a word such as كيف or شاي is so no question: its other words are
known to no rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.dialog.parsing_places import EMIRATE_NAMES, TOWNS
from handlers.dialog.understanding.answer_words import ANSWER_WORDS, NODS
from handlers.dialog.understanding.greeting_words import GREETING_WORDS
from handlers.dialog.understanding.order_words import ORDER_WORDS
from handlers.dialog.understanding.rules import GREETED, RULES, Rule
from handlers.dialog.understanding.shop_words import SHOP_WORDS
from handlers.dialog.understanding.side_words import SIDE_WORDS
from handlers.dialog.understanding.text_speak import TEXT_SPEAK
from handlers.dialog.understanding.topics import WORDS, Meant, Topic
from models.kernel.folding import bare, core_of, fold

MOST_LETTERS, MOST_WORDS, LONGEST = 200, 24, 6
MOST_STRANGE = 3
LEAST_TO_SLIP = 5
WORDS_TO_A_STRANGE_ONE = 3
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"['’‘`ʼ]")
_AGAIN = re.compile(r"([^0-9])\1+")
_MORE_THAN_ONE = re.compile(r"[0-9]{5}|[.!?؟\n]\s*\w")  # sentences, or a number beside one
_NUMBER = re.compile(r"[0-9]{6}")
_PREFIXES = "وفبلعه"
_ENDINGS = ("كم", "ها", "هم", "نا", "ني", "ه")
_LATIN_ARTICLES = ("el", "al", "il")
_TO = re.compile(r"(?<!\w)[لب](?=\w{3})")
_ASKED = re.compile("[?؟]")
_ASKS = frozenset({"polite", "please", "have", "how-much", "what", "where"})
_QUESTION_WORDS = frozenset({"how", "how-long", "how-much", "what", "when", "where"})
_LAST = (Topic.thanks, Topic.goodbye)


class Span(NamedTuple):
    """Words of a sentence that stand for something together; none of it where they are unknown."""

    kinds: frozenset[str]
    start: int
    end: int


class Sentence(NamedTuple):
    """A text without marks, its words, and what they stand for."""

    shown: str
    found: list[re.Match[str]]
    spans: list[Span]

    def words(self, spans: list[Span]) -> str:
        """The words of those spans."""
        places = (at for span in spans for at in range(span.start, span.end))
        return " ".join(self.found[at][0] for at in places)


def meaning_of(text: str) -> Meant | None:
    """What the text means as a whole; None where it is words to search for.

    Where it begins with a greeting and goes on with words to search for, those are its `rest`.
    """
    if len(text) > MOST_LETTERS:
        return None
    shown = bare(_BETWEEN.sub("", text))
    found = list(_WORD.finditer(shown))
    if not found:
        return Meant(Topic.yes) if set(shown) & NODS else None
    if len(found) > MOST_WORDS:
        return None
    words = [spelling(word[0]) for word in found]
    meant = meaning_in(Sentence(shown, found, list(spans_of(words))))
    if meant is not None:
        is_whole = len(words) > 1 or meant.strange or words[0][0] in words_known()
        return meant if is_whole else msgspec.structs.replace(meant, strange=found[0][0])
    put_right = [nearest_known(forms) for forms in words]
    if len(words) == 1 or put_right == words:
        return None
    slips = [at for at, forms in enumerate(words) if put_right[at] != forms]
    meant = meaning_in(Sentence(shown, found, list(spans_of(put_right))))
    if meant is None or meant.topic in WORDS or meant.rest:
        return None
    mistyped = " ".join(found[at][0] for at in slips)
    return msgspec.structs.replace(meant, strange=f"{meant.strange} {mistyped}".strip())


def meaning_in(sentence: Sentence) -> Meant | None:
    """What a sentence of these words means as a whole."""
    asked = [span for span in sentence.spans if not span.kinds & GREETED]
    greeting, meaning = greeting_in(sentence.spans), topic_of(asked)
    if meaning is None and greeting is None and not _MORE_THAN_ONE.search(sentence.shown):
        meaning = topic_of(asked, more=len(sentence.found) // WORDS_TO_A_STRANGE_ONE)
    if meaning is not None:
        topic, strange = meaning
        if topic is Topic.team and greeting in _LAST and not any("talk" in s.kinds for s in asked):
            return Meant(None, greeting)  # who thanks the team does not ask for it
        if topic is Topic.yes and any("goodbye" in span.kinds for span in sentence.spans):
            return Meant(None, Topic.goodbye)  # «ok bye» takes leave: nothing is ordered by it
        begins = greeting not in (None, Topic.thanks) and sentence.spans[0].kinds & GREETED
        if topic in WORDS and (begins or _ASKED.search(sentence.shown)):
            return None  # «ok?» is no yes, and who says hello has not read the question
        return Meant(topic, greeting, strange=sentence.words(strange))
    if greeting is None:
        return None
    return greeting_alone(sentence, greeting, [span for span in asked if says_something(span)])


def greeting_alone(sentence: Sentence, greeting: Topic, others: list[Span]) -> Meant | None:
    """What a greeting means with `others` beside it that are about nothing that is known."""
    if not others:
        return Meant(None, greeting)
    if not sentence.spans[0].kinds & GREETED:
        return None
    if greeting not in _LAST and (rest := rest_of(sentence)):
        return Meant(None, greeting, rest)
    few = sum(span.end - span.start for span in others) <= MOST_STRANGE
    return Meant(None, greeting, strange=sentence.words(others)) if few else None


def is_talk(text: str) -> bool:
    """Whether a text of several words is a greeting or a question, and so no name."""
    if " " not in text.strip():
        return False
    meant = meaning_of(text)
    return meant is not None and meant.topic not in WORDS and not meant.strange


def is_question(text: str) -> bool:
    """Whether a text of several words is talk that asks, by its sign or its first word.

    A place may be told in words that are talk too: by the market, at the centre.
    """
    if not is_talk(text):
        return False
    first = next(spans_of([spelling(word) for word in _WORD.findall(bare(text))]))
    return _ASKED.search(text) is not None or not first.kinds.isdisjoint(_QUESTION_WORDS)


def words_apart(text: str) -> str:
    """The text without the letters that Arabic joins to a word for to and in: لدبي as دبي."""
    return _TO.sub("", text)


def greeting_in(spans: list[Span]) -> Topic | None:
    """The greeting or thanks that the sentence holds; of several the first."""
    held = (Topic(kind) for span in spans for kind in sorted(span.kinds & GREETED))
    return next(held, None)


def says_something(span: Span) -> bool:
    """Whether words mean more than politeness."""
    return span.kinds.isdisjoint(("polite", "please"))


def rest_of(sentence: Sentence) -> str:
    """What follows the greeting that a text begins with, and is a sentence by itself; else nothing.

    It begins behind a sign, or as people ask: a good morning mug is no greeting.
    """
    shown, found, spans = sentence
    parts = list(takewhile(lambda span: span.kinds & GREETED, spans))
    at, after = parts[-1].end, spans[len(parts)]
    between = shown[found[at - 1].end() : found[at].start()]
    begins_anew = between.strip() or "\n" in between
    if begins_anew or after.kinds & _ASKS:
        return shown[found[at].start() :].strip()
    return ""


def topic_of(asked: list[Span], *, more: int = 0) -> tuple[Topic, list[Span]] | None:
    """What the spans are about, by the first rule that fits them all, and what it does not know.

    What is asked, but no word to a question, may hold so many `more` words that a rule does not
    know.
    """
    held: frozenset[str] = frozenset().union(*(span.kinds for span in asked))
    for rule in RULES:
        may_be = more if rule.topic not in WORDS else 0
        strange = strange_to(rule, asked, held, may_be)
        if strange is not None:
            return rule.topic, strange
    return None


def strange_to(rule: Rule, asked: list[Span], held: frozenset[str], more: int) -> list[Span] | None:
    """What a rule does not know of the spans; None where it is too much, or not what it needs.

    `held` is all that the spans stand for; `more` words may be strange than the rule lets be.
    """
    for need in rule.needs:
        if need <= held:
            known = need | rule.may
            strange = [span for span in asked if span.kinds.isdisjoint(known)]
            if sum(span.end - span.start for span in strange) <= rule.unknown + more:
                return strange
    return None


def spans_of(words: list[tuple[str, ...]]) -> Iterator[Span]:
    """The words in spans, from the first on the longest that is known."""
    at = 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            kinds = kinds_of(words[at : at + size])
            if kinds or size == 1:
                yield Span(kinds, at, at + size)
                at += size
                break


def kinds_of(words: list[tuple[str, ...]]) -> frozenset[str]:
    """What these words stand for together, in any of their spellings."""
    if len(words) == 1 and _NUMBER.fullmatch(words[0][0]):
        return frozenset({"number"})
    table = vocabulary()
    for spelled in spellings(words):
        if kinds := table.get(spelled):
            return kinds
    return frozenset()


def spellings(words: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The words in their spellings; of several words only the first one in another than its own."""
    others = tuple(forms[0] for forms in words[1:])
    return ((form, *others) for form in words[0])


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
    """The forms of a word; for one that no sentence has, the word that it is short or a slip for.

    A slip begins alike and is one letter; short words have none.
    """
    word, among = forms[0], words_known()
    if word in TEXT_SPEAK:
        return spelling(TEXT_SPEAK[word])
    if len(word) < LEAST_TO_SLIP or any(form in among for form in forms):
        return forms
    near = process.extractOne(
        word,
        [each for each in among if each[0] == word[0] and len(each) >= LEAST_TO_SLIP],
        scorer=OSA.distance,
        score_cutoff=1,
    )
    return forms if near is None else (near[0],)


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
            words = _WORD.findall(bare(_BETWEEN.sub("", written)))
            table.setdefault(tuple(spelling(word)[0] for word in words), set()).add(kind)
    return {words: frozenset(kinds) for words, kinds in table.items()}


def rows_of_words() -> Iterator[tuple[str, str]]:
    """Every table of words, by what they stand for."""
    for table in (GREETING_WORDS, SIDE_WORDS, SHOP_WORDS, ORDER_WORDS, ANSWER_WORDS):
        yield from table.items()


def place_rows() -> Iterable[tuple[str, str]]:
    """The emirates and their towns."""
    return (("place", names) for table in (EMIRATE_NAMES, TOWNS) for names in table.values())


def entries(rows: str) -> list[str]:
    """The words of a table's rows, each by itself."""
    return [entry for row in rows.splitlines() for entry in row.split(" / ") if entry.strip()]
