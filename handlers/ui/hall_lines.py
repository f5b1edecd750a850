"""Lines of sales in the hall, in words."""

from __future__ import annotations

from handlers.dialog.layout import short
from handlers.dialog.speech import Phrase, say
from handlers.ui.order_lines import Line, line_words, stack
from handlers.ui.room import CAPTION, as_many_as_fit
from models.hall.receipts import Receipt, ReceiptLine

NAME, OPTION = 48, 24


def receipt_line(line: ReceiptLine) -> Line:
    """A line of a receipt for its words, at the price on the shelf."""
    return Line(
        line.name_ar, line.name_en, line.label_ar, line.label_en, line.quantity, line.amount
    )


def receipt_lines(sale: Receipt) -> Phrase:
    """The lines of a sale one under the other, as many as fit beneath a picture."""
    words = [line_words(receipt_line(line)) for line in sale.lines]
    return stack(*as_many_as_fit(words, CAPTION))


def receipt_thing(line: ReceiptLine, name: int = NAME, option: int = OPTION) -> Phrase:
    """The name of what was sold, with its option where there are several."""
    named = short(line.name_ar, line.name_en, name)
    if not (line.label_ar or line.label_en):
        return say("thing", name=named)
    return say("thing-option", name=named, option=short(line.label_ar, line.label_en, option))
