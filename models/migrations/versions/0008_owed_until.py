"""Until when a message that is owed keeps its worth."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

OPEN = sa.text("done_at IS NULL")


def upgrade() -> None:
    op.add_column("owed_messages", sa.Column("until", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_owed_messages_until",
        "owed_messages",
        ["until"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_index("ix_owed_messages_until", table_name="owed_messages")
    op.drop_column("owed_messages", "until")
