"""Carts: what a person means to order. They survive restarts and follow the person."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

import msgspec
from sqlalchemy import (
    bindparam,
    case,
    delete,
    func,
    literal,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.acting import Acting
from models.kernel.base import dialect_of, insert_for, table_of
from models.kernel.money import Money
from models.kernel.prepared import prepared
from models.kernel.refusals import MoreThanADay
from models.kernel.rows import RowReader
from models.kernel.shop_terms import ShopTerms
from models.orders.cart_lines import Cart, CartLine
from models.orders.option_now import OptionNow, option_for, pieces_by_line, spread
from models.products.production import Wanted
from models.products.tables import Option, Product

CartTrouble = Literal["", "price", "fewer", "sold-out", "gone"]
TOKEN_BYTES = 12  # 16 characters of A-Za-z0-9_-


class CartItem(msgspec.Struct, frozen=True):
    """A line of a cart as it stands now. `left` is None for what is made to order.

    What lines before it hold of the same option is taken off `left`. `wish_most` is how many
    letters a wish for its maker may have, 0 where none is taken; then `wish` is empty.
    """

    option_id: int
    product_id: int
    family_id: int
    package: str
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    brand_ar: str
    brand_en: str
    price: Money
    price_seen: Money
    quantity: int
    left: int | None
    made_to_order: bool
    lead_days: int
    daily_most: int
    on_sale: bool
    line: int = 0
    wish: str = ""
    wish_most: int = 0

    @property
    def amount(self) -> Money:
        """What the line comes to at today's price."""
        return self.price * self.quantity

    @property
    def to_be_had(self) -> int:
        """How many pieces of the line can be had now."""
        if not self.on_sale:
            return 0
        return self.quantity if self.left is None else min(self.quantity, self.left)

    @property
    def trouble(self) -> CartTrouble:
        """What stands against the line, or has changed since the person saw it."""
        if not self.on_sale:
            return "gone"
        if self.left is not None and self.left < self.quantity:
            return "fewer" if self.left else "sold-out"
        return "price" if self.repriced else ""

    @property
    def repriced(self) -> bool:
        """Whether the price is another one than the person last saw, however many are left."""
        return self.price != self.price_seen


class CartView(msgspec.Struct, frozen=True):
    """A cart as it stands now, the oldest line first."""

    items: tuple[CartItem, ...] = ()

    @property
    def to_be_had(self) -> tuple[CartItem, ...]:
        """What of it can be had now: lines with fewer pieces, or without those that are gone."""
        had = ((item, item.to_be_had) for item in self.items)
        return tuple(
            item if pieces == item.quantity else msgspec.structs.replace(item, quantity=pieces)
            for item, pieces in had
            if pieces
        )

    @property
    def count(self) -> int:
        """How many pieces the cart holds in all."""
        return sum(item.quantity for item in self.items)

    @property
    def lead_days(self) -> int:
        """The days that the slowest made-to-order line takes."""
        return max((item.lead_days for item in self.items if item.on_sale), default=0)

    def room(self, item: CartItem) -> int | None:
        """How many more of a made-to-order product one day can make, of all its options together.

        Below 0 the cart holds too many; None where there is no such limit.
        """
        if not item.made_to_order or not item.daily_most:
            return None
        held = (other.quantity for other in self.items if other.product_id == item.product_id)
        return item.daily_most - sum(held)

    @property
    def to_make(self) -> tuple[Wanted, ...]:
        """What of it is made to order up to so many a day, each product once."""
        limited = {item.product_id: item for item in self.items if self.room(item) is not None}
        return tuple(
            Wanted(product_id, item.daily_most - (self.room(item) or 0), item.daily_most)
            for product_id, item in limited.items()
        )

    @property
    def ready(self) -> bool:
        """Whether there is something, and all of it can be had as it stands."""
        return bool(self.items) and all(item.trouble in ("", "price") for item in self.items)


carts = table_of(Cart)
lines = table_of(CartLine)
options = table_of(Option)
products = table_of(Product)
families = table_of(Family)

OF_OPTION: dict[str, Any] = {
    "option_id": options.c.id,
    "product_id": products.c.id,
    "family_id": products.c.family_id,
    "package": products.c.package,
    "name_ar": products.c.name_ar,
    "name_en": products.c.name_en,
    "label_ar": options.c.label_ar,
    "label_en": options.c.label_en,
    "brand_ar": families.c.brand_ar,
    "brand_en": families.c.brand_en,
    "price": options.c.price,
    "left": case((products.c.made_to_order, None), else_=options.c.on_hand),
    "made_to_order": products.c.made_to_order,
    "lead_days": case((products.c.made_to_order, products.c.lead_days), else_=0),
    "daily_most": products.c.daily_most,
    "on_sale": not_(or_(products.c.hidden, options.c.withdrawn)),
    "wish_most": products.c.wish_most,
}
"""What an option, its product and its brand tell of a thing in a cart."""
ITEM_ROW = RowReader(
    CartItem,
    **OF_OPTION,
    price_seen=lines.c.price_seen,
    quantity=lines.c.quantity,
    line=lines.c.line,
    wish=case((products.c.wish_most > 0, lines.c.wish), else_=""),
)
CART = prepared(
    select(*ITEM_ROW.columns)
    .join_from(lines, options, options.c.id == lines.c.option_id)
    .join(products, products.c.id == options.c.product_id)
    .join(families, families.c.id == products.c.family_id)
    .where(lines.c.person_id == bindparam("person_id"))
    .order_by(lines.c.added_at, lines.c.option_id, lines.c.line)
)
SPEND = prepared(
    update(carts)
    .where(carts.c.person_id == bindparam("whose"), carts.c.token == bindparam("spent"))
    .values(token=bindparam("token"))
    .returning(carts.c.person_id)
)
DROP = prepared(delete(lines).where(lines.c.person_id == bindparam("whose")))
REMOVE = prepared(
    delete(lines).where(
        lines.c.person_id == bindparam("whose"),
        lines.c.option_id == bindparam("of_option"),
        lines.c.line == bindparam("of_line"),
    )
)
QUANTITIES = prepared(
    select(lines.c.option_id, func.sum(lines.c.quantity))
    .where(lines.c.person_id == bindparam("person_id"))
    .group_by(lines.c.option_id)
)


TOKEN = prepared(select(carts.c.token).where(carts.c.person_id == bindparam("person_id")))


@cache
def insert_cart_statement(dialect: str) -> Any:
    """The insert of a cart, with its token when there is none; out comes the token."""
    cart = insert_for(dialect, carts).values(
        person_id=bindparam("of_person"), token=bindparam("new_token")
    )
    return prepared(
        cart.on_conflict_do_update(
            index_elements=["person_id"], set_={"token": carts.c.token}
        ).returning(carts.c.token)
    )


@cache
def insert_line_statement(dialect: str) -> Any:
    """The insert of a line, or its new quantity where there is one."""
    line = insert_for(dialect, lines).values(
        person_id=bindparam("of_person"),
        option_id=bindparam("of_option"),
        line=bindparam("of_line"),
        quantity=bindparam("pieces"),
        price_seen=bindparam("price"),
        added_at=bindparam("now"),
        wish="",
    )
    return prepared(
        line.on_conflict_do_update(
            index_elements=["person_id", "option_id", "line"],
            set_={"quantity": line.excluded.quantity},
        )
    )


async def read_cart(session: AsyncSession, person_id: int) -> CartView:
    """The person's cart as it stands now."""
    rows: Iterable[Sequence[Any]] = await session.execute(CART, {"person_id": person_id})
    return CartView(tuple(share_out(map(ITEM_ROW.read, rows))))


async def cart_quantities(session: AsyncSession, person_id: int) -> dict[int, int]:
    """How many of each option (by its id) the person's cart holds."""
    rows = await session.execute(QUANTITIES, {"person_id": person_id})
    return {row[0]: row[1] for row in rows}


async def hold_cart(session: AsyncSession, person_id: int) -> str:
    """The person's checkout token; nobody else changes the cart until the transaction ends."""
    new = {"of_person": person_id, "new_token": secrets.token_urlsafe(TOKEN_BYTES)}
    held = await session.execute(insert_cart_statement(dialect_of(session)), new)
    token: str = held.scalar_one()
    return token


async def cart_token(session: AsyncSession, person_id: int) -> str:
    """The token of the person's cart, which is made with its first line; empty without one."""
    found: str | None = await session.scalar(TOKEN, {"person_id": person_id})
    return found or ""


async def checkout_token(session: AsyncSession, person_id: int) -> str:
    """The token (16 of A-Za-z0-9_-) that lets this cart become one order; made when missing."""
    return await hold_cart(session, person_id)


def share_out(items: Iterable[CartItem]) -> Iterable[CartItem]:
    """The lines, oldest first; what one of them holds of an option is not left for the next."""
    held: dict[int, int] = {}
    for item in items:
        before = held.get(item.option_id, 0)
        held[item.option_id] = before + item.quantity
        if before and item.left is not None:
            yield msgspec.structs.replace(item, left=max(0, item.left - before))
        else:
            yield item


async def set_quantity(
    acting: Acting, option_id: int, quantity: int, terms: ShopTerms, line: int | None = None
) -> int:
    """Let the cart hold so many pieces of the option (0 takes it out); out comes the quantity.

    It is that of one `line`, or of all its lines. Fewer than before is always granted. Refuses:
    OutOfStock, TooMany, MoreThanADay, NotOnSale, NotFound.
    """
    return (await put_in_cart(acting, option_id, quantity, terms, line)).kept


class Put(NamedTuple):
    """How many of an option a cart holds now, and how many it held before; in a line, or in all.

    `takes_wish`: there is something of it now, and its maker takes wishes.
    """

    kept: int
    before: int
    takes_wish: bool = False


async def put_in_cart(
    acting: Acting, option_id: int, quantity: int, terms: ShopTerms, line: int | None = None
) -> Put:
    """Let the cart hold so many pieces of the option, in that line or in all of its lines.

    Out comes that, and how many there were. What a refusal says of the option counts all lines.
    Refuses: OutOfStock, TooMany, MoreThanADay, NotOnSale, NotFound."""
    session, person_id = acting.session, acting.person_id
    await hold_cart(session, person_id)
    held = await pieces_by_line(session, person_id, option_id)
    pieces = max(0, quantity)
    changed = spread(held, pieces) if line is None else {line: pieces}
    before, after = sum(held.values()), sum({**held, **changed}.values())
    price, takes_wish = None, False
    if after:
        option = await option_for(session, option_id, after, before, terms)
        if after > before and option.made_to_order and option.daily_most:
            await check_a_days_making(session, person_id, option, after)
        price, takes_wish = option.price, option.wish_most > 0
    for number, kept in changed.items():
        named = {"of_person": person_id, "of_option": option_id, "of_line": number}
        if kept and price is not None:
            new = {**named, "pieces": kept, "price": price, "now": acting.now}
            await session.execute(insert_line_statement(dialect_of(session)), new)
        else:
            await remove(session, person_id, option_id, number)
    return Put(pieces, before if line is None else held.get(line, 0), takes_wish)


async def check_a_days_making(
    session: AsyncSession, person_id: int, option: OptionNow, quantity: int
) -> None:
    """Refuse (MoreThanADay) so many of the option, with what the cart holds of its others."""
    others = await session.scalar(
        select(func.coalesce(func.sum(CartLine.quantity), 0))
        .join(Option, Option.id == CartLine.option_id)
        .where(
            CartLine.person_id == person_id,
            CartLine.option_id != option.id,
            Option.product_id == option.product_id,
        )
    )
    room = max(0, option.daily_most - (others or 0))
    if quantity > room:
        raise MoreThanADay(option.id, option.daily_most, room)


async def remove(session: AsyncSession, person_id: int, option_id: int, line: int) -> None:
    """Take a line of the option out of the cart."""
    named = {"whose": person_id, "of_option": option_id, "of_line": line}
    await session.execute(REMOVE, named)


async def empty_cart(session: AsyncSession, person_id: int) -> None:
    """Take everything out of the cart."""
    await hold_cart(session, person_id)
    await drop_lines(session, person_id)


async def drop_lines(session: AsyncSession, person_id: int) -> None:
    """Take everything out of a cart that is held."""
    await session.execute(DROP, {"whose": person_id})


async def mark_seen(session: AsyncSession, person_id: int, items: Iterable[CartItem]) -> None:
    """The person has seen these lines of the cart: their prices are the ones that were seen."""
    prices = {
        item.option_id: literal(item.price, CartLine.price_seen.type)
        for item in items
        if item.repriced
    }
    if prices:
        await session.execute(
            update(CartLine)
            .where(CartLine.person_id == person_id, CartLine.option_id.in_(prices))
            .values(price_seen=case(prices, value=CartLine.option_id))
        )


async def spend_token(session: AsyncSession, person_id: int, token: str) -> bool:
    """Whether that is the cart's token; it is used up, and what comes next is another order.

    Nobody else changes the cart until the transaction ends. Who spends it at the same moment waits,
    and then finds another one.
    """
    new = secrets.token_urlsafe(TOKEN_BYTES)
    named = {"whose": person_id, "spent": token, "token": new}
    return (await session.execute(SPEND, named)).first() is not None
