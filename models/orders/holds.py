"""What an order takes of what everybody wants: all at once, and all back when it is cancelled.

The one order of locks, whoever orders, cancels, strikes, moves or hands over:

1. the cart, of its person alone
2. the wrong codes of a person's day, for who tries a code (`models.orders.code_tries`)
3. the order
4. the options by their ids, and after them their products
5. the making days by their products
6. the families' days by their families
7. the windows by their days and hours
8. the balances by their accounts

So nobody waits in a circle. The more people want a row, the later it is taken: everybody who orders
for one evening wants its window. Whoever takes any from 4 on has written and computed all the rest
before, since the others wait until the commit.
"""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import Ordered, count_back, count_sales
from models.kernel.acting import Acting
from models.orders.delivery_slots import WindowSlot, free_place, hold_place
from models.orders.queries import OrderLineView, OrderView
from models.products.production import Promise, promise_all, release
from models.products.stock import Take, as_outgoing, give_back, take_off


class Needs(msgspec.Struct, frozen=True):
    """What an order needs that others may take first; `places` is how many its window has."""

    placed: Ordered
    lines: tuple[OrderLineView, ...]
    slot: WindowSlot
    places: int
    promises: tuple[Promise, ...] = ()


async def take_needs(session: AsyncSession, needs: Needs) -> None:
    """Take all of it, as the last thing of the transaction, with nothing computed in between.

    The movements of stock are written down already. Refuses: OutOfStock, MakingFull, NoWindow.
    """
    await take_off(session, as_outgoing(stocked_pieces(needs.lines)))
    await promise_all(session, needs.slot.day, needs.promises)
    await count_sales(session, needs.placed, needs.lines)
    await hold_place(session, needs.slot, needs.places)


async def give_all_back(acting: Acting, order: OrderView) -> None:
    """Give back what the order holds still."""
    session = acting.session
    live = order.live_lines
    await give_back(acting, stocked_pieces(live), order.id)
    for product_id, day, quantity in made_pieces(live):
        await release(session, product_id, day, quantity)
    await count_back(session, Ordered(order.placed_at, order.bazaar_id), live)
    await free_place(session, WindowSlot(order.day, order.window))


def stocked_pieces(lines: tuple[OrderLineView, ...]) -> list[Take]:
    """The pieces of the lines that lie on the shelf, by option."""
    held: dict[int, int] = {}
    for line in lines:
        if line.making_day is None:
            held[line.option_id] = held.get(line.option_id, 0) + line.quantity
    return [Take(option_id, quantity) for option_id, quantity in sorted(held.items())]


def made_pieces(lines: tuple[OrderLineView, ...]) -> list[tuple[int, date, int]]:
    """What of the lines is made to order: products by their ids, their day, how many."""
    held: dict[tuple[int, date], int] = {}
    for line in lines:
        if line.making_day is not None:
            key = (line.product_id, line.making_day)
            held[key] = held.get(key, 0) + line.quantity
    return [(*key, quantity) for key, quantity in sorted(held.items())]
