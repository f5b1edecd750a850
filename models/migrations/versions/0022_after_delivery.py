"""What is returned after the delivery, with the money that is handed back for it."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0020"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AMOUNTS = ("items", "discount", "fee", "refunded")


def upgrade() -> None:
    op.add_column(
        "orders", sa.Column("refunded", sa.BigInteger(), nullable=False, server_default="0")
    )
    op.add_column("returned_pieces", sa.Column("undone_at", sa.DateTime(timezone=True)))
    op.create_table(
        "order_returns",
        sa.Column("id", Id, nullable=False),
        sa.Column("order_id", Id, nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in AMOUNTS),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", Id),
        *(
            sa.CheckConstraint(f"{name} >= 0", name=op.f(f"ck_order_returns_{name}"))
            for name in AMOUNTS
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_order_returns_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["people.id"], name=op.f("fk_order_returns_actor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_returns")),
        sa.UniqueConstraint("order_id", "nth", name=op.f("uq_order_returns_order_id_nth")),
    )


def downgrade() -> None:
    op.drop_table("order_returns")
    op.drop_column("returned_pieces", "undone_at")
    op.drop_column("orders", "refunded")
