"""What is asked alike of a place at checkout and of an order: zone, address, where a pin lies."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.questions import AnswerOption, Applies, Pin, choice, place
from handlers.dialog.speech import Amount, Name, Phrase, Reply, Said, What, say
from handlers.dialog.turn import Turn
from handlers.dialog.understanding.reading import is_question
from models.kernel.emirate_of_pin import seems_in
from models.kernel.shop_terms import HALL
from models.orders.delivery_plan import DeliveryPlan, Target

MOST_AREA = 60
"""Letters of an area in words."""
REST = 0
"""The rest of an emirate, where some of its areas have terms of their own."""


class InEmirate(Protocol):
    """Answers in which an emirate is chosen."""

    @property
    def emirate(self) -> str | None: ...


class Pinned(InEmirate, Protocol):
    """Answers with the address too; `meant` is the emirate that a doubtful pin is in, once told."""

    @property
    def area(self) -> str | None: ...
    @property
    def where(self) -> Pin | str | None: ...
    @property
    def meant(self) -> str | None: ...


S = TypeVar("S", bound=Any)
Moves = Callable[[Turn, S], Awaitable[S]]


def emirate_option(plan: DeliveryPlan, emirate: str) -> AnswerOption:
    """An emirate with what the delivery there costs."""
    fee = Amount(plan.fee(Target(emirate)))
    return say("checkout-emirate", emirate=say(f"emirate-{emirate}"), fee=fee), emirate


def zone_choice(applies: Applies) -> Question[Any]:
    """Which of the areas with a fee or days of their own, or the rest; it stores the id's digits.

    It applies where the emirate has such areas.
    """
    return choice("zone", ask_zone, zones_here, per_row=1, applies=applies)


def ask_zone(state: InEmirate) -> Phrase:
    """The question for the area, in that emirate."""
    return say("checkout-ask-zone", emirate=say(f"emirate-{state.emirate}"))


async def zones_here(turn: Turn, state: InEmirate) -> Sequence[AnswerOption]:
    """The rest of the emirate and its zones, each with its fee."""
    plan, emirate = await turn.delivery_plan(), state.emirate or ""
    rest = say(
        "checkout-zone-rest",
        emirate=say(f"emirate-{emirate}"),
        fee=Amount(plan.fee(Target(emirate))),
    )
    zones = [
        (
            say("checkout-zone", zone=Name(one.name_ar, one.name_en), fee=Amount(one.fee)),
            str(one.id),
        )
        for one in plan.zones_in(emirate)
    ]
    return [(rest, str(REST)), *zones]


def where_question() -> Question[Any]:
    """The address in words, or a pin; another one is doubted anew."""
    asked = place("where", say("checkout-ask-where"), applies=needs_address)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        require_place(said)
        taken = await asked.take(turn, state, said)
        return taken if isinstance(taken, Reply) else msgspec.structs.replace(taken, meant=None)

    return replace(asked, take=take)


def require_place(said: What | Pick) -> None:
    """Raise Unclear for a question that somebody asks where a place is asked for."""
    if isinstance(said, Said) and is_question(said.text):
        raise Unclear(say("checkout-needs-place"))


def needs_address(state: Pinned) -> bool:
    """Whether an address is asked for: a pin without an area stands for both, the hall has one."""
    return state.emirate != HALL and not (state.area == "" and isinstance(state.where, Pin))


def emirate_of_pin(state: Pinned) -> str:
    """The emirate that the pin seems to lie in instead; empty where nothing is to be asked."""
    if not isinstance(state.where, Pin) or state.emirate is None:
        return ""
    return seems_in(state.where.latitude, state.where.longitude, state.emirate)


def is_pin_doubtful(state: Pinned) -> bool:
    """Whether the pin seems to lie in another emirate than was chosen."""
    return emirate_of_pin(state) != ""


def meant_question(to_emirate: Moves[Any]) -> Question[Any]:
    """Which emirate is right, where the pin seems to lie in another one than was chosen.

    `to_emirate` gives the answers with the one in `meant` as the emirate, whose fee and zones it
    is then.
    """

    async def both(turn: Turn, state: Pinned) -> Sequence[AnswerOption]:
        chosen, plan = state.emirate or "", await turn.delivery_plan()
        return [emirate_option(plan, one) for one in (emirate_of_pin(state) or chosen, chosen)]

    asked = choice("meant", ask_meant, both, per_row=1, applies=is_pin_doubtful)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        taken = await asked.take(turn, state, said)
        if isinstance(taken, Reply) or taken.meant == state.emirate:
            return taken
        return await to_emirate(turn, taken)

    return replace(asked, take=take)


def ask_meant(state: Pinned) -> Phrase:
    """The question which emirate is right."""
    return say(
        "change-ask-pin",
        pin=say(f"emirate-{emirate_of_pin(state) or state.emirate}"),
        chosen=say(f"emirate-{state.emirate}"),
    )
