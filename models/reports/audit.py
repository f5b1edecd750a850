"""The audit: what happened in the whole shop, by who did it, by day and by kind.

However many facts there are, a page reads few of them: the newest ones by their ids, a day's by
their time, a person's and a seldom kind's by an index of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, get_args

import msgspec
from sqlalchemy import ColumnElement, Select, select, text, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.calendar import dubai_moment
from models.kernel.facts import (
    COMMON,
    SELDOM,
    AccountLimited,
    CashCorrected,
    DeliveryPlanChanged,
    Fact,
    FactBase,
    FactRow,
    OrdersClaimed,
    PersonErased,
    QuestionsErased,
    StaffLeft,
    tag_of,
)
from models.people.access import RoleRow
from models.reports.history import Past, newest, past_of, select_entries


class Topic(StrEnum):
    """What a kind of fact is about, as the audit can be narrowed to it."""

    orders = "orders"
    products = "products"
    families = "families"
    bazaars = "bazaars"
    team = "team"
    cash = "cash"
    inbox = "inbox"


OF_KIND: Mapping[type[FactBase], Topic] = {
    OrdersClaimed: Topic.orders,
    AccountLimited: Topic.orders,
    CashCorrected: Topic.cash,
    DeliveryPlanChanged: Topic.orders,
    QuestionsErased: Topic.inbox,
    PersonErased: Topic.orders,
}
"""The kinds that are looked for elsewhere than their fields tell."""
OF_FIELD = {
    "difference_id": Topic.cash,
    "handover_id": Topic.cash,
    "sale_id": Topic.orders,
    "till_id": Topic.cash,
    "question_id": Topic.inbox,
    "run_id": Topic.orders,
    "order_id": Topic.orders,
    "product_id": Topic.products,
    "option_id": Topic.products,
    "family_id": Topic.families,
    "bazaar_id": Topic.bazaars,
}


def topic_of(kind: type[FactBase]) -> Topic:
    """What facts of that kind are about: by the kind itself, else by the first field that tells."""
    return OF_KIND.get(kind) or next(
        (OF_FIELD[name] for name in OF_FIELD if name in kind.__struct_fields__), Topic.team
    )


def tags_by_topic() -> Mapping[Topic, tuple[str, ...]]:
    """The tags of each topic; no kind of fact is in none."""
    kinds: tuple[type[FactBase], ...] = get_args(Fact)
    return {
        topic: tuple(tag_of(kind) for kind in kinds if topic_of(kind) == topic) for topic in Topic
    }


TAGS = tags_by_topic()


class Filter(msgspec.Struct, frozen=True):
    """What of the audit is looked at: by whom (0: anybody), on which day in Dubai, about what."""

    person_id: int = 0
    day: date | None = None
    topic: Topic | None = None


async def audit(session: AsyncSession, by: Filter, before: int, most: int) -> Past:
    """The newest facts of that kind before the fact of that id (0: until now)."""
    if by.day is not None:
        return await audit_of_day(session, by, by.day, before, most)
    if by.person_id or by.topic is None:
        return await newest(session, select_entries(before, *narrowing_conditions(by)), most)
    return await audit_of_tags(session, TAGS[by.topic], before, most)


def narrowing_conditions(by: Filter) -> list[ColumnElement[bool]]:
    """The conditions of person and topic."""
    conditions = []
    if by.person_id:
        conditions.append(FactRow.actor_id == by.person_id)
    if by.topic is not None:
        conditions.append(FactRow.kind.in_(TAGS[by.topic]))
    return conditions


async def audit_of_day(
    session: AsyncSession, by: Filter, day: date, before: int, most: int
) -> Past:
    """The same of one day: its facts in the order of their time, by the index of time."""
    first, last = bounds(day)
    chosen = select(FactRow.id, FactRow.at, FactRow.actor_id, FactRow.body)
    chosen = chosen.where(FactRow.at >= first, FactRow.at < last, *narrowing_conditions(by))
    if before:
        at = await session.scalar(select(FactRow.at).where(FactRow.id == before))
        if at is not None:
            here = tuple_(FactRow.at, FactRow.id)
            chosen = chosen.where(FactRow.at <= at, here < tuple_(at, before))
    return await newest(session, chosen.order_by(FactRow.at.desc(), FactRow.id.desc()), most)


async def audit_of_tags(
    session: AsyncSession, tags: Collection[str], before: int, most: int
) -> Past:
    """The newest of these kinds, each looked for by itself: a seldom one by its index."""
    ids = union_all(*(select_ids(tag, before, most + 1) for tag in tags)).subquery()
    last = select(ids.c.id).order_by(ids.c.id.desc()).limit(most + 1)
    found = select(FactRow.id, FactRow.at, FactRow.actor_id, FactRow.body)
    found = found.where(FactRow.id.in_(last)).order_by(FactRow.id.desc())
    return past_of((await session.execute(found)).all(), most)


def select_ids(tag: str, before: int, most: int) -> Select[Any]:
    """The look-up of the ids of the newest facts with that tag."""
    older = (FactRow.id < before,) if before else ()
    # SQLite uses a partial index only where its very condition stands.
    seldom = () if tag in COMMON else (text(SELDOM),)
    chosen = select(FactRow.id).where(FactRow.kind == tag, *seldom, *older)
    some = chosen.order_by(FactRow.id.desc()).limit(most).subquery()
    return select(some.c.id)


def bounds(day: date) -> tuple[datetime, datetime]:
    """From when to when (UTC, the second one not included) a day in Dubai lasts."""
    return dubai_moment(day, time()), dubai_moment(day + timedelta(days=1), time())


async def who_acts(session: AsyncSession) -> list[int]:
    """The ids of everyone who works here, and of those who have left, in order."""
    here = await session.scalars(select(RoleRow.person_id))
    gone = select(FactRow.person_id).where(FactRow.kind == tag_of(StaffLeft), text(SELDOM))
    left = (id_ for id_ in await session.scalars(gone.distinct()) if id_ is not None)
    return sorted({*here, *left})
