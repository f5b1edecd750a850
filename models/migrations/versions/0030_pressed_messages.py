"""Which message shows the answer of an update now, and the press that was answered so."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; of what was answered before nobody knows, and no press of it is on its way."""
    op.add_column("heard_updates", sa.Column("message", sa.String()))
    op.add_column("heard_updates", sa.Column("pressed", sa.String()))


def downgrade() -> None:
    """Take them back."""
    op.drop_column("heard_updates", "pressed")
    op.drop_column("heard_updates", "message")
