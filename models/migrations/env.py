"""What Alembic runs: the connection comes from `migrate`, or a URL from the command line."""

from alembic import context

from models.messaging.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    compare_type=True,
    render_as_batch=connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
