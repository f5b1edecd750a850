"""A customer who has lost the code: it is sent to her chat again, or a manager goes on without."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sqlalchemy import update

from handlers.dialog.actions.cash import SendCode, StartOverride
from handlers.dialog.actions.runs import ShowMyRun
from handlers.dialog.turns import Turns
from models.accounting.differences import open_sum
from models.accounting.purses import open_purses
from models.kernel.money import NOTHING, Money
from models.messaging.accounts import Account
from models.messaging.outbox import mark_blocked
from models.orders.code_sending import MOST_SENT
from models.orders.runs import pass_run
from models.people.access import Role
from models.reports.consistency import discrepancies
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.staff.at_the_door import opened
from tests.handlers.staff.ordering import an_order, code_of, order_named
from tests.handlers.staff.runs.rounds import PLACES, a_courier, packed, planned
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.words import label, word


async def taken_out(turns: Turns) -> tuple[Talk, str]:
    """A courier who has an order out."""
    number = await an_order(turns, state="packed")
    courier = await staff(turns, Role.courier)
    await opened(turns, courier, number)
    await courier.presses(label("button-move-out"))
    await announced(turns)
    return courier, number


async def asked_who_has_it(turns: Turns, number: str, cash: str) -> Talk:
    """A manager who goes on without the code, as far as the cash."""
    manager = await staff(turns, Role.manager)
    photo = await shelf.add_photo(turns, await shelf.add_product(turns, "باب"))
    await opened(turns, manager, number)
    await manager.presses(word("button-without-code"))
    await manager.sends_photo(photo)
    await manager.says(cash)
    return manager


async def purses(turns: Turns) -> dict[int, Money]:
    async with turns.database.read() as session:
        assert await discrepancies(session) == []
        return {purse.person_id: purse.amount for purse in await open_purses(session)}


async def test_the_cash_is_booked_on_the_courier_who_is_told(turns: Turns) -> None:
    courier, number = await taken_out(turns)
    manager = await asked_who_has_it(turns, number, "215")
    assert word("overriding-ask-holder") in manager.text
    await manager.presses(manager.labels[0])
    await manager.says("ضاع الرمز")
    assert word("overriding-done") in manager.text
    assert await purses(turns) == {await courier.person_id(): Money.dirhams(215)}
    told = text((await announced(turns)).to("courier"))
    assert f"أكّدت الإدارة تسليم الطلب رقم {number} من دون رمز" in told
    assert "المبلغ المستلم: 215 د.إ، وهو في عهدة" in told
    assert (await order_named(turns, number)).wrong_codes == 0


async def test_whoever_the_run_passed_to_has_it_and_is_told(turns: Turns) -> None:
    lost, found = [await a_courier(turns, name) for name in ("سارة", "هدى")]
    (number,) = await packed(turns, PLACES[0])
    await planned(turns)
    await lost.presses_old(ShowMyRun())
    await lost.presses("استلام الجولة")
    async with turns.database.write() as session:
        await pass_run(acting(session), 1, await lost.person_id(), await found.person_id())
    await announced(turns)
    manager = await asked_who_has_it(turns, number, "115")
    await manager.presses("هدى")
    await manager.says("ضاع الرمز")
    assert (await purses(turns)).keys() == {await found.person_id()}
    told = await announced(turns)
    assert f"أكّدت الإدارة تسليم الطلب رقم {number}" in text(told.to("هدى"))
    assert "سارة" not in told.people()


async def test_or_on_the_manager_who_has_it(turns: Turns) -> None:
    courier, number = await taken_out(turns)
    manager = await asked_who_has_it(turns, number, "215")
    await manager.presses(word("overriding-holder-me"))
    await manager.says("ضاع الرمز")
    assert await purses(turns) == {await manager.person_id(): Money.dirhams(215)}
    assert "أكّدت الإدارة" in text((await announced(turns)).to("courier"))
    await opened(turns, courier, number)
    assert word("state-delivered") in courier.text


async def test_of_no_cash_nobody_is_asked_who_has_it(turns: Turns) -> None:
    _, number = await taken_out(turns)
    manager = await asked_who_has_it(turns, number, "0")
    await manager.presses("نعم، 0 د.إ فعلاً")
    assert "لماذا يُؤكَّد التسليم من دون الرمز" in manager.text
    await manager.says("يُدفع لاحقاً")
    assert (await order_named(turns, number)).taken == NOTHING
    assert await purses(turns) == {}


@pytest.mark.parametrize(("taken", "differs"), [("215", False), ("210", False), ("212", True)])
async def test_what_coins_cannot_pay_is_no_difference_to_explain(
    turns: Turns, taken: str, differs: bool
) -> None:
    turns.terms = replace(turns.terms, cash_rounding=Money.dirhams(10))
    _, number = await taken_out(turns)
    manager = await asked_who_has_it(turns, number, taken)
    await manager.presses(word("overriding-holder-me"))
    asked = f"ولماذا استُلم {taken} د.إ بدلاً من 2" in manager.text
    assert asked == differs
    await manager.says("ضاع الرمز")
    async with turns.database.read() as session:
        assert (await open_sum(session)).count == differs
    assert sum((await purses(turns)).values(), NOTHING) == Money.dirhams(int(taken))


async def test_once_it_moved_on_there_is_nothing_to_confirm(turns: Turns) -> None:
    courier, number = await taken_out(turns)
    manager = await staff(turns, Role.manager)
    order_id = await opened(turns, manager, number)
    await courier.says(f"/confirm {number} {await code_of(turns, number)}")
    for pressed in (StartOverride(order_id), SendCode(order_id)):
        await manager.presses_old(pressed)
        assert word("state-delivered") in manager.notice


async def test_the_code_goes_to_the_customers_own_chat_alone(turns: Turns) -> None:
    courier, number = await taken_out(turns)
    desk = await staff(turns, Role.orders)
    code = await code_of(turns, number)
    order_id = await opened(turns, desk, number)
    for _ in range(MOST_SENT):
        await opened(turns, desk, number)
        await desk.presses(word("button-send-code"))
        assert f"أُرسل رمز الطلب {number}" in desk.notice
        assert code not in desk.text
    told = await announced(turns)
    assert told.people() == {"mona"}
    assert [code in text([each]) for each in told.to("mona")] == [True] * MOST_SENT
    await desk.presses_old(SendCode(order_id))
    assert word("refused-code-sent-too-often") in desk.text
    await opened(turns, courier, number)
    assert word("button-send-code") not in courier.labels


async def test_where_no_chat_takes_it_the_desk_is_told(turns: Turns) -> None:
    _, number = await taken_out(turns)
    desk = await staff(turns, Role.orders)
    mona = (await order_named(turns, number)).person_id
    async with turns.database.write() as session:
        accounts = await session.scalars(
            update(Account)
            .where(Account.person_id == mona)
            .values(menu_due=False)
            .returning(Account.id)
        )
        for account in accounts.all():
            await mark_blocked(session, account, turns.clock())
    await opened(turns, desk, number)
    await desk.presses(word("button-send-code"))
    assert word("code-no-chat") in desk.notice
    assert await announced(turns) == []
