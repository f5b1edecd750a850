"""No order stands in a state that nobody knows."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KNOWN = "state IN ('placed', 'accepted', 'packed', 'out', 'delivered', 'cancelled')"


def upgrade() -> None:
    with op.batch_alter_table("orders") as table:
        table.create_check_constraint(op.f("ck_orders_state"), KNOWN)


def downgrade() -> None:
    with op.batch_alter_table("orders") as table:
        table.drop_constraint(op.f("ck_orders_state"), type_="check")
