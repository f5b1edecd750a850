"""Whether what is said of an order that is fetched at the hall speaks of a delivery anywhere.

It is looked for in the messages by their ids, in both languages at once, and in the words that
pictures are drawn with: so it does not matter in which language a test talks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from fluent.syntax import FluentSerializer

from handlers.dialog.speech import Phrase, Reply
from handlers.dialog.turns import Answer
from models.people.people import Language
from tests.handlers.talk import Talk
from tests.handlers.told import Told
from tests.support.words import messages

OF_DELIVERY = re.compile(
    r"(?i)deliver|courier|address|\bdoors?\b|\bwent out\b|\bgo out\b|\brun\b"
    r"|توصيل|مندوب|عنوان|الباب\b|رمز التسليم|رمز تسليم|جولة"
)
OF_THE_SHOP = frozenset(
    (
        # The names of pages, where what is fetched stands beside what is delivered.
        *("deliveries", "deliveries-title", "button-deliveries", "button-delivery-plan"),
        # Figures and lists of all orders, also of those that are delivered.
        *("state-out", "many-none", "picking-none"),
        # What the audit tells of the plan and of the team.
        *("changed-plan-closed", "role-courier"),
    )
)
"""The messages that speak of deliveries, rightly, on pages and in notices of any order."""
LANGUAGES: tuple[Language, ...] = ("ar", "en")


@cache
def speaks_of_delivery(phrase_id: str) -> bool:
    """Whether a message does so by its own words in any language."""
    texts = (FluentSerializer().serialize_entry(messages(lang)[phrase_id]) for lang in LANGUAGES)
    return any(OF_DELIVERY.search(text.partition("=")[2]) for text in texts)


def said_in(value: Any) -> Iterator[Phrase | str]:
    """The phrases of a reply, however deep, and the words of its pictures."""
    if isinstance(value, Phrase):
        yield value
        for arg in value.args.values():
            if isinstance(arg, msgspec.Struct):
                yield from said_in(arg)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from said_in(getattr(value, name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from said_in(each)
    elif isinstance(value, str):
        yield value


def untrue(reply: Reply) -> list[str]:
    """What of a reply speaks of a delivery: ids of messages, or words of a picture."""
    pictures = [card.picture for card in reply.cards]
    drawn = [each for each in said_in(pictures) if isinstance(each, str)]
    phrases = {each.id for each in said_in(reply) if isinstance(each, Phrase)}
    wrong = [each for each in sorted(phrases - OF_THE_SHOP) if speaks_of_delivery(each)]
    titles = {str(title) for title in drawn if OF_DELIVERY.search(title)} - PAGES
    return [*wrong, *sorted(titles)]


PAGES = frozenset(("deliveries", "الطلبات والتوصيل", "Orders and deliveries", "مواعيد التوصيل"))
"""The icon and the titles of pages on their pictures."""


class PickUpTalk(Talk):
    """One who talks of nothing but orders that are fetched, and reads of no delivery."""

    def _see(self, answer: Answer) -> None:
        super()._see(answer)
        assert untrue(answer.reply) == [], self.text


def with_true_words(talk: Talk) -> PickUpTalk:
    """The same person; from now on every answer is looked at."""
    return PickUpTalk(talk.turns, talk.channel, talk.external_id, talk.language)


def check_told(told: Told) -> Told:
    """What everybody was told, looked at."""
    assert [(name, wrong) for name, reply in told if (wrong := untrue(reply))] == []
    return told
