"""Notices: what is said about a fact, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from handlers.dialog.speech import Card, Choice, Phrase, Reply, reply
from models.bazaars.reminders import Subscribers
from models.kernel.facts import Fact
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.queries import OrderView


class Notice(msgspec.Struct, frozen=True):
    """A reply for these people, or for as many as have subscribed.

    `audience` tells apart what one person hears in two roles. From `until` (UTC) on those who
    have subscribed need not hear it any more. People may have notices of a `topic` bundled, or not
    at all; what is in none, such as an alarm about money, comes at once whatever they chose.
    """

    audience: str
    people: tuple[int, ...] | Subscribers
    reply: Reply
    until: datetime | None = None
    topic: str = ""


class Event(msgspec.Struct, frozen=True):
    """Something that happened, who did it, and the moment (UTC) at which it is told.

    `about` is its order, read once for all who hear of it; None for what is about no order. `terms`
    are those of the shop.
    """

    fact: Fact
    actor_id: int | None
    fact_id: int
    now: datetime
    about: OrderView | None = None
    terms: ShopTerms = DEFAULT_TERMS

    @property
    def due(self) -> Money:
        """What is to be paid for the order in coins."""
        return self.terms.in_cash(self.order.total)

    @property
    def order(self) -> OrderView:
        """The order that the fact is about."""
        assert self.about is not None, f"{self.fact} is about no order"
        return self.about


def message(text: Phrase, *choices: Choice) -> Reply:
    """A message with a button in each row, which stays to be read again."""
    return reply(Card(text=text, choices=tuple((choice,) for choice in choices), stays=True))


def to_family(family_id: int, members: Sequence[int], heard: Reply) -> Notice:
    """News of her sales for everyone who answers for that family.

    All of it is of one topic: what became of a sale is never told before the sale itself.
    """
    return Notice(f"family-{family_id}", tuple(members), heard, topic="sales")
