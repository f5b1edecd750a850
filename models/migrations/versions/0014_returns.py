"""What comes back from an order: refused at the door, still to be looked at, lost, or returned."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KNOWN = "state IN ('placed', 'accepted', 'packed', 'out', 'delivered', 'returned', 'cancelled')"
BEFORE = "state IN ('placed', 'accepted', 'packed', 'out', 'delivered', 'cancelled')"
DISPOSITIONS = "disposition IN ('shelf', 'inspect', 'unsellable', 'missing')"
TO_INSPECT = sa.text("disposition = 'inspect' AND decided_at IS NULL")
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def know_states(known: str) -> None:
    with op.batch_alter_table("orders") as table:
        table.drop_constraint(op.f("ck_orders_state"), type_="check")
        table.create_check_constraint(op.f("ck_orders_state"), known)


def upgrade() -> None:
    know_states(KNOWN)
    op.add_column("order_lines", sa.Column("returned_at", sa.DateTime(timezone=True)))
    op.create_table(
        "returned_pieces",
        sa.Column("id", Id, nullable=False),
        sa.Column("order_id", Id, nullable=False),
        sa.Column("line_id", Id, nullable=False),
        sa.Column("option_id", Id, nullable=False),
        sa.Column("family_id", Id, nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("disposition", sa.String(), nullable=False),
        sa.Column("borne", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", Id),
        sa.Column("inspected_id", Id),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_returned_pieces_quantity")),
        sa.CheckConstraint("borne >= 0", name=op.f("ck_returned_pieces_borne")),
        sa.CheckConstraint(DISPOSITIONS, name=op.f("ck_returned_pieces_disposition")),
        *(
            sa.ForeignKeyConstraint([name], [to], name=op.f(f"fk_returned_pieces_{name}"))
            for name, to in (
                ("order_id", "orders.id"),
                ("line_id", "order_lines.id"),
                ("option_id", "options.id"),
                ("family_id", "families.id"),
                ("actor_id", "people.id"),
                ("inspected_id", "returned_pieces.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_pieces")),
    )
    op.create_index(op.f("ix_returned_pieces_order_id"), "returned_pieces", ["order_id"])
    op.create_index(
        "ix_returned_pieces_to_inspect",
        "returned_pieces",
        ["id"],
        sqlite_where=TO_INSPECT,
        postgresql_where=TO_INSPECT,
    )


def downgrade() -> None:
    """Take the table back. An order that was refused is a cancelled one, as it was before."""
    op.drop_table("returned_pieces")
    op.drop_column("order_lines", "returned_at")
    op.execute("UPDATE orders SET state = 'cancelled' WHERE state = 'returned'")
    know_states(BEFORE)
