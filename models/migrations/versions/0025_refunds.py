"""Whose purse the money came out of that was handed back, and what of it coins cannot pay."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PAID_BY = "fk_order_returns_paid_by"


def upgrade() -> None:
    """Add them; what was handed back before came out of the till, and was not rounded."""
    with op.batch_alter_table("order_returns") as table:
        table.add_column(sa.Column("rounded", sa.BigInteger(), nullable=False, server_default="0"))
        table.add_column(sa.Column("paid_by", Id))
        table.create_foreign_key(op.f(PAID_BY), "people", ["paid_by"], ["id"])


def downgrade() -> None:
    """Take them back; the ledger, which is only added to, keeps what is booked."""
    with op.batch_alter_table("order_returns") as table:
        table.drop_constraint(op.f(PAID_BY), type_="foreignkey")
        table.drop_column("paid_by")
        table.drop_column("rounded")
