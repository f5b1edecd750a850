"""Ordering again: what an order held comes into the cart once more."""

from __future__ import annotations

from collections import Counter

import msgspec

from models.kernel.acting import Acting
from models.kernel.refusals import MoreThanADay, NotOnSale, OutOfStock, TooMany
from models.kernel.shop_terms import ShopTerms
from models.orders.carts import cart_quantities, hold_cart, set_quantity
from models.orders.queries import OrderLineView, order_of


class Again(msgspec.Struct, frozen=True):
    """How many of the order's lines the cart holds now, and which of them are missing.

    `fewer` are those of which it holds fewer than were ordered.
    """

    added: int
    missing: tuple[OrderLineView, ...] = ()
    fewer: tuple[OrderLineView, ...] = ()


async def order_again(acting: Acting, order_id: int, terms: ShopTerms) -> Again:
    """Bring the cart up to what the person's order held, as far as it can be had today.

    Done twice, it has no second effect. Refuses: NotFound.
    """
    session = acting.session
    order = await order_of(session, acting.person_id, order_id)
    await hold_cart(session, acting.person_id)
    held = await cart_quantities(session, acting.person_id)
    # Of a thing that was partly missing there are two lines.
    ordered: Counter[int] = Counter()
    lines = {}
    for line in order.lines:
        ordered[line.option_id] += line.quantity
        lines[line.option_id] = line
    missing, fewer = [], []
    for option_id, quantity in ordered.items():
        before = held.get(option_id, 0)
        wanted = max(quantity, before)
        kept = await as_many_as_there_are(acting, option_id, wanted, terms)
        if not (kept or before):
            missing.append(lines[option_id])
        elif (kept or before) < quantity:
            fewer.append(lines[option_id])
    return Again(len(ordered) - len(missing), tuple(missing), tuple(fewer))


async def as_many_as_there_are(
    acting: Acting, option_id: int, wanted: int, terms: ShopTerms
) -> int:
    """Let the cart hold so many, or the fewer that can be had; 0 when it is left as it was."""
    while wanted > 0:
        try:
            return await set_quantity(acting, option_id, wanted, terms)
        except OutOfStock as short:
            wanted = short.left
        except TooMany as over:
            wanted = over.most
        except MoreThanADay as over:
            wanted = over.room
        except NotOnSale:
            break
    return 0
