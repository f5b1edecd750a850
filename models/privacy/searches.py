"""What nothing was found for: counted together, without what may tell of a person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.portions import count_rows
from models.orders.finding import orders_by_name
from models.orders.states import OrderState
from models.privacy.marks import Marks
from models.products.search.misses import Missed, SearchMiss, count_misses, worth_keeping

LEAST = 3
"""Letters of a word that may be a name: fewer begin anybody's."""
MOST_HELD = 300
AT_ONCE = 20


class Unfound:
    """Searches that found nothing, held in the process until they are written together.

    A transaction for each would cost more than its search. A kill of the process loses what is
    held, and so does a database that cannot be written to then.
    """

    def __init__(self) -> None:
        """Nothing is held."""
        self._held: dict[str, Missed] = {}

    def add(self, text: str, at: datetime) -> None:
        """Hold the words of a search (at a time in UTC), unless they may tell of a person.

        Other words than the three hundred that are held are not counted until those are written.
        """
        words = worth_keeping(text)
        known = self._held.get(words)
        if words and (known is not None or len(self._held) < MOST_HELD):
            self._held[words] = Missed(words, 1 + (known.times if known else 0), at)

    async def write(self, database: Database) -> bool:
        """Count the first of what is held, but for names of who has ordered; whether more is held.

        Raises DatabaseAway, and what else a database raises: then what was taken is lost.
        """
        some = [self._held.pop(words) for words in list(self._held)[:AT_ONCE]]
        if not some:
            return False
        async with database.read() as session:
            counted = [each for each in some if not await names_a_person(session, each.words)]
        if counted:
            async with database.write(lasting=False) as session:
                await count_misses(session, counted)
        return bool(self._held)


async def names_a_person(session: AsyncSession, words: str) -> bool:
    """Whether one of these folded words begins a name of who has ordered."""
    for word in words.split():
        if len(word) >= LEAST and await orders_by_name(session, word, tuple(OrderState), 1):
            return True
    return False


async def forget_misses(session: AsyncSession, marks: Marks) -> None:
    """Keep no searched words that name the person: of some hundreds nobody knows who wrote them."""
    searched = list(await session.scalars(select(SearchMiss.words)))
    theirs = marks.of_searched(searched)
    await count_rows(session, delete(SearchMiss).where(SearchMiss.words.in_(theirs)))
