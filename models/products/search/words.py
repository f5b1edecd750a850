"""Every word of the catalogue: what a word that nothing is called by was most likely meant for."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import CheckConstraint, UniqueConstraint, bindparam, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id
from models.products.search.matching import ANYWHERE, NEVER, WHAT_IT_IS, Tier, match
from models.products.search.typed import Sought

HOLDS = {
    "sqlite": text("SELECT 1 FROM product_search WHERE product_search MATCH :asked LIMIT 1"),
    "postgresql": text(
        "SELECT 1 FROM product_search WHERE words @@ CAST(:asked AS tsquery) LIMIT 1"
    ),
}


class SearchWord(Base):
    """A word of the catalogue, folded, and as it was first spelled; it goes with its last product.

    One that things come to be called by, or their kind, has a row for that (`names`). They are
    added one transaction after another, so that who has read up to an id has them all.
    """

    __tablename__ = "search_words"
    __table_args__ = (UniqueConstraint("word", "names"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    word: Mapped[str]
    names: Mapped[bool]
    spelled: Mapped[str]


class SearchIndex(Base):
    """The one row that says of which lexicon the index was made.

    With each `generation` words have gone: who has read others reads them all again.
    """

    __tablename__ = "search_index"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    lexicon: Mapped[str]
    generation: Mapped[int]


async def lock_words(session: AsyncSession) -> None:
    """Let nobody else index until the commit; who waited sees what the others have written."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(text("SELECT pg_advisory_xact_lock(hashtext('search_words'))"))


async def add_words(session: AsyncSession, spelled: dict[str, str], *, names: bool) -> None:
    """Add those words (folded → spelled) that the catalogue does not know yet, as names or not."""
    there = select(SearchWord.word).where(SearchWord.word.in_(bindparam("words", expanding=True)))
    if names:
        there = there.where(SearchWord.names)
    known = set(await session.scalars(there, {"words": list(spelled)}))
    session.add_all(
        SearchWord(word=word, names=names, spelled=spelled[word])
        for word in spelled
        if word not in known
    )
    await session.flush()


async def forget_words(session: AsyncSession, gone: Iterable[str]) -> None:
    """Forget those of the words (folded) that no product is called by, or has at all, any more."""
    forgotten = [word for word in gone if not await holds(session, word, WHAT_IT_IS)]
    for word in forgotten:
        kept = {} if not await holds(session, word, ANYWHERE) else await spelling(session, word)
        await session.execute(delete(SearchWord).where(SearchWord.word == word))
        await add_words(session, kept, names=False)
    if forgotten:
        await begin_generation(session)


async def begin_generation(session: AsyncSession) -> None:
    """Have everybody who knows words read them all again."""
    await session.execute(update(SearchIndex).values(generation=SearchIndex.generation + 1))


async def holds(session: AsyncSession, word: str, columns: tuple[str, ...]) -> bool:
    """Whether any product has the word in these columns."""
    dialect = session.get_bind().dialect.name
    asked = {"asked": match(dialect, Sought((word,)), Tier(columns, NEVER))}
    return await session.scalar(HOLDS[dialect], asked) is not None


async def spelling(session: AsyncSession, word: str) -> dict[str, str]:
    """The word with its spelling, if it is known."""
    found = select(SearchWord.word, SearchWord.spelled).where(SearchWord.word == word)
    return {row.word: row.spelled for row in await session.execute(found)}
