"""A till is counted, and its cash handed over: to the centre, or to who sells on with it."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.cash_handovers import confirm, waiting_handovers, waiting_tills, withdraw
from models.accounting.differences import How, open_differences, settle
from models.accounting.ledger import CASH, Balance
from models.accounting.purses import open_purses, purse_of
from models.hall.counting import TillCount, close_till, count_till, take_over, withdraw_count
from models.hall.editions import editions_selling
from models.hall.left_open import note_left_open
from models.hall.refusals import NoOpenTill, NotInTill, TillIsOpen, TillMoved
from models.hall.tills import cash_in, move_cash, open_till, till, till_of
from models.kernel.facts import (
    FactRow,
    TillClosed,
    TillCounted,
    TillCountWithdrawn,
    TillLeftOpen,
    TillOpened,
)
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import HandoverOver, HandoverWaits, NotAllowed, NotFound, ReasonNeeded
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.halls import FLOAT, Seller, a_bazaar, a_sale, a_seller, a_token
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option

FIFTY, HUNDRED = Money.dirhams(50), Money.dirhams(100)
ALL = TillCount({HUNDRED: 2}, FLOAT)
SHORT = TillCount({HUNDRED: 1, FIFTY: 1}, FLOAT, "lost")


async def counted(session: AsyncSession, seller: Seller, count: TillCount = ALL) -> int:
    """She counts her till; what waits then."""
    return await count_till(acting(session, seller.person_id), seller.till_id, count)


async def in_cash(session: AsyncSession) -> Money:
    """What is in the centre's own till."""
    kept = await session.scalar(select(Balance.amount).where(Balance.account == CASH))
    return kept or NOTHING


async def facts(session: AsyncSession, kind: type) -> list[object]:
    """The facts of that kind, the oldest first."""
    await session.flush()
    told = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [row.fact for row in told if isinstance(row.fact, kind)]


async def test_what_was_counted_goes_to_the_centre_when_it_agrees(session: AsyncSession) -> None:
    seller, finance = await a_seller(session), await a_person(session)
    waits = await counted(session, seller)
    assert (await till(session, seller.till_id)).state == "counted"
    assert await cash_in(session, seller.till_id) == FLOAT
    with pytest.raises(NotAllowed):
        await close_till(acting(session, seller.person_id), waits)
    await close_till(acting(session, finance), waits)
    closed = await till(session, seller.till_id)
    assert (closed.state, closed.closed_at) == ("closed", MORNING)
    assert await cash_in(session, seller.till_id) == NOTHING
    assert await in_cash(session) == NOTHING
    assert await open_purses(session) == []
    assert await till_of(session, seller.person_id) is None
    async with refused(session, HandoverOver):
        await close_till(acting(session, finance), waits)
    assert len(await facts(session, TillClosed)) == 1


async def test_who_is_alone_closes_the_own_till(session: AsyncSession) -> None:
    seller = await a_seller(session)
    waits = await counted(session, seller)
    await close_till(acting(session, seller.person_id), waits, alone=True)
    assert (await till(session, seller.till_id)).state == "closed"


async def test_a_difference_has_its_reason_and_is_settled_as_a_purses(
    session: AsyncSession,
) -> None:
    seller, finance = await a_seller(session), await a_person(session)
    async with refused(session, ReasonNeeded):
        await counted(session, seller, msgspec.structs.replace(SHORT, reason=""))
    assert (await till(session, seller.till_id)).state == "open"
    await close_till(acting(session, finance), await counted(session, seller, SHORT))
    (found,) = (await open_differences(session, 0, 9)).items
    assert (found.person_id, found.missing, found.reason) == (seller.person_id, FIFTY, "lost")
    assert await in_cash(session) == -FIFTY
    await settle(acting(session, finance), found.id, How.charged)
    assert await purse_of(session, seller.person_id) == FIFTY


async def test_nothing_is_sold_or_moved_at_a_counted_till(session: AsyncSession) -> None:
    option, seller = await an_option(session, stock=1), await a_seller(session)
    await counted(session, seller)
    async with refused(session, NoOpenTill):
        await a_sale(session, seller, (option, 1))
    async with refused(session, NoOpenTill):
        await move_cash(acting(session, seller.person_id), FIFTY, "change")
    async with refused(session, TillIsOpen):
        mine = acting(session, seller.person_id)
        await open_till(mine, seller.bazaar_id, FLOAT, a_token())


async def test_what_was_sold_since_it_was_shown_is_counted_anew(session: AsyncSession) -> None:
    option, seller = await an_option(session, stock=1), await a_seller(session)
    await a_sale(session, seller, (option, 1))
    async with refused(session, TillMoved) as why:
        await counted(session, seller)
    assert why.value.expected == FLOAT + Money.dirhams(35)
    assert (await till(session, seller.till_id)).state == "open"


async def test_a_count_is_taken_back_and_the_till_is_open_again(session: AsyncSession) -> None:
    option, seller = await an_option(session, stock=1), await a_seller(session)
    waits = await counted(session, seller)
    await withdraw_count(acting(session, seller.person_id), waits)
    assert (await till(session, seller.till_id)).counted_at is None
    await a_sale(session, seller, (option, 1))
    async with refused(session, HandoverOver):
        await close_till(acting(session, await a_person(session)), waits)
    async with refused(session, HandoverOver):
        await withdraw_count(acting(session, seller.person_id), waits)
    assert len(await facts(session, TillCountWithdrawn)) == 1


async def test_the_centre_counts_otherwise_and_the_seller_agrees(session: AsyncSession) -> None:
    seller, finance = await a_seller(session), await a_person(session)
    first = await counted(session, seller)
    async with refused(session, HandoverWaits):
        await counted(session, seller)
    anew = msgspec.structs.replace(SHORT, answers=first)
    second = await count_till(acting(session, finance), seller.till_id, anew)
    async with refused(session, HandoverOver):
        await close_till(acting(session, finance), first)
    with pytest.raises(NotAllowed):
        await close_till(acting(session, finance), second)
    async with refused(session, HandoverOver):
        await count_till(acting(session, finance), seller.till_id, anew)
    await close_till(acting(session, seller.person_id), second)
    assert await in_cash(session) == -FIFTY
    told = await facts(session, TillCounted)
    assert [(each.counted, each.handover_id) for each in told if isinstance(each, TillCounted)] == [
        (FLOAT, first),
        (FLOAT - FIFTY, second),
    ]


async def test_another_seller_takes_the_cash_over_and_sells_on(session: AsyncSession) -> None:
    option, seller = await an_option(session, stock=2), await a_seller(session)
    then, stranger = await a_person(session), await a_person(session)
    waits = await counted(session, seller, msgspec.structs.replace(SHORT, to_id=then))
    for one, alone in ((stranger, False), (seller.person_id, True)):
        with pytest.raises(NotAllowed):
            await close_till(acting(session, one), waits, alone=alone)
        with pytest.raises(NotAllowed):
            await take_over(acting(session, one), waits, a_token())
    opened = await take_over(acting(session, then), waits, a_token())
    assert (await till(session, seller.till_id)).state == "closed"
    mine = await till(session, opened)
    assert (mine.person_id, mine.opening_float, mine.state) == (then, FLOAT - FIFTY, "open")
    assert await cash_in(session, opened) == FLOAT - FIFTY
    assert await in_cash(session) == -FLOAT
    async with refused(session, HandoverOver):
        await take_over(acting(session, then), waits, a_token())
    await a_sale(session, Seller(then, opened, seller.bazaar_id), (option, 1))
    assert len(await facts(session, TillOpened)) == 2
    (closed,) = await facts(session, TillClosed)
    assert isinstance(closed, TillClosed)
    assert closed.to_id == then


async def test_who_has_a_till_takes_no_other_one_over(session: AsyncSession) -> None:
    seller, other = await a_seller(session), await a_seller(session)
    waits = await counted(session, seller, msgspec.structs.replace(ALL, to_id=other.person_id))
    async with refused(session, TillIsOpen):
        await take_over(acting(session, other.person_id), waits, a_token())
    assert (await till(session, seller.till_id)).state == "counted"
    await withdraw_count(acting(session, other.person_id), waits)
    assert (await till(session, seller.till_id)).state == "open"


async def test_tills_and_purses_wait_apart(session: AsyncSession) -> None:
    seller, finance = await a_seller(session), await a_person(session)
    waits = await counted(session, seller)
    assert await waiting_handovers(session) == []
    assert [each.id for each in await waiting_tills(session)] == [waits]
    assert [each.id for each in await waiting_tills(session, seller.till_id)] == [waits]
    for work in (confirm, withdraw):
        async with refused(session, NotFound):
            await work(acting(session, finance), waits)
    await close_till(acting(session, finance), waits)
    assert await waiting_tills(session) == []


async def test_no_more_is_taken_out_than_is_there(session: AsyncSession) -> None:
    seller = await a_seller(session)
    mine = acting(session, seller.person_id)
    async with refused(session, NotInTill) as why:
        await move_cash(mine, -FLOAT - Money(25), "bank")
    assert why.value.held == FLOAT
    await move_cash(mine, -FLOAT, "bank")
    assert await cash_in(session, seller.till_id) == NOTHING
    async with refused(session, ReasonNeeded):
        await move_cash(mine, FIFTY, "")


async def test_a_till_left_open_is_noted_once(session: AsyncSession) -> None:
    closes = MORNING + timedelta(hours=7)
    seller, other = await a_seller(session), await a_seller(session)
    await counted(session, other)
    assert await note_left_open(acting(session, None, closes - timedelta(seconds=1))) == 0
    assert await note_left_open(acting(session, None, closes)) == 1
    assert await note_left_open(acting(session, None, closes)) == 0
    (left,) = await facts(session, TillLeftOpen)
    assert left == TillLeftOpen(seller.till_id, seller.person_id, seller.bazaar_id)


async def test_tills_are_opened_on_the_days_of_a_bazaar(session: AsyncSession) -> None:
    one = await a_bazaar(session)  # from an hour before the morning, for eight hours
    for hours, found in ((-4.5, []), (-4, [one]), (0, [one]), (6.9, [one]), (7, [])):
        now = MORNING + timedelta(hours=hours)
        assert [each.id for each in await editions_selling(session, now)] == found, hours
