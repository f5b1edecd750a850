"""Changing an order that is still at the centre: number, note, place, and what it holds.

The customer may until it is packed, staff until it is out. The amount that was shown is the amount
that is done: where anything has moved since, nothing is changed. The books are not touched until
the delivery, but for what was made already and is not wanted any more.
"""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

import msgspec
from sqlalchemy import update

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.calendar import dubai_day
from models.kernel.facts import LinesChanged, NoteChanged, PhoneChanged, record
from models.kernel.refusals import (
    NotOnSale,
    NoWindowThere,
    OutOfStock,
    PricesChanged,
    TooLateToChange,
    TooMany,
    TooSoonToMake,
    WishNotTaken,
    WrongState,
)
from models.kernel.shop_terms import ShopTerms
from models.orders.carts import CartItem, hold_cart
from models.orders.change_kinds import Change, NewLines, NewNote, NewPhone, Place
from models.orders.change_preview import Preview, preview, target_after
from models.orders.delivery_plan import DeliveryPlan, Target
from models.orders.delivery_slots import delivery_days
from models.orders.fulfilment import came_back
from models.orders.line_changes import move_goods, stock_of, write_lines
from models.orders.open_limits import check_more
from models.orders.queries import OrderView, order_for_staff, order_of
from models.orders.readdressing import destination_of, readdress
from models.orders.returns import book_losses
from models.orders.saved_plan import hold_plan
from models.orders.states import CUSTOMER_CANCELS, OPEN, STRIKABLE, UNPACKED, OrderState
from models.orders.tables import Order
from models.orders.transitions import lock_order
from models.people.addresses import follow_correction

CUSTOMER_CHANGES = CUSTOMER_CANCELS
"""The states in which the customer changes an order: what can be called off can be changed."""
STAFF_CHANGE = STRIKABLE
"""The states in which staff change an order: until it is out."""


async def change_own(
    acting: Acting, order_id: int, change: Change, terms: ShopTerms, agreed: str = ""
) -> OrderView:
    """The customer changes an own order; out comes what it is then.

    `agreed` is that of the preview that was shown; what costs and moves nothing needs none.
    Refuses: NotFound (not theirs too), TooLateToChange, WrongState, PricesChanged (show it anew),
    LastLine, NotOnSale, WishNotTaken, TooMany, OutOfStock, TooSoonToMake, MakingFull, TooMuchOpen,
    AccountBlocked, NoWindowThere.
    """
    await order_of(acting.session, acting.person_id, order_id)
    state = await hold_order(acting, order_id, change)
    if state not in CUSTOMER_CHANGES:
        raise TooLateToChange if state in OPEN else WrongState(state)
    return await change_held(acting, order_id, change, terms, agreed)


async def correct_own(
    acting: Acting, order_id: int, change: Change, terms: ShopTerms, agreed: str = ""
) -> OrderView:
    """The customer tells the right address of an own order that came back; out comes what it is.

    Packed it is otherwise not theirs to change any more. Refuses as `change_own` does, and
    WrongState for what did not come back.
    """
    await order_of(acting.session, acting.person_id, order_id)
    state = await hold_order(acting, order_id, change)
    if not came_back(await order_for_staff(acting.session, order_id)):
        raise WrongState(state)
    return await change_held(acting, order_id, change, terms, agreed)


async def change_by_staff(
    acting: Acting, order_id: int, change: Change, terms: ShopTerms, agreed: str = ""
) -> OrderView:
    """Staff change an order that is not out; out comes what it is then.

    Whether the actor may is the caller's to ask. Refuses as `change_own` does, but for
    TooLateToChange.
    """
    state = await hold_order(acting, order_id, change)
    if state not in STAFF_CHANGE:
        raise WrongState(state)
    return await change_held(acting, order_id, change, terms, agreed)


async def hold_order(acting: Acting, order_id: int, change: Change) -> OrderState:
    """Hold the order, and before it the cart under which its customer's open orders are counted.

    Refuses: NotFound.
    """
    if isinstance(change, NewLines | Place):
        order = await order_for_staff(acting.session, order_id)
        await hold_cart(acting.session, order.person_id)
    return await lock_order(acting.session, order_id)


async def change_held(
    acting: Acting, order_id: int, change: Change, terms: ShopTerms, agreed: str
) -> OrderView:
    """Change an order that is held, in a state that allows it."""
    order = await order_for_staff(acting.session, order_id)
    if isinstance(change, Place) and (order.at_hall or target_after(order, change).at_hall):
        raise WrongState(order.state)  # what is fetched goes to no address
    plan = await hold_plan(acting.session, terms)
    shown = await preview(acting.session, order, change, plan)
    moves_goods = isinstance(change, NewLines)
    if agreed != shown.agreed and (moves_goods or shown.amounts != order.amounts):
        raise PricesChanged
    await check_limits(acting, shown, terms)
    match change:
        case NewPhone(phone=phone):
            await set_phone(acting, order, phone)
        case NewNote(note=note):
            await set_note(acting, order, note)
        case Place() as place:
            if differs(order, place):
                require_window(acting, order, target_after(order, place), plan)
                await readdress(acting, order, place, shown.amounts)
        case NewLines():
            if shown.out or shown.items:
                check_lines(acting, shown, plan, terms)
                await change_lines(acting, shown, terms)
        case _:
            assert_never(change)
    await acting.session.flush()
    return await order_for_staff(acting.session, order_id)


async def check_limits(acting: Acting, shown: Preview, terms: ShopTerms) -> None:
    """What grows may be more than its customer may have open, or wait for a manager's yes.

    Refuses: AccountBlocked, TooMuchOpen.
    """
    order = shown.order
    if await waits_for_a_yes(acting, shown, terms) and order.state == OrderState.placed:
        await acting.session.execute(
            update(Order)
            .where(Order.id == order.id)
            .values(on_hold=True)
            .execution_options(synchronize_session=BY_ROW)
        )


async def waits_for_a_yes(acting: Acting, shown: Preview, terms: ShopTerms) -> bool:
    """Whether what grows by the change waits for a manager's yes.

    Refuses: AccountBlocked, TooMuchOpen.
    """
    if not shown.dearer and not shown.more_pieces:
        return False
    person_id = shown.order.person_id
    return await check_more(acting, person_id, shown.more_pieces, shown.dearer, terms)


async def set_phone(acting: Acting, order: OrderView, phone: str) -> None:
    """Write the number to be called; the next order is offered it too."""
    if phone == order.phone:
        return
    await acting.session.execute(
        update(Order)
        .where(Order.id == order.id)
        .values(phone=phone)
        .execution_options(synchronize_session=BY_ROW)
    )
    was = destination_of(order)
    now = msgspec.structs.replace(was, phone=phone)
    await follow_correction(acting.session, order.person_id, was, now)
    record(acting, PhoneChanged(order.id, order.phone, phone))


async def set_note(acting: Acting, order: OrderView, note: str) -> None:
    """Write the courier's note."""
    if note == order.note:
        return
    await acting.session.execute(
        update(Order)
        .where(Order.id == order.id)
        .values(note=note)
        .execution_options(synchronize_session=BY_ROW)
    )
    record(acting, NoteChanged(order.id, order.note, note))


def differs(order: OrderView, place: Place) -> bool:
    """Whether the place is another one than the order goes to."""
    here = Place(
        order.address, order.latitude, order.longitude, order.emirate, order.area, order.zone
    )
    to = target_after(order, place)
    return here != msgspec.structs.replace(place, emirate=to.emirate, zone=to.zone)


def require_window(acting: Acting, order: OrderView, to: Target, plan: DeliveryPlan) -> None:
    """Whether the order's window serves that place, and leaves it the days that it needs.

    Refuses: NoWindowThere.
    """
    if to == order.target:
        return
    zone = plan.zone(to)
    first = dubai_day(acting.now) + timedelta(days=zone.lead_days if zone is not None else 0)
    too_soon = order.state in UNPACKED and order.day < first and zone is not None
    if too_soon or not plan.serves(order.day, order.window, to):
        raise NoWindowThere


async def change_lines(acting: Acting, shown: Preview, terms: ShopTerms) -> None:
    """Let the order hold what was shown; all that others want too comes last."""
    order, amounts = shown.order, shown.amounts
    written = await write_lines(acting, shown, borne=terms.centre_bears_losses)
    await acting.session.execute(
        update(Order)
        .where(Order.id == order.id)
        .values(**amounts.columns)
        .execution_options(synchronize_session=BY_ROW)
    )
    record(
        acting,
        LinesChanged(
            order.id,
            tuple(line.id for line in written.out),
            tuple(line_id for line_id, _ in written.came_in),
            tuple(pieces for _, pieces in written.came_in),
            order.total,
            amounts.total,
            order.state not in UNPACKED,
        ),
    )
    await acting.session.flush()
    await move_goods(acting, shown, terms.low_stock)
    await book_losses(acting, written.kept)


def check_lines(acting: Acting, shown: Preview, plan: DeliveryPlan, terms: ShopTerms) -> None:
    """Whether what comes in can be had, as far as it is known before it is taken.

    Refuses: NotOnSale, WishNotTaken, TooMany, OutOfStock, TooSoonToMake, WrongState (what is packed
    waits for nothing that is still to be made).
    """
    by = {part.option_id: -part.quantity for part in stock_of(shown)}
    for item in shown.items:
        if not item.on_sale:
            raise NotOnSale(item.option_id)
        if len(item.wish) > item.wish_most:
            raise WishNotTaken(item.wish_most)
        if pieces_of(shown, item.option_id) > terms.most_of_one:
            raise TooMany(terms.most_of_one)
        if item.left is not None and item.left < by.get(item.option_id, 0):
            raise OutOfStock(item.option_id, item.left)
        if item.made_to_order:
            check_making(acting, shown.order, item, plan)


def pieces_of(shown: Preview, option_id: int) -> int:
    """How many pieces of the option the order would hold."""
    stay = sum(line.quantity for line in shown.left if line.option_id == option_id)
    return stay + sum(item.quantity for item in shown.items if item.option_id == option_id)


def check_making(acting: Acting, order: OrderView, item: CartItem, plan: DeliveryPlan) -> None:
    """Whether the thing can be made by the order's day. Refuses: TooSoonToMake, WrongState."""
    if order.state not in UNPACKED:
        raise WrongState(order.state)
    first, _ = delivery_days(plan, item.lead_days, acting.now, order.target)
    if order.day < first:
        raise TooSoonToMake(item.option_id, first)
