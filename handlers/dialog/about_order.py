"""Questions about one order: each of them names the order, whenever it is asked."""

from __future__ import annotations

from typing import Any

from handlers.dialog.speech import Arg, Exact, Phrase, say
from handlers.dialog.states import StateBase


class AboutOrder(StateBase, frozen=True, kw_only=True):
    """The base of what is asked about an order; `named_by` are the goods that it is called by."""

    order_id: int
    number: str
    named_by: Phrase | None = None

    @property
    def called(self) -> Phrase:
        """The order's name."""
        return full_name(self.number, self.named_by)

    @property
    def order(self) -> dict[str, Any]:
        """Which order it is, for another state about it."""
        return {"order_id": self.order_id, "number": self.number, "named_by": self.named_by}


def full_name(number: str, goods: Phrase | None) -> Phrase:
    """What an order is called: its number, as it is said on the telephone, and its goods.

    What was begun in an earlier version of the shop knows the number alone.
    """
    if goods is None:
        return say("answer", answer=Exact(number))
    return say("order-called", number=Exact(number), goods=goods)


def with_order(state: StateBase, text: Phrase) -> Phrase:
    """The question's text; the order it is about is said above it, unless the text names it."""
    if not isinstance(state, AboutOrder) or holds(text, state.called):
        return text
    heading = say("form-about", name=say("order-title", number=state.called))
    return say("two-paragraphs", first=heading, second=text)


def holds(said: Arg, part: Phrase) -> bool:
    """Whether a phrase is that one, or has it in it."""
    if not isinstance(said, Phrase):
        return False
    return said == part or any(holds(each, part) for each in said.args.values())
