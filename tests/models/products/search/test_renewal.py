"""The index follows the lexicon, and words go with the last product that had them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.migrations import migrate
from models.products.brands import rename_family
from models.products.publishing import rename
from models.products.search.index import product_search, unindex_product
from models.products.search.queries import find_products
from models.products.search.renewal import lexicon_mark
from models.products.search.vocabulary import vocabulary
from models.products.search.words import SearchIndex, SearchWord
from models.products.tables import Product
from tests.handlers.counting import statements
from tests.support.acting import acting


async def indexed(session: AsyncSession) -> tuple[object, object]:
    """What is looked in, and the words that are known; the order of words counts for nothing."""
    rows = await session.execute(select(product_search).order_by(product_search.c.rowid))
    known = (await session.execute(select(SearchWord.word, SearchWord.names))).all()
    names, others = ({word for word, each in known if each is are} for are in (True, False))
    return [(row[0], *map(words_in, row[1:])) for row in rows], (names, others - names)


def words_in(column: str) -> frozenset[str]:
    """The words of a column."""
    return frozenset(column.split())


async def found(session: AsyncSession, words: str) -> Sequence[str]:
    """The names of what is found first."""
    return [item.name_en for item in (await find_products(session, words, 0, 3)).page.items]


async def test_another_lexicon_makes_the_index_anew(sampled: Database) -> None:
    async with sampled.write() as session:
        before = await indexed(session)
        await session.execute(text("UPDATE product_search SET other = '', kind = ''"))
        await session.execute(update(SearchIndex).values(lexicon="of a year ago"))
    async with sampled.read() as session:
        assert "Luqaimat" not in await found(session, "عوامة")
    await migrate(sampled)
    async with sampled.read() as session:
        assert await indexed(session) == before
        assert await session.scalar(select(SearchIndex.lexicon)) == lexicon_mark()
        assert (await found(session, "عوامة"))[0] == "Luqaimat"


async def test_the_same_lexicon_costs_one_look(sampled: Database) -> None:
    await migrate(sampled)
    with statements(sampled) as asked:
        await migrate(sampled)
    assert len({each for each in asked if "search" in each}) == 1


async def test_a_name_that_was_mistyped_is_known_no_more_once_it_is_put_right(
    sampled: Database,
) -> None:
    async with sampled.write() as session:
        product_id = await id_of(session, "Luqaimat")
        await rename(acting(session), product_id, "لقيمتات", "Luqaimat")
        assert (await vocabulary(session)).has("لقيمتات")
    async with sampled.write() as session:
        await rename(acting(session), product_id, "لقيمات", "Luqaimat")
        assert not (await vocabulary(session)).has("لقيمتات")
        assert (await found(session, "لقيمتات"))[0] == "Luqaimat"


async def test_a_word_stays_while_another_product_has_it(sampled: Database) -> None:
    async with sampled.write() as session:
        product_id = await id_of(session, "Honey cake")
        await rename(acting(session), product_id, "طبقات", "Layers")
        known = await vocabulary(session)
        assert known.has("honey")  # what date syrup is called besides
        assert known.has("cake")


async def test_a_brand_is_known_until_its_last_product_is_called_otherwise(
    sampled: Database,
) -> None:
    async with sampled.write() as session:
        family_id = await session.scalar(
            select(Product.family_id).where(Product.name_en == "Jalabiya")
        )
        assert family_id is not None
        assert "sun" in (await vocabulary(session)).names
        await rename_family(acting(session), family_id, "خيوط القمر", "Threads of the Moon")
        assert "sun" not in (await vocabulary(session)).names


async def test_words_go_with_a_product_that_is_deleted(sampled: Database) -> None:
    async with sampled.write() as session:
        assert (await found(session, "batheet"))[0] == "Batheeth"
        await unindex_product(session, await id_of(session, "Batheeth"))
        known = await vocabulary(session)
        assert "batheeth" not in known.names
        assert known.has("dates")


async def id_of(session: AsyncSession, name: str) -> int:
    """The product of that name."""
    return (await session.scalars(select(Product.id).where(Product.name_en == name))).one()


async def test_words_are_read_again_only_when_some_went(sampled: Database) -> None:
    async with sampled.read() as session:
        known = await vocabulary(session)
        names = known.names
        await known.catch_up(session)
        assert known.names is names
