"""Of which words of ours the search's index was made, and how often words of it went away."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the one row; the index that is there counts as made of other words."""
    made = op.create_table(
        "search_index",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("lexicon", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_index")),
        sa.CheckConstraint("id = 1", name=op.f("ck_search_index_one")),
    )
    op.bulk_insert(made, [{"id": 1, "lexicon": "", "generation": 0}])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("search_index")
