"""What was sold in the hall comes back: a sale taken back within minutes, or goods returned later.

The sale's row is held first, so that no piece comes back twice; then all is taken in the order in
which a sale takes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import Ordered, count_returned
from models.accounting.ledger import (
    CARD,
    CENTRE_LOSSES,
    ROUNDING,
    book,
    extra_account,
    family_account,
    till_account,
)
from models.hall.refunds import BackPart, ComesBack, Refund, back_already, parts_of, refund_of
from models.hall.refusals import NotInTill, TooLateToVoid
from models.hall.sale_tables import HallReturn, HallReturnLine, HallSale, HallSaleLine
from models.hall.tills import HeldTill, cash_in, hold_till
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW, table_of
from models.kernel.facts import HallReturned, record
from models.kernel.money import NOTHING, Money, total
from models.kernel.refusals import NotFound, ReasonNeeded
from models.kernel.shop_terms import ShopTerms
from models.orders.pricing import DISCOUNT
from models.products.stock import Movement, Take, as_outgoing, put_back, write_down


class NewReturn(msgspec.Struct, frozen=True):
    """What comes back of a sale, and why; `to_card` where what was paid by card goes back to it.

    ValueError without lines, with one named twice, or with no pieces.
    """

    token: str
    sale_id: int
    lines: tuple[ComesBack, ...]
    reason: str
    to_card: bool = False

    def __post_init__(self) -> None:
        ids = {line.line_id for line in self.lines}
        if not ids or len(ids) < len(self.lines) or any(line.quantity <= 0 for line in self.lines):
            raise ValueError(f"nothing comes back by {self}")


async def take_back(acting: Acting, new: NewReturn, terms: ShopTerms) -> int:
    """Goods of a sale come back to the actor's open till; out comes the return's id, once a token.

    Whether the actor may is the caller's to ask (Permission.finance, or who sold it). Refuses:
    NoOpenTill, NotFound, ReturnedAlready, NotInTill, ReasonNeeded.
    """
    return await return_goods(acting, new, terms, void=False)


async def void_sale(acting: Acting, sale_id: int, reason: str, token: str, terms: ShopTerms) -> int:
    """The seller takes a sale back whole; all of it lies on the shelf again.

    Refuses: NoOpenTill, NotFound, TooLateToVoid (also where something came back already, or it was
    made by another seller or at another till), NotInTill, ReasonNeeded.
    """
    before = await returned_before(acting.session, token)
    if before is not None:
        return before
    held, sale = await hold_till(acting), await hold_sale(acting.session, sale_id)
    until = sale.at + timedelta(minutes=terms.hall_void_minutes)
    own = sale.till_id == held.id and sale.seller_id == acting.person_id
    # What was refunded does not tell: a piece that was let off whole came back for nothing.
    if not own or acting.now > until or await back_already(acting.session, sale_id):
        raise TooLateToVoid
    rows = await acting.session.execute(
        select(HallSaleLine.id, HallSaleLine.quantity).where(HallSaleLine.sale_id == sale_id)
    )
    lines = tuple(ComesBack(line_id, quantity) for line_id, quantity in rows)
    new = NewReturn(token, sale_id, lines, reason, to_card=bool(sale.card))
    return await return_goods(acting, new, terms, void=True)


async def return_goods(acting: Acting, new: NewReturn, terms: ShopTerms, *, void: bool) -> int:
    """Book what comes back, as `take_back` and `void_sale` say."""
    held, sale = await hold_till(acting), await hold_sale(acting.session, new.sale_id)
    before = await returned_before(acting.session, new.token)
    if before is not None:
        return before
    if not new.reason:
        raise ReasonNeeded(sale.total)
    parts = await parts_of(acting.session, sale, new.lines, terms)
    if void:
        refund = Refund(sale.cash, sale.card, sale.rounded)
    else:
        refund = await refund_of(acting.session, sale, parts, terms, to_card=new.to_card)
    if refund.cash > await cash_in(acting.session, held.id):
        raise NotInTill(await cash_in(acting.session, held.id))
    return_id = await keep_return(acting, new, held, parts, refund, void=void)
    await move_stock(acting, sale.id, parts)
    told = (sale.id, return_id, held.id, sale.bazaar_id, refund.cash + refund.card)
    record(acting, HallReturned(*told, new.reason, void))
    await count_returned(acting.session, Ordered(sale.at, sale.bazaar_id), parts)
    await book(acting, f"sale:{sale.id}:returned:{return_id}", sides(held.id, refund, parts))
    return return_id


async def hold_sale(session: AsyncSession, sale_id: int) -> HallSale:
    """The sale, held until the transaction ends. Refuses: NotFound."""
    held = select(HallSale).where(HallSale.id == sale_id).with_for_update()
    found = await session.scalar(held.execution_options(populate_existing=True))
    if found is None:
        raise NotFound("sale")
    return found


async def returned_before(session: AsyncSession, token: str) -> int | None:
    """The return that was booked with that token."""
    found: int | None = await session.scalar(select(HallReturn.id).where(HallReturn.token == token))
    return found


async def keep_return(
    acting: Acting,
    new: NewReturn,
    held: HeldTill,
    parts: Sequence[BackPart],
    refund: Refund,
    *,
    void: bool,
) -> int:
    """Keep what came back, and what of the sale was handed back; out comes the return's id."""
    kept = HallReturn(
        token=new.token,
        sale_id=new.sale_id,
        till_id=held.id,
        at=acting.now,
        actor_id=acting.actor_id,
        reason=new.reason,
        **msgspec.structs.asdict(refund),
    )
    acting.session.add(kept)
    await acting.session.flush()
    rows = [row_of(kept.id, part) for part in parts]
    await acting.session.execute(insert(table_of(HallReturnLine)), rows)
    handed_back = refund.cash + refund.card
    await acting.session.execute(
        update(HallSale)
        .where(HallSale.id == new.sale_id)
        .values(refunded=HallSale.refunded + handed_back, void=void)
        .execution_options(synchronize_session=BY_ROW)
    )
    return kept.id


def row_of(return_id: int, part: BackPart) -> dict[str, Any]:
    """A part as the table keeps it."""
    row = msgspec.structs.asdict(part)
    del row["option_id"], row["family_id"]
    return {"return_id": return_id, **row}


async def move_stock(acting: Acting, sale_id: int, parts: Sequence[BackPart]) -> None:
    """The pieces lie on the shelf again; what is written off comes back on paper alone."""
    lost = [part for part in parts if not part.to_shelf]
    await write_down(acting, by_option(parts), Movement.returned, sale_id=sale_id)
    await write_down(acting, as_outgoing(by_option(lost)), Movement.spoiled, sale_id=sale_id)
    await put_back(acting.session, by_option([part for part in parts if part.to_shelf]))


def by_option(parts: Sequence[BackPart]) -> list[Take]:
    """The pieces of each option, in the order of their ids."""
    pieces: dict[int, int] = {}
    for part in parts:
        pieces[part.option_id] = pieces.get(part.option_id, 0) + part.quantity
    return [Take(*each) for each in sorted(pieces.items())]


def sides(till_id: int, refund: Refund, parts: Sequence[BackPart]) -> dict[str, Money]:
    """What is booked: the sale's sides turned round, and what the centre bears of what is lost."""
    booked = {
        till_account(till_id): -refund.cash,
        CARD: -refund.card,
        ROUNDING: -refund.rounded,
        extra_account(DISCOUNT): -total(part.discount for part in parts),
        CENTRE_LOSSES: total(part.borne for part in parts),
    }
    for part in parts:
        account = family_account(part.family_id)
        booked[account] = booked.get(account, NOTHING) + part.amount - part.borne
    return booked
