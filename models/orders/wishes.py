"""Wishes for the maker: what a customer asks of a thing in the cart, where staff allow it.

A wish belongs to its line. Another one of the same option with another wish is another line.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.prepared import prepared
from models.kernel.refusals import NotFound, WishNotTaken
from models.kernel.rows import RowReader
from models.kernel.shop_terms import ShopTerms
from models.orders.carts import hold_cart, lines, options, products, put_in_cart
from models.orders.option_now import pieces_by_line


class WishLine(msgspec.Struct, frozen=True):
    """A line of a cart as far as its wish goes; `most` letters, 0 where none is taken."""

    product_id: int
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    quantity: int
    wish: str
    most: int
    example_ar: str
    example_en: str


WISH_ROW = RowReader(
    WishLine,
    product_id=products.c.id,
    name_ar=products.c.name_ar,
    name_en=products.c.name_en,
    label_ar=options.c.label_ar,
    label_en=options.c.label_en,
    quantity=lines.c.quantity,
    wish=lines.c.wish,
    most=products.c.wish_most,
    example_ar=products.c.wish_example_ar,
    example_en=products.c.wish_example_en,
)
WISH_OF = prepared(
    select(*WISH_ROW.columns)
    .join_from(lines, options, options.c.id == lines.c.option_id)
    .join(products, products.c.id == options.c.product_id)
    .where(
        lines.c.person_id == bindparam("person_id"),
        lines.c.option_id == bindparam("option_id"),
        lines.c.line == bindparam("line"),
    )
)


async def wish_line(session: AsyncSession, person_id: int, option_id: int, line: int) -> WishLine:
    """That line of the person's cart. Refuses: NotFound, WishNotTaken where no wish is taken."""
    named = {"person_id": person_id, "option_id": option_id, "line": line}
    row = (await session.execute(WISH_OF, named)).first()
    if row is None:
        raise NotFound("line")
    found = WISH_ROW.read(row)
    if not found.most:
        raise WishNotTaken(0)
    return found


async def set_wish(acting: Acting, option_id: int, line: int, wish: str) -> None:
    """Keep the wish with that line of the person's cart; empty takes it away.

    Refuses: NotFound, WishNotTaken (none is taken, or it is longer than staff allow).
    """
    session, person_id = acting.session, acting.person_id
    await hold_cart(session, person_id)
    found = await wish_line(session, person_id, option_id, line)
    if len(wish) > found.most:
        raise WishNotTaken(found.most)
    await session.execute(
        update(lines)
        .where(lines.c.person_id == person_id, lines.c.option_id == option_id, lines.c.line == line)
        .values(wish=wish)
    )


async def add_line(acting: Acting, option_id: int, terms: ShopTerms) -> int:
    """One more piece of the option, in a line of its own for another wish; its number.

    Refuses: OutOfStock, TooMany, MoreThanADay, NotOnSale, NotFound.
    """
    await hold_cart(acting.session, acting.person_id)
    held = await pieces_by_line(acting.session, acting.person_id, option_id)
    number = max(held, default=-1) + 1
    await put_in_cart(acting, option_id, 1, terms, number)
    return number
