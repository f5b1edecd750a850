"""How many products each package offers, counted as they change and not at each look."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

OFFERED = sa.text("offered")
MORE = """
    INSERT INTO package_counts (package, offered) VALUES (NEW.package, 1)
    ON CONFLICT (package) DO UPDATE SET offered = package_counts.offered + 1;
"""
FEWER = "UPDATE package_counts SET offered = offered - 1 WHERE package = OLD.package;"
# A later migration that rebuilds `products` on SQLite loses these and must make them anew.
SQLITE = (
    f"""
CREATE TRIGGER products_offered_insert AFTER INSERT ON products WHEN NEW.offered
BEGIN {MORE} END""",
    f"""
CREATE TRIGGER products_offered_delete AFTER DELETE ON products WHEN OLD.offered
BEGIN {FEWER} END""",
    f"""
CREATE TRIGGER products_offered_more AFTER UPDATE OF offered, package ON products
WHEN NEW.offered AND (NOT OLD.offered OR OLD.package <> NEW.package)
BEGIN {MORE} END""",
    f"""
CREATE TRIGGER products_offered_fewer AFTER UPDATE OF offered, package ON products
WHEN OLD.offered AND (NOT NEW.offered OR OLD.package <> NEW.package)
BEGIN {FEWER} END""",
)
# Counted at the commit and one transaction at a time: a row that every sale may touch would else
# be held through the sale, and two sales that touch two packages crosswise would wait for ever.
POSTGRES = (
    f"""
CREATE FUNCTION count_offered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('package_counts'));
    IF TG_OP <> 'INSERT' AND OLD.offered THEN {FEWER} END IF;
    IF TG_OP <> 'DELETE' AND NEW.offered THEN {MORE} END IF;
    RETURN NULL;
END $$""",
    """
CREATE CONSTRAINT TRIGGER products_offered_insert AFTER INSERT ON products
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.offered)
EXECUTE FUNCTION count_offered()""",
    """
CREATE CONSTRAINT TRIGGER products_offered_delete AFTER DELETE ON products
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.offered)
EXECUTE FUNCTION count_offered()""",
    """
CREATE CONSTRAINT TRIGGER products_offered_update AFTER UPDATE OF offered, package ON products
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (OLD.offered <> NEW.offered OR OLD.package <> NEW.package)
EXECUTE FUNCTION count_offered()""",
)


def upgrade() -> None:
    op.create_table(
        "package_counts",
        sa.Column("package", sa.String(), nullable=False),
        sa.Column("offered", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("package", name=op.f("pk_package_counts")),
    )
    op.execute(
        "INSERT INTO package_counts SELECT package, count(*) FROM products"
        " WHERE offered GROUP BY package"
    )
    op.create_index(
        "ix_products_audience",
        "products",
        ["package", "audience", "id"],
        sqlite_where=OFFERED,
        postgresql_where=OFFERED,
    )
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE if sqlite else POSTGRES:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name in ("insert", "delete", "more", "fewer"):
            op.execute(f"DROP TRIGGER products_offered_{name}")
    else:
        for name in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER products_offered_{name} ON products")
        op.execute("DROP FUNCTION count_offered")
    op.drop_index("ix_products_audience", table_name="products")
    op.drop_table("package_counts")
