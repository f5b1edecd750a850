"""What stands around the answer to a sentence: the greeting back, and the way to a search."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions.customer import SearchFor
from handlers.dialog.forms import both
from handlers.dialog.layout import cut
from handlers.dialog.speech import Choice, Phrase, Reply, say
from handlers.dialog.understanding.topics import Topic

SHOWN = 24


def greeting_back(greeting: Topic | None) -> Phrase:
    """The words that answer a greeting or thanks."""
    return say(f"talk-{Topic.hello if greeting is None else greeting}")


def with_greeting(answered: Reply, greeting: Topic | None) -> Reply:
    """The reply, with the greeting back above its first words."""
    return answered if greeting is None else with_words_first(answered, greeting_back(greeting))


def with_words_first(answered: Reply, words: Phrase) -> Reply:
    """The reply, with these words above its first ones."""
    if not answered.cards:
        return answered
    first, *others = answered.cards
    first = msgspec.structs.replace(first, text=both(words, first.text))
    return msgspec.structs.replace(answered, cards=(first, *others))


def with_search(answered: Reply, search: SearchFor) -> Reply:
    """The reply with a way to search for the words, where they were meant so."""
    *before, last = answered.cards
    words = cut(search.words, SHOWN)
    row = (Choice(say("talk-search-instead", words=words), search),)
    rows = (*last.choices[:-1], row, *last.choices[-1:])
    cards = (*before, msgspec.structs.replace(last, choices=rows))
    return msgspec.structs.replace(answered, cards=cards)
