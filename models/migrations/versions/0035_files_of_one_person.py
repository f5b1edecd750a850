"""Whose an update is that was put aside, and no ids of files that are one person's."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of what is aside now nobody knows whose it is: it is done at the next start.

    Nor is it known which files are one person's, so the ids of all go: the others are uploaded
    once more.
    """
    whose = sa.Column("external_id", sa.String(), nullable=False, server_default="")
    op.add_column("updates_aside", whose)
    op.execute("DELETE FROM uploads")


def downgrade() -> None:
    """Take the column back."""
    op.drop_column("updates_aside", "external_id")
