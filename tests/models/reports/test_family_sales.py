"""A family sees what of hers was sold and what is due to her, and nobody's name."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.receipts import receipt
from models.hall.refunds import ComesBack
from models.hall.returns import NewReturn, take_back
from models.kernel.money import NOTHING, Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_staff
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, delivery_code
from models.orders.shortages import strike_line
from models.reports.family_sales import FamilySale, FamilyTotals, Sold, family_sales, family_totals
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.halls import a_sale, a_seller, a_token
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.shelves import a_family, a_person, an_option


async def deliver(session: AsyncSession, order: OrderView) -> None:
    for state in TO_THE_DOOR:
        await advance(acting(session), order.id, state)
    code = await delivery_code(session, order.person_id, order.id)
    await confirm_delivery(acting(session), order.id, code, order.total, "")


async def test_a_family_that_sold_nothing_sees_nothing(session: AsyncSession) -> None:
    family = await a_family(session)
    nothing = FamilyTotals(Sold(), Sold(), Sold(), due=NOTHING, earned=NOTHING, on_its_way=NOTHING)
    assert await family_totals(session, family, MORNING) == nothing
    assert (await family_sales(session, family)).items == ()


async def test_her_own_lines_count_and_what_was_cancelled_or_struck_does_not(
    session: AsyncSession, clock: HandClock
) -> None:
    person, family = await a_person(session), await a_family(session)
    hers = await an_option(session, stock=50, family_id=family)
    other = await an_option(session, stock=50)
    delivered = await an_order(session, person, {hers: 2, other: 7}, clock())
    await deliver(session, delivered)
    clock.advance(days=1)
    await an_order(session, person, {hers: 3}, clock())
    cancelled = await an_order(session, person, {hers: 4}, clock())
    await cancel_by_staff(acting(session, now=clock()), cancelled.id, "")
    struck = await an_order(session, person, {hers: 5, other: 1}, clock())
    await strike_line(acting(session, now=clock()), struck.id, struck.lines[0].id, "")
    totals = await family_totals(session, family, clock())
    assert totals.today == Sold(3, Money.dirhams(105))
    assert totals.in_all == Sold(5, Money.dirhams(175))
    assert totals.due == totals.earned == Money.dirhams(70)
    assert totals.on_its_way == Money.dirhams(105)


async def test_her_sales_are_listed_newest_first_with_their_state(
    session: AsyncSession, clock: HandClock
) -> None:
    person, family = await a_person(session), await a_family(session)
    hers = await an_option(session, stock=50, family_id=family)
    other = await an_option(session, stock=50)
    first = await an_order(session, person, {hers: 2, other: 3}, clock())
    second = await an_order(session, person, {hers: 1}, clock.advance(minutes=1))
    await an_order(session, person, {other: 1}, clock())
    await cancel_by_staff(acting(session, now=clock()), second.id, "")
    page = await family_sales(session, family, 0, 1)
    assert (page.items[0].order_number, page.items[0].state) == (second.number, "cancelled")
    assert page.more
    second_page = await family_sales(session, family, 1, 1)
    assert not second_page.more
    (sale,) = second_page.items
    assert sale == FamilySale(
        order_number=first.number,
        name=("لقيمات", "Luqaimat"),
        label=("", ""),
        quantity=2,
        amount=Money.dirhams(70),
        state="placed",
        struck=False,
        returned=False,
        at=MORNING,
        window=first.window,
    )


async def test_sales_in_the_hall_stand_among_her_orders_by_their_time(
    session: AsyncSession, clock: HandClock
) -> None:
    person, family = await a_person(session), await a_family(session)
    hers = await an_option(session, stock=50, family_id=family)
    seller = await a_seller(session)
    early = await a_sale(session, seller, (hers, 3), now=clock())
    order = await an_order(session, person, {hers: 1}, clock.advance(minutes=1))
    await a_sale(session, seller, (hers, 1), now=clock.advance(minutes=1))
    (line,) = (await receipt(session, early)).lines
    back = NewReturn(a_token(), early, (ComesBack(line.id, 2),), "too small")
    await take_back(acting(session, seller.person_id, clock()), back, DEFAULT_TERMS)
    page = await family_sales(session, family, 0, 2)
    first, second = page.items
    assert page.more
    assert (first.in_hall, first.order_number) == (True, f"{seller.till_id}-2")
    assert (second.in_hall, second.order_number) == (False, order.number)
    (last,) = (await family_sales(session, family, 1, 2)).items
    assert (last.quantity, last.back, last.returned, last.at) == (3, 2, False, MORNING)
    assert (await family_sales(session, family, order_id=order.id)).items == (second,)


def test_a_sale_has_no_place_for_the_customer() -> None:
    told = set(FamilySale.__struct_fields__) | set(FamilyTotals.__struct_fields__)
    assert not told & {"person_id", "customer", "phone", "address", "emirate", "area"}
