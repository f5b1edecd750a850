"""Every disagreement about cash is found: each is planted once."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.cash_handovers import Amounts, confirm, propose
from models.accounting.differences import How, open_differences, settle
from models.kernel.money import Money
from models.orders.after_delivery import BroughtBack, return_delivered
from models.orders.cash import correct_cash
from models.orders.returns import Disposition
from models.reports.consistency import discrepancies
from tests.models.orders.test_cash import an_order_out, deliver, delivered
from tests.support.acting import acting
from tests.support.shelves import a_person

PLANTED = {
    "UPDATE balances SET amount = amount + 1 WHERE account LIKE 'purse:%'": "fils in purse",
    "UPDATE orders SET taken_by = NULL": "fils in purse",
    "UPDATE orders SET taken = taken + 1": "booked as cash",
    "UPDATE cash_handovers SET state = 'withdrawn'": "fils in purse",
    "UPDATE cash_handovers SET counted = counted + 1": "handed over to the till",
    "UPDATE cash_handovers SET expected = expected + 1": "the cash of a handing over",
    "DELETE FROM cash_differences WHERE handover_id IS NOT NULL": "the cash of a handing over",
    "DELETE FROM cash_differences WHERE order_id IS NOT NULL": "differ of the cash of order",
    "UPDATE cash_differences SET how = 'written-off' WHERE how = 'charged'": "the centre's",
    "UPDATE cash_differences SET how = 'written-off' WHERE how = 'corrected'": "cash of order",
    "UPDATE ledger_entries SET account = 'other' WHERE account = 'rounding'": "cannot pay",
    "UPDATE order_returns SET rounded = rounded + 1": "what was handed back for order",
    "UPDATE order_returns SET paid_by = NULL": "fils in purse",
    "UPDATE order_returns SET refunded = refunded + 1": "fils in purse",
    "UPDATE ledger_entries SET account = 'purse:0' WHERE account LIKE 'purse:%'": "booked as cash",
}


async def a_day_of_cash(session: AsyncSession) -> None:
    """Rounded, short, corrected, charged, written off, handed back, handed over with 5 missing."""
    courier, slip = await delivered(session, Money(0))
    await correct_cash(acting(session), slip.id, slip.total, "typed 0")
    odd = await an_order_out(session, Money(4737))
    await deliver(session, courier, odd, Money(6225))
    for how in (How.charged, How.written_off):
        order = await an_order_out(session)
        await deliver(session, courier, order, order.total - Money(500), "no change")
        (found,) = (await open_differences(session, 0, 9)).items
        await settle(acting(session), found.id, how)
    brought = [BroughtBack(odd.lines[0].id, 1, Disposition.shelf)]
    await return_delivered(acting(session), odd.id, brought, nth=1, paid_by=courier)
    named = Amounts(slip.total, slip.total - Money(500), "lost")
    waits = await propose(acting(session, courier), courier, named)
    await confirm(acting(session, await a_person(session)), waits)


@pytest.mark.parametrize(("wrong", "told"), PLANTED.items(), ids=range(len(PLANTED)))
async def test_a_planted_disagreement_is_told(scratch: AsyncSession, wrong: str, told: str) -> None:
    await a_day_of_cash(scratch)
    assert await discrepancies(scratch) == []
    await scratch.execute(text(wrong))
    found = await discrepancies(scratch)
    assert any(told in line for line in found), found
