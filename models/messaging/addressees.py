"""Whom a message can be owed to: the accounts of people, and whether they have blocked us."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.prepared import prepared
from models.kernel.rows import RowReader
from models.messaging.accounts import Account
from models.people.people import Language, Person


class Addressee(msgspec.Struct, frozen=True):
    """An account of a person, and whether they have blocked us."""

    account_id: int
    person_id: int
    language: Language
    blocked: bool = False


ADDRESSEE = RowReader(
    Addressee,
    account_id=Account.id,
    person_id=Account.person_id,
    language=Person.language,
    blocked=Account.blocked_at.is_not(None),
)


ACCOUNTS_OF = prepared(
    select(*ADDRESSEE.columns)
    .join(Person, Person.id == Account.person_id)
    .where(Account.person_id.in_(bindparam("people", expanding=True)))
    .order_by(Account.id)
    .with_for_update(read=True, of=Account)
)


async def all_accounts_of(session: AsyncSession, person_ids: Collection[int]) -> list[Addressee]:
    """The accounts of these people, in order; who blocks us or not stays so until the commit."""
    asked = {"people": sorted(set(person_ids))}
    rows: Iterable[Sequence[Any]] = await session.execute(ACCOUNTS_OF, asked)
    return [ADDRESSEE.read(row) for row in rows]
