"""The cash of orders: whose purse it is in, what differs, what is corrected and handed over."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting import cash_handovers as handing
from models.accounting.cash_handovers import Amounts, propose, waiting_handovers, withdraw
from models.accounting.differences import (
    Difference,
    How,
    OpenSum,
    difference,
    open_differences,
    open_sum,
    settle,
)
from models.accounting.ledger import CASH, CASH_DIFFERENCE, ROUNDING, Balance, LedgerEntry
from models.accounting.purses import Purse, open_purses, purse_entries, purse_of
from models.kernel.facts import CashCorrected, CashHandedOver, FactRow, OrderDelivered
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import (
    AlreadySettled,
    HandoverOver,
    HandoverWaits,
    NotAllowed,
    NotFound,
    ReasonNeeded,
    SameAmount,
    WrongState,
)
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cash import (
    correct_cash,
    count_out_with,
    day_of,
    due_in_cash,
    is_far_off,
    last_out,
)
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery, confirm_without_code, handover_of
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.states import OrderState
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option

FIVE = Money.dirhams(5)
USUAL = Money.dirhams(360)
EXACTLY = msgspec.structs.replace(DEFAULT_TERMS, cash_rounding=Money(1))


async def an_order_out(session: AsyncSession, price: Money = USUAL) -> OrderView:
    """An order with a fee of 15 that is out: 375 dirhams, unless another price is given."""
    option = await an_option(session, stock=5, price=price)
    order = await an_order(session, await a_person(session), {option: 1}, MORNING)
    for state in TO_THE_DOOR:
        await advance(acting(session), order.id, state)
    return await order_for_staff(session, order.id)


async def deliver(
    session: AsyncSession, courier: int | None, order: OrderView, taken: Money, reason: str = ""
) -> None:
    code = await delivery_code(session, order.person_id, order.id)
    assert not await confirm_delivery(acting(session, courier), order.id, code, taken, reason)


async def delivered(
    session: AsyncSession, taken: Money, reason: str = "slip"
) -> tuple[int, OrderView]:
    """A courier who took so much for an order of 375."""
    courier, order = await a_person(session), await an_order_out(session)
    await deliver(session, courier, order, taken, reason)
    return courier, order


async def differences_of(session: AsyncSession) -> list[tuple[int, int]]:
    page = await open_differences(session, 0, 9)
    return [(each.expected.fils, each.taken.fils) for each in page.items]


async def the_difference(session: AsyncSession) -> Difference:
    (found,) = (await open_differences(session, 0, 9)).items
    return found


async def balance(session: AsyncSession, account: str) -> Money:
    kept = select(Balance.amount).where(Balance.account == account)
    return await session.scalar(kept) or NOTHING


async def facts(session: AsyncSession, kind: type) -> list[object]:
    rows = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [row.fact for row in rows if isinstance(row.fact, kind)]


async def test_cash_is_in_the_purse_of_who_took_it(session: AsyncSession) -> None:
    courier, order = await delivered(session, Money.dirhams(375))
    other = await an_order_out(session)
    await deliver(session, None, other, other.total)
    assert await purse_of(session, courier) == order.total
    assert await open_purses(session) == [Purse(courier, order.total)]
    assert await balance(session, CASH) == other.total
    (entry,) = (await purse_entries(session, courier, 0, 9)).items
    assert (entry.order_id, entry.amount) == (order.id, order.total)
    assert await differences_of(session) == []


async def test_without_the_code_it_is_in_the_purse_of_who_has_it(session: AsyncSession) -> None:
    courier, manager = await a_person(session), await a_person(session)
    for holder, expected in ((courier, courier), (manager, None), (None, None)):
        order = await an_order_out(session)
        await confirm_without_code(
            acting(session, manager), order.id, order.total, "lost", "f00d", holder_id=holder
        )
        seen = await handover_of(session, order.id)
        assert seen is not None
        assert seen.holder_id == expected
    assert await purse_of(session, courier) == order.total
    assert await purse_of(session, manager) == order.total * 2


async def test_other_cash_stands_in_the_list_until_it_is_settled(session: AsyncSession) -> None:
    courier, order = await delivered(session, NOTHING)
    found = await the_difference(session)
    assert (found.order_id, found.person_id, found.reason) == (order.id, courier, "slip")
    assert await open_sum(session) == OpenSum(1, order.total)
    manager = await a_person(session)
    await settle(acting(session, manager), found.id, How.written_off)
    assert (await difference(session, found.id)).how == "written-off"
    assert await open_sum(session) == OpenSum(0, NOTHING)
    assert await balance(session, CASH_DIFFERENCE) == order.total
    async with refused(session, AlreadySettled):
        await settle(acting(session, manager), found.id, How.charged)
    async with refused(session, NotFound):
        await settle(acting(session, manager), found.id + 1, How.charged)


@pytest.mark.parametrize("taken", [Money.dirhams(370), Money.dirhams(400)])
async def test_a_difference_that_is_charged_counts_for_the_purse(
    session: AsyncSession, taken: Money
) -> None:
    courier, order = await delivered(session, taken)
    found = await the_difference(session)
    await settle(acting(session), found.id, How.charged)
    assert await purse_of(session, courier) == order.total
    assert await balance(session, CASH_DIFFERENCE) == NOTHING


async def test_what_lies_in_no_purse_is_charged_to_nobody(session: AsyncSession) -> None:
    order = await an_order_out(session)
    await deliver(session, None, order, NOTHING, "slip")
    found = await the_difference(session)
    for how in (How.charged, How.corrected):
        async with refused(session, NotFound):
            await settle(acting(session), found.id, how)
    await settle(acting(session), found.id, How.written_off)


async def entries(session: AsyncSession, order: OrderView) -> dict[str, dict[str, int]]:
    """What is booked of the order's cash, by event."""
    rows = await session.scalars(select(LedgerEntry).where(LedgerEntry.order_id == order.id))
    booked: dict[str, dict[str, int]] = {}
    for row in rows:
        event = row.event.removeprefix(f"order:{order.id}:")
        booked.setdefault(event, {})[row.account] = row.amount.fils
    return booked


async def test_a_slip_is_corrected_by_an_entry_of_its_own(session: AsyncSession) -> None:
    courier, order = await delivered(session, NOTHING)
    manager = await a_person(session)
    before = await entries(session, order)
    await correct_cash(acting(session, manager), order.id, order.total, "typed 0")
    assert (await order_for_staff(session, order.id)).taken == order.total
    assert await purse_of(session, courier) == order.total
    assert await differences_of(session) == []
    assert await entries(session, order) == before | {
        "corrected:1": {CASH_DIFFERENCE: -37500, f"purse:{courier}": 37500},
    }
    told = CashCorrected(order.id, NOTHING, order.total, "typed 0", holder_id=courier)
    assert await facts(session, CashCorrected) == [told]


async def test_a_correction_can_leave_another_difference_and_be_corrected_again(
    session: AsyncSession,
) -> None:
    courier, order = await delivered(session, NOTHING)
    for taken in (Money.dirhams(370), Money.dirhams(380), NOTHING, Money.dirhams(375)):
        await correct_cash(acting(session), order.id, taken, "counted again")
        assert await purse_of(session, courier) == taken
        left = [] if taken == order.total else [(37500, taken.fils)]
        assert await differences_of(session) == left
    assert await balance(session, CASH_DIFFERENCE) == NOTHING


@pytest.mark.parametrize("how", [How.written_off, How.charged])
async def test_what_was_settled_can_be_corrected_still(session: AsyncSession, how: How) -> None:
    courier, order = await delivered(session, NOTHING)
    found = await the_difference(session)
    await settle(acting(session), found.id, how)
    await correct_cash(acting(session), order.id, Money.dirhams(370), "found the note")
    assert await purse_of(session, courier) == Money.dirhams(370)
    assert await differences_of(session) == [(37500, 37000)]
    assert await balance(session, CASH_DIFFERENCE) == FIVE


async def test_what_cannot_be_corrected(session: AsyncSession) -> None:
    _, order = await delivered(session, NOTHING)
    still_out = await an_order_out(session)
    async with refused(session, WrongState):
        await correct_cash(acting(session), still_out.id, FIVE, "r")
    async with refused(session, SameAmount):
        await correct_cash(acting(session), order.id, NOTHING, "r")
    async with refused(session, ReasonNeeded):
        await correct_cash(acting(session), order.id, FIVE, "")
    async with refused(session, NotFound):
        await correct_cash(acting(session), order.id + 99, FIVE, "r")


async def test_what_coins_cannot_pay_needs_no_reason(session: AsyncSession) -> None:
    courier, order = await a_person(session), await an_order_out(session, Money(4737))
    assert order.total == Money(6237)
    await deliver(session, courier, order, Money(6225))
    assert await balance(session, ROUNDING) == Money(12)
    assert await differences_of(session) == []
    assert (await facts(session, OrderDelivered)) == [OrderDelivered(order.id, Money(6225))]
    await correct_cash(acting(session), order.id, Money(6200), "a coin less")
    assert await differences_of(session) == [(6225, 6200)]
    assert await balance(session, ROUNDING) == Money(12)


async def test_the_exact_sum_is_right_too_and_without_rounding_alone(
    session: AsyncSession,
) -> None:
    courier, order = await a_person(session), await an_order_out(session, Money(4737))
    code = await delivery_code(session, order.person_id, order.id)
    async with refused(session, ReasonNeeded) as caught:
        await confirm_delivery(acting(session, courier), order.id, code, Money(6225), "", EXACTLY)
    assert caught.value.total == order.total
    await deliver(session, courier, order, order.total)
    assert await balance(session, ROUNDING) == NOTHING
    assert await differences_of(session) == []


amounts = st.integers(0, 10_000_000).map(Money)


@given(total=amounts, coin=st.integers(0, 1000))
def test_rounding_goes_to_the_nearest_coin_and_a_half_down(total: Money, coin: int) -> None:
    terms = msgspec.structs.replace(DEFAULT_TERMS, cash_rounding=Money(coin))
    due = terms.in_cash(total)
    step = max(coin, 1)
    assert due.fils % step == 0
    below, above = total.fils - due.fils, due.fils - total.fils
    assert 2 * below <= step
    assert 2 * above < step
    assert due_in_cash(total, total, terms) == total
    assert due_in_cash(total, due, terms) == due


@given(due=amounts, taken=amounts)
def test_far_off_is_less_than_half_or_more_than_double(due: Money, taken: Money) -> None:
    assert is_far_off(due, taken) == (taken.fils * 2 < due.fils or taken.fils > due.fils * 2)
    assert not is_far_off(due, due)


async def agreed(session: AsyncSession, person: int, at_desk: int, amounts: Amounts) -> int:
    """She names the amount, and the desk agrees."""
    waits = await propose(acting(session, person), person, amounts)
    await handing.confirm(acting(session, at_desk), waits)
    return waits


async def test_cash_is_handed_over_when_both_agree(session: AsyncSession) -> None:
    courier, order = await delivered(session, Money.dirhams(375))
    desk = await a_person(session)
    named = Amounts(order.total, order.total)
    waits = await propose(acting(session, courier), courier, named)
    assert [each.id for each in await waiting_handovers(session, courier)] == [waits]
    assert await purse_of(session, courier) == order.total
    assert await balance(session, CASH) == NOTHING
    async with refused(session, NotAllowed):
        await handing.confirm(acting(session, courier), waits)
    await handing.confirm(acting(session, desk), waits)
    assert await purse_of(session, courier) == NOTHING
    assert await balance(session, CASH) == order.total
    assert await open_purses(session) == []
    told = CashHandedOver(waits, courier, courier, order.total, order.total)
    assert await facts(session, CashHandedOver) == [told]
    async with refused(session, HandoverOver):
        await handing.confirm(acting(session, desk), waits)


async def test_what_is_missing_at_the_desk_stands_in_the_list(session: AsyncSession) -> None:
    courier, order = await delivered(session, Money.dirhams(375))
    desk = await a_person(session)
    named = Amounts(order.total, order.total - FIVE)
    async with refused(session, ReasonNeeded):
        await propose(acting(session, courier), courier, named)
    waits = await agreed(session, courier, desk, msgspec.structs.replace(named, reason="lost"))
    found = await the_difference(session)
    assert (found.handover_id, found.person_id, found.missing) == (waits, courier, FIVE)
    assert await purse_of(session, courier) == NOTHING
    assert await balance(session, CASH) == order.total - FIVE
    await settle(acting(session), found.id, How.charged)
    assert await purse_of(session, courier) == FIVE


async def test_what_is_taken_meanwhile_stays_in_the_purse(session: AsyncSession) -> None:
    courier, order = await delivered(session, Money.dirhams(375))
    waits = await propose(acting(session, courier), courier, Amounts(order.total, order.total))
    second = await an_order_out(session)
    await deliver(session, courier, second, second.total)
    await handing.confirm(acting(session, await a_person(session)), waits)
    assert await purse_of(session, courier) == second.total


async def test_another_amount_answers_the_first_and_is_agreed_to_by_the_other_side(
    session: AsyncSession,
) -> None:
    courier, order = await delivered(session, Money.dirhams(375))
    desk = await a_person(session)
    first = await propose(acting(session, courier), courier, Amounts(order.total, order.total))
    less = Amounts(order.total, order.total - FIVE, "counted twice")
    async with refused(session, HandoverWaits):
        await propose(acting(session, desk), courier, less)
    second = await propose(acting(session, desk), courier, less, instead_of=first)
    for person, waits, why in (
        (desk, first, HandoverOver),
        (desk, second, NotAllowed),
        (await a_person(session), second, NotAllowed),
    ):
        async with refused(session, why):
            await handing.confirm(acting(session, person), waits)
    async with refused(session, HandoverOver):
        await propose(acting(session, desk), courier, less, instead_of=first)
    await handing.confirm(acting(session, courier), second)
    assert await purse_of(session, courier) == NOTHING


async def test_taken_back_nothing_was_moved(session: AsyncSession) -> None:
    courier, order = await delivered(session, Money.dirhams(375))
    waits = await propose(acting(session, courier), courier, Amounts(order.total, order.total))
    await withdraw(acting(session, courier), waits)
    assert await waiting_handovers(session) == []
    assert await purse_of(session, courier) == order.total
    for end in (handing.confirm, withdraw):
        async with refused(session, HandoverOver):
            await end(acting(session, await a_person(session)), waits)
    async with refused(session, NotFound):
        await withdraw(acting(session, courier), waits + 1)


async def test_the_desk_alone_counts_the_purse_of_who_is_gone(session: AsyncSession) -> None:
    courier, order = await delivered(session, Money.dirhams(375))
    desk = await a_person(session)
    waits = await propose(acting(session, desk), courier, Amounts(order.total, order.total))
    await handing.confirm(acting(session, desk), waits, alone=True)
    assert await purse_of(session, courier) == NOTHING


async def test_the_day_of_a_courier(session: AsyncSession) -> None:
    courier, order = await delivered(session, Money.dirhams(370))
    await deliver(session, courier, await an_order_out(session), order.total)
    today = await day_of(session, courier, MORNING)
    assert (today.delivered, today.taken) == (2, Money.dirhams(745))
    before = await day_of(session, courier, MORNING.replace(day=MORNING.day - 1))
    assert (before.delivered, before.taken) == (0, NOTHING)


async def test_who_has_an_order_out(session: AsyncSession) -> None:
    courier = await a_person(session)
    option = await an_option(session, stock=1)
    order = await an_order(session, courier, {option: 1}, MORNING)
    for state in (OrderState.accepted, OrderState.packed):
        await advance(acting(session), order.id, state)
    assert await last_out(session, order.id) is None
    await advance(acting(session, courier), order.id, OrderState.out)
    found = await last_out(session, order.id)
    assert found is not None
    assert found.actor_id == courier
    assert await last_out(session, order.id, before=found.id) is None
    assert await count_out_with(session, courier) == 1
    assert await count_out_with(session, await a_person(session)) == 0
    await deliver(session, courier, order, order.total)
    assert await count_out_with(session, courier) == 0
