"""The ledger sums to zero, and an event is in it once."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import LedgerEntry, book, due_to, family_account, family_earnings
from models.kernel.money import NOTHING, Money
from tests.support.acting import acting
from tests.support.shelves import a_family

TEN = Money.dirhams(10)


async def test_the_sides_of_an_event_sum_to_zero(scratch: AsyncSession) -> None:
    with pytest.raises(ValueError, match="does not sum to zero"):
        await book(acting(scratch), "order:1:delivered", {"cash": TEN, "family:1": -Money(999)})
    assert (await scratch.scalars(select(LedgerEntry))).all() == []


async def test_a_side_of_nothing_is_left_out(session: AsyncSession) -> None:
    sides = {"cash": TEN, "delivery-fees": -TEN, "cash-difference": NOTHING}
    await book(acting(session), "hall:1", sides)
    accounts = await session.scalars(select(LedgerEntry.account).order_by(LedgerEntry.account))
    assert list(accounts) == ["cash", "delivery-fees"]


async def test_an_event_is_booked_once(scratch: AsyncSession) -> None:
    sides = {"cash": TEN, "family:1": -TEN}
    await book(acting(scratch), "hall:1", sides)
    with pytest.raises(IntegrityError):
        await book(acting(scratch), "hall:1", sides)


async def test_what_is_due_is_less_by_what_was_paid_out_and_what_was_earned_is_not(
    scratch: AsyncSession,
) -> None:
    family, other = await a_family(scratch), await a_family(scratch)
    account = family_account(family)
    await book(acting(scratch), "order:a", {"cash": TEN, account: -TEN})
    await book(acting(scratch), "order:b", {"cash": TEN, account: -TEN})
    paid_out = {account: Money.dirhams(4), "cash": -Money.dirhams(4)}
    await book(acting(scratch), "payout:1", paid_out)
    assert await due_to(scratch, family) == Money.dirhams(16)
    assert await family_earnings(scratch, family) == Money.dirhams(20)
    assert await due_to(scratch, other) == await family_earnings(scratch, other) == NOTHING
