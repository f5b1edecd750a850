"""What comes back from an order: where the pieces lie then, and who bears what is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import due_to
from models.kernel.facts import OrderCancelled
from models.kernel.money import NOTHING, Money
from models.orders.holds import give_all_back
from models.orders.queries import OrderLineView, OrderView
from models.orders.returns import (
    Disposition,
    Returned,
    book_losses,
    keep_returned,
    whole,
)
from models.orders.transitions import move
from models.products.stock import Movement, StockMovement
from models.products.tables import Option
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import an_order, promised
from tests.support.shelves import a_person, an_option

TAKEN_BACK = {
    Disposition.shelf: (5, [(Movement.sold, -2), (Movement.returned, 2)]),
    Disposition.inspect: (3, [(Movement.sold, -2)]),
    Disposition.unsellable: (
        3,
        [(Movement.sold, -2), (Movement.returned, 2), (Movement.spoiled, -2)],
    ),
    Disposition.missing: (
        3,
        [(Movement.sold, -2), (Movement.returned, 2), (Movement.counted, -2)],
    ),
}


async def cancelled_with(
    session: AsyncSession, order: OrderView, stocked: Disposition, *, borne: bool
) -> None:
    """Cancel the order, all pieces coming back in that way."""
    acts = acting(session, order.person_id, MORNING)
    await move(acts, order.id, OrderCancelled(order.id, by_customer=False))
    parts = whole(order.live_lines, stocked)
    rows = await keep_returned(acts, order.id, parts, borne=borne)
    await give_all_back(acts, order, parts)
    await book_losses(acts, rows)


@pytest.mark.parametrize("stocked", Disposition)
@pytest.mark.parametrize("borne", [True, False])
async def test_what_comes_back_is_where_it_was_said_to_be(
    session: AsyncSession, stocked: Disposition, borne: bool
) -> None:
    person = await a_person(session)
    shelved = await an_option(session, stock=5)
    order = await an_order(session, person, {shelved: 2}, MORNING)
    await cancelled_with(session, order, stocked, borne=borne)
    on_hand, movements = TAKEN_BACK[stocked]
    assert await session.scalar(select(Option.on_hand).where(Option.id == shelved)) == on_hand
    of_order = select(StockMovement.why, StockMovement.change).where(
        StockMovement.order_id == order.id
    )
    found = [tuple(row) for row in await session.execute(of_order.order_by(StockMovement.id))]
    assert found == movements
    pays = borne and stocked is Disposition.unsellable
    family = order.lines[0].family_id
    assert await due_to(session, family) == (order.amounts.items if pays else NOTHING)


@pytest.mark.parametrize("stocked", [Disposition.shelf, Disposition.inspect])
async def test_what_was_made_for_the_order_is_borne_and_its_day_has_room_again(
    session: AsyncSession, stocked: Disposition
) -> None:
    person = await a_person(session)
    made = await an_option(session, made_to_order=True, lead_days=3, daily_most=4)
    order = await an_order(session, person, {made: 2}, MORNING)
    assert [taken for _, taken in await promised(session)] == [2]
    await cancelled_with(session, order, stocked, borne=True)
    assert [taken for _, taken in await promised(session)] == [0]
    assert await due_to(session, order.lines[0].family_id) == order.amounts.items != Money(0)


async def test_more_than_there_is_does_not_come_back(session: AsyncSession) -> None:
    person = await a_person(session)
    made = await an_option(session, made_to_order=True, lead_days=3)
    line: OrderLineView = (await an_order(session, person, {made: 2}, MORNING)).lines[0]
    for quantity in (0, 3):
        with pytest.raises(ValueError, match="do not come back"):
            Returned(line, quantity, Disposition.missing)
    for disposition in (Disposition.shelf, Disposition.inspect):
        with pytest.raises(ValueError, match="made to order"):
            Returned(line, 1, disposition)
