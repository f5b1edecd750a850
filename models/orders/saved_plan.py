"""The plan of deliveries as it is saved: one row, read at most once a turn, changed by managers.

Every process reads it when it needs it, so that a change holds at once everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import msgspec
from sqlalchemy import CheckConstraint, Text, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, Id, table_of
from models.kernel.facts import DeliveryPlanChanged, record
from models.kernel.prepared import prepared
from models.kernel.shop_terms import ShopTerms
from models.orders.delivery_plan import DeliveryPlan, plan_of_terms

ONLY = 1
_DECODER = msgspec.json.Decoder(DeliveryPlan)


class SavedPlan(Base):
    """The plan as JSON; empty until managers have changed anything. There is always one row."""

    __tablename__ = "delivery_plan"
    __table_args__ = (CheckConstraint(f"id = {ONLY}", name="only"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    body: Mapped[str | None] = mapped_column(Text)


saved = table_of(SavedPlan)
READ = prepared(select(saved.c.body))
HOLD = prepared(select(saved.c.body).with_for_update(read=True))
HOLD_TO_CHANGE = prepared(select(saved.c.body).with_for_update())


async def saved_plan(session: AsyncSession) -> DeliveryPlan | None:
    """The plan that managers have saved; None while the settings hold."""
    body = await session.scalar(READ)
    return None if body is None else read_body(body)


async def plan_now(session: AsyncSession, terms: ShopTerms) -> DeliveryPlan:
    """The plan that holds now, for who only looks."""
    return await saved_plan(session) or plan_of_terms(terms)


async def hold_plan(session: AsyncSession, terms: ShopTerms) -> DeliveryPlan:
    """The plan, which nobody changes until the transaction ends: for who puts an order into it.

    Others may hold it as well. Whoever changes it waits, and then sees the order.
    """
    body = await session.scalar(HOLD)
    return plan_of_terms(terms) if body is None else read_body(body)


async def change_plan(
    acting: Acting,
    terms: ShopTerms,
    change: Callable[[DeliveryPlan], DeliveryPlan],
    tell: Callable[[DeliveryPlan], DeliveryPlanChanged],
) -> DeliveryPlan:
    """Put the changed plan in the place of the one that holds; out it comes.

    What `tell` makes of the plan before is recorded, unless nothing changes. The first change
    begins from the settings. `change` may refuse. Whoever places an order waits until this is
    committed, or has placed it before, so that it can be counted from here on.
    """
    body = await acting.session.scalar(HOLD_TO_CHANGE)
    before = plan_of_terms(terms) if body is None else read_body(body)
    after = change(before)
    if after != before:
        kept = msgspec.json.encode(after).decode()
        await acting.session.execute(update(saved).values(body=kept))
        record(acting, tell(before))
        await acting.session.flush()
    return after


@lru_cache(maxsize=8)
def read_body(body: str) -> DeliveryPlan:
    """The plan of that JSON."""
    return _DECODER.decode(body)
