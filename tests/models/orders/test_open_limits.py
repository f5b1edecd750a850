"""One customer has so much open at once, and cancels so often a day; each limit is a setting."""

from __future__ import annotations

import asyncio

import msgspec
import pytest
from sqlalchemy import Table, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.refusals import AccountBlocked, TooMuchOpen
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders import reinstating
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.carts import cart_token, checkout_token
from models.orders.open_limits import check_open, facts, order_lines, orders
from models.orders.queries import order_for_staff
from models.orders.reinstating import undo_own_cancelling
from models.orders.shortages import strike_line
from models.orders.trust import limit_account
from models.people.account_limits import AccountLimit
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.held_up import until_somebody_waits
from tests.support.orders import WIDE, an_order, fill_cart, order_cart
from tests.support.plans import plans_of
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option


def with_limits(**limits: int | Money) -> ShopTerms:
    """Wide terms but for these limits."""
    return msgspec.structs.replace(WIDE, **limits)


async def refused_limit(
    session: AsyncSession, person: int, option: int, pieces: int, clock: HandClock, terms: ShopTerms
) -> str:
    """Which limit refuses an order of so many pieces; empty where it is placed."""
    try:
        async with session.begin_nested():
            await an_order(session, person, {option: pieces}, clock(), terms)
    except TooMuchOpen as refusal:
        return refusal.what
    return ""


async def test_the_stated_defaults() -> None:
    terms = DEFAULT_TERMS
    assert (terms.open_orders, terms.open_pieces) == (5, 60)
    assert (terms.open_value, terms.cancellations_a_day) == (Money.dirhams(5000), 6)


async def test_so_many_orders_are_open_at_once(session: AsyncSession, clock: HandClock) -> None:
    person, option = await a_person(session), await an_option(session, stock=9)
    terms = with_limits(open_orders=2)
    first = await an_order(session, person, {option: 1}, clock(), terms)
    assert await refused_limit(session, person, option, 1, clock, terms) == ""
    assert await refused_limit(session, person, option, 1, clock, terms) == "orders"
    await cancel_by_staff(acting(session, now=clock()), first.id, "missing")
    assert await refused_limit(session, person, option, 1, clock, terms) == ""
    other = await a_person(session)
    assert await refused_limit(session, other, option, 1, clock, terms) == ""


async def test_so_many_pieces_are_open_at_once(session: AsyncSession, clock: HandClock) -> None:
    person, option = await a_person(session), await an_option(session, stock=30)
    terms = with_limits(open_pieces=10)
    first = await an_order(session, person, {option: 6}, clock(), terms)
    assert await refused_limit(session, person, option, 5, clock, terms) == "pieces"
    await strike_line(acting(session, now=clock()), first.id, first.lines[0].id, "missing", 1)
    assert await refused_limit(session, person, option, 5, clock, terms) == ""


async def test_so_much_value_is_open_at_once(session: AsyncSession, clock: HandClock) -> None:
    """Delivery counts as well: it is what the courier has to come back with."""
    person, option = await a_person(session), await an_option(session, stock=30)
    terms = with_limits(open_value=Money.dirhams(35 * 3 + 15 * 2))
    assert await refused_limit(session, person, option, 2, clock, terms) == ""
    assert await refused_limit(session, person, option, 2, clock, terms) == "value"
    await fill_cart(session, person, {option: 1}, clock())
    await order_cart(session, person, clock(), terms=terms)


async def test_who_cancels_again_and_again_orders_tomorrow(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await a_person(session), await an_option(session, stock=30)
    terms = with_limits(cancellations_a_day=2)
    for _ in range(2):
        order = await an_order(session, person, {option: 1}, clock(), terms)
        await cancel_by_customer(acting(session, person, clock()), order.id)
    assert await refused_limit(session, person, option, 1, clock, terms) == "cancellations"
    clock.advance(hours=24)
    assert await refused_limit(session, person, option, 1, clock, terms) == ""


async def test_what_staff_cancel_is_not_the_customers(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await a_person(session), await an_option(session, stock=30)
    desk, terms = await a_person(session), with_limits(cancellations_a_day=1)
    order = await an_order(session, person, {option: 1}, clock(), terms)
    await cancel_by_staff(acting(session, desk, clock()), order.id, "missing")
    assert await refused_limit(session, person, option, 1, clock, terms) == ""


async def cancelled_and_another(
    session: AsyncSession, person: int, clock: HandClock, terms: ShopTerms
) -> int:
    """An order that its customer has cancelled, after which another one was placed; its id."""
    option = await an_option(session, stock=30)
    first = await an_order(session, person, {option: 1}, clock(), terms)
    await cancel_by_customer(acting(session, person, clock()), first.id)
    await an_order(session, person, {option: 1}, clock(), terms)
    return first.id


@pytest.mark.parametrize(
    ("limit", "most"),
    [("orders", 1), ("pieces", 1), ("value", Money.dirhams(60)), ("cancellations", None)],
)
async def test_an_own_cancelling_is_taken_back_within_the_limits(
    session: AsyncSession, clock: HandClock, limit: str, most: int | Money | None
) -> None:
    person = await a_person(session)
    first = await cancelled_and_another(session, person, clock, WIDE)
    doing, terms = acting(session, person, clock()), with_limits(cancellations_a_day=1)
    if most is not None:
        terms = msgspec.structs.replace(terms, **{f"open_{limit}": most})
        async with refused(session, TooMuchOpen):
            await undo_own_cancelling(doing, first, terms)
    else:
        await undo_own_cancelling(doing, first, terms)


async def test_an_own_cancelling_is_taken_back_as_the_account_may(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    first = await cancelled_and_another(session, person, clock, WIDE)
    doing, boss = acting(session, person, clock()), acting(session, now=clock())
    await limit_account(boss, person, AccountLimit.blocked)
    async with refused(session, AccountBlocked):
        await undo_own_cancelling(doing, first, WIDE)
    await limit_account(boss, person, AccountLimit.held)
    await undo_own_cancelling(doing, first, WIDE)
    assert (await order_for_staff(session, first)).on_hold


async def undo_while_another_is_placed(database: Database, clock: HandClock) -> object:
    """What one is told who takes a cancelling back while one orders again in another chat."""
    async with database.write() as session:
        person, option = await a_person(session), await an_option(session, stock=9)
        first = await an_order(session, person, {option: 1}, clock())
        await cancel_by_customer(acting(session, person, clock()), first.id)
        await fill_cart(session, person, {option: 1}, clock())

    async def undo() -> None:
        async with database.write() as session:
            own = acting(session, person, clock())
            await undo_own_cancelling(own, first.id, with_limits(open_orders=1))

    async with database.write() as placing:
        await order_cart(placing, person, clock(), terms=WIDE)
        undoing = asyncio.create_task(undo())
        await until_somebody_waits(database)
    (told,) = await asyncio.gather(undoing, return_exceptions=True)
    return told


async def test_who_undoes_while_ordering_again_has_no_more_open(
    postgres_database: Database, clock: HandClock
) -> None:
    assert isinstance(await undo_while_another_is_placed(postgres_database, clock), TooMuchOpen)


async def test_without_the_cart_held_both_would_be_open(
    postgres_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: each of them counts before the other's order is there to be counted."""
    monkeypatch.setattr(reinstating, "hold_cart", cart_token)
    assert await undo_while_another_is_placed(postgres_database, clock) is None


async def test_the_same_order_again_is_no_new_one(session: AsyncSession, clock: HandClock) -> None:
    """A redelivered press is answered by the order that it brought, at any limit."""
    person, option = await a_person(session), await an_option(session, stock=30)
    await fill_cart(session, person, {option: 1}, clock())
    terms = with_limits(open_orders=1)
    token = await checkout_token(session, person)
    first = await order_cart(session, person, clock(), token=token, terms=terms)
    assert (await order_cart(session, person, clock(), token=token, terms=terms)).id == first.id


@pytest.mark.parametrize("pieces", [1, 60, 61])
async def test_it_counts_what_is_asked_for_now(
    session: AsyncSession, clock: HandClock, pieces: int
) -> None:
    person = await a_person(session)
    doing = acting(session, person, clock())
    if pieces > 60:
        with pytest.raises(TooMuchOpen) as refused:
            await check_open(doing, doing.person_id, pieces, Money.dirhams(1), DEFAULT_TERMS)
        assert (refused.value.what, refused.value.most) == ("pieces", 60)
    else:
        assert not await check_open(doing, doing.person_id, pieces, Money.dirhams(1), DEFAULT_TERMS)


async def copy_rows(session: AsyncSession, table: Table, order_id: int, copy_id: int) -> None:
    """The rows of an order in this table, once more for its copy."""
    rows = await session.execute(select(table).where(table.c.order_id == order_id))
    copies = [dict(row) | {"order_id": copy_id} for row in rows.mappings()]
    for copy in copies:
        del copy["id"]
    await session.execute(insert(table), copies)


async def copy_for_others(session: AsyncSession, order_id: int, many: int) -> None:
    """As many more people, each with an order like this one, its lines and its facts."""
    row = (await session.execute(select(orders).where(orders.c.id == order_id))).mappings().one()
    for nth in range(order_id * 1000, order_id * 1000 + many):
        named = {"id": nth, "number": str(nth), "token": str(nth)}
        person = {"person_id": await a_person(session)}
        await session.execute(insert(orders).values(dict(row) | named | person))
        await copy_rows(session, order_lines, order_id, nth)
        await copy_rows(session, facts, order_id, nth)


async def test_it_is_counted_by_an_index(scratch: AsyncSession, clock: HandClock) -> None:
    """Among many others' orders: in a table of a few rows every index is as good."""
    option = await an_option(scratch, stock=30)
    person = await a_person(scratch)
    cancelled = await an_order(scratch, person, {option: 1}, clock(), WIDE)
    await cancel_by_customer(acting(scratch, person, clock()), cancelled.id)
    order = await an_order(scratch, person, {option: 1}, clock(), WIDE)
    await copy_for_others(scratch, cancelled.id, 100)
    await copy_for_others(scratch, order.id, 100)
    if scratch.get_bind().dialect.name == "postgresql":
        await scratch.execute(text("ANALYZE"))
    doing = acting(scratch, person, clock())
    plan = await plans_of(
        scratch, check_open(doing, doing.person_id, 1, Money.dirhams(1), DEFAULT_TERMS)
    )
    assert "ix_orders_person_id" in plan, "either of the two that begin with her"
    assert "ix_order_lines_order_id" in plan
    assert "ix_facts_order_id" in plan
    assert "SCAN orders" not in plan
    assert "Seq Scan" not in plan
