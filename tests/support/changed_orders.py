"""Orders that are changed: two pieces from the shelf and one made to order, at first."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import (
    Fact,
    FactRow,
)
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.change_kinds import Change, Place
from models.orders.change_preview import preview
from models.orders.changes import change_by_staff, change_own
from models.orders.fulfilment import advance
from models.orders.queries import OrderView, order_for_staff
from models.orders.saved_plan import plan_now
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.shelves import a_family, a_person, an_option

DOWNTOWN = Place("Tower 3", emirate="dubai", area="Downtown")


async def an_order_of_both(session: AsyncSession, steps: int = 0) -> OrderView:
    """Two from a shelf of five at 140 and two made to order at 60, of one family; the fee is 15."""
    family = await a_family(session)
    stocked = await an_option(session, stock=5, price=Money.dirhams(140), family_id=family)
    made = await an_option(
        session, made_to_order=True, price=Money.dirhams(60), family_id=family, daily_most=4
    )
    order = await an_order(session, await a_person(session), {stocked: 2, made: 2}, MORNING)
    for state in TO_THE_DOOR[:steps]:
        await advance(acting(session), order.id, state)
    return await order_for_staff(session, order.id)


async def changed(
    session: AsyncSession,
    order: OrderView,
    change: Change,
    terms: ShopTerms = DEFAULT_TERMS,
    *,
    staff: bool = False,
) -> OrderView:
    """The order after the change, confirmed as it was shown."""
    plan = await plan_now(session, terms)
    shown = await preview(session, await order_for_staff(session, order.id), change, plan)
    if staff:
        return await change_by_staff(acting(session), order.id, change, terms, shown.agreed)
    mine = acting(session, order.person_id)
    return await change_own(mine, order.id, change, terms, shown.agreed)


async def facts(session: AsyncSession, order: OrderView) -> list[Fact]:
    """What happened to the order, the newest last."""
    chosen = select(FactRow).where(FactRow.order_id == order.id).order_by(FactRow.id)
    return [row.fact for row in await session.scalars(chosen)]
