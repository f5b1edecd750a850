"""A till is counted: nothing is sold at it any more, and its cash waits to be handed over.

Whoever counts, withdraws, closes or takes over holds the till's row first, then what waits of it,
and then the balances; so does a sale.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import update

from models.accounting.cash_handovers import (
    Amounts,
    FromTill,
    Handover,
    HandoverState,
    book_handover,
    end,
    handover,
    name_amount,
    require_other_side,
)
from models.accounting.ledger import CASH, till_account
from models.hall.refusals import NoOpenTill, TillIsOpen, TillMoved
from models.hall.till_tables import Till, TillState
from models.hall.tills import TillView, add_till, cash_in, counted_sum, till
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import TillClosed, TillCounted, TillCountWithdrawn, record
from models.kernel.money import Money
from models.kernel.refusals import HandoverOver, HandoverWaits, NotAllowed, NotFound


class TillCount(msgspec.Struct, frozen=True):
    """How many of each note and coin lie in a till, beside what was shown as `expected` there.

    `reason` is why they come to another amount. `to_id` is the seller who takes the cash over;
    `answers` what waited before and is answered with this count, 0 where nothing did.
    """

    pieces: Mapping[Money, int]
    expected: Money
    reason: str = ""
    to_id: int | None = None
    answers: int = 0


async def count_till(acting: Acting, till_id: int, count: TillCount) -> int:
    """Count the till; out comes the id of the handing over that waits now.

    Whether the actor may count it is the caller's to ask: it is hers, or she settles cash. Refuses:
    NoOpenTill, HandoverWaits where it is counted, HandoverOver where what this answers waits no
    more, TillMoved where another amount was shown than should be in it, ReasonNeeded. ValueError
    for a note that there is not.
    """
    counted = counted_sum(count.pieces)
    pieces = {str(piece.fils): many for piece, many in count.pieces.items() if many}
    held = await move_till(
        acting,
        till_id,
        TillState.counted if count.answers else TillState.open,
        state=TillState.counted.value,
        counted=msgspec.json.encode(pieces, order="sorted").decode(),
        counted_at=acting.now,
    )
    if held is None:
        raise await not_to_be_counted(acting, till_id, count)
    expected = await cash_in(acting.session, till_id)
    if expected != count.expected:
        raise TillMoved(expected)
    amounts = Amounts(expected, counted, count.reason)
    instead = count.answers or None
    of = FromTill(till_id, count.to_id)
    made = await name_amount(acting, held.person_id, amounts, of=of, instead_of=instead)
    told = (till_id, held.person_id, held.bazaar_id, made, expected, counted, count.reason)
    record(acting, TillCounted(*told, count.to_id))
    return made


async def move_till(acting: Acting, till_id: int, was: TillState, **values: Any) -> TillView | None:
    """Change a till that stands so, and hold it; None where it stands otherwise by now."""
    moved = await acting.session.execute(
        update(Till)
        .where(Till.id == till_id, Till.state == was.value)
        .values(values)
        .returning(Till.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    return None if moved.first() is None else await till(acting.session, till_id)


async def not_to_be_counted(
    acting: Acting, till_id: int, count: TillCount
) -> HandoverOver | HandoverWaits | NoOpenTill:
    """Why the till cannot be counted as it stands. Refuses: NotFound."""
    seen = await till(acting.session, till_id)
    if count.answers:
        return HandoverOver()
    return HandoverWaits() if seen.state == TillState.counted else NoOpenTill()


async def close_till(acting: Acting, handover_id: int, *, alone: bool = False) -> None:
    """Agree to the count: the cash goes to the centre's till, once, and the till is closed.

    Whether the actor may do it for the centre is the caller's to ask; `alone` where there is nobody
    on the other side. Refuses: NotFound, HandoverOver, NotAllowed to the side that counted, and
    where a seller takes the cash over.
    """
    seen, till_id = await of_till(acting, handover_id)
    require_other_side(acting, seen, alone=alone)
    if seen.to_id is not None:
        raise NotAllowed
    await end_till(acting, seen, till_id)
    await book_handover(acting, seen, CASH)


async def take_over(acting: Acting, handover_id: int, token: str) -> int:
    """Agree to the count, and sell on with that cash: out comes the id of the actor's own new till.

    The old till is closed in the same act. Refuses: NotFound, HandoverOver, NotAllowed to anybody
    but who was named, TillIsOpen where she has a till that is not closed.
    """
    seen, till_id = await of_till(acting, handover_id)
    if seen.to_id is None or seen.to_id != acting.person_id:
        raise NotAllowed
    closed = await end_till(acting, seen, till_id)
    opened = await add_till(acting, closed.bazaar_id, seen.counted, token)
    if opened is None:
        raise TillIsOpen
    await book_handover(acting, seen, till_account(opened))
    return opened


async def end_till(acting: Acting, seen: Handover, till_id: int) -> TillView:
    """Close a counted till. Refuses: HandoverOver where it is not counted any more."""
    values = {"state": TillState.closed.value, "closed_at": acting.now}
    closed = await move_till(acting, till_id, TillState.counted, **values)
    if closed is None:
        raise HandoverOver
    told = (till_id, closed.person_id, closed.bazaar_id, seen.expected, seen.counted, seen.reason)
    record(acting, TillClosed(*told, seen.to_id))
    return closed


async def withdraw_count(acting: Acting, handover_id: int) -> None:
    """Take the count back, or do not agree to it: the till is open again, and nothing was moved.

    Whether the actor may is the caller's to ask. Refuses: NotFound, HandoverOver.
    """
    seen, till_id = await of_till(acting, handover_id)
    values = {"state": TillState.open.value, "counted": None, "counted_at": None}
    opened = await move_till(acting, till_id, TillState.counted, **values)
    if opened is None:
        raise HandoverOver
    await end(acting, handover_id, HandoverState.withdrawn)
    told = (till_id, seen.person_id, opened.bazaar_id, seen.counted, seen.to_id)
    record(acting, TillCountWithdrawn(*told))


async def of_till(acting: Acting, handover_id: int) -> tuple[Handover, int]:
    """A handing over of a till's cash, and the till. Refuses: NotFound, also for a purse's."""
    seen = await handover(acting.session, handover_id)
    if seen.till_id is None:
        raise NotFound("handover")
    return seen, seen.till_id
