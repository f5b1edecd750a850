"""A fact that the database refuses to be told of keeps nobody from hearing of the others."""

from __future__ import annotations

from sqlalchemy import insert
from structlog.testing import capture_logs

from handlers.dialog.actions.staff import ShowDesk
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.facts import FactRow
from models.kernel.shop_terms import DEFAULT_TERMS
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import family_member, staff
from tests.handlers.told import actions, announced
from tests.support.clock import HandClock


async def test_a_fact_that_the_database_refuses_does_not_silence_the_rest(
    database: Database, clock: HandClock
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    product = await shelf.add_product(
        turns, "ماء ورد", price=30, brand=("دار الورد", "Dar Al Ward")
    )
    await staff(turns, Role.manager)
    await family_member(turns, 1, external_id="rose-mother")
    await announced(turns)
    async with database.write() as session:
        too_large = {"fact": "order-accepted", "order_id": 2**70}
        await session.execute(insert(FactRow).values(body=too_large, at=clock()))
    await buy(await with_cart(turns, await shelf.only_option(turns, product)))
    with capture_logs() as lines:
        told = await announced(turns)
    assert [line["event"] for line in lines] == ["fact-not-announced"]
    assert told.people() == {"manager", "rose-mother"}
    assert actions(told.to("manager")[0]) == [ShowDesk()]
