"""A product that was entered under the wrong family goes to the right one, sales and all, once."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import LedgerEntry, due_to, family_account, family_earnings
from models.kernel.facts import FactRow, ProductMoved
from models.kernel.money import NOTHING, Money, total
from models.kernel.refusals import NotFound, OrderedAlready, SalesMovedOn
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.after_delivery import BroughtBack, return_delivered
from models.orders.cancellation import cancel_by_staff
from models.orders.carts import read_cart
from models.orders.checkout import figures
from models.orders.delivery_plan import plan_of_terms
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.pricing import amounts_of
from models.orders.product_family import correct_family, sales_of, set_family
from models.orders.queries import OrderView, delivery_code
from models.orders.returns import Disposition
from models.products.publishing import add_product
from models.products.search.queries import find_products
from models.products.tables import Option, Product
from models.reports.family_sales import Sold, family_sales, family_totals
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.goods import a_new_product
from tests.support.orders import TO_THE_DOOR, an_order, fill_cart
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option

TEN, EACH = Money.dirhams(10), Money.dirhams(35)


async def last_fact(session: AsyncSession) -> object:
    rows = await session.scalars(select(FactRow).order_by(FactRow.id.desc()).limit(1))
    return rows.one().fact


async def delivered(session: AsyncSession, wants: dict[int, int]) -> OrderView:
    """An order of these things that was delivered and paid."""
    person = await a_person(session)
    order = await an_order(session, person, wants, MORNING)
    for state in TO_THE_DOOR:
        await advance(acting(session), order.id, state)
    code = await delivery_code(session, person, order.id)
    assert await confirm_delivery(acting(session), order.id, code, order.total, "") is None
    return order


async def test_while_nothing_was_ordered_it_goes_over_and_is_found_by_the_other_brand(
    session: AsyncSession,
) -> None:
    wrong, right = await a_family(session, "Jasmine"), await a_family(session, "Rosewater")
    product_id = await add_product(acting(session), a_new_product(wrong))
    for _ in range(2):
        await set_family(acting(session), product_id, right)
    assert await last_fact(session) == ProductMoved(product_id, right, wrong)
    assert [b.id for b in (await find_products(session, "rosewater", 0, 5)).page.items] == [
        product_id
    ]
    assert (await find_products(session, "jasmine", 0, 5)).page.items == ()
    async with refused(session, NotFound):
        await set_family(acting(session), product_id, right + 1)


async def test_a_summary_that_was_shown_names_the_brand(session: AsyncSession) -> None:
    """Who said yes to the one brand's is asked again before it is the other's."""
    option = await an_option(session, stock=3)
    person = await a_person(session)
    await fill_cart(session, person, {option: 1}, MORNING)
    plan = plan_of_terms(DEFAULT_TERMS)
    before = await read_cart(session, person)
    product_id = (await session.get_one(Option, option)).product_id
    await set_family(acting(session), product_id, await a_family(session, "Right"))
    after = await read_cart(session, person)
    amounts = amounts_of(before.items, plan)
    assert after.items[0].brand_en == "Right"
    assert figures(before, amounts) != figures(after, amounts)


async def test_what_was_ordered_is_no_clerk_s_to_move(session: AsyncSession) -> None:
    option = await an_option(session, stock=3)
    order = await an_order(session, await a_person(session), {option: 1}, MORNING)
    await cancel_by_staff(acting(session), order.id, "rain")
    product_id = (await session.get_one(Option, option)).product_id
    right = await a_family(session, "Right")
    async with refused(session, OrderedAlready):
        await set_family(acting(session), product_id, right)


async def test_all_that_was_sold_goes_over_by_events_of_its_own(session: AsyncSession) -> None:
    """Two are delivered of which one comes back in part, one is open, one was cancelled."""
    wrong, right = await a_family(session, "Wrong"), await a_family(session, "Right")
    option = await an_option(session, stock=20, family_id=wrong)
    other = await an_option(session, stock=5, family_id=wrong, price=TEN)
    first = await delivered(session, {option: 3, other: 1})
    second = await delivered(session, {option: 2})
    (line, *_) = [line for line in first.lines if line.option_id == option]
    back = [BroughtBack(line.id, 1, Disposition.unsellable)]
    await return_delivered(acting(session), first.id, back, nth=1)
    waiting = await an_order(session, await a_person(session), {option: 4}, MORNING)
    gone = await an_order(session, await a_person(session), {option: 1}, MORNING)
    await cancel_by_staff(acting(session), gone.id, "rain")
    entries = list(await session.scalars(select(LedgerEntry.id)))
    hers = await due_to(session, wrong)

    product_id = line.product_id
    sales = await sales_of(session, product_id)
    assert set(sales.orders) == {first.id, second.id, waiting.id, gone.id}
    assert sales.open_amount == EACH * 4
    assert sales.credited == hers - TEN
    with pytest.raises(ValueError, match="reason"):
        await correct_family(acting(session), product_id, right, sales.mark, "")
    for _ in range(2):
        await correct_family(acting(session), product_id, right, sales.mark, "a slip of ours")

    figures = (2, sales.credited, EACH * 4)
    assert await last_fact(session) == ProductMoved(
        product_id, right, wrong, "a slip of ours", *figures
    )
    assert await due_to(session, wrong) == await family_earnings(session, wrong) == TEN
    assert await due_to(session, right) == await family_earnings(session, right) == sales.credited
    assert (await family_totals(session, wrong, MORNING)).in_all == Sold(1, TEN)
    totals = await family_totals(session, right, MORNING)
    assert (totals.in_all, totals.on_its_way) == (Sold(8, EACH * 8), EACH * 4)
    assert len((await family_sales(session, right, per_page=20)).items) == 5
    assert {sale.label for sale in (await family_sales(session, wrong)).items} == {("", "")}
    new = list(await session.scalars(select(LedgerEntry).where(LedgerEntry.id.not_in(entries))))
    assert {entry.event for entry in new} == {
        f"order:{order.id}:moved:{product_id}:1" for order in (first, second)
    }
    assert {entry.account for entry in new} == {family_account(wrong), family_account(right)}
    assert total(entry.amount for entry in new) == NOTHING


async def test_it_can_go_back_and_what_is_delivered_later_is_the_right_one_s(
    session: AsyncSession,
) -> None:
    wrong, right = await a_family(session, "Wrong"), await a_family(session, "Right")
    option = await an_option(session, stock=9, family_id=wrong)
    order = await delivered(session, {option: 1})
    product_id = order.lines[0].product_id
    for to in (right, wrong, right):
        mark = (await sales_of(session, product_id)).mark
        await correct_family(acting(session), product_id, to, mark, "a slip")
    await delivered(session, {option: 2})
    assert await due_to(session, wrong) == NOTHING
    assert await due_to(session, right) == EACH * 3
    assert (await session.get_one(Product, product_id)).family_id == right


async def test_what_was_not_shown_does_not_go_over(session: AsyncSession) -> None:
    wrong, right = await a_family(session, "Wrong"), await a_family(session, "Right")
    option = await an_option(session, stock=9, family_id=wrong)
    order = await an_order(session, await a_person(session), {option: 1}, MORNING)
    product_id = order.lines[0].product_id
    mark = (await sales_of(session, product_id)).mark
    await delivered(session, {option: 2})
    async with refused(session, SalesMovedOn):
        await correct_family(acting(session), product_id, right, mark, "a slip")
    assert await due_to(session, right) == NOTHING
