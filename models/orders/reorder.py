"""Ordering again: what an order held comes into the cart once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.refusals import MoreThanADay, NotOnSale, OutOfStock, TooMany
from models.kernel.shop_terms import ShopTerms
from models.orders.carts import CartItem, hold_cart, read_cart, set_quantity
from models.orders.option_now import pieces_by_line
from models.orders.queries import OrderLineView, order_of
from models.orders.wishes import set_wish
from models.products.tables import Option, Product


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
    cart = await read_cart(session, acting.person_id)
    held = {(item.option_id, item.wish): item for item in cart.items}
    wishes = await options_with_wishes(session, [line.option_id for line in order.lines])
    # Of a thing that was partly missing there are two lines.
    ordered: Counter[tuple[int, str]] = Counter()
    lines = {}
    for line in order.lines:
        asked = (line.option_id, line.wish if line.option_id in wishes else "")
        ordered[asked] += line.quantity
        lines[asked] = line
    missing, fewer = [], []
    for asked, quantity in ordered.items():
        item = held.get(asked)
        before = item.quantity if item else 0
        kept = await bring_up(acting, asked, item, max(quantity, before), terms)
        if not (kept or before):
            missing.append(lines[asked])
        elif (kept or before) < quantity:
            fewer.append(lines[asked])
    return Again(len(ordered) - len(missing), tuple(missing), tuple(fewer))


async def options_with_wishes(session: AsyncSession, option_ids: Sequence[int]) -> set[int]:
    """Those of the options whose makers take wishes."""
    takes = select(Option.id).join(Product, Product.id == Option.product_id)
    return set(await session.scalars(takes.where(Option.id.in_(option_ids), Product.wish_most > 0)))


async def bring_up(
    acting: Acting, asked: tuple[int, str], item: CartItem | None, wanted: int, terms: ShopTerms
) -> int:
    """Let the cart hold so many of the option with that wish, as far as they can be had."""
    (option_id, wish), session = asked, acting.session
    held = await pieces_by_line(session, acting.person_id, option_id)
    line = item.line if item else max(held, default=-1) + 1
    beside = sum(held.values()) - held.get(line, 0)
    kept = await as_many_as_there_are(acting, option_id, wanted, terms, line, beside)
    if kept and wish and item is None:
        await set_wish(acting, option_id, line, wish)
    return kept


async def as_many_as_there_are(
    acting: Acting, option_id: int, wanted: int, terms: ShopTerms, line: int, beside: int
) -> int:
    """Let the line hold so many, or the fewer that can be had; 0 when it is left as it was.

    `beside` is what other lines hold of the option.
    """
    while wanted > 0:
        try:
            return await set_quantity(acting, option_id, wanted, terms, line)
        except OutOfStock as short:
            wanted = short.left - beside
        except TooMany as over:
            wanted = over.most - beside
        except MoreThanADay as over:
            wanted = over.room - beside
        except NotOnSale:
            break
    return 0
