"""Two who change a run or its orders at the same moment: one does, and the other learns it."""

from __future__ import annotations

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.facts import OrderOut
from models.kernel.refusals import NotAllowed, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_customer
from models.orders.delivery_slots import WindowSlot
from models.orders.fulfilment import advance_all
from models.orders.queries import OrderView, order_for_staff
from models.orders.rescheduling import reschedule
from models.orders.run_planning import Share
from models.orders.run_queries import loose_orders, run_of, run_with
from models.orders.run_tables import Run, RunStop
from models.orders.runs import make_runs, move_stop, pass_run, take_run
from models.orders.states import OrderState
from models.orders.tables import Order
from models.orders.transitions import move
from models.people.access import Role, RoleRow
from models.reports.consistency import discrepancies
from tests.races.crowd import all_at_once, meet
from tests.support.acting import acting
from tests.support.held_up import one_after_another
from tests.support.opened import opened
from tests.support.orders import TOMORROW
from tests.support.runs import a_courier, a_run, packed_orders
from tests.support.threads import in_thread

PLACES = (("sharjah", "Al Khan"), ("ajman", "Rawda"), ("dubai", "Deira"))


async def under_way(database: Database) -> tuple[int, list[int], list[OrderView]]:
    """A run of the first of three couriers; its id, the couriers and its orders."""
    async with database.write() as session:
        couriers = [await a_courier(session) for _ in range(3)]
        orders = await packed_orders(session, PLACES)
        return await a_run(session, couriers[0], orders), couriers, orders


async def books_agree(database: Database) -> bool:
    async with database.read() as session:
        return await discrepancies(session) == []


async def test_two_desks_pass_a_run_on_and_one_of_them_does(database: Database) -> None:
    run_id, (lost, sara, huda), _ = await under_way(database)
    second = await one_after_another(
        database,
        lambda session: pass_run(acting(session), run_id, lost, sara),
        lambda session: pass_run(acting(session), run_id, lost, huda),
    )
    assert second is False
    async with database.read() as session:
        assert (await run_of(session, run_id)).person_id == sara


async def test_by_looking_first_the_second_would_take_it_from_the_first(
    database: Database,
) -> None:
    run_id, (lost, sara, huda), _ = await under_way(database)
    async with database.read() as session:
        assert (await run_of(session, run_id)).person_id == lost

    async def pass_as_seen(session: AsyncSession) -> None:
        await session.execute(update(Run).where(Run.id == run_id).values(person_id=huda))

    await one_after_another(
        database, lambda session: pass_run(acting(session), run_id, lost, sara), pass_as_seen
    )
    async with database.read() as session:
        assert (await run_of(session, run_id)).person_id == huda


async def test_an_order_that_the_desk_takes_out_of_a_run_stays_here(database: Database) -> None:
    run_id, (sara, *_), orders = await under_way(database)
    first = orders[0].id
    taken = await one_after_another(
        database,
        lambda session: move_stop(acting(session), first),
        lambda session: take_run(acting(session, sara), run_id),
    )
    assert taken.out == tuple(order.id for order in orders[1:])  # type: ignore[attr-defined]
    assert taken.left in ((), (first,))  # type: ignore[attr-defined]
    async with database.read() as session:
        assert (await order_for_staff(session, first)).state == OrderState.packed
        assert await run_with(session, first) is None
    assert await books_agree(database)


async def test_without_looking_again_it_would_go_out_in_no_run(database: Database) -> None:
    run_id, (sara, *_), orders = await under_way(database)
    first = orders[0].id

    async def take_as_seen(session: AsyncSession) -> None:
        for order in orders:
            await move(acting(session, sara), order.id, OrderOut(order.id, run_id))

    await one_after_another(
        database, lambda session: move_stop(acting(session), first), take_as_seen
    )
    async with database.read() as session:
        assert (await order_for_staff(session, first)).state == OrderState.out
        assert await run_with(session, first) is None


async def test_an_order_that_is_out_is_moved_no_more(database: Database) -> None:
    run_id, (sara, *_), orders = await under_way(database)

    async def move_late(session: AsyncSession) -> object:
        try:
            await move_stop(acting(session), orders[0].id)
        except WrongState as refusal:
            return refusal.state
        return "moved"

    stands = await one_after_another(
        database, lambda session: take_run(acting(session, sara), run_id), move_late
    )
    assert stands == OrderState.out
    assert await books_agree(database)


async def test_who_loses_the_run_while_taking_it_takes_nothing(database: Database) -> None:
    run_id, (lost, sara, _), orders = await under_way(database)

    async def take(session: AsyncSession) -> object:
        try:
            async with session.begin_nested():
                return await take_run(acting(session, lost), run_id)
        except NotAllowed:
            return "refused"

    answer = await one_after_another(
        database, lambda session: pass_run(acting(session), run_id, lost, sara), take
    )
    assert answer == "refused"
    async with database.read() as session:
        assert (await order_for_staff(session, orders[0].id)).state == OrderState.packed


async def test_an_order_that_its_customer_puts_off_does_not_go_out(database: Database) -> None:
    run_id, (sara, *_), orders = await under_way(database)
    first = orders[0]
    taken = await one_after_another(
        database,
        lambda session: reschedule(
            acting(session, first.person_id),
            first.id,
            WindowSlot(TOMORROW.day, "16:00-20:00"),
            DEFAULT_TERMS,
        ),
        lambda session: take_run(acting(session, sara), run_id),
    )
    assert first.id not in taken.out  # type: ignore[attr-defined]
    async with database.read() as session:
        assert (await order_for_staff(session, first.id)).state == OrderState.packed
    assert await books_agree(database)


async def placed(database: Database) -> list[OrderView]:
    """Three orders that were just placed."""
    async with database.write() as session:
        return await packed_orders(session, PLACES, to="placed")


async def test_one_that_its_customer_cancels_is_left_when_all_are_accepted(
    database: Database,
) -> None:
    orders = await placed(database)
    gone, ids = orders[1], [order.id for order in orders]
    moved = await one_after_another(
        database,
        lambda session: cancel_by_customer(acting(session, gone.person_id), gone.id),
        lambda session: advance_all(acting(session), dict.fromkeys(ids, ""), OrderState.accepted),
    )
    assert moved == ([orders[0].id, orders[2].id], [gone.id], [])
    assert await books_agree(database)


async def test_accepted_as_they_were_seen_a_cancelled_one_would_come_back(
    database: Database,
) -> None:
    orders = await placed(database)
    gone, ids = orders[1], [order.id for order in orders]

    async def accept_as_seen(session: AsyncSession) -> None:
        await session.execute(update(Order).where(Order.id.in_(ids)).values(state="accepted"))

    await one_after_another(
        database,
        lambda session: cancel_by_customer(acting(session, gone.person_id), gone.id),
        accept_as_seen,
    )
    assert not await books_agree(database)


async def prepare(url: str) -> None:
    """A dozen packed orders and three couriers."""
    async with opened(url) as database, database.write() as session:
        for _ in range(3):
            await a_courier(session)
        await packed_orders(session, PLACES * 4)


async def plan(url: str, worker: int) -> int:
    """How many orders this process put into runs; each has another order of shares."""
    async with opened(url) as database:
        async with database.read() as session:
            chosen = select(RoleRow.person_id).where(RoleRow.role == Role.courier)
            couriers = sorted(await session.scalars(chosen))
            orders = [order.order_id for order in await loose_orders(session, *TOMORROW_KEY)]
        turned = couriers[worker % 3 :] + couriers[: worker % 3]
        shares = [Share(courier, tuple(orders[at::3])) for at, courier in enumerate(turned)]
        meet()
        async with database.write() as session:
            left = await make_runs(acting(session), *TOMORROW_KEY, shares)
        return len(orders) - len(left)


TOMORROW_KEY = (TOMORROW.day, TOMORROW.window)


def test_each_order_comes_into_one_run_whoever_plans(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(plan, database_url, processes=4)) == 12

    async def look() -> tuple[int, list[str]]:
        async with opened(database_url) as database, database.read() as session:
            stops = await session.scalar(select(func.count()).select_from(RunStop)) or 0
            return stops, await discrepancies(session)

    assert in_thread(look()) == (12, [])
