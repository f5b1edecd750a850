"""Orders that staff place for who telephones, and how they come to the customer's own chat."""

from __future__ import annotations

from sqlalchemy import update

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import OrdersClaimed, record
from models.orders.carts import empty_cart
from models.orders.tables import Order
from models.orders.transitions import lock_orders
from models.orders.trust import pass_limit_on
from models.people.callers import CallerView, caller_of, own_caller
from models.people.people import Language


async def begin_for_caller(acting: Acting, said: CallerView, language: Language) -> int:
    """The person to order for, by that number and name, with an empty cart.

    Whether the actor may is the caller's to ask (Permission.on_behalf). Two who begin for one
    number at once share its cart; what either orders is what the other's summary does not show any
    more.
    """
    person_id = await caller_of(acting, said, language)
    await empty_cart(acting.session, person_id)
    return person_id


async def claim_orders(acting: Acting, phone: str) -> int:
    """Give the actor, who has proved that number (E.164) theirs, what was ordered by it.

    Out comes how many orders those are; from now on they hear of them, and read their codes. What
    a manager has decided of the caller's account holds for theirs.
    """
    person_id = await own_caller(acting, phone)
    if person_id is None:
        return 0
    await pass_limit_on(acting, person_id, acting.person_id)
    order_ids = await lock_orders(acting.session, Order.person_id == person_id)
    if order_ids:
        claimed = update(Order).where(Order.id.in_(order_ids)).values(person_id=acting.person_id)
        await acting.session.execute(claimed.execution_options(synchronize_session=BY_ROW))
        record(acting, OrdersClaimed(tuple(order_ids)))
    return len(order_ids)
