"""Whom an erasing is about, and what has to end before it: nothing is taken from under others."""

from __future__ import annotations

import msgspec
from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.cash_handovers import CashHandover, HandoverState
from models.accounting.differences import CashDifference
from models.accounting.purses import purse_of
from models.hall.till_tables import Till, TillState
from models.kernel.money import NOTHING, Money
from models.orders.owed_back import owed_back
from models.orders.run_tables import Run, RunState
from models.orders.states import OPEN, OrderState
from models.orders.tables import Order
from models.people.access import Standing, standing_of
from models.people.callers import Caller


class Holds(msgspec.Struct, frozen=True):
    """What must end before a person is erased.

    `orders` are open ones, by id and number. `owed` is money to be handed back to the person.
    `carried` is the centre's cash in their purse, `waits` a handing over of cash that is not
    decided, `runs` how many of their runs are not done. `tills` are the numbers of those that they
    have not closed: open ones, and counted ones whose cash nobody has confirmed. `standing`: roles
    held, families answered for.
    """

    orders: tuple[tuple[int, str], ...] = ()
    owed: Money = NOTHING
    carried: Money = NOTHING
    waits: bool = False
    runs: int = 0
    tills: tuple[int, ...] = ()
    standing: Standing = Standing()

    @property
    def works(self) -> bool:
        """Whether the person is of the team or of a family."""
        return bool(self.standing.roles or self.standing.family_ids)

    @property
    def any(self) -> bool:
        """Whether anything must end first, beside roles and families."""
        cash = self.owed or self.carried or self.waits
        return bool(self.orders or cash or self.runs or self.tills)


async def numbers_of(session: AsyncSession, person_id: int) -> list[int]:
    """The person, and the callers whose numbers they have proved theirs, by ids."""
    owned = select(Caller.person_id).where(Caller.owner_id == person_id)
    return sorted({person_id, *await session.scalars(owned)})


async def what_holds(session: AsyncSession, person_id: int) -> Holds:
    """What must end before the person is erased; read by their own indexes alone."""
    people = await numbers_of(session, person_id)
    is_open = Order.person_id.in_(people), Order.state.in_(OPEN)
    found = await session.execute(select(Order.id, Order.number).where(*is_open).order_by(Order.id))
    return Holds(
        orders=tuple((row.id, row.number) for row in found),
        owed=await owed_to(session, people),
        carried=await purse_of(session, person_id),
        waits=await waits_with_cash(session, person_id),
        runs=await open_runs(session, person_id),
        tills=await tills_held(session, person_id),
        standing=await standing_of(session, person_id),
    )


async def owed_to(session: AsyncSession, people: list[int]) -> Money:
    """What is to be handed back to them: only where the cash of an order differed can that be."""
    differed = (
        select(Order.id)
        .join(CashDifference, CashDifference.order_id == Order.id)
        .where(Order.person_id.in_(people), Order.state == OrderState.delivered)
        .distinct()
    )
    ids = list(await session.scalars(differed))
    return sum([await owed_back(session, order_id) for order_id in ids], NOTHING)


async def waits_with_cash(session: AsyncSession, person_id: int) -> bool:
    """Whether cash of theirs waits to be handed over, or a difference to be settled."""
    handing = select(CashHandover.id).where(
        CashHandover.person_id == person_id, CashHandover.state == HandoverState.open
    )
    differs = select(CashDifference.id).where(
        CashDifference.settled_at.is_(None), CashDifference.person_id == person_id
    )
    return bool(await session.scalar(select(or_(handing.exists(), differs.exists()))))


async def tills_held(session: AsyncSession, person_id: int) -> tuple[int, ...]:
    """The tills of the person that are not closed."""
    own = select(Till.id).where(Till.person_id == person_id, Till.state != TillState.closed.value)
    return tuple(await session.scalars(own.order_by(Till.id)))


async def open_runs(session: AsyncSession, person_id: int) -> int:
    """How many runs the person has not done yet."""
    runs = select(Run.id).where(Run.person_id == person_id, Run.state != RunState.done)
    return len((await session.scalars(runs)).all())
