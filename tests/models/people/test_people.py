"""People: each in their own language."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people.people import Person, set_language
from tests.support.shelves import a_person


async def test_a_language_is_chosen_for_one_person(session: AsyncSession) -> None:
    mine, hers = await a_person(session, "ar"), await a_person(session, "ar")
    await set_language(session, hers, "en")
    spoken = await session.execute(select(Person.id, Person.language))
    assert sorted(map(tuple, spoken)) == [(mine, "ar"), (hers, "en")]
