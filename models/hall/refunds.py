"""What comes back of a sale in the hall, line by line, and the money that is handed back for it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.refusals import ReturnedAlready
from models.hall.sale_tables import HallReturn, HallReturnLine, HallSale, HallSaleLine
from models.kernel.money import NOTHING, Money, plain, total
from models.kernel.refusals import NotFound
from models.kernel.shop_terms import ShopTerms


class ComesBack(msgspec.Struct, frozen=True, order=True):
    """So many pieces of a line of a sale come back: to the shelf, or to be written off."""

    line_id: int
    quantity: int
    to_shelf: bool = True


class BackPart(msgspec.Struct, frozen=True):
    """A part of a line that comes back, with what it came to (fils)."""

    line_id: int
    option_id: int
    family_id: int
    quantity: int
    to_shelf: bool
    amount: Money
    discount: Money
    borne: Money

    @property
    def paid(self) -> Money:
        """What was paid for it."""
        return self.amount - self.discount


class Refund(msgspec.Struct, frozen=True):
    """What is handed back, in cash and on the card; `rounded` is what coins cannot pay back."""

    cash: Money
    card: Money
    rounded: Money

    @property
    def paid(self) -> Money:
        """What was paid for what comes back."""
        return self.cash + self.card + self.rounded


async def back_already(session: AsyncSession, sale_id: int) -> dict[int, tuple[int, Money]]:
    """How many pieces of each line of the sale came back, and what was let off them no more."""
    rows = await session.execute(
        select(
            HallReturnLine.line_id,
            func.sum(HallReturnLine.quantity),
            func.sum(plain(HallReturnLine.discount)),
        )
        .join(HallReturn, HallReturn.id == HallReturnLine.return_id)
        .where(HallReturn.sale_id == sale_id)
        .group_by(HallReturnLine.line_id)
    )
    return {row[0]: (int(row[1]), Money(int(row[2]))) for row in rows}


async def parts_of(
    session: AsyncSession, sale: HallSale, coming: Sequence[ComesBack], terms: ShopTerms
) -> list[BackPart]:
    """What comes back, line by line. Refuses: NotFound, ReturnedAlready."""
    rows = await session.scalars(select(HallSaleLine).where(HallSaleLine.sale_id == sale.id))
    lines = {line.id: line for line in rows}
    back = await back_already(session, sale.id)
    parts = []
    for comes in sorted(coming):
        line = lines.get(comes.line_id)
        if line is None:
            raise NotFound("line")
        parts.append(part_of(line, comes, back.get(line.id, (0, NOTHING)), terms))
    return parts


def part_of(
    line: HallSaleLine, comes: ComesBack, back: tuple[int, Money], terms: ShopTerms
) -> BackPart:
    """A part of a line; the last pieces take all that is left of what was let off.

    Refuses: ReturnedAlready.
    """
    pieces, given_up = back
    left = line.quantity - pieces
    if comes.quantity > left:
        raise ReturnedAlready(left)
    let_off = line.discount - given_up
    share = let_off.fils * comes.quantity // left
    amount = line.price * comes.quantity
    lost = not comes.to_shelf and terms.centre_bears_losses
    return BackPart(
        line_id=line.id,
        option_id=line.option_id,
        family_id=line.family_id,
        quantity=comes.quantity,
        to_shelf=comes.to_shelf,
        amount=amount,
        discount=Money(share),
        borne=amount if lost else NOTHING,
    )


async def refund_of(
    session: AsyncSession,
    sale: HallSale,
    parts: Sequence[BackPart],
    terms: ShopTerms,
    *,
    to_card: bool,
) -> Refund:
    """What is handed back for these parts: what the card paid goes back to it, the rest in cash.

    Nothing goes to the card where `to_card` is not, and never more than was paid by it. What coins
    could not pay back before is in it: piece by piece as much goes back as at once.
    """
    paid = total(part.paid for part in parts)
    card = min(paid, await on_card_still(session, sale)) if to_card else NOTHING
    before = await back_in_cash(session, sale)
    cash = terms.in_cash(before + paid - card) - terms.in_cash(before)
    return Refund(cash, card, paid - card - cash)


async def back_in_cash(session: AsyncSession, sale: HallSale) -> Money:
    """What was paid for that of which the money went back in cash."""
    in_cash = func.sum(plain(HallReturn.cash) + plain(HallReturn.rounded))
    went_back = await session.scalar(select(in_cash).where(HallReturn.sale_id == sale.id))
    return Money(int(went_back or 0))


async def on_card_still(session: AsyncSession, sale: HallSale) -> Money:
    """What was paid by card and did not go back to it."""
    went_back = select(func.sum(plain(HallReturn.card))).where(HallReturn.sale_id == sale.id)
    return sale.card - Money(int(await session.scalar(went_back) or 0))


async def ways_back(
    session: AsyncSession, sale_id: int, coming: Sequence[ComesBack], terms: ShopTerms
) -> tuple[Refund, Refund | None]:
    """How the money for these pieces can go back: in cash alone, and to the card.

    None where the card paid nothing that it does not have back. Refuses: NotFound, ReturnedAlready.
    """
    sale = await session.get(HallSale, sale_id, populate_existing=True)
    if sale is None:
        raise NotFound("sale")
    parts = await parts_of(session, sale, coming, terms)
    in_cash = await refund_of(session, sale, parts, terms, to_card=False)
    by_card = await refund_of(session, sale, parts, terms, to_card=True)
    return in_cash, by_card if by_card.card else None
