"""Cash is handed over when both sides have named the same amount, and once."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.dialog.actions.cash import (
    AnswerHandover,
    ConfirmHandover,
    HandCash,
    ListPurses,
    ShowHandover,
    ShowPurse,
    WithdrawHandover,
)
from handlers.dialog.turns import Turns
from handlers.staff.cash import handing_over
from models.accounting.cash_handovers import propose, withdraw
from models.accounting.purses import purse_of
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.refusals import HandoverWaits
from models.kernel.shop_terms import DEFAULT_TERMS
from models.people.access import Role
from models.people.people import Language
from models.people.team import take_role
from models.reports.consistency import discrepancies
from tests.handlers.people import staff
from tests.handlers.staff.ordering import an_order, code_of
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word


async def carrying(turns: Turns, language: Language = "ar") -> Talk:
    """A courier who carries 215 dirhams."""
    courier = await staff(turns, Role.courier, language=language)
    await delivers(turns, courier)
    await announced(turns)
    return courier


async def delivers(turns: Turns, courier: Talk) -> None:
    number = await an_order(turns, state="out")
    await courier.says(f"/confirm {number} {await code_of(turns, number)}")
    assert number in courier.text


async def carried(turns: Turns, courier: Talk) -> Money:
    person = await courier.person_id()
    async with turns.database.read() as session:
        assert await discrepancies(session) == []
        return await purse_of(session, person)


async def named(turns: Turns, courier: Talk, counted: str, why: str = "") -> ConfirmHandover:
    """She names the amount; what the desk is asked to agree to."""
    await courier.says("/desk")
    await courier.presses(word("button-my-day"))
    await courier.presses(label("button-hand-cash"))
    await courier.says(counted)
    if why:
        await courier.presses(why)
    assert word("handover-waits-for-desk") in courier.text
    (heard,) = (await announced(turns)).to("orders")
    (asked,) = [each for each in actions(heard) if isinstance(each, ConfirmHandover)]
    return asked


async def test_the_own_day_says_what_is_carried(turns: Turns) -> None:
    courier = await carrying(turns)
    await courier.says("/desk")
    assert "النقد في عهدتكم: 215 د.إ" in courier.text
    await courier.presses(word("button-my-day"))
    assert "سُلّم اليوم: طلب واحد، والنقد المستلم 215 د.إ" in courier.text
    assert "النقد في عهدتكم: 215 د.إ" in courier.text
    await courier.presses(word("button-purse"))
    assert "المبلغ: 215 د.إ" in courier.text
    assert "• طلب" in courier.text
    assert word("button-purses") not in courier.labels


async def test_both_agree_and_it_is_booked_once(turns: Turns) -> None:
    courier, desk = await carrying(turns), await staff(turns, Role.orders)
    asked = await named(turns, courier, "215")
    assert await carried(turns, courier) == Money.dirhams(215)
    await courier.presses_old(asked)
    assert await carried(turns, courier) == Money.dirhams(215)
    await desk.says("/desk")
    assert "تسليم نقد واحد ينتظر التأكيد" in desk.text
    await desk.presses("تسليم نقد: 215 د.إ")
    await desk.presses(label("button-confirm-handover", amount="215 د.إ"))
    assert "سُلّم النقد: 215 د.إ" in desk.text
    assert await carried(turns, courier) == Money(0)
    assert "سُلّم النقد من عهدة" in text((await announced(turns)).to("courier"))
    for late in (desk, courier):
        await late.presses_old(asked)
        assert "سُلّم النقد: 215 د.إ" in late.text
    assert await announced(turns) == []
    await courier.presses_old(HandCash())
    assert word("handing-nothing") in courier.text


async def test_what_is_missing_is_explained_and_heard_of(turns: Turns) -> None:
    courier = await carrying(turns)
    desk, manager = await staff(turns, Role.orders), await staff(turns, Role.manager)
    asked = await named(turns, courier, "210", word("reason-lost"))
    await desk.presses_old(asked)
    assert "210 د.إ بدلاً من 215 د.إ. السبب: مبلغ مفقود" in desk.text
    assert await carried(turns, courier) == Money(0)
    assert "مبلغ مفقود" in text((await announced(turns)).to("manager"))
    await manager.says("/desk")
    assert "فرق نقد واحد لم يُسوَّ. الناقص: 5 د.إ" in manager.text
    await manager.presses(label("button-differences", count=1))
    await manager.presses(word("cash-of-handover"))
    assert word("button-correct-cash") not in manager.labels
    await manager.presses(word("button-settle-charged"))
    await manager.presses(word("button-settle-sure"))
    assert await carried(turns, courier) == Money.dirhams(5)


async def test_the_rest_may_stay_and_what_is_taken_meanwhile(turns: Turns) -> None:
    courier, desk = await carrying(turns), await staff(turns, Role.orders)
    asked = await named(turns, courier, "200", word("handing-rest-stays"))
    await delivers(turns, courier)
    await desk.presses_old(asked)
    assert await carried(turns, courier) == Money.dirhams(230)


async def test_another_amount_goes_back_to_the_courier(turns: Turns) -> None:
    courier, desk = await carrying(turns), await staff(turns, Role.orders)
    asked = await named(turns, courier, "215")
    await desk.presses_old(AnswerHandover(asked.handover_id))
    await desk.says("21")
    assert "المكتوب: 21 د.إ" in desk.text
    await desk.presses(word("button-back"))
    await desk.says("210")
    await desk.says("عُدّ مرتين")
    assert word("handover-waits-for-courier") in desk.text
    (heard,) = (await announced(turns)).to("courier")
    assert "المبلغ المعدود في المركز من عهدتكم 210 د.إ" in text([heard])
    assert "210 د.إ بدلاً من 215 د.إ. السبب: عُدّ مرتين" in text([heard])
    await desk.presses_old(asked)
    assert "ذُكر مبلغ آخر" in desk.text
    assert await carried(turns, courier) == Money.dirhams(215)
    await courier.says("/desk")
    await courier.presses("تسليم نقد: 210 د.إ")
    await courier.presses(label("button-confirm-handover", amount="210 د.إ"))
    assert "سُلّم النقد: 210 د.إ" in courier.text
    assert await carried(turns, courier) == Money(0)


async def test_the_desk_can_begin_and_either_can_take_its_own_back(turns: Turns) -> None:
    courier, desk = await carrying(turns), await staff(turns, Role.orders)
    person = await courier.person_id()
    await desk.presses_old(ListPurses())
    await desk.presses("215 د.إ")
    await desk.presses(label("button-hand-cash"))
    await desk.presses("المبلغ كاملاً: 215 د.إ")
    (waits,) = desk.offered(WithdrawHandover)
    await courier.presses_old(waits)
    assert word("refused-not-allowed") in courier.text
    await courier.presses_old(HandCash())
    assert word("handover-waits-for-courier") in courier.text
    await desk.presses(word("button-withdraw-handover"))
    assert "سُحب، ولم يتغيّر شيء" in desk.text
    await courier.presses_old(ConfirmHandover(waits.handover_id))
    assert "سُحب، ولم يتغيّر شيء" in courier.text
    await courier.presses_old(AnswerHandover(waits.handover_id))
    assert "سُحب، ولم يتغيّر شيء" in courier.text
    assert await carried(turns, courier) == Money.dirhams(215)
    await desk.presses_old(ShowPurse(person))
    assert label("button-hand-cash") in [each.lstrip("💵 ") for each in desk.labels]


async def test_another_courier_sees_nothing_of_it(turns: Turns) -> None:
    courier = await carrying(turns)
    await staff(turns, Role.orders)
    asked = await named(turns, courier, "215")
    other = await staff(turns, Role.courier, external_id="other")
    person = await courier.person_id()
    for pressed in (
        asked,
        ShowHandover(asked.handover_id),
        AnswerHandover(asked.handover_id),
        WithdrawHandover(asked.handover_id),
        ShowPurse(person),
        HandCash(person),
    ):
        await other.presses_old(pressed)
        assert word("refused-not-allowed") in other.text


async def test_the_only_one_at_the_desk_agrees_with_herself(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    await delivers(turns, manager)
    await manager.presses_old(HandCash())
    await manager.presses("المبلغ كاملاً: 215 د.إ")
    assert "سُلّم النقد: 215 د.إ" in manager.text
    await delivers(turns, manager)
    await staff(turns, Role.orders)
    await manager.presses_old(HandCash())
    await manager.presses("المبلغ كاملاً: 215 د.إ")
    assert word("handover-waits-for-desk") in manager.text


async def test_what_waits_for_who_has_left_is_agreed_to_by_who_is_left(turns: Turns) -> None:
    courier, desk = await carrying(turns), await staff(turns, Role.orders)
    person = await courier.person_id()
    await desk.presses_old(HandCash(person))
    await desk.presses("المبلغ كاملاً: 215 د.إ")
    assert not desk.offered(ConfirmHandover)
    async with turns.database.write() as session:
        await take_role(acting(session, now=turns.clock()), Role.courier, person)
    await desk.presses_old(HandCash(person))
    await desk.presses(label("button-confirm-handover", amount="215 د.إ"))
    assert "سُلّم النقد: 215 د.إ" in desk.text
    assert await carried(turns, courier) == Money(0)


async def test_what_waited_and_ended_in_a_moment_is_asked_for_anew(
    postgres_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = Turns(postgres_database, DEFAULT_TERMS, clock)
    courier = await carrying(turns)
    desk = await staff(turns, Role.orders)
    person = await courier.person_id()
    await courier.presses_old(HandCash())
    await desk.presses_old(HandCash(person))
    await desk.presses("المبلغ كاملاً: 215 د.إ")

    async def ends_in_between(*of: Any, **how: Any) -> int:
        """What waits is taken back once it was met, before it is read."""
        with pytest.raises(HandoverWaits):
            await propose(*of, **how)
        async with turns.database.write() as session:
            await withdraw(acting(session, now=clock()), 1)
        raise HandoverWaits

    monkeypatch.setattr(handing_over, "propose", ends_in_between)
    await courier.presses("المبلغ كاملاً: 215 د.إ")
    monkeypatch.undo()
    assert "215" in courier.text
    await courier.presses("المبلغ كاملاً: 215 د.إ")
    assert word("handover-waits-for-desk") in courier.text


@pytest.mark.parametrize("said", ["-5", "كثير", "😀", "1,000,000.01"])
async def test_what_is_no_amount_is_asked_again(turns: Turns, said: str) -> None:
    courier = await carrying(turns)
    await courier.presses_old(HandCash())
    await courier.says(said)
    assert "كم المبلغ المعدود" in courier.text
    await courier.presses(word("button-cancel"))
    assert await carried(turns, courier) == Money.dirhams(215)


async def test_in_english(turns: Turns) -> None:
    courier = await carrying(turns, "en")
    await courier.says("/desk")
    await courier.presses("My day")
    assert "one order, AED 215 taken" in courier.text
    await courier.presses("Hand over the cash")
    await courier.says("200")
    await courier.presses("The rest stays where it is")
    assert "It waits for the desk to confirm" in courier.text
