"""Favourites, and sold-out products that people are told of when they are there again."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
KEYS = {"favourites": ("person_id", "product_id"), "stock_alerts": ("product_id", "person_id")}


def upgrade() -> None:
    """Nobody has kept anything yet."""
    for name, key in KEYS.items():
        op.create_table(
            name,
            *(sa.Column(column, ID, nullable=False) for column in key),
            sa.Column("since", MOMENT, nullable=False),
            sa.ForeignKeyConstraint(
                ["person_id"], ["people.id"], name=op.f(f"fk_{name}_person_id")
            ),
            sa.ForeignKeyConstraint(
                ["product_id"], ["products.id"], name=op.f(f"fk_{name}_product_id")
            ),
            sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
        )
    op.create_index(op.f("ix_stock_alerts_person_id"), "stock_alerts", ["person_id"])


def downgrade() -> None:
    """Take them back."""
    for name in KEYS:
        op.drop_table(name)
