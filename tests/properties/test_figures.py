"""What an order comes to is the sum of its lines and the fee, and what families get of it."""

from random import Random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.money import Money, total
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import CartItem, CartView
from models.orders.checkout import figures
from models.orders.delivery_plan import plan_of_terms
from models.orders.pricing import Amounts, Part, amounts_of

prices = st.integers(min_value=1, max_value=10**7).map(Money)
quantities = st.integers(min_value=1, max_value=50)


@st.composite
def items(draw: st.DrawFn) -> CartItem:
    """A line of a cart, with or without trouble."""
    made = draw(st.booleans())
    return CartItem(
        option_id=draw(st.integers(1, 99)),
        product_id=1,
        family_id=draw(st.integers(1, 5)),
        package="teeb",
        name_ar="دخون",
        name_en="Dukhoon",
        label_ar="",
        label_en="",
        brand_ar="",
        brand_en="",
        price=draw(prices),
        price_seen=draw(prices),
        quantity=draw(quantities),
        left=None if made else draw(st.integers(0, 60)),
        made_to_order=made,
        lead_days=draw(st.integers(0, 9)) if made else 0,
        daily_most=0,
        on_sale=draw(st.booleans()),
    )


carts = st.lists(items(), unique_by=lambda item: item.option_id).map(tuple).map(CartView)


@given(carts)
def test_a_cart_sums_up_what_can_be_had(cart: CartView) -> None:
    on_sale = [item for item in cart.items if item.on_sale]
    lacking = [i.price * max(0, i.quantity - i.left) for i in on_sale if i.left is not None]
    had = amounts_of(cart.to_be_had, plan_of_terms(DEFAULT_TERMS))
    assert had.items + total(lacking) == total(i.price * i.quantity for i in on_sale)
    assert had.total == had.items
    assert cart.count == sum(item.quantity for item in cart.items)


@given(carts)
def test_a_cart_that_is_ready_can_be_had(cart: CartView) -> None:
    had = [i.on_sale and (i.left is None or i.left >= i.quantity) for i in cart.items]
    assert cart.ready == (bool(had) and all(had))


@given(carts, prices, st.randoms(use_true_random=False))
def test_the_figures_do_not_depend_on_the_order_of_the_lines(
    cart: CartView, fee: Money, chance: Random
) -> None:
    lines = list(cart.items)
    chance.shuffle(lines)
    assert figures(CartView(tuple(lines)), Amounts(fee)) == figures(cart, Amounts(fee))


@given(carts.filter(lambda cart: cart.items), prices, prices, quantities)
def test_the_figures_tell_another_price_quantity_or_fee(
    cart: CartView, fee: Money, price: Money, quantity: int
) -> None:
    first = cart.items[0]
    other = msgspec.structs.replace(first, price=price, quantity=quantity)
    changed = CartView((other, *cart.items[1:]))
    same = (first.price, first.quantity) == (price, quantity)
    agreed = Amounts(price, fee)
    assert (figures(changed, agreed) == figures(cart, agreed)) == same
    others = (
        Amounts(price, fee + price),
        Amounts(price, fee, (Part("glass", price),)),
        Amounts(price, fee, discount=Money(1)),
    )
    assert len({figures(cart, each) for each in (agreed, *others)}) == 4
