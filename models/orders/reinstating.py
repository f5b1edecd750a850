"""Taking a cancelling back, for some minutes: the order takes everything again, if it is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import Ordered, count_sales
from models.accounting.ledger import Booking, book_all
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import (
    FactRow,
    LinesChanged,
    LineStruck,
    OrderCancelled,
    OrderPlaced,
    OrderReinstated,
)
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import AlreadyInspected, TooLateToUndo, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.carts import hold_cart
from models.orders.delivery_slots import WindowSlot, hold_place
from models.orders.holds import stocked_pieces
from models.orders.open_limits import check_reopened
from models.orders.queries import OrderLineView, OrderView, order_for_staff, order_of
from models.orders.returns import (
    OFF_THE_BOOKS,
    Disposition,
    ReturnedPieces,
    came_back,
    losses_of,
)
from models.orders.saved_plan import hold_plan
from models.orders.states import UNPACKED, OrderState
from models.orders.transitions import lock_order, move
from models.products.low_stock import note_low
from models.products.production import Promise, promise_all
from models.products.stock import Movement, Take, as_outgoing, take_off, write_down
from models.products.tables import Product

REOPENED = {
    OrderState.placed: OrderState.placed,
    OrderState.accepted: OrderState.accepted,
    OrderState.packed: OrderState.accepted,
    OrderState.out: OrderState.packed,
}
"""Where an order goes on by where it was cancelled: what was packed may be unpacked by now."""
STILL_THERE = (ReturnedPieces.disposition != Disposition.inspect) | (
    ReturnedPieces.decided_at.is_(None)
)


async def last_cancelling(session: AsyncSession, order_id: int) -> FactRow | None:
    """The fact of the order's last cancelling; None where it never was cancelled."""
    of_order = select(FactRow).where(FactRow.order_id == order_id).order_by(FactRow.id.desc())
    rows = await session.scalars(of_order)
    return next((row for row in rows if isinstance(row.fact, OrderCancelled)), None)


async def is_undoable(
    acting: Acting, order: OrderView, terms: ShopTerms, *, by_customer: bool
) -> bool:
    """Whether the order's cancelling, by its customer or by staff, can be taken back now."""
    if order.state != OrderState.cancelled or not in_time(order, acting, terms):
        return False
    row = await last_cancelling(acting.session, order.id)
    return cancelled_in(row, by_customer=by_customer) is not None


def in_time(order: OrderView, acting: Acting, terms: ShopTerms) -> bool:
    """Whether the order moved so short a time ago."""
    return acting.now <= order.moved_at + timedelta(minutes=terms.undo_minutes)


def cancelled_in(row: FactRow | None, *, by_customer: bool) -> OrderState | None:
    """The state that it was cancelled in; None unless it was cancelled by those."""
    fact = None if row is None else row.fact
    if not isinstance(fact, OrderCancelled) or fact.by_customer != by_customer or not fact.was:
        return None
    return OrderState(fact.was)


async def undo_own_cancelling(acting: Acting, order_id: int, terms: ShopTerms) -> None:
    """The customer takes the own cancelling back, within the limits of what one may have open.

    Refuses as `undo_cancelling` does, and AccountBlocked, TooMuchOpen.
    """
    await order_of(acting.session, acting.person_id, order_id)
    # It is held before the order's row: whoever orders at the same moment counts this one too.
    await hold_cart(acting.session, acting.person_id)
    await undo_cancelling(acting, order_id, terms, by_customer=True)


async def undo_cancelling(
    acting: Acting,
    order_id: int,
    terms: ShopTerms = DEFAULT_TERMS,
    *,
    by_customer: bool = False,
) -> None:
    """Let a cancelled order go on: it takes stock, making places and its window's place again.

    Refuses: NotFound, WrongState, TooLateToUndo (also where others cancelled it), AlreadyInspected
    when the desk has decided about its goods, OutOfStock, MakingFull, NoWindow. What it wrote until
    then is to be rolled back.
    """
    session = acting.session
    state = await lock_order(session, order_id)
    if state != OrderState.cancelled:
        raise WrongState(state)
    row = await last_cancelling(session, order_id)
    was = cancelled_in(row, by_customer=by_customer)
    order = await order_for_staff(session, order_id)
    if row is None or was is None or not in_time(order, acting, terms):
        raise TooLateToUndo
    waits = by_customer and await check_reopened(
        acting, order.person_id, order.pieces, order.total, terms
    )
    on_hold = order.on_hold or (waits and was is OrderState.placed)
    told = not await silence(acting, row.id)
    fact = OrderReinstated(order_id, was.value, by_customer, told, kept_quiet=row.quiet)
    await tell_after_all(acting, order_id)
    await move(acting, order_id, fact, to=REOPENED[was], reason="", on_hold=on_hold)
    # What was refused before, and struck, came back by itself and stays where it is.
    rows = await came_back(session, order_id, order.live_lines)
    borne = [undone_loss(row) for row in rows if row.borne]
    await take_out_again(acting, rows)
    shelved = await write_down_again(acting, order, rows)
    await session.flush()
    await take_again(acting, order, shelved, was, terms)
    if borne:
        await book_all(acting, [Booking(event, sides, order_id) for event, sides in borne])


async def silence(acting: Acting, fact_id: int) -> bool:
    """Whether nobody has heard of the fact yet: then nobody will."""
    silenced = await acting.session.execute(
        update(FactRow)
        .where(FactRow.id == fact_id, FactRow.announced_at.is_(None))
        .values(announced_at=acting.now)
        .returning(FactRow.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    return silenced.first() is not None


async def tell_after_all(acting: Acting, order_id: int) -> None:
    """Let the sale be told that was kept quiet since the order was over before it was told.

    And what was struck of it or changed: the makers are told of all that was ordered first.
    """
    of_order = select(FactRow).where(FactRow.order_id == order_id, FactRow.quiet)
    for row in await acting.session.scalars(of_order):
        row.quiet = False
        if isinstance(row.fact, OrderPlaced | LineStruck | LinesChanged):
            row.announced_at = None


def undone_loss(row: ReturnedPieces) -> tuple[str, Mapping[str, Money]]:
    """The event that takes back what the centre bore of the pieces."""
    ((event, sides),) = losses_of([row]).items()
    return f"{event}:undone", {account: -amount for account, amount in sides.items()}


async def take_out_again(acting: Acting, rows: Sequence[ReturnedPieces]) -> None:
    """Mark that what came back did not come back after all. Refuses: AlreadyInspected."""
    undone = await acting.session.execute(
        update(ReturnedPieces)
        .where(ReturnedPieces.id.in_([row.id for row in rows]), STILL_THERE)
        .values(undone_at=acting.now, decided_at=acting.now, borne=NOTHING)
        .returning(ReturnedPieces.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    if len(undone.all()) < len(rows):
        raise AlreadyInspected


async def write_down_again(
    acting: Acting, order: OrderView, rows: Iterable[ReturnedPieces]
) -> list[Take]:
    """Write down that the pieces leave the stock again; out come those that lie on the shelf.

    What was written off is found first. What was to be looked at never was on the shelf.
    """
    fates = {row.line_id: Disposition(row.disposition) for row in rows}
    by_fate: dict[Disposition, list[OrderLineView]] = {}
    for line in order.live_lines:
        by_fate.setdefault(fates.get(line.id, Disposition.shelf), []).append(line)
    shelved = stocked_pieces(tuple(by_fate.get(Disposition.shelf, ())))
    await write_down(acting, as_outgoing(shelved), Movement.sold, order.id)
    for fate, why in OFF_THE_BOOKS.items():
        lost = stocked_pieces(tuple(by_fate.get(fate, ())))
        await write_down(acting, lost, why, order.id)
        await write_down(acting, as_outgoing(lost), Movement.sold, order.id)
    return shelved


async def take_again(
    acting: Acting, order: OrderView, shelved: Sequence[Take], was: OrderState, terms: ShopTerms
) -> None:
    """Take what others want too, in the order of `models.orders.holds`."""
    session = acting.session
    plan = await hold_plan(session, terms)
    promises = await promises_again(session, order, limited=was in UNPACKED)
    places = plan.window_on(order.day, order.window, order.target).places
    left = await take_off(session, as_outgoing(shelved))
    await note_low(acting, left, list(left), terms.low_stock)
    for day, promised in sorted(promises.items()):
        await promise_all(session, day, promised)
    await count_sales(session, Ordered(order.placed_at, order.bazaar_id), order.live_lines)
    await hold_place(session, WindowSlot(order.day, order.window), places, order.target)


async def promises_again(
    session: AsyncSession, order: OrderView, *, limited: bool
) -> dict[date, list[Promise]]:
    """The promises of what is made to order by day; what is made already has room on any day."""
    made = [line for line in order.live_lines if line.making_day is not None]
    chosen = select(Product.id, Product.daily_most)
    chosen = chosen.where(Product.id.in_([line.product_id for line in made]))
    most = {row.id: row.daily_most for row in await session.execute(chosen)} if made else {}
    wanted: dict[date, dict[int, Promise]] = {}
    for line in made:
        of_day = wanted.setdefault(line.making_day or order.day, {})
        held = of_day.get(line.product_id, Promise(line.product_id, line.option_id, 0, 0))
        limit = most[line.product_id] if limited else 0
        quantity = held.quantity + line.quantity
        of_day[line.product_id] = held._replace(quantity=quantity, daily_most=limit)
    return {day: list(of_day.values()) for day, of_day in wanted.items()}
