"""Wishes for the maker on lines and products; accounts on hold; orders counted by their person."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEPT = "cart_lines_before_0019"
LINE = "person_id, option_id, quantity, price_seen, added_at"
PRODUCT = ("wish_most", "wish_example_ar", "wish_example_en")


def upgrade() -> None:
    op.create_index("ix_orders_person_id_state", "orders", ["person_id", "state"])
    op.add_column(
        "facts", sa.Column("quiet", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "orders", sa.Column("on_hold", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_table(
        "account_limits",
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('held', 'blocked')", name=op.f("ck_account_limits_kind")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_account_limits_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_account_limits")),
    )
    for name in PRODUCT:
        kind = sa.Integer() if name == "wish_most" else sa.String()
        default = "0" if name == "wish_most" else ""
        op.add_column("products", sa.Column(name, kind, nullable=False, server_default=default))
    op.add_column("order_lines", sa.Column("wish", sa.String(), nullable=False, server_default=""))
    make_cart_lines_anew(LINE, wishes=True)


def downgrade() -> None:
    """Take all of it back; of an option with several wishes the cart keeps every piece."""
    summed = "person_id, option_id, sum(quantity), max(price_seen), min(added_at)"
    make_cart_lines_anew(summed, wishes=False)
    op.drop_column("order_lines", "wish")
    for name in PRODUCT:
        op.drop_column("products", name)
    op.drop_table("account_limits")
    op.drop_column("orders", "on_hold")
    op.drop_column("facts", "quiet")
    op.drop_index("ix_orders_person_id_state", "orders")


def make_cart_lines_anew(kept: str, *, wishes: bool) -> None:
    """The same lines under another key, which neither database can change in place."""
    grouped = "" if wishes else " GROUP BY person_id, option_id"
    op.execute(f"CREATE TABLE {KEPT} AS SELECT {LINE} FROM cart_lines")
    op.drop_table("cart_lines")
    added: list[sa.Column[Any]] = []
    if wishes:
        added = [
            sa.Column("line", sa.Integer(), nullable=False),
            sa.Column("wish", sa.String(), nullable=False),
        ]
    key = ("person_id", "option_id", *(["line"] if wishes else []))
    op.create_table(
        "cart_lines",
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("option_id", NUMBER, nullable=False),
        *added[:1],
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("price_seen", sa.BigInteger(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        *added[1:],
        sa.CheckConstraint("quantity > 0", name=op.f("ck_cart_lines_quantity")),
        sa.ForeignKeyConstraint(
            ["option_id"], ["options.id"], name=op.f("fk_cart_lines_option_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_cart_lines_person_id")),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_cart_lines")),
    )
    columns, values = (f"{LINE}, line, wish", f"{kept}, 0, ''") if wishes else (LINE, kept)
    op.execute(f"INSERT INTO cart_lines ({columns}) SELECT {values} FROM {KEPT}{grouped}")
    op.execute(f"DROP TABLE {KEPT}")
