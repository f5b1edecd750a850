"""At the door two act at once: one of them waits, and then sees what the other did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.refusals import LastLine, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders import door, rescheduling
from models.orders.cancellation import cancel_by_staff
from models.orders.delivery_slots import WindowSlot
from models.orders.door import Refused, refuse_order, refuse_part
from models.orders.fulfilment import advance, send_back
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.rescheduling import reschedule
from models.orders.states import OrderState
from models.orders.transitions import state_of
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import Work, one_after_another
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.shelves import a_person, an_option

THURSDAY = WindowSlot(date(2026, 3, 5), "16:00-20:00")


async def an_order_out(database: Database) -> OrderView:
    """One piece of each of two things, on their way; another customer's is not."""
    async with database.write() as session:
        things = [await an_option(session, stock=5) for _ in range(2)]
        await an_order(session, await a_person(session), dict.fromkeys(things, 1), MORNING)
        order = await an_order(session, await a_person(session), dict.fromkeys(things, 1), MORNING)
        for state in TO_THE_DOOR:
            await advance(acting(session), order.id, state)
        return await order_for_staff(session, order.id)


async def back_at_the_desk(database: Database) -> OrderView:
    """The same order, back since nobody was there."""
    order = await an_order_out(database)
    async with database.write() as session:
        await send_back(acting(session), order.id, "nobody", DEFAULT_TERMS)
        return await order_for_staff(session, order.id)


def refuses(order: OrderView, at: int) -> Work:
    """A courier strikes the order's line at that place."""
    part = Refused(order.lines[at].id, 1)
    return lambda session: refuse_part(acting(session), order.id, [part], DEFAULT_TERMS)


def refuses_all(order: OrderView) -> Work:
    """A courier gives the whole order up."""
    return lambda session: refuse_order(acting(session), order.id, {}, DEFAULT_TERMS)


def cancels(order: OrderView) -> Work:
    """The desk cancels the order."""
    return lambda session: cancel_by_staff(acting(session), order.id, "rain")


def goes_out(order: OrderView) -> Work:
    """A courier takes the order out again."""
    return lambda session: advance(acting(session), order.id, OrderState.out)


def moves(order: OrderView) -> Work:
    """The customer chooses another window."""
    return lambda session: reschedule(acting(session), order.id, THURSDAY, DEFAULT_TERMS)


async def found(database: Database, order: OrderView) -> tuple[OrderView, list[str]]:
    """The order as it is now, and where the books disagree."""
    async with database.read() as session:
        return await order_for_staff(session, order.id), await discrepancies(session)


async def test_two_who_refuse_the_last_two_pieces_leave_one(database: Database) -> None:
    order = await an_order_out(database)
    with pytest.raises(LastLine):
        await one_after_another(database, refuses(order, 0), refuses(order, 1))
    now, wrong = await found(database, order)
    assert (len(now.live_lines), wrong) == (1, [])


async def test_without_the_orders_lock_nothing_is_left_and_still_paid(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: each finds the other's piece left, and asks for the cash of it."""
    monkeypatch.setattr(door, "lock_order", state_of)
    order = await an_order_out(postgres_database)
    await one_after_another(postgres_database, refuses(order, 0), refuses(order, 1))
    now, wrong = await found(postgres_database, order)
    assert now.live_lines == ()
    assert any("fils for the items of order" in line for line in wrong)


@pytest.mark.parametrize("refuse", [refuses_all, lambda order: refuses(order, 0)])
async def test_what_the_desk_cancelled_is_refused_by_nobody(
    database: Database, refuse: Callable[[OrderView], Work]
) -> None:
    order = await an_order_out(database)
    with pytest.raises(WrongState):
        await one_after_another(database, cancels(order), refuse(order))
    now, wrong = await found(database, order)
    assert (now.state, now.lines, wrong) == ("cancelled", order.lines, [])


async def test_what_was_refused_is_not_cancelled_with_the_rest(database: Database) -> None:
    order = await an_order_out(database)
    await one_after_another(database, refuses(order, 0), cancels(order))
    now, wrong = await found(database, order)
    assert (now.state, len(now.live_lines), wrong) == ("cancelled", 1, [])


async def test_without_the_orders_lock_a_piece_comes_back_twice(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: the desk's cancelling puts on the shelf what the courier strikes as well."""
    monkeypatch.setattr(door, "lock_order", state_of)
    order = await an_order_out(postgres_database)
    await one_after_another(postgres_database, cancels(order), refuses(order, 0))
    _, wrong = await found(postgres_database, order)
    assert any("pieces that left the shelf" in line for line in wrong)


async def test_a_part_and_the_delivery_do_not_cross(database: Database) -> None:
    """Who delivers at the old amount is asked why; who refuses what is delivered is told so."""
    order = await an_order_out(database)
    async with database.read() as session:
        code = await delivery_code(session, order.person_id, order.id)

    async def deliver(session: AsyncSession) -> None:
        assert not await confirm_delivery(acting(session), order.id, code, order.total, "")

    with pytest.raises(WrongState):
        await one_after_another(database, deliver, refuses(order, 0))
    now, wrong = await found(database, order)
    assert (now.state, len(now.live_lines), wrong) == ("delivered", 2, [])


async def test_what_is_taken_out_meanwhile_keeps_its_window(database: Database) -> None:
    order = await back_at_the_desk(database)
    with pytest.raises(WrongState):
        await one_after_another(database, goes_out(order), moves(order))
    now, wrong = await found(database, order)
    assert (now.state, now.day, now.window, wrong) == ("out", order.day, order.window, [])


async def test_what_was_moved_goes_out_in_its_new_window(database: Database) -> None:
    order = await back_at_the_desk(database)
    await one_after_another(database, moves(order), goes_out(order))
    now, wrong = await found(database, order)
    assert (now.state, now.day, wrong) == ("out", THURSDAY.day, [])


async def test_two_who_move_it_at_once_take_one_place(database: Database) -> None:
    order = await back_at_the_desk(database)
    await one_after_another(database, moves(order), moves(order))
    now, wrong = await found(database, order)
    assert (now.day, wrong) == (THURSDAY.day, [])


async def test_without_the_orders_lock_what_is_out_is_moved(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: a courier is at the door, and the customer waits for Thursday."""
    monkeypatch.setattr(rescheduling, "lock_order", state_of)
    order = await back_at_the_desk(postgres_database)
    await one_after_another(postgres_database, goes_out(order), moves(order))
    now, _ = await found(postgres_database, order)
    assert (now.state, now.day) == ("out", THURSDAY.day)
