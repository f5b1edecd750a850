"""Makes the search's index anew when what the lexicon says is no longer what it was made of."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import cache
from hashlib import blake2b

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.database import Database
from models.kernel.folding import normalise
from models.products.search.index import (
    PACKAGE_WORDS,
    Texts,
    folded_columns,
    labels_of,
    product_search,
    spelled_words,
    spellings,
    texts_written,
)
from models.products.search.lexicon.audiences import AUDIENCE_WORDS
from models.products.search.lexicon.goods import CLOTHES, CRAFTS, FOOD, HERITAGE, SCENT
from models.products.search.lexicon.kinds import KINDS
from models.products.search.lexicon.plurals import FORMS
from models.products.search.words import SearchIndex, SearchWord, begin_generation, lock_words
from models.products.tables import Product

AT_ONCE = 500


@cache
def lexicon_mark() -> str:
    """A mark of what the lexicon adds to a product's own words, and of how words are folded."""
    tables = (FOOD, SCENT, CLOTHES, HERITAGE, CRAFTS, KINDS, FORMS)
    of_each = (*AUDIENCE_WORDS.values(), *PACKAGE_WORDS.values())
    told = "\n".join((*tables, *of_each))
    return blake2b(f"{told}\n{normalise(told)}".encode(), digest_size=8).hexdigest()


async def renew_index(database: Database) -> None:
    """Index every product anew where the index was made of another lexicon than today's."""
    async with database.read() as session:
        if await made_of(session) == lexicon_mark():
            return
    async with database.write() as session:
        await lock_words(session)
        if await made_of(session) != lexicon_mark():
            await make_anew(session)
            await session.execute(update(SearchIndex).values(lexicon=lexicon_mark()))


async def made_of(session: AsyncSession) -> str | None:
    """The mark of the lexicon that the index was made of."""
    return await session.scalar(select(SearchIndex.lexicon))


async def make_anew(session: AsyncSession) -> None:
    """Write the whole index and every word of it."""
    await session.execute(delete(product_search))
    await session.execute(delete(SearchWord))
    known: dict[tuple[str, bool], str] = {}
    async for written in texts_in_portions(session):
        each = {product_id: spellings(texts) for product_id, texts in written}
        rows = [{"rowid": at, **folded_columns(words)._asdict()} for at, words in each.items()]
        await session.execute(insert(product_search), rows)
        for words in each.values():
            for names, spelled in spelled_words(words):
                for word in spelled:
                    known.setdefault((word, names), spelled[word])
    if known:
        await session.execute(insert(SearchWord), list(rows_of_words(known)))
    await begin_generation(session)


async def texts_in_portions(session: AsyncSession) -> AsyncIterator[list[tuple[int, Texts]]]:
    """What is written of each product, by its id, so many at once."""
    after = 0
    while True:
        named = (
            select(Product, Family)
            .join(Family, Family.id == Product.family_id)
            .where(Product.id > after)
            .order_by(Product.id)
            .limit(AT_ONCE)
        )
        rows = (await session.execute(named)).all()
        if not rows:
            return
        after = rows[-1][0].id
        labels = await labels_of(session, [product.id for product, _ in rows])
        yield [
            (product.id, texts_written(product, family, labels[product.id]))
            for product, family in rows
        ]
        session.expunge_all()


def rows_of_words(known: dict[tuple[str, bool], str]) -> Iterator[dict[str, object]]:
    """A row for each word, and for one that things are called by no other."""
    for (word, names), spelled in known.items():
        if names or (word, True) not in known:
            yield {"word": word, "names": names, "spelled": spelled}
