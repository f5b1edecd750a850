"""The question for a delivery window: some at once, and the ways to the others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import FLOWS
from handlers.dialog.questions import AnswerOption, Asked, choice
from handlers.dialog.speech import Reply, What, say
from handlers.dialog.turn import Turn
from handlers.ui.order_lines import window_label
from models.orders.delivery_slots import WindowSlot

SHOWN_WINDOWS = 8
KNOWN_WINDOWS = 60
LATER, EARLIER = "later", "earlier"
PAGES = {LATER: SHOWN_WINDOWS, EARLIER: -SHOWN_WINDOWS}

Free = Callable[[Turn, Any], Awaitable[Sequence[WindowSlot]]]


def window_question(ask: Asked, free: Free, stamp: Callable[[WindowSlot], str]) -> Question[Any]:
    """The question which of the free windows; the answer is the window's stamp, in `slot`.

    `slots_from` of the state is the first of those that are shown.
    """

    async def shown_windows(turn: Turn, state: Any) -> Sequence[AnswerOption]:
        return some_windows(await free(turn, state), state.slots_from, stamp)

    asked = choice("slot", ask, shown_windows, per_row=1)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        taken = await asked.take(turn, state, said)
        if isinstance(taken, Reply) or taken.slot not in PAGES:
            return taken
        onward = max(0, state.slots_from + PAGES[taken.slot])
        paged = msgspec.structs.replace(state, slots_from=onward)
        turn.enter(paged)
        return await FLOWS[type(paged)].repeat(turn, paged)

    return replace(asked, take=take)


def some_windows(
    free: Sequence[WindowSlot], at: int, stamp: Callable[[WindowSlot], str]
) -> list[AnswerOption]:
    """Some of the windows from that one on, and the ways to the others."""
    first = at if at < len(free) else 0
    shown = free[first : first + SHOWN_WINDOWS]
    options = [(window_label(slot.day, slot.window), stamp(slot)) for slot in shown]
    if first + SHOWN_WINDOWS < len(free):
        options.append((say("checkout-later-times"), LATER))
    if first:
        options.append((say("checkout-earlier-times"), EARLIER))
    return options
