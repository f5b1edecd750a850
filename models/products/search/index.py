"""What a search looks in: each product's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from sqlalchemy import Text, column, delete, insert, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.base import Id
from models.kernel.folding import words_of
from models.products.search.also_called import also_called, kinds_of
from models.products.search.lexicon.audiences import AUDIENCE_WORDS
from models.products.search.words import add_words, forget_words, lock_words
from models.products.tables import Audience, Option, Package, Product

# The packages' names and what the menu says of them, as people ask for them.
PACKAGE_WORDS = {
    Package.atayeb: "أطايب مأكولات حلويات Atayeb delicacies food sweets",
    Package.teeb: "طيب عطور بخور Teeb fragrance perfume incense",
    Package.anaqa: "أناقة أزياء ملابس ثياب ثوب مستلزمات البيت Anaqa elegance clothes home",
    Package.mahra: "مهرة تراث أكلات شعبية Mahra heritage folk dishes",
    Package.ebdaa: "إبداع أعمال يدوية Ebdaa creativity handmade crafts",
}

# An FTS5 table on SQLite, a table with a tsvector on PostgreSQL; the rowid is the product's id.
product_search = table(
    "product_search",
    column("rowid", Id),
    column("name", Text),
    column("other", Text),
    column("kind", Text),
    column("rest", Text),
)
COLUMNS = (*product_search.c,)[1:]
Spelled: TypeAlias = list[tuple[str, str]]


class Texts(NamedTuple):
    """What is written of a product, by how much it says.

    Its names; what it is called besides; its kind, its brand and for whom it is; the rest.
    """

    name: str
    other: str
    kind: str
    rest: str


async def index_product(session: AsyncSession, product_id: int) -> None:
    """Make the product found by its names, brand, package, options and description as they are.

    Nobody else indexes until the commit. Words that no product has any more are forgotten.
    """
    await lock_words(session)
    named = (
        select(Product, Family)
        .join(Family, Family.id == Product.family_id)
        .where(Product.id == product_id)
    )
    found = await session.execute(named.execution_options(populate_existing=True))
    product, family = found.one()
    texts = texts_written(product, family, (await labels_of(session, [product_id]))[product_id])
    was = await taken_out(session, product_id)
    words = spellings(texts)
    now = folded_columns(words)
    await session.execute(insert(product_search).values(rowid=product_id, **now._asdict()))
    for names, spelled in spelled_words(words):
        await add_words(session, spelled, names=names)
    await forget_words(session, words_gone(was, now))


async def unindex_product(session: AsyncSession, product_id: int) -> None:
    """Let the product be found no more, and forget the words that no other product has."""
    await lock_words(session)
    was = await taken_out(session, product_id)
    await forget_words(session, words_gone(was, Texts("", "", "", "")))


async def taken_out(session: AsyncSession, product_id: int) -> list[tuple[str, ...]]:
    """The product's row of the index, which is there no more; none where there was none."""
    of_it = product_search.c.rowid == product_id
    was = [tuple(row) for row in await session.execute(select(*COLUMNS).where(of_it))]
    await session.execute(delete(product_search).where(of_it))
    return was


def spellings(texts: Texts) -> list[Spelled]:
    """The words of each column: folded, and as they are spelled."""
    return [words_of(text) for text in texts]


def folded_columns(words: Sequence[Spelled]) -> Texts:
    """The columns, each word in its one spelling and once."""
    return Texts(*(" ".join(dict.fromkeys(word for word, _ in column)) for column in words))


def spelled_words(words: Sequence[Spelled]) -> Iterator[tuple[bool, dict[str, str]]]:
    """The words (folded → as they were first spelled) of the names and kinds, then the others."""
    *called, rest = words
    yield True, dict(reversed([each for column in called for each in column]))
    yield False, dict(reversed(rest))


def words_gone(was: Iterable[Sequence[str]], now: Texts) -> set[str]:
    """The words that the product is called by, or has at all, no more."""
    gone = set[str]()
    for row in was:
        for before, after in ((row[:-1], now[:-1]), (row, now)):
            gone |= set(" ".join(before).split()).difference(" ".join(after).split())
    return gone


async def labels_of(
    session: AsyncSession, product_ids: Sequence[int]
) -> defaultdict[int, list[str]]:
    """What the options of each product are called, those left out that are withdrawn."""
    labels: defaultdict[int, list[str]] = defaultdict(list)
    among = Option.product_id.in_(product_ids)
    of_each = select(Option.product_id, Option.label_ar, Option.label_en)
    for product_id, *both in await session.execute(of_each.where(among, ~Option.withdrawn)):
        labels[product_id] += both
    return labels


def texts_written(product: Product, family: Family, labels: Sequence[str]) -> Texts:
    """Everything that is written of the product; `labels` are its options'."""
    return texts_of(
        names=(product.name_ar, product.name_en),
        other_words=product.other_words,
        brands=(family.brand_ar, family.brand_en),
        package=Package(product.package),
        audience=Audience(product.audience),
        about=(product.description_ar, product.description_en, *labels),
    )


def texts_of(
    *,
    names: Sequence[str],
    other_words: str,
    brands: Sequence[str],
    package: Package,
    audience: Audience,
    about: Sequence[str],
) -> Texts:
    """The same, of what staff wrote, with what the lexicon adds."""
    name = " ".join(names)
    other = f"{other_words} {also_called(name, package)}"
    kind = (*brands, AUDIENCE_WORDS[audience], kinds_of(name, package))
    return Texts(name, other, " ".join(kind), " ".join((*about, PACKAGE_WORDS[package])))


def fold_words(words: str) -> str:
    """The words in their one spelling, each once."""
    return " ".join(dict.fromkeys(word for word, _ in words_of(words)))
