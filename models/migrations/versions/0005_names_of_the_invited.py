"""Whom an invitation is for, kept on it and on the role or the membership that it gave."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = ("invitations", "roles", "family_members")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("name", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "name")
