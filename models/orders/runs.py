"""What is done with runs: made, changed by hand, taken out, and passed on to another courier."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import msgspec
from sqlalchemy import func, select, update

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import (
    OrderOut,
    OrderPassed,
    RunChanged,
    RunPassed,
    RunPlanned,
    RunTaken,
    record,
)
from models.kernel.refusals import NotAllowed, NotFound, WrongState
from models.orders.queries import order_for_staff
from models.orders.run_planning import Share
from models.orders.run_tables import Run, RunState, RunStop
from models.orders.states import OrderState, sources
from models.orders.stops import LEFT, close_empty, follow_up, hold_run_of, say_coming
from models.orders.tables import AT_HALL, Order
from models.orders.transitions import lock_order, lock_orders, move
from models.people.access import Permission, people_allowed


class Taken(msgspec.Struct, frozen=True):
    """The ids of the orders that went out, and of those that were left since they had moved on."""

    out: tuple[int, ...]
    left: tuple[int, ...]


async def make_runs(
    acting: Acting, day: date, window: str, plan: Sequence[Share]
) -> tuple[int, ...]:
    """Put the orders of a window into runs of these couriers; out come the ids that were left.

    Those are left that are packed no more, go out in another window, or are in a run already. A
    planned run that the courier has for the window takes them too. Refuses: NotFound for somebody
    who does not deliver.
    """
    for share in plan:
        await require_courier(acting, share.person_id)
    wanted = [order_id for share in plan for order_id in share.order_ids]
    free = await hold_free(acting, wanted, day, window)
    known = await planned_runs(acting, [share.person_id for share in plan], day, window)
    for share in plan:
        fitting = [order_id for order_id in share.order_ids if order_id in free]
        if fitting:
            run_id = known.get(share.person_id) or await new_run(
                acting, share.person_id, day, window
            )
            await add_stops(acting, run_id, fitting)
            record(acting, RunPlanned(run_id, len(fitting)))
    await acting.session.flush()
    return tuple(order_id for order_id in wanted if order_id not in free)


async def require_courier(acting: Acting, person_id: int) -> None:
    """Refuses NotFound("person") unless the person delivers."""
    if person_id not in await people_allowed(acting.session, Permission.deliver):
        raise NotFound("person")


async def hold_free(
    acting: Acting, order_ids: Collection[int], day: date, window: str
) -> frozenset[int]:
    """Those of the orders that can be put into a run of the window; they stay so until the commit.

    They are held in the order of their ids.
    """
    packed = Order.id.in_(order_ids), Order.state == OrderState.packed, ~AT_HALL
    fitting = await lock_orders(acting.session, *packed, Order.day == day, Order.window == window)
    in_runs = select(RunStop.order_id).where(RunStop.order_id.in_(fitting), LEFT)
    return frozenset(fitting) - set(await acting.session.scalars(in_runs))


async def planned_runs(
    acting: Acting, couriers: Collection[int], day: date, window: str
) -> dict[int, int]:
    """The runs that these couriers have not taken yet for that window, held, by their couriers.

    They are held in the order of their ids, and after the orders.
    """
    known = (
        select(Run.person_id, Run.id)
        .where(Run.person_id.in_(couriers), Run.day == day, Run.window == window)
        .where(Run.state != RunState.done, Run.state == RunState.planned)
        .order_by(Run.id)
        .with_for_update()
    )
    return {row[0]: row[1] for row in await acting.session.execute(known)}


async def new_run(acting: Acting, person_id: int, day: date, window: str) -> int:
    """A run of the courier without stops yet; out comes its id."""
    run = Run(
        person_id=person_id, day=day, window=window, state=RunState.planned, made_at=acting.now
    )
    acting.session.add(run)
    await acting.session.flush()
    return run.id


async def add_stops(acting: Acting, run_id: int, order_ids: Sequence[int]) -> None:
    """Put the orders at the end of a run that is held."""
    session = acting.session
    last = await session.scalar(
        select(func.max(RunStop.position)).where(RunStop.run_id == run_id, LEFT)
    )
    session.add_all(
        RunStop(run_id=run_id, order_id=order_id, position=at)
        for at, order_id in enumerate(order_ids, (last or 0) + 1)
    )
    await session.flush()


async def take_run(acting: Acting, run_id: int) -> Taken:
    """Take out all that is packed of the run: packed → out, of each order that is in it still.

    Refuses: NotFound, and NotAllowed where the run is by now another courier's.
    """
    session = acting.session
    known = select(RunStop.order_id).where(RunStop.run_id == run_id, LEFT)
    before = set(await session.scalars(known))
    held = select(Order.id, Order.state).where(Order.id.in_(before)).order_by(Order.id)
    rows = await session.execute(held.with_for_update(key_share=True))
    packed = {order_id for order_id, state in rows if state == OrderState.packed}
    run = await hold_run(acting, run_id)
    if run.person_id != acting.person_id:
        raise NotAllowed
    still = set(await session.scalars(known))
    out = sorted(packed & still)
    for order_id in out:
        await move(acting, order_id, OrderOut(order_id, run_id))
    await session.flush()
    if out:
        await mark_taken(acting, run_id, len(out))
        await follow_up(acting, run_id)
    return Taken(tuple(out), tuple(sorted(before - still)))


async def hold_run(acting: Acting, run_id: int) -> Run:
    """The run as it is until the commit. Refuses: NotFound."""
    chosen = select(Run).where(Run.id == run_id).with_for_update()
    run = await acting.session.scalar(chosen.execution_options(populate_existing=True))
    if run is None:
        raise NotFound("run")
    return run


async def mark_taken(acting: Acting, run_id: int, orders: int) -> None:
    """Note that the run is under way, with so many orders more."""
    await acting.session.execute(
        update(Run)
        .where(Run.id == run_id)
        .values(state=RunState.taken.value, taken_at=acting.now)
        .execution_options(synchronize_session=BY_ROW)
    )
    record(acting, RunTaken(run_id, orders))


async def pass_run(acting: Acting, run_id: int, was: int, now: int) -> bool:
    """Give the run to another courier; False where it is not `was` who has it any more.

    So of two who pass it on at once one does it. Refuses: NotFound for somebody who does not
    deliver.
    """
    await require_courier(acting, now)
    passed = await acting.session.execute(
        update(Run)
        .where(Run.id == run_id, Run.person_id == was, Run.person_id != now)
        .where(Run.state != RunState.done)
        .values(person_id=now)
        .returning(Run.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    if passed.first() is None:
        return False
    record(acting, RunPassed(run_id, was, now))
    stops = select(RunStop.order_id).where(RunStop.run_id == run_id, LEFT)
    for order_id in await acting.session.scalars(stops.order_by(RunStop.position)):
        record(acting, OrderPassed(order_id, run_id, was, now))
    return True


async def move_stop(acting: Acting, order_id: int, to_run: int = 0) -> None:
    """Put a packed order into that run, at its end; with 0 it is in none any more.

    Refuses: NotFound (also for a run that is done), WrongState (it is not packed, or is fetched at
    the hall).
    """
    state = await lock_order(acting.session, order_id)
    if state not in sources(OrderOut) or (await order_for_staff(acting.session, order_id)).at_hall:
        raise WrongState(state)
    was = await acting.session.scalar(
        select(RunStop.run_id).where(RunStop.order_id == order_id, LEFT)
    )
    if was == to_run:
        return
    for run_id in sorted({run_id for run_id in (was, to_run) if run_id}):
        run = await hold_run(acting, run_id)
        if run_id == to_run and run.state == RunState.done:
            raise NotFound("run")
    if was:
        await take_out(acting, order_id)
    if to_run:
        await add_stops(acting, to_run, [order_id])
        record(acting, RunChanged(to_run, order_id, added=True))
        await acting.session.flush()


async def take_out(acting: Acting, order_id: int) -> None:
    """Take the order out of the run that it is in, if it is in any; its row is held.

    A run without a stop is done then; nobody hears that the courier comes.
    """
    run_id = await hold_run_of(acting, order_id)
    if run_id is None:
        return
    stop = await acting.session.scalar(select(RunStop).where(RunStop.order_id == order_id, LEFT))
    await acting.session.delete(stop)
    record(acting, RunChanged(run_id, order_id, added=False))
    await acting.session.flush()
    await close_empty(acting, run_id)


async def place_stop(acting: Acting, run_id: int, order_id: int, at: int) -> None:
    """Make the order the one at that place (from 1) of those that are left in the run.

    Whoever is first by that does not hear that the courier comes: `announce_coming` says so.
    Refuses: NotFound, where it is not in the run (any more) too.
    """
    session = acting.session
    await hold_run(acting, run_id)
    chosen = select(RunStop).where(RunStop.run_id == run_id, LEFT)
    ordered = chosen.order_by(RunStop.position, RunStop.id)
    stops = list(await session.scalars(ordered.execution_options(populate_existing=True)))
    moved = next((stop for stop in stops if stop.order_id == order_id), None)
    if moved is None:
        raise NotFound("order")
    stops.remove(moved)
    stops.insert(max(0, at - 1), moved)
    for position, stop in enumerate(stops, 1):
        stop.position = position
    await session.flush()


async def announce_coming(acting: Acting, order_id: int) -> bool:
    """Tell the customer that the courier comes now; False where that was told before.

    Refuses: NotFound, WrongState while the order is not out.
    """
    state = await lock_order(acting.session, order_id)
    if state != OrderState.out:
        raise WrongState(state)
    return await say_coming(acting, order_id)
