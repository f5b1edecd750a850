"""Two who handle one order at the same moment: one of them does it, and the other learns it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.facts import FactRow
from models.kernel.money import Money
from models.kernel.refusals import ReasonNeeded, TooLateToCancel, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders import shortages, transitions
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.door import Refused, refuse_part
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.shortages import strike_line
from models.orders.states import OrderState
from models.orders.tables import Order
from models.orders.transitions import state_of
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import Work, one_after_another
from tests.support.orders import TO_THE_DOOR, WIDE, an_order
from tests.support.shelves import a_person, an_option

EVERY = tuple(OrderState)


async def an_order_in(database: Database, state: OrderState) -> OrderView:
    """Two pieces of each of two things, in that state; another customer ordered the same."""
    async with database.write() as session:
        things = [await an_option(session, stock=5) for _ in range(2)]
        wants = dict.fromkeys(things, 2)
        await an_order(session, await a_person(session), wants, MORNING, WIDE)
        order = await an_order(session, await a_person(session), wants, MORNING, WIDE)
        ways = TO_THE_DOOR[: TO_THE_DOOR.index(state) + 1] if state in TO_THE_DOOR else ()
        for to in ways:
            await advance(acting(session), order.id, to)
        return await order_for_staff(session, order.id)


def moves(order: OrderView, to: OrderState) -> Work:
    """The desk moves the order on."""
    return lambda session: advance(acting(session), order.id, to)


def cancels(order: OrderView) -> Work:
    """The desk cancels the order."""
    return lambda session: cancel_by_staff(acting(session), order.id, "rain")


def gives_up(order: OrderView) -> Work:
    """The customer cancels the order."""
    return lambda session: cancel_by_customer(acting(session, order.person_id), order.id)


def strikes(order: OrderView) -> Work:
    """The desk strikes the order's first line."""
    return lambda session: strike_line(acting(session), order.id, order.lines[0].id, "gone")


def refuses(order: OrderView) -> Work:
    """The customer takes one piece less at the door."""
    part = Refused(order.lines[0].id, 1)
    return lambda session: refuse_part(acting(session), order.id, [part], DEFAULT_TERMS)


async def delivers(database: Database, order: OrderView) -> Work:
    """A courier delivers it for the amount that was shown to her."""
    async with database.read() as session:
        code = await delivery_code(session, order.person_id, order.id)

    async def deliver(session: AsyncSession) -> None:
        who = acting(session, order.person_id)
        assert not await confirm_delivery(who, order.id, code, order.total, "")

    return deliver


async def found(database: Database, order: OrderView) -> tuple[str, int, list[str]]:
    """Where the order stands, the pieces that it holds, and where the books disagree."""
    async with database.read() as session:
        now = await order_for_staff(session, order.id)
        return now.state, now.pieces, await discrepancies(session)


async def told(database: Database, order: OrderView, kind: str) -> int:
    """How many facts of that kind there are of the order."""
    async with database.read() as session:
        chosen = select(FactRow.id).where(FactRow.order_id == order.id, FactRow.kind == kind)
        return len((await session.scalars(chosen)).all())


ACCEPTED, PACKED, OUT = OrderState.accepted, OrderState.packed, OrderState.out
DESKS: tuple[tuple[OrderState, Callable[[OrderView], Work], Callable[[OrderView], Work], str], ...]
DESKS = (
    (OrderState.placed, lambda o: moves(o, ACCEPTED), lambda o: moves(o, ACCEPTED), "accepted"),
    (ACCEPTED, lambda o: moves(o, PACKED), lambda o: moves(o, PACKED), "packed"),
    (PACKED, lambda o: moves(o, OUT), lambda o: moves(o, OUT), "out"),
    (ACCEPTED, cancels, lambda o: moves(o, PACKED), "cancelled"),
    (ACCEPTED, cancels, cancels, "cancelled"),
    (ACCEPTED, gives_up, cancels, "cancelled"),
    (ACCEPTED, gives_up, lambda o: moves(o, PACKED), "cancelled"),
    (ACCEPTED, cancels, strikes, "cancelled"),
    (PACKED, lambda o: moves(o, OUT), strikes, "out"),
)


@pytest.mark.parametrize(("begun", "first", "second", "stands"), DESKS)
async def test_of_two_desks_one_does_it(
    database: Database,
    begun: OrderState,
    first: Callable[[OrderView], Work],
    second: Callable[[OrderView], Work],
    stands: str,
) -> None:
    order = await an_order_in(database, begun)
    with pytest.raises(WrongState) as refused:
        await one_after_another(database, first(order), second(order))
    assert refused.value.state == stands
    assert await found(database, order) == (stands, 4, [])
    assert await told(database, order, f"order-{stands}") == 1


async def test_what_is_packed_meanwhile_its_customer_cancels_no_more(database: Database) -> None:
    order = await an_order_in(database, ACCEPTED)
    with pytest.raises(TooLateToCancel):
        await one_after_another(database, moves(order, PACKED), gives_up(order))
    assert await found(database, order) == ("packed", 4, [])


async def test_what_is_packed_meanwhile_is_cancelled_as_packed(database: Database) -> None:
    order = await an_order_in(database, ACCEPTED)
    await one_after_another(database, moves(order, PACKED), cancels(order))
    assert await found(database, order) == ("cancelled", 4, [])
    async with database.read() as session:
        rows = await session.scalars(select(FactRow).where(FactRow.kind == "order-cancelled"))
        assert [row.fact.was for row in rows] == ["packed"]  # type: ignore[union-attr]


async def test_without_the_conditional_move_two_accept_and_all_is_told_twice(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: whatever two desks do at once is done twice."""
    monkeypatch.setattr(transitions, "sources", lambda _fact, **_kind: EVERY)
    order = await an_order_in(database, OrderState.placed)
    await one_after_another(database, moves(order, ACCEPTED), moves(order, ACCEPTED))
    assert await told(database, order, "order-accepted") == 2


async def test_without_the_conditional_move_goods_come_back_twice(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: what two desks cancel is on sale twice over."""
    monkeypatch.setattr(transitions, "sources", lambda _fact, **_kind: EVERY)
    order = await an_order_in(database, ACCEPTED)
    await one_after_another(database, cancels(order), cancels(order))
    _, _, wrong = await found(database, order)
    assert any("pieces that left the shelf" in line for line in wrong)


async def test_without_the_orders_lock_what_is_out_is_struck(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: a courier is asked for a piece less than she carries."""
    monkeypatch.setattr(shortages, "lock_order", state_of)
    order = await an_order_in(postgres_database, PACKED)
    await one_after_another(postgres_database, moves(order, OUT), strikes(order))
    state, pieces, _ = await found(postgres_database, order)
    assert (state, pieces) == ("out", 2)


async def test_who_delivers_at_the_amount_of_before_is_asked_why(database: Database) -> None:
    order = await an_order_in(database, OUT)
    deliver = await delivers(database, order)
    with pytest.raises(ReasonNeeded) as asked:
        await one_after_another(database, refuses(order), deliver)
    assert asked.value.total == order.total - order.lines[0].price
    assert await found(database, order) == ("out", 3, [])


async def test_by_looking_first_the_piece_that_was_refused_is_paid_for(
    postgres_database: Database,
) -> None:
    """The danger: the customer pays for what went back, and nobody is asked why."""
    order = await an_order_in(postgres_database, OUT)

    async def deliver_as_seen(session: AsyncSession) -> None:
        seen = await order_for_staff(session, order.id)
        closed = update(Order).where(Order.id == order.id, Order.state == "out")
        await session.execute(closed.values(state="delivered", taken=seen.total))

    await one_after_another(postgres_database, refuses(order), deliver_as_seen)
    async with postgres_database.read() as session:
        now = await order_for_staff(session, order.id)
    assert now.taken is not None
    assert now.taken - now.total == order.lines[0].price > Money(0)
