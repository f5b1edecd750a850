"""What a sentence can be about, and what was read out of one."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Topic(StrEnum):
    """What a person means: a word to a question, a greeting, or what people ask a shop."""

    yes = "yes"
    no = "no"
    later = "later"
    back = "back"
    leave = "leave"

    salam = "salam"
    morning = "morning"
    evening = "evening"
    festive = "festive"
    hello = "hello"
    thanks = "thanks"
    goodbye = "goodbye"

    delivery = "delivery"
    bazaar = "bazaar"
    ordering = "ordering"
    paying = "paying"
    where_order = "where-order"
    cancel_order = "cancel-order"
    change_order = "change-order"
    problem = "problem"
    team = "team"
    language = "language"
    quality = "quality"
    goods = "goods"
    help = "help"
    receipt = "receipt"
    praise = "praise"
    sorry = "sorry"
    minimum = "minimum"
    pick_up = "pick-up"
    enquiry = "enquiry"
    privacy = "privacy"
    settings = "settings"
    cart = "cart"
    favourites = "favourites"


GREETINGS = (
    *(Topic.salam, Topic.morning, Topic.evening, Topic.festive),
    *(Topic.hello, Topic.thanks, Topic.goodbye),
)
WORDS = (Topic.yes, Topic.no, Topic.later, Topic.back, Topic.leave)
"""What answers a question, and means nothing where none waits."""


class Meant(msgspec.Struct, frozen=True):
    """What a whole sentence means: the topic, and the greeting that it came with, if any.

    Where nothing but the greeting was understood the topic is None, and `rest` is what is left.
    `strange` are words that say nothing known: where something is sold by them, it is a search.
    """

    topic: Topic | None
    greeting: Topic | None = None
    rest: str = ""
    strange: str = ""
