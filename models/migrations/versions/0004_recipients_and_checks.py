"""Who receives an order is kept with the place; amounts, tries and invitations are checked.

Name and phone stood with the person who ordered, and a gift renamed whoever sent it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CHECKS = {
    "orders": {"taken": "taken >= 0", "wrong_codes": "wrong_codes BETWEEN 0 AND 5"},
    "order_lines": {"price": "price > 0"},
    "ledger_entries": {"amount": "amount <> 0"},
    "invitations": {"one_aim": "(role IS NULL) <> (family_id IS NULL)"},
}
TO_THE_PLACE = """
    UPDATE saved_addresses SET
        name = coalesce((SELECT p.name FROM people p WHERE p.id = person_id), ''),
        phone = coalesce((SELECT p.phone FROM people p WHERE p.id = person_id), '')"""
TO_THE_PERSON = """
    UPDATE people SET
        name = (SELECT s.name FROM saved_addresses s WHERE s.person_id = people.id),
        phone = (SELECT s.phone FROM saved_addresses s WHERE s.person_id = people.id)"""


def upgrade() -> None:
    with op.batch_alter_table("saved_addresses") as table:
        for name in ("name", "phone"):
            table.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.execute(TO_THE_PLACE)
    with op.batch_alter_table("saved_addresses") as table:
        for name in ("name", "phone"):
            table.alter_column(name, server_default=None)
    with op.batch_alter_table("people") as table:
        table.drop_column("name")
        table.drop_column("phone")
    for name, checks in CHECKS.items():
        with op.batch_alter_table(name) as table:
            for check, condition in checks.items():
                table.create_check_constraint(op.f(f"ck_{name}_{check}"), condition)


def downgrade() -> None:
    for name, checks in CHECKS.items():
        with op.batch_alter_table(name) as table:
            for check in checks:
                table.drop_constraint(op.f(f"ck_{name}_{check}"), type_="check")
    with op.batch_alter_table("people") as table:
        table.add_column(sa.Column("name", sa.String(), nullable=True))
        table.add_column(sa.Column("phone", sa.String(), nullable=True))
    op.execute(TO_THE_PERSON)
    with op.batch_alter_table("saved_addresses") as table:
        table.drop_column("name")
        table.drop_column("phone")
