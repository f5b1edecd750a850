"""The messages that could not be sent."""

from __future__ import annotations

from models.database import Database
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage
from models.messaging.unsent import Unsent, count_unsent, unsent_messages
from models.people import Person
from tests.ground.clock import MORNING
from tests.ground.shelves import a_person

OUTCOMES = ("blocked", "sent", "gave-up", None, "waiting", "blocked")


async def test_only_what_was_given_up_is_listed_newest_first(database: Database) -> None:
    async with database.write() as session:
        person_id = await a_person(session)
        (await session.get_one(Person, person_id)).phone = "+971501234567"
        account = Account(person_id=person_id, channel="test", external_id="mona", added_at=MORNING)
        session.add(account)
        await session.flush()
        for at, outcome in enumerate(OUTCOMES):
            session.add(
                OwedMessage(
                    account_id=account.id,
                    key=str(at),
                    reply="{}",
                    made_at=MORNING,
                    due_at=MORNING,
                    outcome=outcome,
                    done_at=MORNING if outcome else None,
                )
            )
            await session.flush()
    async with database.read() as session:
        page = await unsent_messages(session, 0, 2)
        rest = await unsent_messages(session, 1, 2)
        assert await count_unsent(session) == 3
    assert page.items == (
        Unsent(("", ""), "", "+971501234567", "blocked", MORNING),
        Unsent(("", ""), "", "+971501234567", "gave-up", MORNING),
    )
    assert (page.more, page.total, len(rest.items)) == (True, 3, 1)
