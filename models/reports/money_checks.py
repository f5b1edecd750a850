"""What is kept twice of money: in the ledger, as balances, and by the orders' own figures."""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, cast, func, literal, or_, select

from models.accounting.ledger import (
    BY_ORDER,
    BY_SALE,
    CASH,
    CENTRE_LOSSES,
    DELIVERY_FEES,
    EXTRA,
    PURSE,
    Balance,
    LedgerEntry,
    extra_account,
)
from models.kernel.money import plain
from models.orders.after_delivery import OrderReturn
from models.orders.pricing import DISCOUNT
from models.orders.returns import ReturnedPieces
from models.orders.tables import Order, OrderLine
from models.reports.figures import DELIVERED, KEPT, PART, PART_FILS, Check, Figures, sum_of
from models.reports.purse_checks import HELD_BY, PAID_FROM

LET_OFF = literal(extra_account(DISCOUNT))
CREDITED = literal("family:") + cast(OrderLine.family_id, String)
BORNE_FOR = literal("family:") + cast(ReturnedPieces.family_id, String)


def booked_amounts(account: ColumnElement[bool]) -> Figures:
    """What is booked of each order to such accounts."""
    amount = func.sum(plain(LedgerEntry.amount))
    booked = select(LedgerEntry.order_id, LedgerEntry.account, amount)
    by_orders = booked.where(account, LedgerEntry.event.startswith(BY_ORDER))
    return by_orders.group_by(LedgerEntry.order_id, LedgerEntry.account)


MONEY_CHECKS = (
    Check(
        "fils beyond zero in ledger event",
        select(LedgerEntry.event, literal(0)).distinct(),
        select(LedgerEntry.event, func.sum(plain(LedgerEntry.amount))).group_by(LedgerEntry.event),
    ),
    Check(
        "fils booked to a family for order and account",
        sum_of(
            select(OrderLine.order_id, CREDITED, -plain(OrderLine.price) * OrderLine.quantity)
            .join(Order, Order.id == OrderLine.order_id)
            .where(*KEPT, DELIVERED),
            select(ReturnedPieces.order_id, BORNE_FOR, -plain(ReturnedPieces.borne)),
        ),
        booked_amounts(LedgerEntry.account.like("family:%")),
    ),
    Check(
        "fils kept as balance of account",
        select(LedgerEntry.account, func.sum(plain(LedgerEntry.amount))).group_by(
            LedgerEntry.account
        ),
        select(Balance.account, plain(Balance.amount)),
    ),
    Check(
        "fils kept as booked by orders of account",
        select(LedgerEntry.account, func.sum(plain(LedgerEntry.amount)))
        .where(or_(LedgerEntry.event.like(f"{BY_ORDER}%"), LedgerEntry.event.like(f"{BY_SALE}%")))
        .group_by(LedgerEntry.account),
        select(Balance.account, plain(Balance.by_orders)),
    ),
    Check(
        "fils borne by the centre for order and account",
        select(
            ReturnedPieces.order_id,
            literal(CENTRE_LOSSES),
            func.sum(plain(ReturnedPieces.borne)),
        ).group_by(ReturnedPieces.order_id),
        booked_amounts(LedgerEntry.account == CENTRE_LOSSES),
    ),
    Check(
        "fils booked as fee for order and account",
        sum_of(
            select(Order.id, literal(DELIVERY_FEES), -plain(Order.fee)).where(DELIVERED),
            select(OrderReturn.order_id, literal(DELIVERY_FEES), plain(OrderReturn.fee)),
        ),
        booked_amounts(LedgerEntry.account == DELIVERY_FEES),
    ),
    Check(
        "fils booked as surcharge or discount for order and account",
        sum_of(
            select(Order.id, literal(EXTRA) + PART.c.key, -PART_FILS).where(DELIVERED),
            select(Order.id, LET_OFF, plain(Order.discount)).where(DELIVERED),
            select(OrderReturn.order_id, LET_OFF, -plain(OrderReturn.discount)),
        ),
        booked_amounts(LedgerEntry.account.startswith(EXTRA)),
    ),
    Check(
        "fils booked as cash for order and account",
        sum_of(
            select(Order.id, HELD_BY, plain(Order.taken)).where(DELIVERED),
            select(OrderReturn.order_id, PAID_FROM, -plain(OrderReturn.refunded)),
        ),
        booked_amounts((LedgerEntry.account == CASH) | LedgerEntry.account.startswith(PURSE)),
    ),
)
