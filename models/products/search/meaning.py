"""What words were meant for that no product is called by: other forms, keys, sounds, slips."""

from __future__ import annotations

import msgspec

from models.products.search.also_called import fold_all
from models.products.search.lexicon.audiences import AUDIENCE_WORDS
from models.products.search.lexicon.elsewhere import ELSEWHERE
from models.products.search.lexicon.keyboard import on_the_other
from models.products.search.typed import Sought, Words, looks_swapped, sought, typed_words, weigh
from models.products.search.vocabulary import Vocabulary

JOINED = "وفبلك"
SAID = (("ي", "ج"), ("ك", "ق"), ("ق", "ج"), ("ج", "ق"))
WHOSE = ("كم", "نا", "هم", "ها", "ي")
LEAST_OWNED = 3
LEAST_BESIDE = 2  # letters of a word that something is joined to
FOR_WHOM = frozenset[str]().union(*(fold_all(words) for words in AUDIENCE_WORDS.values()))


class Meant(msgspec.Struct, frozen=True):
    """The words that the catalogue knows, and whether they are others than those typed."""

    words: Words
    other: bool


def meant_by(text: str, typed: Words, known: Vocabulary) -> Meant:
    """What the text was meant for; its unknown words are left out.

    Where nothing is left but what any thing may be, only for whom it is still counts.
    """
    as_typed = [as_known(word, known) for word in typed]
    if (looks_swapped(text) or not all(as_typed)) and (swapped := on_other_keys(text, known)):
        return swapped
    found = [same or near(word, known) for word, same in zip(typed, as_typed, strict=True)]
    left = [word for word in found if word]
    if any(not word.light for word in typed) and all(word.light for word in left):
        left = [word for word in left if not FOR_WHOM.isdisjoint(word.forms)]
    return Meant(weigh(left), other=not all(as_typed))


def on_other_keys(text: str, known: Vocabulary) -> Meant | None:
    """What was meant on the other layout of the keyboard, where the catalogue knows all of it."""
    if any(is_elsewhere(word, known) for word in typed_words(text)):
        return None
    keys = typed_words(" ".join(on_the_other(part) for part in text.split()))
    words = [as_known(word, known) for word in keys]
    if looks_swapped(text):
        words = [same or near(word, known) for word, same in zip(keys, words, strict=True)]
    if not words or not all(words):
        return None
    return Meant(weigh([word for word in words if word]), other=True)


def as_known(word: Sought, known: Vocabulary) -> Sought | None:
    """The word in the forms that the catalogue knows, without what is joined to it."""
    if is_elsewhere(word, known):
        return None
    if whole := tuple(form for form in word.forms if known.has(form)):
        longer = word.begins and known.has_longer(word.word)
        forms = tuple(dict.fromkeys((word.word, *whole))) if longer else whole
        return Sought(forms, longer, word.light)
    if word.begins and known.begins(word.word):
        return word
    if word.word[0] in JOINED and len(word.word) > LEAST_BESIDE:
        bare = sought(word.word[1:], word.word[1:])
        whole = tuple(form for form in bare.forms if known.has(form))
        return Sought(whole, light=bare.light) if whole else None
    return None


def near(word: Sought, known: Vocabulary) -> Sought | None:
    """The words that this one was most likely meant for, if any; none of what is sold elsewhere."""
    if is_elsewhere(word, known):
        return None
    found = in_dialect(word, known) or with_owner(word, known) or tuple(known.nearest(word.word))
    return msgspec.structs.replace(word, forms=found, begins=False) if found else None


def is_elsewhere(word: Sought, known: Vocabulary) -> bool:
    """Whether the word is of an everyday thing, and no thing here is called so or mentions it."""
    is_here = known.has(word.word) or any(map(known.names_things, word.forms))
    return not is_here and not ELSEWHERE.isdisjoint(word.forms)


def with_owner(word: Sought, known: Vocabulary) -> tuple[str, ...]:
    """The known forms of a word without what says whose it is: قهوتنا as قهوة."""
    ending = next((each for each in WHOSE if word.word.endswith(each)), "")
    stem = word.word.removesuffix(ending)
    if not ending or len(stem) < LEAST_OWNED:
        return ()
    stems = (stem, stem[:-1] + "ه") if stem.endswith("ت") else (stem,)
    return tuple(form for each in stems for form in written_so(each) if known.has(form))


def in_dialect(word: Sought, known: Vocabulary) -> tuple[str, ...]:
    """The known forms of a word that is written as the Gulf says it: يلابية for جلابية."""
    found = (
        form
        for said, written in SAID
        for place, letter in enumerate(word.word)
        if letter == said
        for form in written_so(f"{word.word[:place]}{written}{word.word[place + 1 :]}")
    )
    return tuple(dict.fromkeys(form for form in found if known.has(form)))


def written_so(word: str) -> tuple[str, ...]:
    """A folded word in all of its forms."""
    return sought(word, word).forms
