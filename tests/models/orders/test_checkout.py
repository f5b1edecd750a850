"""An order is placed once for a checkout token, and takes all that it needs or nothing."""

import re
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import Bazaar, BazaarDay
from models.kernel.facts import FactRow, OrderPlaced
from models.kernel.money import Money
from models.kernel.refusals import (
    CartIsEmpty,
    NotOnSale,
    OutOfStock,
    PricesChanged,
)
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import CartView, cart_quantities, checkout_token, read_cart
from models.orders.checkout import figures, place_order
from models.orders.delivery_plan import Target, plan_of_terms
from models.orders.delivery_slots import WindowDay
from models.orders.pricing import amounts_of
from models.orders.queries import OrderView, delivery_code, order_of
from models.orders.tables import Order
from models.people.addresses import saved_address
from models.products.stock import refresh_offered
from models.products.tables import Option, Product
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.orders import (
    HOME,
    TOMORROW,
    WIDE,
    an_order,
    fill_cart,
    order_cart,
    promised,
)
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option
from tests.support.stocktaking import count_stock


async def on_hand(session: AsyncSession, option: int) -> int:
    return (await session.scalars(select(Option.on_hand).where(Option.id == option))).one()


async def count_orders(session: AsyncSession) -> int:
    return (await session.scalars(select(func.count(Order.id)))).one()


async def agreed(session: AsyncSession, person_id: int) -> str:
    """The figures of the person's cart as it stands, brought to Sharjah."""
    return figures_of(await read_cart(session, person_id), "sharjah")


def figures_of(cart: CartView, emirate: str) -> str:
    return figures(cart, amounts_of(cart.items, plan_of_terms(DEFAULT_TERMS), Target(emirate)))


async def places(session: AsyncSession) -> list[tuple[date, str, int]]:
    rows = await session.execute(select(WindowDay.day, WindowDay.window, WindowDay.taken))
    return [(row.day, row.window, row.taken) for row in rows]


async def test_an_order_holds_what_the_cart_held_at_the_prices_shown(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    stocked = await an_option(session, stock=5, price=Money.dirhams(25, 50))
    made = await an_option(session, made_to_order=True, lead_days=3, price=Money.dirhams(80))
    order = await an_order(session, person, {made: 2, stocked: 3}, clock())
    assert [(line.option_id, line.quantity, line.price) for line in order.lines] == [
        (stocked, 3, Money.dirhams(25, 50)),
        (made, 2, Money.dirhams(80)),
    ]
    assert (order.amounts.items, order.amounts.fee) == (Money.dirhams(236, 50), Money.dirhams(15))
    assert order.total == Money.dirhams(251, 50)
    assert (order.state, order.placed_at, order.person_id) == ("placed", clock(), person)
    assert (order.day, order.window) == (date(2026, 3, 5), "10:00-13:00")
    assert (order.name, order.area, order.note) == ("Maryam", "Al Rahmaniya", "Ring twice")
    assert order.pieces == 5
    assert await on_hand(session, stocked) == 2
    assert await promised(session) == [(date(2026, 3, 5), 2)]
    assert await places(session) == [(date(2026, 3, 5), "10:00-13:00", 1)]


async def test_afterwards_the_cart_is_empty_and_the_next_order_another_one(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    token = await checkout_token(session, person)
    order = await an_order(session, person, {option: 1}, clock())
    assert await cart_quantities(session, person) == {}
    assert await checkout_token(session, person) != token
    second = await an_order(session, person, {option: 1}, clock())
    assert second.id != order.id
    assert await on_hand(session, option) == 3


async def test_the_same_token_gives_the_same_order_without_a_second_effect(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    token = await checkout_token(session, person)
    order = await an_order(session, person, {option: 2}, clock())
    await fill_cart(session, person, {option: 3}, clock())
    again = await order_cart(session, person, clock.advance(minutes=1), token=token)
    assert again == order
    assert await count_orders(session) == 1
    assert await on_hand(session, option) == 3
    assert await cart_quantities(session, person) == {option: 3}
    told = [row.fact for row in await session.scalars(select(FactRow))]
    assert [fact for fact in told if isinstance(fact, OrderPlaced)] == [
        OrderPlaced(order.id, order.pieces)
    ]


async def test_a_token_places_nothing_for_somebody_else(
    session: AsyncSession, clock: HandClock
) -> None:
    mine, hers = await a_person(session), await a_person(session)
    option = await an_option(session, stock=5)
    token = await checkout_token(session, mine)
    await an_order(session, mine, {option: 1}, clock())
    await fill_cart(session, hers, {option: 1}, clock())
    async with refused(session, PricesChanged):
        await order_cart(session, hers, clock(), token=token)
    assert await count_orders(session) == 1


async def test_the_order_has_a_number_and_a_code_of_random_digits(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=50)
    orders = [await an_order(session, person, {option: 1}, clock(), WIDE) for _ in range(20)]
    codes = [await delivery_code(session, person, order.id) for order in orders]
    assert all(re.fullmatch("[0-9]{6}", order.number) for order in orders)
    assert len({order.number for order in orders}) == 20
    assert all(re.fullmatch("[0-9]{4}", code) for code in codes)
    assert len(set(codes)) > 1


async def test_an_order_number_that_is_taken_is_not_given_again(
    session: AsyncSession, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    digits = iter([4711, 123456, 4712, 123456, 123456, 7])
    monkeypatch.setattr("secrets.randbelow", lambda _most: next(digits))
    first = await an_order(session, person, {option: 1}, clock())
    second = await an_order(session, person, {option: 1}, clock())
    assert (first.number, second.number) == ("123456", "000007")
    assert await delivery_code(session, person, second.id) == "4712"


def test_an_order_as_anyone_reads_it_has_no_code() -> None:
    assert not any("code" in name for name in OrderView.__struct_fields__ if name != "wrong_codes")


async def test_an_empty_cart_is_no_order(session: AsyncSession, clock: HandClock) -> None:
    person = await a_person(session)
    async with refused(session, CartIsEmpty):
        await order_cart(session, person, clock())


async def test_a_price_that_changed_is_asked_about_again(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    await fill_cart(session, person, {option: 1}, clock())
    shown = await agreed(session, person)
    token = await checkout_token(session, person)

    async def say_yes(figures: str) -> OrderView:
        return await place_order(
            acting(session, person, clock()),
            token=token,
            figures=figures,
            destination=HOME,
            day=TOMORROW.day,
            window=TOMORROW.window,
            terms=DEFAULT_TERMS,
        )

    await session.execute(update(Option).values(price=Money.dirhams(40)))
    async with refused(session, PricesChanged):
        await say_yes(shown)
    order = await say_yes(await agreed(session, person))
    assert order.total == Money.dirhams(55)


async def test_the_figures_tell_quantities_prices_and_the_fee(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    await fill_cart(session, person, {option: 1}, clock())
    cart = await read_cart(session, person)
    (item,) = cart.items
    dearer = msgspec.structs.replace(item, price=Money.dirhams(36))
    fewer = msgspec.structs.replace(item, left=4, price_seen=Money.dirhams(1))
    more = msgspec.structs.replace(item, quantity=2)
    shown = figures_of(cart, "sharjah")
    assert re.fullmatch("[0-9a-f]{8}", shown)
    assert figures_of(msgspec.structs.replace(cart, items=(fewer,)), "sharjah") == shown
    for other in (dearer, more):
        assert figures_of(msgspec.structs.replace(cart, items=(other,)), "sharjah") != shown
    assert figures_of(cart, "ajman") != shown


async def test_what_went_off_sale_meanwhile_is_refused(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    await fill_cart(session, person, {option: 1}, clock())
    await session.execute(update(Product).values(hidden=True))
    await refresh_offered(session, [(await session.get_one(Option, option)).product_id])
    async with refused(session, NotOnSale) as caught:
        await order_cart(session, person, clock())
    assert caught.value.option_id == option


async def test_what_was_sold_meanwhile_is_refused_and_nothing_else_is_taken(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    plenty = await an_option(session, stock=5)
    scarce = await an_option(session, stock=3)
    await fill_cart(session, person, {plenty: 2, scarce: 3}, clock())
    await count_stock(acting(session, now=clock()), scarce, 1)
    async with refused(session, OutOfStock) as caught:
        await order_cart(session, person, clock())
    assert (caught.value.option_id, caught.value.left) == (scarce, 1)
    assert await on_hand(session, plenty) == 5
    assert await count_orders(session) == 0
    assert await cart_quantities(session, person) == {plenty: 2, scarce: 3}


async def test_the_last_piece_takes_the_product_off_the_shelf(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=2)
    await an_order(session, person, {option: 2}, clock())
    assert (await session.scalars(select(Product.offered))).one() is False


async def test_name_phone_and_place_are_kept_for_next_time(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    assert await saved_address(session, person) is None
    await an_order(session, person, {option: 1}, clock())
    pinned = msgspec.structs.replace(
        HOME, emirate="dubai", area="Mirdif", latitude=25.22, longitude=55.42
    )
    await fill_cart(session, person, {option: 1}, clock())
    order = await order_cart(session, person, clock(), to=pinned)
    assert order.amounts.fee == Money.dirhams(25)
    assert await saved_address(session, person) == msgspec.structs.replace(pinned, note="")
    other = await a_person(session)
    assert await saved_address(session, other) is None
    await an_order(session, other, {option: 1}, clock())
    assert await saved_address(session, person) == msgspec.structs.replace(pinned, note="")


async def test_an_order_belongs_to_the_bazaar_that_runs_or_comes_next(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    assert (await an_order(session, person, {option: 1}, clock())).bazaar_id is None
    bazaar = Bazaar(name_ar="بازار", name_en="Bazaar", place_ar="", place_en="", added_at=clock())
    session.add(bazaar)
    await session.flush()
    opens = datetime(2026, 3, 5, 12, tzinfo=UTC)
    session.add(
        BazaarDay(bazaar_id=bazaar.id, opens_at=opens, closes_at=opens + timedelta(hours=5))
    )
    await session.flush()
    order = await an_order(session, person, {option: 1}, clock())
    assert order.bazaar_id == bazaar.id
    clock.now = opens + timedelta(hours=6)
    assert (await an_order(session, person, {option: 1}, clock())).bazaar_id is None


async def test_the_order_keeps_the_words_and_prices_of_its_moment(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    order = await an_order(session, person, {option: 1}, clock())
    await session.execute(update(Product).values(name_en="Other"))
    await session.execute(update(Option).values(price=Money.dirhams(99)))
    assert await order_of(session, person, order.id) == order
