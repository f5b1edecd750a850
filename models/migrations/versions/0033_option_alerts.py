"""A sold-out option that people are told of when it is there again."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0030"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = {"option_id": "options.id", "person_id": "people.id"}


def upgrade() -> None:
    """Nobody has asked for one yet."""
    op.create_table(
        "option_alerts",
        *(sa.Column(name, ID, nullable=False) for name in KEY),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [of], name=op.f(f"fk_option_alerts_{name}"))
            for name, of in KEY.items()
        ),
        sa.PrimaryKeyConstraint(*KEY, name=op.f("pk_option_alerts")),
    )
    op.create_index(op.f("ix_option_alerts_person_id"), "option_alerts", ["person_id"])


def downgrade() -> None:
    """Take them back."""
    op.drop_table("option_alerts")
