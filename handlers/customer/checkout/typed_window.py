"""The delivery window that is typed: a day, a part of a day or an hour."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from handlers.customer.checkout.state import CheckoutState
from handlers.dialog.form_parts import SayBack, Unclear
from handlers.dialog.forms import FLOWS
from handlers.dialog.parsing_windows import Hours, Wanted, begins_in, fits
from handlers.dialog.speech import Day, Reply, say
from handlers.dialog.turn import Turn
from handlers.ui.closed_days import why_not
from handlers.ui.window_stamps import stamp_of
from models.orders.delivery_slots import WindowSlot


async def take_wanted(
    turn: Turn, state: CheckoutState, free: Sequence[WindowSlot], wanted: Wanted
) -> CheckoutState | Reply:
    """The one window that was asked for, or the choice from the first of them on.

    Raises Unclear where that day has none, and says why; a day in doubt is said back (SayBack).
    """
    found = list(range(len(free)))
    if wanted.day is not None:
        day = wanted.day.value
        found = [at for at in found if free[at].day == day]
        if not found:
            raise Unclear(why_not(await turn.delivery_plan(), day, state))
        if not wanted.day.sure:
            raise SayBack(f"{day.isoformat()} {wanted.at}".strip(), say("day", day=Day(day)))
    fitting = fitting_windows(free, found, wanted.hours) if wanted.hours else found
    shown = fitting or found
    if not shown:
        raise Unclear(say("question-choose"))
    if len(fitting) == 1:
        return msgspec.structs.replace(state, slot=stamp_of(free[fitting[0]]))
    choosing = msgspec.structs.replace(state, slots_from=shown[0])
    turn.enter(choosing)
    return await FLOWS[CheckoutState].repeat(turn, choosing)


def fitting_windows(free: Sequence[WindowSlot], among: list[int], hours: Hours) -> list[int]:
    """Those of the windows that fit the hours; those that begin in them, where any do."""
    found = [at for at in among if fits(free[at].window, hours)]
    begins = [at for at in found if begins_in(free[at].window, hours)]
    return begins or found
