"""Pieces that came back and lie at the desk: whoever looks at them says what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import FactRow, OrderOut, ReturnInspected, record
from models.kernel.paging import Page, page_of
from models.kernel.refusals import AlreadyInspected, NotFound
from models.kernel.rows import RowReader
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.carriers import carrier
from models.orders.queries import order_for_staff
from models.orders.returns import (
    Disposition,
    Returned,
    ReturnedPieces,
    book_losses,
    keep_returned,
    move_stock,
)
from models.orders.tables import Order, OrderLine
from models.people.access import RoleRow

UNDECIDED = (
    ReturnedPieces.disposition == Disposition.inspect,
    ReturnedPieces.decided_at.is_(None),
)


class ToInspect(msgspec.Struct, frozen=True):
    """Pieces of one thing that wait to be looked at: of which order, whose, and since when (UTC).

    `carrier` is what the one is called who carried the order last; empty where nobody knows.
    """

    id: int
    order_id: int
    number: str
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    brand_ar: str
    brand_en: str
    quantity: int
    at: datetime
    decided_at: datetime | None
    carrier: str = ""


TO_INSPECT_ROW = RowReader(
    ToInspect,
    apart=("carrier",),
    id=ReturnedPieces.id,
    order_id=ReturnedPieces.order_id,
    number=Order.number,
    name_ar=OrderLine.name_ar,
    name_en=OrderLine.name_en,
    label_ar=OrderLine.label_ar,
    label_en=OrderLine.label_en,
    brand_ar=Family.brand_ar,
    brand_en=Family.brand_en,
    quantity=ReturnedPieces.quantity,
    at=ReturnedPieces.at,
    decided_at=ReturnedPieces.decided_at,
)
TO_INSPECT = (
    select(*TO_INSPECT_ROW.columns)
    .join(Order, Order.id == ReturnedPieces.order_id)
    .join(OrderLine, OrderLine.id == ReturnedPieces.line_id)
    .join(Family, Family.id == ReturnedPieces.family_id)
)


async def count_to_inspect(session: AsyncSession) -> int:
    """How many entries wait to be looked at."""
    return int(await session.scalar(select(func.count()).where(*UNDECIDED)) or 0)


async def to_inspect(session: AsyncSession, page: int, per_page: int) -> Page[ToInspect]:
    """What waits to be looked at, the oldest first."""
    chosen = TO_INSPECT.where(*UNDECIDED).order_by(ReturnedPieces.id)
    rows = (await session.execute(chosen.limit(per_page + 1).offset(page * per_page))).all()
    return page_of(rows, lambda row: TO_INSPECT_ROW.read(row, carrier=""), page, per_page)


async def one_to_inspect(session: AsyncSession, returned_id: int) -> ToInspect:
    """One entry, also one that was looked at already. Refuses: NotFound."""
    chosen = TO_INSPECT.where(
        ReturnedPieces.id == returned_id, ReturnedPieces.disposition == Disposition.inspect
    )
    row = (await session.execute(chosen)).first()
    if row is None:
        raise NotFound("returned")
    return TO_INSPECT_ROW.read(row, carrier=await carrier_of(session, row[1]))


async def carrier_of(session: AsyncSession, order_id: int) -> str:
    """What the one is called who carried the order last; empty where nobody did or knows."""
    rows = await session.scalars(
        select(FactRow).where(FactRow.order_id == order_id).order_by(FactRow.id.desc())
    )
    out = next((row for row in rows if isinstance(row.fact, OrderOut)), None)
    person_id = None if out is None else await carrier(session, out)
    names = await session.scalars(
        select(RoleRow.name).where(RoleRow.person_id == person_id, RoleRow.name != "")
    )
    return next(iter(sorted(names)), "")


async def inspect_returned(
    acting: Acting,
    returned_id: int,
    counts: Mapping[Disposition, int],
    terms: ShopTerms = DEFAULT_TERMS,
) -> None:
    """Decide what becomes of pieces that were to be looked at, once.

    `counts` says how many are on sale again, unsellable or missing, of all the pieces. Refuses:
    NotFound, AlreadyInspected. ValueError where the counts are not all the pieces.
    """
    session = acting.session
    row = await decide(acting, returned_id)
    order = await order_for_staff(session, row.order_id)
    (line,) = [line for line in order.lines if line.id == row.line_id]
    found = {fate: pieces for fate, pieces in counts.items() if pieces}
    if sum(found.values()) != row.quantity or Disposition.inspect in found:
        raise ValueError(f"{found} is not what becomes of {row.quantity} pieces")
    parts = [Returned(line, pieces, fate) for fate, pieces in found.items()]
    kept = await keep_returned(acting, row.order_id, parts, borne=terms.centre_bears_losses)
    for each in kept:
        each.inspected_id = returned_id
    record(acting, ReturnInspected(row.order_id, returned_id))
    await session.flush()
    await move_stock(acting, row.order_id, parts)
    await book_losses(acting, kept)


async def decide(acting: Acting, returned_id: int) -> ReturnedPieces:
    """Mark the entry as looked at: of two who do so at once, one wins.

    Refuses: NotFound, AlreadyInspected.
    """
    found = await acting.session.get(ReturnedPieces, returned_id)
    if found is None or found.disposition != Disposition.inspect:
        raise NotFound("returned")
    decided = await acting.session.execute(
        update(ReturnedPieces)
        .where(ReturnedPieces.id == returned_id, *UNDECIDED)
        .values(decided_at=acting.now)
        .returning(ReturnedPieces.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    if decided.first() is None:
        raise AlreadyInspected
    return found


async def came_of(session: AsyncSession, looked_at: ReturnInspected) -> list[ReturnedPieces]:
    """What became of an entry, as it was found when it was looked at."""
    rows = await session.scalars(
        select(ReturnedPieces)
        .where(ReturnedPieces.order_id == looked_at.order_id)
        .where(ReturnedPieces.inspected_id == looked_at.returned_id)
        .order_by(ReturnedPieces.id)
    )
    return list(rows)
