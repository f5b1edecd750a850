"""An order that was cancelled before it was told is told to nobody who would work on it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.dialog.turns import Turns
from models.kernel.facts import FactRow
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.change_kinds import NewLines, Off
from models.orders.fulfilment import advance
from models.orders.queries import order_for_staff
from models.orders.reinstating import undo_own_cancelling
from models.orders.states import OrderState
from models.orders.tables import Order
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import family_member, staff
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.changed_orders import changed

FAMILY = ("دار الورد", "Dar Al Ward")


@pytest.fixture
async def mona(turns: Turns) -> Talk:
    """A customer with an open cart; a family, the desk and a courier who would hear of an order."""
    roses = await shelf.add_product(turns, "ماء ورد", "Rose water", price=30, brand=FAMILY)
    dates = await shelf.add_product(turns, "دبس تمر", "Date syrup", brand=("بيت", "Bayt"))
    await staff(turns, Role.manager)
    await staff(turns, Role.orders)
    await staff(turns, Role.courier)
    await family_member(turns, 1, external_id="rose-mother")
    await announced(turns)
    await with_cart(turns, await shelf.only_option(turns, dates), 1)
    return await with_cart(turns, await shelf.only_option(turns, roses), 1)


async def cancel(turns: Turns, order: Order) -> None:
    """The customer cancels."""
    async with turns.database.write() as session:
        await cancel_by_customer(acting(session, order.person_id, turns.clock()), order.id)


async def test_cancelled_before_it_was_told_nobody_hears_of_it(turns: Turns, mona: Talk) -> None:
    await cancel(turns, await buy(mona))
    assert await announced(turns) == []
    async with turns.database.read() as session:
        rows = list(await session.scalars(select(FactRow).where(FactRow.order_id.is_not(None))))
    assert len(rows) == 2
    assert all(row.quiet and row.announced_at for row in rows)


async def test_cancelled_afterwards_everybody_hears_both(turns: Turns, mona: Talk) -> None:
    order = await buy(mona)
    told = await announced(turns)
    assert told.people() == {"manager", "orders", "rose-mother"}
    await cancel(turns, order)
    told = await announced(turns)
    assert told.people() == {"manager", "orders", "rose-mother"}
    assert "أُلغي الطلب" in text(told.to("rose-mother"))


async def test_an_honest_order_is_not_kept_from_its_family(turns: Turns, mona: Talk) -> None:
    """Many that are placed and cancelled ahead of it owe nobody a message."""
    sara = await with_cart(turns, 1, external_id="sara")
    for _ in range(4):
        await cancel(turns, await buy(mona))
        await with_cart(turns, 1, 1)
    honest = await buy(sara)
    told = await announced(turns)
    assert len(told.to("rose-mother")) == 1
    assert honest.number in text(told.to("rose-mother"))


async def test_of_one_that_the_centre_cancelled_its_customer_hears_and_who_watches_over_it(
    turns: Turns, mona: Talk
) -> None:
    order = await buy(mona)
    async with turns.database.write() as session:
        await cancel_by_staff(acting(session, now=turns.clock()), order.id, "out-of-stock")
    told = await announced(turns)
    assert told.people() == {"mona", "manager"}
    assert len(told.to("manager")) == 1
    assert order.number in text(told.to("mona"))


async def test_a_courier_who_has_it_is_called_back_all_the_same(turns: Turns, mona: Talk) -> None:
    order = await buy(mona)
    async with turns.database.write() as session:
        for state in (OrderState.accepted, OrderState.packed, OrderState.out):
            await advance(acting(session, now=turns.clock()), order.id, state)
        await cancel_by_staff(acting(session, now=turns.clock()), order.id, "out-of-stock")
    told = await announced(turns)
    assert told.people() == {"mona", "courier", "manager"}
    assert len(told.to("manager")) == 1
    assert "بعد خروجه للتوصيل" in text(told.to("courier"))
    assert len(told.to("courier")) == 1


async def test_taken_back_the_maker_hears_what_she_need_not_bring_any_more(
    turns: Turns, mona: Talk
) -> None:
    """Else she brings what was taken out of the order, and nobody pays it."""
    order = await buy(mona)
    async with turns.database.write() as session:
        bought = await order_for_staff(session, order.id)
        (roses,) = [line for line in bought.lines if line.brand_en == FAMILY[1]]
        await changed(session, bought, NewLines(off=(Off(roses.id, roses.quantity),)))
    await cancel(turns, order)
    assert (await announced(turns)).people() == set()
    async with turns.database.write() as session:
        hers = acting(session, order.person_id, turns.clock())
        await undo_own_cancelling(hers, order.id, turns.terms)
    told = await announced(turns)
    sold, taken_out = (text([news], "en") for news in told.to("rose-mother"))
    assert "Rose water × 1" in sold
    assert "Not wanted any more" in taken_out
    assert "Rose water × 1" in taken_out
