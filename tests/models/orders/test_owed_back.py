"""What is missing of an order's cash is less once its goods are back; what is too much is owed."""

from __future__ import annotations

import asyncio

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.differences import How, OpenSum, open_sum, settle
from models.accounting.ledger import CASH, CASH_DIFFERENCE, ROUNDING
from models.accounting.purses import purse_of
from models.kernel.database import Database
from models.kernel.facts import CashCorrected, ChargeLessened, MoneyHandedBack
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import AlreadySettled, ReturnedMeanwhile, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders import owed_back as owed_module
from models.orders.after_delivery import BroughtBack, return_delivered, returns_so_far
from models.orders.cash import correct_cash
from models.orders.handover import confirm_delivery
from models.orders.owed_back import hand_back, owed_back
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.returns import Disposition
from models.orders.states import OrderState
from models.reports.consistency import discrepancies
from tests.models.orders.test_cash import (
    an_order_out,
    balance,
    delivered,
    differences_of,
    facts,
    the_difference,
)
from tests.support.acting import acting
from tests.support.held_up import until_somebody_waits
from tests.support.refused import refused
from tests.support.shelves import a_person

ALL, FEE, GOODS = Money.dirhams(375), Money.dirhams(15), Money.dirhams(360)
FIVE = Money.dirhams(5)


async def brought_back(session: AsyncSession, order: OrderView, *, with_fee: bool) -> None:
    """All of it comes back to the desk."""
    nth = await returns_so_far(session, order.id) + 1
    brought = [BroughtBack(order.lines[0].id, 1, Disposition.shelf)]
    await return_delivered(acting(session), order.id, brought, nth=nth, with_fee=with_fee)


async def books(session: AsyncSession, courier: int) -> tuple[Money, Money, Money]:
    """What is in the purse, on the account of differences and in the till; the books agree."""
    assert await discrepancies(session) == []
    centre, till = [await balance(session, name) for name in (CASH_DIFFERENCE, CASH)]
    return await purse_of(session, courier), centre, till


@pytest.mark.parametrize(("with_fee", "left"), [(True, NOTHING), (False, FEE)])
async def test_what_came_back_unpaid_is_missing_no_more(
    session: AsyncSession, with_fee: bool, left: Money
) -> None:
    courier, order = await delivered(session, NOTHING)
    shown = await the_difference(session)
    await brought_back(session, order, with_fee=with_fee)
    assert await open_sum(session) == OpenSum(1 if left else 0, left)
    assert await books(session, courier) == (NOTHING, left, NOTHING)
    for how in (How.charged, How.written_off):
        async with refused(session, AlreadySettled):
            await settle(acting(session), shown.id, how)
    if left:
        rest = await the_difference(session)
        assert (rest.reason, rest.at, rest.person_id) == (shown.reason, shown.at, courier)
        await settle(acting(session), rest.id, How.charged)
        assert await books(session, courier) == (FEE, NOTHING, NOTHING)


@pytest.mark.parametrize(("with_fee", "left"), [(True, NOTHING), (False, FEE)])
async def test_what_the_centre_bears_is_less(
    session: AsyncSession, with_fee: bool, left: Money
) -> None:
    courier, order = await delivered(session, NOTHING)
    await settle(acting(session), (await the_difference(session)).id, How.written_off)
    await brought_back(session, order, with_fee=with_fee)
    assert await open_sum(session) == OpenSum(0, NOTHING)
    assert await books(session, courier) == (NOTHING, left, NOTHING)
    assert await facts(session, ChargeLessened) == []


@pytest.mark.parametrize(("with_fee", "left"), [(True, NOTHING), (False, FEE)])
async def test_nobody_pays_for_goods_that_are_back(
    session: AsyncSession, with_fee: bool, left: Money
) -> None:
    courier, order = await delivered(session, NOTHING)
    charged = await the_difference(session)
    await settle(acting(session), charged.id, How.charged)
    assert await purse_of(session, courier) == ALL
    await brought_back(session, order, with_fee=with_fee)
    assert await books(session, courier) == (left, NOTHING, NOTHING)
    told = ChargeLessened(charged.id + bool(left), ALL, left, courier, order.id)
    assert await facts(session, ChargeLessened) == [told]
    await correct_cash(acting(session), order.id, ALL, "it was paid")
    assert await books(session, courier) == (ALL, left - ALL, NOTHING)


@pytest.mark.parametrize(("with_fee", "owed"), [(True, ALL), (False, GOODS)])
async def test_what_was_paid_after_all_is_owed_until_it_is_handed_back(
    session: AsyncSession, with_fee: bool, owed: Money
) -> None:
    courier, order = await delivered(session, NOTHING)
    await brought_back(session, order, with_fee=with_fee)
    assert await owed_back(session, order.id) == NOTHING
    await correct_cash(acting(session), order.id, ALL, "typed 0")
    assert await owed_back(session, order.id) == owed
    left = ALL - owed
    assert await differences_of(session) == [(left.fils, ALL.fils)], "the list says so too"
    told = CashCorrected(order.id, NOTHING, ALL, "typed 0", left, courier)
    assert await facts(session, CashCorrected) == [told]
    assert await books(session, courier) == (ALL, -owed, NOTHING)
    for other in (owed - FIVE, NOTHING):
        async with refused(session, ReturnedMeanwhile):
            await hand_back(acting(session), order.id, other, nth=2)
    await hand_back(acting(session), order.id, owed, nth=2, paid_by=courier)
    assert await facts(session, MoneyHandedBack) == [MoneyHandedBack(order.id, 2, owed, courier)]
    assert (await order_for_staff(session, order.id)).refunded == owed
    assert await differences_of(session) == []
    assert await books(session, courier) == (left, NOTHING, NOTHING)
    for nth in (2, 3):
        async with refused(session, ReturnedMeanwhile):
            await hand_back(acting(session), order.id, owed, nth=nth)


@pytest.mark.parametrize("how", [How.written_off, How.charged])
async def test_it_is_owed_also_where_the_finance_settled_it(
    session: AsyncSession, how: How
) -> None:
    courier, order = await delivered(session, NOTHING)
    await brought_back(session, order, with_fee=True)
    await correct_cash(acting(session), order.id, ALL, "typed 0")
    await settle(acting(session), (await the_difference(session)).id, how)
    assert await owed_back(session, order.id) == ALL
    await hand_back(acting(session), order.id, ALL, nth=2)
    assert await books(session, courier) == (ALL, NOTHING, -ALL)


async def test_a_part_of_it_that_was_paid_is_owed(session: AsyncSession) -> None:
    courier, order = await delivered(session, FIVE)
    await brought_back(session, order, with_fee=False)
    assert await differences_of(session) == [(2000, 500)], "five were handed back"
    await correct_cash(acting(session), order.id, Money.dirhams(20), "found the note")
    assert await differences_of(session) == []
    assert await owed_back(session, order.id) == NOTHING
    await correct_cash(acting(session), order.id, Money.dirhams(120), "and another")
    assert await owed_back(session, order.id) == Money.dirhams(100)
    await hand_back(acting(session), order.id, Money.dirhams(100), nth=2)
    assert await books(session, courier) == (
        Money.dirhams(120),
        NOTHING,
        Money.dirhams(-105),
    )
    await correct_cash(acting(session), order.id, NOTHING, "none of it was hers")
    assert await differences_of(session) == [(12000, 0)], "what she got stays missing"
    assert await books(session, courier) == (
        NOTHING,
        Money.dirhams(120),
        Money.dirhams(-105),
    )


async def test_what_was_too_much_at_the_door_is_not_owed_for_goods(session: AsyncSession) -> None:
    _, order = await delivered(session, ALL + FIVE)
    await brought_back(session, order, with_fee=True)
    assert await differences_of(session) == [(37500, 38000)]
    assert await owed_back(session, order.id) == NOTHING
    async with refused(session, ReturnedMeanwhile):
        await hand_back(acting(session), order.id, FIVE, nth=2)
    out = await an_order_out(session)
    async with refused(session, WrongState):
        await hand_back(acting(session), out.id, FIVE, nth=1)


async def test_half_a_coin_is_rounding_and_no_debt(session: AsyncSession) -> None:
    """Where a half is the customer's both times, what was due comes to less than what is owed."""
    halves = replace(DEFAULT_TERMS, cash_rounding=Money(50))
    courier, order = await a_person(session), await an_order_out(session, Money(1225))
    code = await delivery_code(session, order.person_id, order.id)
    paid = Money(2700)
    assert order.total == Money(2725)
    assert not await confirm_delivery(acting(session, courier), order.id, code, paid, "", halves)
    brought = [BroughtBack(order.lines[0].id, 1, Disposition.shelf)]
    refund = await return_delivered(
        acting(session), order.id, brought, nth=1, with_fee=True, terms=halves
    )
    assert (refund.refunded, refund.unpaid) == (paid, NOTHING)
    assert await books(session, courier) == (paid, NOTHING, -paid)
    assert await balance(session, ROUNDING) == NOTHING


async def two_clerks(database: Database) -> tuple[BaseException | None, Money]:
    """Two hand back at once what is owed; what the second was told, and what the till paid."""
    async with database.write() as session:
        _, order = await delivered(session, NOTHING)
        await brought_back(session, order, with_fee=True)
        await correct_cash(acting(session), order.id, ALL, "typed 0")

    async def too() -> None:
        async with database.write() as session:
            await hand_back(acting(session), order.id, ALL, nth=2)

    async with database.write() as first:
        await hand_back(acting(first), order.id, ALL, nth=2)
        other = asyncio.create_task(too())
        await until_somebody_waits(database)
    (told,) = await asyncio.gather(other, return_exceptions=True)
    async with database.read() as session:
        assert await discrepancies(session) == []
        return told, await balance(session, CASH)


async def test_two_clerks_at_once_hand_it_back_once(postgres_database: Database) -> None:
    told, till = await two_clerks(postgres_database)
    assert isinstance(told, ReturnedMeanwhile)
    assert till == -ALL


async def test_without_the_order_held_only_the_books_stop_the_second(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: a defect of ours at the counter, where a colleague was only faster."""

    async def held_by_nobody(*_ignored: object) -> OrderState:
        return OrderState.delivered

    monkeypatch.setattr(owed_module, "lock_order", held_by_nobody)
    told, till = await two_clerks(postgres_database)
    assert isinstance(told, IntegrityError)
    assert till == -ALL
