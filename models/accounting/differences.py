"""Cash that differs from what it should be: a list that stands until each is settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    func,
    select,
    type_coerce,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.accounting.ledger import CASH_DIFFERENCE, Booking, book_all, cash_account
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW, Base, Id, partial_index
from models.kernel.facts import CashDifferenceSettled, ChargeLessened, record
from models.kernel.money import NOTHING, Money
from models.kernel.paging import Page, page_of
from models.kernel.refusals import AlreadySettled, NotFound
from models.kernel.rows import RowReader


class How(StrEnum):
    """How a difference was settled; the values are stored, and are named in phrases."""

    written_off = "written-off"  # the centre bears what is missing, or keeps what is too much
    charged = "charged"  # it counts for the purse: to be handed over later, or hers
    corrected = "corrected"  # what was due or taken is another by now; what is left has its own row


BY_HAND = (How.written_off, How.charged)
"""What can be chosen in the list; a correction or a return settles a difference by itself."""
KNOWN = ", ".join(f"'{how}'" for how in How)


class CashDifference(Base):
    """`expected` cash of an order or of a handing over, and what was `taken` (fils).

    `person_id` is whose purse it is about; None for the till. While it is open, or written off, it
    is on the centre's account of differences.
    """

    __tablename__ = "cash_differences"
    __table_args__ = (
        CheckConstraint("expected <> taken", name="differs"),
        CheckConstraint("(order_id IS NULL) <> (handover_id IS NULL)", name="one_cause"),
        CheckConstraint("(how IS NULL) = (settled_at IS NULL)", name="settled"),
        CheckConstraint(f"how IN ({KNOWN})", name="how"),
        partial_index("ix_cash_differences_open", "id", where="settled_at IS NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"), index=True)
    handover_id: Mapped[int | None] = mapped_column(ForeignKey("cash_handovers.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    expected: Mapped[Money]
    taken: Mapped[Money]
    reason: Mapped[str]
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    how: Mapped[str | None]


class Difference(msgspec.Struct, frozen=True):
    """A difference as it stands in the list; how, when and by whom it was settled, or None."""

    id: int
    order_id: int | None
    handover_id: int | None
    person_id: int | None
    expected: Money
    taken: Money
    reason: str
    at: datetime
    how: str | None
    settled_at: datetime | None
    settled_by: int | None

    @property
    def missing(self) -> Money:
        """What is missing; below nothing where it is too much."""
        return self.expected - self.taken

    def charge(self, what: str, amount: Money) -> Booking:
        """The entry by which so much counts for the purse, and no more for the centre."""
        sides = {cash_account(self.person_id): amount, CASH_DIFFERENCE: -amount}
        return Booking(f"difference:{self.id}:{what}", sides, self.order_id)


class OpenSum(msgspec.Struct, frozen=True):
    """How many there are, and what they come to."""

    count: int
    amount: Money


ROW = RowReader(
    Difference,
    id=CashDifference.id,
    order_id=CashDifference.order_id,
    handover_id=CashDifference.handover_id,
    person_id=CashDifference.person_id,
    expected=CashDifference.expected,
    taken=CashDifference.taken,
    reason=CashDifference.reason,
    at=CashDifference.at,
    how=CashDifference.how,
    settled_at=CashDifference.settled_at,
    settled_by=CashDifference.settled_by,
)
DIFFERENCES = select(*ROW.columns)
OPEN = CashDifference.settled_at.is_(None)


def note_difference(acting: Acting, **about: Any) -> None:
    """Put a difference into the list: the columns of `CashDifference` that are not settled yet."""
    acting.session.add(CashDifference(at=acting.now, **about))


async def open_differences(session: AsyncSession, page: int, per_page: int) -> Page[Difference]:
    """The differences that nobody has settled, the oldest first."""
    some = DIFFERENCES.where(OPEN).order_by(CashDifference.id)
    rows: Sequence[Any] = (
        await session.execute(some.limit(per_page + 1).offset(page * per_page))
    ).all()
    return page_of(rows, ROW.read, page, per_page)


async def open_sum(session: AsyncSession) -> OpenSum:
    """How many differences are open, and what is missing in all."""
    missing = type_coerce(CashDifference.expected, BigInteger) - type_coerce(
        CashDifference.taken, BigInteger
    )
    counted = select(func.count(), func.coalesce(func.sum(missing), 0)).where(OPEN)
    count, amount = (await session.execute(counted)).one()
    return OpenSum(count, Money(int(amount)))


async def difference(session: AsyncSession, difference_id: int) -> Difference:
    """One difference, settled or not. Refuses: NotFound."""
    row: Any = (
        await session.execute(DIFFERENCES.where(CashDifference.id == difference_id))
    ).first()
    if row is None:
        raise NotFound("difference")
    return ROW.read(row)


async def settle(acting: Acting, difference_id: int, how: How) -> None:
    """Settle an open difference once: the centre bears it, or it counts for the purse.

    Refuses: NotFound (also to charge what lies in no purse), AlreadySettled.
    """
    found = await difference(acting.session, difference_id)
    if how not in BY_HAND or (how is How.charged and found.person_id is None):
        raise NotFound("way")
    settled = await acting.session.execute(
        update(CashDifference)
        .where(CashDifference.id == difference_id, OPEN)
        .values(settled_at=acting.now, settled_by=acting.actor_id, how=how.value)
        .returning(CashDifference.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    if settled.first() is None:
        raise AlreadySettled
    told = (found.id, how.value, found.missing, found.person_id, found.order_id)
    record(acting, CashDifferenceSettled(*told))
    if how is How.charged:
        await book_all(acting, [found.charge("charged", found.missing)])


async def standing_missing(session: AsyncSession, order_id: int) -> Money:
    """What is missing of an order's cash, whoever bears it; below nothing where it is too much.

    The order's row is locked: but for who bears it, nothing of it changes then.
    """
    row: Any = (await session.execute(DIFFERENCES.where(*standing_of(order_id)))).first()
    return NOTHING if row is None else ROW.read(row).missing


def standing_of(order_id: int) -> tuple[ColumnElement[bool], ...]:
    """The conditions on the one row that stands of an order's cash."""
    standing = CashDifference.how.is_distinct_from(How.corrected.value)
    return CashDifference.order_id == order_id, standing


async def supersede(acting: Acting, order_id: int) -> list[Booking]:
    """End the difference of an order whose cash is corrected; what is to be booked for that.

    The order's row is locked. A charge is undone: the correction itself moves the purse.
    """
    ended = await end_standing(acting, order_id)
    charged = ended is not None and ended.how == How.charged
    return [ended.charge("undone", -ended.missing)] if ended and charged else []


async def lessen(acting: Acting, order_id: int, by: Money) -> list[Booking]:
    """So much less is missing of an order's cash; what is to be booked where it was charged.

    What is left stands as a row of its own, borne by whoever bore it: what was shown of the old one
    settles nothing any more. The order's row is locked, and something of its cash is missing or too
    much.
    """
    ended = await end_standing(acting, order_id)
    if ended is None:
        raise LookupError(f"the cash of order {order_id} differs by nothing that could be less")
    left = msgspec.structs.replace(ended, expected=ended.expected - by)
    if left.missing:
        kept = CashDifference(**{**msgspec.structs.asdict(left), "id": None})
        acting.session.add(kept)
        await acting.session.flush()
        left = msgspec.structs.replace(left, id=kept.id)
    if ended.how != How.charged:
        return []
    told = (left.id, ended.missing, left.missing, ended.person_id, order_id)
    record(acting, ChargeLessened(*told))
    bookings = [ended.charge("undone", -ended.missing), left.charge("charged", left.missing)]
    return bookings[: 2 if left.missing else 1]


async def end_standing(acting: Acting, order_id: int) -> Difference | None:
    """End what stands of an order's cash; out comes what it was."""
    standing = DIFFERENCES.where(*standing_of(order_id)).with_for_update()
    row: Any = (await acting.session.execute(standing)).first()
    if row is None:
        return None
    found = ROW.read(row)
    ended = update(CashDifference).where(CashDifference.id == found.id)
    await acting.session.execute(
        ended.values(
            settled_at=acting.now, settled_by=acting.actor_id, how=How.corrected.value
        ).execution_options(synchronize_session=BY_ROW)
    )
    return found
