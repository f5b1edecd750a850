"""What nothing was found for, counted without what may tell of a person."""

from __future__ import annotations

from models.kernel.acting import Acting
from models.kernel.folding import MOST_WORDS, normalise
from models.orders.finding import orders_by_name
from models.orders.states import OrderState
from models.products.search.misses import count_miss

LEAST = 3
"""Letters of a word that may be a name: fewer begin anybody's."""


async def count_search(acting: Acting, text: str) -> None:
    """Count that nothing was found for this text, unless a word of it names who has ordered."""
    for word in normalise(text).split()[:MOST_WORDS]:
        named = len(word) >= LEAST
        if named and await orders_by_name(acting.session, word, tuple(OrderState), 1):
            return
    await count_miss(acting, text)
