"""What is kept twice of the hall's receipts: sums, what came back, and the facts of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import case, func, literal, select, union_all

from models.accounting.cash_handovers import CashHandover
from models.accounting.ledger import CASH, ROUNDING, TILL, LedgerEntry, extra_account
from models.hall.note_tables import GoodsNote
from models.hall.sale_tables import HallReturn, HallReturnLine, HallSale, HallSaleLine
from models.hall.till_tables import Till, TillMovement, TillState
from models.kernel.facts import FactRow
from models.kernel.money import plain
from models.orders.pricing import DISCOUNT
from models.reports.figures import Check, Figures, sum_of
from models.reports.hall_checks import (
    EVENT_OF_RETURN,
    EVENT_OF_SALE,
    HANDED_OVER,
    booked_by_sales,
    returned_lines,
)

LET_OFF = literal(extra_account(DISCOUNT))
LEFT_CENTRE = literal("to the hall")
PIECES_BACK = func.sum(HallReturnLine.quantity)


def by_sale(figure: Any) -> Figures:
    """Such a figure of the lines of each sale, added up."""
    return select(HallSaleLine.sale_id, func.sum(figure)).group_by(HallSaleLine.sale_id)


def pieces_back(*which: Any) -> Figures:
    """How many pieces of each such line of a sale came back."""
    chosen = returned_lines(HallReturnLine.line_id, PIECES_BACK).join(
        HallSale, HallSale.id == HallSaleLine.sale_id
    )
    figures: Figures = chosen.where(*which).group_by(HallReturnLine.line_id)
    return figures


def pieces_back_at_most() -> Figures:
    """The same, where no more came back than was sold."""
    most = case((HallSaleLine.quantity < PIECES_BACK, HallSaleLine.quantity), else_=PIECES_BACK)
    by_line = (HallReturnLine.line_id, HallSaleLine.quantity)
    figures: Figures = returned_lines(HallReturnLine.line_id, most).group_by(*by_line)
    return figures


def left_the_centre() -> Figures:
    """What left the centre's till as floats and later, less what sellers took over instead."""
    parts = union_all(
        select((-plain(Till.opening_float)).label("fils")),
        select(plain(CashHandover.counted)).where(HANDED_OVER, CashHandover.to_id.is_not(None)),
        select(-plain(TillMovement.amount)),
    ).subquery()
    return select(LEFT_CENTRE, func.sum(parts.c.fils))


def facts_of_the_hall() -> Figures:
    """How often each thing of the hall happened."""
    closed = Till.state == TillState.closed.value
    return union_all(
        select(literal("hall-sold"), func.count(HallSale.id)),
        select(literal("hall-returned"), func.count(HallReturn.id)),
        select(literal("goods-note-made"), func.count(GoodsNote.id)),
        select(literal("till-opened"), func.count(Till.id)),
        select(literal("till-closed"), func.count(Till.id)).where(closed),
    )


KINDS = ("hall-sold", "hall-returned", "goods-note-made", "till-opened", "till-closed")
RECEIPT_CHECKS = (
    Check(
        "fils for the items of sale",
        by_sale(plain(HallSaleLine.price) * HallSaleLine.quantity),
        select(HallSale.id, plain(HallSale.items)),
    ),
    Check(
        "fils let off sale",
        by_sale(plain(HallSaleLine.discount)),
        select(HallSale.id, plain(HallSale.discount)),
    ),
    Check(
        "fils booked as discount by sale or return and account",
        sum_of(
            select(EVENT_OF_SALE, LET_OFF, plain(HallSale.discount)),
            returned_lines(EVENT_OF_RETURN, LET_OFF, -plain(HallReturnLine.discount)),
        ),
        booked_by_sales(LedgerEntry.account == LET_OFF),
    ),
    Check(
        "fils that coins cannot pay by sale or return and account",
        sum_of(
            select(EVENT_OF_SALE, literal(ROUNDING), plain(HallSale.rounded)),
            select(EVENT_OF_RETURN, literal(ROUNDING), -plain(HallReturn.rounded)),
        ),
        booked_by_sales(LedgerEntry.account == ROUNDING),
    ),
    Check(
        "fils of what came back by line and return",
        returned_lines(
            HallReturnLine.line_id,
            HallReturnLine.return_id,
            plain(HallSaleLine.price) * HallReturnLine.quantity,
        ),
        select(HallReturnLine.line_id, HallReturnLine.return_id, plain(HallReturnLine.amount)),
    ),
    Check(
        "fils paid back by return",
        select(
            HallReturnLine.return_id,
            func.sum(plain(HallReturnLine.amount) - plain(HallReturnLine.discount)),
        ).group_by(HallReturnLine.return_id),
        select(
            HallReturn.id,
            plain(HallReturn.cash) + plain(HallReturn.card) + plain(HallReturn.rounded),
        ),
    ),
    Check("pieces that came back of a line that was sold", pieces_back_at_most(), pieces_back()),
    Check(
        "pieces that came back of a line of a sale that is void",
        select(HallSaleLine.id, HallSaleLine.quantity)
        .join(HallSale, HallSale.id == HallSaleLine.sale_id)
        .where(HallSale.void),
        pieces_back(HallSale.void),
    ),
    Check(
        "counts agreed to of till",
        select(Till.id, literal(1)).where(Till.state == TillState.closed.value),
        select(CashHandover.till_id, func.count())
        .where(HANDED_OVER, CashHandover.till_id.is_not(None))
        .group_by(CashHandover.till_id),
    ),
    Check(
        "fils that left the centre's till",
        left_the_centre(),
        select(LEFT_CENTRE, func.sum(plain(LedgerEntry.amount))).where(
            LedgerEntry.account == CASH, LedgerEntry.event.startswith(TILL)
        ),
    ),
    Check(
        "facts of the hall",
        facts_of_the_hall(),
        select(FactRow.kind, func.count()).where(FactRow.kind.in_(KINDS)).group_by(FactRow.kind),
    ),
)
