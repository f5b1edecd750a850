"""The money of a day: what the hall took, till by till, and what couriers handed over and carry."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.purses import Purse, open_purses
from models.hall.sale_tables import HallReturn, HallSale
from models.hall.till_tables import Till, TillState
from models.hall.tills import TillView, cash_in, till
from models.kernel.facts import CashHandedOver
from models.kernel.money import NOTHING, Money
from models.reports.audit import bounds
from models.reports.day_book import facts_of
from models.reports.till_closing import Takings, counted_of, takings_of


class TillMoney(msgspec.Struct, frozen=True):
    """A till on a day: what was taken at it then, and what lies in it now, or was counted."""

    till: TillView
    takings: Takings
    lies_there: Money
    missing: Money = NOTHING


class HandedOver(msgspec.Struct, frozen=True):
    """What a courier handed over."""

    person_id: int
    amount: Money


class DayMoney(msgspec.Struct, frozen=True):
    """One day in Dubai: the hall's tills, and the cash of couriers; `carried` is as it is now."""

    day: date
    tills: tuple[TillMoney, ...]
    handed_over: tuple[HandedOver, ...]
    carried: tuple[Purse, ...]


async def day_money(session: AsyncSession, day: date) -> DayMoney:
    """The money of that day in Dubai."""
    first, last = bounds(day)
    still = or_(Till.closed_at.is_(None), Till.closed_at >= first)
    ids = await session.scalars(
        select(Till.id).where(Till.opened_at < last, still).order_by(Till.id)
    )
    tills = [await till_money(session, till_id, day) for till_id in ids]
    handed: dict[int, Money] = {}
    for fact in await facts_of(session, day, CashHandedOver):
        if isinstance(fact, CashHandedOver):
            handed[fact.person_id] = handed.get(fact.person_id, NOTHING) + fact.counted
    return DayMoney(
        day,
        tuple(tills),
        tuple(HandedOver(*each) for each in sorted(handed.items())),
        tuple(await open_purses(session)),
    )


async def till_money(session: AsyncSession, till_id: int, day: date) -> TillMoney:
    """The till on that day."""
    first, last = bounds(day)
    found = await till(session, till_id)
    sold = (HallSale.at >= first) & (HallSale.at < last)
    back = (HallReturn.at >= first) & (HallReturn.at < last)
    takings = await takings_of(session, [till_id], sold, back)
    if found.state != TillState.closed:
        return TillMoney(found, takings, await cash_in(session, till_id))
    counted = await counted_of(session, found)
    if counted is None:
        return TillMoney(found, takings, NOTHING)
    return TillMoney(found, takings, counted.counted, counted.expected - counted.counted)
