"""People: one row a person, whatever channel they speak on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id

Language = str
"""The code of a language of `locales`, such as ar or en."""


class Person(Base):
    """Someone who speaks with the shop."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    language: Mapped[str]
    created_at: Mapped[datetime]


class SavedAddress(Base):
    """Where a person had the last order delivered, and to whom: it may have been a gift."""

    __tablename__ = "saved_addresses"

    person_id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str]
    phone: Mapped[str]
    emirate: Mapped[str]
    area: Mapped[str]
    address: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    zone: Mapped[int | None]


async def add_person(session: AsyncSession, language: Language, now: datetime) -> Person:
    """A new person who speaks that language."""
    person = Person(language=language, created_at=now)
    session.add(person)
    await session.flush()
    return person


async def language_of(session: AsyncSession, person_id: int) -> Language | None:
    """The language that the person chose last; None where there is no such person."""
    return await session.scalar(select(Person.language).where(Person.id == person_id))


async def by_language(
    session: AsyncSession, person_ids: Collection[int]
) -> dict[Language, tuple[int, ...]]:
    """These people by the language that each chose last, in the order of their ids."""
    found: dict[Language, tuple[int, ...]] = {}
    chosen = select(Person.id, Person.language).where(Person.id.in_(sorted(person_ids)))
    for person_id, language in await session.execute(chosen.order_by(Person.id)):
        found[language] = (*found.get(language, ()), person_id)
    return found


async def set_language(session: AsyncSession, person_id: int, language: Language) -> None:
    """Speak that language with the person from now on."""
    chosen = update(Person).where(Person.id == person_id).values(language=language)
    await session.execute(chosen)
