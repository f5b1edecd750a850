"""An option at the moment at which a cart is to hold more of it, and the lines that hold it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import table_of
from models.kernel.money import Money
from models.kernel.prepared import prepared
from models.kernel.refusals import NotFound, NotOnSale, OutOfStock, TooMany
from models.kernel.rows import RowReader
from models.kernel.shop_terms import ShopTerms
from models.orders.cart_lines import CartLine
from models.products.tables import Option, Product


class OptionNow(msgspec.Struct, frozen=True):
    """What there is to know of an option before a cart holds more of it."""

    id: int
    product_id: int
    price: Money
    on_hand: int
    withdrawn: bool
    hidden: bool
    made_to_order: bool
    daily_most: int
    wish_most: int


options = table_of(Option)
products = table_of(Product)
OPTION_NOW = RowReader(
    OptionNow,
    id=options.c.id,
    product_id=options.c.product_id,
    price=options.c.price,
    on_hand=options.c.on_hand,
    withdrawn=options.c.withdrawn,
    hidden=products.c.hidden,
    made_to_order=products.c.made_to_order,
    daily_most=products.c.daily_most,
    wish_most=products.c.wish_most,
)
READ_OPTION = prepared(
    select(*OPTION_NOW.columns)
    .join_from(options, products, products.c.id == options.c.product_id)
    .where(options.c.id == bindparam("option_id"))
    # Nobody deletes it before the cart names it.
    .with_for_update(read=True, key_share=True, of=options)
)


async def option_for(
    session: AsyncSession, option_id: int, quantity: int, held: int, terms: ShopTerms
) -> OptionNow:
    """The option, when so many of it can be had or fewer than are held are wanted."""
    found = (await session.execute(READ_OPTION, {"option_id": option_id})).first()
    if found is None:
        raise NotFound("option")
    option = OPTION_NOW.read(found)
    if quantity > held:
        if option.withdrawn or option.hidden:
            raise NotOnSale(option_id)
        most = terms.most_of_one
        if not option.made_to_order and option.on_hand < min(quantity, most):
            raise OutOfStock(option_id, option.on_hand)
        if quantity > most:
            raise TooMany(most)
    return option


lines = table_of(CartLine)
LINES_OF = prepared(
    select(lines.c.line, lines.c.quantity)
    .where(lines.c.person_id == bindparam("person_id"), lines.c.option_id == bindparam("option_id"))
    .order_by(lines.c.line)
)


async def pieces_by_line(session: AsyncSession, person_id: int, option_id: int) -> dict[int, int]:
    """How many pieces each line of the person's cart holds of the option, by the line's number."""
    rows = await session.execute(LINES_OF, {"person_id": person_id, "option_id": option_id})
    return {row[0]: row[1] for row in rows}


def spread(held: Mapping[int, int], pieces: int) -> dict[int, int]:
    """The lines that change, with their new pieces, so that all of them hold so many.

    More go to the first line; fewer come off the last ones.
    """
    more = pieces - sum(held.values())
    if more >= 0:
        first = min(held, default=0)
        return {first: held.get(first, 0) + more}
    changed = {}
    for line in sorted(held, reverse=True):
        if more < 0:
            changed[line] = max(0, held[line] + more)
            more += held[line] - changed[line]
    return changed
