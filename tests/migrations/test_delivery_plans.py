"""The fifteenth migration brings the plan of deliveries to a shop that has orders."""

from __future__ import annotations

from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.migrations import migrate, remaking
from models.orders.closed_windows import count_in_closed
from models.orders.delivery_plan import Closure, plan_of_terms
from models.orders.plan_changes import close_days
from models.orders.queries import order_for_staff
from models.orders.saved_plan import plan_now
from models.people.addresses import saved_address
from models.reports.consistency import discrepancies
from tests.migrations.steps import downgrade
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TOMORROW, an_order
from tests.support.shelves import a_person, an_option


async def test_orders_of_before_lie_in_the_plan_that_the_settings_give(database: Database) -> None:
    async with database.write() as session:
        person, option = await a_person(session), await an_option(session, stock=9)
        order = await an_order(session, person, {option: 1}, MORNING)
        await close_days(acting(session), DEFAULT_TERMS, Closure(TOMORROW.day, TOMORROW.day))
    async with remaking(database) as connection:
        await connection.run_sync(downgrade, "0013")
    await migrate(database)
    async with database.write() as session:
        assert await plan_now(session, DEFAULT_TERMS) == plan_of_terms(DEFAULT_TERMS)
        seen = await order_for_staff(session, order.id)
        assert (seen.zone, seen.window_asked_at, seen.amounts) == (0, None, order.amounts)
        last = await saved_address(session, person)
        assert last is not None
        assert last.zone is None
        plan = await close_days(acting(session), DEFAULT_TERMS, Closure(TOMORROW.day, TOMORROW.day))
        assert await count_in_closed(session, plan, MORNING) == 1
        assert await discrepancies(session) == []
