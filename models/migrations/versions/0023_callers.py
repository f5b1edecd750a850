"""Orders for who telephones: the callers, who placed it for them, and for whom somebody orders."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "callers",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("owner_id", ID),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_callers_person_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_callers_owner_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_callers")),
        sa.UniqueConstraint("phone", name=op.f("uq_callers_phone")),
    )
    op.create_index(op.f("ix_callers_owner_id"), "callers", ["owner_id"])
    with op.batch_alter_table("orders") as table:
        table.add_column(sa.Column("placed_by", ID))
        table.create_foreign_key(op.f("fk_orders_placed_by"), "people", ["placed_by"], ["id"])
    with op.batch_alter_table("conversations") as table:
        table.add_column(sa.Column("buyer_id", ID))
        table.add_column(sa.Column("buyer_until", sa.BigInteger()))
        table.create_foreign_key(op.f("fk_conversations_buyer_id"), "people", ["buyer_id"], ["id"])


def downgrade() -> None:
    """Take them back; who telephoned stays the customer of her orders."""
    with op.batch_alter_table("conversations") as table:
        table.drop_constraint(op.f("fk_conversations_buyer_id"), type_="foreignkey")
        table.drop_column("buyer_until")
        table.drop_column("buyer_id")
    with op.batch_alter_table("orders") as table:
        table.drop_constraint(op.f("fk_orders_placed_by"), type_="foreignkey")
        table.drop_column("placed_by")
    op.drop_table("callers")
