"""A phone in words: one from abroad is said with its country."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from handlers.dialog.speech import Exact, Name, Phrase, say
from locales.languages import LANGUAGES

HERE = "+971"


def phone_words(phone: str) -> Phrase:
    """The number (E.164), with the name of its country where that is not the Emirates."""
    country = None if phone.startswith(HERE) else country_of(phone)
    if country is None:
        return say("phone", phone=Exact(phone))
    return say("phone-abroad", phone=Exact(phone), country=country)


@lru_cache(maxsize=512)
def country_of(phone: str) -> Name | None:
    """The country of a number (E.164) in both languages; None for one that has none, or several."""
    import phonenumbers  # with the first number from abroad: no start needs it

    try:
        region = phonenumbers.region_code_for_number(phonenumbers.parse(phone))
    except phonenumbers.NumberParseException:
        return None
    names = [Locale.parse(LANGUAGES[code].locale).territories.get(region) for code in ("ar", "en")]
    ar, en = (str(name or "") for name in names)
    return Name(ar, en) if ar or en else None
