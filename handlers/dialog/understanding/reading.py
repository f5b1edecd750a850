"""Reads what a sentence means from its words alone: all of them must be known, or it is a search.

A name of a product that holds a word such as كيف or شاي is so no question: its other words are
known to no rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

import msgspec

from handlers.dialog.understanding.answer_words import NODS
from handlers.dialog.understanding.rules import GREETED, RULES, SAID, SOUGHT, THINGS, Rule
from handlers.dialog.understanding.set_phrases import kind_of_pattern
from handlers.dialog.understanding.topics import WORDS, Meant, Topic
from handlers.dialog.understanding.vocabulary import (
    BETWEEN,
    WORD,
    greeting_heard,
    nearest_known,
    spelling,
    vocabulary,
    words_known,
)
from models.kernel.folding import bare

MOST_LETTERS, MOSTWORDS, LONGEST = 200, 24, 6
MOST_STRANGE = 3
LEAST_SAID = 3
WORDS_TO_A_STRANGE_ONE = 3
_MORE_THAN_ONE = re.compile(r"[0-9]{5}|[.!?؟\n]\s*\w")  # sentences, or a number beside one
_LONG_NUMBER = re.compile(r"[0-9]{5}")
_NUMBER = re.compile(r"[0-9]{6}")
_TO = re.compile(r"(?<!\w)[لب](?=\w{3})")
_ASKED = re.compile("[?؟]")
_ASKS = frozenset({"ask", "may", "want", "have", "how-much", "what", "where"})
_QUESTIONWORDS = frozenset({"how", "how-long", "how-much", "what", "when", "where"})
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
    shown = bare(BETWEEN.sub("", text))
    found = list(WORD.finditer(shown))
    if not found:
        return Meant(Topic.yes) if set(shown) & NODS else None
    if len(found) > MOSTWORDS:
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
        told = topic in (Topic.team, Topic.help) and not any("talk" in s.kinds for s in asked)
        if told and greeting in _LAST:
            return Meant(None, greeting)  # who thanks the team, or for help, does not ask for it
        if topic is Topic.sorry:
            return Meant(None, greeting or topic)
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
    first = next(spans_of([spelling(word) for word in WORD.findall(bare(text))]))
    return _ASKED.search(text) is not None or not first.kinds.isdisjoint(_QUESTIONWORDS)


def words_beside(text: str) -> str | None:
    """Of a text that people say rather than look for, the words that may name a thing.

    None where it is no sentence: a few words, mostly strange ones, or none that asks or tells.
    """
    found = list(WORD.finditer(bare(BETWEEN.sub("", text))))
    if not LEAST_SAID <= len(found) <= MOSTWORDS or _LONG_NUMBER.search(bare(text)):
        return None
    spans = list(spans_of([spelling(word[0]) for word in found]))
    if all(span.kinds.isdisjoint(SAID) for span in spans):
        return None
    held = frozenset().union(*(span.kinds for span in spans))
    if "past" in held and held.isdisjoint(SOUGHT):
        return ""
    things = [span for span in spans if not span.kinds or span.kinds & THINGS]
    if sum(span.end - span.start for span in things) * 2 > len(found):
        return None
    return Sentence("", found, spans).words(things)


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
    if begins_anew or (after.kinds & _ASKS and "vocative" not in after.kinds):
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
            return rule.topic, [] if rule.sure else strange
    return None


def strange_to(rule: Rule, asked: list[Span], held: frozenset[str], more: int) -> list[Span] | None:
    """What a rule does not know of the spans; None where it is too much, or not what it needs.

    `held` is all that the spans stand for; `more` words may be strange than the rule lets be.
    """
    if held & rule.never:
        return None
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
    plain = [forms[0] for forms in words]
    kind = kind_of_pattern(plain) or greeting_heard(plain)
    return frozenset() if kind is None else frozenset({kind})


def spellings(words: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The words in their spellings; of several words only the first one in another than its own."""
    others = tuple(forms[0] for forms in words[1:])
    return ((form, *others) for form in words[0])
