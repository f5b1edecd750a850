"""The messages that could not be sent: whom staff may want to call instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging.accounts import Account
from models.messaging.outbox import UNSENT, OwedMessage
from models.paging import Page, page_of
from models.people import Person


class Unsent(msgspec.Struct, frozen=True):
    """A message that was given up, but never its words: they may hold a delivery code.

    `name` and `phone` (E.164) are empty where they are not known; `outcome` is blocked or gave-up.
    """

    name: str
    phone: str
    outcome: str
    at: datetime


async def count_unsent(session: AsyncSession) -> int:
    """How many messages could not be sent."""
    counted = select(func.count()).select_from(OwedMessage).where(text(UNSENT))
    return (await session.execute(counted)).scalar_one()


async def unsent_messages(session: AsyncSession, page: int, per_page: int) -> Page[Unsent]:
    """The messages that could not be sent, newest first."""
    found = (
        select(
            func.coalesce(Person.name, ""),
            func.coalesce(Person.phone, ""),
            func.coalesce(OwedMessage.outcome, ""),
            OwedMessage.made_at,
        )
        .join(Account, Account.id == OwedMessage.account_id)
        .join(Person, Person.id == Account.person_id)
        .where(text(UNSENT))
        .order_by(OwedMessage.id.desc())
        .offset(page * per_page)
        .limit(per_page + 1)
    )
    rows: Sequence[Sequence[Any]] = (await session.execute(found)).all()
    return page_of(rows, lambda row: Unsent(*row), page, per_page, await count_unsent(session))
