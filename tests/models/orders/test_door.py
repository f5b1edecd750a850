"""What is refused at the door comes back one by one; the rest is delivered for what it costs."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import CENTRE_LOSSES, Balance, due_to
from models.kernel.facts import FactRow, OrderRefused, PartRefused
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import LastLine, NotFound, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_staff
from models.orders.delivery_slots import WindowDay
from models.orders.door import (
    REFUSED,
    REFUSED_PART,
    CameBack,
    Refused,
    came_back_of,
    refuse_order,
    refuse_part,
)
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.reinstating import undo_cancelling
from models.orders.states import OrderState
from models.products.tables import Option
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TO_THE_DOOR, an_order, promised
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option

HERS = msgspec.structs.replace(DEFAULT_TERMS, centre_bears_losses=False)


async def an_order_out(session: AsyncSession) -> OrderView:
    """Two from the shelf at 140 and two made to order at 60, on their way; the fee is 15."""
    person = await a_person(session)
    stocked = await an_option(session, stock=5, price=Money.dirhams(140))
    made = await an_option(session, made_to_order=True, price=Money.dirhams(60))
    order = await an_order(session, person, {stocked: 2, made: 2}, MORNING)
    for state in TO_THE_DOOR:
        await advance(acting(session), order.id, state)
    return await order_for_staff(session, order.id)


async def on_hand(session: AsyncSession, order: OrderView) -> int | None:
    """What is on hand of the first line's option."""
    return await session.scalar(select(Option.on_hand).where(Option.id == order.lines[0].option_id))


async def dues(session: AsyncSession, order: OrderView) -> list[Money]:
    """What is due to the family of each of the two things."""
    return [await due_to(session, line.family_id) for line in order.lines[:2]]


async def last_fact(session: AsyncSession, order: OrderView) -> object:
    of_order = select(FactRow).where(FactRow.order_id == order.id).order_by(FactRow.id.desc())
    return (await session.scalars(of_order.limit(1))).one().fact


async def test_a_refused_piece_is_struck_and_the_rest_is_paid(session: AsyncSession) -> None:
    order = await an_order_out(session)
    stocked = order.lines[0]
    await refuse_part(acting(session), order.id, [Refused(stocked.id, 1)], DEFAULT_TERMS)
    now = await order_for_staff(session, order.id)
    assert (now.state, now.total) == ("out", Money.dirhams(140 + 120 + 15))
    (apart,) = [line for line in now.lines if line.struck]
    assert (apart.quantity, apart.struck_reason) == (1, REFUSED_PART)
    assert await last_fact(session, order) == PartRefused(order.id, (apart.id,))
    assert await came_back_of(session, order.id, now.lines) == [
        CameBack(apart.id, 1, "inspect", NOTHING)
    ]
    assert await on_hand(session, order) == 3, "it lies in the car"
    code = await delivery_code(session, order.person_id, order.id)
    assert not await confirm_delivery(acting(session), order.id, code, now.total, "")
    assert await dues(session, order) == [Money.dirhams(140), Money.dirhams(120)]


@pytest.mark.parametrize("centre_bears", [True, False])
async def test_what_nobody_can_buy_is_borne_by_the_rule(
    session: AsyncSession, centre_bears: bool
) -> None:
    order = await an_order_out(session)
    (stocked, made) = order.lines
    terms = DEFAULT_TERMS if centre_bears else HERS
    parts = [Refused(stocked.id, 1, spoiled=True), Refused(made.id, 2)]
    await refuse_part(acting(session), order.id, parts, terms)
    paid = [Money.dirhams(140), Money.dirhams(120)] if centre_bears else [NOTHING, NOTHING]
    assert await dues(session, order) == paid
    lost = await session.scalar(select(Balance.amount).where(Balance.account == CENTRE_LOSSES))
    assert lost == (Money.dirhams(260) if centre_bears else None)
    assert (await order_for_staff(session, order.id)).total == Money.dirhams(155)
    assert [taken for _, taken in await promised(session)] == [0]
    assert await on_hand(session, order) == 3


async def test_the_pieces_of_a_line_can_come_back_differently(session: AsyncSession) -> None:
    order = await an_order_out(session)
    stocked = order.lines[0].id
    parts = [Refused(stocked, 1, spoiled=True), Refused(stocked, 1)]
    await refuse_part(acting(session), order.id, parts, DEFAULT_TERMS)
    now = await order_for_staff(session, order.id)
    assert now.total == Money.dirhams(135)
    back = await came_back_of(session, order.id, now.lines)
    assert [part.disposition for part in back] == ["unsellable", "inspect"]
    assert len({part.line_id for part in back}) == 2


async def test_what_cannot_be_refused_changes_nothing(session: AsyncSession) -> None:
    order = await an_order_out(session)
    (stocked, made) = order.lines
    for parts, refusal in (
        ([Refused(stocked.id, 3)], NotFound),
        ([Refused(stocked.id, 0)], NotFound),
        ([Refused(stocked.id, 1), Refused(stocked.id, 2)], NotFound),
        ([Refused(0, 1)], NotFound),
        ([Refused(stocked.id, 2), Refused(made.id, 2)], LastLine),
    ):
        async with refused(session, refusal):
            await refuse_part(acting(session), order.id, parts, DEFAULT_TERMS)
    with pytest.raises(ValueError, match="nothing is refused"):
        await refuse_part(acting(session), order.id, [], DEFAULT_TERMS)
    assert await order_for_staff(session, order.id) == order


async def test_only_what_is_out_can_be_refused(session: AsyncSession) -> None:
    person = await a_person(session)
    order = await an_order(session, person, {await an_option(session, stock=5): 2}, MORNING)
    part = [Refused(order.lines[0].id, 1)]
    async with refused(session, WrongState):
        await refuse_part(acting(session), order.id, part, DEFAULT_TERMS)
    async with refused(session, WrongState):
        await refuse_order(acting(session), order.id, {}, DEFAULT_TERMS)


async def test_an_order_that_is_refused_ends_as_returned(session: AsyncSession) -> None:
    order = await an_order_out(session)
    await refuse_order(acting(session), order.id, {order.lines[0].id: 1}, DEFAULT_TERMS)
    now = await order_for_staff(session, order.id)
    assert (now.state, now.reason) == (OrderState.returned, REFUSED)
    assert await last_fact(session, order) == OrderRefused(order.id, REFUSED)
    back = await came_back_of(session, order.id, now.lines)
    assert [(part.quantity, part.disposition, part.borne) for part in back] == [
        (1, "inspect", NOTHING),
        (1, "unsellable", Money.dirhams(140)),
        (2, "unsellable", Money.dirhams(120)),
    ]
    assert await dues(session, order) == [Money.dirhams(140), Money.dirhams(120)]
    assert await on_hand(session, order) == 3
    assert await session.scalar(select(WindowDay.taken)) == 1, "the way was gone"
    async with refused(session, WrongState) as again:
        await refuse_order(acting(session), order.id, {}, DEFAULT_TERMS)
    assert again.value.state == OrderState.returned


async def test_after_a_part_was_refused_the_rest_can_be(session: AsyncSession) -> None:
    order = await an_order_out(session)
    await refuse_part(acting(session), order.id, [Refused(order.lines[0].id, 1)], DEFAULT_TERMS)
    await refuse_order(acting(session), order.id, {}, DEFAULT_TERMS)
    now = await order_for_staff(session, order.id)
    assert [part.quantity for part in await came_back_of(session, order.id, now.live_lines)] == [
        1,
        2,
    ]


@pytest.mark.parametrize("pieces", [3, -1])
async def test_no_more_is_spoiled_than_there_was(session: AsyncSession, pieces: int) -> None:
    order = await an_order_out(session)
    spoiled = {order.lines[0].id: pieces}
    async with refused(session, NotFound):
        await refuse_order(acting(session), order.id, spoiled, DEFAULT_TERMS)
    assert (await order_for_staff(session, order.id)).state == "out"


async def test_what_a_cancelling_brought_back_that_was_undone_is_not_told_again(
    session: AsyncSession,
) -> None:
    order = await an_order_out(session)
    await cancel_by_staff(acting(session), order.id, "slip")
    await undo_cancelling(acting(session), order.id)
    await advance(acting(session), order.id, OrderState.out)
    await refuse_order(acting(session), order.id, {}, DEFAULT_TERMS)
    back = await came_back_of(session, order.id, order.lines)
    assert [(part.quantity, part.disposition) for part in back] == [
        (2, "inspect"),
        (2, "unsellable"),
    ]
