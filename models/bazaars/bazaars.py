"""Bazaars: an edition, where it is, and the hours of each of its days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Select,
    bindparam,
    case,
    func,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, Moment
from models.kernel.paging import Page
from models.kernel.refusals import NotFound


class Bazaar(Base):
    """One edition at one place (WGS 84 degrees)."""

    __tablename__ = "bazaars"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name_ar: Mapped[str]
    name_en: Mapped[str]
    place_ar: Mapped[str]
    place_en: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    hidden: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime]


class BazaarDay(Base):
    """One opening: from `opens_at` to `closes_at`, both UTC."""

    __tablename__ = "bazaar_days"
    __table_args__ = (CheckConstraint("closes_at > opens_at", name="hours"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    bazaar_id: Mapped[int] = mapped_column(ForeignKey("bazaars.id"), index=True)
    opens_at: Mapped[datetime] = mapped_column(index=True)
    closes_at: Mapped[datetime]


class BazaarFamily(Base):
    """A family whose goods are at a bazaar."""

    __tablename__ = "bazaar_families"

    bazaar_id: Mapped[int] = mapped_column(ForeignKey("bazaars.id"), primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"), primary_key=True)


class OpeningDay(msgspec.Struct, frozen=True):
    """One opening of a bazaar, in UTC."""

    id: int
    bazaar_id: int
    opens_at: datetime
    closes_at: datetime


class BazaarView(msgspec.Struct, frozen=True):
    """A bazaar with its days in order, and how many families' goods are there."""

    id: int
    name_ar: str
    name_en: str
    place_ar: str
    place_en: str
    latitude: float | None
    longitude: float | None
    hidden: bool
    days: tuple[OpeningDay, ...]
    families: int

    def is_open(self, now: datetime) -> bool:
        """Whether the doors are open at that moment."""
        return any(day.opens_at <= now < day.closes_at for day in self.days)

    def next_day(self, now: datetime) -> OpeningDay | None:
        """The day that is open now or opens next."""
        return next((day for day in self.days if day.closes_at > now), None)


SPANS = (
    select(
        BazaarDay.bazaar_id,
        func.min(BazaarDay.opens_at).label("opens_at"),
        func.max(BazaarDay.closes_at).label("closes_at"),
    )
    .group_by(BazaarDay.bazaar_id)
    .subquery()
)


async def running_or_next(session: AsyncSession, now: datetime) -> int | None:
    """The bazaar that has begun and is not over, else the one that begins next."""
    found: int | None = await session.scalar(NEXT_BAZAAR, {"at": now})
    return found


async def running_and_coming(session: AsyncSession, now: datetime) -> list[int]:
    """The bazaars that are not over and may be seen, in the order in which they begin."""
    return list(await session.scalars(select_ahead(now)))


def select_ahead(now: datetime | ColumnElement[datetime]) -> Select[Any]:
    """The look-up of bazaars that customers see and that are not over, by their beginning."""
    return select_shown().where(SPANS.c.closes_at > now).order_by(SPANS.c.opens_at, Bazaar.id)


async def current_bazaar(session: AsyncSession, now: datetime) -> BazaarView | None:
    """The bazaar that runs, else the next one, else the last one (which is over), if any."""
    found = await running_or_next(session, now)
    if found is None:
        found = await session.scalar(select_shown().order_by(SPANS.c.closes_at.desc()).limit(1))
    return None if found is None else await bazaar(session, found)


def select_shown() -> Select[Any]:
    """The look-up of bazaars with days that customers may see."""
    return select(Bazaar.id).join(SPANS, SPANS.c.bazaar_id == Bazaar.id).where(~Bazaar.hidden)


async def bazaar(session: AsyncSession, bazaar_id: int) -> BazaarView:
    """One bazaar, hidden or not. Refuses NotFound("bazaar")."""
    found = await views(session, [bazaar_id])
    if not found:
        raise NotFound("bazaar")
    return found[0]


async def bazaars(
    session: AsyncSession, page: int, per_page: int, now: datetime
) -> Page[BazaarView]:
    """All bazaars: those without days, then the running and coming ones, then the past ones."""
    over = case((SPANS.c.closes_at.is_(None), 0), (SPANS.c.closes_at > now, 1), else_=2)
    ordered = (
        select(Bazaar.id)
        .outerjoin(SPANS, SPANS.c.bazaar_id == Bazaar.id)
        .order_by(
            over,
            case((over == 1, SPANS.c.opens_at)),
            SPANS.c.closes_at.desc(),
            Bazaar.id.desc(),
        )
    )
    some = ordered.limit(per_page + 1).offset(page * per_page)
    ids = list(await session.scalars(some))
    total = await session.scalar(select(func.count()).select_from(Bazaar))
    shown_now = await views(session, ids[:per_page])
    return Page(tuple(shown_now), page, len(ids) > per_page, total)


async def views(session: AsyncSession, ids: Sequence[int]) -> list[BazaarView]:
    """The bazaars of these ids with their days, in that order; one that is gone is left out."""
    rows = await session.scalars(select(Bazaar).where(Bazaar.id.in_(ids)))
    found = {row.id: row for row in rows}
    days: dict[int, list[OpeningDay]] = {bazaar_id: [] for bazaar_id in ids}
    ordered = select(BazaarDay).where(BazaarDay.bazaar_id.in_(ids)).order_by(BazaarDay.opens_at)
    for day in await session.scalars(ordered):
        days[day.bazaar_id].append(opening_view(day))
    taking_part = select(BazaarFamily.bazaar_id, func.count()).group_by(BazaarFamily.bazaar_id)
    families = {
        row[0]: row[1]
        for row in await session.execute(taking_part.where(BazaarFamily.bazaar_id.in_(ids)))
    }
    return [
        view_of(found[bazaar_id], days[bazaar_id], families.get(bazaar_id, 0))
        for bazaar_id in ids
        if bazaar_id in found
    ]


async def bazaar_day(session: AsyncSession, day_id: int) -> OpeningDay:
    """One opening. Refuses NotFound("day")."""
    found = await session.get(BazaarDay, day_id)
    if found is None:
        raise NotFound("day")
    return opening_view(found)


def opening_view(day: BazaarDay) -> OpeningDay:
    """The view of a day's row."""
    return OpeningDay(day.id, day.bazaar_id, day.opens_at, day.closes_at)


def view_of(row: Bazaar, days: Sequence[OpeningDay], families: int) -> BazaarView:
    """The view of a bazaar's row."""
    return BazaarView(
        id=row.id,
        name_ar=row.name_ar,
        name_en=row.name_en,
        place_ar=row.place_ar,
        place_en=row.place_en,
        latitude=row.latitude,
        longitude=row.longitude,
        hidden=row.hidden,
        days=tuple(days),
        families=families,
    )


NEXT_BAZAAR = select_ahead(bindparam("at", type_=Moment())).limit(1)
"""The look-up of the bazaar that runs or begins next, at the moment `at` (UTC)."""
