"""A wish belongs to a line of the cart, and goes with it into the order."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.refusals import NotFound, OutOfStock, TooMany, WishNotTaken
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import (
    cart_quantities,
    checkout_token,
    put_in_cart,
    read_cart,
    set_quantity,
)
from models.orders.checkout import figures
from models.orders.delivery_plan import plan_of_terms
from models.orders.option_now import spread
from models.orders.pricing import amounts_of
from models.orders.queries import order_for_staff
from models.orders.reorder import order_again
from models.orders.shortages import strike_line
from models.orders.wishes import add_line, set_wish
from models.products.publishing import set_wishes
from models.products.tables import Option
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.orders import fill_cart, order_cart
from tests.support.shelves import a_person, an_option

MARYAM, KHALID = "كتابة مريم عليها", "خالد"
Lines = list[tuple[int, int, str]]


async def with_wishes(session: AsyncSession, stock: int = 9, most: int = 40) -> tuple[int, int]:
    """A person, and an option of a product whose maker takes wishes."""
    option = await an_option(session, stock=stock)
    await allow(session, option, most)
    return await a_person(session), option


async def allow(session: AsyncSession, option: int, most: int) -> None:
    """Let the option's product take wishes of so many letters."""
    product = (await session.get_one(Option, option)).product_id
    await set_wishes(acting(session), product, most, "كتابة اسم عليها", "a name on it")


async def lines_of(session: AsyncSession, person: int) -> Lines:
    """The cart's lines: number, pieces, wish."""
    cart = await read_cart(session, person)
    return [(item.line, item.quantity, item.wish) for item in cart.items]


async def fill_with_two(session: AsyncSession, person: int, option: int) -> None:
    """Two pieces for Maryam, and one for Khalid."""
    doing = acting(session, person)
    await set_quantity(doing, option, 2, DEFAULT_TERMS)
    await set_wish(doing, option, 0, MARYAM)
    line = await add_line(doing, option, DEFAULT_TERMS)
    await set_wish(doing, option, line, KHALID)


async def test_the_same_with_another_wish_is_another_line(session: AsyncSession) -> None:
    person, option = await with_wishes(session)
    await fill_with_two(session, person, option)
    assert await lines_of(session, person) == [(0, 2, MARYAM), (1, 1, KHALID)]
    assert await cart_quantities(session, person) == {option: 3}


async def test_the_order_keeps_each_with_its_wish(session: AsyncSession, clock: HandClock) -> None:
    person, option = await with_wishes(session)
    await fill_with_two(session, person, option)
    placed = await order_cart(session, person, clock())
    seen = await order_for_staff(session, placed.id)
    assert seen.lines == placed.lines
    assert [(line.quantity, line.wish) for line in seen.lines] == [(2, MARYAM), (1, KHALID)]
    assert (await session.get_one(Option, option)).on_hand == 6


async def test_pieces_that_are_struck_keep_the_wish(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await with_wishes(session)
    await fill_with_two(session, person, option)
    placed = await order_cart(session, person, clock())
    await strike_line(acting(session), placed.id, placed.lines[0].id, "missing", 1)
    seen = await order_for_staff(session, placed.id)
    assert [line.wish for line in seen.lines] == [MARYAM, KHALID, MARYAM]


async def test_the_figures_that_are_shown_hold_the_wishes(session: AsyncSession) -> None:
    """What was shown is what is ordered."""
    person, option = await with_wishes(session)
    await fill_with_two(session, person, option)
    cart = await read_cart(session, person)
    shown = figures(cart, amounts_of(cart.items, plan_of_terms(DEFAULT_TERMS)))
    await set_wish(acting(session, person), option, 1, MARYAM)
    cart = await read_cart(session, person)
    assert figures(cart, amounts_of(cart.items, plan_of_terms(DEFAULT_TERMS))) != shown


async def test_the_same_token_is_the_same_order_with_its_wishes(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await with_wishes(session)
    await fill_with_two(session, person, option)
    token = await checkout_token(session, person)
    placed = await order_cart(session, person, clock(), token=token)
    again = await order_cart(session, person, clock(), token=token)
    assert (again.id, again.lines) == (placed.id, placed.lines)


async def test_a_wish_is_as_long_as_staff_allow(session: AsyncSession) -> None:
    person, option = await with_wishes(session, most=5)
    doing = acting(session, person)
    await set_quantity(doing, option, 1, DEFAULT_TERMS)
    await set_wish(doing, option, 0, "مريم ")
    with pytest.raises(WishNotTaken) as refused:
        await set_wish(doing, option, 0, "مريم وخالد")
    assert refused.value.most == 5
    with pytest.raises(NotFound):
        await set_wish(doing, option, 7, "خالد")
    with pytest.raises(NotFound):
        await set_wish(acting(session, await a_person(session)), option, 0, "خالد")


async def test_where_none_is_taken_any_more_the_cart_shows_none(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await with_wishes(session)
    await fill_with_two(session, person, option)
    await allow(session, option, 0)
    assert await lines_of(session, person) == [(0, 2, ""), (1, 1, "")]
    with pytest.raises(WishNotTaken):
        await set_wish(acting(session, person), option, 0, KHALID)
    placed = await order_cart(session, person, clock())
    assert [line.wish for line in placed.lines] == ["", ""]


async def test_all_lines_together_take_what_lies_on_the_shelf(session: AsyncSession) -> None:
    person, option = await with_wishes(session, stock=3)
    await fill_with_two(session, person, option)
    with pytest.raises(OutOfStock) as short:
        await put_in_cart(acting(session, person), option, 2, DEFAULT_TERMS, 1)
    assert short.value.left == 3
    few = msgspec.structs.replace(DEFAULT_TERMS, most_of_one=3)
    await allow(session, option, 40)
    with pytest.raises((TooMany, OutOfStock)):
        await add_line(acting(session, person), option, few)
    await session.execute(update(Option).where(Option.id == option).values(on_hand=2))
    first, second = (await read_cart(session, person)).items
    assert (first.trouble, second.trouble, second.left) == ("", "sold-out", 0)
    await session.execute(update(Option).where(Option.id == option).values(on_hand=3))


async def test_it_is_ordered_again_with_its_wishes(session: AsyncSession, clock: HandClock) -> None:
    person, option = await with_wishes(session)
    await fill_with_two(session, person, option)
    order = await order_cart(session, person, clock())
    for _ in range(2):
        again = await order_again(acting(session, person), order.id, DEFAULT_TERMS)
        assert (again.missing, again.fewer) == ((), ())
        assert await lines_of(session, person) == [(0, 2, MARYAM), (1, 1, KHALID)]


async def test_ordered_again_fewer_come_where_fewer_are_left(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await with_wishes(session, stock=5)
    await fill_with_two(session, person, option)
    order = await order_cart(session, person, clock())  # two are left
    again = await order_again(acting(session, person), order.id, DEFAULT_TERMS)
    assert [line.wish for line in again.missing] == [KHALID]
    assert await lines_of(session, person) == [(0, 2, MARYAM)]


async def test_ordered_again_without_wishes_where_none_are_taken(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await with_wishes(session)
    await fill_with_two(session, person, option)
    order = await order_cart(session, person, clock())
    await allow(session, option, 0)
    await order_again(acting(session, person), order.id, DEFAULT_TERMS)
    await allow(session, option, 40)
    assert await lines_of(session, person) == [(0, 3, "")]


async def test_of_all_lines_more_go_to_the_first_and_fewer_come_off_the_last(
    session: AsyncSession,
) -> None:
    person, option = await with_wishes(session)
    await fill_with_two(session, person, option)
    doing = acting(session, person)
    for pieces, lines in (
        (4, [(0, 3, MARYAM), (1, 1, KHALID)]),
        (2, [(0, 2, MARYAM)]),
        (0, []),
    ):
        assert await set_quantity(doing, option, pieces, DEFAULT_TERMS) == pieces
        assert await lines_of(session, person) == lines


@pytest.mark.parametrize(
    ("held", "pieces", "changed"),
    [
        ({}, 2, {0: 2}),
        ({0: 1, 3: 2}, 5, {0: 3}),
        ({0: 1, 3: 2}, 3, {0: 1}),
        ({0: 1, 3: 2}, 2, {3: 1}),
        ({0: 1, 3: 2}, 1, {3: 0}),
        ({0: 1, 3: 2}, 0, {3: 0, 0: 0}),
    ],
)
def test_pieces_are_spread(held: dict[int, int], pieces: int, changed: dict[int, int]) -> None:
    assert spread(held, pieces) == changed


async def test_the_old_lines_of_a_cart_hold_no_wish(session: AsyncSession) -> None:
    person, option = await a_person(session), await an_option(session, stock=3)
    await fill_cart(session, person, {option: 2}, acting(session).now)
    assert await lines_of(session, person) == [(0, 2, "")]
    with pytest.raises(WishNotTaken):
        await set_wish(acting(session, person), option, 0, KHALID)
