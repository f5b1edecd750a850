"""Tills: opened with a float, what is put in and taken out, and the cash that should be in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import CASH, Balance, book, till_account
from models.hall.refusals import NoOpenTill, NotInTill, TillIsOpen
from models.hall.till_tables import Till, TillMovement, TillState
from models.kernel.acting import Acting
from models.kernel.base import insert_into, table_of
from models.kernel.facts import TillCashMoved, TillOpened, record
from models.kernel.money import NOTHING, Money, total
from models.kernel.paging import Page, page_of
from models.kernel.prepared import prepared
from models.kernel.refusals import NotFound, ReasonNeeded
from models.kernel.rows import RowReader

NOTES_AND_COINS = tuple(
    Money(fils) for fils in (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 50, 25)
)
"""The dirham's notes and coins, the largest first."""


class TillView(msgspec.Struct, frozen=True):
    """A till as its seller and the desk see it; moments in UTC."""

    id: int
    bazaar_id: int
    person_id: int
    state: str
    opened_at: datetime
    opening_float: Money
    receipts: int
    counted_at: datetime | None
    closed_at: datetime | None


tills = table_of(Till)
TILL_VIEW = RowReader(
    TillView, apart=(), **{name: tills.c[name] for name in TillView.__struct_fields__}
)
TILL_OF = prepared(
    select(*TILL_VIEW.columns).where(
        tills.c.person_id == bindparam("person_id"), tills.c.state != TillState.closed.value
    )
)
TAKE_NUMBER = prepared(
    update(tills).where(tills.c.id == bindparam("till")).values(receipts=bindparam("number"))
)


class HeldTill(msgspec.Struct, frozen=True):
    """The open till that a sale is made at, held until the transaction ends."""

    id: int
    bazaar_id: int
    receipts: int


HOLD = prepared(
    select(tills.c.id, tills.c.bazaar_id, tills.c.receipts)
    .where(tills.c.person_id == bindparam("person_id"), tills.c.state == TillState.open.value)
    .with_for_update(key_share=True)
)


async def hold_till(acting: Acting) -> HeldTill:
    """The actor's open till, held: her sales are made one after another. Refuses: NoOpenTill."""
    found = (await acting.session.execute(HOLD, {"person_id": acting.person_id})).first()
    if found is None:
        raise NoOpenTill
    return HeldTill(*found)


async def till(session: AsyncSession, till_id: int) -> TillView:
    """One till. Refuses: NotFound."""
    row = (await session.execute(select(*TILL_VIEW.columns).where(Till.id == till_id))).first()
    if row is None:
        raise NotFound("till")
    return TILL_VIEW.read(row)


async def till_of(session: AsyncSession, person_id: int) -> TillView | None:
    """The person's till that is not closed, if any."""
    row = (await session.execute(TILL_OF, {"person_id": person_id})).first()
    return None if row is None else TILL_VIEW.read(row)


async def tills_not_closed(session: AsyncSession) -> list[TillView]:
    """The tills that are open, or counted and not handed over; the oldest first."""
    rows = await session.execute(
        select(*TILL_VIEW.columns).where(Till.state != TillState.closed.value).order_by(Till.id)
    )
    return [TILL_VIEW.read(row) for row in rows]


async def newest_tills(session: AsyncSession, page: int, per_page: int) -> Page[TillView]:
    """All tills, the newest first."""
    some = select(*TILL_VIEW.columns).order_by(Till.id.desc())
    some = some.limit(per_page + 1).offset(page * per_page)
    rows: Sequence[Any] = (await session.execute(some)).all()
    return page_of(rows, TILL_VIEW.read, page, per_page)


class OpenTills(msgspec.Struct, frozen=True):
    """How many tills are not closed, and what should be in them."""

    count: int
    cash: Money


async def cash_in_open(session: AsyncSession) -> OpenTills:
    """How many tills are open, or counted and not handed over, and the cash of them all."""
    found = await tills_not_closed(session)
    return OpenTills(len(found), total([await cash_in(session, each.id) for each in found]))


class TillCounts(msgspec.Struct, frozen=True):
    """How many tills are open, or counted and not handed over; and how many there ever were."""

    not_closed: int = 0
    ever: int = 0


async def till_counts(session: AsyncSession) -> TillCounts:
    """How many tills there are."""
    not_closed = func.count(case((Till.state != TillState.closed.value, 1)))
    row = (await session.execute(select(not_closed, func.count(Till.id)))).one()
    return TillCounts(*row)


async def cash_in(session: AsyncSession, till_id: int) -> Money:
    """What should be in the till: float, cash of sales, less returns, and what was moved."""
    kept = select(Balance.amount).where(Balance.account == till_account(till_id))
    return await session.scalar(kept) or NOTHING


async def open_till(acting: Acting, bazaar_id: int, opening_float: Money, token: str) -> int:
    """Open a till of the actor's own; out comes its id, the same for the same token.

    The float leaves the centre's own till. Refuses: TillIsOpen where she has another one.
    ValueError for less than nothing.
    """
    if opening_float < NOTHING:
        raise ValueError("nobody opens a till with less than nothing")
    till_id = await add_till(acting, bazaar_id, opening_float, token)
    if till_id is None:
        return await opened_before(acting.session, token)
    sides = {till_account(till_id): opening_float, CASH: -opening_float}
    await book(acting, f"till:{till_id}:float", sides)
    return till_id


async def add_till(acting: Acting, bazaar_id: int, opening_float: Money, token: str) -> int | None:
    """Add an open till of the actor's own; None where she has one, or the token was used before.

    Where its float comes from is the caller's to book.
    """
    made = await acting.session.execute(
        insert_into(acting.session, Till)
        .values(
            token=token,
            bazaar_id=bazaar_id,
            person_id=acting.person_id,
            state=TillState.open.value,
            opened_by=acting.actor_id,
            opened_at=acting.now,
            opening_float=opening_float,
        )
        .on_conflict_do_nothing()
        .returning(Till.id)
    )
    till_id: int | None = made.scalar()
    if till_id is not None:
        record(acting, TillOpened(till_id, acting.person_id, bazaar_id, opening_float))
    return till_id


async def opened_before(session: AsyncSession, token: str) -> int:
    """The till that was opened with that token. Refuses: TillIsOpen where another one stands."""
    till_id = await session.scalar(select(Till.id).where(Till.token == token))
    if till_id is None:
        raise TillIsOpen
    return till_id


async def move_cash(acting: Acting, amount: Money, reason: str) -> int:
    """Put cash into the actor's open till (above nothing), or take it out; out comes its id.

    Refuses: NoOpenTill, ReasonNeeded, NotInTill. ValueError for nothing.
    """
    if not amount:
        raise ValueError("cash that is moved is some cash")
    if not reason:
        raise ReasonNeeded(amount)
    held = await hold_till(acting)
    lies_there = await cash_in(acting.session, held.id)
    if lies_there + amount < NOTHING:
        raise NotInTill(lies_there)
    moved = TillMovement(
        till_id=held.id, amount=amount, reason=reason, at=acting.now, actor_id=acting.actor_id
    )
    acting.session.add(moved)
    await acting.session.flush()
    record(acting, TillCashMoved(held.id, acting.person_id, held.bazaar_id, amount, reason))
    sides = {till_account(held.id): amount, CASH: -amount}
    await book(acting, f"till:{held.id}:moved:{moved.id}", sides)
    return moved.id


def counted_sum(counted: Mapping[Money, int]) -> Money:
    """What so many of each note and coin come to. ValueError for one that there is not."""
    if odd := counted.keys() - set(NOTES_AND_COINS):
        raise ValueError(f"there is no note or coin of {sorted(odd)}")
    if any(count < 0 for count in counted.values()):
        raise ValueError("nobody counts fewer notes than none")
    return total(piece * count for piece, count in counted.items())


async def take_number(session: AsyncSession, held: HeldTill) -> int:
    """The number of the held till's next receipt, which is taken by it."""
    number = held.receipts + 1
    await session.execute(TAKE_NUMBER, {"till": held.id, "number": number})
    return number
