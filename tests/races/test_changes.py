"""An order is changed while others work on it: one waits, and then sees what the other did."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.database import Database
from models.kernel.refusals import (
    ContentsChanged,
    OnHold,
    PricesChanged,
    TooLateToChange,
    WrongState,
)
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders import changes, fulfilment
from models.orders.cancellation import cancel_by_staff
from models.orders.change_kinds import Change, More, NewLines, NewNote, NewPhone, Off, Place
from models.orders.change_preview import preview
from models.orders.changes import change_by_staff, change_own
from models.orders.contents import contents_of
from models.orders.delivery_plan import plan_of_terms
from models.orders.fulfilment import advance
from models.orders.queries import OrderView, order_for_staff
from models.orders.shortages import strike_line
from models.orders.states import OrderState
from models.orders.transitions import state_of
from models.orders.trust import limit_account
from models.people.account_limits import AccountLimit
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits
from tests.support.orders import an_order
from tests.support.shelves import a_person, an_option

Work = Callable[[AsyncSession], Awaitable[object]]
DUBAI = Place("Tower 3", emirate="dubai", area="Downtown")


async def an_accepted_order(database: Database) -> OrderView:
    """Two pieces of each of two things, one of them made to order, and the desk has accepted it."""
    async with database.write() as session:
        stocked = await an_option(session, stock=5)
        made = await an_option(session, made_to_order=True)
        order = await an_order(session, await a_person(session), {stocked: 2, made: 2}, MORNING)
        await advance(acting(session), order.id, OrderState.accepted)
        return await order_for_staff(session, order.id)


async def changes_it(database: Database, order: OrderView, change: Change, *, staff: bool) -> Work:
    """The customer, or staff, agree to what the change was shown to be."""
    async with database.read() as session:
        agreed = (await preview(session, order, change, plan_of_terms(DEFAULT_TERMS))).agreed

    async def work(session: AsyncSession) -> object:
        if staff:
            doing = acting(session)
            return await change_by_staff(doing, order.id, change, DEFAULT_TERMS, agreed)
        mine = acting(session, order.person_id)
        return await change_own(mine, order.id, change, DEFAULT_TERMS, agreed)

    return work


def packs(order: OrderView) -> Work:
    """The desk packs the order."""
    return lambda session: advance(acting(session), order.id, OrderState.packed)


def packs_what_it_saw(order: OrderView) -> Work:
    """The desk has packed what the order's card shows, and presses its button."""
    seen = contents_of(order)
    return lambda session: advance(acting(session), order.id, OrderState.packed, seen)


def cancels(order: OrderView) -> Work:
    """The desk cancels the order."""
    return lambda session: cancel_by_staff(acting(session), order.id, "rain")


def strikes(order: OrderView) -> Work:
    """The desk strikes a piece of the first line."""
    line = order.lines[0].id
    return lambda session: strike_line(acting(session), order.id, line, "missing", 1)


def one_less(order: OrderView) -> NewLines:
    return NewLines(off=(Off(order.lines[0].id, 1),))


def one_more(order: OrderView) -> NewLines:
    return NewLines(more=(More(order.lines[0].option_id, 1),))


async def one_after_another(database: Database, first: Work, second: Work) -> None:
    """`second` begins while `first` is done and not committed, and ends after it."""

    async def do_second() -> None:
        async with database.write() as session:
            await second(session)

    async with database.write() as session:
        await first(session)
        waiting = asyncio.create_task(do_second())
        await until_somebody_waits(database)
    await waiting


async def found(database: Database, order: OrderView) -> tuple[OrderView, list[str]]:
    """The order as it is now, and where the books disagree."""
    async with database.read() as session:
        return await order_for_staff(session, order.id), await discrepancies(session)


async def test_what_is_packed_meanwhile_is_not_changed(database: Database) -> None:
    order = await an_accepted_order(database)
    customer = await changes_it(database, order, one_less(order), staff=False)
    with pytest.raises(TooLateToChange):
        await one_after_another(database, packs(order), customer)
    now, wrong = await found(database, order)
    assert (now.state, now.lines, wrong) == ("packed", order.lines, [])


async def test_a_parcel_that_holds_other_things_is_not_packed(database: Database) -> None:
    order = await an_accepted_order(database)
    customer = await changes_it(database, order, one_less(order), staff=False)
    with pytest.raises(ContentsChanged):
        await one_after_another(database, customer, packs_what_it_saw(order))
    now, wrong = await found(database, order)
    assert (now.state, now.pieces, wrong) == ("accepted", 3, [])


async def test_without_what_was_seen_it_is_packed_with_other_things(database: Database) -> None:
    """The danger: the parcel was filled by the card of before, and a button moves it onward."""
    order = await an_accepted_order(database)
    customer = await changes_it(database, order, one_less(order), staff=False)
    await one_after_another(database, customer, packs(order))
    now, _ = await found(database, order)
    assert now.state == "packed"
    assert contents_of(now) != contents_of(order)


async def test_without_the_orders_lock_what_is_packed_is_changed(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: the parcel is closed, and holds what nobody wants and nobody pays."""
    monkeypatch.setattr(changes, "lock_order", state_of)
    order = await an_accepted_order(postgres_database)
    customer = await changes_it(postgres_database, order, one_less(order), staff=False)
    await one_after_another(postgres_database, packs(order), customer)
    now, _ = await found(postgres_database, order)
    assert (now.state, now.pieces) == ("packed", 3)


@pytest.mark.parametrize("make", [one_less, one_more, lambda _order: DUBAI])
async def test_of_two_changes_at_once_the_second_is_shown_anew(
    database: Database, make: Callable[[OrderView], Change]
) -> None:
    order = await an_accepted_order(database)
    staff = await changes_it(database, order, one_less(order), staff=True)
    customer = await changes_it(database, order, make(order), staff=False)
    with pytest.raises(PricesChanged):
        await one_after_another(database, staff, customer)
    now, wrong = await found(database, order)
    assert (now.pieces, now.emirate, wrong) == (3, "sharjah", [])


async def look_without_holding(acting: Acting, order_id: int, _change: Change) -> OrderState:
    """Where the order stands, with neither it nor its customer's cart held."""
    return await state_of(acting.session, order_id)


async def test_without_anything_held_two_changes_lose_one(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: two pieces more are brought, and one of them is paid for."""
    monkeypatch.setattr(changes, "hold_order", look_without_holding)
    order = await an_accepted_order(postgres_database)
    staff = await changes_it(postgres_database, order, one_more(order), staff=True)
    customer = await changes_it(postgres_database, order, one_more(order), staff=False)
    await one_after_another(postgres_database, staff, customer)
    now, wrong = await found(postgres_database, order)
    assert now.pieces == 6
    assert any("fils for the items of order" in line for line in wrong)


async def test_two_who_change_other_parts_both_have_it(database: Database) -> None:
    order = await an_accepted_order(database)
    staff = await changes_it(database, order, NewPhone("+971507654321"), staff=True)
    customer = await changes_it(database, order, NewNote("Call first"), staff=False)
    await one_after_another(database, staff, customer)
    now, wrong = await found(database, order)
    assert (now.phone, now.note, wrong) == ("+971507654321", "Call first", [])


async def test_a_piece_that_is_struck_meanwhile_is_not_taken_out_too(database: Database) -> None:
    order = await an_accepted_order(database)
    customer = await changes_it(database, order, one_less(order), staff=False)
    with pytest.raises(PricesChanged):
        await one_after_another(database, strikes(order), customer)
    now, wrong = await found(database, order)
    assert (now.pieces, wrong) == (3, [])


async def test_what_is_cancelled_meanwhile_is_not_changed(database: Database) -> None:
    order = await an_accepted_order(database)
    customer = await changes_it(database, order, one_more(order), staff=False)
    with pytest.raises(WrongState):
        await one_after_another(database, cancels(order), customer)
    now, wrong = await found(database, order)
    assert (now.state, now.lines, wrong) == ("cancelled", order.lines, [])


async def test_what_was_changed_comes_back_when_it_is_cancelled(database: Database) -> None:
    order = await an_accepted_order(database)
    customer = await changes_it(database, order, one_more(order), staff=False)
    await one_after_another(database, customer, cancels(order))
    now, wrong = await found(database, order)
    assert (now.state, now.pieces, wrong) == ("cancelled", 5, [])


async def grows_while_held_back(
    database: Database, monkeypatch: pytest.MonkeyPatch | None = None
) -> OrderState:
    """An account on hold has its order grow while the desk accepts it; where it stands then."""
    if monkeypatch is not None:
        monkeypatch.setattr(fulfilment, "is_on_hold", look_whether_on_hold)
    async with database.write() as session:
        option = await an_option(session, stock=5)
        order = await an_order(session, await a_person(session), {option: 1}, MORNING)
        await limit_account(acting(session), order.person_id, AccountLimit.held)
    customer = await changes_it(database, order, one_more(order), staff=False)

    async def accepts(session: AsyncSession) -> None:
        await advance(acting(session), order.id, OrderState.accepted)

    with suppress(OnHold):
        await one_after_another(database, customer, accepts)
    now, wrong = await found(database, order)
    assert (now.pieces, now.on_hold, wrong) == (2, True, [])
    return OrderState(now.state)


async def test_what_grows_meanwhile_and_waits_for_a_yes_is_not_accepted(
    database: Database,
) -> None:
    assert await grows_while_held_back(database) == OrderState.placed


async def look_whether_on_hold(session: AsyncSession, order_id: int) -> bool:
    """Whether the order waits for a manager's yes, with nothing held."""
    return (await order_for_staff(session, order_id)).on_hold


async def test_looked_at_alone_it_is_accepted_without_the_yes(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: the makers begin on what a manager wanted to decide about first."""
    state = await grows_while_held_back(postgres_database, monkeypatch)
    assert state == OrderState.accepted
