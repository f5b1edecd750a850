"""The basket that is sold: what lies in it, what is let off, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.ui.baskets import BasketState
from models.hall.refusals import MadeToOrder
from models.hall.sales import Item
from models.kernel.money import NOTHING, Money, total
from models.kernel.refusals import OutOfStock
from models.orders.carts import CartItem
from models.orders.change_kinds import More
from models.orders.items_now import items_now

CASH, CARD = "cash", "card"
WHOLE = -1
MOST_LINES = 20


class Selling(BasketState, frozen=True, kw_only=True, tag="selling.1"):
    """A basket that is being sold; `token` is of this one sale.

    `found` are options to choose from. It is paid by `way`: `by_card` of it through the terminal
    under `reference`, of the rest `given` was handed over (None: exactly what is due). `let_off_of`
    is the line that something is let off of (`WHOLE`: the basket), `off` how much, and `reason` why
    anything is. All amounts are in fils.
    """

    token: str
    found: tuple[int, ...] = ()
    way: str = ""
    by_card: Money = NOTHING
    reference: str = ""
    given: Money | None = None
    let_off_of: int = WHOLE
    off: Money = NOTHING
    reason: str = ""


class Line(msgspec.Struct, frozen=True):
    """A line of the basket with the thing as it is on the shelf now."""

    item: Item
    thing: CartItem

    @property
    def amount(self) -> Money:
        """What the pieces come to by the price on the shelf."""
        return self.thing.price * self.item.quantity

    @property
    def to_pay(self) -> Money:
        """What is to be paid for them."""
        return self.amount - self.let_off

    @property
    def let_off(self) -> Money:
        """What is let off them; never more than they come to."""
        return min(self.item.let_off, self.amount)


async def lines_of(session: AsyncSession, items: Sequence[Item]) -> list[Line]:
    """The lines of a basket as they stand now. Refuses: NotFound."""
    wanted = [More(item.option_id, item.quantity) for item in items]
    things = await items_now(session, wanted)
    return [Line(item, thing) for item, thing in zip(items, things, strict=True)]


def total_of(lines: Sequence[Line]) -> Money:
    """What the basket comes to."""
    return total(line.to_pay for line in lines)


UNPAID: dict[str, Any] = {"way": "", "by_card": NOTHING, "reference": "", "given": None}
"""What a changed basket forgets: how it was to be paid."""


async def with_one_more(session: AsyncSession, state: Selling, option_id: int) -> Selling:
    """The basket with one piece more of the option. Refuses: NotFound, MadeToOrder, OutOfStock."""
    held = {item.option_id: item.quantity for item in state.items}
    return await with_quantity(session, state, option_id, held.get(option_id, 0) + 1)


async def with_quantity(
    session: AsyncSession, state: Selling, option_id: int, quantity: int
) -> Selling:
    """The basket with so many pieces of the option (0 takes it out); nothing is let off them.

    Refuses: NotFound, MadeToOrder, OutOfStock.
    """
    if quantity > 0:
        (thing,) = await items_now(session, [More(option_id, quantity)])
        if thing.made_to_order:
            raise MadeToOrder(option_id)
        if quantity > (thing.left or 0):
            raise OutOfStock(option_id, thing.left or 0)
    items = []
    for item in state.items:
        same = item.option_id == option_id
        items.append(Item(option_id, quantity) if same else item)
    if all(item.option_id != option_id for item in items):
        items.append(Item(option_id, quantity))
    kept = tuple(item for item in items if item.quantity > 0)
    return msgspec.structs.replace(state, items=kept, found=(), **UNPAID)


def let_off(state: Selling, lines: Sequence[Line], reason: str) -> Selling:
    """The basket with `off` let off its line, or off all by what each line comes to."""
    chosen = range(len(lines)) if state.let_off_of == WHOLE else (state.let_off_of,)
    amount = total(lines[at].amount for at in chosen)
    items, rest = list(state.items), min(state.off, amount)
    for at in chosen:
        # Of what is left of both, so that no line is let off more than it comes to.
        share = Money(rest.fils * lines[at].amount.fils // amount.fils)
        rest, amount = rest - share, amount - lines[at].amount
        items[at] = msgspec.structs.replace(items[at], let_off=share)
    changed = {**UNPAID, "off": NOTHING, "reason": reason}
    return msgspec.structs.replace(state, items=tuple(items), **changed)
