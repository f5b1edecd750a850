"""What is kept only for a while takes little room, and is found again to be forgotten."""

import zlib

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

REPLIED = sa.text("reply IS NOT NULL")
MENU_DUE = sa.text("menu_due")
LATEST = 4
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    pack_replies()
    op.create_index(
        "ix_heard_updates_replies",
        "heard_updates",
        ["account_id", "at"],
        sqlite_where=REPLIED,
        postgresql_where=REPLIED,
    )
    op.create_index("ix_order_lines_option_id", "order_lines", ["option_id"])
    op.add_column(
        "accounts", sa.Column("menu_due", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index(
        "ix_accounts_menu_due",
        "accounts",
        ["id"],
        sqlite_where=MENU_DUE,
        postgresql_where=MENU_DUE,
    )
    op.create_table(
        "code_tries",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("order_ids", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_code_tries_person_id")),
        sa.PrimaryKeyConstraint("person_id", "day", name=op.f("pk_code_tries")),
    )


def downgrade() -> None:
    op.drop_table("code_tries")
    op.drop_index("ix_accounts_menu_due", table_name="accounts")
    op.drop_column("accounts", "menu_due")
    op.drop_index("ix_order_lines_option_id", table_name="order_lines")
    op.drop_index("ix_heard_updates_replies", table_name="heard_updates")
    op.drop_column("heard_updates", "reply")
    op.add_column("heard_updates", sa.Column("reply", sa.String(), nullable=True))


def pack_replies() -> None:
    """The latest replies of each account in few bytes; a kill may have kept one from the screen."""
    op.execute("ALTER TABLE heard_updates RENAME COLUMN reply TO words")
    op.add_column("heard_updates", sa.Column("reply", sa.LargeBinary(), nullable=True))
    heard = sa.table(
        "heard_updates", *map(sa.column, ("account_id", "update_key", "words", "reply", "at"))
    )
    order = sa.func.row_number().over(
        partition_by=heard.c.account_id, order_by=(heard.c.at.desc(), heard.c.update_key.desc())
    )
    replied = heard.c.words.is_not(None)
    ranked = sa.select(heard.c.account_id, heard.c.update_key, order.label("place")).where(replied)
    latest = ranked.subquery()
    connection = op.get_bind()
    packing = (
        sa.update(heard)
        .where(
            heard.c.account_id == sa.bindparam("account"),
            heard.c.update_key == sa.bindparam("key"),
        )
        .values(reply=sa.bindparam("packed", type_=sa.LargeBinary()))
    )
    same = sa.and_(
        latest.c.account_id == heard.c.account_id, latest.c.update_key == heard.c.update_key
    )
    chosen = sa.select(heard.c.account_id, heard.c.update_key, heard.c.words).join(latest, same)
    chosen = chosen.where(latest.c.place <= LATEST)
    for row in connection.execute(chosen).all():
        packed = zlib.compress(row.words.encode())
        named = {"account": row.account_id, "key": row.update_key, "packed": packed}
        connection.execute(packing, named)
    op.drop_column("heard_updates", "words")
