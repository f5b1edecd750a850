"""A run's stops as its orders move: a stop ends with its order, and the next one is told.

That the courier is on the way cannot be taken back. So by itself it is told only on the run's day
(or later, where a run is carried out late), and when a run is taken or one of its stops has ended;
never since a stop was moved by hand. At any other moment the courier tells it herself.
"""

from __future__ import annotations

from sqlalchemy import exists, select, update

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.calendar import dubai_day
from models.kernel.facts import CourierOnTheWay, record
from models.orders.run_tables import Run, RunState, RunStop
from models.orders.states import OrderState
from models.orders.tables import Order

LEFT = RunStop.ended_at.is_(None)


async def end_stop(acting: Acting, order_id: int) -> None:
    """The order has left its run, if it was in one; whoever is next then hears of it.

    Its order's row is held.
    """
    run_id = await hold_run_of(acting, order_id)
    if run_id is None:
        return
    await acting.session.execute(
        update(RunStop)
        .where(RunStop.order_id == order_id, LEFT)
        .values(ended_at=acting.now)
        .execution_options(synchronize_session=BY_ROW)
    )
    await follow_up(acting, run_id)


async def hold_run_of(acting: Acting, order_id: int) -> int | None:
    """The run that the order is in, which nobody else changes until the commit; None without."""
    session = acting.session
    in_run = select(RunStop.run_id).where(RunStop.order_id == order_id, LEFT)
    run_id: int | None = await session.scalar(in_run)
    if run_id is not None:
        await session.execute(select(Run.id).where(Run.id == run_id).with_for_update())
    return run_id


async def follow_up(acting: Acting, run_id: int) -> None:
    """What follows when a run was taken or a stop of it ended: the next is told, or it is done.

    The run's row is held.
    """
    if not await close_empty(acting, run_id):
        await tell_next(acting, run_id)


async def close_empty(acting: Acting, run_id: int) -> bool:
    """Whether no stop is left in the run, which is done then."""
    closed = await acting.session.execute(
        update(Run)
        .where(Run.id == run_id, ~exists().where(RunStop.run_id == run_id, LEFT))
        .values(state=RunState.done.value)
        .returning(Run.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    return closed.first() is not None


async def tell_next(acting: Acting, run_id: int) -> None:
    """The first order of the run that is out hears, once, that the courier is on the way.

    Before the run's day (in Dubai) nobody hears so.
    """
    first = (
        select(RunStop.order_id)
        .join(Run, Run.id == RunStop.run_id)
        .join(Order, Order.id == RunStop.order_id)
        .where(RunStop.run_id == run_id, LEFT, Order.state == OrderState.out)
        .where(Run.day <= dubai_day(acting.now))
        .order_by(RunStop.position, RunStop.id)
        .limit(1)
    )
    order_id = await acting.session.scalar(first)
    if order_id is not None:
        await say_coming(acting, order_id)


async def say_coming(acting: Acting, order_id: int) -> bool:
    """Note that the courier comes to the order's door now; False where the customer knows it."""
    if not await mark_coming(acting, order_id):
        return False
    record(acting, CourierOnTheWay(order_id))
    return True


async def mark_coming(acting: Acting, order_id: int) -> bool:
    """Note on the order's stop that the customer was told, without telling; False if it was."""
    marked = await acting.session.execute(
        update(RunStop)
        .where(RunStop.order_id == order_id, LEFT, RunStop.coming_at.is_(None))
        .values(coming_at=acting.now)
        .returning(RunStop.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    return marked.first() is not None
