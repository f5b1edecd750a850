"""What a search looks in: each product's words, and every word of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import (
    Text,
    UniqueConstraint,
    bindparam,
    column,
    delete,
    insert,
    select,
    table,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.families.families import Family
from models.kernel.base import Base, Id
from models.kernel.folding import words_of
from models.products.search.also_called import also_called, kinds_of
from models.products.search.lexicon.audiences import AUDIENCE_WORDS
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


class Texts(NamedTuple):
    """What is written of a product, by how much it says.

    Its names; what it is called besides; its kind, its brand and for whom it is; the rest.
    """

    name: str
    other: str
    kind: str
    rest: str


class SearchWord(Base):
    """A word of the catalogue, folded, and as it was first spelled; never taken away.

    One that things come to be called by, or their kind, has a row for that (`names`). They are
    added one transaction after another, so that who has read up to an id has them all.
    """

    __tablename__ = "search_words"
    __table_args__ = (UniqueConstraint("word", "names"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    word: Mapped[str]
    names: Mapped[bool]
    spelled: Mapped[str]


async def index_product(session: AsyncSession, product_id: int) -> None:
    """Make the product found by its names, brand, package, options and description as they are.

    Nobody else indexes until the commit, and who waited sees what the others have written.
    """
    await hold_index(session)
    named = (
        select(Product, Family)
        .join(Family, Family.id == Product.family_id)
        .where(Product.id == product_id)
    )
    product = await session.execute(named.execution_options(populate_existing=True))
    texts = await written_of(session, *product.one())
    await session.execute(delete(product_search).where(product_search.c.rowid == product_id))
    columns = {column: fold_words(text) for column, text in texts._asdict().items()}
    await session.execute(insert(product_search).values(rowid=product_id, **columns))
    names = words_of(f"{texts.name} {texts.other} {texts.kind}")
    others = words_of(texts.rest)
    await add_words(session, dict(reversed(names)), names=True)
    await add_words(session, dict(reversed(others)), names=False)


async def unindex_product(session: AsyncSession, product_id: int) -> None:
    """Let the product be found no more; the words of the catalogue stay."""
    await hold_index(session)
    await session.execute(delete(product_search).where(product_search.c.rowid == product_id))


async def hold_index(session: AsyncSession) -> None:
    """Let nobody else index until the commit."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(text("SELECT pg_advisory_xact_lock(hashtext('search_words'))"))


async def written_of(session: AsyncSession, product: Product, family: Family) -> Texts:
    """Everything that is written of the product."""
    labels = await session.execute(
        select(Option.label_ar, Option.label_en).where(
            Option.product_id == product.id, ~Option.withdrawn
        )
    )
    options = [label for row in labels for label in row]
    return texts_of(
        names=(product.name_ar, product.name_en),
        other_words=product.other_words,
        brands=(family.brand_ar, family.brand_en),
        package=Package(product.package),
        audience=Audience(product.audience),
        about=(product.description_ar, product.description_en, *options),
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
