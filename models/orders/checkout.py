"""Placing an order: once for a checkout token, at the figures that were shown.

Everything is locked in one order, whoever orders or cancels: the cart, the order, the making
days, the window, the options by id, the products. So nobody waits in a circle.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime

import msgspec
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import running_or_next
from models.kernel.facts import OrderPlaced, record
from models.kernel.money import Money, total
from models.kernel.refusals import CartIsEmpty, NotOnSale, PricesChanged
from models.kernel.shop_terms import ShopTerms
from models.kernel.upsert import insert_into
from models.orders.carts import CartItem, CartView, empty_cart, hold_cart, new_token, read_cart
from models.orders.delivery_slots import WindowSlot, check_slot, delivery_days, hold_place
from models.orders.queries import OrderView, order_of
from models.orders.states import OrderState
from models.orders.tables import Order, OrderLine
from models.people.addresses import Destination, save_address
from models.products.production import promise
from models.products.stock import Take, take

NUMBER_TRIES = 100


class Checkout(msgspec.Struct, frozen=True):
    """What the customer said yes to."""

    person_id: int
    token: str
    figures: str
    destination: Destination
    slot: WindowSlot


def figures(cart: CartView, fee: Money) -> str:
    """A fingerprint (8 hex digits) of what was shown: options, quantities, prices and the fee."""
    shown = [[item.option_id, item.quantity, item.price.fils] for item in cart.items]
    text = msgspec.json.encode([sorted(shown), fee.fils])
    return hashlib.sha256(text).hexdigest()[:8]


async def place_order(
    session: AsyncSession,
    *,
    person_id: int,
    token: str,
    figures: str,
    destination: Destination,
    day: date,
    window: str,
    terms: ShopTerms,
    now: datetime,
) -> OrderView:
    """Turn the person's cart into an order; the same token gives the same order, placed once.

    Takes the stock, the making places and the window's place, and empties the cart. Refuses:
    CartIsEmpty, NotOnSale, PricesChanged (the figures are not those that were shown, or the
    token is not the cart's), NoWindow, MakingFull, OutOfStock.
    """
    checkout = Checkout(person_id, token, figures, destination, WindowSlot(day, window))
    # Whoever taps twice waits here, and then finds the order that the first tap placed.
    held = await hold_cart(session, person_id)
    order_id = await placed_before(session, person_id, token)
    if order_id is None:
        cart = await agreed_cart(session, checkout, held, terms)
        order_id = await place_anew(session, checkout, cart, terms, now)
    return await order_of(session, person_id, order_id)


async def placed_before(session: AsyncSession, person_id: int, token: str) -> int | None:
    """The order that this person's token has become already."""
    found: int | None = await session.scalar(
        select(Order.id).where(Order.token == token, Order.person_id == person_id)
    )
    return found


async def agreed_cart(
    session: AsyncSession, checkout: Checkout, held: str, terms: ShopTerms
) -> CartView:
    """The cart, when it is still what the customer said yes to."""
    cart = await read_cart(session, checkout.person_id)
    if not cart.items:
        raise CartIsEmpty
    for item in cart.items:
        if not item.on_sale:
            raise NotOnSale(item.option_id)
    shown = figures(cart, terms.fee(checkout.destination.emirate))
    if held != checkout.token or shown != checkout.figures:
        raise PricesChanged
    return cart


async def place_anew(
    session: AsyncSession, checkout: Checkout, cart: CartView, terms: ShopTerms, now: datetime
) -> int:
    """Write the order and take what it needs; out comes its id."""
    days = delivery_days(terms, cart.lead_days, now)
    window = check_slot(terms, checkout.slot, days, now)
    person_id, day = checkout.person_id, checkout.slot.day
    fee = terms.fee(checkout.destination.emirate)
    order_id = await open_order(session, checkout, cart, fee, now)
    for item in sorted(cart.items, key=lambda item: (item.product_id, item.option_id)):
        if item.made_to_order:
            await promise(
                session, item.option_id, item.product_id, day, item.quantity, item.daily_most
            )
    await hold_place(session, checkout.slot, window.places)
    stocked = [Take(i.option_id, i.quantity) for i in cart.items if not i.made_to_order]
    await take(session, stocked, order_id, person_id, now)
    lines = [line_values(item, order_id, day) for item in cart.items]
    await session.execute(insert(OrderLine), lines)
    await empty_cart(session, person_id)
    await new_token(session, person_id)
    await save_address(session, person_id, checkout.destination)
    record(session, OrderPlaced(order_id), now, person_id)
    return order_id


async def open_order(
    session: AsyncSession, checkout: Checkout, cart: CartView, fee: Money, now: datetime
) -> int:
    """Write the order's own row, under a number that no other order has; out comes its id."""
    items = total(item.amount for item in cart.items)
    values = {
        "token": checkout.token,
        "person_id": checkout.person_id,
        "bazaar_id": await running_or_next(session, now),
        "state": OrderState.placed.value,
        "placed_at": now,
        "moved_at": now,
        **msgspec.structs.asdict(checkout.destination),
        "day": checkout.slot.day,
        "window": checkout.slot.window,
        "items": items,
        "fee": fee,
        "total": items + fee,
        "code": f"{secrets.randbelow(10**4):04d}",
    }
    for _ in range(NUMBER_TRIES):
        number = f"{secrets.randbelow(10**6):06d}"
        opening = insert_into(session, Order).values(number=number, **values)
        opened = await session.execute(
            opening.on_conflict_do_nothing(index_elements=["number"]).returning(Order.id)
        )
        order_id: int | None = opened.scalar()
        if order_id is not None:
            return order_id
    raise LookupError("no free order number was found")


def line_values(item: CartItem, order_id: int, day: date) -> dict[str, object]:
    """A line of the order, in the words and at the price of this moment."""
    return {
        "order_id": order_id,
        "option_id": item.option_id,
        "product_id": item.product_id,
        "family_id": item.family_id,
        "name_ar": item.name_ar,
        "name_en": item.name_en,
        "label_ar": item.label_ar,
        "label_en": item.label_en,
        "price": item.price,
        "quantity": item.quantity,
        "making_day": day if item.made_to_order else None,
    }
