"""Moving an order from state to state: one conditional update, so that nobody moves it twice."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import Fact, record
from models.kernel.refusals import NotFound, WrongState
from models.orders.states import TO_DELIVER, OrderState, sources, target
from models.orders.stops import end_stop
from models.orders.tables import AT_HALL, Order


async def move(
    acting: Acting,
    order_id: int,
    fact: Fact,
    *,
    only_from: Collection[OrderState] = (),
    to: OrderState | None = None,
    **values: Any,
) -> None:
    """Move the order as the fact tells, with what changes beside its state, and record the fact.

    With `only_from` it is moved out of those states alone; a reopening says where `to`. Refuses:
    NotFound, WrongState.
    """
    leads_to = to or target(type(fact))
    stands = Order.state.in_(only_from) if only_from else leads_out(type(fact))
    moved = await acting.session.execute(
        update(Order)
        .where(Order.id == order_id, stands)
        .values(state=leads_to.value, moved_at=acting.now, **values)
        .returning(Order.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    if moved.first() is None:
        raise WrongState(await state_of(acting.session, order_id))
    record(acting, fact)
    if leaves_run(only_from or sources(type(fact)), leads_to):
        await end_stop(acting, order_id)


def leads_out(fact: type[Fact]) -> ColumnElement[bool]:
    """The condition on orders that a move told of by that fact leads out of where they stand."""
    delivered, fetched = sources(fact), sources(fact, at_hall=True)
    if delivered == fetched:
        return Order.state.in_(delivered)
    return or_(and_(Order.state.in_(delivered), ~AT_HALL), and_(Order.state.in_(fetched), AT_HALL))


def leaves_run(from_states: Collection[OrderState], to: OrderState) -> bool:
    """Whether an order that moves so is in no courier's run any more."""
    return to != OrderState.out and any(state in TO_DELIVER for state in from_states)


async def state_of(session: AsyncSession, order_id: int) -> OrderState:
    """Where the order stands. Refuses: NotFound."""
    state = await session.scalar(select(Order.state).where(Order.id == order_id))
    if state is None:
        raise NotFound("order")
    return OrderState(state)


async def lock_orders(session: AsyncSession, *chosen: ColumnElement[bool]) -> list[int]:
    """The ids of the orders for which that holds, and will until the transaction ends.

    They are locked in the order of their ids, as whoever else needs several does.
    """
    held = select(Order.id).where(*chosen).order_by(Order.id)
    return list(await session.scalars(held.with_for_update(key_share=True)))


async def lock_order(session: AsyncSession, order_id: int) -> OrderState:
    """Where the order stands, and will until the transaction ends. Refuses: NotFound."""
    state = await session.scalar(
        select(Order.state).where(Order.id == order_id).with_for_update(key_share=True)
    )
    if state is None:
        raise NotFound("order")
    return OrderState(state)
