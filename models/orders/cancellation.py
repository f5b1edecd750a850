"""Cancelling an order gives back what it held: making places, the window's place, and its goods.

What becomes of the goods depends on where they lie, and on what whoever cancels knows of them.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from models.kernel.acting import Acting
from models.kernel.facts import OrderCancelled
from models.kernel.refusals import TooLateToCancel, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.holds import give_all_back
from models.orders.queries import OrderLineView, OrderView, order_for_staff, order_of
from models.orders.returns import Disposition, Returned, book_losses, keep_returned, lost_of
from models.orders.runs import take_out as take_out_of_run
from models.orders.states import CUSTOMER_CANCELS, OPEN, UNPACKED, OrderState
from models.orders.transitions import lock_order, move


class Goods(msgspec.Struct, frozen=True):
    """What is known of the goods: what becomes of those `lines` (None: all); the others are there.

    What is there goes back to the shelf, but for what is out with a courier: that is looked at
    first, whatever is said of it.
    """

    fate: Disposition = Disposition.shelf
    lines: frozenset[int] | None = None


class Closed(msgspec.Struct, frozen=True):
    """A cancelled order: the state that it was in, and how each of its lines came back."""

    was: OrderState
    parts: tuple[Returned, ...]


ALL_THERE = Goods()


async def cancel_by_customer(acting: Acting, order_id: int) -> None:
    """The customer cancels, which is possible until the order is packed.

    Refuses: NotFound (not theirs too), TooLateToCancel, WrongState (delivered, cancelled).
    """
    await order_of(acting.session, acting.person_id, order_id)
    try:
        told = OrderCancelled(order_id, by_customer=True)
        await cancel(acting, told, ALL_THERE, only_from=CUSTOMER_CANCELS)
    except WrongState as refusal:
        if refusal.state in OPEN:
            raise TooLateToCancel from refusal
        raise


async def cancel_by_staff(
    acting: Acting,
    order_id: int,
    reason: str,
    goods: Goods = ALL_THERE,
    terms: ShopTerms = DEFAULT_TERMS,
) -> Closed:
    """Staff cancel an open order, for a reason that the customer reads.

    Refuses: NotFound, WrongState.
    """
    told = OrderCancelled(order_id, by_customer=False, reason=reason)
    return await cancel(acting, told, goods, terms=terms)


async def cancel(
    acting: Acting,
    told: OrderCancelled,
    goods: Goods,
    *,
    only_from: Collection[OrderState] = (),
    terms: ShopTerms = DEFAULT_TERMS,
) -> Closed:
    """Close the order once, and give back what it held."""
    order_id = told.order_id
    was = await lock_order(acting.session, order_id)
    told = msgspec.structs.replace(told, was=was.value)
    if was is OrderState.packed and not only_from:
        # Whoever was to take it out hears so; whoever has it out is called back by its own fact.
        await take_out_of_run(acting, order_id)
    await move(acting, order_id, told, only_from=only_from, reason=told.reason)
    order = await order_for_staff(acting.session, order_id)
    closed = Closed(was, tuple(parts_back(order, was, goods)))
    kept = [part for part in closed.parts if is_kept(part, was)]
    rows = await keep_returned(acting, order_id, kept, borne=terms.centre_bears_losses)
    await give_all_back(acting, order, closed.parts)
    await book_losses(acting, rows)
    return closed


def parts_back(order: OrderView, was: OrderState, goods: Goods) -> list[Returned]:
    """How each line comes back of an order that was in that state."""
    return [
        Returned(line, line.quantity, disposition_of(line, was, goods)) for line in order.live_lines
    ]


def disposition_of(line: OrderLineView, was: OrderState, goods: Goods) -> Disposition:
    """What becomes of the line's pieces. What was made to order cannot be sold to anybody else."""
    there = Disposition.inspect if was is OrderState.out else Disposition.shelf
    known = goods.fate if goods.lines is None or line.id in goods.lines else Disposition.shelf
    found = there if known is Disposition.shelf else known
    return found if line.making_day is None else lost_of(found)


def is_kept(part: Returned, was: OrderState) -> bool:
    """Whether it is to be written down: it lay in a packed order, or it is not on the shelf now.

    What was still to be made never was, and what never left the shelf did not come back.
    """
    if was not in UNPACKED:
        return True
    return part.stocked is not None and part.disposition is not Disposition.shelf
