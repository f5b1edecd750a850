"""A till that several have in hand at once: it is counted, closed and taken over once."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from sqlalchemy import select, text, update

from models.accounting import cash_handovers
from models.accounting.ledger import CASH, Balance
from models.hall import counting, sales
from models.hall.counting import TillCount, close_till, count_till, take_over, withdraw_count
from models.hall.refusals import NoOpenTill, TillMoved
from models.hall.till_tables import Till, TillState
from models.hall.tills import HeldTill, TillView, cash_in, till, tills_not_closed
from models.kernel.acting import Acting
from models.kernel.database import Database
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import HandoverOver, HandoverWaits
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.halls import FLOAT, Seller, a_bazaar, a_sale, a_seller
from tests.support.held_up import Work, one_after_another
from tests.support.shelves import a_person, an_option

HUNDRED, PRICE = Money.dirhams(100), Money.dirhams(35)


class InHand(NamedTuple):
    """A seller with her till, who may sell on with it, the finance, and something to sell."""

    seller: Seller
    other: int
    finance: int
    option: int
    waits: int = 0

    def counts(self, to_id: int | None = None) -> Work:
        """She counts what she opened with."""
        count = TillCount({HUNDRED: 2}, FLOAT, to_id=to_id)
        by, till_id = self.seller.person_id, self.seller.till_id
        return lambda session: count_till(acting(session, by), till_id, count)

    def sells(self) -> Work:
        """She sells one piece."""
        return lambda session: a_sale(session, self.seller, (self.option, 1))

    def closes(self) -> Work:
        """The finance agrees to the count."""
        return lambda session: close_till(acting(session, self.finance), self.waits)

    def takes_over(self, token: str) -> Work:
        """The other seller sells on with it."""
        return lambda session: take_over(acting(session, self.other), self.waits, token)

    def withdraws(self) -> Work:
        """She takes her count back."""
        return lambda session: withdraw_count(acting(session, self.seller.person_id), self.waits)


async def in_hand(database: Database, *, counted: bool = True, over: bool = False) -> InHand:
    """Such a till, counted or not; `over`: for the other seller."""
    async with database.write() as session:
        seller = await a_seller(session, await a_bazaar(session))
        other, finance = await a_person(session), await a_person(session)
        found = InHand(seller, other, finance, await an_option(session, stock=3))
        if not counted:
            return found
        waits = await found.counts(found.other if over else None)(session)
        assert isinstance(waits, int)
        return found._replace(waits=waits)


async def troubles(database: Database) -> list[str]:
    """Where the books disagree."""
    async with database.read() as session:
        return await discrepancies(session)


async def in_the_centre(database: Database) -> Money:
    """What lies in the centre's own till."""
    async with database.read() as session:
        kept = select(Balance.amount).where(Balance.account == CASH)
        return await session.scalar(kept) or NOTHING


async def open_tills(database: Database) -> list[tuple[int, Money]]:
    """Whose tills are not closed, and what is in each."""
    async with database.read() as session:
        found = await tills_not_closed(session)
        return [(each.person_id, await cash_in(session, each.id)) for each in found]


async def is_unguarded(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a till and what waits of it be ended as often as somebody wants to."""

    async def move_any(
        acting: Acting, till_id: int, _was: TillState, **values: Any
    ) -> TillView | None:
        await acting.session.execute(update(Till).where(Till.id == till_id).values(values))
        return await till(acting.session, till_id)

    async def end_nothing(*_: object) -> None:
        pass

    monkeypatch.setattr(counting, "move_till", move_any)
    monkeypatch.setattr(cash_handovers, "end", end_nothing)
    async with database.write() as session:
        await session.execute(text("DROP INDEX ix_tills_person"))
        unique = "uq_ledger_entries_event_account"
        await session.execute(text(f"ALTER TABLE ledger_entries DROP CONSTRAINT {unique}"))


async def test_two_who_confirm_one_count_book_it_once(database: Database) -> None:
    found = await in_hand(database)
    with pytest.raises(HandoverOver):
        await one_after_another(database, found.closes(), found.closes())
    assert await in_the_centre(database) == NOTHING
    assert await open_tills(database) == []
    assert await troubles(database) == []


async def test_without_the_guard_the_centre_has_the_cash_of_a_till_twice(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await in_hand(postgres_database)
    await is_unguarded(postgres_database, monkeypatch)
    await one_after_another(postgres_database, found.closes(), found.closes())
    assert await in_the_centre(postgres_database) == FLOAT
    assert await troubles(postgres_database) != []


async def test_a_till_is_taken_over_once_on_two_phones(database: Database) -> None:
    found = await in_hand(database, over=True)
    with pytest.raises(HandoverOver):
        await one_after_another(database, found.takes_over("one"), found.takes_over("two"))
    assert await open_tills(database) == [(found.other, FLOAT)]
    assert await troubles(database) == []


async def test_without_the_guard_two_tills_come_of_one(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: she sells at two tills, and the cash in one of them is nowhere."""
    found = await in_hand(postgres_database, over=True)
    await is_unguarded(postgres_database, monkeypatch)
    both = found.takes_over("one"), found.takes_over("two")
    await one_after_another(postgres_database, *both)
    assert await open_tills(postgres_database) == [(found.other, FLOAT)] * 2
    assert await troubles(postgres_database) != []


@pytest.mark.parametrize("taken_first", [True, False])
async def test_what_is_taken_back_is_taken_over_no_more(
    database: Database, taken_first: bool
) -> None:
    found = await in_hand(database, over=True)
    works = (found.takes_over("one"), found.withdraws())
    with pytest.raises(HandoverOver):
        await one_after_another(database, *(works if taken_first else works[::-1]))
    whose = found.other if taken_first else found.seller.person_id
    assert await open_tills(database) == [(whose, FLOAT)]
    assert await troubles(database) == []


async def test_a_till_is_counted_once_on_two_phones(database: Database) -> None:
    found = await in_hand(database, counted=False)
    with pytest.raises(HandoverWaits):
        await one_after_another(database, found.counts(), found.counts(found.other))
    assert await troubles(database) == []


async def test_nothing_is_sold_at_a_till_that_is_being_counted(database: Database) -> None:
    found = await in_hand(database, counted=False)
    with pytest.raises(NoOpenTill):
        await one_after_another(database, found.counts(), found.sells())
    assert await open_tills(database) == [(found.seller.person_id, FLOAT)]
    assert await troubles(database) == []


async def test_what_is_sold_while_it_is_counted_is_counted_anew(database: Database) -> None:
    found = await in_hand(database, counted=False)
    with pytest.raises(TillMoved) as moved:
        await one_after_another(database, found.sells(), found.counts())
    assert moved.value.expected == FLOAT + PRICE
    async with database.read() as session:
        assert (await till(session, found.seller.till_id)).state == TillState.open
    assert await troubles(database) == []


async def test_without_holding_the_till_cash_is_left_in_it_when_it_is_closed(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: a sale goes into a till that was counted, and nobody hands its cash over."""

    async def look_only(by: Acting) -> HeldTill:
        mine = select(Till).where(Till.person_id == by.person_id, Till.state == "open")
        found = (await by.session.scalars(mine)).one()
        return HeldTill(found.id, found.bazaar_id, found.receipts)

    monkeypatch.setattr(sales, "hold_till", look_only)
    found = await in_hand(postgres_database, counted=False)
    await one_after_another(postgres_database, found.counts(), found.sells())
    async with postgres_database.write() as session:
        (waits,) = await cash_handovers.waiting_tills(session)
        await found._replace(waits=waits.id).closes()(session)
    assert await open_tills(postgres_database) == []
    async with postgres_database.read() as session:
        assert await cash_in(session, found.seller.till_id) == PRICE
