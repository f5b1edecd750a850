"""Money owed to a customer: goods came back for nothing that were paid for, as it turned out."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.differences import lessen, standing_missing
from models.accounting.ledger import Booking, book_all
from models.kernel.acting import Acting
from models.kernel.facts import MoneyHandedBack, record
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import ReturnedMeanwhile, WrongState
from models.orders.after_delivery import (
    Refund,
    never_paid,
    returns_so_far,
    sides_of,
    write_return,
)
from models.orders.states import OrderState
from models.orders.transitions import lock_order


async def owed_back(session: AsyncSession, order_id: int) -> Money:
    """What is to be handed back to the customer of an order for goods that came back before.

    The cash is more than what was due of the rest; what was too much at the door anyway is left
    out, since nothing came back for it.
    """
    too_much = max(-await standing_missing(session, order_id), NOTHING)
    return min(await never_paid(session, order_id), too_much) if too_much else NOTHING


async def hand_back(
    acting: Acting, order_id: int, amount: Money, *, nth: int, paid_by: int | None = None
) -> None:
    """Hand the customer the amount that is owed, as the `nth` return of the order.

    It comes out of the purse of `paid_by`; of the centre's till where that is None. Refuses:
    NotFound, WrongState, and ReturnedMeanwhile where another amount is owed by now, or nothing.
    """
    session = acting.session
    state = await lock_order(session, order_id)
    if state != OrderState.delivered:
        raise WrongState(state)
    is_owed = amount and amount == await owed_back(session, order_id)
    if not is_owed or nth != await returns_so_far(session, order_id) + 1:
        raise ReturnedMeanwhile
    refund = Refund(NOTHING, NOTHING, NOTHING, amount)
    await write_return(acting, order_id, nth, refund, paid_by)
    record(acting, MoneyHandedBack(order_id, nth, amount, paid_by))
    await session.flush()
    lessened = await lessen(acting, order_id, refund.unpaid)
    event = f"order:{order_id}:returned:{nth}"
    await book_all(acting, [*lessened, Booking(event, sides_of([], refund, paid_by), order_id)])
