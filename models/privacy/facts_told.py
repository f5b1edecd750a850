"""What facts hold in somebody's own words, and what is left of it when a person is erased."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import table_of
from models.kernel.facts import (
    AddressChanged,
    Fact,
    FactRow,
    HallReturned,
    NoteChanged,
    NoteDisputed,
    PhoneChanged,
    decode_fact,
    tag_of,
)
from models.orders.reasons import KEYS

EMPTIED: dict[type[Any], tuple[str, ...]] = {
    PhoneChanged: ("was", "now"),
    NoteChanged: ("was", "now"),
    AddressChanged: ("was_place", "now_place"),
    NoteDisputed: ("word",),
}
"""The fields that hold a phone, a note, an address, or somebody's own words."""
facts = table_of(FactRow)


def without_person(fact: Fact) -> Fact:
    """The fact without what is somebody's: phones, notes, addresses, photos, own words."""
    emptied = dict.fromkeys(EMPTIED.get(type(fact), ()), "")
    if getattr(fact, "reason", "") not in ("", *KEYS):
        emptied["reason"] = ""
    if getattr(fact, "photo", ""):
        emptied["photo"] = ""
    return msgspec.structs.replace(fact, **emptied) if emptied else fact


async def empty_return_facts(
    session: AsyncSession, sale_ids: Sequence[int], moments: Sequence[datetime]
) -> None:
    """Take the words about what came back of these sales, at those moments (UTC), out of facts."""
    told = select(facts.c.id, facts.c.body).where(facts.c.kind == tag_of(HallReturned))
    rows = await session.execute(told.where(facts.c.at.in_(moments)))
    for row in rows.all():
        fact = decode_fact(row.body)
        kept = without_person(fact)
        if isinstance(fact, HallReturned) and fact.sale_id in sale_ids and kept is not fact:
            await session.execute(update(facts).where(facts.c.id == row.id).values(body=kept))


async def empty_facts(session: AsyncSession, order_ids: list[int]) -> None:
    """Take what is somebody's out of the facts of these orders; who did what, and when, stays."""
    await empty_those(session, facts.c.order_id.in_(order_ids))


async def empty_said(
    session: AsyncSession, people: Sequence[int], family_ids: Sequence[int]
) -> None:
    """Take out what these people said was wrong with notes on the goods of these families."""
    of_notes = (facts.c.family_id.in_(family_ids), facts.c.kind == tag_of(NoteDisputed))
    await empty_those(session, *of_notes, facts.c.actor_id.in_(people))


async def empty_those(session: AsyncSession, *which: ColumnElement[bool]) -> None:
    """Take what is somebody's out of such facts."""
    told = select(facts.c.id, facts.c.body).where(*which)
    for row in (await session.execute(told)).all():
        fact = decode_fact(row.body)
        kept = without_person(fact)
        if kept is not fact:
            await session.execute(update(facts).where(facts.c.id == row.id).values(body=kept))
