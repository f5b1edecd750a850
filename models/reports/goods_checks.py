"""What is kept twice of families' goods: all pieces that were taken in are somewhere."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, select, union_all

from models.hall.sale_tables import HallReturnLine, HallSaleLine
from models.products.stock import StockMovement
from models.products.tables import Option
from models.reports.figures import Check, Figures
from models.reports.stock_checks import HELD_BY_ORDERS
from models.reports.whereabouts import BY, GIVEN_BACK, TAKEN_IN, WRITTEN_OFF


def of_options(which: Any, figure: Any) -> Select[*tuple[Any, ...]]:
    """Such movements, by their options."""
    return select(StockMovement.option_id.label("option_id"), figure.label("pieces")).where(which)


def is_somewhere() -> Figures:
    """The pieces of each option on the shelf, with customers, with its family, and written off."""
    held = union_all(*HELD_BY_ORDERS).subquery()
    back = select(HallSaleLine.option_id, -HallReturnLine.quantity).join(
        HallSaleLine, HallSaleLine.id == HallReturnLine.line_id
    )
    parts = union_all(
        of_options(GIVEN_BACK | WRITTEN_OFF, -BY),
        select(Option.id, Option.on_hand),
        select(held.c.option_id, held.c.quantity),
        select(HallSaleLine.option_id, HallSaleLine.quantity),
        back,
    ).subquery()
    return select(parts.c.option_id, func.sum(parts.c.pieces)).group_by(parts.c.option_id)


def taken_in() -> Figures:
    """The pieces of each option that were taken in, or found by a count."""
    parts = of_options(TAKEN_IN, BY).subquery()
    return select(parts.c.option_id, func.sum(parts.c.pieces)).group_by(parts.c.option_id)


GOODS_CHECKS = (Check("pieces taken in of option", is_somewhere(), taken_in()),)
