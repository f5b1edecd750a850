"""Returned after the delivery: goods, money, figures and books go back together, once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import CASH, ROUNDING, Balance, due_to
from models.accounting.purses import purse_of
from models.kernel.database import Database
from models.kernel.facts import FactRow, GoodsReturned
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import NotFound, ReturnedMeanwhile, TooLateToReturn, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders import after_delivery
from models.orders.after_delivery import (
    BroughtBack,
    Refund,
    in_coins,
    return_delivered,
    returns_so_far,
)
from models.orders.carts import read_cart
from models.orders.delivery_plan import Target, plan_of_terms
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.inspecting import count_to_inspect
from models.orders.pricing import amounts_of
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.returns import Disposition, came_back
from models.products.tables import Option
from models.reports.consistency import discrepancies
from models.reports.family_sales import Sold, family_totals
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits
from tests.support.orders import TO_THE_DOOR, fill_cart, order_cart, order_costing, promised
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option

SHELF, LOOK, LOST = Disposition.shelf, Disposition.inspect, Disposition.unsellable
FEE, TEN = Money.dirhams(15), Money.dirhams(10)


async def delivered(
    session: AsyncSession,
    *,
    discount: Money = NOTHING,
    short: Money = NOTHING,
    price: Money = TEN,
) -> OrderView:
    """Three pieces of nine at a price and one made to order at 30, of one family; delivered."""
    family = await a_family(session)
    stocked = await an_option(session, stock=9, family_id=family, price=price)
    made = await an_option(session, made_to_order=True, family_id=family, price=Money.dirhams(30))
    person = await a_person(session)
    await fill_cart(session, person, {stocked: 3, made: 1}, MORNING)
    cart = await read_cart(session, person)
    amounts = replace(
        amounts_of(cart.items, plan_of_terms(DEFAULT_TERMS), Target("sharjah")), discount=discount
    )
    order = await order_costing(session, person, amounts, MORNING)
    for state in TO_THE_DOOR:
        await advance(acting(session), order.id, state)
    code = await delivery_code(session, person, order.id)
    reason = "short" if short else ""
    await confirm_delivery(acting(session), order.id, code, order.total - short, reason)
    return await order_for_staff(session, order.id)


async def state_of_it(session: AsyncSession, order: OrderView) -> dict[str, Any]:
    """What the shop has and owes now."""
    assert await discrepancies(session) == []
    family = order.lines[0].family_id
    chosen = select(Option.on_hand).where(Option.id == order.lines[0].option_id)
    cash = await session.scalar(select(Balance.amount).where(Balance.account == CASH))
    totals = await family_totals(session, family, MORNING)
    return {
        "shelf": await session.scalar(chosen),
        "cash": cash,
        "due": await due_to(session, family),
        "sold": totals.in_all,
        "way": totals.on_its_way,
        "made": [taken for _, taken in await promised(session)],
    }


async def test_a_line_comes_back_and_the_rest_stays_sold(session: AsyncSession) -> None:
    order = await delivered(session)
    stocked = order.lines[0]
    brought = [BroughtBack(stocked.id, 1, SHELF), BroughtBack(stocked.id, 1, LOOK)]
    refund = await return_delivered(acting(session), order.id, brought, nth=1)
    assert refund == Refund(Money.dirhams(20), NOTHING, NOTHING, Money.dirhams(20))
    assert await state_of_it(session, order) == {
        "shelf": 7,
        "cash": order.total - Money.dirhams(20),
        "due": Money.dirhams(40),
        "sold": Sold(2, Money.dirhams(40)),
        "way": NOTHING,
        "made": [1],
    }
    assert await count_to_inspect(session) == 1
    seen = await order_for_staff(session, order.id)
    assert (seen.state, seen.amounts, seen.refunded) == (
        "delivered",
        order.amounts,
        Money.dirhams(20),
    )
    assert [(line.quantity, line.returned) for line in seen.lines] == [
        (1, False),
        (1, False),
        (2, True),
    ]
    fact = (await session.scalars(select(FactRow).order_by(FactRow.id.desc()).limit(1))).one().fact
    ids = tuple(row.id for row in await came_back(session, order.id, seen.lines))
    assert fact == GoodsReturned(order.id, 1, Money.dirhams(20), ids)


@pytest.mark.parametrize("with_fee", [True, False])
@pytest.mark.parametrize("bears", [True, False])
async def test_all_of_it_comes_back_with_the_fee_or_without(
    session: AsyncSession, with_fee: bool, bears: bool
) -> None:
    order = await delivered(session)
    stocked, made = order.lines
    terms = replace(DEFAULT_TERMS, centre_bears_losses=bears)
    brought = [BroughtBack(stocked.id, 3, SHELF), BroughtBack(made.id, 1, LOST)]
    refund = await return_delivered(
        acting(session), order.id, brought, nth=1, with_fee=with_fee, terms=terms
    )
    assert refund.refunded == Money.dirhams(60) + (FEE if with_fee else NOTHING)
    seen = await state_of_it(session, order)
    assert seen == {
        "shelf": 9,
        "cash": NOTHING if with_fee else FEE,
        "due": Money.dirhams(30) if bears else NOTHING,
        "sold": Sold(0, NOTHING),
        "way": NOTHING,
        "made": [0],
    }
    async with refused(session, NotFound):
        await return_delivered(acting(session), order.id, brought, nth=2)


async def test_a_discount_is_not_paid_out(session: AsyncSession) -> None:
    """One after another they come to what was paid for them, to the fils."""
    order = await delivered(session, discount=Money(1001))
    given = []
    for nth in (1, 2, 3):
        line = (await order_for_staff(session, order.id)).live_lines[0]
        brought = [BroughtBack(line.id, 1, SHELF)]
        given.append(await return_delivered(acting(session), order.id, brought, nth=nth))
    (last,) = (await order_for_staff(session, order.id)).live_lines
    brought = [BroughtBack(last.id, 1, LOST)]
    given.append(await return_delivered(acting(session), order.id, brought, nth=4, with_fee=True))
    assert sum(each.refunded.fils for each in given) == order.total.fils
    assert sum(each.discount.fils for each in given) == 1001
    assert all(each.discount for each in given)
    assert (await state_of_it(session, order))["cash"] == NOTHING


async def test_no_more_is_handed_back_than_was_paid(session: AsyncSession) -> None:
    order = await delivered(session, short=Money.dirhams(70))
    stocked = order.lines[0]
    brought = [BroughtBack(stocked.id, 3, SHELF)]
    refund = await return_delivered(acting(session), order.id, brought, nth=1)
    assert (refund.items, refund.refunded) == (Money.dirhams(30), Money.dirhams(5))
    assert refund.unpaid == Money.dirhams(25)
    assert (await state_of_it(session, order))["cash"] == NOTHING


async def test_it_comes_out_of_the_purse_of_who_hands_it_back(session: AsyncSession) -> None:
    order, courier = await delivered(session), await a_person(session)
    brought = [BroughtBack(order.lines[0].id, 2, SHELF)]
    await return_delivered(acting(session), order.id, brought, nth=1, paid_by=courier)
    assert await purse_of(session, courier) == Money.dirhams(-20)
    assert (await state_of_it(session, order))["cash"] == order.total, "the till as it was"
    told = (await session.scalars(select(FactRow).order_by(FactRow.id.desc()).limit(1))).one().fact
    assert isinstance(told, GoodsReturned)
    assert told.paid_by == courier


@pytest.mark.parametrize(
    ("owed", "so_far", "taken", "pays"),
    [
        (1237, 0, 99_900, 1225),  # the nearest coin
        (1237, 1237, 99_900, 1250),  # what was too little the first time is more the next
        (1000, 0, 99_900, 1000),
        (6237, 0, 6237, 6237),  # all of an exact sum
        (6237, 0, 6225, 6225),  # and of what coins could pay
        (5000, 1237, 6237, 5012),
        (1, 0, 99_900, 0),
    ],
)
def test_coins_can_pay_what_is_handed_back(owed: int, so_far: int, taken: int, pays: int) -> None:
    all_of_it, before = (
        in_coins(Money(fils), Money(taken), DEFAULT_TERMS) for fils in (so_far + owed, so_far)
    )
    assert all_of_it - before == Money(pays)


def test_an_exact_half_is_the_customers() -> None:
    halves = replace(DEFAULT_TERMS, cash_rounding=Money(50))
    assert in_coins(Money(1225), Money(9000), halves) == Money(1250)


async def test_what_coins_cannot_pay_is_on_the_account_of_rounding(session: AsyncSession) -> None:
    order = await delivered(session, price=Money(1237))
    given = []
    for nth in (1, 2, 3):
        line = (await order_for_staff(session, order.id)).live_lines[0]
        brought = [BroughtBack(line.id, 1, SHELF)]
        given.append(await return_delivered(acting(session), order.id, brought, nth=nth))
    assert [each.refunded for each in given] == [Money(1225), Money(1250), Money(1225)]
    assert [each.rounded for each in given] == [Money(12), Money(-13), Money(12)]
    assert all(each.unpaid == NOTHING for each in given)
    assert await discrepancies(session) == []
    rounded = await session.scalar(select(Balance.amount).where(Balance.account == ROUNDING))
    assert rounded == Money(-11)


async def test_what_is_not_there_any_more_is_refused(session: AsyncSession) -> None:
    order = await delivered(session)
    stocked = order.lines[0]
    late = MORNING + timedelta(days=7, seconds=1)
    never = replace(DEFAULT_TERMS, return_days=0)
    one = [BroughtBack(stocked.id, 1, SHELF)]
    async with refused(session, TooLateToReturn):
        await return_delivered(acting(session, now=late), order.id, one, nth=1)
    async with refused(session, TooLateToReturn):
        await return_delivered(acting(session), order.id, one, nth=1, terms=never)
    for wrong in ([*one, BroughtBack(stocked.id, 3, LOST)], [BroughtBack(999, 1, SHELF)]):
        async with refused(session, NotFound):
            await return_delivered(acting(session), order.id, wrong, nth=1)
    with pytest.raises(ValueError, match="nothing is brought"):
        await return_delivered(acting(session), order.id, [], nth=1)
    with pytest.raises(ValueError, match="whole order"):
        await return_delivered(acting(session), order.id, one, nth=1, with_fee=True)
    await return_delivered(acting(session, now=late - timedelta(seconds=1)), order.id, one, nth=1)
    async with refused(session, ReturnedMeanwhile):
        await return_delivered(acting(session), order.id, one, nth=1)
    assert await returns_so_far(session, order.id) == 1
    assert (await state_of_it(session, order))["shelf"] == 7


async def test_only_what_was_delivered_is_returned(session: AsyncSession) -> None:
    option = await an_option(session, stock=3)
    person = await a_person(session)
    await fill_cart(session, person, {option: 1}, MORNING)
    order = await order_cart(session, person, MORNING)
    async with refused(session, WrongState):
        await return_delivered(
            acting(session), order.id, [BroughtBack(order.lines[0].id, 1, SHELF)], nth=1
        )


async def two_clerks(database: Database) -> tuple[BaseException | None, Money | None]:
    """Two take back one of three pieces at once; what the second was told, and the cash."""
    async with database.write() as session:
        order = await delivered(session)

    async def take_one() -> None:
        async with database.write() as session:
            brought = [BroughtBack(order.lines[0].id, 1, SHELF)]
            await return_delivered(acting(session), order.id, brought, nth=1)

    async with database.write() as first:
        brought = [BroughtBack(order.lines[0].id, 1, SHELF)]
        await return_delivered(acting(first), order.id, brought, nth=1)
        other = asyncio.create_task(take_one())
        await until_somebody_waits(database)
    (told,) = await asyncio.gather(other, return_exceptions=True)
    async with database.read() as session:
        cash = await session.scalar(select(Balance.amount).where(Balance.account == CASH))
        return told, cash


async def test_two_clerks_at_once_hand_back_once(postgres_database: Database) -> None:
    told, cash = await two_clerks(postgres_database)
    assert isinstance(told, ReturnedMeanwhile)
    assert cash == Money.dirhams(65)


async def test_without_counting_anew_only_the_books_stop_the_second(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: a defect of ours at the counter, where a colleague was only faster."""

    async def as_it_was_shown(*_ignored: object) -> int:
        return 0

    monkeypatch.setattr(after_delivery, "returns_so_far", as_it_was_shown)
    told, cash = await two_clerks(postgres_database)
    assert isinstance(told, IntegrityError)
    assert cash == Money.dirhams(65)
