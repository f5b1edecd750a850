"""The row that changes how many pieces a cart holds: one order, on every screen that has it."""

from __future__ import annotations

from collections.abc import Callable

from handlers.dialog.actions import Action
from handlers.dialog.speech import Choice, Row, say


def stepper(held: int, most: int, holding: Callable[[int], Action], count: Choice) -> Row:
    """One less, how many, one more, and away with them: of `held` pieces, at `most` so many.

    `holding` is the action that lets the cart hold so many, `count` the button that says how many.
    No button slips under a finger that taps the one beside it: of one piece the less takes it away,
    and of the most there stands in the place of the more that it is so, which leads where the
    number does. Where nothing can be had any more, they can only be taken away.
    """
    remove = Choice(say("product-remove"), holding(0))
    if most <= 0:
        return (remove,)
    less = Choice(say("product-less"), holding(min(held - 1, most)))
    more = Choice(say("product-more"), holding(held + 1))
    return less, count, more if held < most else Choice(say("product-most"), count.action), remove
