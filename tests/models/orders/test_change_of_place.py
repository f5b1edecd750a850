"""An order goes to another place: the fee follows, and the window must serve it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import (
    AddressChanged,
    DeliveryPlanChanged,
)
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import (
    NoWindowThere,
    PricesChanged,
)
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import set_quantity
from models.orders.change_kinds import More, NewLines, NewPhone, Off, Place
from models.orders.changes import change_own
from models.orders.delivery_plan import Zone
from models.orders.queries import OrderView
from models.orders.saved_plan import change_plan
from models.people.addresses import saved_address
from tests.support.acting import acting
from tests.support.changed_orders import DOWNTOWN, an_order_of_both, changed, facts
from tests.support.clock import MORNING
from tests.support.orders import HOME, order_cart
from tests.support.refused import refused

KALBA = Zone(1, "sharjah", "كلباء", "Kalba", Money.dirhams(40), weekdays=(0, 3), lead_days=3)
TO_KALBA = Place("Corniche", emirate="sharjah", area="Kalba", zone=1)


async def test_the_fee_follows_the_emirate(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    now = await changed(session, order, DOWNTOWN)
    assert (now.emirate, now.area, now.address) == ("dubai", "Downtown", "Tower 3")
    assert now.amounts == replace(order.amounts, fee=Money.dirhams(25))
    told = AddressChanged(
        *(order.id, "sharjah", "dubai", "Al Rahmaniya · Street 5, villa 12", "Downtown · Tower 3"),
        *(order.total, now.total),
    )
    assert (await facts(session, order))[-1] == told


async def test_another_emirate_is_never_agreed_unseen(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    mine = acting(session, order.person_id)
    async with refused(session, PricesChanged):
        await change_own(mine, order.id, DOWNTOWN, DEFAULT_TERMS)


async def test_a_fee_that_the_shop_raised_is_not_raised_by_another_change(
    session: AsyncSession,
) -> None:
    order = await an_order_of_both(session)
    dearer = replace(DEFAULT_TERMS, fees={**DEFAULT_TERMS.fees, "sharjah": Money.dirhams(30)})
    less = NewLines(off=(Off(order.lines[0].id, 1),))
    now = await changed(session, order, less, dearer)
    assert now.amounts.fee == Money.dirhams(15)
    here = await changed(session, order, Place("Street 9", area="Muwaileh"), dearer)
    assert (here.emirate, here.amounts.fee) == ("sharjah", Money.dirhams(15))


async def test_the_address_that_is_offered_next_follows(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    await changed(session, order, DOWNTOWN, staff=True)
    await changed(session, order, NewPhone("+971507654321"))
    saved = await saved_address(session, order.person_id)
    assert saved is not None
    assert (saved.name, saved.emirate, saved.address) == (HOME.name, "dubai", "Tower 3")
    assert saved.phone == "+971507654321"


async def test_the_address_of_a_later_order_is_left_alone(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    gift = replace(HOME, name="Salama", address="Street 7", note="")
    await an_order_for(session, order, gift.address)
    await changed(session, order, DOWNTOWN)
    saved = await saved_address(session, order.person_id)
    assert saved is not None
    assert saved.address == gift.address


async def an_order_for(session: AsyncSession, order: OrderView, address: str) -> None:
    """Another order of the same customer, to that address."""
    mine = acting(session, order.person_id)
    await set_quantity(mine, order.lines[0].option_id, 1, DEFAULT_TERMS)
    await order_cart(session, order.person_id, MORNING, to=replace(HOME, address=address))


async def plan(session: AsyncSession, **changes: object) -> None:
    """Managers save a plan that differs so from the settings."""
    await change_plan(
        acting(session),
        DEFAULT_TERMS,
        lambda before: replace(before, **changes),
        lambda _before: DeliveryPlanChanged("test"),
    )


async def test_an_area_with_a_fee_of_its_own_costs_that(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    await plan(session, zones=(replace(KALBA, weekdays=(), lead_days=0),))
    now = await changed(session, order, TO_KALBA)
    assert (now.zone, now.amounts.fee) == (1, Money.dirhams(40))
    back = await changed(session, order, Place("Street 5", emirate="sharjah", area="Al Rahmaniya"))
    assert (back.zone, back.amounts.fee) == (0, Money.dirhams(15))


@pytest.mark.parametrize("kept", [{"weekdays": ()}, {"lead_days": 0}])
async def test_a_place_that_the_orders_window_does_not_serve_is_refused(
    session: AsyncSession, kept: dict[str, object]
) -> None:
    order = await an_order_of_both(session)
    await plan(session, zones=(replace(KALBA, **kept),))
    async with refused(session, NoWindowThere):
        await changed(session, order, TO_KALBA)


async def test_what_is_free_above_a_sum_is_free_and_costs_again(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    stocked = order.lines[0]
    await plan(session, free_above=Money.dirhams(500))
    more = await changed(session, order, NewLines(more=(More(stocked.option_id, 1),)))
    assert (more.amounts.fee, more.total) == (NOTHING, Money.dirhams(540))
    less = await changed(session, order, NewLines(off=(Off(stocked.id, 1),)))
    assert less.total == order.total
