"""Who was erased, so that a backup that is put back brings nobody back."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nobody was erased before."""
    op.create_table(
        "erasures",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("person_since", MOMENT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by_id", ID),
        sa.Column("then_id", ID),
        sa.Column("marks", sa.String(), nullable=False, server_default=""),
        sa.Column("swept_at", MOMENT),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_erasures_person_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_erasures_by_id")),
        sa.ForeignKeyConstraint(["then_id"], ["people.id"], name=op.f("fk_erasures_then_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_erasures")),
    )
    unswept = sa.text("swept_at IS NULL")
    op.create_index(
        op.f("ix_erasures_unswept"),
        "erasures",
        ["person_id"],
        sqlite_where=unswept,
        postgresql_where=unswept,
    )


def downgrade() -> None:
    """What was erased stays so; that it was is forgotten."""
    op.drop_table("erasures")
