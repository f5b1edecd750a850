"""A family's figures by day and the accounts' balances, kept as they move and summed no more."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

DAY = {
    "sqlite": "date(orders.placed_at, '+4 hours')",
    "postgresql": "CAST(orders.placed_at AT TIME ZONE 'Asia/Dubai' AS date)",
}
DAYS = """
INSERT INTO family_days (family_id, day, bazaar_id, pieces, amount, on_its_way)
SELECT order_lines.family_id, {day}, COALESCE(orders.bazaar_id, 0),
    sum(order_lines.quantity), sum(order_lines.price * order_lines.quantity),
    sum(CASE WHEN orders.state <> 'delivered' THEN order_lines.price * order_lines.quantity
        ELSE 0 END)
FROM order_lines JOIN orders ON orders.id = order_lines.order_id
WHERE order_lines.struck_at IS NULL AND orders.state <> 'cancelled'
GROUP BY 1, 2, 3
"""
BALANCES = """
INSERT INTO balances (account, amount, by_orders)
SELECT account, sum(amount), sum(CASE WHEN event LIKE 'order:%' THEN amount ELSE 0 END)
FROM ledger_entries GROUP BY account
"""


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "family_days",
        sa.Column("family_id", number, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("bazaar_id", number, nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("on_its_way", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("pieces >= 0", name=op.f("ck_family_days_pieces")),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_family_days_amount")),
        sa.CheckConstraint(
            "on_its_way >= 0 AND on_its_way <= amount", name=op.f("ck_family_days_on_its_way")
        ),
        sa.ForeignKeyConstraint(
            ["family_id"], ["families.id"], name=op.f("fk_family_days_family_id")
        ),
        sa.PrimaryKeyConstraint("family_id", "day", "bazaar_id", name=op.f("pk_family_days")),
    )
    op.create_table(
        "balances",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("by_orders", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_balances")),
    )
    op.execute(DAYS.format(day=DAY[op.get_bind().dialect.name]))
    op.execute(BALANCES)
    op.create_index("ix_order_lines_family_id_id", "order_lines", ["family_id", "id"])
    op.drop_index("ix_order_lines_family_id", table_name="order_lines")


def downgrade() -> None:
    op.create_index("ix_order_lines_family_id", "order_lines", ["family_id"])
    op.drop_index("ix_order_lines_family_id_id", table_name="order_lines")
    op.drop_table("balances")
    op.drop_table("family_days")
