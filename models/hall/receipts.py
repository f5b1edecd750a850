"""Sales as their receipts show them, and what came back of each; found by number, link or id."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, func, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import Bazaar
from models.families.families import Family
from models.hall.sale_tables import HallReturnLine, HallSale, HallSaleLine
from models.kernel.base import BY_ROW, table_of
from models.kernel.calendar import dubai_day
from models.kernel.money import Money, MoneyColumn, plain
from models.kernel.prepared import prepared
from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader


class ReceiptLine(msgspec.Struct, frozen=True):
    """What was sold, in the words and at the price of that moment (fils).

    `discount` is what was let off all of its pieces; `back` is how many of them came back since,
    and `discount_back` what of it is let off no more.
    """

    id: int
    option_id: int
    product_id: int
    family_id: int
    brand_ar: str
    brand_en: str
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    price: Money
    quantity: int
    discount: Money
    back: int
    discount_back: Money

    @property
    def amount(self) -> Money:
        """What the pieces come to by the price on the shelf."""
        return self.price * self.quantity

    @property
    def left(self) -> int:
        """How many pieces are with the customer still."""
        return self.quantity - self.back


class Receipt(msgspec.Struct, frozen=True):
    """A sale with its lines; amounts in fils as in `HallSale`, `at` in UTC.

    `claim` is the secret of the customer's link, `bazaar_ar` and `bazaar_en` where it was sold.
    """

    id: int
    claim: str
    till_id: int
    number: int
    bazaar_id: int
    bazaar_ar: str
    bazaar_en: str
    seller_id: int
    at: datetime
    items: Money
    discount: Money
    discount_reason: str
    total: Money
    cash: Money
    given: Money
    card: Money
    card_reference: str
    rounded: Money
    refunded: Money
    void: bool
    person_id: int | None
    lines: tuple[ReceiptLine, ...]

    @property
    def code(self) -> str:
        """Its number as it is read and typed: the till's, and its own there."""
        return receipt_code(self.till_id, self.number)

    @property
    def change(self) -> Money:
        """What the customer got back of the cash that she gave."""
        return self.given - self.cash


class BackLine(msgspec.Struct, frozen=True):
    """Pieces of a line that came back in one return: to the shelf, or written off (fils).

    `amount` is taken off what is due to the family, and `borne` of it is paid to her all the same.
    """

    line_id: int
    quantity: int
    to_shelf: bool
    amount: Money
    borne: Money


def receipt_code(till_id: int, number: int) -> str:
    """A receipt's number as it is read: 12-7 is the seventh one of till 12."""
    return f"{till_id}-{number}"


sales, lines = table_of(HallSale), table_of(HallSaleLine)
bazaars, families = table_of(Bazaar), table_of(Family)
back_lines = table_of(HallReturnLine)


def came_back(figure: Any) -> Any:
    """The sum of a figure of what came back of a line."""
    summed = select(func.coalesce(func.sum(figure), 0))
    return summed.where(back_lines.c.line_id == lines.c.id).scalar_subquery()


SALE_ROW = RowReader(
    Receipt,
    apart=("lines",),
    bazaar_ar=bazaars.c.name_ar,
    bazaar_en=bazaars.c.name_en,
    **{
        name: sales.c[name]
        for name in Receipt.__struct_fields__
        if name not in ("lines", "bazaar_ar", "bazaar_en")
    },
)
LINE_ROW = RowReader(
    ReceiptLine,
    apart=(),
    brand_ar=families.c.brand_ar,
    brand_en=families.c.brand_en,
    back=came_back(back_lines.c.quantity),
    discount_back=type_coerce(came_back(plain(back_lines.c.discount)), MoneyColumn),
    **{
        name: lines.c[name]
        for name in ReceiptLine.__struct_fields__
        if name not in ("brand_ar", "brand_en", "back", "discount_back")
    },
)
SALE = select(*SALE_ROW.columns).join_from(sales, bazaars, bazaars.c.id == sales.c.bazaar_id)
BY_ID = prepared(SALE.where(sales.c.id == bindparam("sale_id")))
BY_CODE = prepared(
    SALE.where(sales.c.till_id == bindparam("till_id"), sales.c.number == bindparam("number"))
)
BY_CLAIM = prepared(SALE.where(sales.c.claim == bindparam("claim")))
LINES = prepared(
    select(*LINE_ROW.columns)
    .join_from(lines, families, families.c.id == lines.c.family_id)
    .where(lines.c.sale_id == bindparam("sale_id"))
    .order_by(lines.c.id)
)
BY_TOKEN = prepared(
    select(sales.c.id).where(
        sales.c.token == bindparam("token"), sales.c.seller_id == bindparam("seller_id")
    )
)
SOLD_LAST = prepared(
    select(lines.c.option_id)
    .join_from(lines, sales, sales.c.id == lines.c.sale_id)
    .where(sales.c.seller_id == bindparam("seller_id"))
    .order_by(sales.c.id.desc(), lines.c.id.desc())
    .limit(bindparam("most"))
)


async def receipt(session: AsyncSession, sale_id: int) -> Receipt:
    """The receipt of that sale. Refuses: NotFound."""
    return await one_receipt(session, BY_ID, {"sale_id": sale_id})


async def receipt_by_code(session: AsyncSession, till_id: int, number: int) -> Receipt:
    """The receipt of that number of that till. Refuses: NotFound."""
    return await one_receipt(session, BY_CODE, {"till_id": till_id, "number": number})


async def receipt_by_claim(session: AsyncSession, claim: str) -> Receipt:
    """The receipt that the customer's link leads to. Refuses: NotFound."""
    return await one_receipt(session, BY_CLAIM, {"claim": claim})


async def sale_by_token(session: AsyncSession, token: str, seller_id: int) -> int | None:
    """The sale that this seller made with that token."""
    named = {"token": token, "seller_id": seller_id}
    sale_id: int | None = await session.scalar(BY_TOKEN, named)
    return sale_id


async def sold_last(session: AsyncSession, seller_id: int, most: int) -> list[int]:
    """The options that this seller sold last, each once, the newest first."""
    rows = await session.execute(SOLD_LAST, {"seller_id": seller_id, "most": most * 6})
    return list(dict.fromkeys(row[0] for row in rows))[:most]


async def had_sold_that_day(session: AsyncSession, sale: Receipt, family_id: int) -> bool:
    """Whether something of the family was sold in the hall earlier on the day (Dubai) of the sale.

    Of two sales at once each may be the first.
    """
    before = (
        select(HallSale.at)
        .join(HallSaleLine, HallSaleLine.sale_id == HallSale.id)
        .where(HallSaleLine.family_id == family_id, HallSaleLine.id < sale.lines[0].id)
        .order_by(HallSaleLine.id.desc())
        .limit(1)
    )
    at = await session.scalar(before)
    return at is not None and dubai_day(at) == dubai_day(sale.at)


async def one_receipt(session: AsyncSession, chosen: Any, named: dict[str, Any]) -> Receipt:
    """The receipt that the look-up finds, with its lines. Refuses: NotFound."""
    row = (await session.execute(chosen, named)).first()
    if row is None:
        raise NotFound("sale")
    bare = SALE_ROW.read(row, lines=())
    found = await session.execute(LINES, {"sale_id": bare.id})
    return msgspec.structs.replace(bare, lines=tuple(LINE_ROW.read(line) for line in found))


async def back_of(session: AsyncSession, return_id: int) -> list[BackLine]:
    """What came back in that return, in the order of the sale's lines."""
    rows = await session.execute(
        select(
            HallReturnLine.line_id,
            HallReturnLine.quantity,
            HallReturnLine.to_shelf,
            HallReturnLine.amount,
            HallReturnLine.borne,
        )
        .where(HallReturnLine.return_id == return_id)
        .order_by(HallReturnLine.line_id)
    )
    return [BackLine(*row) for row in rows]


async def take_receipt(session: AsyncSession, sale_id: int, person_id: int) -> bool:
    """Let the customer have the receipt in her chat; whether it is hers now.

    It is nobody else's then: the first one who opens the link has it.
    """
    free = HallSale.id == sale_id, HallSale.person_id.is_(None)
    await session.execute(
        update(HallSale)
        .where(*free)
        .values(person_id=person_id)
        .execution_options(synchronize_session=BY_ROW)
    )
    holder = await session.scalar(select(HallSale.person_id).where(HallSale.id == sale_id))
    return holder == person_id


async def receipt_codes(session: AsyncSession, sale_ids: Collection[int]) -> dict[int, str]:
    """The numbers of these sales as they are read, by their ids."""
    if not sale_ids:
        return {}
    rows: Sequence[Any] = (
        await session.execute(
            select(HallSale.id, HallSale.till_id, HallSale.number).where(
                HallSale.id.in_(sorted(sale_ids))
            )
        )
    ).all()
    return {row[0]: receipt_code(row[1], row[2]) for row in rows}
