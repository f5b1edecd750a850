"""What is next for each account, kept as data; and what is done in portions."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
OPEN = "done_at IS NULL"
WAITS = "message_id IS NOT NULL"
FILL = """
INSERT INTO account_queues
  (account_id, channel, message_id, urgency, ready_at, as_of, leased)
SELECT m.account_id, a.channel, m.id,
  CASE WHEN m.key LIKE 'reply:%' THEN 0 WHEN m.key LIKE 'fact:%' THEN 1 ELSE 2 END,
  CASE WHEN m.until < m.due_at THEN m.until ELSE m.due_at END,
  m.made_at, false
FROM (SELECT min(id) AS id FROM owed_messages WHERE done_at IS NULL GROUP BY account_id) AS firsts
JOIN owed_messages AS m ON m.id = firsts.id
JOIN accounts AS a ON a.id = m.account_id
"""


def index(name: str, table: str, *columns: str, where: str) -> None:
    """An index of the rows alone for which that holds."""
    some = sa.text(where)
    op.create_index(name, table, list(columns), sqlite_where=some, postgresql_where=some)


def upgrade() -> None:
    op.create_table(
        "account_queues",
        sa.Column("account_id", ID, nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("message_id", ID, nullable=True),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("ready_at", MOMENT, nullable=False),
        sa.Column("as_of", MOMENT, nullable=False),
        sa.Column("leased", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_account_queues_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["message_id"], ["owed_messages.id"], name=op.f("fk_account_queues_message_id")
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_account_queues")),
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", ID, nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("reply", sa.String(), nullable=False),
        sa.Column("until", MOMENT, nullable=True),
        sa.Column("news", sa.Boolean(), nullable=False),
        sa.Column("since_before", MOMENT, nullable=True),
        sa.Column("but_id", ID, nullable=True),
        sa.Column("account_id", ID, nullable=True),
        sa.Column("position", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_broadcasts_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
    )
    op.drop_index("ix_owed_messages_open", table_name="owed_messages")
    op.drop_index("ix_owed_messages_until", table_name="owed_messages")
    op.drop_column("owed_messages", "leased_until")
    op.execute(FILL)
    next_ones = ("channel", "urgency", "ready_at", "message_id")
    index("ix_account_queues_next", "account_queues", *next_ones, where=WAITS)
    index("ix_account_queues_as_of", "account_queues", "as_of", where=WAITS)
    index("ix_account_queues_leased", "account_queues", "channel", where="leased")
    blocked, in_words = "outcome = 'blocked'", "done_at IS NOT NULL AND reply <> ''"
    index("ix_owed_messages_blocked", "owed_messages", "account_id", "id", where=blocked)
    index("ix_owed_messages_in_words", "owed_messages", "done_at", where=in_words)


def downgrade() -> None:
    op.drop_index("ix_owed_messages_in_words", table_name="owed_messages")
    op.drop_index("ix_owed_messages_blocked", table_name="owed_messages")
    op.add_column("owed_messages", sa.Column("leased_until", MOMENT, nullable=True))
    index("ix_owed_messages_until", "owed_messages", "until", where=OPEN)
    index("ix_owed_messages_open", "owed_messages", "due_at", where=OPEN)
    op.drop_table("broadcasts")
    op.drop_table("account_queues")
