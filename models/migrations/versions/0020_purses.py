"""Cash is in the purse of who took it; where it differs, and handing it over, are lists."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

WAITS = sa.text("state = 'open'")
UNSETTLED = sa.text("settled_at IS NULL")
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Moment = sa.DateTime(timezone=True)
TAKEN_BY = "fk_orders_taken_by"

# What differed before there was a list is the centre's for good, as it was.
NOTE_OLD_ONES = """
INSERT INTO cash_differences (order_id, expected, taken, reason, at, settled_at, how)
SELECT id, total, taken, reason, moved_at, moved_at, 'written-off'
FROM orders WHERE state = 'delivered' AND taken <> total ORDER BY id
"""


def money(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def foreign(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}"))
        for name, to in columns.items()
    ]


def upgrade() -> None:
    with op.batch_alter_table("orders") as table:
        table.add_column(sa.Column("taken_by", Id))
        table.create_foreign_key(op.f(TAKEN_BY), "people", ["taken_by"], ["id"])
    op.create_index(op.f("ix_orders_taken_by_moved_at"), "orders", ["taken_by", "moved_at"])
    make_handovers()
    make_differences()
    op.execute(NOTE_OLD_ONES)


def make_handovers() -> None:
    name = "cash_handovers"
    states = "state IN ('open', 'confirmed', 'replaced', 'withdrawn')"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        money("expected"),
        money("counted"),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("proposed_by", Id, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("decided_at", Moment),
        sa.CheckConstraint("expected >= 0 AND counted >= 0", name=op.f(f"ck_{name}_amounts")),
        sa.CheckConstraint("expected = counted OR reason <> ''", name=op.f(f"ck_{name}_explained")),
        sa.CheckConstraint(states, name=op.f(f"ck_{name}_state")),
        sa.CheckConstraint(
            "(state = 'open') = (decided_at IS NULL)", name=op.f(f"ck_{name}_decided")
        ),
        *foreign(name, person_id="people", proposed_by="people", decided_by="people"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(
        f"ix_{name}_open",
        name,
        ["person_id"],
        unique=True,
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )
    op.create_index(f"ix_{name}_person_id_id", name, ["person_id", "id"])


def make_differences() -> None:
    name = "cash_differences"
    causes = "(order_id IS NULL) <> (handover_id IS NULL)"
    ways = "how IN ('written-off', 'charged', 'corrected')"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("order_id", Id),
        sa.Column("handover_id", Id),
        sa.Column("person_id", Id),
        money("expected"),
        money("taken"),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("settled_at", Moment),
        sa.Column("settled_by", Id),
        sa.Column("how", sa.String()),
        sa.CheckConstraint("expected <> taken", name=op.f(f"ck_{name}_differs")),
        sa.CheckConstraint(causes, name=op.f(f"ck_{name}_one_cause")),
        sa.CheckConstraint("(how IS NULL) = (settled_at IS NULL)", name=op.f(f"ck_{name}_settled")),
        sa.CheckConstraint(ways, name=op.f(f"ck_{name}_how")),
        *foreign(
            name,
            order_id="orders",
            handover_id="cash_handovers",
            person_id="people",
            settled_by="people",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in ("order_id", "handover_id"):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])
    op.create_index(
        f"ix_{name}_open",
        name,
        ["id"],
        sqlite_where=UNSETTLED,
        postgresql_where=UNSETTLED,
    )


def downgrade() -> None:
    """Take purses back; the ledger, which is only added to, keeps what is booked to them."""
    op.drop_table("cash_differences")
    op.drop_table("cash_handovers")
    op.drop_index(op.f("ix_orders_taken_by_moved_at"), table_name="orders")
    with op.batch_alter_table("orders") as table:
        table.drop_constraint(op.f(TAKEN_BY), type_="foreignkey")
        table.drop_column("taken_by")
