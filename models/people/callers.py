"""Callers: people who order by telephone, known by their number alone.

A caller has a cart and a last address like anybody else, and no account. Who proves on a channel
that the number is theirs is the caller's owner from then on, and their orders are the owner's.
"""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy import ForeignKey, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, dialect_of, insert_for, table_of
from models.kernel.refusals import NotFound
from models.people.people import Language, add_person


class Caller(Base):
    """A telephone number (E.164), the person who stands for it, and whoever proved it theirs.

    `name` is what the caller said last.
    """

    __tablename__ = "callers"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    phone: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    added_at: Mapped[datetime]


class CallerView(msgspec.Struct, frozen=True):
    """A caller as staff see them: number (E.164) and name."""

    phone: str
    name: str


class Buyer(msgspec.Struct, frozen=True):
    """For whom is ordered: the person whose cart and address it is, and whose the order will be."""

    person_id: int
    owner_id: int


async def is_caller(session: AsyncSession, person_id: int) -> bool:
    """Whether the person is known by a telephone number alone, and has no chat."""
    known = await session.scalar(select(Caller.person_id).where(Caller.person_id == person_id))
    return known is not None


async def caller_of(acting: Acting, said: CallerView, language: Language) -> int:
    """The person who stands for that number, by that name from now on; a new one where unknown.

    Two who ask for a new number at once get the same person.
    """
    session = acting.session
    renamed = update(Caller).where(Caller.phone == said.phone).values(name=said.name)
    named: int | None = await session.scalar(renamed.returning(Caller.person_id))
    if named is not None:
        return named
    person = await add_person(session, language, acting.now)
    row = {"person_id": person.id, "phone": said.phone, "name": said.name, "added_at": acting.now}
    adding = insert_for(dialect_of(session), table_of(Caller)).values(row)
    kept = adding.on_conflict_do_update(index_elements=["phone"], set_={"name": said.name})
    found: int = (await session.execute(kept.returning(table_of(Caller).c.person_id))).scalar_one()
    return found


async def caller_view(session: AsyncSession, person_id: int) -> CallerView | None:
    """The number and the name of a caller; None for who is none."""
    found = select(Caller.phone, Caller.name).where(Caller.person_id == person_id)
    row = (await session.execute(found)).first()
    return None if row is None else CallerView(row.phone, row.name)


async def caller_by_phone(session: AsyncSession, phone: str) -> CallerView | None:
    """The caller of that number (E.164), by the name of the last call; None for a new one."""
    name = await session.scalar(select(Caller.name).where(Caller.phone == phone))
    return None if name is None else CallerView(phone, name)


async def buyer_of(session: AsyncSession, person_id: int) -> Buyer | None:
    """Whose an order for that caller will be; None for who is no caller."""
    row = (
        await session.execute(
            select(Caller.person_id, Caller.owner_id).where(Caller.person_id == person_id)
        )
    ).first()
    return None if row is None else Buyer(row.person_id, row.owner_id or row.person_id)


async def hold_buyer(session: AsyncSession, person_id: int) -> Buyer:
    """Whose an order for that caller will be, also of those who claim the number meanwhile.

    Nobody makes the number theirs until the transaction ends. Refuses: NotFound.
    """
    held = select(Caller.person_id, Caller.owner_id).where(Caller.person_id == person_id)
    row = (await session.execute(held.with_for_update(key_share=True))).first()
    if row is None:
        raise NotFound("caller")
    return Buyer(row.person_id, row.owner_id or row.person_id)


async def own_caller(acting: Acting, phone: str) -> int | None:
    """Make the actor, who has proved that number theirs, its owner; out comes the caller's person.

    None where nobody has ordered by that number. A number that goes to somebody else goes on to
    them; the orders that there were stay where they are.
    """
    owned = await acting.session.execute(
        update(Caller)
        .where(Caller.phone == phone)
        .values(owner_id=acting.person_id)
        .returning(Caller.person_id)
    )
    found: int | None = owned.scalar()
    return found
