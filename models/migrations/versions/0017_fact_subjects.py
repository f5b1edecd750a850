"""A fact's tag and what it is about stand beside its body; a manager may be marked as founder."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SUBJECTS = ("product_id", "family_id", "bazaar_id", "person_id")
SELDOM = (
    "kind NOT IN ('order-placed', 'order-accepted', 'order-packed', 'order-out', 'order-delivered')"
)
READ = {
    "sqlite": ("json_extract(body, '$.fact')", "json_extract(body, '$.{0}')"),
    "postgresql": ("CAST(body AS json) ->> 'fact'", "CAST(CAST(body AS json) ->> '{0}' AS bigint)"),
}
FILL = """
UPDATE facts SET kind = {tag}, family_id = {family_id}, bazaar_id = {bazaar_id},
    person_id = {person_id}, product_id = {product_id}
"""
# What these are about stood in no body yet.
BY_OPTION = """
UPDATE facts SET product_id = (SELECT o.product_id FROM options o WHERE o.id = {option_id})
WHERE kind = 'stock-moved'
"""
BY_LINE = """
UPDATE facts SET product_id = (SELECT l.product_id FROM order_lines l WHERE l.id = {line_id})
WHERE kind = 'line-struck'
"""
BY_PRODUCT = """
UPDATE facts SET family_id = (SELECT p.family_id FROM products p WHERE p.id = facts.product_id)
WHERE kind = 'product-published'
"""


def upgrade() -> None:
    op.add_column("facts", sa.Column("kind", sa.String(), nullable=False, server_default=""))
    for name in SUBJECTS:
        op.add_column("facts", sa.Column(name, ID, nullable=True))
    tag, field = READ[op.get_bind().dialect.name]
    op.execute(FILL.format(tag=tag, **fields(field, SUBJECTS)))
    op.execute(BY_OPTION.format(**fields(field, ("option_id",))))
    op.execute(BY_LINE.format(**fields(field, ("line_id",))))
    op.execute(BY_PRODUCT)
    founder: sa.Column[bool] = sa.Column(
        "founder", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("roles", founder)
    op.add_column("roles", sa.Column("offered_by", ID, nullable=True))
    create_notice_tables()
    op.create_index("ix_facts_at", "facts", ["at", "id"])
    index("ix_facts_kind", "kind", SELDOM)
    for name in ("actor_id", *SUBJECTS):
        index(f"ix_facts_{name}", name, f"{name} IS NOT NULL")


def fields(field: str, names: tuple[str, ...]) -> dict[str, str]:
    """How each of these fields is read out of a body."""
    return {name: field.format(name) for name in names}


def index(name: str, column: str, where: str) -> None:
    """An index of the rows alone for which that holds."""
    some = sa.text(where)
    op.create_index(name, "facts", [column, "id"], sqlite_where=some, postgresql_where=some)


def create_notice_tables() -> None:
    """How people want their notices, and what is held until it is given out as one."""
    op.create_table(
        "notice_habits",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("habit", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_notice_habits_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "topic", name=op.f("pk_notice_habits")),
    )
    op.create_table(
        "held_notices",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("reply", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_held_notices_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_notices")),
        sa.UniqueConstraint("key", name=op.f("uq_held_notices_key")),
    )
    op.create_index("ix_held_notices_due_at", "held_notices", ["due_at"])
    op.create_index("ix_held_notices_person_id", "held_notices", ["person_id"])


def downgrade() -> None:
    op.drop_table("held_notices")
    op.drop_table("notice_habits")
    op.drop_column("roles", "offered_by")
    op.drop_column("roles", "founder")
    for name in ("actor_id", *SUBJECTS, "kind", "at"):
        op.drop_index(f"ix_facts_{name}", table_name="facts")
    for name in (*SUBJECTS, "kind"):
        op.drop_column("facts", name)
