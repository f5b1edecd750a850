"""Another address for an order: emirate, area, address or pin; the fee follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog import questions
from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.questions import AnswerOption, Pin, pin_of, words_of
from handlers.dialog.speech import Phrase, Reply, Said, SharedPlace, What, say
from handlers.dialog.turn import Turn
from handlers.ui.changing.sides import ChangeState, Side, shown_anew
from handlers.ui.changing.totals import sure_question
from handlers.ui.order_lines import place_words
from handlers.ui.place_questions import (
    MOST_AREA,
    REST,
    emirate_option,
    meant_question,
    where_question,
    zone_choice,
)
from handlers.ui.typed_place import TypedPlace, area_in, typed_place
from models.kernel.shop_terms import EMIRATES
from models.orders.change_kinds import Place
from models.orders.change_preview import Preview


class PlaceState(ChangeState, frozen=True, kw_only=True):
    """Another address of an order that goes to the emirate `goes_to` now.

    `zone` is the area of the emirate with terms of its own, asked for where there are `zones`.
    `meant` is the emirate that a doubtful pin is in; None as long as that is not answered.
    """

    goes_to: str
    emirate: str | None = None
    zone: str | None = None
    zones: bool = False
    area: str | None = None
    where: Pin | str | None = None
    meant: str | None = None
    sure: str | None = None


def place_flow(side: Side, kind: type[PlaceState]) -> Flow[Any]:
    """Asks where it is to go, shows what that costs, and does it."""

    async def finish(turn: Turn, state: PlaceState) -> Reply:
        async def anew() -> Reply:
            return await shown_anew(turn, flow, state)

        return await side.carry_out(turn, state, place_of(state), anew)

    flow: Flow[Any] = Flow(
        kind,
        (
            emirate_question(),
            zone_choice(lambda state: state.zones),
            replace(questions.place("area", say("checkout-ask-area")), take=take_area),
            where_question(),
            meant_question(to_emirate),
            sure_question(side, lambda state, _order: place_of(state), new_place),
        ),
        finish,
        allow=side.allow,
        left=side.leave,
    )
    return flow


def place_of(state: PlaceState) -> Place:
    """Where the order is to go."""
    emirate, where, area = state.emirate or "", state.where, state.area or ""
    zone = int(state.zone or REST)
    if isinstance(where, Pin):
        return Place("", where.latitude, where.longitude, emirate, area, zone)
    return Place(where or "", emirate=emirate, area=area, zone=zone)


def emirate_question() -> Question[Any]:
    """Which emirate, by a button, by its name or by a place in it; its zones are asked for next.

    A place that was typed answers for the area too.
    """
    asked = questions.choice("emirate", ask_emirate, emirates)

    async def take(turn: Turn, state: PlaceState, said: What | Pick) -> PlaceState | Reply:
        place = None
        try:
            taken = await asked.take(turn, state, said)
        except Unclear:
            plan = await turn.delivery_plan()
            place = typed_place(plan, said.text) if isinstance(said, Said) else None
            if place is None:
                raise
            taken = await asked.take(turn, state, Pick(turn.version, place.emirate))
        if isinstance(taken, Reply):
            return taken
        if taken.emirate != state.emirate:
            taken = msgspec.structs.replace(taken, area=None)
        taken = await with_zones(turn, taken)
        return taken if place is None else in_place(turn, taken, place)

    return replace(asked, take=take)


def in_place(turn: Turn, state: PlaceState, place: TypedPlace) -> PlaceState:
    """The state with the area that was typed: one of the plan, or in words as far as they fit."""
    area = area_in(place, turn.language)
    if area is None:
        return state
    zone = None if place.zone is None else str(place.zone.id)
    return msgspec.structs.replace(state, zone=zone, area=area)


async def with_zones(turn: Turn, state: PlaceState) -> PlaceState:
    """The state with its zone still to be asked for, where the emirate has any."""
    zones = (await turn.delivery_plan()).zones_in(state.emirate or "")
    return msgspec.structs.replace(state, zones=bool(zones), zone=None)


def ask_emirate(state: PlaceState) -> Phrase:
    """The question for the emirate."""
    return say(
        "change-ask-emirate",
        number=state.called,
        emirate=say(f"emirate-{state.goes_to}"),
    )


async def emirates(turn: Turn, state: PlaceState) -> Sequence[AnswerOption]:
    """The emirates, each with its delivery fee; first the one that the order goes to."""
    others = [emirate for emirate in EMIRATES if emirate != state.goes_to]
    plan = await turn.delivery_plan()
    return [emirate_option(plan, emirate) for emirate in (state.goes_to, *others)]


async def take_area(_turn: Turn, state: PlaceState, said: What | Pick) -> PlaceState:
    """The area in words; a pin shared instead answers for area and address at once."""
    if isinstance(said, SharedPlace):
        return msgspec.structs.replace(state, area="", where=pin_of(said), meant=None)
    return msgspec.structs.replace(state, area=words_of(said, MOST_AREA, figures=True))


async def to_emirate(turn: Turn, state: PlaceState) -> PlaceState:
    """The state in the emirate that the pin is in."""
    return await with_zones(turn, msgspec.structs.replace(state, emirate=state.meant))


def new_place(state: PlaceState, _shown: Preview) -> Phrase:
    """Where the order would go."""
    place = place_of(state)
    pinned = place.latitude is not None
    words = place_words(place.emirate, place.area, place.address, pinned=pinned)
    return say("change-place", number=state.called, place=words)
