"""What keeps an erasing true when a backup of before is put back: who was erased, and again.

A line names a person by number and first day, and the moment: no more is known of them. The lines
are kept beside the database (`bot/app/erased_people.py`): all that is in it goes back in time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.refusals import StillHeld
from models.people.people import Person
from models.privacy.erasing import erase_person
from models.privacy.tables import Erasure


class Erased(msgspec.Struct, frozen=True):
    """Somebody who was erased: number, first day and the moment of it, in UTC."""

    person_id: int
    since: datetime
    at: datetime


async def all_erased(session: AsyncSession) -> list[Erased]:
    """Everybody who was erased, as the database knows it."""
    rows = await session.execute(
        select(Erasure.person_id, Erasure.person_since, Erasure.at).order_by(Erasure.at)
    )
    return [Erased(*row) for row in rows]


async def brought_back(session: AsyncSession, known: Iterable[Erased]) -> list[int]:
    """Who of those that were erased is there again, as before: a backup was put back since."""
    here = {(each.person_id, each.since): each.at for each in await all_erased(session)}
    gone = {(each.person_id, each.since) for each in known} - here.keys()
    found = []
    for person_id, since in sorted(gone):
        met = await session.scalar(select(Person.created_at).where(Person.id == person_id))
        if met == since:
            found.append(person_id)
    return found


async def erase_again(session: AsyncSession, person_id: int, now: datetime) -> bool:
    """Erase the person once more; False while an order of then is open, or money owed, again."""
    try:
        async with session.begin_nested():
            await erase_person(Acting(session, None, now), person_id)
    except StillHeld:
        return False
    return True
