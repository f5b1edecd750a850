"""The questions between the cart and the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from handlers.customer.checkout.cart_at_hand import open_windows
from handlers.customer.checkout.state import CheckoutState, stamp_of
from handlers.dialog import questions
from handlers.dialog.actions.asked import Pick
from handlers.dialog.forms import Question
from handlers.dialog.questions import AnswerOption, Pin, answer_words, fold_label, pin_of, words_of
from handlers.dialog.speech import Amount, Phrase, Reply, Said, SharedPlace, What, say
from handlers.dialog.turn import Turn
from handlers.ui.window_question import window_question
from models.kernel.shop_terms import EMIRATES
from models.orders.delivery_slots import WindowSlot

MOST_AREA = 60
EVERYDAY = {fold_label("الشارجة"): "sharjah", fold_label("ام القوين"): "umm-al-quwain"}


def checkout_questions() -> list[Question[Any]]:
    """Name, phone, emirate, area, address or pin, note, and the time when another is asked for."""
    return [
        questions.text("name", say("checkout-ask-name"), most=60),
        questions.phone("phone", say("checkout-ask-phone")),
        emirate_question(),
        replace(questions.place("area", say("checkout-ask-area")), take=take_area, kept=kept_area),
        questions.place("where", say("checkout-ask-where"), applies=needs_address),
        questions.text("note", say("checkout-ask-note"), most=200, optional=True, figures=True),
        slot_question(),
    ]


def emirate_question() -> Question[Any]:
    """The emirate, by a button or typed, in its everyday spelling too."""
    asked = questions.choice("emirate", say("checkout-ask-emirate"), emirates)

    async def take(turn: Turn, state: CheckoutState, said: What | Pick) -> CheckoutState | Reply:
        if isinstance(said, Said) and fold_label(said.text) in EVERYDAY:
            said = Pick(turn.version, EVERYDAY[fold_label(said.text)])
        return await asked.take(turn, state, said)

    return replace(asked, take=take)


async def emirates(turn: Turn, _state: CheckoutState) -> Sequence[AnswerOption]:
    """The emirates, each with its delivery fee."""
    return [(emirate_label(turn, emirate), emirate) for emirate in EMIRATES]


def emirate_label(turn: Turn, emirate: str) -> Phrase:
    """An emirate with what the delivery there costs."""
    fee = Amount(turn.terms.fee(emirate))
    return say("checkout-emirate", emirate=say(f"emirate-{emirate}"), fee=fee)


async def take_area(_turn: Turn, state: CheckoutState, said: What | Pick) -> CheckoutState:
    """The area in words; a pin shared instead answers for area and address at once."""
    if isinstance(said, SharedPlace):
        return msgspec.structs.replace(state, area="", where=pin_of(said))
    return msgspec.structs.replace(state, area=words_of(said, MOST_AREA, figures=True))


async def kept_area(_turn: Turn, state: CheckoutState) -> Phrase | None:
    """The area of the kept answers, or the pin that stands for it; None where neither is."""
    return answer_words(state.area if needs_address(state) else state.where)


def needs_address(state: CheckoutState) -> bool:
    """Whether an address is asked for: a pin without an area stands for both."""
    return not (state.area == "" and isinstance(state.where, Pin))


def slot_question() -> Question[Any]:
    """The question for another delivery window, for who asks; there is always the earliest."""
    asked = window_question(say("checkout-ask-slot"), free_for_cart, stamp_of)
    return replace(asked, open=lambda _state: False)


async def free_for_cart(turn: Turn, _state: CheckoutState) -> Sequence[WindowSlot]:
    """The windows with room for what is in the cart."""
    return await open_windows(turn)
