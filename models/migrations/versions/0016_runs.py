"""Couriers' runs, windows that passed, and indexes by which staff list and find orders."""

import sqlalchemy as sa
from alembic import op

from models.migrations.frozen.folding import words_of

revision = "0016"
down_revision = "0014"
branch_labels = None
depends_on = None

SQLITE = """
CREATE VIRTUAL TABLE order_search USING fts5(
    name, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
)
"""
POSTGRES = """
CREATE TABLE order_search (
    rowid BIGINT PRIMARY KEY REFERENCES orders (id),
    name TEXT NOT NULL,
    words TSVECTOR NOT NULL GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, name)) STORED
)
"""
INDEX = "CREATE INDEX ix_order_search_words ON order_search USING gin (words)"
NAMES = sa.text("SELECT id, name FROM orders WHERE id > :after ORDER BY id LIMIT 5000")


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    make_runs(number)
    op.create_table(
        "window_passes",
        sa.Column("order_id", number, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("window", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_window_passes_order_id")
        ),
        sa.PrimaryKeyConstraint("order_id", "day", "window", name=op.f("pk_window_passes")),
    )
    op.create_index("ix_orders_state_day_window_id", "orders", ["state", "day", "window", "id"])
    op.drop_index("ix_orders_state_day", table_name="orders")
    op.create_index("ix_orders_phone_id", "orders", ["phone", "id"])
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute(SQLITE if is_sqlite else POSTGRES)
    index_names()
    if not is_sqlite:
        op.execute(INDEX)


def downgrade() -> None:
    op.execute("DROP TABLE order_search")
    op.drop_index("ix_orders_phone_id", table_name="orders")
    op.create_index("ix_orders_state_day", "orders", ["state", "day"])
    op.drop_index("ix_orders_state_day_window_id", table_name="orders")
    op.drop_table("window_passes")
    op.drop_table("run_stops")
    op.drop_table("runs")


def make_runs(number: sa.types.TypeEngine[int]) -> None:
    """The runs and their stops."""
    op.create_table(
        "runs",
        sa.Column("id", number, nullable=False),
        sa.Column("person_id", number, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("window", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('planned', 'taken', 'done')", name=op.f("ck_runs_state")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_runs_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    partial_index("ix_runs_open", "runs", ["person_id", "day", "window"], "state <> 'done'")
    op.create_table(
        "run_stops",
        sa.Column("id", number, nullable=False),
        sa.Column("run_id", number, nullable=False),
        sa.Column("order_id", number, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("coming_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("position > 0", name=op.f("ck_run_stops_position")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_run_stops_run_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_run_stops_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run_stops")),
    )
    op.create_index("ix_run_stops_run_id_position", "run_stops", ["run_id", "position"])
    op.create_index("ix_run_stops_order_id", "run_stops", ["order_id"])
    partial_index("uq_run_stops_left", "run_stops", ["order_id"], "ended_at IS NULL", unique=True)


def partial_index(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    """An index of the rows for which that holds, on either database."""
    condition = sa.text(where)
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition
    )


def index_names() -> None:
    """Make the orders that there are found by their names."""
    connection, after = op.get_bind(), 0
    search = sa.table("order_search", sa.column("rowid"), sa.column("name"))
    while rows := connection.execute(NAMES, {"after": after}).all():
        after = rows[-1][0]
        folded = [
            {"rowid": order_id, "name": " ".join(word for word, _ in words_of(name))}
            for order_id, name in rows
        ]
        op.bulk_insert(search, folded)
