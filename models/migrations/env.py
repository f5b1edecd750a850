"""What Alembic runs, on the connection that `migrate` gives."""

from alembic import context

from models.migrations.tables import METADATA

BY_HAND = ("product_search", "order_search")
"""The text indexes, each database's own: made by a migration, and described by no table class.

On SQLite each is a virtual table with five of its own beside it, whose names begin with its own.
"""


def is_described(name: str | None, kind: str, _parents: object) -> bool:
    """Whether what the database holds is one of the tables that the classes describe."""
    return kind != "table" or not (name or "").startswith(BY_HAND)


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    include_name=is_described,
    compare_type=True,
    render_as_batch=connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
