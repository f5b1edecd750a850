"""Handing over: cash goes from a purse to the till when both sides have named the same amount.

One side says the amount, the other confirms it, or says another one, which the first confirms.
Nothing moves before. What is handed over is an amount and not the whole purse: what is taken
meanwhile stays in it. The cash of a till in the hall is handed over in the same way; what becomes
of the till itself, the hall says.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import CheckConstraint, ForeignKey, Index, Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.accounting.differences import note_difference
from models.accounting.ledger import CASH, CASH_DIFFERENCE, book, purse_account, till_account
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW, Base, Id, insert_into, partial_index
from models.kernel.facts import (
    CashHandedOver,
    CashHandoverProposed,
    CashHandoverWithdrawn,
    record,
)
from models.kernel.money import Money
from models.kernel.refusals import HandoverOver, HandoverWaits, NotAllowed, NotFound, ReasonNeeded
from models.kernel.rows import RowReader


class HandoverState(StrEnum):
    """Where a handing over stands; the values are stored, and are named in phrases."""

    open = "open"
    confirmed = "confirmed"
    replaced = "replaced"  # the other side named another amount
    withdrawn = "withdrawn"


KNOWN = ", ".join(f"'{state}'" for state in HandoverState)


class CashHandover(Base):
    """`expected` leaves the person's purse, `counted` reaches the till; fils. One waits at most.

    `till_id` is given where it leaves the till that the person sold at in the hall, and no purse;
    `to_id` is then who takes it over to sell on with it, None where it goes to the centre's till.
    `proposed_by` named the amount, `decided_by` ended it.
    """

    __tablename__ = "cash_handovers"
    __table_args__ = (
        CheckConstraint("expected >= 0 AND counted >= 0", name="amounts"),
        CheckConstraint("expected = counted OR reason <> ''", name="explained"),
        CheckConstraint(f"state IN ({KNOWN})", name="state"),
        CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided"),
        CheckConstraint("to_id IS NULL OR till_id IS NOT NULL", name="taken_over"),
        partial_index(
            "ix_cash_handovers_open",
            "person_id",
            where="state = 'open' AND till_id IS NULL",
            unique=True,
        ),
        partial_index(
            "ix_cash_handovers_till",
            "till_id",
            where="state = 'open' AND till_id IS NOT NULL",
            unique=True,
        ),
        Index("ix_cash_handovers_person_id_id", "person_id", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    till_id: Mapped[int | None] = mapped_column(ForeignKey("tills.id"))
    to_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    expected: Mapped[Money]
    counted: Mapped[Money]
    reason: Mapped[str]
    proposed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    state: Mapped[str]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]


class Amounts(msgspec.Struct, frozen=True):
    """What is to leave the purse or till, what was counted, and why that differs if it does."""

    expected: Money
    counted: Money
    reason: str = ""


class FromTill(msgspec.Struct, frozen=True):
    """The till of the hall that cash leaves, and who takes it over to sell on, if anybody."""

    till_id: int
    to_id: int | None = None


class Handover(msgspec.Struct, frozen=True):
    """A handing over as both sides see it."""

    id: int
    person_id: int
    till_id: int | None
    to_id: int | None
    expected: Money
    counted: Money
    reason: str
    proposed_by: int
    state: str

    @property
    def waits_for_holder(self) -> bool:
        """Whether whose purse or till it is has still to agree; else the other side has."""
        return self.proposed_by != self.person_id

    @property
    def leaves(self) -> str:
        """The account that the cash leaves."""
        if self.till_id is None:
            return purse_account(self.person_id)
        return till_account(self.till_id)


ROW = RowReader(
    Handover,
    id=CashHandover.id,
    person_id=CashHandover.person_id,
    till_id=CashHandover.till_id,
    to_id=CashHandover.to_id,
    expected=CashHandover.expected,
    counted=CashHandover.counted,
    reason=CashHandover.reason,
    proposed_by=CashHandover.proposed_by,
    state=CashHandover.state,
)
HANDOVERS = select(*ROW.columns)
OPEN = CashHandover.state == HandoverState.open.value
OF_PURSE = CashHandover.till_id.is_(None)


async def handover(session: AsyncSession, handover_id: int) -> Handover:
    """One handing over. Refuses: NotFound."""
    row: Any = (await session.execute(HANDOVERS.where(CashHandover.id == handover_id))).first()
    if row is None:
        raise NotFound("handover")
    return ROW.read(row)


async def waiting_handovers(session: AsyncSession, person_id: int | None = None) -> list[Handover]:
    """What waits to be confirmed of purses, the oldest first; of one alone where it is given."""
    waiting = HANDOVERS.where(OPEN, OF_PURSE)
    if person_id is not None:
        waiting = waiting.where(CashHandover.person_id == person_id)
    return await oldest_first(session, waiting)


async def waiting_tills(session: AsyncSession, till_id: int | None = None) -> list[Handover]:
    """What waits to be confirmed of tills, the oldest first; of one alone where it is given."""
    waiting = HANDOVERS.where(OPEN, ~OF_PURSE)
    if till_id is not None:
        waiting = waiting.where(CashHandover.till_id == till_id)
    return await oldest_first(session, waiting)


async def oldest_first(session: AsyncSession, waiting: Select[Any]) -> list[Handover]:
    """The handings over of a look-up, the oldest first."""
    rows: Sequence[Any] = (await session.execute(waiting)).all()
    # Asked for in their order, SQLite would go through all that there ever were.
    return sorted(map(ROW.read, rows), key=lambda found: found.id)


async def propose(
    acting: Acting, person_id: int, amounts: Amounts, *, instead_of: int | None = None
) -> int:
    """Name the amount that is handed over from a purse; out comes the id of what waits now.

    Refuses as `name_amount` does.
    """
    made = await name_amount(acting, person_id, amounts, instead_of=instead_of)
    record(acting, CashHandoverProposed(made, person_id, *msgspec.structs.astuple(amounts)))
    return made


async def name_amount(
    acting: Acting,
    person_id: int,
    amounts: Amounts,
    *,
    of: FromTill | None = None,
    instead_of: int | None = None,
) -> int:
    """Let an amount of the person's purse, or of the till that it is `of`, wait for the other side.

    `instead_of` is what waited before, and was answered with this amount. Out comes the id of what
    waits now. Refuses: HandoverWaits where something else waits already, HandoverOver where what it
    answers waits no more, ReasonNeeded for another amount without a reason.
    """
    if amounts.expected != amounts.counted and not amounts.reason:
        raise ReasonNeeded(amounts.expected)
    if instead_of is not None:
        await end(acting, instead_of, HandoverState.replaced)
    added = await acting.session.execute(
        insert_into(acting.session, CashHandover)
        .values(
            person_id=person_id,
            proposed_by=acting.person_id,
            at=acting.now,
            state=HandoverState.open.value,
            **msgspec.structs.asdict(amounts),
            **({} if of is None else msgspec.structs.asdict(of)),
        )
        .on_conflict_do_nothing()
        .returning(CashHandover.id)
    )
    made: int | None = added.scalar()
    if made is None:
        raise HandoverWaits
    return made


async def confirm(acting: Acting, handover_id: int, *, alone: bool = False) -> None:
    """Agree to the amount of a purse: it is booked, once, and what is missing stands in the list.

    Whether the actor may do it for the desk is the caller's to ask; `alone` where there is nobody
    on the other side any more. Refuses: NotFound, HandoverOver, NotAllowed to the side that named
    the amount.
    """
    seen = await of_purse(acting.session, handover_id)
    require_other_side(acting, seen, alone=alone)
    await book_handover(acting, seen, CASH)
    told = (seen.id, seen.person_id, seen.proposed_by, seen.expected, seen.counted, seen.reason)
    record(acting, CashHandedOver(*told))


async def of_purse(session: AsyncSession, handover_id: int) -> Handover:
    """A handing over from a purse. Refuses: NotFound, also for one of a till."""
    seen = await handover(session, handover_id)
    if seen.till_id is not None:
        raise NotFound("handover")
    return seen


def require_other_side(acting: Acting, seen: Handover, *, alone: bool) -> None:
    """Refuse (NotAllowed) the side that named the amount, unless it is `alone`."""
    own = acting.person_id == seen.person_id
    if not alone and own != seen.waits_for_holder:
        raise NotAllowed


async def book_handover(acting: Acting, seen: Handover, to: str) -> None:
    """End what waits by booking it to that account; what is missing stands in the list.

    Refuses: HandoverOver.
    """
    await end(acting, seen.id, HandoverState.confirmed)
    if seen.expected != seen.counted:
        note_difference(
            acting,
            handover_id=seen.id,
            person_id=seen.person_id,
            expected=seen.expected,
            taken=seen.counted,
            reason=seen.reason,
        )
    sides = {
        seen.leaves: -seen.expected,
        to: seen.counted,
        CASH_DIFFERENCE: seen.expected - seen.counted,
    }
    await book(acting, f"handover:{seen.id}", sides)


async def withdraw(acting: Acting, handover_id: int) -> None:
    """Take back what waits of a purse; nothing was moved. Refuses: NotFound, HandoverOver."""
    seen = await of_purse(acting.session, handover_id)
    await end(acting, handover_id, HandoverState.withdrawn)
    record(acting, CashHandoverWithdrawn(handover_id, seen.person_id))


async def end(acting: Acting, handover_id: int, state: HandoverState) -> None:
    """End what waits, once, whoever does it. Refuses: HandoverOver."""
    ended = await acting.session.execute(
        update(CashHandover)
        .where(CashHandover.id == handover_id, OPEN)
        .values(state=state.value, decided_by=acting.actor_id, decided_at=acting.now)
        .returning(CashHandover.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    if ended.first() is None:
        raise HandoverOver
