"""What is going on while somebody is erased: it ends before, or begins as somebody new."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import Remind
from handlers.dialog.turns import Turns
from models.bazaars.reminders import Subscription
from models.kernel.database import Database
from models.kernel.portions import count_rows
from models.kernel.refusals import Refusal, StillHeld
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.conversations import Conversation
from models.orders.carts import checkout_token
from models.orders.states import OPEN
from models.orders.tables import Order
from models.privacy import erasing
from models.privacy.erasing import erase_person
from models.privacy.whom import Holds, what_holds
from tests.handlers.people import customer
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.held_up import until_somebody_waits
from tests.support.orders import fill_cart, order_cart
from tests.support.shelves import a_person, an_option


async def asks_to_be_reminded_while_erased(turns: Turns) -> tuple[int, list[int]]:
    """Who was erased, and of whom it is kept that they asked while that was not committed yet."""
    talk = await customer(turns)
    person_id = await talk.person_id()
    async with turns.database.write() as session:
        await erase_person(acting(session, person_id), person_id)
        asking = asyncio.create_task(talk.presses_old(Remind(on=True)))
        await until_somebody_waits(turns.database)
    await asking
    assert await talk.person_id() != person_id
    async with turns.database.read() as session:
        return person_id, list(await session.scalars(select(Subscription.person_id)))


async def test_who_waits_for_the_erasing_goes_on_as_somebody_new(
    database: Database, clock: HandClock
) -> None:
    erased, kept = await asks_to_be_reminded_while_erased(Turns(database, DEFAULT_TERMS, clock))
    assert len(kept) == 1
    assert erased not in kept


async def keep_the_rows(session: AsyncSession, accounts: Sequence[int]) -> None:
    """The guard switched off: the chats' rows stay the same ones."""
    talking = update(Conversation).where(Conversation.account_id.in_(accounts))
    await count_rows(session, talking.values(state=None, version=Conversation.version + 1))


async def test_by_the_same_rows_it_would_be_kept_of_who_was_erased(
    postgres_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: whose chat it is was read before the wait."""
    monkeypatch.setattr(erasing, "begin_talks_anew", keep_the_rows)
    turns = Turns(postgres_database, DEFAULT_TERMS, clock)
    erased, kept = await asks_to_be_reminded_while_erased(turns)
    assert kept == [erased]


async def orders_while_erased(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], object]:
    """The numbers of the orders that are open, and how placing one ended.

    Another bot places it when the erasing has seen already that none is open.
    """
    async with database.write() as session:
        person = await a_person(session)
        option = await an_option(session, stock=9)
        await fill_cart(session, person, {option: 1}, MORNING)
        await checkout_token(session, person)
    placing: list[asyncio.Task[None]] = []

    async def place() -> None:
        async with database.write() as session:
            await order_cart(session, person, MORNING)

    async def see_that_nothing_holds(session: AsyncSession, person_id: int) -> Holds:
        holds = await what_holds(session, person_id)
        placing.append(asyncio.create_task(place()))
        waiting = asyncio.create_task(until_somebody_waits(database))
        await asyncio.wait({placing[0], waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        return holds

    monkeypatch.setattr(erasing, "what_holds", see_that_nothing_holds)
    async with database.write() as session:
        await erase_person(acting(session, person), person)
    (ended,) = await asyncio.gather(placing[0], return_exceptions=True)
    async with database.read() as session:
        is_open = select(Order.number).where(Order.state.in_(OPEN))
        return list(await session.scalars(is_open)), ended


async def test_nothing_is_ordered_while_the_person_is_erased(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed, ended = await orders_while_erased(database, monkeypatch)
    assert placed == []
    assert isinstance(ended, Refusal)


async def hold_nothing(_session: AsyncSession, _person_id: int) -> str:
    """The guard switched off."""
    return ""


async def test_without_the_cart_held_an_open_order_would_have_no_customer(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: it cannot be brought to anybody, and is counted as sold."""
    monkeypatch.setattr(erasing, "hold_cart", hold_nothing)
    placed, ended = await orders_while_erased(postgres_database, monkeypatch)
    assert (len(placed), ended) == (1, None)


async def test_what_is_ordered_first_is_open_and_ends_first(database: Database) -> None:
    async with database.write() as session:
        person = await a_person(session)
        option = await an_option(session, stock=9)
        await fill_cart(session, person, {option: 1}, MORNING)

    async def erase() -> None:
        async with database.write() as session:
            await erase_person(acting(session, person), person)

    async with database.write() as session:
        await order_cart(session, person, MORNING)
        going = asyncio.create_task(erase())
        await until_somebody_waits(database)
    with pytest.raises(StillHeld):
        await going
