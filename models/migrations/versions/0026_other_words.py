"""Search by other words: what a thing is called besides, and what was searched and not found."""

import sqlalchemy as sa
from alembic import op

from models.migrations.frozen.called_0026 import AUDIENCES, PACKAGES, also_called, kinds_of
from models.migrations.frozen.folding import fold_words, words_of

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

# Words whose beginnings are looked for have three letters, and elsewhere than in names five.
SQLITE = """
CREATE VIRTUAL TABLE product_search USING fts5(
    {columns}, tokenize = 'unicode61 remove_diacritics 0', prefix = '{prefix}'
)
"""
POSTGRES = """
CREATE TABLE product_search (
    rowid BIGINT PRIMARY KEY REFERENCES products (id),
    {columns},
    words TSVECTOR NOT NULL GENERATED ALWAYS AS ({weighed}) STORED
)
"""
INDEX = (
    "CREATE INDEX ix_product_search_words ON product_search USING gin (words)"
    " WITH (fastupdate = off)"
)
PRODUCTS = sa.text(
    "SELECT products.id, package, audience, name_ar, name_en, brand_ar, brand_en, description_ar,"
    " description_en FROM products JOIN families ON families.id = products.family_id"
    " ORDER BY products.id"
)
LABELS = sa.text(
    "SELECT product_id, label_ar, label_en FROM options WHERE NOT withdrawn"
    " ORDER BY product_id, position, id"
)
WORDS = sa.table("search_words", sa.column("word"), sa.column("names"), sa.column("spelled"))


def upgrade() -> None:
    op.add_column(
        "products", sa.Column("other_words", sa.String(), nullable=False, server_default="")
    )
    op.create_table(
        "search_misses",
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("words", name=op.f("pk_search_misses")),
    )
    make_index("name", "other", "kind", "rest", prefix="3 5")
    search = index_of("name", "other", "kind", "rest")
    words: dict[tuple[str, bool], str] = {}
    for product_id, texts in all_texts().items():
        folded = {column: fold_words(text) for column, text in texts.items()}
        op.bulk_insert(search, [{"rowid": product_id, **folded}])
        for text, names in (
            (f"{texts['name']} {texts['other']} {texts['kind']}", True),
            (texts["rest"], False),
        ):
            for word, spelled in words_of(text):
                words.setdefault((word, names), spelled)
    op.execute("DELETE FROM search_words")
    rows = [
        {"word": word, "names": names, "spelled": spelled}
        for (word, names), spelled in words.items()
        if names or (word, True) not in words
    ]
    if rows:
        op.bulk_insert(WORDS, rows)


def downgrade() -> None:
    """Take them back; what a thing is called besides counts for its kind then."""
    kept = op.get_bind().execute(
        sa.text("SELECT rowid, name, other || ' ' || kind AS kind, rest FROM product_search")
    )
    rows = [dict(row) for row in kept.mappings()]
    make_index("name", "kind", "rest", prefix="2 3")
    if rows:
        op.bulk_insert(index_of("name", "kind", "rest"), rows)
    op.drop_table("search_misses")
    op.drop_column("products", "other_words")


def make_index(*columns: str, prefix: str) -> None:
    """The search's index anew, empty, with these columns; the first ones weigh the most."""
    op.execute("DROP TABLE product_search")
    if op.get_bind().dialect.name == "sqlite":
        op.execute(SQLITE.format(columns=", ".join(columns), prefix=prefix))
        return
    weighed = " || ".join(
        f"setweight(to_tsvector('simple'::regconfig, {column}), '{weight}')"
        for column, weight in zip(columns, "ABCD", strict=False)
    )
    texts = ", ".join(f"{column} TEXT NOT NULL" for column in columns)
    op.execute(POSTGRES.format(columns=texts, weighed=weighed))
    op.execute(INDEX)


def index_of(*columns: str) -> sa.TableClause:
    """The search's index as rows are put into it."""
    return sa.table("product_search", sa.column("rowid"), *map(sa.column, columns))


def all_texts() -> dict[int, dict[str, str]]:
    """What is written of each product, and what the lexicon adds, by the index's columns."""
    connection = op.get_bind()
    labels: dict[int, list[str]] = {}
    for product_id, *both in connection.execute(LABELS):
        labels.setdefault(product_id, []).extend(both)
    found = {}
    for row in connection.execute(PRODUCTS):
        product_id, package, audience, name_ar, name_en, *brands, about_ar, about_en = row
        name = f"{name_ar} {name_en}"
        kind = (*brands, AUDIENCES[audience], kinds_of(name, package))
        rest = (about_ar, about_en, *labels.get(product_id, ()), PACKAGES[package])
        found[product_id] = {
            "name": name,
            "other": also_called(name, package),
            "kind": " ".join(kind),
            "rest": " ".join(rest),
        }
    return found
