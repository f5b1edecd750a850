"""A cart holds what can be had, and says what has changed since it was seen."""

import re

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.money import NOTHING, Money
from models.kernel.refusals import MoreThanADay, NotFound, NotOnSale, OutOfStock, TooMany
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import (
    CartView,
    cart_quantities,
    checkout_token,
    empty_cart,
    mark_seen,
    read_cart,
    set_quantity,
)
from models.orders.delivery_plan import plan_of_terms
from models.orders.pricing import amounts_of
from models.products.stock import refresh_offered
from models.products.tables import Option, Product
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.orders import an_order, fill_cart
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option
from tests.support.stocktaking import count_stock

MOST = DEFAULT_TERMS.most_of_one


async def put(session: AsyncSession, person: int, option: int, quantity: int) -> int:
    return await set_quantity(
        acting(session, person, HandClock()()), option, quantity, DEFAULT_TERMS
    )


def comes_to(cart: CartView) -> Money:
    """What can be had of it comes to so much."""
    return amounts_of(cart.to_be_had, plan_of_terms(DEFAULT_TERMS)).total


async def hide(session: AsyncSession, option: int) -> None:
    product = (await session.get_one(Option, option)).product_id
    await session.execute(update(Product).where(Product.id == product).values(hidden=True))
    await refresh_offered(session, [product])


async def test_a_cart_is_empty_until_something_is_put_into_it(session: AsyncSession) -> None:
    person = await a_person(session)
    cart = await read_cart(session, person)
    assert cart == CartView()
    assert (comes_to(cart), cart.count, cart.lead_days, cart.ready) == (NOTHING, 0, 0, False)
    assert await cart_quantities(session, person) == {}


async def test_lines_stand_in_the_order_in_which_they_came(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    first = await an_option(session, stock=5, price=Money.dirhams(25, 50))
    second = await an_option(session, stock=5, price=Money.dirhams(120))
    await fill_cart(session, person, {second: 1}, clock())
    await fill_cart(session, person, {first: 2}, clock.advance(minutes=1))
    await fill_cart(session, person, {second: 3}, clock.advance(minutes=1))
    cart = await read_cart(session, person)
    assert [(item.option_id, item.quantity) for item in cart.items] == [(second, 3), (first, 2)]
    assert comes_to(cart) == Money.dirhams(411)
    assert cart.count == 5
    assert cart.ready
    assert await cart_quantities(session, person) == {first: 2, second: 3}


async def test_nothing_of_a_thing_takes_it_out(session: AsyncSession) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    assert await put(session, person, option, 2) == 2
    assert await put(session, person, option, 0) == 0
    assert await put(session, person, option, 0) == 0
    assert await cart_quantities(session, person) == {}


async def test_no_more_than_the_shelf_holds(session: AsyncSession) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=3)
    async with refused(session, OutOfStock) as caught:
        await put(session, person, option, 4)
    assert (caught.value.option_id, caught.value.left) == (option, 3)
    assert await put(session, person, option, 3) == 3


async def test_no_more_than_one_cart_may_hold(session: AsyncSession) -> None:
    person = await a_person(session)
    made = await an_option(session, made_to_order=True)
    plenty = await an_option(session, stock=MOST * 2)
    few = await an_option(session, stock=MOST - 1)
    for option in (made, plenty):
        async with refused(session, TooMany) as caught:
            await put(session, person, option, MOST + 1)
        assert caught.value.most == MOST
        assert await put(session, person, option, MOST) == MOST
    async with refused(session, OutOfStock):
        await put(session, person, few, MOST + 1)


async def test_no_more_than_a_day_makes_of_all_options_together(session: AsyncSession) -> None:
    person = await a_person(session)
    small = await an_option(session, made_to_order=True, daily_most=3)
    product = (await session.get_one(Option, small)).product_id
    large = await an_option(session, product_id=product)
    other = await an_option(session, made_to_order=True, daily_most=1)
    await put(session, person, other, 1)
    async with refused(session, MoreThanADay) as caught:
        await put(session, person, small, 4)
    assert (caught.value.option_id, caught.value.most, caught.value.room) == (small, 3, 3)
    assert await put(session, person, small, 2) == 2
    async with refused(session, MoreThanADay) as caught:
        await put(session, person, large, 2)
    assert (caught.value.option_id, caught.value.most, caught.value.room) == (large, 3, 1)
    assert await put(session, person, large, 1) == 1
    assert await cart_quantities(session, person) == {other: 1, small: 2, large: 1}


async def test_fewer_is_granted_though_a_day_makes_fewer_still(session: AsyncSession) -> None:
    person = await a_person(session)
    cake = await an_option(session, made_to_order=True)
    await put(session, person, cake, 5)
    await session.execute(update(Product).values(daily_most=2))
    assert await put(session, person, cake, 4) == 4
    async with refused(session, MoreThanADay):
        await put(session, person, cake, 5)
    assert await put(session, person, cake, 4) == 4


async def test_what_was_taken_off_sale_is_not_put_into_a_cart(session: AsyncSession) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=3)
    await hide(session, option)
    async with refused(session, NotOnSale) as caught:
        await put(session, person, option, 1)
    assert caught.value.option_id == option
    async with refused(session, NotFound):
        await put(session, person, option + 1, 1)


async def test_fewer_is_always_granted(session: AsyncSession, clock: HandClock) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    await put(session, person, option, 5)
    await count_stock(acting(session, now=clock()), option, 1)
    assert await put(session, person, option, 4) == 4
    await hide(session, option)
    assert await put(session, person, option, 2) == 2


async def test_a_line_tells_its_trouble(session: AsyncSession, clock: HandClock) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5, price=Money.dirhams(30))
    await put(session, person, option, 3)

    async def trouble() -> str:
        return (await read_cart(session, person)).items[0].trouble

    assert await trouble() == ""
    await session.execute(update(Option).values(price=Money.dirhams(35)))
    cart = await read_cart(session, person)
    assert cart.items[0].trouble == "price"
    assert cart.items[0].price_seen == Money.dirhams(30)
    assert comes_to(cart) == Money.dirhams(105)
    assert cart.ready
    await put(session, person, option, 4)
    assert await trouble() == "price"
    await mark_seen(session, person, (await read_cart(session, person)).items)
    assert await trouble() == ""
    await count_stock(acting(session, now=clock()), option, 2)
    cart = await read_cart(session, person)
    assert (cart.items[0].trouble, cart.items[0].left, cart.ready) == ("fewer", 2, False)
    await count_stock(acting(session, now=clock()), option, 0)
    cart = await read_cart(session, person)
    assert (cart.items[0].trouble, comes_to(cart)) == ("sold-out", NOTHING)
    await hide(session, option)
    assert await trouble() == "gone"


async def test_what_is_made_to_order_is_never_short_but_takes_its_time(
    session: AsyncSession,
) -> None:
    person = await a_person(session)
    slow = await an_option(session, made_to_order=True, lead_days=5)
    slower = await an_option(session, made_to_order=True, lead_days=9)
    await put(session, person, slow, 20)
    cart = await read_cart(session, person)
    assert (cart.items[0].left, cart.items[0].trouble, cart.lead_days) == (None, "", 5)
    await put(session, person, slower, 1)
    assert (await read_cart(session, person)).lead_days == 9


async def test_a_cart_belongs_to_one_person(session: AsyncSession) -> None:
    mine, hers = await a_person(session), await a_person(session)
    option = await an_option(session, stock=5)
    await put(session, mine, option, 2)
    await put(session, hers, option, 4)
    await empty_cart(session, hers)
    assert await cart_quantities(session, mine) == {option: 2}
    assert await cart_quantities(session, hers) == {}


async def test_what_one_does_leaves_the_same_thing_in_anothers_cart(
    session: AsyncSession, clock: HandClock
) -> None:
    mine, hers = await a_person(session), await a_person(session)
    kept, cake = await an_option(session, stock=5), await an_option(session, made_to_order=True)
    await session.execute(update(Product).values(daily_most=3))
    large = await an_option(session, product_id=(await session.get_one(Option, cake)).product_id)
    for option, quantity in ((kept, 2), (cake, 3)):
        await put(session, mine, option, quantity)
    await put(session, hers, kept, 1)
    before = await checkout_token(session, mine)
    await session.execute(update(Option).values(price=Money.dirhams(99)))
    await mark_seen(session, hers, (await read_cart(session, hers)).items)
    assert await put(session, hers, large, 3) == 3  # of a day's three, as if nobody else had any
    await put(session, hers, large, 0)
    await put(session, hers, kept, 0)
    await an_order(session, hers, {kept: 1}, clock())
    assert await cart_quantities(session, mine) == {kept: 2, cake: 3}
    assert [item.trouble for item in (await read_cart(session, mine)).items] == ["price"] * 2
    assert await checkout_token(session, mine) == before


async def test_each_line_is_seen_at_its_own_price(session: AsyncSession) -> None:
    person = await a_person(session)
    for dirhams in (20, 30):
        option = await an_option(session, stock=5, price=Money.dirhams(dirhams))
        await put(session, person, option, 1)
    await session.execute(update(Option).values(price=Option.price + Money(1)))
    assert [item.trouble for item in (await read_cart(session, person)).items] == ["price"] * 2
    await mark_seen(session, person, (await read_cart(session, person)).items)
    assert [item.trouble for item in (await read_cart(session, person)).items] == ["", ""]


async def test_a_checkout_token_stays_until_the_cart_becomes_an_order(
    session: AsyncSession,
) -> None:
    mine, hers = await a_person(session), await a_person(session)
    token = await checkout_token(session, mine)
    option = await an_option(session, stock=5)
    await put(session, mine, option, 1)
    await empty_cart(session, mine)
    assert await checkout_token(session, mine) == token
    assert await checkout_token(session, hers) != token
    assert re.fullmatch(r"[A-Za-z0-9_-]{16}", token)


@pytest.mark.parametrize("quantity", [-1, -50])
async def test_less_than_nothing_is_nothing(session: AsyncSession, quantity: int) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    await put(session, person, option, 2)
    assert await put(session, person, option, quantity) == 0
    assert await cart_quantities(session, person) == {}
