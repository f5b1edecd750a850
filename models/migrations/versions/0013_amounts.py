"""An order keeps every part of what it costs: surcharges and a discount beside items and fee."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SUMS = "items >= 0 AND fee >= 0 AND total = items + fee"
PARTS = (
    "items >= 0 AND fee >= 0 AND surcharged >= 0 AND discount >= 0 AND total >= 0"
    " AND total = items + fee + surcharged - discount"
)
NAME = "ck_orders_sums"
ADDED = ("surcharges", "surcharged", "discount")


TAKE_PARTS_BACK = """
UPDATE orders SET surcharges = '{}', surcharged = 0, discount = 0,
    items = CASE WHEN total < items THEN total ELSE items END,
    fee = CASE WHEN total < items THEN 0 ELSE total - items END
WHERE surcharged <> 0 OR discount <> 0
"""


def upgrade() -> None:
    with op.batch_alter_table("orders") as table:
        table.drop_constraint(op.f(NAME), type_="check")
        table.add_column(sa.Column("surcharges", sa.Text(), nullable=False, server_default="{}"))
        for name in ("surcharged", "discount"):
            table.add_column(sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
        table.create_check_constraint(op.f(NAME), PARTS)
    # The orders that there were have neither; a new one says what it has.
    with op.batch_alter_table("orders") as table:
        for name in ADDED:
            table.alter_column(name, server_default=None)


def downgrade() -> None:
    """Take the parts back; what was to be paid stays, as items and fee.

    The ledger, which is only added to, keeps its entries for the parts.
    """
    op.execute(TAKE_PARTS_BACK)
    with op.batch_alter_table("orders") as table:
        table.drop_constraint(op.f(NAME), type_="check")
        for name in ADDED:
            table.drop_column(name)
        table.create_check_constraint(op.f(NAME), SUMS)
