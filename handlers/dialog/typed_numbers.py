"""A number that is typed beneath a shelf, or beside a product, without a question that waits."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import SetQuantity, ShowProduct
from handlers.dialog.parsing import in_one_spelling, read_count
from handlers.dialog.parsing_counts import PIECES, read_quantity
from handlers.dialog.turn import Turn
from models.products.shelves import PER_SHELF

MOST_TYPED = 999
"""A longer number is no number of things, but perhaps an order's."""


def number_typed(turn: Turn, text: str) -> Action | None:
    """What a number asks for beneath the shelf or the product that was shown last.

    On a shelf it is a product's own number, or its place among all; beside a product it is how
    many are wanted, as people write it. None for anything else, and where something else was
    shown since.
    """
    shown = turn.shown
    match shown:
        case None:
            return None
        case SetQuantity():
            wanted = pieces_wanted(text)
            return msgspec.structs.replace(shown, quantity=wanted) if wanted else None
        case ShowProduct():
            return shown if pieces_wanted(text) else None
        case _:
            return product_numbered(shown, read_count(text, MOST_TYPED))


def pieces_wanted(text: str) -> int | None:
    """How many a text asks for: 3, ٣ حبات, حبتين, درزن; None for anything else.

    A box, a bag or a dish alone is what people look for, and no one of it.
    """
    alone = PIECES.one.get(in_one_spelling(text))
    return None if alone == 1 else read_quantity(text, MOST_TYPED)


def product_numbered(shelf: tuple[ShowProduct, ...], number: int | None) -> Action | None:
    """The product of that number on the page of the shelf, or among all; None for no such one."""
    if not number:
        return None
    before = shelf[0].shelf_page * PER_SHELF
    at = number - 1 if number <= len(shelf) else number - 1 - before
    return shelf[at] if 0 <= at < len(shelf) else None
