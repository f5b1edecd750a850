"""Search by what a thing is: the words of its package and brand apart from what mentions it."""

import sqlalchemy as sa
from alembic import op

from models.migrations.frozen.folding import words_of

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SQLITE = """
CREATE VIRTUAL TABLE product_search USING fts5(
    {columns}, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
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
    "SELECT products.id, package, name_ar, name_en, brand_ar, brand_en, description_ar,"
    " description_en FROM products JOIN families ON families.id = products.family_id"
    " ORDER BY products.id"
)
LABELS = sa.text(
    "SELECT product_id, label_ar, label_en FROM options WHERE NOT withdrawn"
    " ORDER BY product_id, position, id"
)
# As they were when this migration was written: later ones index anew.
PACKAGES = {
    "atayeb": "أطايب مأكولات حلويات Atayeb delicacies food sweets",
    "teeb": "طيب عطور بخور Teeb fragrance perfume incense",
    "anaqa": "أناقة أزياء ملابس ثياب ثوب مستلزمات البيت Anaqa elegance clothes home",
    "mahra": "مهرة تراث أكلات شعبية Mahra heritage folk dishes",
    "ebdaa": "إبداع أعمال يدوية Ebdaa creativity handmade crafts",
}


def upgrade() -> None:
    make_index("name", "kind", "rest")
    make_words(sa.Column("names", sa.Boolean(), nullable=False), unique=["word", "names"])
    search = tables("name", "kind", "rest")
    words: dict[tuple[str, bool], str] = {}
    for product_id, (name, kind, rest) in texts().items():
        op.bulk_insert(search, [{"rowid": product_id, **folded(name=name, kind=kind, rest=rest)}])
        for text, names in ((name, True), (f"{kind} {rest}", False)):
            for word, spelled in words_of(text):
                words.setdefault((word, names), spelled)
    rows = [
        {"word": word, "names": names, "spelled": spelled}
        for (word, names), spelled in words.items()
        if names or (word, True) not in words
    ]
    add_words(rows)


def downgrade() -> None:
    make_index("name", "rest")
    make_words(unique=["word"])
    search = tables("name", "rest")
    words: dict[str, str] = {}
    for product_id, (name, kind, rest) in texts().items():
        row = {"rowid": product_id, **folded(name=name, rest=f"{kind} {rest}")}
        op.bulk_insert(search, [row])
        for word, spelled in words_of(f"{name} {kind} {rest}"):
            words.setdefault(word, spelled)
    add_words([{"word": word, "spelled": spelled} for word, spelled in words.items()])


def make_index(*columns: str) -> None:
    """The search's index anew, empty, with these columns; the first ones weigh the most."""
    op.execute("DROP TABLE product_search")
    if op.get_bind().dialect.name == "sqlite":
        op.execute(SQLITE.format(columns=", ".join(columns)))
        return
    weighed = " || ".join(
        f"setweight(to_tsvector('simple'::regconfig, {column}), '{weight}')"
        for column, weight in zip(columns, "ABC", strict=False)
    )
    texts = ", ".join(f"{column} TEXT NOT NULL" for column in columns)
    op.execute(POSTGRES.format(columns=texts, weighed=weighed))
    op.execute(INDEX)


def make_words(*more: sa.Column[bool], unique: list[str]) -> None:
    """The catalogue's words anew, empty."""
    op.drop_table("search_words")
    op.create_table(
        "search_words",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        *more,
        sa.Column("spelled", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_words")),
        sa.UniqueConstraint(*unique, name=op.f("uq_search_words_" + "_".join(unique))),
    )


def tables(*columns: str) -> sa.TableClause:
    """The search's index as rows are put into it."""
    return sa.table("product_search", sa.column("rowid"), *map(sa.column, columns))


def texts() -> dict[int, tuple[str, str, str]]:
    """What is written of each product: its names, its brand and package, and everything else."""
    connection = op.get_bind()
    labels: dict[int, str] = {}
    for product_id, *both in connection.execute(LABELS):
        labels[product_id] = " ".join([labels.get(product_id, ""), *both])
    found = {}
    for product_id, package, name_ar, name_en, brand_ar, brand_en, *about in connection.execute(
        PRODUCTS
    ):
        kind = f"{brand_ar} {brand_en} {PACKAGES[package]}"
        rest = " ".join([*about, labels.get(product_id, "")])
        found[product_id] = (f"{name_ar} {name_en}", kind, rest)
    return found


def folded(**columns: str) -> dict[str, str]:
    """Each column's words in their one spelling, each once."""
    return {
        column: " ".join(dict.fromkeys(word for word, _ in words_of(text)))
        for column, text in columns.items()
    }


def add_words(rows: list[dict[str, object]]) -> None:
    """The catalogue's words, in one go."""
    if rows:
        op.bulk_insert(sa.table("search_words", *map(sa.column, rows[0])), rows)
