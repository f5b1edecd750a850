"""How a person wants notices of a topic: at once, bundled at an hour, or not at all.

What is bundled is kept as rows, written in the transaction in which it would have been owed, and
given out by the one in which it is: nothing is lost in between, and its order stays.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, time, timedelta
from typing import TypeAlias

from sqlalchemy import ForeignKey, Index, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, insert_into
from models.kernel.calendar import dubai_day, dubai_moment
from models.kernel.prepared import prepared

EVERY_HOUR, OFF = -1, -2
HOURS = (8, 12, 16, 20)
HABITS = (EVERY_HOUR, *HOURS, OFF)
"""Bundled each hour, bundled at that hour in Dubai, or not at all; without one: at once."""


class NoticeHabit(Base):
    """How a person wants notices of a topic, one of HABITS; without a row they come at once."""

    __tablename__ = "notice_habits"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    habit: Mapped[int]


class HeldNotice(Base):
    """A notice that is held for a person until `due_at`; `key` holds it once."""

    __tablename__ = "held_notices"
    __table_args__ = (Index("ix_held_notices_due_at", "due_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    topic: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    reply: Mapped[str]
    due_at: Mapped[datetime]


async def habits_of(session: AsyncSession, person_id: int) -> dict[str, int]:
    """The person's habits by topic; of what is not in it notices come at once."""
    chosen = select(NoticeHabit.topic, NoticeHabit.habit)
    rows = await session.execute(chosen.where(NoticeHabit.person_id == person_id))
    return {row.topic: row.habit for row in rows}


async def set_habit(
    session: AsyncSession, person_id: int, topic: str, habit: int | None, now: datetime
) -> None:
    """Have notices of the topic so from now on (None: at once). What is held comes soon."""
    own = (NoticeHabit.person_id == person_id, NoticeHabit.topic == topic)
    await session.execute(delete(NoticeHabit).where(*own))
    if habit is not None:
        session.add(NoticeHabit(person_id=person_id, topic=topic, habit=habit))
        await session.flush()
    waiting = update(HeldNotice).where(
        HeldNotice.person_id == person_id, HeldNotice.topic == topic, HeldNotice.due_at > now
    )
    await session.execute(waiting.values(due_at=now))


CHOSEN = prepared(
    select(NoticeHabit.topic, NoticeHabit.person_id, NoticeHabit.habit).where(
        NoticeHabit.topic.in_(bindparam("topics", expanding=True)),
        NoticeHabit.person_id.in_(bindparam("people", expanding=True)),
    )
)
Habits: TypeAlias = dict[str, dict[int, int]]
"""By topic, the habits of those people who do not want its notices at once."""


async def habits_in(
    session: AsyncSession, topics: Collection[str], people: Collection[int]
) -> Habits:
    """How these people want notices of these topics."""
    found: Habits = {}
    if topics and people:
        asked = {"topics": sorted(topics), "people": sorted(people)}
        for topic, person_id, habit in await session.execute(CHOSEN, asked):
            found.setdefault(topic, {})[person_id] = habit
    return found


async def hold_notice(
    session: AsyncSession,
    topic: str,
    habits: Mapping[int, int],
    key: str,
    reply: str,
    now: datetime,
) -> None:
    """Hold the notice for those of the people, with their habits, who bundle the topic."""
    held = [
        {
            "person_id": person_id,
            "topic": topic,
            "key": f"{key}{person_id}",
            "reply": reply,
            "due_at": next_time(habit, now),
        }
        for person_id, habit in habits.items()
        if habit != OFF
    ]
    if held:
        await session.execute(
            insert_into(session, HeldNotice).values(held).on_conflict_do_nothing()
        )


def next_time(habit: int, now: datetime) -> datetime:
    """When what is bundled so comes next (UTC), after that moment."""
    if habit == EVERY_HOUR:
        return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    today = dubai_day(now)
    at = dubai_moment(today, time(habit))
    return at if at > now else dubai_moment(today + timedelta(days=1), time(habit))


async def take_due(session: AsyncSession, now: datetime) -> list[HeldNotice]:
    """All that is held for the person who waits longest, in order, and held no more."""
    first = select(HeldNotice.person_id).where(HeldNotice.due_at <= now)
    person_id = await session.scalar(first.order_by(HeldNotice.due_at, HeldNotice.id).limit(1))
    if person_id is None:
        return []
    own = select(HeldNotice).where(HeldNotice.person_id == person_id, HeldNotice.due_at <= now)
    rows = list(await session.scalars(own.order_by(HeldNotice.id).with_for_update()))
    gone = delete(HeldNotice).where(HeldNotice.id.in_([row.id for row in rows]))
    await session.execute(gone.execution_options(synchronize_session=False))
    return rows
