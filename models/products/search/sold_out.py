"""What is sold out is found by its exact name still, so that nobody thinks it never was there."""

from __future__ import annotations

from collections.abc import Iterable

from models.kernel.folding import normalise
from models.products.product_lists import ProductBrief

MOST_SHOWN = 2


def sold_out_called(items: Iterable[ProductBrief], words: str) -> list[ProductBrief]:
    """Those of the products that are sold out and called exactly so, two of them at most.

    What is hidden stays hidden.
    """
    sought = normalise(words)
    return [item for item in items if is_sold_out(item) and is_called(item, sought)][:MOST_SHOWN]


def is_called(item: ProductBrief, sought: str) -> bool:
    """Whether that folded text is the whole of one of the product's names."""
    return sought in (normalise(item.name_ar), normalise(item.name_en))


def is_sold_out(item: ProductBrief) -> bool:
    """Whether customers may know of the product, and cannot have it now."""
    return not item.hidden and not item.offered
