"""Who has a till is not erased before it is closed; then what was written about its cash goes."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.cash_handovers import CashHandover
from models.accounting.differences import How, open_differences, settle
from models.hall.counting import TillCount, close_till, count_till
from models.hall.till_tables import TillMovement
from models.hall.tills import move_cash
from models.kernel.money import Money
from models.kernel.refusals import StillHeld
from models.migrations.tables import METADATA
from models.privacy.erasing import NO_WORDS, erase_person
from models.privacy.kept import kept_of
from models.privacy.whom import what_holds
from tests.support.acting import acting
from tests.support.halls import FLOAT, a_seller
from tests.support.refused import refused
from tests.support.shelves import a_person

HALL = {
    *("goods_notes", "supply_offers", "tills", "till_movements"),
    *("hall_sales", "hall_returns", "printed_labels"),
}
CUSTOMERS = {("hall_sales", "person_id")}
"""Whose row it is no more when they are erased."""
AT_WORK = {
    *(("goods_notes", "actor_id"), ("goods_notes", "said_by")),
    *(("supply_offers", "person_id"), ("supply_offers", "declined_by")),
    *(("tills", "person_id"), ("tills", "opened_by"), ("till_movements", "actor_id")),
    *(("hall_sales", "seller_id"), ("hall_returns", "actor_id"), ("printed_labels", "actor_id")),
}
"""Who did it at work: a number without a name, as in the record of what was done."""


def test_of_every_person_that_the_hall_names_it_is_decided_what_stays() -> None:
    named = {
        (table.name, column.name)
        for table in METADATA.sorted_tables
        if table.name in HALL or table.name.startswith(("hall_", "goods_", "till"))
        for column in table.columns
        if any(key.column.table.name == "people" for key in column.foreign_keys)
    }
    assert named == CUSTOMERS | AT_WORK


async def test_a_till_holds_up_erasing_and_own_words_go_with_it(session: AsyncSession) -> None:
    seller, finance = await a_seller(session), await a_person(session)
    mine = acting(session, seller.person_id)
    await move_cash(mine, Money.dirhams(-50), "أعطيتها لسالم")
    await move_cash(mine, Money.dirhams(-50), "expense")
    async with refused(session, StillHeld):
        await erase_person(mine, seller.person_id)
    count = TillCount({Money.dirhams(50): 1}, Money.dirhams(100), "نسيتها عند سالم")
    waits = await count_till(mine, seller.till_id, count)
    assert (await what_holds(session, seller.person_id)).tills == (seller.till_id,)
    async with refused(session, StillHeld):
        await erase_person(mine, seller.person_id)
    await close_till(acting(session, finance), waits)
    (differs,) = (await open_differences(session, 0, 9)).items
    await settle(acting(session, finance), differs.id, How.written_off)
    assert not (await what_holds(session, seller.person_id)).any
    (kept,) = (await kept_of(session, seller.person_id)).tills
    assert (kept["id"], kept["opening_float"]) == (seller.till_id, FLOAT.fils)
    await erase_person(mine, seller.person_id)
    moved = await session.scalars(select(TillMovement.reason).order_by(TillMovement.id))
    assert moved.all() == [NO_WORDS, "expense"]
    assert (await session.scalars(select(CashHandover.reason))).all() == [NO_WORDS]
