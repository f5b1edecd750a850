"""Lines of sales in the hall, in words."""

from __future__ import annotations

from handlers.ui.order_lines import Line
from models.hall.receipts import ReceiptLine


def receipt_line(line: ReceiptLine) -> Line:
    """A line of a receipt for its words, at the price on the shelf."""
    return Line(
        line.name_ar, line.name_en, line.label_ar, line.label_en, line.quantity, line.amount
    )
