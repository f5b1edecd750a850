"""The hall: notes on goods, tills, sales with their returns, labels, and what is running low."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0036"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
FILS = sa.BigInteger()
NOTE_KINDS = "kind IN ('take-in', 'give-back', 'write-off', 'count')"
NOTE_STATES = "state IN ('open', 'confirmed', 'disputed', 'settled')"
TILL_STATES = "state IN ('open', 'counted', 'closed')"
SUMS = (
    "items >= 0 AND discount >= 0 AND total >= 0 AND total = items - discount"
    " AND cash >= 0 AND card >= 0 AND given >= cash AND total = cash + card + rounded"
)
OPEN = "ix_cash_handovers_open"
TABLES = (
    *("printed_labels", "hall_return_lines", "hall_returns", "hall_sale_lines", "hall_sales"),
    *("till_movements", "tills", "supply_offers", "goods_note_lines", "goods_notes"),
)


def upgrade() -> None:
    """Nothing was sold in the hall yet."""
    make_notes()
    make_tills()
    make_sales()
    make_returns()
    add_to_stock()
    let_tills_be_handed_over()


def make(name: str, *parts: Any, key: tuple[str, ...] = ("id",)) -> None:
    """Make a table with that key; `id` numbers its rows."""
    first = [sa.Column("id", ID, nullable=False)] if key == ("id",) else []
    op.create_table(name, *first, *parts, sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")))


def need(name: str, kind: Any, default: Any = None) -> sa.Column[Any]:
    """A column that is never empty."""
    return sa.Column(name, kind, nullable=False, server_default=default)


def link(table: str, name: str, to: str, *, empty: bool = False) -> tuple[Any, ...]:
    """A column that names a row of another table."""
    key = sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, ID, nullable=empty), key


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    """A rule of a table."""
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def only_once(table: str, *columns: str) -> sa.UniqueConstraint:
    """What stands in these columns stands in one row alone."""
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def find(table: str, *columns: str, where: str = "", name: str = "", unique: bool = False) -> None:
    """An index, of the rows alone for which `where` holds."""
    called = name or f"ix_{table}_{'_'.join(columns)}"
    on: dict[str, Any] = (
        {"sqlite_where": sa.text(where), "postgresql_where": sa.text(where)} if where else {}
    )
    op.create_index(op.f(called), table, list(columns), unique=unique, **on)


def words() -> tuple[sa.Column[Any], ...]:
    """What a thing was called at that moment."""
    names = (need(name, sa.String()) for name in ("name_ar", "name_en"))
    labels = (need(name, sa.String(), "") for name in ("label_ar", "label_en"))
    return (*names, *labels)


def make_notes() -> None:
    """Notes, their lines, and what families offer to bring."""
    one = "goods_notes"
    make(
        one,
        *(need("token", sa.String()), only_once(one, "token"), need("kind", sa.String())),
        *link(one, "family_id", "families"),
        *link(one, "bazaar_id", "bazaars", empty=True),
        *(need("reason", sa.String(), ""), need("at", MOMENT)),
        *link(one, "actor_id", "people", empty=True),
        need("state", sa.String()),
        *link(one, "said_by", "people", empty=True),
        sa.Column("said_at", MOMENT),
        *(need(name, sa.String(), "") for name in ("word", "answer")),
        sa.Column("asked_again_at", MOMENT),
        check(one, "kind", NOTE_KINDS),
        check(one, "state", NOTE_STATES),
        check(one, "said", "(state = 'open') = (said_at IS NULL)"),
    )
    find(one, "family_id", "id")
    find(one, "said_by", where="word <> ''")
    find(one, "id", where="state IN ('open', 'disputed')", name="ix_goods_notes_waiting")
    lines = "goods_note_lines"
    make(
        lines,
        *link(lines, "note_id", one),
        *link(lines, "option_id", "options"),
        *link(lines, "product_id", "products"),
        *words(),
        *(need("price", FILS), need("change", sa.Integer()), sa.Column("counted", sa.Integer())),
        check(lines, "price", "price > 0"),
        check(lines, "counted", "counted >= 0"),
        key=("note_id", "option_id"),
    )
    find(lines, "option_id")
    make_offers()


def make_offers() -> None:
    """What families say that they can bring."""
    one = "supply_offers"
    make(
        one,
        *link(one, "family_id", "families"),
        *link(one, "option_id", "options"),
        *(need("quantity", sa.Integer()), need("at", MOMENT)),
        *link(one, "person_id", "people", empty=True),
        *link(one, "note_id", "goods_notes", empty=True),
        sa.Column("declined_at", MOMENT),
        *link(one, "declined_by", "people", empty=True),
        check(one, "quantity", "quantity > 0"),
        check(one, "one_end", "note_id IS NULL OR declined_at IS NULL"),
    )
    find(one, "family_id", "id")
    find(one, "option_id")
    waiting = "note_id IS NULL AND declined_at IS NULL"
    find(one, "id", where=waiting, name="ix_supply_offers_waiting")


def make_tills() -> None:
    """Tills, and the cash put into them or taken out."""
    one = "tills"
    make(
        one,
        *(need("token", sa.String()), only_once(one, "token")),
        *link(one, "bazaar_id", "bazaars"),
        *link(one, "person_id", "people"),
        need("state", sa.String()),
        *link(one, "opened_by", "people", empty=True),
        *(need("opened_at", MOMENT), need("opening_float", FILS)),
        *(need("receipts", sa.Integer(), "0"), sa.Column("counted", sa.String())),
        *(sa.Column(name, MOMENT) for name in ("counted_at", "closed_at", "told_at")),
        check(one, "state", TILL_STATES),
        check(one, "opening_float", "opening_float >= 0"),
        check(one, "receipts", "receipts >= 0"),
        check(one, "closed", "(state = 'closed') = (closed_at IS NOT NULL)"),
    )
    find(one, "bazaar_id")
    find(one, "opened_at")
    find(one, "person_id")
    find(one, "person_id", where="state <> 'closed'", name="ix_tills_person", unique=True)
    moved = "till_movements"
    make(
        moved,
        *link(moved, "till_id", one),
        *(need("amount", FILS), need("reason", sa.String()), need("at", MOMENT)),
        *link(moved, "actor_id", "people", empty=True),
        check(moved, "amount", "amount <> 0"),
        check(moved, "explained", "reason <> ''"),
    )
    find(moved, "till_id")


def make_sales() -> None:
    """Sales, and what was sold."""
    one = "hall_sales"
    make(
        one,
        *(need("token", sa.String()), only_once(one, "token")),
        *(need("claim", sa.String()), only_once(one, "claim")),
        *link(one, "till_id", "tills"),
        *(need("number", sa.Integer()), only_once(one, "till_id", "number")),
        *link(one, "bazaar_id", "bazaars"),
        *link(one, "seller_id", "people"),
        *(need("at", MOMENT), need("items", FILS), need("discount", FILS)),
        *(need("discount_reason", sa.String(), ""), need("total", FILS), need("cash", FILS)),
        *(need("given", FILS), need("card", FILS), need("card_reference", sa.String(), "")),
        *(need("rounded", FILS), need("refunded", FILS), need("void", sa.Boolean(), sa.false())),
        *link(one, "person_id", "people", empty=True),
        check(one, "sums", SUMS),
        check(one, "discount_reason", "(discount = 0) = (discount_reason = '')"),
        check(one, "card_reference", "card > 0 OR card_reference = ''"),
        check(one, "refunded", "refunded >= 0"),
    )
    find(one, "bazaar_id")
    find(one, "seller_id", "id")
    find(one, "at")
    find(one, "person_id", where="person_id IS NOT NULL")
    lines = "hall_sale_lines"
    make(
        lines,
        *link(lines, "sale_id", one),
        *link(lines, "option_id", "options"),
        *link(lines, "product_id", "products"),
        *link(lines, "family_id", "families"),
        *words(),
        *(need("price", FILS), need("quantity", sa.Integer()), need("discount", FILS)),
        check(lines, "quantity", "quantity > 0"),
        check(lines, "price", "price > 0"),
        check(lines, "discount", "discount >= 0 AND discount <= price * quantity"),
    )
    for columns in (("sale_id",), ("option_id",), ("family_id", "id")):
        find(lines, *columns)


def make_returns() -> None:
    """What came back of sales; and the labels that were printed."""
    one = "hall_returns"
    make(
        one,
        *(need("token", sa.String()), only_once(one, "token")),
        *link(one, "sale_id", "hall_sales"),
        *link(one, "till_id", "tills"),
        need("at", MOMENT),
        *link(one, "actor_id", "people", empty=True),
        *(need("reason", sa.String()), need("cash", FILS), need("card", FILS)),
        need("rounded", FILS),
        check(one, "amounts", "cash >= 0 AND card >= 0"),
        check(one, "explained", "reason <> ''"),
    )
    find(one, "sale_id")
    find(one, "till_id")
    lines = "hall_return_lines"
    make(
        lines,
        *link(lines, "return_id", one),
        *link(lines, "line_id", "hall_sale_lines"),
        *(need("quantity", sa.Integer()), need("to_shelf", sa.Boolean())),
        *(need(name, FILS) for name in ("amount", "discount", "borne")),
        check(lines, "quantity", "quantity > 0"),
        check(lines, "discount", "discount >= 0 AND discount <= amount"),
        check(lines, "borne", "borne >= 0 AND borne <= amount"),
        key=("return_id", "line_id"),
    )
    find(lines, "line_id")
    labels = "printed_labels"
    make(
        labels,
        *link(labels, "option_id", "options"),
        *(need("price", FILS), need("at", MOMENT)),
        *link(labels, "actor_id", "people", empty=True),
        check(labels, "price", "price > 0"),
        key=("option_id",),
    )


def add_to_stock() -> None:
    """Movements name their note or sale; options have a limit from which on they run low.

    Options get their columns as the table is: many other tables name its rows.
    """
    name_rows("stock_movements", {"note_id": "goods_notes", "sale_id": "hall_sales"})
    limit = "CONSTRAINT ck_options_low_limit CHECK (low_limit >= 0)"
    op.execute(f"ALTER TABLE options ADD COLUMN low_limit INTEGER {limit}")
    op.add_column("options", need("low_told", sa.Boolean(), sa.false()))


def let_tills_be_handed_over() -> None:
    """What is handed over may be a till's cash instead of a purse's."""
    op.drop_index(op.f(OPEN), "cash_handovers")
    table, open_ = "cash_handovers", "state = 'open' AND till_id IS"
    name_rows(table, {"till_id": "tills", "to_id": "people"})
    with op.batch_alter_table(table) as changed:
        taken_over = op.f("ck_cash_handovers_taken_over")
        changed.create_check_constraint(taken_over, "to_id IS NULL OR till_id IS NOT NULL")
    find(table, "person_id", where=f"{open_} NULL", name=OPEN, unique=True)
    till = "ix_cash_handovers_till"
    find(table, "till_id", where=f"{open_} NOT NULL", name=till, unique=True)


def name_rows(table: str, columns: dict[str, str]) -> None:
    """Columns that may name rows of other tables."""
    with op.batch_alter_table(table) as changed:
        for name, to in columns.items():
            changed.add_column(sa.Column(name, ID))
            changed.create_foreign_key(op.f(f"fk_{table}_{name}"), to, [name], ["id"])


def downgrade() -> None:
    """Take them back, with all that was sold in the hall; the ledger keeps what is booked."""
    op.drop_index(op.f("ix_cash_handovers_till"), "cash_handovers")
    op.drop_index(op.f(OPEN), "cash_handovers")
    with op.batch_alter_table("cash_handovers") as table:
        table.drop_constraint(op.f("ck_cash_handovers_taken_over"), type_="check")
        for name in ("till_id", "to_id"):
            table.drop_constraint(op.f(f"fk_cash_handovers_{name}"), type_="foreignkey")
            table.drop_column(name)
    find("cash_handovers", "person_id", where="state = 'open'", name=OPEN, unique=True)
    op.drop_column("options", "low_told")
    op.execute("ALTER TABLE options DROP COLUMN low_limit")
    with op.batch_alter_table("stock_movements") as table:
        for name in ("note_id", "sale_id"):
            table.drop_constraint(op.f(f"fk_stock_movements_{name}"), type_="foreignkey")
            table.drop_column(name)
    for name in TABLES:
        op.drop_table(name)
