"""Wrong delivery codes of a person on a day: whoever tries order after order is noticed, and ends.

Each order takes five wrong codes. Who tries four on each of twelve orders would lock none of them.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, Json, insert_into
from models.kernel.calendar import dubai_day
from models.kernel.facts import WrongCodesPiledUp, record
from models.kernel.shop_terms import ShopTerms

_IDS: msgspec.json.Decoder[list[int]] = msgspec.json.Decoder(list[int])


class CodeTries(Base):
    """How many wrong codes a person gave on a day in Dubai, and on which orders (ids as JSON)."""

    __tablename__ = "code_tries"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    wrong: Mapped[int] = mapped_column(default=0)
    order_ids: Mapped[Any] = mapped_column(Json)


async def hold_tries(acting: Acting) -> CodeTries:
    """The person's row of the day; whoever else tries a code for them waits until the commit.

    It is held before the order's row.
    """
    session = acting.session
    day = dubai_day(acting.now)
    none = insert_into(session, CodeTries).values(
        person_id=acting.person_id, day=day, wrong=0, order_ids=[]
    )
    await session.execute(none.on_conflict_do_nothing())
    held = select(CodeTries).where(CodeTries.person_id == acting.person_id, CodeTries.day == day)
    rows = await session.scalars(held.with_for_update().execution_options(populate_existing=True))
    return rows.one()


def count_try(acting: Acting, tries: CodeTries, order_id: int, terms: ShopTerms) -> None:
    """Count a wrong code in the row that is held; managers hear of it at each limit."""
    known = _IDS.decode(tries.order_ids)
    order_ids = known if order_id in known else [*known, order_id]
    tries.wrong += 1
    tries.order_ids = order_ids
    last = tries.wrong == terms.wrong_codes_barred
    if last or tries.wrong % terms.wrong_codes_told == 0:
        fact = WrongCodesPiledUp(tries.person_id, tries.wrong, tuple(order_ids), barred=last)
        record(acting, fact)


async def is_barred(acting: Acting, terms: ShopTerms) -> bool:
    """Whether the person can confirm nothing by a code until the day ends; it only looks."""
    if acting.actor_id is None:
        return False
    counted = select(CodeTries.wrong).where(
        CodeTries.person_id == acting.actor_id, CodeTries.day == dubai_day(acting.now)
    )
    return (await acting.session.scalar(counted) or 0) >= terms.wrong_codes_barred
