"""The cards about a wish for a maker: the question, and what became of it."""

from __future__ import annotations

from typing import Protocol

from handlers.dialog.actions.customer import StartCheckout
from handlers.dialog.layout import CART, HOME, cut
from handlers.dialog.speech import Card, Choice, Name, Phrase, say

NAME, OPTION = 60, 24


class Asked(Protocol):
    """What the question says."""

    @property
    def name(self) -> Name: ...

    @property
    def label(self) -> Name: ...

    @property
    def example(self) -> Name: ...

    @property
    def most(self) -> int: ...

    @property
    def was(self) -> str: ...


def wish_question(asked: Asked) -> Phrase:
    """The question for a wish, with an example, and what it was; it says who will read it."""
    thing = say("thing", name=shorter(asked.name, NAME))
    if asked.label.ar or asked.label.en:
        option = shorter(asked.label, OPTION)
        thing = say("thing-option", name=shorter(asked.name, NAME), option=option)
    example, most = example_words(asked.example), str(asked.most)
    if asked.was:
        return say("wish-ask-again", thing=thing, was=asked.was, example=example, most=most)
    return say("wish-ask", thing=thing, example=example, most=most)


def example_words(example: Name) -> Phrase:
    """The example that staff gave, if they gave one."""
    if not (example.ar or example.en):
        return say("wish-no-example")
    return say("wish-example", example=example)


def shorter(name: Name, most: int) -> Name:
    """The name, cut in both languages."""
    return Name(cut(name.ar, most), cut(name.en, most))


def kept_card(wish: str) -> Card:
    """The wish is kept; the ways on."""
    checkout = Choice(say("cart-checkout"), StartCheckout())
    return Card(text=say("wish-kept", wish=wish), choices=((CART, checkout), (HOME,)))


def left_card(was: str) -> Card:
    """No wish was written now; the ways on."""
    text = say("wish-left", wish=was) if was else say("wish-left-none")
    checkout = Choice(say("cart-checkout"), StartCheckout())
    return Card(text=text, choices=((CART, checkout), (HOME,)))
