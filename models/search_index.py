"""What a search looks in: each product's words, and every word of the catalogue."""

from __future__ import annotations

from sqlalchemy import Text, bindparam, column, delete, insert, select, table, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id
from models.catalogue import Option, Package, Product
from models.families import Family
from models.spelling import words_of

# The packages' names, as people ask for them.
PACKAGE_WORDS = {
    Package.atayeb: "أطايب Atayeb delicacies",
    Package.teeb: "طيب Teeb fragrance",
    Package.anaqa: "أناقة Anaqa elegance",
    Package.mahra: "مهرة Mahra heritage",
    Package.ebdaa: "إبداع Ebdaa creativity",
}

# An FTS5 table on SQLite, a table with a tsvector on PostgreSQL; the rowid is the product's id.
product_search = table(
    "product_search", column("rowid", Id), column("name", Text), column("rest", Text)
)


class SearchWord(Base):
    """A word of the catalogue, folded, and as it was first spelled; never taken away.

    They are added one transaction after another, so that who has read up to an id has them all.
    """

    __tablename__ = "search_words"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    word: Mapped[str] = mapped_column(unique=True)
    spelled: Mapped[str]


async def index_product(session: AsyncSession, product_id: int) -> None:
    """Make the product found by its names, brand, package, options and description as they are."""
    product = (
        await session.execute(
            select(Product, Family)
            .join(Family, Family.id == Product.family_id)
            .where(Product.id == product_id)
        )
    ).one()
    names, rest = await texts_of(session, *product)
    await session.execute(delete(product_search).where(product_search.c.rowid == product_id))
    await session.execute(
        insert(product_search).values(rowid=product_id, name=folded(names), rest=folded(rest))
    )
    await add_words(session, dict(reversed(words_of(f"{names} {rest}"))))


async def texts_of(session: AsyncSession, product: Product, family: Family) -> tuple[str, str]:
    """The product's names, and everything else that is written of it."""
    labels = await session.execute(
        select(Option.label_ar, Option.label_en).where(
            Option.product_id == product.id, ~Option.withdrawn
        )
    )
    rest = [family.brand_ar, family.brand_en, PACKAGE_WORDS[Package(product.package)]]
    rest += [product.description_ar, product.description_en]
    rest += [label for row in labels for label in row]
    return f"{product.name_ar} {product.name_en}", " ".join(rest)


def folded(words: str) -> str:
    """The words in their one spelling, each once."""
    return " ".join(dict.fromkeys(word for word, _ in words_of(words)))


async def add_words(session: AsyncSession, spelled: dict[str, str]) -> None:
    """Add those words (folded → spelled) that the catalogue does not know yet."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(text("SELECT pg_advisory_xact_lock(hashtext('search_words'))"))
    known = set(
        await session.scalars(
            select(SearchWord.word).where(SearchWord.word.in_(bindparam("words", expanding=True))),
            {"words": list(spelled)},
        )
    )
    session.add_all(
        SearchWord(word=word, spelled=spelled[word]) for word in spelled if word not in known
    )
    await session.flush()
