"""Cash that is corrected while it moves, and goods that two want: nothing is lost or doubled."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.cash_handovers import Amounts, confirm, propose, withdraw
from models.accounting.purses import purse_of
from models.kernel.database import Database
from models.kernel.facts import CashCorrected, FactRow, OrderOut, record
from models.kernel.money import Money
from models.kernel.refusals import HandoverOver, OutOfStock, SameAmount
from models.orders import cash, reinstating
from models.orders.cancellation import cancel_by_staff
from models.orders.cash import correct_cash
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.reinstating import undo_cancelling
from models.orders.run_queries import run_of
from models.orders.runs import Taken, take_run
from models.orders.tables import Order
from models.orders.transitions import state_of
from models.products.low_stock import OnHand
from models.products.stock import Take
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import Work, one_after_another
from tests.support.orders import TO_THE_DOOR, WIDE, an_order
from tests.support.runs import a_courier, a_run, packed_orders
from tests.support.shelves import a_person, an_option

FIFTY, FORTY, THIRTY = Money.dirhams(50), Money.dirhams(40), Money.dirhams(30)


async def carried(database: Database) -> tuple[int, int, int, int]:
    """A courier with the cash of an order, which she says she hands over.

    Their ids: the courier, the desk, the order, and the handing over that waits for the desk.
    """
    async with database.write() as session:
        courier, desk = await a_person(session), await a_person(session)
        option = await an_option(session, stock=1)
        order = await an_order(session, await a_person(session), {option: 1}, MORNING, WIDE)
        for state in TO_THE_DOOR:
            await advance(acting(session), order.id, state)
        code = await delivery_code(session, order.person_id, order.id)
        her = acting(session, courier)
        assert not await confirm_delivery(her, order.id, code, FIFTY, "")
        waits = await propose(her, courier, Amounts(FIFTY, FIFTY))
        return courier, desk, order.id, waits


def corrects(order_id: int, taken: Money) -> Work:
    """A manager says that it was another amount."""
    return lambda session: correct_cash(acting(session), order_id, taken, "slip")


async def books(database: Database, courier: int) -> tuple[Money, list[str]]:
    """What the courier carries, and where the books disagree."""
    async with database.read() as session:
        return await purse_of(session, courier), await discrepancies(session)


@pytest.mark.parametrize("correction_first", [True, False])
async def test_cash_is_corrected_while_it_is_handed_over(
    database: Database, correction_first: bool
) -> None:
    courier, desk, order_id, waits = await carried(database)
    works: Sequence[Work] = (
        corrects(order_id, FORTY),
        lambda session: confirm(acting(session, desk), waits),
    )
    await one_after_another(database, *(works if correction_first else works[::-1]))
    assert await books(database, courier) == (FORTY - FIFTY, [])


async def corrected_from(database: Database) -> list[Money]:
    """The amount that each correction says was booked before it."""
    async with database.read() as session:
        rows = await session.scalars(select(FactRow).order_by(FactRow.id))
        return [row.fact.was for row in rows if isinstance(row.fact, CashCorrected)]


async def test_two_who_correct_the_same_cash_at_once_follow_each_other(database: Database) -> None:
    courier, _, order_id, _ = await carried(database)
    await one_after_another(database, corrects(order_id, FORTY), corrects(order_id, THIRTY))
    assert await books(database, courier) == (THIRTY, [])
    assert await corrected_from(database) == [FIFTY, FORTY]
    with pytest.raises(SameAmount):
        await one_after_another(database, corrects(order_id, FIFTY), corrects(order_id, FIFTY))
    assert await books(database, courier) == (FIFTY, [])


async def test_without_the_orders_lock_a_correction_tells_of_cash_that_was_no_more(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: customer and finance read that fifty became thirty, which forty did."""
    monkeypatch.setattr(cash, "lock_order", state_of)
    _, _, order_id, _ = await carried(postgres_database)
    await one_after_another(
        postgres_database, corrects(order_id, FORTY), corrects(order_id, THIRTY)
    )
    assert await corrected_from(postgres_database) == [FIFTY, FIFTY]


async def test_what_is_taken_back_is_agreed_to_no_more(database: Database) -> None:
    courier, desk, _, waits = await carried(database)
    with pytest.raises(HandoverOver):
        await one_after_another(
            database,
            lambda session: withdraw(acting(session, courier), waits),
            lambda session: confirm(acting(session, desk), waits),
        )
    assert await books(database, courier) == (FIFTY, [])


async def cancelled(database: Database) -> tuple[OrderView, int, int]:
    """An order of the last piece, cancelled just now; the option, and who wants it too."""
    async with database.write() as session:
        option = await an_option(session, stock=1)
        order = await an_order(session, await a_person(session), {option: 1}, MORNING, WIDE)
        await cancel_by_staff(acting(session), order.id, "rain")
        return order, option, await a_person(session)


async def on_hand(database: Database, option: int) -> tuple[int, list[str]]:
    """What lies on the shelf, and where the books disagree."""
    async with database.read() as session:
        left = (await session.get_one(Option, option)).on_hand
        return left, await discrepancies(session)


async def test_what_is_taken_up_again_nobody_else_buys(database: Database) -> None:
    order, option, other = await cancelled(database)
    with pytest.raises(OutOfStock):
        await one_after_another(
            database,
            lambda session: undo_cancelling(acting(session), order.id),
            lambda session: an_order(session, other, {option: 1}, MORNING, WIDE),
        )
    assert await on_hand(database, option) == (0, [])


async def test_by_looking_first_one_piece_is_in_two_orders(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: the piece that another has just bought goes into the order as well."""

    async def take_as_seen(session: AsyncSession, parts: Sequence[Take]) -> dict[int, OnHand]:
        for part in parts:
            chosen = Option.id == part.option_id
            left = await session.scalar(select(Option.on_hand).where(chosen)) or 0
            taken = update(Option).where(chosen).values(on_hand=left + part.quantity)
            await session.execute(taken.execution_options(synchronize_session=False))
        return {}

    order, option, other = await cancelled(postgres_database)
    monkeypatch.setattr(reinstating, "take_off", take_as_seen)
    await one_after_another(
        postgres_database,
        lambda session: an_order(session, other, {option: 1}, MORNING, WIDE),
        lambda session: undo_cancelling(acting(session), order.id),
    )
    async with postgres_database.read() as session:
        assert (await order_for_staff(session, order.id)).state == "placed"
    left, wrong = await on_hand(postgres_database, option)
    assert left == 0
    assert any(line.startswith("on hand of option") for line in wrong)


async def a_run_of_three(database: Database) -> tuple[int, int, list[int]]:
    """A courier's run, the courier, and its packed orders."""
    async with database.write() as session:
        courier = await a_courier(session)
        orders = await packed_orders(session, [("sharjah", "Al Khan")] * 3)
        return await a_run(session, courier, orders), courier, [order.id for order in orders]


async def times_out(database: Database) -> list[int]:
    """Of which orders it was told that they went out, each as often as it was."""
    async with database.read() as session:
        chosen = select(FactRow.order_id).where(FactRow.kind == "order-out")
        return sorted(one for one in await session.scalars(chosen) if one is not None)


async def test_a_run_that_is_taken_on_two_phones_goes_out_once(database: Database) -> None:
    run_id, courier, orders = await a_run_of_three(database)
    second = await one_after_another(
        database,
        lambda session: take_run(acting(session, courier), run_id),
        lambda session: take_run(acting(session, courier), run_id),
    )
    assert second == Taken((), ())
    assert await times_out(database) == orders


async def test_by_looking_first_a_run_goes_out_twice(postgres_database: Database) -> None:
    run_id, courier, orders = await a_run_of_three(postgres_database)

    async def take_as_seen(session: AsyncSession) -> None:
        packed = [stop.order_id for stop in (await run_of(session, run_id)).waiting]
        await session.execute(update(Order).where(Order.id.in_(packed)).values(state="out"))
        for order_id in packed:
            record(acting(session, courier), OrderOut(order_id, run_id))

    await one_after_another(
        postgres_database,
        lambda session: take_run(acting(session, courier), run_id),
        take_as_seen,
    )
    assert await times_out(postgres_database) == sorted(orders * 2)
