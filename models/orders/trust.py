"""What is known of the customer of an order, and what a manager decides of an account."""

from __future__ import annotations

from contextlib import suppress

import msgspec
from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW, insert_into
from models.kernel.facts import (
    AccountLimited,
    FactRow,
    OrderNotDelivered,
    OrderRefused,
    OrderReleased,
    record,
    tag_of,
)
from models.kernel.refusals import NoLimitForManagers, NotFound, WrongState
from models.orders.states import OPEN
from models.orders.tables import Order
from models.orders.transitions import lock_orders, state_of
from models.people.access import Permission, standing_of
from models.people.account_limits import AccountLimit, AccountLimitRow
from models.people.people import Person, SavedAddress

NOT_TAKEN = (tag_of(OrderNotDelivered), tag_of(OrderRefused))


class CustomerRecord(msgspec.Struct, frozen=True):
    """A customer's other orders: how many, and how many of them are open.

    `not_taken` is how often all the goods came back from the door, of any order; `limit` is what a
    manager has decided of the account, empty where nothing.
    """

    orders: int
    open: int
    not_taken: int
    limit: str = ""

    @property
    def new(self) -> bool:
        """Whether there is no other order."""
        return self.orders == 0


async def customer_record(session: AsyncSession, person_id: int, but: int = 0) -> CustomerRecord:
    """The record of a customer, beside the order `but`; read by indexes of that person alone."""
    counted = await session.execute(
        select(Order.state, func.count())
        .where(Order.person_id == person_id, Order.id != but)
        .group_by(Order.state)
    )
    by_state = {row[0]: row[1] for row in counted}
    back = await session.scalar(
        select(func.count())
        .select_from(Order)
        .join(FactRow, FactRow.order_id == Order.id)
        .where(Order.person_id == person_id, FactRow.kind.in_(NOT_TAKEN))
    )
    is_open = sum(by_state.get(state, 0) for state in OPEN)
    return CustomerRecord(
        sum(by_state.values()), is_open, back or 0, await limit_of(session, person_id)
    )


async def limit_of(session: AsyncSession, person_id: int) -> str:
    """What a manager has decided of the account: held, blocked, or nothing."""
    row = await session.get(AccountLimitRow, person_id)
    return row.kind if row else ""


async def customer_name(session: AsyncSession, person_id: int) -> str:
    """The name under which the person last ordered; empty where there is none.

    Refuses: NotFound for nobody.
    """
    if await session.get(Person, person_id) is None:
        raise NotFound("person")
    found = select(SavedAddress.name).where(SavedAddress.person_id == person_id)
    return await session.scalar(found) or ""


async def limit_account(acting: Acting, person_id: int, limit: AccountLimit) -> None:
    """Let the account's new orders wait for a manager's yes, or take none; done twice, once.

    Refuses: NotFound, NoLimitForManagers.
    """
    session = acting.session
    if await session.get(Person, person_id) is None:
        raise NotFound("person")
    if Permission.override in (await standing_of(session, person_id)).permissions:
        raise NoLimitForManagers
    new = insert_into(session, AccountLimitRow).values(
        person_id=person_id, kind=limit.value, since=acting.now
    )
    changed = await session.execute(
        new.on_conflict_do_update(
            index_elements=["person_id"],
            set_={"kind": new.excluded.kind, "since": new.excluded.since},
            where=AccountLimitRow.kind != limit.value,
        ).returning(AccountLimitRow.person_id)
    )
    if changed.first() is not None:
        record(acting, AccountLimited(person_id, limit.value))


async def free_account(acting: Acting, person_id: int) -> None:
    """Lift the account's limit, and let its orders that wait be accepted; done twice, once."""
    session = acting.session
    freed = await session.execute(
        delete(AccountLimitRow)
        .where(AccountLimitRow.person_id == person_id)
        .returning(AccountLimitRow.person_id)
    )
    if freed.first() is None:
        return
    waiting = (Order.person_id == person_id, Order.state.in_(OPEN), Order.on_hold.is_(True))
    order_ids = await lock_orders(session, *waiting)
    await session.execute(update(Order).where(Order.id.in_(order_ids)).values(on_hold=False))
    record(acting, AccountLimited(person_id, ""))
    for order_id in order_ids:
        record(acting, OrderReleased(order_id))


async def pass_limit_on(acting: Acting, caller_id: int, owner_id: int) -> None:
    """Let what was decided of a caller hold for the number's owner, whose orders they are now.

    The stricter of two stays. A manager gets no limit.
    """
    passed: str | None = await acting.session.scalar(
        delete(AccountLimitRow)
        .where(AccountLimitRow.person_id == caller_id)
        .returning(AccountLimitRow.kind)
    )
    if passed is None or await limit_of(acting.session, owner_id) == AccountLimit.blocked:
        return
    house = msgspec.structs.replace(acting, actor_id=None)
    with suppress(NoLimitForManagers):
        await limit_account(house, owner_id, AccountLimit(passed))


async def release_order(acting: Acting, order_id: int) -> None:
    """A manager's yes: the open order may be accepted; done twice, once.

    Refuses: NotFound, WrongState.
    """
    released = await acting.session.execute(
        update(Order)
        .where(Order.id == order_id, Order.on_hold, Order.state.in_(OPEN))
        .values(on_hold=False)
        .returning(Order.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    if released.first() is not None:
        record(acting, OrderReleased(order_id))
        return
    state = await state_of(acting.session, order_id)
    if state not in OPEN:
        raise WrongState(state)
