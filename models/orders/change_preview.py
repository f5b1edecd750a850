"""What an order would be after a change: what goes out, what comes in, what it costs then.

It is made by whoever shows it and by whoever does it, so that the amount shown is the amount done.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.money import NOTHING, Money
from models.kernel.refusals import LastLine, NotFound
from models.orders.carts import CartItem
from models.orders.change_kinds import Change, NewLines, Off, Place
from models.orders.delivery_plan import DeliveryPlan, Target
from models.orders.items_now import items_now
from models.orders.pricing import Amounts, Priced, amounts_changed, amounts_of
from models.orders.queries import OrderLineView, OrderView


class Preview(msgspec.Struct, frozen=True):
    """An order as it would be: the pieces of its lines that go out and that stay, what comes in.

    `agreed` (8 hex digits) stands for all that was shown: the order as it is, the change, today's
    prices and the amounts.
    """

    order: OrderView
    out: tuple[OrderLineView, ...]
    left: tuple[OrderLineView, ...]
    items: tuple[CartItem, ...]
    amounts: Amounts
    agreed: str

    @property
    def dearer(self) -> Money:
        """How much more is to be paid, at least nothing."""
        return max(NOTHING, self.amounts.total - self.order.total)

    @property
    def more_pieces(self) -> int:
        """How many more pieces the order would hold, at least 0."""
        came, went = self.items, self.out
        return max(0, sum(i.quantity for i in came) - sum(line.quantity for line in went))


async def preview(
    session: AsyncSession, order: OrderView, change: Change, plan: DeliveryPlan
) -> Preview:
    """What the order would be. Refuses: NotFound (it does not hold that), LastLine."""
    lines = change if isinstance(change, NewLines) else NewLines()
    out, left = without(order, lines.off)
    items = await items_now(session, lines.more)
    if not left and not items:
        raise LastLine
    amounts = amounts_with(order, (*left, *items), plan, target_after(order, change))
    return Preview(order, out, left, items, amounts, fingerprint(order, change, items, amounts))


def without(
    order: OrderView, off: Iterable[Off]
) -> tuple[tuple[OrderLineView, ...], tuple[OrderLineView, ...]]:
    """The pieces that go out, and those that stay. Refuses: NotFound."""
    wanted: dict[int, int] = {}
    for part in off:
        wanted[part.line_id] = wanted.get(part.line_id, 0) + part.pieces
    live = {line.id: line.quantity for line in order.live_lines}
    if any(not 0 < pieces <= live.get(line_id, 0) for line_id, pieces in wanted.items()):
        raise NotFound("line")
    out, left = [], []
    for line in order.live_lines:
        pieces = wanted.get(line.id, 0)
        if pieces:
            out.append(msgspec.structs.replace(line, quantity=pieces))
        if pieces < line.quantity:
            left.append(msgspec.structs.replace(line, quantity=line.quantity - pieces))
    return tuple(out), tuple(left)


def target_after(order: OrderView, change: Change) -> Target:
    """Where the order goes to after the change, as far as the plan tells it apart."""
    if isinstance(change, Place) and change.emirate:
        return Target(change.emirate, change.zone)
    return order.target


def amounts_with(
    order: OrderView, lines: Iterable[Priced], plan: DeliveryPlan, to: Target
) -> Amounts:
    """What the order costs with those lines, brought there; its fee by the plan of now."""
    was = amounts_of(order.live_lines, plan, order.target)
    return amounts_changed(order.amounts, was, amounts_of(lines, plan, to))


def fingerprint(
    order: OrderView, change: Change, items: Iterable[CartItem], amounts: Amounts
) -> str:
    """Eight hex digits over all that was shown of a change."""
    held = [[line.id, line.quantity, line.price.fils] for line in order.live_lines]
    prices = [[item.option_id, item.family_id, item.price.fils] for item in items]
    place = [order.target, order.area, order.address, order.latitude, order.longitude]
    text = msgspec.json.encode([order.id, held, place, change, prices, amounts])
    return hashlib.sha256(text).hexdigest()[:8]
