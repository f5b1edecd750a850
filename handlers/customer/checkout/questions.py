"""The questions between the cart and the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from handlers.customer.checkout.cart_at_hand import open_windows
from handlers.customer.checkout.state import CheckoutState, at_place, target_at
from handlers.customer.checkout.typed_window import take_wanted
from handlers.customer.checkout.zones import with_zones, without_zone, zone_question
from handlers.dialog import questions
from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.parsing_windows import time_wanted
from handlers.dialog.questions import AnswerOption, answer_words, pin_of, words_of
from handlers.dialog.speech import Card, Phrase, Reply, Said, SharedPlace, What, say
from handlers.dialog.turn import Turn
from handlers.dialog.understanding.reading import is_talk, meaning_of
from handlers.dialog.understanding.topics import Topic
from handlers.ui.closed_days import closed_days
from handlers.ui.order_lines import stack
from handlers.ui.pick_up import for_order
from handlers.ui.place_questions import (
    MOST_AREA,
    emirate_option,
    meant_question,
    needs_address,
    require_place,
    where_question,
)
from handlers.ui.typed_place import TypedPlace, area_in, typed_place
from handlers.ui.window_question import window_question
from handlers.ui.window_stamps import stamp_of
from models.kernel.calendar import dubai_day
from models.kernel.shop_terms import EMIRATES, HALL
from models.orders.delivery_plan import DeliveryPlan
from models.orders.delivery_slots import WindowSlot


def checkout_questions() -> list[Question[Any]]:
    """Name, phone, emirate, zone, area, address or pin, note; the time when another is wanted.

    Of a pin that seems to lie elsewhere it is asked which emirate is right.
    """
    return [
        name_question(),
        phone_question(),
        emirate_question(),
        zone_question(),
        area_question(),
        where_question(),
        meant_question(to_emirate),
        note_question(),
        slot_question(),
    ]


def name_question() -> Question[Any]:
    """The name; a greeting of several words is none, though a word of it may be: هلا, سلام."""
    asked = questions.text("name", say("checkout-ask-name"), most=60)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        if isinstance(said, Said) and is_talk(said.text):
            raise Unclear(say("checkout-needs-name"))
        return await asked.take(turn, state, said)

    return replace(asked, take=take)


def phone_question() -> Question[Any]:
    """The phone; no courier is named while it is open whether one comes."""
    asked = questions.phone("phone", say("checkout-ask-phone"))
    return with_hall(asked, say("checkout-ask-phone-or-hall"))


def with_hall(asked: Question[Any], words: Phrase) -> Question[Any]:
    """The question, in these words where orders can be fetched at the hall too."""

    async def ask(turn: Turn, state: CheckoutState) -> Card:
        card = await asked.ask(turn, state)
        offered = (await turn.delivery_plan()).pick_up.offered
        return msgspec.structs.replace(card, text=words) if offered else card

    return replace(asked, ask=ask)


def note_question() -> Question[Any]:
    """A note to whoever hands the order over; that there is one is none yet."""
    asked = questions.text("note", ask_note, most=200, optional=True, figures=True)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        meant = meaning_of(said.text) if isinstance(said, Said) else None
        if meant is not None and meant.topic is Topic.yes:
            raise Unclear(say("checkout-needs-note"))
        return await asked.take(turn, state, said)

    return replace(asked, take=take)


def ask_note(state: CheckoutState) -> Phrase:
    """The question for a note to whoever hands the order over."""
    return for_order(state, say("checkout-ask-note"))


def ask_slot(state: CheckoutState) -> Phrase:
    """The question for another window."""
    return for_order(state, say("checkout-ask-slot"))


def emirate_question() -> Question[Any]:
    """The emirate, by a button, by its name or by a place in it; or the hall instead.

    A place that was typed answers for the area too.
    """
    asked = questions.choice("emirate", say("checkout-ask-emirate"), emirates)
    asked = with_hall(asked, say("checkout-ask-emirate-or-hall"))

    async def take(turn: Turn, state: CheckoutState, said: What | Pick) -> CheckoutState | Reply:
        plan = await turn.delivery_plan()
        place = None
        try:
            taken = await asked.take(turn, state, said)
        except Unclear:
            place = typed_place(plan, said.text) if isinstance(said, Said) else None
            if place is None:
                raise
            taken = await asked.take(turn, state, Pick(turn.version, place.emirate))
        if isinstance(taken, Reply):
            return taken
        if taken.emirate != state.emirate:
            anew = msgspec.structs.replace(without_zone(taken), meant=None)
            taken = with_zones(plan, at_place(plan, anew, state.emirate))
        return taken if place is None else in_place(turn, plan, taken, place)

    return replace(asked, take=take)


def in_place(
    turn: Turn, plan: DeliveryPlan, state: CheckoutState, place: TypedPlace
) -> CheckoutState:
    """The answers with the area that was typed: one of the plan, or in words as far as they fit."""
    area = area_in(place, turn.language)
    if area is None:
        return state
    zone = None if place.zone is None else place.zone.id
    return with_zones(plan, msgspec.structs.replace(state, zone=zone, area=area))


async def emirates(turn: Turn, _state: CheckoutState) -> Sequence[AnswerOption]:
    """The emirates, each with its delivery fee; and the hall, where that is offered."""
    plan = await turn.delivery_plan()
    there = [emirate_option(plan, emirate) for emirate in EMIRATES]
    return [*there, (say("checkout-pick-up"), HALL)] if plan.pick_up.offered else there


def area_question() -> Question[Any]:
    """The area in words, or a pin that answers for the address too; a zone needs no further one."""
    asked = questions.place("area", say("checkout-ask-area"), applies=needs_area)
    return replace(asked, take=take_area, kept=kept_area)


async def take_area(_turn: Turn, state: CheckoutState, said: What | Pick) -> CheckoutState:
    """The area in words; a pin shared instead answers for area and address at once."""
    require_place(said)
    if isinstance(said, SharedPlace):
        return msgspec.structs.replace(state, area="", where=pin_of(said), meant=None)
    return msgspec.structs.replace(state, area=words_of(said, MOST_AREA, figures=True))


async def kept_area(_turn: Turn, state: CheckoutState) -> Phrase | None:
    """The area of the kept answers, or the pin that stands for it; None where neither is."""
    return answer_words(state.area if needs_address(state) else state.where)


def needs_area(state: CheckoutState) -> bool:
    """Whether an area is asked for: a zone is one, and at the hall nobody looks for any."""
    return not state.zone and state.emirate != HALL


async def to_emirate(turn: Turn, state: CheckoutState) -> CheckoutState:
    """The answers in the emirate that the pin is in; a zone's name was no area of it."""
    moved = msgspec.structs.replace(without_zone(state), emirate=state.meant)
    area = "" if moved.area is None else moved.area
    plan = await turn.delivery_plan()
    return with_zones(plan, msgspec.structs.replace(moved, area=area))


def slot_question() -> Question[Any]:
    """The question for another delivery window, for who asks; there is always the earliest.

    A day or a part of it can be typed too: it is taken where it has one window, and shown where it
    has several.
    """
    asked = window_question(ask_slot, free_for_cart, stamp_of)

    async def ask(turn: Turn, state: CheckoutState) -> Card:
        card, free = await asked.ask(turn, state), await free_for_cart(turn, state)
        notes = closed_days(await turn.delivery_plan(), turn.now, free, state)
        return msgspec.structs.replace(card, text=stack(card.text, *notes)) if notes else card

    async def take(turn: Turn, state: CheckoutState, said: What | Pick) -> CheckoutState | Reply:
        wanted = time_wanted(said.text, dubai_day(turn.now)) if isinstance(said, Said) else None
        if wanted is None:
            taken: CheckoutState | Reply = await asked.take(turn, state, said)
            return taken
        return await take_wanted(turn, state, await free_for_cart(turn, state), wanted)

    return replace(asked, ask=ask, take=take, open=lambda _state: False)


async def free_for_cart(turn: Turn, state: CheckoutState) -> Sequence[WindowSlot]:
    """The windows with room for what is in the cart."""
    return await open_windows(turn, target_at(state))
