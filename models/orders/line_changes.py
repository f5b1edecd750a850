"""What goes out of an order and what comes in: lines, stock, making places, families' figures."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import Ordered, count_changed
from models.kernel.acting import Acting
from models.orders.carts import CartItem
from models.orders.change_preview import Preview
from models.orders.checkout import ADD_LINES, line_values
from models.orders.held_things import hold_things
from models.orders.queries import OrderLineView, OrderView
from models.orders.returns import Disposition, Returned, ReturnedPieces, keep_returned
from models.orders.shortages import Struck, take_out
from models.orders.states import UNPACKED
from models.orders.tables import OrderLine
from models.products.production import Promise, promise_all, release
from models.products.stock import Movement, Take, exchange, tell_what_is_left, write_down

CHANGED = "changed"
"""The reason by which a struck line tells that it was taken out by a change of the order."""


class Written(msgspec.Struct, frozen=True):
    """What was written of a change of lines: the pieces that went out, each a line of its own.

    So many pieces came into each of the lines that are named; `kept` are those that came back out
    of a packed order.
    """

    out: tuple[OrderLineView, ...]
    came_in: tuple[tuple[int, int], ...]
    kept: tuple[ReturnedPieces, ...] = ()


async def write_lines(acting: Acting, shown: Preview, *, borne: bool) -> Written:
    """Write the lines and what moves on paper, of an order whose row is held.

    With `borne` the centre pays for what was made already and cannot be sold again. Refuses:
    PricesChanged where something that comes in is another family's since it was shown.
    """
    order = shown.order
    await hold_things(acting.session, shown.items)
    out = [await struck_apart(acting, order, line) for line in shown.out]
    came_in = [await add_item(acting.session, shown, item) for item in shown.items]
    moved = stock_of(shown)
    for why, parts in (
        (Movement.sold, [part for part in moved if part.quantity < 0]),
        (Movement.returned, [part for part in moved if part.quantity > 0]),
    ):
        await write_down(acting, parts, why, order.id)
    back = [] if order.state in UNPACKED else [came_back(line) for line in out]
    kept = await keep_returned(acting, order.id, back, borne=borne)
    return Written(tuple(out), tuple(came_in), tuple(kept))


async def struck_apart(acting: Acting, order: OrderView, part: OrderLineView) -> OrderLineView:
    """Take the pieces out as a line of their own; out comes that line."""
    (line,) = [line for line in order.live_lines if line.id == part.id]
    struck = Struck(CHANGED, acting.now)
    struck_id = await take_out(acting.session, order.id, line, part.quantity, struck)
    return msgspec.structs.replace(part, id=struck_id)


async def add_item(session: AsyncSession, shown: Preview, item: CartItem) -> tuple[int, int]:
    """Let the order hold those pieces too, in a line of the same kind where it has one.

    Out come the line's id, and how many pieces came into it.
    """
    day = shown.order.day
    same = [line for line in shown.left if is_same(line, item, day)]
    if same:
        await session.execute(
            update(OrderLine)
            .where(OrderLine.id == same[0].id)
            .values(quantity=OrderLine.quantity + item.quantity)
        )
        return same[0].id, item.quantity
    added = await session.execute(ADD_LINES, [line_values(item, shown.order.id, day)])
    return added.scalar_one(), item.quantity


def is_same(line: OrderLineView, item: CartItem, day: date) -> bool:
    """Whether the pieces differ in nothing from those that the line has already."""
    making_day = day if item.made_to_order else None
    held = (line.option_id, line.price, line.wish, line.making_day)
    return held == (item.option_id, item.price, item.wish, making_day)


def came_back(line: OrderLineView) -> Returned:
    """What becomes of a packed thing that is taken out: what was made for it nobody else buys."""
    made = line.making_day is not None
    fate = Disposition.unsellable if made else Disposition.shelf
    return Returned(line, line.quantity, fate)


def stock_of(shown: Preview) -> list[Take]:
    """How many pieces of each option leave the shelf (negative) or come back to it, in all."""
    by: dict[int, int] = {}
    for line in shown.out:
        if line.making_day is None:
            by[line.option_id] = by.get(line.option_id, 0) + line.quantity
    for item in shown.items:
        if not item.made_to_order:
            by[item.option_id] = by.get(item.option_id, 0) - item.quantity
    return [Take(option_id, change) for option_id, change in sorted(by.items()) if change]


async def move_goods(acting: Acting, shown: Preview, low_stock: int) -> None:
    """Move what others want too, in the order of `models.orders.holds`; the last of the change.

    All else is written already. Refuses: OutOfStock, MakingFull.
    """
    session, order = acting.session, shown.order
    left = await exchange(session, stock_of(shown))
    await tell_what_is_left(acting, left, low_stock)
    for (product_id, day), change in sorted(making_of(shown).items()):
        if change > 0:
            await promise_all(session, day, [promise_of(shown, product_id, change)])
        elif change:
            await release(session, product_id, day, -change)
    when = Ordered(order.placed_at, order.bazaar_id)
    await count_changed(session, when, shown.out, shown.items)


def making_of(shown: Preview) -> dict[tuple[int, date], int]:
    """How many pieces more, or fewer, are to be made of each product for a day."""
    by: dict[tuple[int, date], int] = {}
    for line in shown.out:
        if line.making_day is not None:
            key = (line.product_id, line.making_day)
            by[key] = by.get(key, 0) - line.quantity
    for item in shown.items:
        if item.made_to_order:
            key = (item.product_id, shown.order.day)
            by[key] = by.get(key, 0) + item.quantity
    return by


def promise_of(shown: Preview, product_id: int, pieces: int) -> Promise:
    """The promise of so many pieces more of the product."""
    item = next(item for item in shown.items if item.product_id == product_id)
    return Promise(product_id, item.option_id, pieces, item.daily_most)
