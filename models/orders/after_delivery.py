"""Returned after the delivery: goods come back, money is handed back, and the books are reversed.

The order stays delivered, and its amounts stay what was agreed; what came back are lines that are
marked as returned, and a row for each time with the money.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.accounting.differences import lessen, standing_missing
from models.accounting.family_days import Ordered, count_returned
from models.accounting.ledger import (
    CASH_DIFFERENCE,
    DELIVERY_FEES,
    ROUNDING,
    Booking,
    book_all,
    cash_account,
    extra_account,
    family_account,
)
from models.kernel.acting import Acting
from models.kernel.base import Base, Id
from models.kernel.facts import GoodsReturned, record
from models.kernel.money import NOTHING, Money, plain, total
from models.kernel.refusals import NotFound, ReturnedMeanwhile, TooLateToReturn, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.pricing import DISCOUNT
from models.orders.queries import OrderLineView, OrderView, order_for_staff
from models.orders.returns import (
    Disposition,
    Returned,
    keep_returned,
    losses_of,
    made_pieces,
    move_stock,
)
from models.orders.shortages import split_off
from models.orders.states import OrderState
from models.orders.tables import Order, OrderLine
from models.orders.transitions import lock_order
from models.products.production import release


class OrderReturn(Base):
    """One time that goods of a delivered order came back, or money for them, the `nth` (from 1).

    `items` (fils) is the price of the goods, `discount` the part of it that was let off, `fee` what
    of the delivery fee was handed back, and `refunded` the money that was handed back in all.
    `rounded` is what of it coins cannot pay; below nothing where the customer got more by that.
    `paid_by` is whose purse it came out of; empty for the centre's till.
    """

    __tablename__ = "order_returns"
    __table_args__ = (
        UniqueConstraint("order_id", "nth"),
        CheckConstraint("items >= 0", name="items"),
        CheckConstraint("discount >= 0", name="discount"),
        CheckConstraint("fee >= 0", name="fee"),
        CheckConstraint("refunded >= 0", name="refunded"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    nth: Mapped[int]
    items: Mapped[Money]
    discount: Mapped[Money]
    fee: Mapped[Money]
    refunded: Mapped[Money]
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    rounded: Mapped[Money] = mapped_column(default=NOTHING, server_default="0")
    paid_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


UNPAID = (
    plain(OrderReturn.items)
    - plain(OrderReturn.discount)
    + plain(OrderReturn.fee)
    - plain(OrderReturn.rounded)
    - plain(OrderReturn.refunded)
)
"""What of a return had never been paid (fils); what is below nothing was handed back since."""


class BroughtBack(msgspec.Struct, frozen=True):
    """So many pieces of a delivered line that are brought back, and what becomes of them."""

    line_id: int
    quantity: int
    disposition: Disposition


class Refund(msgspec.Struct, frozen=True):
    """What is handed back (fils): the goods, less what was let off of them, and perhaps the fee.

    `refunded` is never more than what was paid for the order and not handed back yet. `rounded` is
    what of it coins cannot pay; below nothing where the customer gets more by that.
    """

    items: Money
    discount: Money
    fee: Money
    refunded: Money
    rounded: Money = NOTHING

    @property
    def unpaid(self) -> Money:
        """What of it had never been paid; below nothing where it turned out to be."""
        return self.items - self.discount + self.fee - self.rounded - self.refunded

    def within(self, missing: Money) -> Refund:
        """The refund where so much of the order's cash is missing: no more of it is unpaid.

        What is beyond, coins could not pay when it was delivered.
        """
        beyond = max(self.unpaid - max(missing, NOTHING), NOTHING)
        return msgspec.structs.replace(self, rounded=self.rounded + beyond)


def is_returnable(order: OrderView, terms: ShopTerms, now: datetime) -> bool:
    """Whether anything of the order can still be returned at `now` (UTC)."""
    in_time = now <= order.moved_at + timedelta(days=terms.return_days)
    delivered = order.state == OrderState.delivered and bool(order.live_lines)
    return delivered and terms.return_days > 0 and in_time


def parts_of(order: OrderView, brought: Sequence[BroughtBack]) -> list[Returned]:
    """The pieces as parts of the order's lines. Refuses: NotFound for what it does not hold.

    ValueError where nothing is brought back, and for what cannot become of a thing.
    """
    if not brought:
        raise ValueError("nothing is brought back")
    lines = {line.id: line for line in order.live_lines}
    taken: dict[int, int] = {}
    for each in brought:
        taken[each.line_id] = taken.get(each.line_id, 0) + each.quantity
        line = lines.get(each.line_id)
        if line is None or not 0 < taken[each.line_id] <= line.quantity or each.quantity < 1:
            raise NotFound("pieces")
    return [Returned(lines[each.line_id], each.quantity, each.disposition) for each in brought]


def is_all(order: OrderView, parts: Sequence[Returned]) -> bool:
    """Whether nothing of the order stays with the customer."""
    return sum(part.quantity for part in parts) == order.pieces


def refund_for(
    order: OrderView, parts: Sequence[Returned], terms: ShopTerms, *, with_fee: bool
) -> Refund:
    """What is handed back for the parts. ValueError for the fee of an order of which some stays.

    A discount was let off of all items alike: what is handed back for them, one time after another,
    is together what was paid for them, to the fils; each time it is what coins can pay.
    """
    if with_fee and not is_all(order, parts):
        raise ValueError("the fee is handed back with the whole order")
    items = total(part.amount for part in parts)
    before = total(line.amount for line in order.lines if line.returned)
    discount = let_off(order, before + items) - let_off(order, before)
    fee = order.amounts.fee if with_fee else NOTHING
    taken, so_far = order.taken or NOTHING, before - let_off(order, before)
    owed = items - discount + fee
    payable = in_coins(so_far + owed, taken, terms) - in_coins(so_far, taken, terms)
    payable = max(payable, NOTHING)
    refunded = max(min(payable, taken - order.refunded), NOTHING)
    return Refund(items, discount, fee, refunded, owed - payable)


def in_coins(owed: Money, taken: Money, terms: ShopTerms) -> Money:
    """What coins can pay of so much that is owed in all, a half for the customer.

    Whoever paid an exact sum gets exactly all of it back.
    """
    return owed if owed == taken else -terms.in_cash(-owed)


def let_off(order: OrderView, returned: Money) -> Money:
    """What was let off of so much of the order's items."""
    items = order.amounts.items
    off = min(order.amounts.discount, items)
    return Money(off.fils * returned.fils // items.fils)


async def never_paid(session: AsyncSession, order_id: int) -> Money:
    """What was not paid for all that came back of an order: it is due from nobody any more."""
    of_order = select(func.coalesce(func.sum(UNPAID), 0)).where(OrderReturn.order_id == order_id)
    return Money(int(await session.scalar(of_order) or 0))


async def returns_so_far(session: AsyncSession, order_id: int) -> int:
    """How many times something of the order was returned."""
    counted = select(func.count()).where(OrderReturn.order_id == order_id)
    return int(await session.scalar(counted) or 0)


async def return_delivered(
    acting: Acting,
    order_id: int,
    brought: Sequence[BroughtBack],
    *,
    nth: int,
    with_fee: bool = False,
    terms: ShopTerms = DEFAULT_TERMS,
    paid_by: int | None = None,
) -> Refund:
    """Take goods of a delivered order back, the `nth` time (from 1), and hand money back.

    It comes out of the purse of `paid_by`; of the centre's till where that is None.

    Refuses: NotFound (also for pieces that the order does not hold), WrongState, TooLateToReturn,
    and ReturnedMeanwhile when something of it was returned since that was counted. ValueError for
    nothing, and for the fee of an order of which some stays.
    """
    session = acting.session
    # Two clerks who take back the same piece at once must not both hand money back.
    state = await lock_order(session, order_id)
    if state != OrderState.delivered:
        raise WrongState(state)
    if nth != await returns_so_far(session, order_id) + 1:
        raise ReturnedMeanwhile
    order = await order_for_staff(session, order_id)
    parts = parts_of(order, brought)
    if not is_returnable(order, terms, acting.now):
        raise TooLateToReturn
    refund = refund_for(order, parts, terms, with_fee=with_fee)
    refund = refund.within(await standing_missing(session, order_id))
    parts = await mark_returned(acting, order_id, parts)
    await write_return(acting, order_id, nth, refund, paid_by)
    rows = await keep_returned(acting, order_id, parts, borne=terms.centre_bears_losses)
    told = GoodsReturned(order_id, nth, refund.refunded, tuple(row.id for row in rows), paid_by)
    record(acting, told)
    await session.flush()
    await move_goods(acting, order, parts)
    lessened = await lessen(acting, order_id, refund.unpaid) if refund.unpaid else []
    events = {f"order:{order_id}:returned:{nth}": sides_of(parts, refund, paid_by)}
    events |= losses_of(rows)
    booked = [Booking(name, sides, order_id) for name, sides in events.items()]
    await book_all(acting, [*lessened, *booked])
    return refund


async def mark_returned(acting: Acting, order_id: int, parts: Sequence[Returned]) -> list[Returned]:
    """Mark the pieces, each line's as a line of their own; out come the parts of those lines."""
    pieces: dict[int, int] = {}
    for part in parts:
        pieces[part.line.id] = pieces.get(part.line.id, 0) + part.quantity
    lines = {part.line.id: part.line for part in parts}
    marked: dict[int, OrderLineView] = {}
    for line_id, quantity in sorted(pieces.items()):
        line = lines[line_id]
        apart_id = line_id
        if quantity < line.quantity:
            apart_id = await split_off(acting.session, order_id, line, quantity)
        marked[line_id] = msgspec.structs.replace(line, id=apart_id, quantity=quantity)
    await acting.session.execute(
        update(OrderLine)
        .where(OrderLine.id.in_([line.id for line in marked.values()]))
        .values(returned_at=acting.now)
    )
    return [Returned(marked[part.line.id], part.quantity, part.disposition) for part in parts]


async def write_return(
    acting: Acting, order_id: int, nth: int, refund: Refund, paid_by: int | None
) -> None:
    """Keep what was handed back and by whom, with the order too."""
    kept = {**msgspec.structs.asdict(refund), "paid_by": paid_by, "actor_id": acting.actor_id}
    acting.session.add(OrderReturn(order_id=order_id, nth=nth, at=acting.now, **kept))
    await acting.session.execute(
        update(Order).where(Order.id == order_id).values(refunded=Order.refunded + refund.refunded)
    )


async def move_goods(acting: Acting, order: OrderView, parts: Sequence[Returned]) -> None:
    """Let stock, making days and the families' figures follow what came back."""
    await move_stock(acting, order.id, parts)
    for (product_id, day), quantity in made_pieces(parts).items():
        await release(acting.session, product_id, day, quantity)
    lines = [msgspec.structs.replace(part.line, quantity=part.quantity) for part in parts]
    await count_returned(acting.session, Ordered(order.placed_at, order.bazaar_id), lines)


def sides_of(parts: Sequence[Returned], refund: Refund, paid_by: int | None) -> Mapping[str, Money]:
    """The sides of the reverse event: each family is debited for her goods in full."""
    sides = {
        cash_account(paid_by): -refund.refunded,
        CASH_DIFFERENCE: -refund.unpaid,
        ROUNDING: -refund.rounded,
        DELIVERY_FEES: refund.fee,
        extra_account(DISCOUNT): -refund.discount,
    }
    for part in parts:
        account = family_account(part.line.family_id)
        sides[account] = sides.get(account, NOTHING) + part.amount
    return sides
