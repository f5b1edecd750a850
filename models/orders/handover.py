"""Delivered: confirmed by the code that the customer alone has, with the cash that was taken.

The cash lies in the purse of who took it: whoever confirms, or whom a manager names.
"""

from __future__ import annotations

from typing import NoReturn

import msgspec
from sqlalchemy import ColumnElement, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.differences import note_difference
from models.accounting.family_days import Ordered, count_arrived
from models.accounting.ledger import CashTaken, book_delivery, family_account
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import FactRow, OrderDelivered, WrongCodeGiven, record
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import (
    CodeLocked,
    CodesBarred,
    NotFound,
    ReasonNeeded,
    WrongCode,
    WrongState,
)
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.cash import due_in_cash
from models.orders.code_tries import count_try, hold_tries
from models.orders.queries import order_for_staff
from models.orders.states import OrderState
from models.orders.stops import end_stop
from models.orders.tables import CODE_TRIES, Order
from models.orders.transitions import leads_out

NoCode = WrongCode | CodeLocked | CodesBarred
"""Why a code does not count."""


class Handover(msgspec.Struct, frozen=True):
    """What was handed over: the cash, why it differs from what was due, and the manager's photo.

    `due` is given where the cash differs from it; `holder_id` is who has the cash, where that is
    not the one who confirms.
    """

    taken: Money
    reason: str
    without_code: bool = False
    photo: str = ""
    due: Money | None = None
    holder_id: int | None = None


async def confirm_delivery(
    acting: Acting,
    order_id: int,
    code: str,
    taken: Money,
    reason: str,
    terms: ShopTerms = DEFAULT_TERMS,
) -> NoCode | None:
    """out → delivered, when the code is right; the sale is booked at once.

    What is fetched at the hall is handed over where it was packed: packed → delivered.

    A wrong code is returned and not raised, so that the try is counted and committed; the fifth
    one returns CodeLocked, and any code of a person who gave too many CodesBarred. Refuses:
    NotFound, WrongState, CodeLocked, and ReasonNeeded when the cash differs from what is due
    without a reason.
    """
    wrong = await try_code(acting, order_id, code, terms)
    if wrong is not None:
        return wrong
    right = (Order.code == code) & (Order.wrong_codes < CODE_TRIES)
    await hand_over(acting, order_id, right, Handover(taken, reason), terms)
    return None


async def try_code(
    acting: Acting, order_id: int, code: str, terms: ShopTerms = DEFAULT_TERMS
) -> NoCode | None:
    """None unless the code of an order at its handing over is wrong: counted, and returned.

    It counts for the order and, by the limits of `terms`, for the person's day: beyond that no
    code is looked at any more. So a courier hears of a slip before the cash is asked for. It
    refuses nothing.
    """
    own = None if acting.actor_id is None else await hold_tries(acting)
    if own is not None and own.wrong >= terms.wrong_codes_barred:
        return CodesBarred()
    tries = await count_wrong_code(acting.session, order_id, code)
    if tries is None:
        return None
    record(acting, WrongCodeGiven(order_id, tries))
    if own is not None:
        count_try(acting, own, order_id, terms)
    if tries == CODE_TRIES:
        return CodeLocked()
    if own is not None and own.wrong >= terms.wrong_codes_barred:
        return CodesBarred()
    return WrongCode(CODE_TRIES - tries)


async def confirm_without_code(
    acting: Acting,
    order_id: int,
    taken: Money,
    reason: str,
    photo_hash: str,
    terms: ShopTerms = DEFAULT_TERMS,
    holder_id: int | None = None,
) -> None:
    """out → delivered (packed → delivered at the hall) on a manager's word, with reason and photo.

    The photo is its hash; `holder_id` is who has the cash, None where the manager has. Whether the
    actor may do it is the caller's to ask (Permission.override). Refuses: NotFound, WrongState,
    ReasonNeeded. ValueError without a photo.
    """
    if not photo_hash:
        raise ValueError("a delivery without its code needs a photo")
    if not reason:
        total = (await order_for_staff(acting.session, order_id)).total
        raise ReasonNeeded(due_in_cash(total, taken, terms))
    other = None if holder_id == acting.actor_id else holder_id
    told = Handover(taken, reason, without_code=True, photo=photo_hash, holder_id=other)
    await hand_over(acting, order_id, true(), told, terms)


async def count_wrong_code(session: AsyncSession, order_id: int, code: str) -> int | None:
    """Count a wrong code of an order at its handing over; None for the right one, or no more."""
    counted = await session.execute(
        update(Order)
        .where(
            Order.id == order_id,
            leads_out(OrderDelivered),
            Order.wrong_codes < CODE_TRIES,
            Order.code != code,
        )
        .values(wrong_codes=Order.wrong_codes + 1)
        .returning(Order.wrong_codes)
        .execution_options(synchronize_session=BY_ROW)
    )
    tries: int | None = counted.scalar()
    return tries


async def hand_over(
    acting: Acting,
    order_id: int,
    allowed: ColumnElement[bool],
    handover: Handover,
    terms: ShopTerms,
) -> None:
    """Close the order once, book it, and note where the cash differs."""
    taken, holder_id = handover.taken, handover.holder_id or acting.actor_id
    comes_to = await acting.session.scalar(select(Order.total).where(Order.id == order_id))
    due = due_in_cash(comes_to or NOTHING, taken, terms)
    explained = true() if handover.reason or due == taken else ~true()
    closed = await acting.session.execute(
        update(Order)
        .where(Order.id == order_id, leads_out(OrderDelivered), allowed, explained)
        # The sum that the cash was held against may be another one by now.
        .where(Order.total == comes_to)
        .values(
            state=OrderState.delivered.value,
            moved_at=acting.now,
            taken=taken,
            taken_by=holder_id,
            reason=handover.reason,
        )
        .returning(Order.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    if closed.first() is None:
        await refuse(acting.session, order_id, handover, terms)
    await end_stop(acting, order_id)
    if due != taken:
        handover = msgspec.structs.replace(handover, due=due)
        about = {"order_id": order_id, "person_id": holder_id, "reason": handover.reason}
        note_difference(acting, expected=due, taken=taken, **about)
    record(acting, OrderDelivered(order_id, **msgspec.structs.asdict(handover)))
    await book_order(acting, order_id, CashTaken(taken, due, holder_id))


async def handover_of(session: AsyncSession, order_id: int) -> Handover | None:
    """How the order was handed over; None before it is."""
    of_order = select(FactRow).where(FactRow.order_id == order_id).order_by(FactRow.id.desc())
    for row in await session.scalars(of_order):
        if isinstance(fact := row.fact, OrderDelivered):
            told = msgspec.structs.asdict(fact)
            return Handover(**{name: told[name] for name in Handover.__struct_fields__})
    return None


async def refuse(
    session: AsyncSession, order_id: int, handover: Handover, terms: ShopTerms
) -> NoReturn:
    """Say why the order could not be closed."""
    there = leads_out(OrderDelivered).label("there")
    found = await session.execute(
        select(Order.state, Order.total, Order.wrong_codes, there).where(Order.id == order_id)
    )
    row = found.first()
    if row is None:
        raise NotFound("order")
    if not row.there:
        raise WrongState(row.state)
    if row.wrong_codes >= CODE_TRIES and not handover.without_code:
        raise CodeLocked
    raise ReasonNeeded(terms.in_cash(row.total))


async def book_order(acting: Acting, order_id: int, cash: CashTaken) -> None:
    """Book the delivered order part by part: each family is credited for her lines in full."""
    order = await order_for_staff(acting.session, order_id)
    asked: dict[str, Money] = order.amounts.beside_items
    for line in order.live_lines:
        account = family_account(line.family_id)
        asked[account] = asked.get(account, NOTHING) + line.amount
    await count_arrived(acting.session, Ordered(order.placed_at, order.bazaar_id), order.live_lines)
    await book_delivery(acting, order_id, asked, cash)
