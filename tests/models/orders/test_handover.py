"""A delivery is confirmed by the customer's code; the families are credited in full."""

import pytest
from sqlalchemy import BigInteger, func, literal, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import LedgerEntry, due_to, family_account
from models.kernel.database import Database
from models.kernel.facts import FactRow, OrderDelivered, WrongCodeGiven
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import (
    CodeLocked,
    NotFound,
    ReasonNeeded,
    WrongCode,
    WrongState,
)
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery, confirm_without_code
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.shortages import strike_line
from models.orders.tables import CODE_TRIES, Order
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option


async def an_order_placed(session: AsyncSession) -> OrderView:
    """An order of 2 × 35 and 1 × 60 dirhams of two families with a fee of 15."""
    person = await a_person(session)
    sweets = await an_option(session, stock=5, family_id=await a_family(session, "Sweets"))
    scent = await an_option(
        session, stock=5, family_id=await a_family(session, "Scent"), price=Money.dirhams(60)
    )
    return await an_order(session, person, {sweets: 2, scent: 1}, MORNING)


async def an_order_out(session: AsyncSession) -> OrderView:
    """The same, on its way."""
    return await sent_out(session, await an_order_placed(session))


async def sent_out(session: AsyncSession, order: OrderView) -> OrderView:
    """The order as it stands when it has gone out."""
    for state in TO_THE_DOOR:
        await advance(acting(session), order.id, state)
    return await order_for_staff(session, order.id)


async def right_code(session: AsyncSession, order: OrderView) -> str:
    return await delivery_code(session, order.person_id, order.id)


async def wrong_code(session: AsyncSession, order: OrderView) -> str:
    return f"{(int(await right_code(session, order)) + 1) % 10_000:04d}"


async def booked(session: AsyncSession, order: OrderView) -> dict[str, Money]:
    rows = await session.scalars(select(LedgerEntry).where(LedgerEntry.order_id == order.id))
    return {row.account: row.amount for row in rows}


async def last_fact(session: AsyncSession) -> object:
    rows = await session.scalars(select(FactRow).order_by(FactRow.id.desc()).limit(1))
    return rows.one().fact


async def test_the_right_code_and_the_right_cash_close_the_order(
    session: AsyncSession, clock: HandClock
) -> None:
    order = await an_order_out(session)
    code = await right_code(session, order)
    now = clock.advance(hours=1)
    assert await confirm_delivery(acting(session, now=now), order.id, code, order.total, "") is None
    seen = await order_for_staff(session, order.id)
    assert (seen.state, seen.taken, seen.moved_at) == ("delivered", order.total, now)
    sweets, scent = (line.family_id for line in order.lines)
    assert await booked(session, order) == {
        "cash": Money.dirhams(145),
        "delivery-fees": -Money.dirhams(15),
        family_account(sweets): -Money.dirhams(70),
        family_account(scent): -Money.dirhams(60),
    }
    assert await due_to(session, sweets) == Money.dirhams(70)
    assert await last_fact(session) == OrderDelivered(order.id, order.total)


async def test_nothing_is_credited_of_what_was_struck(session: AsyncSession) -> None:
    order = await an_order_placed(session)
    sweets, scent = order.lines
    await strike_line(acting(session), order.id, scent.id, "gone")
    await strike_line(acting(session), order.id, sweets.id, "gone", pieces=1)
    order = await sent_out(session, order)
    code = await right_code(session, order)
    await confirm_delivery(acting(session), order.id, code, Money.dirhams(50), "")
    assert await booked(session, order) == {
        "cash": Money.dirhams(50),
        "delivery-fees": -Money.dirhams(15),
        family_account(sweets.family_id): -Money.dirhams(35),
    }


@pytest.mark.parametrize("taken", [Money.dirhams(140), Money.dirhams(150), NOTHING])
async def test_families_are_credited_in_full_whatever_cash_was_taken(
    session: AsyncSession, taken: Money
) -> None:
    order = await an_order_out(session)
    code = await right_code(session, order)
    async with refused(session, ReasonNeeded) as caught:
        await confirm_delivery(acting(session), order.id, code, taken, "")
    assert caught.value.total == order.total
    assert (await order_for_staff(session, order.id)).state == "out"
    await confirm_delivery(acting(session), order.id, code, taken, "no change")
    sides = await booked(session, order)
    assert sides["cash-difference"] == order.total - taken
    assert sides.get("cash", NOTHING) == taken
    assert [await due_to(session, line.family_id) for line in order.lines] == [
        Money.dirhams(70),
        Money.dirhams(60),
    ]
    told = OrderDelivered(order.id, taken, "no change", due=order.total)
    assert await last_fact(session) == told


async def test_a_wrong_code_is_counted_and_the_right_one_still_counts(
    session: AsyncSession,
) -> None:
    order = await an_order_out(session)
    wrong = await wrong_code(session, order)
    for tries in range(1, CODE_TRIES):
        answer = await confirm_delivery(acting(session), order.id, wrong, order.total, "")
        assert isinstance(answer, WrongCode)
        assert answer.left == CODE_TRIES - tries
        assert await last_fact(session) == WrongCodeGiven(order.id, tries)
    assert (await order_for_staff(session, order.id)).wrong_codes == CODE_TRIES - 1
    code = await right_code(session, order)
    assert await confirm_delivery(acting(session), order.id, code, order.total, "") is None


async def lock(session: AsyncSession, order: OrderView) -> None:
    wrong = await wrong_code(session, order)
    for _ in range(CODE_TRIES - 1):
        await confirm_delivery(acting(session), order.id, wrong, order.total, "")
    last = await confirm_delivery(acting(session), order.id, wrong, order.total, "")
    assert isinstance(last, CodeLocked)


async def test_after_five_wrong_codes_the_right_one_helps_no_more(session: AsyncSession) -> None:
    order = await an_order_out(session)
    await lock(session, order)
    for code in (await right_code(session, order), await wrong_code(session, order)):
        async with refused(session, CodeLocked):
            await confirm_delivery(acting(session), order.id, code, order.total, "")
    seen = await order_for_staff(session, order.id)
    assert (seen.state, seen.wrong_codes, seen.code_locked) == ("out", CODE_TRIES, True)


async def test_a_lost_code_needs_no_wrong_ones_first(session: AsyncSession) -> None:
    order = await an_order_out(session)
    await confirm_without_code(acting(session), order.id, order.total, "lost", "f00d")
    seen = await order_for_staff(session, order.id)
    assert (seen.state, seen.wrong_codes) == ("delivered", 0)


async def test_then_a_manager_confirms_with_a_photo_and_a_reason(session: AsyncSession) -> None:
    order = await an_order_out(session)
    await lock(session, order)
    total = order.total
    async with refused(session, ReasonNeeded):
        await confirm_without_code(acting(session), order.id, total, "", "f00d")
    with pytest.raises(ValueError, match="photo"):
        await confirm_without_code(acting(session), order.id, total, "phone lost", "")
    await confirm_without_code(acting(session), order.id, total, "phone lost", "f00d")
    assert (await order_for_staff(session, order.id)).state == "delivered"
    assert await last_fact(session) == OrderDelivered(
        order.id, total, "phone lost", without_code=True, photo="f00d"
    )


async def test_an_order_is_delivered_once(session: AsyncSession) -> None:
    order = await an_order_out(session)
    code = await right_code(session, order)
    await confirm_delivery(acting(session), order.id, code, order.total, "")
    sides = await booked(session, order)
    for given in (code, await wrong_code(session, order)):
        async with refused(session, WrongState) as caught:
            await confirm_delivery(acting(session), order.id, given, order.total, "")
        assert caught.value.state == "delivered"
    async with refused(session, WrongState):
        await confirm_without_code(acting(session), order.id, order.total, "r", "f00d")
    assert await booked(session, order) == sides


async def test_only_what_is_out_is_delivered(session: AsyncSession) -> None:
    person, option = await a_person(session), await an_option(session, stock=5)
    order = await an_order(session, person, {option: 1}, MORNING)
    code = await right_code(session, order)
    async with refused(session, WrongState):
        await confirm_delivery(acting(session), order.id, code, order.total, "")
    async with refused(session, WrongState):
        await confirm_delivery(acting(session), order.id, "wrong", order.total, "")
    assert (await order_for_staff(session, order.id)).wrong_codes == 0
    async with refused(session, NotFound):
        await confirm_delivery(acting(session), order.id + 1, code, order.total, "")
    async with refused(session, NotFound):
        await confirm_without_code(acting(session), order.id + 1, NOTHING, "r", "f00d")


async def test_an_order_at_hand_in_the_session_is_counted_right(session: AsyncSession) -> None:
    order = await an_order_out(session)
    at_hand = await session.get_one(Order, order.id)
    wrong = await wrong_code(session, order)
    await confirm_delivery(acting(session), order.id, wrong, order.total, "")
    code = await right_code(session, order)
    await confirm_delivery(acting(session), order.id, code, order.total, "")
    await session.refresh(at_hand)
    assert (at_hand.wrong_codes, at_hand.state) == (1, "delivered")


async def test_a_code_is_read_by_its_own_customer_alone(session: AsyncSession) -> None:
    order = await an_order_out(session)
    async with refused(session, NotFound):
        await delivery_code(session, await a_person(session), order.id)


async def test_an_error_of_the_database_does_not_tell_the_code(database: Database) -> None:
    async with database.write() as session:
        order = await an_order_out(session)
        code = await right_code(session, order)
    async with database.write() as session:
        twice = select(Order.id, func.abs(literal(-(2**63), BigInteger))).where(Order.code == code)
        with pytest.raises(DBAPIError) as caught:
            await session.execute(twice)
        await session.rollback()
    assert "hide_parameters" in str(caught.value)
    assert f"'{code}'" not in str(caught.value)
