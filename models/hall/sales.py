"""Selling in the hall: stock, money and receipt in one act, once for its token.

What is taken is taken in the order that orders take it in: the seller's till, the options by their
ids, the families' figures, the balances by their names.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import Ordered, count_sales
from models.accounting.ledger import (
    CARD,
    ROUNDING,
    book,
    extra_account,
    family_account,
    till_account,
)
from models.hall.refusals import MadeToOrder, SaleChanged, TooLittleGiven
from models.hall.sale_tables import HallSale, HallSaleLine
from models.hall.tills import HeldTill, hold_till, take_number
from models.kernel.acting import Acting
from models.kernel.base import table_of
from models.kernel.facts import HallSold, record
from models.kernel.money import NOTHING, Money, total
from models.kernel.prepared import prepared
from models.kernel.refusals import NotFound, OutOfStock, ReasonNeeded
from models.kernel.rows import RowReader
from models.kernel.shop_terms import ShopTerms
from models.orders.pricing import DISCOUNT
from models.products.low_stock import OnHand
from models.products.stock import (
    Movement,
    Take,
    as_outgoing,
    take_off,
    tell_what_is_left,
    write_down,
)
from models.products.tables import Option, Product


class Item(msgspec.Struct, frozen=True, order=True):
    """So many pieces of an option in the seller's basket; `let_off` fils of them all together."""

    option_id: int
    quantity: int
    let_off: Money = NOTHING


class Payment(msgspec.Struct, frozen=True):
    """How a sale is paid: so much by card, the rest in cash, of which `given` was handed over.

    `given` None: exactly what is due.
    """

    card: Money = NOTHING
    card_reference: str = ""
    given: Money | None = None


class NewSale(msgspec.Struct, frozen=True):
    """A basket that is sold; `shown` is the total that seller and customer saw (fils)."""

    token: str
    items: tuple[Item, ...]
    shown: Money
    payment: Payment = Payment()
    reason: str = ""

    def __post_init__(self) -> None:
        """ValueError for an empty basket, one thing twice, no pieces, or less than nothing."""
        ids = {item.option_id for item in self.items}
        odd = any(item.quantity <= 0 or item.let_off < NOTHING for item in self.items)
        if not self.items or len(ids) < len(self.items) or odd or self.payment.card < NOTHING:
            raise ValueError(f"nobody sells {self}")


class SoldItem(msgspec.Struct, frozen=True):
    """A line of a sale as it is kept."""

    option_id: int
    product_id: int
    family_id: int
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    price: Money
    quantity: int
    discount: Money

    @property
    def amount(self) -> Money:
        """What the family is credited with: the price on the shelf of all pieces."""
        return self.price * self.quantity


class Paid(msgspec.Struct, frozen=True):
    """What a sale came to and how it was paid; the columns of `HallSale` (fils)."""

    items: Money
    discount: Money
    total: Money
    cash: Money
    given: Money
    card: Money
    rounded: Money

    @property
    def change(self) -> Money:
        """What the customer gets back of the cash that she gave."""
        return self.given - self.cash


options, products = table_of(Option), table_of(Product)
sales = table_of(HallSale)
SOLD_BEFORE = prepared(select(sales.c.id).where(sales.c.token == bindparam("token")))
ADD_SALE = prepared(
    insert(sales)
    .values({each.name: bindparam(each.name) for each in sales.c if each.name != "id"})
    .returning(sales.c.id)
)
lines = table_of(HallSaleLine)
ADD_LINES = prepared(
    insert(lines).values({each.name: bindparam(each.name) for each in lines.c if each.name != "id"})
)


class OnShelf(msgspec.Struct, frozen=True):
    """An option as it lies on the shelf in the hall."""

    option_id: int
    product_id: int
    family_id: int
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    price: Money
    made_to_order: bool


ON_SHELF = RowReader(
    OnShelf,
    option_id=options.c.id,
    product_id=options.c.product_id,
    family_id=products.c.family_id,
    name_ar=products.c.name_ar,
    name_en=products.c.name_en,
    label_ar=options.c.label_ar,
    label_en=options.c.label_en,
    price=options.c.price,
    made_to_order=products.c.made_to_order,
)
READ_SHELF = prepared(
    select(*ON_SHELF.columns)
    .join_from(options, products, products.c.id == options.c.product_id)
    .where(options.c.id.in_(bindparam("ids", expanding=True)))
    .with_for_update(read=True, key_share=True, of=products)
)
"""What is read here stays whose it is until the sale is written."""


async def sell(acting: Acting, new: NewSale, terms: ShopTerms) -> int:
    """Make the sale; out comes its id, the same for the same token. All of it, or nothing.

    Whether the actor may let something off is the caller's to ask (Permission.let_off). Refuses:
    NoOpenTill, OutOfStock, MadeToOrder, NotFound, SaleChanged, TooLittleGiven, and ReasonNeeded
    where something is let off without a reason.
    """
    held = await hold_till(acting)
    found = (await acting.session.execute(SOLD_BEFORE, {"token": new.token})).first()
    if found is not None:
        return int(found[0])
    takes = as_outgoing(Take(item.option_id, item.quantity) for item in new.items)
    left, shelf = await take_from_shelf(acting.session, takes)
    sold = sold_items(new, shelf)
    paid = pay(new, sold, terms)
    sale_id = await keep_sale(acting, new, held, paid)
    await acting.session.execute(ADD_LINES, [line_row(sale_id, item) for item in sold])
    await write_down(acting, takes, Movement.sold, sale_id=sale_id)
    await tell_what_is_left(acting, left, terms.low_stock)
    record(acting, HallSold(sale_id, held.id, held.bazaar_id, paid.total))
    when = Ordered(acting.now, held.bazaar_id)
    await count_sales(acting.session, when, sold, on_its_way=False)
    await book(acting, f"sale:{sale_id}", sides(held.id, paid, sold))
    return sale_id


async def take_from_shelf(
    session: AsyncSession, takes: Sequence[Take]
) -> tuple[dict[int, OnHand], dict[int, OnShelf]]:
    """Take the pieces off the shelf; out comes what is left, and the options as they are then.

    What is not there at all, or only made to order, is said to be so and not to be sold out.
    Refuses: NotFound, MadeToOrder, OutOfStock.
    """
    ids = [take.option_id for take in takes]
    try:
        left = await take_off(session, takes)
    except OutOfStock:
        await on_shelf(session, ids)
        raise
    # Held by now: a price that changed before the pieces were taken is read as it is.
    return left, await on_shelf(session, ids)


async def on_shelf(session: AsyncSession, ids: Sequence[int]) -> dict[int, OnShelf]:
    """The options by their ids. Refuses: NotFound, MadeToOrder."""
    found = {row[0]: ON_SHELF.read(row) for row in await session.execute(READ_SHELF, {"ids": ids})}
    if len(found) < len(set(ids)):
        raise NotFound("option")
    for each in found.values():
        if each.made_to_order:
            raise MadeToOrder(each.option_id)
    return found


def sold_items(new: NewSale, shelf: Mapping[int, OnShelf]) -> list[SoldItem]:
    """The lines of the sale, in the order of the basket. Refuses: ReasonNeeded.

    ValueError where more is let off than a line comes to.
    """
    sold = []
    for item in new.items:
        on = msgspec.structs.asdict(shelf[item.option_id])
        del on["made_to_order"]
        line = SoldItem(quantity=item.quantity, discount=item.let_off, **on)
        if line.discount > line.amount:
            raise ValueError(f"{line.discount} are more than {line.amount}")
        sold.append(line)
    if any(line.discount for line in sold) and not new.reason:
        raise ReasonNeeded(total(line.amount for line in sold))
    return sold


def pay(new: NewSale, sold: Sequence[SoldItem], terms: ShopTerms) -> Paid:
    """What the sale comes to and how it is paid. Refuses: SaleChanged, TooLittleGiven.

    What coins cannot pay is the centre's. ValueError where more goes by card than is due.
    """
    items = total(line.amount for line in sold)
    discount = total(line.discount for line in sold)
    due = items - discount
    if due != new.shown:
        raise SaleChanged(due)
    card = new.payment.card
    if card > due:
        raise ValueError(f"{card} by card are more than {due}")
    cash = terms.in_cash(due - card)
    given = cash if new.payment.given is None else new.payment.given
    if given < cash:
        raise TooLittleGiven(cash)
    return Paid(items, discount, due, cash, given, card, due - card - cash)


async def keep_sale(acting: Acting, new: NewSale, held: HeldTill, paid: Paid) -> int:
    """Keep the sale under its till's next number; out comes its id."""
    row: dict[str, Any] = {
        "token": new.token,
        "claim": secrets.token_urlsafe(12),
        "till_id": held.id,
        "number": await take_number(acting.session, held),
        "bazaar_id": held.bazaar_id,
        "seller_id": acting.person_id,
        "at": acting.now,
        "discount_reason": new.reason if paid.discount else "",
        "card_reference": new.payment.card_reference if paid.card else "",
        "refunded": NOTHING,
        "void": False,
        "person_id": None,
        **msgspec.structs.asdict(paid),
    }
    return int((await acting.session.execute(ADD_SALE, row)).scalar_one())


def line_row(sale_id: int, item: SoldItem) -> dict[str, Any]:
    """A line as the table keeps it."""
    return {"sale_id": sale_id, **msgspec.structs.asdict(item)}


def sides(till_id: int, paid: Paid, sold: Sequence[SoldItem]) -> dict[str, Money]:
    """What is booked of a sale: each family in full, the cash, the card, and what was let off."""
    booked = {
        till_account(till_id): paid.cash,
        CARD: paid.card,
        ROUNDING: paid.rounded,
        extra_account(DISCOUNT): paid.discount,
    }
    for line in sold:
        account = family_account(line.family_id)
        booked[account] = booked.get(account, NOTHING) - line.amount
    return booked
