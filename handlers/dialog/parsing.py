"""Reads what people type: words, counts, phones. Anything doubtful is asked again."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from handlers.dialog.legible import is_unseen, legible, without_unseen
from models.kernel.folding import FOLDED, fold

_WEB = re.compile(
    r"://|\bwww\.|@\w|\w\.(?:com|net|org|ae|me|io|app|link|shop|info|co|sa)\b", re.IGNORECASE
)
_LOCAL = re.compile(r"0[1-9][0-9]*|5[0-9]{8}")
MOST_AROUND_A_PHONE = 200
LEAST_OF_A_PHONE, MOST_DIGITS = 8, 17


class NoPhone(StrEnum):
    """Why a number cannot be taken."""

    not_a_number = "not-a-number"
    wrong_abroad = "wrong-abroad"  # a country code, and a number that is none there
    not_reachable = "not-reachable"  # it rings at no person: 800…, short codes
    several = "several"  # more than one


def western(text: str) -> str:
    """The text without what is unseen, every decimal digit as 0-9, outer space taken off."""
    mapped = (
        letter if unicodedata.decimal(letter, None) is None else str(unicodedata.decimal(letter))
        for letter in without_unseen(text)
    )
    return "".join(mapped).strip()


def in_one_spelling(text: str) -> str:
    """What was typed as tables of words hold it: أ as ا, ة as ه, no marks or case, digits as 0-9.

    Signs stay: ² is no 2. Nothing but single spaces stands between the words.
    """
    apart = unicodedata.normalize("NFD", western(text).casefold())
    kept = "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
    return " ".join(kept.translate(FOLDED).split())


def as_typed(text: str) -> str:
    """A label or what was typed, to compare: no icons, marks or case, and digits as 0-9."""
    kept = (
        letter
        for letter in unicodedata.normalize("NFKC", western(text)).casefold()
        if letter.isalnum() or letter.isspace()
    )
    return " ".join("".join(kept).split())


def as_label(text: str) -> str:
    """A label or what was typed, in the one spelling of its letters: الغاء as إلغاء."""
    return fold(as_typed(text))


def read_words(text: str, *, lines: bool = False) -> str:
    """What was typed, composed (NFC), on one line unless `lines`; see `legible`.

    What is unseen would turn other people's screens around, make one name look like another, or be
    refused by the database. Of nothing but such marks nothing is left.
    """
    kept = legible(text)
    if not lines:
        return " ".join(kept.split())
    rows = (" ".join(row.split()) for row in kept.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()


def has_letters(text: str) -> bool:
    """Whether there is anything to read in it: a letter of any script, not signs alone."""
    return any(letter.isalpha() and not is_unseen(letter) for letter in text)


def has_figures(text: str) -> bool:
    """Whether a text has a digit of any script."""
    return any(letter.isdecimal() for letter in text)


def read_count(text: str, most: int = 1_000_000) -> int | None:
    """A whole number from 0 to `most`, in any digits; None for anything else."""
    figures = western(text)
    if not re.fullmatch(r"[0-9]{1,9}", figures) or int(figures) > most:
        return None
    return int(figures)


def read_phone(text: str) -> str | NoPhone:
    """A mobile or landline number as E.164, from any usual form; else why it is none.

    05x…, 5x…, 009715x… and +9715x… are read, in any digits; among words, where it is the only one,
    perhaps written twice. Of another country are those whose country code is written: +966…, 0044….
    """
    figures = western(text)
    if has_letters(figures) or sum(map(str.isdigit, figures)) > MOST_DIGITS:
        found = phones_in(figures)
        if len(found) > 1:
            return NoPhone.several
        figures = next(iter(found), "")
    return one_phone(figures)


def one_phone(figures: str) -> str | NoPhone:
    """The number that the figures are, as E.164; else why they are none."""
    import phonenumbers  # with the first number that is typed: no start needs it

    if not figures or len(figures) > 40:
        return NoPhone.not_a_number
    try:
        number = phonenumbers.parse(figures, "AE")
    except phonenumbers.NumberParseException:
        return NoPhone.not_a_number
    if not phonenumbers.is_valid_number(number) or number.extension:
        return NoPhone.not_a_number if number.country_code == 971 else NoPhone.wrong_abroad
    kinds = phonenumbers.PhoneNumberType
    rings = (kinds.MOBILE, kinds.FIXED_LINE, kinds.FIXED_LINE_OR_MOBILE)
    if phonenumbers.number_type(number) not in rings:
        return NoPhone.not_reachable
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def has_contact(text: str) -> bool:
    """Whether a phone number, an address of the web or of e-mail, or an @name stands in it."""
    import phonenumbers  # see `one_phone`

    figures = western(text)
    if _WEB.search(figures):
        return True
    return any(True for _ in phonenumbers.PhoneNumberMatcher(figures, "AE"))


def read_any_phone(text: str) -> str | None:
    """A phone of any country as E.164, from any usual form and in any digits; None for no phone.

    One without its country's code is read as one of the Emirates.
    """
    figures = western(text)
    if has_letters(figures) or not LEAST_OF_A_PHONE <= sum(map(str.isdigit, figures)) <= 15:
        return None
    import phonenumbers  # see `one_phone`

    try:
        number = phonenumbers.parse(figures, "AE")
    except phonenumbers.NumberParseException:
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def phones_in(text: str) -> list[str]:
    """The numbers among the words of a short text, each once and as it is written first."""
    import phonenumbers  # see `one_phone`

    if len(text) > MOST_AROUND_A_PHONE:
        return []
    found: dict[str, str] = {}
    for match in phonenumbers.PhoneNumberMatcher(text, "AE"):
        number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        found.setdefault(number, match.raw_string)
    return list(found.values())


def read_shared_phone(number: str) -> str | NoPhone:
    """A number that a platform shares, perhaps without its +, as E.164; else why it is none."""
    return one_phone("+" + western(number).lstrip("+"))


def read_card_phone(number: str) -> str | NoPhone:
    """A number of a contact card as E.164, where its country code may be left out; else why not.

    One that begins with neither 0 nor the 5 of a whole mobile is of another country, or cut off.
    """
    digits = "".join(filter(str.isdigit, western(number)))
    is_local = "+" not in number and _LOCAL.fullmatch(digits)
    return read_phone(number) if is_local else read_shared_phone(number)
