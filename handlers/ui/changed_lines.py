"""What went out of an order and what came in, in words."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from handlers.dialog.speech import Phrase, say
from handlers.ui.order_lines import order_line, stack, thing_words
from models.kernel.facts import LinesChanged
from models.orders.queries import OrderLineView, OrderView

LINES = 20


def lines_out(order: OrderView, fact: LinesChanged) -> list[OrderLineView]:
    """The pieces that went out, as lines."""
    return [line for line in order.lines if line.id in fact.line_ids]


def lines_in(order: OrderView, fact: LinesChanged) -> list[OrderLineView]:
    """The pieces that came in, as lines: of each as many as came, whatever became of them since."""
    held = {line.id: line for line in order.lines}
    came = zip(fact.added_ids, fact.added_pieces, strict=True)
    return [
        msgspec.structs.replace(held[line_id], quantity=pieces, struck=False)
        for line_id, pieces in came
        if line_id in held
    ]


def changed_words(out: Sequence[OrderLineView], came: Sequence[OrderLineView]) -> Phrase:
    """What went out and what came in, a line each; of many only how many more there are."""
    words = [*(one_line("changed-out", line) for line in out)]
    words += [one_line("changed-in", line) for line in came]
    if len(words) > LINES:
        words = [*words[:LINES], say("lines-more", count=len(words) - LINES)]
    return stack(*words)


def one_line(phrase: str, line: OrderLineView) -> Phrase:
    """So many of a thing, with what is asked of its maker."""
    thing = say(phrase, thing=thing_words(order_line(line)), count=str(line.quantity))
    return say("line-wish", line=thing, wish=line.wish) if line.wish else thing
