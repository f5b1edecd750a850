"""The country of a phone from abroad, by its name in both languages."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from handlers.dialog.speech import Name
from locales.languages import LANGUAGES


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
