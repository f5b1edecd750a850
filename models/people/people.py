"""People: one row a person, whatever channel they speak on."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id

Language = Literal["ar", "en"]


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


def language_from_hint(hint: str | None) -> Language:
    """Arabic unless the account says English (an IETF tag such as en or en-GB)."""
    return "en" if (hint or "").lower().split("-")[0] == "en" else "ar"


async def add_person(session: AsyncSession, hint: str | None, now: datetime) -> Person:
    """A new person who speaks the language that the account hints at."""
    person = Person(language=language_from_hint(hint), created_at=now)
    session.add(person)
    await session.flush()
    return person


async def set_language(session: AsyncSession, person_id: int, language: Language) -> None:
    """Speak that language with the person from now on."""
    chosen = update(Person).where(Person.id == person_id).values(language=language)
    await session.execute(chosen)
