"""What an order takes of what everybody wants: all at once, and all back when it is cancelled.

The one order of locks, whoever orders, cancels, strikes, refuses, moves or hands over:

1. who has telephoned, where staff order for them or the number is claimed; then the cart, of its
   person alone; under it, and the cart of whose the order is, open orders are counted, also by who
   takes an own cancelling back (`open_limits`)
2. the wrong codes of a person's day, for who tries a code (`models.orders.code_tries`)
3. the order; of several, by their ids; then the run that it is in, and after it the run's stops;
   after them the fact of its cancelling, and what is kept of the pieces that came back
4. the options by their ids, and after them their products; before one that is held whole, to be
   moved or deleted, the brands' names, and after it the index of the search
5. the making days by their products
6. the families' days by their families
7. the windows by their days and hours
8. a handing over of cash, and the differences of cash that wait to be settled
9. the balances by their accounts

A question to the centre is locked alone, after the conversation that every turn begins with: nobody
who holds one takes any of these, or another person's question but in the order of their ids.

The plan of deliveries is beside this order: who puts an order into it holds it together with all
others (`hold_plan`, before anything from 4 on), and who changes it takes nothing else.

So nobody waits in a circle. The more people want a row, the later it is taken: everybody who orders
for one evening wants its window. Whoever takes any from 4 on has written and computed all the rest
before, since the others wait until the commit.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import Ordered, count_sales
from models.kernel.acting import Acting
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.delivery_plan import ANYWHERE, Target
from models.orders.delivery_slots import WindowSlot, free_place, hold_place
from models.orders.queries import OrderLineView, OrderView
from models.orders.returns import Returned, take_back
from models.products.production import Promise, promise_all
from models.products.stock import Take, as_outgoing, take_off, tell_what_is_left


class Needs(msgspec.Struct, frozen=True):
    """What an order needs that others may take first; `places` is how many its window has.

    From `low_stock` pieces down an option runs low, where it has no limit of its own.
    """

    placed: Ordered
    lines: tuple[OrderLineView, ...]
    slot: WindowSlot
    places: int
    promises: tuple[Promise, ...] = ()
    to: Target = ANYWHERE
    low_stock: int = DEFAULT_TERMS.low_stock


async def take_needs(session: AsyncSession, needs: Needs) -> None:
    """Take all of it, as the last thing of the transaction, with nothing computed in between.

    The movements of stock are written down already. Refuses: OutOfStock, MakingFull, NoWindow.
    """
    left = await take_off(session, as_outgoing(stocked_pieces(needs.lines)))
    by_the_house = Acting(session, None, needs.placed.placed_at)
    await tell_what_is_left(by_the_house, left, needs.low_stock)
    await promise_all(session, needs.slot.day, needs.promises)
    await count_sales(session, needs.placed, needs.lines)
    await hold_place(session, needs.slot, needs.places, needs.to)


async def give_all_back(acting: Acting, order: OrderView, parts: Sequence[Returned]) -> None:
    """Give back what the order holds still, its place in the window too."""
    await take_back(acting, order, parts)
    await free_place(acting.session, WindowSlot(order.day, order.window), order.target)


def stocked_pieces(lines: tuple[OrderLineView, ...]) -> list[Take]:
    """The pieces of the lines that lie on the shelf, by option."""
    held: dict[int, int] = {}
    for line in lines:
        if line.making_day is None:
            held[line.option_id] = held.get(line.option_id, 0) + line.quantity
    return [Take(option_id, quantity) for option_id, quantity in sorted(held.items())]
