"""What came back of an order in words: a line each, with what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.speech import Phrase, say
from handlers.ui.order_lines import order_line, stack, thing_words
from models.kernel.money import NOTHING
from models.orders.door import CameBack, Refused, disposition_of
from models.orders.queries import OrderLineView

LINES = 12


def came_back_words(lines: Sequence[OrderLineView], back: Sequence[CameBack], most: int) -> Phrase:
    """What came back of the lines; beyond `most` only how many more there are."""
    by_id = {line.id: line for line in lines}
    shown = [came_back_line(by_id[part.line_id], part) for part in back[:most]]
    if len(back) > most:
        shown.append(say("lines-more", count=len(back) - most))
    return stack(*shown)


def came_back_line(line: OrderLineView, part: CameBack) -> Phrase:
    """One line: what, how many, and whether it is looked at, spoiled or made for this order."""
    return say(
        "came-back-line",
        thing=thing_words(order_line(line)),
        count=str(part.quantity),
        what=say(f"came-back-{kind_of(line, part)}"),
    )


def refused_words(lines: Sequence[OrderLineView], refused: Sequence[Refused]) -> Phrase:
    """What is refused of an order, and what will become of it; many lines are cut short."""
    by_id = {line.id: line for line in lines}
    held = [part for part in refused if part.line_id in by_id]
    back = [
        CameBack(
            part.line_id,
            part.quantity,
            disposition_of(by_id[part.line_id], spoiled=part.spoiled),
            NOTHING,
        )
        for part in held
    ]
    return came_back_words(lines, back, LINES)


def kind_of(line: OrderLineView, part: CameBack) -> str:
    """What the words say of it: what is made to order was for this one customer."""
    return "made" if line.making_day is not None else part.disposition
