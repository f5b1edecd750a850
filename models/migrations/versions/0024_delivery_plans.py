"""The plan of deliveries, which managers change; and orders whose window is closed."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    plans = op.create_table(
        "delivery_plan",
        sa.Column("id", ID, nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_delivery_plan_only")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_plan")),
    )
    # One row is always there, so that who orders and who changes the plan can wait for each other.
    op.bulk_insert(plans, [{"id": 1, "body": None}])
    zone = sa.Column("zone", sa.Integer(), nullable=False, server_default="0")
    op.add_column("orders", zone)
    op.add_column("saved_addresses", sa.Column("zone", sa.Integer(), nullable=True))
    asked = sa.Column("window_asked_at", sa.DateTime(timezone=True), nullable=True)
    op.add_column("orders", asked)


def downgrade() -> None:
    """Take the plan back; the settings hold again, and orders keep their windows and fees."""
    op.drop_column("orders", "window_asked_at")
    op.drop_column("saved_addresses", "zone")
    op.drop_column("orders", "zone")
    op.drop_table("delivery_plan")
