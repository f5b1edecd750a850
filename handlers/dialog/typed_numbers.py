"""A number that is typed beneath a shelf, or beside a product, without a question that waits."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import SetQuantity, ShowProduct
from handlers.dialog.parsing import read_count
from handlers.dialog.turn import Turn
from models.products.shelves import PER_SHELF

MOST_TYPED = 999
"""A longer number is no number of things, but perhaps an order's."""


def number_typed(turn: Turn, text: str) -> Action | None:
    """What a number asks for beneath the shelf or the product that was shown last.

    On a shelf it is a product's own number, or its place among all; beside a product it is how
    many are wanted. None for anything else, and where something else was shown since.
    """
    number, shown = read_count(text, MOST_TYPED), turn.shown
    if not number or shown is None:
        return None
    if isinstance(shown, SetQuantity):
        return msgspec.structs.replace(shown, quantity=number)
    if isinstance(shown, ShowProduct):
        return shown
    before = shown[0].shelf_page * PER_SHELF
    at = number - 1 if number <= len(shown) else number - 1 - before
    return shown[at] if 0 <= at < len(shown) else None
