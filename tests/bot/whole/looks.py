"""How buttons must look on every screen: what takes away, and the row that counts pieces."""

from __future__ import annotations

import re
from itertools import groupby

from locales.languages import LANGUAGES
from models.people.people import Language
from tests.fake_botapi import ScreenButton
from tests.support.words import word

TAKES: dict[Language, re.Pattern[str]] = {
    "ar": re.compile(r"🗑|⛔|^(نعم، )?(حذف|سحب|محو|شطب|إخفاء|إفراغ|إيقاف .|إلغاء ال|إلغاء كل)"),
    "en": re.compile(
        "🗑|⛔|^(Yes, )?(remove|delete|erase|withdraw|empty|hide|take .+ (off|away|back)|cancel .)",
        re.IGNORECASE,
    ),
}
"""How the label of a button begins that takes something away, or holds a sign for it."""
DANGER = "danger"


def taking_faults(buttons: tuple[ScreenButton, ...], language: Language) -> list[str]:
    """The labels of those that take something away and do not look so."""
    takes = TAKES[language]
    return [
        button.label
        for button in buttons
        if takes.search(button.label.strip("\u200e\u200f")) and button.style != DANGER
    ]


def stepper_faults(buttons: tuple[ScreenButton, ...], language: Language) -> list[str]:
    """The rows that count pieces, in another order than less, how many, more, away with them."""
    faults = []
    for _, row in groupby(buttons, lambda button: button.row):
        labels = [button.label for button in row]
        labels = labels[::-1] if LANGUAGES[language].rtl else labels
        signs = [sign for sign in (sign_of(each, language) for each in labels) if sign]
        steps = "-" in signs or "+" in signs
        if steps and "".join(signs) not in ("-+", "-+x", "-x", "-", "+", "x+"):
            faults.append(" ".join(labels))
    return faults


def sign_of(shown: str, language: Language) -> str:
    """What a button of such a row does: -, +, x for taking all away; empty for any other."""
    bare = shown.strip("\u200e\u200f")
    for sign, whole, named in (
        ("-", "product-less", "change-fewer"),
        ("+", "product-more", "change-more"),
        ("x", "product-remove", "change-take-out"),
    ):
        if bare == word(whole, language) or bare.startswith(word(named, language, thing="")):
            return sign
    return ""
