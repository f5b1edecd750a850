"""The messages that could not be sent: whom staff may want to call instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, case, exists, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.families.families import Family
from models.kernel.paging import Page, page_of
from models.kernel.rows import RowReader
from models.messaging.accounts import Account
from models.messaging.owed import UNSENT, OwedMessage
from models.people.access import FamilyMember
from models.people.people import Person, SavedAddress


class Unsent(msgspec.Struct, frozen=True):
    """A message that was given up, but never its words: they may hold a delivery code.

    `brand` (ar, en) is the family's that the person answers for, `name` and `phone` (E.164) are
    those of a customer's last order; each is empty where there is none. A family's member has
    neither: she may have sent a gift, and whoever got it must not be called about her sales.
    `outcome` is blocked or gave-up.
    """

    brand: tuple[str, str]
    name: str
    phone: str
    outcome: str
    at: datetime


async def count_unsent(session: AsyncSession) -> int:
    """How many messages could not be sent."""
    counted = select(func.count()).select_from(OwedMessage).where(text(UNSENT))
    return (await session.execute(counted)).scalar_one()


def unsent_reader() -> RowReader[Unsent]:
    """The columns of a message that could not be sent, but for the brand's two."""
    return RowReader(
        Unsent,
        apart=("brand",),
        name=_of_customers(SavedAddress.name),
        phone=_of_customers(SavedAddress.phone),
        outcome=func.coalesce(OwedMessage.outcome, ""),
        at=OwedMessage.made_at,
    )


async def unsent_messages(session: AsyncSession, page: int, per_page: int) -> Page[Unsent]:
    """The messages that could not be sent, newest first."""
    reader = unsent_reader()
    found = (
        select(*reader.columns, _first_brand(Family.brand_ar), _first_brand(Family.brand_en))
        .join(Account, Account.id == OwedMessage.account_id)
        .join(Person, Person.id == Account.person_id)
        .outerjoin(SavedAddress, SavedAddress.person_id == Person.id)
        .where(text(UNSENT))
        .order_by(OwedMessage.id.desc())
        .offset(page * per_page)
        .limit(per_page + 1)
    )
    rows: Sequence[Sequence[Any]] = (await session.execute(found)).all()
    total = await count_unsent(session)
    return page_of(rows, lambda row: reader.read(row, brand=tuple(row[-2:])), page, per_page, total)


def _of_customers(column: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """What is known of a customer; empty for whoever answers for a family."""
    member = exists().where(FamilyMember.person_id == Person.id)
    return func.coalesce(case((~member, column)), "")


def _first_brand(name: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """The name of the brand that the person answers for, of several the oldest; else empty."""
    found = (
        select(name)
        .join(FamilyMember, FamilyMember.family_id == Family.id)
        .where(FamilyMember.person_id == Person.id)
        .order_by(Family.id)
        .limit(1)
        .correlate(Person)
    )
    return func.coalesce(found.scalar_subquery(), "")
