"""A customer's own orders in a list, each with what names it: the first thing, how many others."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.paging import Page, page_of
from models.kernel.prepared import prepared
from models.kernel.rows import RowReader
from models.orders.queries import BRIEF_COLUMNS, OrderBrief
from models.orders.tables import Order, OrderLine


class OwnOrder(OrderBrief, frozen=True):
    """An order's row in its customer's list: its first thing's names, and how many others."""

    first_ar: str
    first_en: str
    things: int


def of_first_line(wanted: Any) -> Any:
    """What is wanted of the order's first line: one that was not struck, where there is one."""
    first = select(wanted).where(OrderLine.order_id == Order.id).correlate(Order)
    return first.order_by(OrderLine.struck_at.is_not(None), OrderLine.id).limit(1).scalar_subquery()


STANDING_LINES = (
    select(func.count())
    .where(OrderLine.order_id == Order.id, OrderLine.struck_at.is_(None))
    .correlate(Order)
    .scalar_subquery()
)
OWN_ROW = RowReader(
    OwnOrder,
    **BRIEF_COLUMNS,
    first_ar=of_first_line(OrderLine.name_ar),
    first_en=of_first_line(OrderLine.name_en),
    things=STANDING_LINES,
)
OWN: Select[*tuple[Any, ...]] = (
    select(*OWN_ROW.columns)
    .where(Order.person_id == bindparam("person_id"))
    .order_by(Order.id.desc())
    .limit(bindparam("most", type_=Integer))
    .offset(bindparam("skipped", type_=Integer))
)
OF_PERSON = prepared(OWN)


async def orders_of(
    session: AsyncSession, person_id: int, page: int, per_page: int
) -> Page[OwnOrder]:
    """The person's orders, newest first."""
    which = {"person_id": person_id, "most": per_page + 1, "skipped": page * per_page}
    rows = (await session.execute(OF_PERSON, which)).all()
    return page_of(rows, OWN_ROW.read, page, per_page)
