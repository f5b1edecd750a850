"""The messages that could not be sent."""

from __future__ import annotations

from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage
from models.messaging.undelivered import Unsent, count_unsent, unsent_messages
from models.people.access import FamilyMember
from models.people.addresses import save_address
from tests.support.clock import MORNING
from tests.support.orders import HOME
from tests.support.shelves import a_family, a_person

OUTCOMES = ("blocked", "sent", "gave-up", None, "waiting", "blocked")


async def test_only_what_was_given_up_is_listed_newest_first(database: Database) -> None:
    async with database.write() as session:
        person_id = await a_person(session)
        await save_address(session, person_id, HOME)
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
        Unsent(("", ""), HOME.name, HOME.phone, "blocked", MORNING),
        Unsent(("", ""), HOME.name, HOME.phone, "gave-up", MORNING),
    )
    assert (page.more, page.total, len(rest.items)) == (True, 3, 1)


async def test_whoever_got_a_gift_is_not_called_about_a_familys_sales(database: Database) -> None:
    async with database.write() as session:
        mother, family = await a_person(session), await a_family(session, "Dar Al Ward")
        await save_address(session, mother, HOME)
        session.add(FamilyMember(family_id=family, person_id=mother, since=MORNING))
        account = Account(person_id=mother, channel="test", external_id="m", added_at=MORNING)
        session.add(account)
        await session.flush()
        session.add(
            OwedMessage(
                account_id=account.id,
                key="fact:1",
                reply="{}",
                made_at=MORNING,
                due_at=MORNING,
                outcome="blocked",
                done_at=MORNING,
            )
        )
    async with database.read() as session:
        (found,) = (await unsent_messages(session, 0, 9)).items
    assert (found.brand[1], found.name, found.phone) == ("Dar Al Ward", "", "")
