"""Subscriptions: who wants to be reminded, and which reminders have gone out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Literal

import msgspec
from sqlalchemy import ForeignKey, Select, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.bazaars.bazaars import Bazaar, BazaarDay
from models.kernel.acting import Acting
from models.kernel.base import Base, insert_into

BAZAAR = "bazaar"
A_DAY = timedelta(days=1)
AN_HOUR = timedelta(hours=1)


class Subscription(Base):
    """A person who wants a topic's notices ("bazaar": reminders of each opening)."""

    __tablename__ = "subscriptions"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]


class ReminderSent(Base):
    """A reminder of an opening that was handed to everyone: unique per opening and distance."""

    __tablename__ = "reminders_sent"

    day_id: Mapped[int] = mapped_column(ForeignKey("bazaar_days.id"), primary_key=True)
    ahead: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class DueOpening(msgspec.Struct, frozen=True):
    """An opening (UTC) that people are to be reminded of now: a day or an hour ahead."""

    day_id: int
    bazaar_id: int
    ahead: Literal["day", "hour"]
    opens_at: datetime
    closes_at: datetime
    name_ar: str
    name_en: str
    place_ar: str
    place_en: str


class Subscribers(msgspec.Struct, frozen=True):
    """The people who have wanted reminders since that moment (UTC) or longer, but for one."""

    since_before: datetime
    but: int | None = None


async def remind(acting: Acting, on: bool) -> None:
    """Turn the person's reminders of openings on or off; twice is as once."""
    session = acting.session
    if on:
        wanted = insert_into(session, Subscription).values(
            person_id=acting.person_id, topic=BAZAAR, since=acting.now
        )
        await session.execute(wanted.on_conflict_do_nothing())
    else:
        await session.execute(
            delete(Subscription).where(
                Subscription.person_id == acting.person_id, Subscription.topic == BAZAAR
            )
        )


async def wants_reminders(session: AsyncSession, person_id: int) -> bool:
    """Whether the person is reminded of openings."""
    found = await session.scalar(
        select(Subscription.person_id).where(
            Subscription.person_id == person_id, Subscription.topic == BAZAAR
        )
    )
    return found is not None


async def due_openings(session: AsyncSession, now: datetime) -> list[DueOpening]:
    """The reminders that are due now and have not gone out, the next opening first.

    Each opening is reminded of from a day before it, and once more from an hour before it. After
    a pause only the nearer one is due, and none once the doors are open. Whoever takes one of
    these openings off waits until the commit, and so knows which reminders there are.
    """
    upcoming = (
        select(BazaarDay, Bazaar)
        .join(Bazaar, Bazaar.id == BazaarDay.bazaar_id)
        .where(BazaarDay.opens_at > now, BazaarDay.opens_at <= now + A_DAY, ~Bazaar.hidden)
        .order_by(BazaarDay.opens_at, BazaarDay.id)
        .with_for_update(read=True)
    )
    openings = [due_opening(day, bazaar, now) for day, bazaar in await session.execute(upcoming)]
    gone = {
        (day_id, ahead)
        for day_id, ahead in await session.execute(
            select(ReminderSent.day_id, ReminderSent.ahead).where(
                ReminderSent.day_id.in_([opening.day_id for opening in openings])
            )
        )
    }
    return [opening for opening in openings if (opening.day_id, opening.ahead) not in gone]


def due_opening(day: BazaarDay, bazaar: Bazaar, now: datetime) -> DueOpening:
    """The reminder that the opening is near enough for."""
    return DueOpening(
        day_id=day.id,
        bazaar_id=bazaar.id,
        ahead="hour" if day.opens_at - now <= AN_HOUR else "day",
        opens_at=day.opens_at,
        closes_at=day.closes_at,
        name_ar=bazaar.name_ar,
        name_en=bazaar.name_en,
        place_ar=bazaar.place_ar,
        place_en=bazaar.place_en,
    )


def subscribers(since_before: datetime, but: int | None = None) -> Select[int]:
    """The look-up of the people who have wanted reminders since that moment or longer.

    `but` is somebody who is left out. It is no list: so many ids as there may be are more than one
    statement takes.
    """
    return select(Subscription.person_id).where(
        Subscription.topic == BAZAAR,
        Subscription.since <= since_before,
        Subscription.person_id.is_distinct_from(but),
    )


async def mark_reminded(session: AsyncSession, opening: DueOpening, now: datetime) -> bool:
    """Note that the reminder is handed to everyone; False when it had been already.

    Of two processes that do it at the same moment one gets False: who gets it, hands nothing out.
    """
    noted = await session.execute(
        insert_into(session, ReminderSent)
        .values(day_id=opening.day_id, ahead=opening.ahead, at=now)
        .on_conflict_do_nothing()
        .returning(ReminderSent.day_id)
    )
    return noted.first() is not None


async def forget_reminders(session: AsyncSession, day_ids: Collection[int]) -> None:
    """Drop what was noted of openings that are taken off."""
    await session.execute(delete(ReminderSent).where(ReminderSent.day_id.in_(day_ids)))
