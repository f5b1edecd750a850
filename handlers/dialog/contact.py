"""The centre's contact, as far as the settings name it."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.dialog.rendering import letters
from handlers.dialog.speech import Exact, Lines, Phrase, say
from models.kernel.shop_terms import ShopTerms

CAPTION = 1024
"""Letters that a text beneath a picture has in a chat."""


def with_contact(text: Phrase, terms: ShopTerms) -> Phrase:
    """The text, and beneath it the centre's phone and e-mail where the settings name them."""
    lines = tuple(contact_lines(terms))
    return beneath(text, lines) if lines else text


def with_some_contact(text: Phrase, terms: ShopTerms) -> Phrase:
    """A text beneath a picture with the centre's contact; what has no room there is left out."""
    shown: tuple[Phrase, ...] = ()
    for line in contact_lines(terms):
        if letters(beneath(text, (*shown, line))) <= CAPTION:
            shown = (*shown, line)
    return beneath(text, shown) if shown else text


def contact_lines(terms: ShopTerms) -> Iterator[Phrase]:
    """A line for each way to reach the centre."""
    if terms.contact_phone:
        yield say("contact-phone", phone=Exact(terms.contact_phone))
    if terms.contact_email:
        yield say("contact-email", email=Exact(terms.contact_email))


def beneath(text: Phrase, lines: tuple[Phrase, ...]) -> Phrase:
    """The text with those lines beneath it."""
    return say("two-paragraphs", first=text, second=Lines(lines))
