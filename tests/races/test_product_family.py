"""A product goes to another family while it is ordered, or delivered: the books agree after all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import due_to
from models.kernel.database import Database
from models.kernel.money import NOTHING
from models.kernel.refusals import OrderedAlready, PricesChanged, SalesMovedOn
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders import product_family
from models.orders.change_kinds import More, NewLines
from models.orders.change_preview import preview
from models.orders.changes import change_by_staff
from models.orders.delivery_plan import plan_of_terms
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.product_family import correct_family, sales_of, set_family
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.tables import Order
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.races.unheld import hold_nothing
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import one_after_another, until_somebody_waits
from tests.support.orders import TO_THE_DOOR, TOMORROW, an_order, fill_cart, order_cart
from tests.support.shelves import a_family, a_person, an_option

Work = Callable[[AsyncSession], Awaitable[object]]


class Case:
    """A thing under the wrong family, the right one, and a customer with one piece in the cart."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def prepare(self) -> Case:
        """Put everything into its place."""
        async with self.database.write() as session:
            self.wrong, self.right = await a_family(session), await a_family(session, "Right")
            self.option = await an_option(session, stock=9, family_id=self.wrong)
            self.other = await an_option(session, stock=9, family_id=self.wrong)
            self.product = (await session.get_one(Option, self.option)).product_id
            self.person = await a_person(session)
            await fill_cart(session, self.person, {self.option: 1}, MORNING)
        return self

    async def order(self, session: AsyncSession) -> OrderView:
        """The customer orders what the cart holds."""
        return await order_cart(session, self.person, MORNING, slot=TOMORROW)

    async def move(self, session: AsyncSession) -> None:
        """The catalogue's staff put it under the right family."""
        await set_family(acting(session), self.product, self.right)

    async def put_right(self) -> Work:
        """Finance has looked at the sales as they are now, and puts them right."""
        async with self.database.read() as session:
            mark = (await sales_of(session, self.product)).mark

        async def put(session: AsyncSession) -> None:
            await correct_family(acting(session), self.product, self.right, mark, "a slip")

        return put

    async def out(self, wants: dict[int, int]) -> Work:
        """An order that is out; what is given back delivers it."""
        async with self.database.write() as session:
            order = await an_order(session, await a_person(session), wants, MORNING)
            for state in TO_THE_DOOR:
                await advance(acting(session), order.id, state)
            code = await delivery_code(session, order.person_id, order.id)

        async def deliver(session: AsyncSession) -> None:
            assert not await confirm_delivery(acting(session), order.id, code, order.total, "")

        return deliver

    async def troubles(self) -> list[str]:
        """Where the books disagree."""
        async with self.database.read() as session:
            return await discrepancies(session)

    async def due(self) -> tuple[object, object]:
        """What is due to the wrong family and to the right one."""
        async with self.database.read() as session:
            return await due_to(session, self.wrong), await due_to(session, self.right)


async def test_who_orders_meanwhile_is_asked_again(postgres_database: Database) -> None:
    """The order had read whose it is before; it is of the right family or of none."""
    case = await Case(postgres_database).prepare()
    with pytest.raises(PricesChanged):
        await one_after_another(postgres_database, case.move, case.order)
    assert await case.troubles() == []


async def test_what_is_being_ordered_is_no_clerk_s_to_move(database: Database) -> None:
    case = await Case(database).prepare()
    with pytest.raises(OrderedAlready):
        await one_after_another(database, case.order, case.move)
    assert await case.troubles() == []


async def test_what_was_ordered_meanwhile_is_looked_at_before_it_goes_over(
    database: Database,
) -> None:
    case = await Case(database).prepare()
    await case.out({case.option: 1})
    put_right = await case.put_right()
    with pytest.raises(SalesMovedOn):
        await one_after_another(database, case.order, put_right)
    assert await case.troubles() == []


async def test_what_comes_into_an_order_meanwhile_is_asked_again(
    postgres_database: Database,
) -> None:
    case = await Case(postgres_database).prepare()
    async with postgres_database.write() as session:
        order = await an_order(session, await a_person(session), {case.other: 1}, MORNING)
        order = await order_for_staff(session, order.id)
    change = NewLines((), (More(case.option, 1),))
    async with postgres_database.read() as session:
        agreed = (await preview(session, order, change, plan_of_terms(DEFAULT_TERMS))).agreed

    async def add(session: AsyncSession) -> None:
        await change_by_staff(acting(session), order.id, change, DEFAULT_TERMS, agreed)

    with pytest.raises(PricesChanged):
        await one_after_another(postgres_database, case.move, add)
    assert await case.troubles() == []


async def test_without_holding_the_thing_an_order_is_the_wrong_family_s(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: what was read of it before is written after it went over."""

    hold_nothing(monkeypatch)
    case = await Case(postgres_database).prepare()
    await one_after_another(postgres_database, case.move, case.order)
    assert await case.troubles() != []


async def test_who_delivers_meanwhile_credits_the_right_family(database: Database) -> None:
    case = await Case(database).prepare()
    deliver = await case.out({case.option: 2})
    put_right = await case.put_right()
    await one_after_another(database, put_right, deliver)
    wrong, right = await case.due()
    assert wrong == NOTHING != right
    assert await case.troubles() == []


async def test_what_is_being_delivered_is_looked_at_before_it_goes_over(
    database: Database,
) -> None:
    case = await Case(database).prepare()
    deliver = await case.out({case.option: 2})
    put_right = await case.put_right()
    with pytest.raises(SalesMovedOn):
        await one_after_another(database, deliver, put_right)
    put_again = await case.put_right()
    async with database.write() as session:
        await put_again(session)
    wrong, right = await case.due()
    assert wrong == NOTHING != right
    assert await case.troubles() == []


async def test_without_the_orders_lock_a_delivery_credits_the_wrong_family(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: the sales are read while a delivery is not committed yet."""

    async def look_only(session: AsyncSession, *chosen: ColumnElement[bool]) -> list[int]:
        return list(await session.scalars(select(Order.id).where(*chosen)))

    monkeypatch.setattr(product_family, "lock_orders", look_only)
    case = await Case(postgres_database).prepare()
    async with postgres_database.write() as session:
        await an_order(session, await a_person(session), {case.other: 3}, MORNING)
    deliver = await case.out({case.option: 2})
    put_right = await case.put_right()

    async def put() -> None:
        async with postgres_database.write() as session:
            await put_right(session)

    async with postgres_database.write() as delivering:
        await deliver(delivering)
        await delivering.flush()
        putting = asyncio.create_task(put())
        await until_somebody_waits(postgres_database)
    await putting
    assert await case.troubles() != []


async def test_two_who_put_it_right_at_once_move_it_once(database: Database) -> None:
    case = await Case(database).prepare()
    deliver = await case.out({case.option: 2})
    async with database.write() as session:
        await deliver(session)
    put_right = await case.put_right()
    await one_after_another(database, put_right, put_right)
    assert (await case.due())[0] == NOTHING
    assert await case.troubles() == []
