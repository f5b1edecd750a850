"""The centre's contact, as far as the settings name it."""

from __future__ import annotations

from handlers.dialog.speech import Exact, Lines, Phrase, say
from models.kernel.shop_terms import ShopTerms


def with_contact(text: Phrase, terms: ShopTerms) -> Phrase:
    """The text, and beneath it the centre's phone and e-mail where the settings name them."""
    lines = []
    if terms.contact_phone:
        lines.append(say("contact-phone", phone=Exact(terms.contact_phone)))
    if terms.contact_email:
        lines.append(say("contact-email", email=Exact(terms.contact_email)))
    return say("two-paragraphs", first=text, second=Lines(tuple(lines))) if lines else text
