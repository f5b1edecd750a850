"""What is kept twice of the hall: notes and sales beside stock, ledger and tills."""

from __future__ import annotations

from typing import Any

from sqlalchemy import String, case, cast, func, literal, select, union_all
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from models.accounting.cash_handovers import CashHandover, HandoverState
from models.accounting.ledger import BY_SALE, CARD, CENTRE_LOSSES, TILL, Balance, LedgerEntry
from models.hall.note_tables import GoodsNote, GoodsNoteLine
from models.hall.notes import MOVEMENTS
from models.hall.sale_tables import HallReturn, HallReturnLine, HallSale, HallSaleLine
from models.hall.till_tables import Till, TillMovement, TillState
from models.kernel.money import NOTHING, plain
from models.products.stock import StockMovement
from models.reports.figures import Check, Figures, sum_of
from models.reports.purse_checks import OF_HANDOVER
from models.reports.stock_checks import SALES


class SaleOf(FunctionElement[str]):
    """The sale that an event is about: its name without what follows the second colon."""

    inherit_cache = True
    type = String()


@compiles(SaleOf, "sqlite")
def _sqlite_sale(element: SaleOf, compiler: SQLCompiler, **options: Any) -> str:
    event = compiler.process(element.clauses, **options)
    end = f"instr(substr({event}, {len(BY_SALE) + 1}) || ':', ':')"
    return f"substr({event}, 1, {len(BY_SALE) - 1} + {end})"


@compiles(SaleOf, "postgresql")
def _postgres_sale(element: SaleOf, compiler: SQLCompiler, **options: Any) -> str:
    event = compiler.process(element.clauses, **options)
    return f"split_part({event}, ':', 1) || ':' || split_part({event}, ':', 2)"


EVENT_OF_SALE = literal(BY_SALE) + cast(HallSale.id, String)
EVENT_OF_RETURN = (
    literal(BY_SALE)
    + cast(HallReturn.sale_id, String)
    + literal(":returned:")
    + cast(HallReturn.id, String)
)
OF_SALE = literal(BY_SALE) + cast(HallSaleLine.sale_id, String)
HANDED_BACK = plain(HallReturn.cash) + plain(HallReturn.card)
HANDED_OVER = CashHandover.state == HandoverState.confirmed.value
WHY = case({kind.value: why.value for kind, why in MOVEMENTS.items()}, value=GoodsNote.kind)
FAMILY = literal("family:") + cast(HallSaleLine.family_id, String)


def till_of(till_id: Any) -> Any:
    """The account of that till."""
    return literal(TILL) + cast(till_id, String)


def returned_lines(*figures: Any) -> Any:
    """Figures of what came back, with the sales' lines that it was of."""
    return (
        select(*figures)
        .join(HallReturn, HallReturn.id == HallReturnLine.return_id)
        .join(HallSaleLine, HallSaleLine.id == HallReturnLine.line_id)
    )


def in_tills() -> Figures:
    """What each till should hold: float, cash of sales less returns, moved, less handed over."""
    parts = union_all(
        select(till_of(Till.id).label("account"), plain(Till.opening_float).label("fils")),
        select(till_of(HallSale.till_id), plain(HallSale.cash)),
        select(till_of(HallReturn.till_id), -plain(HallReturn.cash)),
        select(till_of(TillMovement.till_id), plain(TillMovement.amount)),
        select(till_of(CashHandover.till_id), -plain(CashHandover.expected)).where(
            HANDED_OVER, CashHandover.till_id.is_not(None)
        ),
    ).subquery()
    return select(parts.c.account, func.sum(parts.c.fils)).group_by(parts.c.account)


def booked_by_sales(account: Any, by: Any = LedgerEntry.event) -> Figures:
    """What sales and returns booked to such accounts, by event or by what it is part of."""
    amount = func.sum(plain(LedgerEntry.amount))
    of_sales = select(by, LedgerEntry.account, amount).where(
        account, LedgerEntry.event.startswith(BY_SALE)
    )
    return of_sales.group_by(by, LedgerEntry.account)


HALL_CHECKS = (
    Check(
        "pieces that left the shelf for sale and option",
        sum_of(
            select(HallSaleLine.sale_id, HallSaleLine.option_id, HallSaleLine.quantity),
            returned_lines(HallSaleLine.sale_id, HallSaleLine.option_id, -HallReturnLine.quantity),
        ),
        select(StockMovement.sale_id, StockMovement.option_id, -func.sum(StockMovement.change))
        .where(StockMovement.sale_id.is_not(None), StockMovement.why.in_(SALES))
        .group_by(StockMovement.sale_id, StockMovement.option_id),
    ),
    Check(
        "pieces moved by note, option and why",
        select(GoodsNoteLine.note_id, GoodsNoteLine.option_id, WHY, GoodsNoteLine.change).join(
            GoodsNote, GoodsNote.id == GoodsNoteLine.note_id
        ),
        select(
            *(StockMovement.note_id, StockMovement.option_id, StockMovement.why),
            func.sum(StockMovement.change),
        )
        .where(StockMovement.note_id.is_not(None))
        .group_by(StockMovement.note_id, StockMovement.option_id, StockMovement.why),
    ),
    Check(
        "fils booked to a family by sale and account",
        sum_of(
            select(OF_SALE, FAMILY, -plain(HallSaleLine.price) * HallSaleLine.quantity),
            returned_lines(
                OF_SALE, FAMILY, plain(HallReturnLine.amount) - plain(HallReturnLine.borne)
            ),
        ),
        booked_by_sales(LedgerEntry.account.startswith("family:"), SaleOf(LedgerEntry.event)),
    ),
    Check(
        "fils borne by the centre for return and account",
        returned_lines(
            EVENT_OF_RETURN, literal(CENTRE_LOSSES), func.sum(plain(HallReturnLine.borne))
        ).group_by(EVENT_OF_RETURN),
        booked_by_sales(LedgerEntry.account == CENTRE_LOSSES),
    ),
    Check(
        "fils paid by card for sale or return and account",
        sum_of(
            select(EVENT_OF_SALE, literal(CARD), plain(HallSale.card)),
            select(EVENT_OF_RETURN, literal(CARD), -plain(HallReturn.card)),
        ),
        booked_by_sales(LedgerEntry.account == CARD),
    ),
    Check(
        "fils in till",
        in_tills(),
        select(Balance.account, plain(Balance.amount)).where(Balance.account.startswith(TILL)),
    ),
    Check(
        "fils handed over to a seller's till by event",
        select(OF_HANDOVER, plain(CashHandover.counted)).where(
            HANDED_OVER, CashHandover.to_id.is_not(None)
        ),
        select(LedgerEntry.event, plain(LedgerEntry.amount)).where(
            LedgerEntry.event.startswith("handover:"),
            LedgerEntry.account.startswith(TILL),
            LedgerEntry.amount > NOTHING,
        ),
    ),
    Check(
        "counts that wait of till",
        select(Till.id, literal(1)).where(Till.state == TillState.counted.value),
        select(CashHandover.till_id, func.count())
        .where(CashHandover.till_id.is_not(None), CashHandover.state == HandoverState.open.value)
        .group_by(CashHandover.till_id),
    ),
    Check(
        "receipts of till",
        select(Till.id, Till.receipts),
        select(HallSale.till_id, func.max(HallSale.number)).group_by(HallSale.till_id),
    ),
    Check(
        "sales of till",
        select(Till.id, Till.receipts),
        select(HallSale.till_id, func.count()).group_by(HallSale.till_id),
    ),
    Check(
        "fils handed back of sale",
        select(HallReturn.sale_id, func.sum(HANDED_BACK)).group_by(HallReturn.sale_id),
        select(HallSale.id, plain(HallSale.refunded)),
    ),
)
