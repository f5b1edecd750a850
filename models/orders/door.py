"""What is refused at the door: pieces of an order that is out, or all of it.

What comes back lies in the courier's car, so none of it is on sale at once: it is to be looked at
at the desk, or lost, as what is spoiled and what was made for this one order is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.facts import OrderRefused, PartRefused, record
from models.kernel.money import Money
from models.kernel.refusals import LastLine, NotFound, WrongState
from models.kernel.shop_terms import ShopTerms
from models.orders.queries import OrderLineView, OrderView, order_for_staff
from models.orders.returns import (
    Disposition,
    Returned,
    book_losses,
    came_back,
    keep_returned,
    take_back,
)
from models.orders.shortages import Struck, lessen, take_out
from models.orders.transitions import lock_order, move

REFUSED, REFUSED_PART = "refused", "refused-part"
"""The reasons by which an order, and a struck line, tell that they were refused at the door."""


class Refused(msgspec.Struct, frozen=True):
    """So many pieces of a line that are refused; `spoiled` ones cannot be sold any more."""

    line_id: int
    quantity: int
    spoiled: bool = False


async def refuse_part(
    acting: Acting, order_id: int, refused: Sequence[Refused], terms: ShopTerms
) -> None:
    """Strike the refused pieces from an order at its handing over; so much less is to be paid.

    Refuses: NotFound (also for pieces that the order does not hold), WrongState, and LastLine where
    nothing would be left: then the whole order is refused. ValueError for no pieces at all.
    """
    if not refused:
        raise ValueError("nothing is refused")
    session = acting.session
    # Two who refuse the last two pieces at once must not both find another one left.
    state = await lock_order(session, order_id)
    order = await order_for_staff(session, order_id)
    if not order.at_handover:
        raise WrongState(state)
    check_held(order, [(part.line_id, part.quantity) for part in refused])
    if sum(part.quantity for part in refused) == order.pieces:
        raise LastLine
    parts = [await strike_part(acting, order_id, part) for part in refused]
    rows = await keep_returned(acting, order_id, parts, borne=terms.centre_bears_losses)
    record(acting, PartRefused(order_id, tuple(part.line.id for part in parts)))
    await session.flush()
    await take_back(acting, order, parts)
    await book_losses(acting, rows)


async def strike_part(acting: Acting, order_id: int, part: Refused) -> Returned:
    """Strike the pieces, which the order holds, as a line of their own."""
    order = await order_for_staff(acting.session, order_id)
    (line,) = [line for line in order.live_lines if line.id == part.line_id]
    struck = Struck(REFUSED_PART, acting.now)
    struck_id = await take_out(acting.session, order_id, line, part.quantity, struck)
    await lessen(acting.session, order, line.id, part.quantity)
    apart = msgspec.structs.replace(line, id=struck_id, quantity=part.quantity)
    return Returned(apart, part.quantity, disposition_of(line, spoiled=part.spoiled))


def check_held(order: OrderView, pieces: Iterable[tuple[int, int]]) -> None:
    """Whether the order's lines hold so many pieces, one at least. Refuses: NotFound."""
    left = {line.id: line.quantity for line in order.live_lines}
    for line_id, quantity in pieces:
        left[line_id] = left.get(line_id, 0) - quantity
        if quantity <= 0 or left[line_id] < 0:
            raise NotFound("pieces")


async def refuse_order(
    acting: Acting, order_id: int, spoiled: Mapping[int, int], terms: ShopTerms
) -> None:
    """out → returned: nothing is paid, and all goods come back; so many of a line are `spoiled`.

    What is fetched at the hall is refused where it is packed. The order keeps its place in the
    window: the way was gone. Refuses: NotFound (also for more
    spoiled pieces than a line has), WrongState.
    """
    # Nobody takes pieces out between looking at them and closing the order.
    await lock_order(acting.session, order_id)
    order = await order_for_staff(acting.session, order_id)
    check_held(order, spoiled.items())
    parts = [*whole_parts(order, spoiled)]
    await move(acting, order_id, OrderRefused(order_id, REFUSED), reason=REFUSED)
    rows = await keep_returned(acting, order_id, parts, borne=terms.centre_bears_losses)
    await take_back(acting, order, parts)
    await book_losses(acting, rows)


def whole_parts(order: OrderView, spoiled: Mapping[int, int]) -> Iterable[Returned]:
    """All that the order holds still, what is spoiled of a line apart."""
    for line in order.live_lines:
        bad = spoiled.get(line.id, 0)
        for pieces, is_spoiled in ((line.quantity - bad, False), (bad, True)):
            if pieces:
                yield Returned(line, pieces, disposition_of(line, spoiled=is_spoiled))


def disposition_of(line: OrderLineView, *, spoiled: bool) -> Disposition:
    """What becomes of a refused piece of the line."""
    lost = spoiled or line.making_day is not None
    return Disposition.unsellable if lost else Disposition.inspect


class CameBack(msgspec.Struct, frozen=True):
    """So many pieces of a line as they came back, and what the centre bears of them."""

    line_id: int
    quantity: int
    disposition: str
    borne: Money


async def came_back_of(
    session: AsyncSession, order_id: int, lines: Iterable[OrderLineView]
) -> list[CameBack]:
    """What came back of the order's lines, as it was then: whatever the desk found later."""
    rows = await came_back(session, order_id, lines)
    return [CameBack(row.line_id, row.quantity, row.disposition, row.borne) for row in rows]
