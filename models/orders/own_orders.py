"""A customer's own orders in a list."""

from __future__ import annotations

from sqlalchemy import Integer, bindparam
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.paging import Page, page_of
from models.kernel.prepared import prepared
from models.orders.queries import BRIEF, BRIEF_ROW, OrderBrief
from models.orders.tables import Order

OF_PERSON = prepared(
    BRIEF.where(Order.person_id == bindparam("person_id"))
    .order_by(Order.id.desc())
    .limit(bindparam("most", type_=Integer))
    .offset(bindparam("skipped", type_=Integer))
)


async def orders_of(
    session: AsyncSession, person_id: int, page: int, per_page: int
) -> Page[OrderBrief]:
    """The person's orders, newest first."""
    which = {"person_id": person_id, "most": per_page + 1, "skipped": page * per_page}
    rows = (await session.execute(OF_PERSON, which)).all()
    return page_of(rows, BRIEF_ROW.read, page, per_page)
