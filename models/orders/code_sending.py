"""The delivery code once more, to its customer alone: whoever lets it be sent never reads it."""

from __future__ import annotations

from sqlalchemy import select

from models.kernel.acting import Acting
from models.kernel.facts import CodeSent, FactRow, record
from models.kernel.refusals import CodeSentTooOften, WrongState
from models.orders.states import OPEN
from models.orders.transitions import lock_order

MOST_SENT = 3


async def send_code(acting: Acting, order_id: int) -> None:
    """Let the customer of an open order be told its code once more, a few times at most.

    Whoever announces the fact tells it. Refuses: NotFound, WrongState, CodeSentTooOften.
    """
    state = await lock_order(acting.session, order_id)
    if state not in OPEN:
        raise WrongState(state)
    rows = await acting.session.scalars(select(FactRow).where(FactRow.order_id == order_id))
    if sum(isinstance(row.fact, CodeSent) for row in rows) >= MOST_SENT:
        raise CodeSentTooOften
    record(acting, CodeSent(order_id))
