"""Cash that is short, listed, charged and handed over holds on PostgreSQL as on SQLite."""

from __future__ import annotations

from handlers.dialog.actions.cash import ConfirmHandover, HandCash, ListDifferences, ListPurses
from handlers.dialog.turns import Turns
from models.accounting.purses import purse_of
from models.kernel.database import Database
from models.kernel.money import NOTHING
from models.kernel.shop_terms import DEFAULT_TERMS
from models.people.access import Role
from models.reports.consistency import discrepancies
from tests.handlers.people import staff
from tests.handlers.staff.at_the_door import asked_for_code
from tests.handlers.staff.ordering import code_of
from tests.handlers.told import actions, announced
from tests.support.clock import HandClock
from tests.support.words import label, word


async def test_a_day_of_cash(database: Database, clock: HandClock) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    courier, number = await asked_for_code(turns)
    manager = await staff(turns, Role.manager)
    await courier.says(await code_of(turns, number))
    await courier.says("205")
    await courier.presses(word("reason-change"))
    await announced(turns)
    await manager.presses_old(ListDifferences())
    await manager.presses(f"طلب {number}")
    await manager.presses(word("button-settle-charged"))
    await manager.presses(word("button-settle-sure"))
    await courier.says("/desk")
    assert "النقد في عهدتكم: 215 د.إ" in courier.text
    await courier.presses(word("button-my-day"))
    await courier.presses(label("button-hand-cash"))
    await courier.presses("المبلغ كاملاً: 215 د.إ")
    (heard,) = (await announced(turns)).to("manager")
    (agree,) = [each for each in actions(heard) if isinstance(each, ConfirmHandover)]
    await manager.presses_old(agree)
    assert "سُلّم النقد: 215 د.إ" in manager.text
    await manager.presses_old(ListPurses())
    assert "لا نقد لطلبات في عهدة أحد" in manager.text
    await courier.presses_old(HandCash())
    assert word("handing-nothing") in courier.text
    person = await courier.person_id()
    async with database.read() as session:
        assert await purse_of(session, person) == NOTHING
        assert await discrepancies(session) == []
