"""What is kept twice of cash: purses, their differences, and what coins cannot pay."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    String,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)

from models.accounting.cash_handovers import CashHandover, HandoverState
from models.accounting.differences import CashDifference, How
from models.accounting.ledger import CASH, CASH_DIFFERENCE, PURSE, ROUNDING, Balance, LedgerEntry
from models.orders.after_delivery import UNPAID, OrderReturn
from models.orders.states import OrderState
from models.orders.tables import Order
from models.reports.figures import Check, Figures


def fils(column: Any) -> Any:
    """An amount of money as the number of fils that is stored."""
    return type_coerce(column, BigInteger)


def purse(person: Any) -> Any:
    """The account of the person's purse."""
    return literal(PURSE) + cast(person, String)


TAKEN = (Order.state == OrderState.delivered, Order.taken.is_not(None))
PAID_FROM = case((OrderReturn.paid_by.is_(None), literal(CASH)), else_=purse(OrderReturn.paid_by))
HELD_BY = case((Order.taken_by.is_(None), literal(CASH)), else_=purse(Order.taken_by))
CONFIRMED = CashHandover.state == HandoverState.confirmed.value
MISSING = fils(CashDifference.expected) - fils(CashDifference.taken)
CHARGED = CashDifference.how == How.charged.value
ON_THE_CENTRE = func.coalesce(CashDifference.how, How.written_off.value) == How.written_off.value
OF_HANDOVER = literal("handover:") + cast(CashHandover.id, String)


def purses() -> Figures:
    """What each purse should hold: taken, less handed over or back, and what was charged to it."""
    parts = union_all(
        select(HELD_BY.label("account"), fils(Order.taken).label("fils")).where(
            *TAKEN, Order.taken_by.is_not(None)
        ),
        select(purse(CashHandover.person_id), -fils(CashHandover.expected)).where(
            CONFIRMED, CashHandover.till_id.is_(None)
        ),
        select(purse(CashDifference.person_id), MISSING).where(CHARGED),
        select(PAID_FROM, -fils(OrderReturn.refunded)).where(OrderReturn.paid_by.is_not(None)),
    ).subquery()
    return select(parts.c.account, func.sum(parts.c.fils)).group_by(parts.c.account)


def on_the_centre() -> Figures:
    """What the account of differences should hold: what is open, or borne by the centre."""
    return select(
        literal(CASH_DIFFERENCE), func.coalesce(func.sum(MISSING).filter(ON_THE_CENTRE), 0)
    )


def of_orders(account: Any, *events: str) -> Figures:
    """What those events of each order booked to such accounts; a number may follow the name."""
    booked = select(LedgerEntry.order_id, func.sum(fils(LedgerEntry.amount)))
    own = literal("order:") + cast(LedgerEntry.order_id, String) + literal(":")
    named = or_(*(LedgerEntry.event.startswith(own + literal(event)) for event in events))
    return booked.where(account, named).group_by(LedgerEntry.order_id)


FORGIVEN = (
    select(func.coalesce(func.sum(UNPAID), 0))
    .where(OrderReturn.order_id == Order.id)
    .scalar_subquery()
)


PURSE_CHECKS = (
    Check(
        "fils in purse",
        purses(),
        select(Balance.account, fils(Balance.amount)).where(Balance.account.startswith(PURSE)),
    ),
    Check(
        "fils that differ of the cash of order",
        select(CashDifference.order_id, MISSING)
        .where(CashDifference.order_id.is_not(None))
        .where(CashDifference.how.is_distinct_from(How.corrected.value)),
        of_orders(LedgerEntry.account == CASH_DIFFERENCE, "delivered", "corrected", "returned"),
    ),
    Check(
        "fils of order that coins cannot pay",
        select(
            Order.id, fils(Order.total) - fils(Order.taken) - func.coalesce(MISSING, 0) - FORGIVEN
        )
        .outerjoin(
            CashDifference,
            (CashDifference.order_id == Order.id)
            & CashDifference.how.is_distinct_from(How.corrected.value),
        )
        .where(*TAKEN),
        of_orders(LedgerEntry.account == ROUNDING, "delivered", "corrected"),
    ),
    Check(
        "fils of what was handed back for order that coins cannot pay",
        select(OrderReturn.order_id, -func.sum(fils(OrderReturn.rounded))).group_by(
            OrderReturn.order_id
        ),
        of_orders(LedgerEntry.account == ROUNDING, "returned"),
    ),
    Check(
        "fils handed over to the till by event",
        select(OF_HANDOVER, fils(CashHandover.counted)).where(
            CONFIRMED, CashHandover.to_id.is_(None)
        ),
        select(LedgerEntry.event, fils(LedgerEntry.amount)).where(
            LedgerEntry.event.startswith("handover:"), LedgerEntry.account == CASH
        ),
    ),
    Check(
        "fils that differ of the cash of a handing over",
        select(CashDifference.handover_id, MISSING).where(CashDifference.handover_id.is_not(None)),
        select(CashHandover.id, fils(CashHandover.expected) - fils(CashHandover.counted)).where(
            CONFIRMED
        ),
    ),
    Check(
        "fils of differences that are the centre's",
        on_the_centre(),
        select(Balance.account, fils(Balance.amount)).where(Balance.account == CASH_DIFFERENCE),
    ),
)
