"""A name that managers type once: in one language, or in both with a stroke between."""

from __future__ import annotations

from handlers.dialog.layout import cut

MOST_NAME = 60


def both_names(typed: str) -> tuple[str, str]:
    """The Arabic and the English name: what was typed, or what stands on either side of a stroke.

    What has a single name is called by it in both languages; so is what stands in one language on
    either side of the stroke, of which nobody would read the half.
    """
    parts = [cut(part, MOST_NAME) for part in typed.split("/") if part.strip()]
    if len(parts) == 2 and is_arabic(parts[0]) != is_arabic(parts[1]):
        ar, en = sorted(parts, key=lambda part: not is_arabic(part))
        return ar, en
    name = cut(typed, MOST_NAME)
    return (name, "") if is_arabic(name) else ("", name)


def is_arabic(text: str) -> bool:
    """Whether a text has Arabic letters."""
    return any("\u0600" <= letter <= "\u06ff" for letter in text)
