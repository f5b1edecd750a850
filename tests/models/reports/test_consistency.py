"""Every disagreement of the books is found: each is planted once."""

import msgspec
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.money import Money
from models.orders.after_delivery import BroughtBack, return_delivered
from models.orders.cancellation import cancel_by_staff
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.pricing import Amounts, Part
from models.orders.queries import delivery_code
from models.orders.returns import Disposition
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TO_THE_DOOR, an_order, fill_cart, order_costing
from tests.support.shelves import a_person, an_option

PLANTED = {
    "UPDATE family_days SET pieces = pieces + 1": "pieces sold",
    "UPDATE family_days SET amount = amount + 1": "fils sold",
    "UPDATE family_days SET on_its_way = 0 WHERE on_its_way > 0": "fils on their way",
    "DELETE FROM family_days": "pieces sold",
    "UPDATE balances SET amount = amount + 1": "kept as balance",
    "UPDATE balances SET by_orders = by_orders + 1": "kept as booked by orders",
    "UPDATE options SET on_hand = on_hand + 1 WHERE on_hand > 0": "on hand of option",
    "UPDATE stock_movements SET order_id = NULL WHERE why = 'sold'": "left the shelf",
    "UPDATE stock_movements SET why = 'counted' WHERE why = 'returned'": "left the shelf",
    "UPDATE order_lines SET quantity = 3 WHERE making_day IS NULL": "left the shelf",
    "UPDATE orders SET items = items + 100, total = total + 100": "fils for the items",
    "UPDATE orders SET surcharges = '{\"glass\": 499}' WHERE surcharged > 0": "for the surcharges",
    "UPDATE orders SET surcharges = '{}'": "for the surcharges",
    "UPDATE orders SET fee = fee - 1, total = total - 1": "booked as fee",
    "UPDATE orders SET discount = 0, total = total + 100 WHERE discount > 0": "or discount",
    "UPDATE window_days SET taken = taken + 1": "places taken",
    "DELETE FROM window_days": "places taken",
    "UPDATE making_days SET taken = taken + 1": "pieces promised",
    "DELETE FROM making_days": "pieces promised",
    "UPDATE ledger_entries SET amount = amount + 1 WHERE account = 'cash'": "beyond zero",
    "DELETE FROM ledger_entries WHERE account = 'delivery-fees'": "booked as fee",
    "DELETE FROM ledger_entries WHERE account = 'extra:glass'": "booked as surcharge",
    "DELETE FROM ledger_entries WHERE account = 'extra:discount'": "booked as surcharge",
    "UPDATE ledger_entries SET account = 'extra:other' WHERE account = 'extra:glass'": "surcharge",
    "DELETE FROM ledger_entries WHERE account LIKE 'family:%'": "booked to a family",
    "DELETE FROM ledger_entries": "booked as cash",
    "UPDATE products SET offered = NOT offered": "offers product",
    "DELETE FROM facts WHERE body LIKE '%order-placed%'": "facts of the placing",
    "DELETE FROM facts WHERE body LIKE '%order-delivered%'": "facts of the delivery",
    "DELETE FROM facts WHERE body LIKE '%order-cancelled%'": "facts of the cancelling",
    "DELETE FROM facts WHERE body LIKE '%goods-returned%'": "facts of goods returned",
    "UPDATE orders SET refunded = refunded + 1": "handed back for order",
    "UPDATE order_returns SET items = items + 1": "fils of returned items",
    "UPDATE order_returns SET discount = discount + 1": "or discount",
    "UPDATE order_returns SET fee = 1": "booked as fee",
    "UPDATE returned_pieces SET borne = borne + 1": "borne by the centre",
}


def every_part(amounts: Amounts) -> Amounts:
    """The amounts with a surcharge of five dirhams, and one dirham let off."""
    glass = Part("glass", Money.dirhams(5))
    return msgspec.structs.replace(amounts, surcharges=(glass,), discount=Money.dirhams(1))


async def a_day_at_the_shop(session: AsyncSession) -> None:
    """Orders: delivered and partly returned, cancelled, open, and delivered with every part."""
    person = await a_person(session)
    stocked = await an_option(session, stock=9)
    made = await an_option(session, made_to_order=True)
    orders = [await an_order(session, person, {stocked: 1, made: 1}, MORNING) for _ in range(3)]
    await fill_cart(session, person, {stocked: 1, made: 1}, MORNING)
    orders.append(await order_costing(session, person, every_part(orders[0].amounts), MORNING))
    for order in (orders[0], orders[-1]):
        for state in TO_THE_DOOR:
            await advance(acting(session), order.id, state)
        code = await delivery_code(session, person, order.id)
        await confirm_delivery(acting(session), order.id, code, order.total, "")
    await cancel_by_staff(acting(session), orders[1].id, "")
    brought = [BroughtBack(orders[0].lines[0].id, 1, Disposition.unsellable)]
    await return_delivered(acting(session), orders[0].id, brought, nth=1)


@pytest.mark.parametrize(("wrong", "told"), PLANTED.items(), ids=range(len(PLANTED)))
async def test_a_planted_disagreement_is_told(scratch: AsyncSession, wrong: str, told: str) -> None:
    await a_day_at_the_shop(scratch)
    assert await discrepancies(scratch) == []
    await scratch.execute(text(wrong))
    found = await discrepancies(scratch)
    assert any(told in line for line in found), found


async def test_an_empty_shop_agrees_with_itself(scratch: AsyncSession) -> None:
    assert await discrepancies(scratch) == []
