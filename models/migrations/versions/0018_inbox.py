"""Questions of people to the centre, their voice notes, and what is not handed over yet."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

IS_WAITING = "state IN ('open', 'taken')"
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    make_voices()
    make_questions()
    make_messages()
    make_drafts()


def make_voices() -> None:
    op.create_table(
        "voices",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("ogg", sa.LargeBinary(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_voices")),
    )


def make_questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("order_id", NUMBER, nullable=True),
        sa.Column("product_id", NUMBER, nullable=True),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("moved_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("taken_by", NUMBER, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("pointed_out_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'taken', 'answered', 'closed')", name=op.f("ck_questions_state")
        ),
        sa.CheckConstraint(f"({IS_WAITING}) = (due_at IS NOT NULL)", name=op.f("ck_questions_due")),
        sa.CheckConstraint(
            "state <> 'taken' OR taken_by IS NOT NULL", name=op.f("ck_questions_taken")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_questions_person_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_questions_order_id")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_questions_product_id")
        ),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name=op.f("fk_questions_taken_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    op.create_index(op.f("ix_questions_person_id"), "questions", ["person_id"])
    op.create_index("ix_questions_state_moved_at", "questions", ["state", "moved_at"])
    make_partial_index("ix_questions_due_at", "questions", "due_at", IS_WAITING)


def make_messages() -> None:
    op.create_table(
        "question_messages",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("question_id", NUMBER, nullable=False),
        sa.Column("by_staff", sa.Boolean(), nullable=False),
        sa.Column("author_id", NUMBER, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("voice", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("fk_question_messages_question_id")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name=op.f("fk_question_messages_author_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_messages")),
    )
    op.create_index(op.f("ix_question_messages_question_id"), "question_messages", ["question_id"])
    for name in ("photo", "voice"):
        make_partial_index(
            f"ix_question_messages_{name}", "question_messages", name, f"{name} <> ''"
        )


def make_drafts() -> None:
    op.create_table(
        "question_drafts",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("order_id", NUMBER, nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("voice", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("question_id", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_question_drafts_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_question_drafts_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("fk_question_drafts_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_drafts")),
        sa.UniqueConstraint("token", name=op.f("uq_question_drafts_token")),
    )
    for name in ("person_id", "at"):
        op.create_index(op.f(f"ix_question_drafts_{name}"), "question_drafts", [name])


def make_partial_index(name: str, table: str, column: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, [column], sqlite_where=condition, postgresql_where=condition)


def downgrade() -> None:
    for table in ("question_drafts", "question_messages", "questions", "voices"):
        op.drop_table(table)
