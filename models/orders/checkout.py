"""Placing an order: once for a checkout token, at the figures that were shown.

It has two halves. The first writes everything that is the order's own; the second takes what other
orders want too, in the order of `models.orders.holds`, and is the last thing of the transaction.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import date
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import bindparam, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import Ordered
from models.bazaars.bazaars import NEXT_BAZAAR
from models.kernel.acting import Acting
from models.kernel.base import dialect_of, insert_for, table_of
from models.kernel.facts import OrderPlaced, record
from models.kernel.money import NOTHING
from models.kernel.prepared import prepared
from models.kernel.refusals import CartIsEmpty, NotOnSale, NoWindow, PricesChanged
from models.kernel.shop_terms import DEFAULT_TERMS, DeliveryWindow, ShopTerms
from models.orders.carts import (
    CartItem,
    CartView,
    drop_lines,
    hold_cart,
    read_cart,
    spend_token,
)
from models.orders.delivery_plan import DeliveryPlan, target_of
from models.orders.delivery_slots import WindowSlot, check_slot
from models.orders.held_things import hold_things
from models.orders.holds import Needs, stocked_pieces, take_needs
from models.orders.open_limits import check_open
from models.orders.pricing import Amounts, amounts_of
from models.orders.queries import OrderLineView, OrderView, delivery_code, order_of
from models.orders.saved_plan import hold_plan
from models.orders.states import OrderState
from models.orders.tables import Order, OrderLine
from models.people.addresses import Destination, save_address
from models.people.callers import Buyer, hold_buyer
from models.products.production import Promise
from models.products.stock import Movement, as_outgoing, write_down

NUMBER_TRIES = 100


class Checkout(msgspec.Struct, frozen=True):
    """What the customer said yes to; `buyer` where the actor orders for somebody else."""

    token: str
    figures: str
    destination: Destination
    slot: WindowSlot
    buyer: Buyer | None = None


class Begun(msgspec.Struct, frozen=True):
    """An order that is written; it counts when `needs` are taken, or None for one placed before.

    `code` is the delivery code, for the customer alone.
    """

    order: OrderView
    code: str
    needs: Needs | None


def figures(cart: CartView, amounts: Amounts) -> str:
    """A fingerprint (8 hex digits) of what was shown: each line and its brand, and the amounts."""
    shown = [
        [item.option_id, item.family_id, item.quantity, item.price.fils, item.wish]
        for item in cart.items
    ]
    text = msgspec.json.encode([sorted(shown), amounts])
    return hashlib.sha256(text).hexdigest()[:8]


async def place_order(
    acting: Acting,
    *,
    token: str,
    figures: str,
    destination: Destination,
    day: date,
    window: str,
    terms: ShopTerms,
) -> OrderView:
    """Turn the person's cart into an order; the same token gives the same order, placed once.

    Takes the stock, the making places and the window's place, and empties the cart. Let it be the
    last thing of the transaction, or use its halves. Refuses: CartIsEmpty, NotOnSale, PricesChanged
    (the figures are not those that were shown, or the token is not the cart's), NoWindow,
    MakingFull, OutOfStock, AccountBlocked, TooMuchOpen.
    """
    checkout = Checkout(token, figures, destination, WindowSlot(day, window))
    plan = await hold_plan(acting.session, terms)
    begun = await begin_order(acting, checkout, plan, terms)
    await finish_order(acting.session, begun)
    return begun.order


async def begin_order(
    acting: Acting, checkout: Checkout, plan: DeliveryPlan, terms: ShopTerms
) -> Begun:
    """The first half: nobody else waits for what it writes. Let `finish_order` follow, at last.

    The plan is one that is held (`hold_plan`): else a day could close unseen beneath the order.
    Refuses: CartIsEmpty, NotOnSale, PricesChanged, NoWindow, AccountBlocked, TooMuchOpen.
    """
    session, checkout = acting.session, await held_for_buyer(acting.session, checkout)
    whose = whose_order(acting, checkout)
    spent = await spend_token(session, whose.person_id, checkout.token)
    if not spent:
        before = await placed_before(session, acting.person_id, checkout.token)
        if before is not None:
            return before
    cart, amounts = await agreed_cart(session, whose.person_id, checkout, plan)
    if not spent:
        raise PricesChanged
    if whose.owner_id != whose.person_id:
        await hold_cart(session, whose.owner_id)  # what they order themselves counts as well
    to = target_of(checkout.destination)
    if not plan.takes_orders(to):
        raise NoWindow
    window = check_slot(plan, checkout.slot, cart.lead_days, acting.now, to)
    on_hold = await check_open(acting, whose.owner_id, cart.count, amounts.total, terms)
    low_stock = terms.low_stock
    return await write_order(
        acting, checkout, cart, amounts, window, on_hold=on_hold, low_stock=low_stock
    )


async def held_for_buyer(session: AsyncSession, checkout: Checkout) -> Checkout:
    """The checkout with whose the order will be now: of a caller, nobody claims it meanwhile."""
    if checkout.buyer is None:
        return checkout
    buyer = await hold_buyer(session, checkout.buyer.person_id)
    return msgspec.structs.replace(checkout, buyer=buyer)


def whose_order(acting: Acting, checkout: Checkout) -> Buyer:
    """Whose cart becomes the order, and whose the order is: the actor's own, or a buyer's."""
    return checkout.buyer or Buyer(acting.person_id, acting.person_id)


async def finish_order(session: AsyncSession, begun: Begun) -> None:
    """The second half: take what others want too. Refuses: OutOfStock, MakingFull, NoWindow."""
    if begun.needs is not None:
        await take_needs(session, begun.needs)


async def placed_before(session: AsyncSession, person_id: int, token: str) -> Begun | None:
    """The order that this token has become already, of that person or placed by them for another.

    It needs nothing more.
    """
    own = or_(Order.person_id == person_id, Order.placed_by == person_id)
    found = select(Order.id, Order.person_id).where(Order.token == token, own)
    row = (await session.execute(found)).first()
    if row is None:
        return None
    order = await order_of(session, row.person_id, row.id)
    return Begun(order, await delivery_code(session, row.person_id, row.id), None)


async def agreed_cart(
    session: AsyncSession, person_id: int, checkout: Checkout, plan: DeliveryPlan
) -> tuple[CartView, Amounts]:
    """The cart and what it costs, when that is still what the customer said yes to."""
    cart = await read_cart(session, person_id)
    if not cart.items:
        raise CartIsEmpty
    for item in cart.items:
        if not item.on_sale:
            raise NotOnSale(item.option_id)
    amounts = amounts_of(cart.items, plan, target_of(checkout.destination))
    if figures(cart, amounts) != checkout.figures:
        raise PricesChanged
    return cart, amounts


async def write_order(
    acting: Acting,
    checkout: Checkout,
    cart: CartView,
    amounts: Amounts,
    window: DeliveryWindow,
    *,
    on_hold: bool = False,
    low_stock: int = DEFAULT_TERMS.low_stock,
) -> Begun:
    """Write the order and all that is its own, and empty the cart."""
    session, whose = acting.session, whose_order(acting, checkout)
    code = f"{secrets.randbelow(10**4):04d}"
    order = await open_order(acting, checkout, amounts, code, on_hold=on_hold)
    order = await write_lines(session, order, cart)
    await write_down(acting, as_outgoing(stocked_pieces(order.lines)), Movement.sold, order.id)
    await drop_lines(session, whose.person_id)
    await save_address(session, whose.person_id, checkout.destination)
    record(acting, OrderPlaced(order.id, order.pieces))
    await session.flush()
    placed = Ordered(acting.now, order.bazaar_id)
    promises = promises_of(cart)
    needs = Needs(
        placed, order.lines, checkout.slot, window.places, promises, order.target, low_stock
    )
    return Begun(order, code, needs)


def promises_of(cart: CartView) -> tuple[Promise, ...]:
    """The promises of what of the cart is to be made, each product once."""
    wanted: dict[int, Promise] = {}
    for item in sorted(cart.items, key=lambda item: (item.product_id, item.option_id)):
        if item.made_to_order:
            first = wanted.get(item.product_id)
            option_id, held = (first.option_id, first.quantity) if first else (item.option_id, 0)
            wanted[item.product_id] = Promise(
                item.product_id, option_id, held + item.quantity, item.daily_most
            )
    return tuple(wanted.values())


async def open_order(
    acting: Acting, checkout: Checkout, amounts: Amounts, code: str, *, on_hold: bool
) -> OrderView:
    """Write the order's own row, under a number that no other order has; its lines are to come."""
    shown: dict[str, Any] = {
        "person_id": whose_order(acting, checkout).owner_id,
        "placed_by": None if checkout.buyer is None else acting.person_id,
        "state": OrderState.placed.value,
        "placed_at": acting.now,
        "moved_at": acting.now,
        **msgspec.structs.asdict(checkout.destination),
        "zone": checkout.destination.zone or 0,
        "day": checkout.slot.day,
        "window": checkout.slot.window,
        "window_asked_at": None,
        "taken": None,
        "reason": "",
        "wrong_codes": 0,
        "on_hold": on_hold,
    }
    named = {
        **shown,
        **amounts.columns,
        "token": checkout.token,
        "code": code,
        "taken_by": None,
        "refunded": NOTHING,
        "at": acting.now,
    }
    for _ in range(NUMBER_TRIES):
        number = f"{secrets.randbelow(10**6):06d}"
        opened = await acting.session.execute(
            insert_order_statement(dialect_of(acting.session)), {**named, "number": number}
        )
        row = opened.first()
        if row is not None:
            order_id, bazaar_id = row
            known = {**shown, "id": order_id, "bazaar_id": bazaar_id, "number": number}
            return OrderView(amounts=amounts, lines=(), **known)
    raise LookupError("no free order number was found")


@cache
def insert_order_statement(dialect: str) -> Any:
    """The statement that writes an order's row, unless its number is taken."""
    orders = table_of(Order)
    values = {each.name: bindparam(each.name, type_=each.type) for each in orders.c}
    del values["id"]
    return prepared(
        insert_for(dialect, orders)
        .values({**values, "bazaar_id": NEXT_BAZAAR.scalar_subquery()})
        .on_conflict_do_nothing(index_elements=["number"])
        .returning(orders.c.id, orders.c.bazaar_id)
    )


async def write_lines(session: AsyncSession, order: OrderView, cart: CartView) -> OrderView:
    """Write the order's lines; out comes the order with them. Refuses: PricesChanged."""
    await hold_things(session, cart.items)
    rows = [line_values(item, order.id, order.day) for item in cart.items]
    ids = (await session.execute(ADD_LINES, rows)).scalars()
    pairs = zip(ids, cart.items, strict=True)
    lines = tuple(line_view(line_id, item, order.day) for line_id, item in pairs)
    return msgspec.structs.replace(order, lines=lines)


order_lines = table_of(OrderLine)
NOT_YET = ("id", "struck_at", "returned_at")
ADD_LINES = prepared(
    insert(order_lines)
    .values({each.name: bindparam(each.name) for each in order_lines.c if each.name not in NOT_YET})
    .returning(order_lines.c.id, sort_by_parameter_order=True)
)


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
        "struck_reason": "",
        "wish": item.wish,
    }


def line_view(line_id: int, item: CartItem, day: date) -> OrderLineView:
    """The line as it is read afterwards."""
    return OrderLineView(
        id=line_id,
        option_id=item.option_id,
        product_id=item.product_id,
        family_id=item.family_id,
        brand_ar=item.brand_ar,
        brand_en=item.brand_en,
        name_ar=item.name_ar,
        name_en=item.name_en,
        label_ar=item.label_ar,
        label_en=item.label_en,
        price=item.price,
        quantity=item.quantity,
        making_day=day if item.made_to_order else None,
        struck=False,
        struck_reason="",
        wish=item.wish,
    )
