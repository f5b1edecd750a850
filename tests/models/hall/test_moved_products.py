"""What was sold in the hall goes over with a product that was entered under the wrong family."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import LedgerEntry, due_to, family_account, family_earnings
from models.hall.moved_products import all_sales_of, correct_family, set_family, was_sold
from models.hall.refunds import ComesBack
from models.hall.returns import NewReturn, take_back
from models.hall.sale_tables import HallSaleLine
from models.kernel.money import NOTHING, Money, total
from models.kernel.refusals import OrderedAlready, SalesMovedOn
from models.kernel.shop_terms import DEFAULT_TERMS
from models.products.tables import Option
from models.reports.consistency import discrepancies
from models.reports.family_sales import Sold, family_sales, family_totals
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.halls import Seller, a_sale, a_seller, a_token
from tests.support.orders import an_order
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option

EACH, TEN = Money.dirhams(35), Money.dirhams(10)


async def comes_back(
    session: AsyncSession, seller: Seller, sale_id: int, option_id: int, *, to_shelf: bool
) -> None:
    """One piece of it comes back, to the shelf or to be written off."""
    lines = select(HallSaleLine.id).where(
        HallSaleLine.sale_id == sale_id, HallSaleLine.option_id == option_id
    )
    line_id = (await session.scalars(lines)).one()
    new = NewReturn(a_token(), sale_id, (ComesBack(line_id, 1, to_shelf=to_shelf),), "broken")
    await take_back(acting(session, seller.person_id), new, DEFAULT_TERMS)


async def test_what_was_sold_in_the_hall_is_no_clerk_s_to_move(session: AsyncSession) -> None:
    option = await an_option(session, stock=3)
    product_id = (await session.get_one(Option, option)).product_id
    assert not await was_sold(session, product_id)
    await a_sale(session, await a_seller(session), (option, 1))
    assert await was_sold(session, product_id)
    right = await a_family(session, "Right")
    async with refused(session, OrderedAlready):
        await set_family(acting(session), product_id, right)


async def test_all_that_was_sold_goes_over_from_orders_and_hall_alike(
    session: AsyncSession,
) -> None:
    wrong, right = await a_family(session, "Wrong"), await a_family(session, "Right")
    option = await an_option(session, stock=20, family_id=wrong)
    other = await an_option(session, stock=5, family_id=wrong, price=TEN)
    seller = await a_seller(session)
    first = await a_sale(session, seller, (option, 3), (other, 1))
    second = await a_sale(session, seller, (option, 2))
    await comes_back(session, seller, first, option, to_shelf=False)
    await an_order(session, await a_person(session), {option: 4}, MORNING)
    entries = list(await session.scalars(select(LedgerEntry.id)))
    product_id = (await session.get_one(Option, option)).product_id
    hers = await due_to(session, wrong) - TEN

    sales = await all_sales_of(session, product_id)
    assert (sales.credited_by, sales.credited) == (2, hers)
    await a_sale(session, seller, (option, 1))
    async with refused(session, SalesMovedOn):
        await correct_family(acting(session), product_id, right, sales.mark, "a slip of ours")
    sales = await all_sales_of(session, product_id)
    for _ in range(2):
        await correct_family(acting(session), product_id, right, sales.mark, "a slip of ours")

    assert await due_to(session, wrong) == await family_earnings(session, wrong) == TEN
    assert await due_to(session, right) == await family_earnings(session, right) == sales.credited
    totals = await family_totals(session, right, MORNING)
    assert (totals.in_all, totals.on_its_way) == (Sold(9, EACH * 9), EACH * 4)
    assert len((await family_sales(session, right, per_page=20)).items) == 4
    new = list(await session.scalars(select(LedgerEntry).where(LedgerEntry.id.not_in(entries))))
    moved = [entry for entry in new if ":moved:" in entry.event]
    assert {entry.event for entry in moved} == {
        f"sale:{sale_id}:moved:{product_id}:1" for sale_id in (first, second, second + 1)
    }
    assert {entry.account for entry in moved} == {family_account(wrong), family_account(right)}
    assert total(entry.amount for entry in moved) == NOTHING

    await comes_back(session, seller, second, option, to_shelf=True)
    assert await due_to(session, wrong) == TEN
    assert await due_to(session, right) == sales.credited - EACH
    assert await discrepancies(session) == []


async def test_a_sale_that_stayed_behind_is_named(scratch: AsyncSession) -> None:
    option = await an_option(scratch, stock=3)
    await a_sale(scratch, await a_seller(scratch), (option, 1))
    other = await a_family(scratch, "Other")
    await scratch.execute(update(HallSaleLine).values(family_id=other))
    named = [line for line in await discrepancies(scratch) if "the hall's line" in line]
    assert len(named) == 1
