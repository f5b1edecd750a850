"""Orders found by the phone or by the name of whom they are for.

The names stand in a text index of their own, each word in its one spelling.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    bindparam,
    column,
    delete,
    insert,
    table,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import Id, dialect_of
from models.kernel.folding import MOST_WORDS, words_of
from models.kernel.prepared import prepared
from models.orders.queries import BRIEF, BRIEF_ROW, OrderBrief
from models.orders.run_queries import not_with_another
from models.orders.tables import Order

# An FTS5 table on SQLite, a table with a tsvector on PostgreSQL; the rowid is the order's id.
order_search = table("order_search", column("rowid", Id), column("name", Text))
FORGET_NAME = prepared(delete(order_search).where(order_search.c.rowid == bindparam("order_id")))
KEEP_NAME = prepared(
    insert(order_search).values(
        rowid=bindparam("order_id", type_=Id), name=bindparam("folded", type_=Text)
    )
)


async def index_order(session: AsyncSession, order_id: int, name: str) -> None:
    """Let the order be found by that name, and by no other any more."""
    await session.execute(FORGET_NAME, {"order_id": order_id})
    folded = " ".join(dict.fromkeys(word for word, _ in words_of(name)))
    await session.execute(KEEP_NAME, {"order_id": order_id, "folded": folded})


async def orders_by_phone(
    session: AsyncSession, phone: str, states: Sequence[str], most: int, courier_id: int = 0
) -> list[OrderBrief]:
    """The orders for that phone (E.164) in one of the states, the newest first.

    With `courier_id` those are left out that another courier has in a run.
    """
    chosen = in_reach(BRIEF.where(Order.phone == phone), states, courier_id)
    return await some(session, chosen.order_by(Order.id.desc()).limit(most))


async def orders_by_name(
    session: AsyncSession, name: str, states: Sequence[str], most: int, courier_id: int = 0
) -> list[OrderBrief]:
    """The orders for whose name words begin with each of these, in one of the states.

    The newest come first; with `courier_id` those are left out that another courier has in a run.
    """
    words = list(dict.fromkeys(word for word, _ in words_of(name)))[:MOST_WORDS]
    if not words:
        return []
    dialect = dialect_of(session)
    query = sqlite_query(words) if dialect == "sqlite" else postgres_query(words)
    named = BRIEF.join_from(order_search, Order, Order.id == order_search.c.rowid)
    chosen = in_reach(named.where(named_so(dialect)), states, courier_id)
    newest = chosen.order_by(order_search.c.rowid.desc()).limit(most)
    return await some(session, newest, {"query": query})


def in_reach(
    chosen: Select[*tuple[Any, ...]], states: Sequence[str], courier_id: int
) -> Select[*tuple[Any, ...]]:
    """The chosen orders that are in one of the states and, for a courier, within reach."""
    inside = chosen.where(Order.state.in_(states))
    return inside.where(not_with_another(courier_id)) if courier_id else inside


@cache
def named_so(dialect: str) -> ColumnElement[bool]:
    """The condition that the indexed name holds the words of the parameter `query`."""
    if dialect == "sqlite":
        return text("order_search MATCH :query")  # type: ignore[return-value]
    return text("order_search.words @@ CAST(:query AS tsquery)")  # type: ignore[return-value]


def sqlite_query(words: Sequence[str]) -> str:
    """The FTS5 expression for words that begin so; they hold letters and digits alone."""
    return " AND ".join(f'"{word}"*' for word in words)


def postgres_query(words: Sequence[str]) -> str:
    """The tsquery for words that begin so."""
    return " & ".join(f"'{word}':*" for word in words)


async def some(
    session: AsyncSession, chosen: Select[*tuple[Any, ...]], params: dict[str, Any] | None = None
) -> list[OrderBrief]:
    """The chosen orders."""
    rows: Sequence[Sequence[Any]] = (await session.execute(chosen, params or {})).all()
    return [BRIEF_ROW.read(row) for row in rows]
