"""How a word sounds, in one alphabet for both scripts: for Arabizi, dialects and broken plurals."""

from __future__ import annotations

import re
from functools import lru_cache

ARABIC = str.maketrans(
    "ابپتثجچحخدذرزسشصضطظعغفڤقكلمنهويءىةگ",
    "abbtskkhxddrzs$sdtdakffkklmnhuiaiak",
)
# Two letters for one sound, and what stands for an Arabic letter in chats.
PAIRS = (
    ("3'", "k"),
    ("7'", "x"),
    ("sh", "$"),
    ("ch", "$"),
    ("kh", "x"),
    ("gh", "k"),
    ("th", "s"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
    ("oo", "u"),
    ("ou", "u"),
    ("ee", "i"),
    ("ea", "i"),
    ("ai", "i"),
    ("ei", "i"),
    ("aa", "a"),
)
LATIN = str.maketrans("23456789cgjqyweopv", "aaaxthkskkkkiuiubf")
TWICE = re.compile(r"(.)\1+")
FINAL_H = re.compile("(?<=..)a?h$")
VOWELS = re.compile("(?<=.)[aiu]")


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The word's sounds: consonants that are confused are one letter, long vowels are a, i, u."""
    if word.isascii():
        for pair, one in PAIRS:
            word = word.replace(pair, one)
        word = word.translate(LATIN)
    else:
        word = word.translate(ARABIC)
    return FINAL_H.sub("a", TWICE.sub(r"\1", word))


def consonants(heard: str) -> str:
    """What of the sounds stays in every form of a word: a vowel that it begins with may go too."""
    return TWICE.sub(r"\1", VOWELS.sub("", heard).removeprefix("a"))
