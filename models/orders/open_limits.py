"""How much one customer may have open: orders, pieces, value, and cancellations a day.

One account could else take every place of a morning and all the stock, or keep the families and
the desk from their news by placing and cancelling. Whoever places an order, or lets an own one go
on, holds the customer's cart, so that two orders of one person are never counted at once.
"""

from __future__ import annotations

from datetime import time
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Text, bindparam, func, literal_column, select, type_coerce

from models.kernel.acting import Acting
from models.kernel.base import Moment, table_of
from models.kernel.calendar import dubai_day, dubai_moment
from models.kernel.facts import FactRow
from models.kernel.money import Money
from models.kernel.prepared import prepared
from models.kernel.refusals import AccountBlocked, TooMuchOpen
from models.kernel.shop_terms import ShopTerms
from models.orders.states import OPEN, OrderState
from models.orders.tables import Order, OrderLine
from models.people.account_limits import AccountLimit, AccountLimitRow

orders = table_of(Order)
order_lines = table_of(OrderLine)
facts = table_of(FactRow)
limits = table_of(AccountLimitRow)
cancelled = orders.alias("cancelled")

PERSON = bindparam("person_id", type_=orders.c.person_id.type)
CALLED_OFF = (
    select(func.count())
    .select_from(cancelled.join(facts, facts.c.order_id == cancelled.c.id))
    .where(
        cancelled.c.person_id == PERSON,
        cancelled.c.state == literal_column(f"'{OrderState.cancelled}'"),
        cancelled.c.moved_at >= bindparam("since", type_=Moment()),
        # + 0: by the index of actors, all that she ever did would be gone through.
        facts.c.actor_id + literal_column("0") == PERSON,
        type_coerce(facts.c.body, Text).like('{"fact":"order-cancelled"%'),
    )
    .scalar_subquery()
)
PIECES = (
    select(func.sum(order_lines.c.quantity))
    .where(order_lines.c.order_id == orders.c.id, order_lines.c.struck_at.is_(None))
    .correlate(orders)
    .scalar_subquery()
)
LIMIT = select(limits.c.kind).where(limits.c.person_id == PERSON).scalar_subquery()
HAS_OPEN = prepared(
    select(
        func.count(),
        func.coalesce(func.sum(PIECES), 0),
        func.coalesce(func.sum(type_coerce(orders.c.total, BigInteger)), 0),
        CALLED_OFF,
        LIMIT,
    )
    .select_from(orders)
    .where(
        orders.c.person_id == PERSON,
        orders.c.state.in_([literal_column(f"'{state}'") for state in OPEN]),
    )
)


async def check_open(
    acting: Acting, person_id: int, pieces: int, value: Money, terms: ShopTerms
) -> bool:
    """Whether one more order of that person waits for a manager's yes; so many pieces, that value.

    The cart that it is made of is held. Refuses: AccountBlocked, TooMuchOpen.
    """
    found = await has_open(acting, person_id)
    if found.limit != AccountLimit.blocked and found.called_off >= terms.cancellations_a_day:
        raise TooMuchOpen("cancellations", terms.cancellations_a_day)
    return check_one_more(found, pieces, value, terms)


async def check_reopened(
    acting: Acting, person_id: int, pieces: int, value: Money, terms: ShopTerms
) -> bool:
    """Whether an own cancelled order that goes on waits for a manager's yes, as a new one would.

    Whoever takes back a cancelling has cancelled less. The person's cart is held. Refuses:
    AccountBlocked, TooMuchOpen.
    """
    return check_one_more(await has_open(acting, person_id), pieces, value, terms)


async def check_more(
    acting: Acting, person_id: int, pieces: int, value: Money, terms: ShopTerms
) -> bool:
    """Whether an open order of that person that grows by so much waits for a manager's yes.

    The person's cart is held. Refuses: AccountBlocked, TooMuchOpen.
    """
    return check_growth(await has_open(acting, person_id), pieces, value, terms)


class HasOpen(NamedTuple):
    """What a person has open, how many orders they called off today, and a manager's decision."""

    orders: int
    pieces: int
    value: Money
    called_off: int
    limit: str | None


async def has_open(acting: Acting, person_id: int) -> HasOpen:
    """What that person has open now, counted by one statement."""
    since = dubai_moment(dubai_day(acting.now), time(0))
    named = {"person_id": person_id, "since": since}
    row: Any = (await acting.session.execute(HAS_OPEN, named)).one()
    count, pieces, fils, called_off, limit = row
    return HasOpen(count, int(pieces), Money(int(fils)), called_off, limit)


def check_one_more(found: HasOpen, pieces: int, value: Money, terms: ShopTerms) -> bool:
    """Whether one more order waits for a yes. Refuses: AccountBlocked, TooMuchOpen."""
    if found.limit != AccountLimit.blocked and found.orders >= terms.open_orders:
        raise TooMuchOpen("orders", terms.open_orders)
    return check_growth(found, pieces, value, terms)


def check_growth(found: HasOpen, pieces: int, value: Money, terms: ShopTerms) -> bool:
    """Whether so much more waits for a yes. Refuses: AccountBlocked, TooMuchOpen."""
    if found.limit == AccountLimit.blocked:
        raise AccountBlocked
    if found.pieces + pieces > terms.open_pieces:
        raise TooMuchOpen("pieces", terms.open_pieces)
    if found.value + value > terms.open_value:
        raise TooMuchOpen("value", terms.open_value)
    return found.limit == AccountLimit.held
