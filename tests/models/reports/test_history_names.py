"""The names behind the ids of facts: of what is named in turn too, as a run's courier is."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox.tables import Question
from models.kernel.facts import (
    AccountLimited,
    CashHandedOver,
    GoodsReturned,
    OrdersClaimed,
    PartRefused,
    QuestionTaken,
    ReturnInspected,
    RunPassed,
    RunTaken,
)
from models.kernel.money import NOTHING
from models.orders.returns import Disposition, ReturnedPieces
from models.orders.run_tables import Run
from models.orders.tables import OrderLine
from models.people.access import RoleRow
from models.people.people import SavedAddress
from models.reports.history_names import Names, names_in
from tests.support.clock import MORNING
from tests.support.orders import an_order
from tests.support.shelves import a_person, an_option


async def a_courier(session: AsyncSession, name: str) -> int:
    """A person with that name in the team."""
    person_id = await a_person(session)
    session.add(RoleRow(person_id=person_id, role="courier", since=MORNING, name=name))
    await session.flush()
    return person_id


async def pieces(
    session: AsyncSession, line: OrderLine, fate: Disposition, quantity: int, of: int | None = None
) -> int:
    """Pieces of the line that came back, perhaps of those that waited to be looked at."""
    made = ReturnedPieces(
        order_id=line.order_id,
        line_id=line.id,
        option_id=line.option_id,
        family_id=line.family_id,
        quantity=quantity,
        disposition=fate.value,
        borne=NOTHING,
        at=MORNING,
        inspected_id=of,
    )
    session.add(made)
    await session.flush()
    return made.id


async def test_a_run_names_its_courier_and_a_passing_on_both(scratch: AsyncSession) -> None:
    salim, mona = await a_courier(scratch, "Salim"), await a_courier(scratch, "Mona")
    run = Run(person_id=salim, day=MORNING.date(), window="16:00-20:00", state="planned")
    run.made_at = MORNING
    scratch.add(run)
    await scratch.flush()
    names = await names_in(scratch, [RunTaken(run.id, 1)], ())
    assert names.runs[run.id] == (salim, MORNING.date(), "16:00-20:00")
    assert {id_: known.name for id_, known in names.people.items()} == {salim: "Salim"}
    passed = await names_in(scratch, [RunPassed(run.id, mona, salim)], ())
    assert {known.name for known in passed.people.values()} == {"Salim", "Mona"}


async def test_both_sides_of_a_handing_over_are_named(scratch: AsyncSession) -> None:
    salim, mona = await a_courier(scratch, "Salim"), await a_courier(scratch, "Mona")
    told = CashHandedOver(1, salim, mona, NOTHING, NOTHING)
    assert {*(await names_in(scratch, [told], ())).people} == {salim, mona}


async def test_goods_that_came_back_are_named_with_what_became_of_them(
    scratch: AsyncSession,
) -> None:
    option = await an_option(scratch, stock=9)
    order = await an_order(scratch, await a_person(scratch), {option: 3}, MORNING)
    line = (await scratch.scalars(select(OrderLine).where(OrderLine.order_id == order.id))).one()
    waits = await pieces(scratch, line, Disposition.inspect, 2)
    sold = await pieces(scratch, line, Disposition.shelf, 1, waits)
    lost = await pieces(scratch, line, Disposition.missing, 1, waits)
    looked_at = await names_in(scratch, [ReturnInspected(order.id, waits)], ())
    assert [*looked_at.returned] == [waits, sold, lost]
    assert looked_at.returned[lost] == (waits, line.id, 1, "missing")
    assert looked_at.lines[line.id].quantity == 3
    returned = await names_in(scratch, [GoodsReturned(order.id, 1, NOTHING, (waits,))], ())
    assert [*returned.returned] == [waits]
    assert [*returned.lines] == [line.id]
    refused = await names_in(scratch, [PartRefused(order.id, (line.id,))], ())
    assert [*refused.lines] == [line.id]


async def test_orders_of_a_question_and_of_a_claim_are_named_by_number(
    scratch: AsyncSession,
) -> None:
    person, option = await a_person(scratch), await an_option(scratch, stock=9)
    orders = [await an_order(scratch, person, {option: 1}, MORNING) for _ in range(2)]
    question = Question(person_id=person, order_id=orders[0].id, state="closed")
    question.opened_at = question.moved_at = MORNING
    scratch.add(question)
    await scratch.flush()
    asked = await names_in(scratch, [QuestionTaken(question.id)], ())
    assert asked.orders[orders[0].id].number == orders[0].number
    assert asked.people == {}
    claimed = await names_in(scratch, [OrdersClaimed(tuple(order.id for order in orders))], ())
    assert {named.number for named in claimed.orders.values()} == {each.number for each in orders}


async def test_a_customer_is_named_where_her_account_was_decided_of_alone(
    scratch: AsyncSession,
) -> None:
    person, option = await a_person(scratch), await an_option(scratch, stock=9)
    await an_order(scratch, person, {option: 1}, MORNING)
    name = await scratch.scalar(select(SavedAddress.name).where(SavedAddress.person_id == person))
    assert name
    limited = await names_in(scratch, [AccountLimited(person, "held")], ())
    assert (limited.customers, limited.people) == ({person: name}, {})
    assert await names_in(scratch, [CashHandedOver(1, person, person, NOTHING, NOTHING)], ()) == (
        Names()
    )
