"""What an order held when it was placed, for who hears of that late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec
from sqlalchemy import Text, bindparam, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import table_of
from models.kernel.facts import FactRow, LinesChanged, OrderPlaced, decode_fact
from models.kernel.prepared import prepared
from models.orders.queries import OrderLineView, OrderView

facts = table_of(FactRow)
CHANGES = prepared(
    select(type_coerce(facts.c.body, Text))
    .where(facts.c.order_id == bindparam("order_id"))
    .where(type_coerce(facts.c.body, Text).like('{"fact":"order-lines-changed"%'))
)


async def lines_as_placed(
    session: AsyncSession, order: OrderView, placed: OrderPlaced
) -> list[OrderLineView]:
    """The lines as they were ordered, none of them struck.

    Told late, an order may hold other things by now; what was struck of it, went out or came in is
    the next thing that is heard, and would be counted twice.
    """
    if sum(line.quantity for line in order.lines) == placed.pieces:  # nothing came in
        return [msgspec.structs.replace(line, struck=False) for line in order.lines]
    bodies = await session.scalars(CHANGES, {"order_id": order.id})
    return without_what_came_in(order.lines, map(decode_fact, bodies))


def without_what_came_in(
    lines: Iterable[OrderLineView], changes: Iterable[object]
) -> list[OrderLineView]:
    """The lines, none of them struck, without the pieces that came in since.

    What came into a line and went out again is a struck line of the same kind.
    """
    came: Counter[int] = Counter()
    for change in changes:
        if isinstance(change, LinesChanged):
            came.update(dict(zip(change.added_ids, change.added_pieces, strict=True)))
    kind_of = {line.id: kind(line) for line in lines}
    held = {line.id: line.quantity for line in lines}
    for line_id, pieces in came.items():
        same = [other for other in kind_of if kind_of[other] == kind_of.get(line_id)]
        for at in sorted(same, key=lambda other: other != line_id):
            less = min(pieces, held[at])
            held[at] -= less
            pieces -= less
    return [
        msgspec.structs.replace(line, quantity=held[line.id], struck=False)
        for line in lines
        if held[line.id]
    ]


def kind(line: OrderLineView) -> tuple[object, ...]:
    """What pieces have in common that came into one line."""
    return line.option_id, line.price, line.wish, line.making_day
