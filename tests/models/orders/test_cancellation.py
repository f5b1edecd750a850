"""Cancelling: where the goods lie and what is known of them decide what becomes of them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import due_to
from models.kernel.money import NOTHING, Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import ALL_THERE, Goods, cancel_by_staff
from models.orders.fulfilment import advance
from models.orders.queries import OrderView
from models.orders.returns import Disposition, came_back
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TO_THE_DOOR, an_order, promised
from tests.support.shelves import a_family, a_person, an_option

STATES = ("placed", *TO_THE_DOOR)
MISSING, SPOILED = Goods(Disposition.missing), Goods(Disposition.unsellable)
INSPECT = Goods(Disposition.inspect)
CAME_TO = {
    (ALL_THERE, "placed"): (5, []),
    (ALL_THERE, "accepted"): (5, []),
    (ALL_THERE, "packed"): (5, ["shelf", "unsellable"]),
    (ALL_THERE, "out"): (3, ["inspect", "unsellable"]),
    (INSPECT, "placed"): (3, ["inspect"]),
    (INSPECT, "out"): (3, ["inspect", "unsellable"]),
    (MISSING, "placed"): (3, ["missing"]),
    (MISSING, "packed"): (3, ["missing", "missing"]),
    (MISSING, "out"): (3, ["missing", "missing"]),
    (SPOILED, "accepted"): (3, ["unsellable"]),
    (SPOILED, "packed"): (3, ["unsellable", "unsellable"]),
}
"""What lies on the shelf then of five pieces, and what is kept: of two and of one made to order."""


async def an_order_in(session: AsyncSession, state: str) -> OrderView:
    """Two pieces from a shelf of five and one made to order, of one family, in that state."""
    family = await a_family(session)
    stocked = await an_option(session, stock=5, family_id=family)
    made = await an_option(session, made_to_order=True, family_id=family, price=Money(900))
    order = await an_order(session, await a_person(session), {stocked: 2, made: 1}, MORNING)
    for step in TO_THE_DOOR[: STATES.index(state)]:
        await advance(acting(session), order.id, step)
    return order


async def on_hand(session: AsyncSession, order: OrderView) -> int | None:
    """What lies on the shelf of the first line's thing."""
    chosen = select(Option.on_hand).where(Option.id == order.lines[0].option_id)
    found: int | None = await session.scalar(chosen)
    return found


@pytest.mark.parametrize(("goods", "state"), CAME_TO)
@pytest.mark.parametrize("bears", [True, False])
async def test_the_goods_come_back_as_they_are(
    session: AsyncSession, goods: Goods, state: str, bears: bool
) -> None:
    order = await an_order_in(session, state)
    terms = replace(DEFAULT_TERMS, centre_bears_losses=bears)
    closed = await cancel_by_staff(acting(session), order.id, "rain", goods, terms)
    left, kept = CAME_TO[goods, state]
    assert closed.was == state
    assert await on_hand(session, order) == left
    rows = await came_back(session, order.id, order.lines)
    assert [row.disposition for row in rows] == kept
    lost = [row for row in rows if row.disposition == "unsellable"]
    prices = {line.id: line.amount for line in order.lines}
    borne = sum(prices[row.line_id].fils for row in lost) if bears else 0
    assert await due_to(session, order.lines[0].family_id) == Money(borne)
    assert [taken for _, taken in await promised(session)] == [0]
    assert await discrepancies(session) == []


async def test_only_what_is_named_is_lost(session: AsyncSession) -> None:
    one, two = [await an_option(session, stock=4) for _ in range(2)]
    order = await an_order(session, await a_person(session), {one: 1, two: 3}, MORNING)
    named = frozenset({order.lines[1].id})
    await cancel_by_staff(acting(session), order.id, "", Goods(Disposition.missing, named))
    left = await session.execute(select(Option.id, Option.on_hand).order_by(Option.id))
    assert [tuple(row) for row in left] == [(one, 4), (two, 1)]
    assert await due_to(session, order.lines[1].family_id) == NOTHING
    assert await discrepancies(session) == []
