"""Search: the words of each product, and every word of the catalogue."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE = """
CREATE VIRTUAL TABLE product_search USING fts5(
    name, rest, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
)
"""
# The same columns under the same names, so that one statement fills either.
POSTGRES = """
CREATE TABLE product_search (
    rowid BIGINT PRIMARY KEY REFERENCES products (id),
    name TEXT NOT NULL,
    rest TEXT NOT NULL,
    words TSVECTOR NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('simple'::regconfig, name), 'A')
        || setweight(to_tsvector('simple'::regconfig, rest), 'B')
    ) STORED
)
"""


def upgrade() -> None:
    op.create_table(
        "search_words",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("spelled", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_words")),
        sa.UniqueConstraint("word", name=op.f("uq_search_words_word")),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(SQLITE)
        return
    op.execute(POSTGRES)
    # Without the list of pending words, which every search after an import would read through.
    op.execute(
        "CREATE INDEX ix_product_search_words ON product_search USING gin (words)"
        " WITH (fastupdate = off)"
    )


def downgrade() -> None:
    op.execute("DROP TABLE product_search")
    op.drop_table("search_words")
