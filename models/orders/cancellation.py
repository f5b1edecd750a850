"""Cancelling an order gives back what it held: stock, making places and the window's place."""

from __future__ import annotations

from collections.abc import Collection

from models.kernel.acting import Acting
from models.kernel.facts import OrderCancelled
from models.kernel.refusals import TooLateToCancel, WrongState
from models.orders.holds import give_all_back
from models.orders.queries import order_for_staff, order_of
from models.orders.returns import Disposition, whole
from models.orders.states import CUSTOMER_CANCELS, OPEN, OrderState
from models.orders.transitions import move


async def cancel_by_customer(acting: Acting, order_id: int) -> None:
    """The customer cancels, which is possible until the order is packed.

    Refuses: NotFound (not theirs too), TooLateToCancel, WrongState (delivered, cancelled).
    """
    await order_of(acting.session, acting.person_id, order_id)
    try:
        told = OrderCancelled(order_id, by_customer=True)
        await cancel(acting, told, only_from=CUSTOMER_CANCELS)
    except WrongState as refusal:
        if refusal.state in OPEN:
            raise TooLateToCancel from refusal
        raise


async def cancel_by_staff(acting: Acting, order_id: int, reason: str) -> None:
    """Staff cancel an open order, for a reason that the customer reads.

    Refuses: NotFound, WrongState.
    """
    told = OrderCancelled(order_id, by_customer=False, reason=reason)
    await cancel(acting, told)


async def cancel(
    acting: Acting, told: OrderCancelled, only_from: Collection[OrderState] = ()
) -> None:
    """Close the order once, and give back what it held."""
    order_id = told.order_id
    await move(acting, order_id, told, only_from=only_from, reason=told.reason)
    order = await order_for_staff(acting.session, order_id)
    await give_all_back(acting, order, whole(order.live_lines, Disposition.shelf))
