"""The drawer: cash in and out, counted, agreed to by the other side, and sold on from."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.hall import (
    AnswerTill,
    ConfirmTill,
    CountTill,
    ManageTill,
    TakeTill,
    WithdrawTill,
)
from handlers.dialog.turns import Turns
from models.hall.left_open import note_left_open
from models.hall.till_tables import TillState
from models.hall.tills import cash_in, till, till_of
from models.kernel.database import Database
from models.kernel.money import Money
from models.people.access import Role
from models.people.team import take_role
from models.reports.consistency import discrepancies
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.halls import Seller, a_bazaar, a_sale
from tests.support.shelves import an_option
from tests.support.words import label, word

NOT_THEIRS = "غير متاحة لهذا الحساب"


async def opened(turns: Turns, *roles: Role, name: str = "seller") -> Talk:
    """A seller with 200 in her till."""
    seller = await staff(turns, *(roles or (Role.seller,)), external_id=name)
    await seller.says("/sell")
    await seller.presses(label("button-open-till"))
    await seller.presses("200 د.إ")
    return seller


@pytest.fixture
async def seller(turns: Turns) -> Talk:
    """A seller with an open till on a day of a bazaar."""
    async with turns.database.write() as session:
        await a_bazaar(session)
    return await opened(turns)


async def state(database: Database, till_id: int = 1) -> str:
    """How the till stands; the books agree."""
    async with database.read() as session:
        assert await discrepancies(session) == []
        return (await till(session, till_id)).state


async def lies_in(database: Database, till_id: int = 1) -> Money:
    async with database.read() as session:
        return await cash_in(session, till_id)


async def sells(turns: Turns, seller: Talk) -> None:
    """She sells one thing for 35 dirhams."""
    person_id = await seller.person_id()
    async with turns.database.write() as session:
        option = await an_option(session, stock=3)
        mine = await till_of(session, person_id)
        assert mine is not None
        await a_sale(session, Seller(person_id, mine.id, mine.bazaar_id), (option, 1))


async def counted(seller: Talk, count: str, *, closes: bool = True) -> None:
    """She counts her till in one message, and closes it so where the sum is right."""
    await seller.says("/sell")
    await seller.presses(label("button-close-till"))
    await seller.says(count)
    if closes:
        await seller.presses(label("button-close-till"))


async def test_cash_goes_in_and_out_with_a_reason(turns: Turns, seller: Talk) -> None:
    await seller.presses(label("button-cash-in"))
    await seller.says("٥٠")
    await seller.presses(word("reason-small-change"))
    assert "المفترض وجوده في الصندوق: 250 د.إ" in seller.text
    await seller.presses(label("button-cash-out"))
    await seller.says("300")
    await seller.presses(word("reason-to-safe"))
    assert "في الصندوق 250 د.إ فقط" in seller.text
    await seller.says("/sell")
    await seller.presses(label("button-cash-out"))
    await seller.says("100")
    await seller.says("أجرة الحمّال")
    assert "المفترض وجوده في الصندوق: 150 د.إ" in seller.text
    assert await announced(turns) == []


async def test_a_till_is_counted_in_one_message_and_closed_by_the_finance(
    turns: Turns, seller: Talk
) -> None:
    finance = await staff(turns, Role.finance)
    await sells(turns, seller)
    await seller.says("/sell")
    await seller.presses(label("button-close-till"))
    assert "235" not in seller.text
    await seller.says("كثير")
    assert "لم يتضح العدّ" in seller.text
    await seller.says("٢×١٠٠، ١×٢٠ 1x10 1x5")
    assert "• 2 × 100 = 200 د.إ" in seller.text
    assert "المعدود: 235 د.إ" in seller.text
    assert word("till-count-right") in seller.text
    await seller.presses(label("button-close-till"))
    assert word("till-waits-for-centre") in seller.text
    assert label("button-sell-here") not in " ".join(seller.labels)
    (heard,) = (await announced(turns)).to("finance")
    assert "الصندوق 1" in text([heard])
    assert actions(heard)[0] == ConfirmTill(1)
    await finance.says("/desk")
    assert "صندوق واحد ينتظر تأكيد عدّه" in finance.text
    await finance.presses("الصندوق 1: 235 د.إ")
    await finance.presses(label("button-confirm-till", amount="235 د.إ"))
    assert "الصندوق 1 – مغلق" in finance.text
    assert await state(turns.database) == TillState.closed
    assert "أُغلق الصندوق 1" in text((await announced(turns)).to("seller"))
    await finance.presses_old(ConfirmTill(1))
    assert "الصندوق 1 – مغلق" in finance.text
    await seller.says("/sell")
    assert "لا صندوق مفتوح لكم الآن" in seller.text
    await finance.says("/desk")
    await finance.presses(label("button-tills"))
    await finance.presses(label("button-day-money"))
    assert "نقد يوم" in finance.text, "the day's money is seen when all tills are closed"


async def test_notes_are_counted_one_after_another_by_buttons(turns: Turns, seller: Talk) -> None:
    await seller.presses(label("button-close-till"))
    await seller.presses(word("button-count-each"))
    assert "كم من فئة 1,000 د.إ" in seller.text
    for _ in range(3):
        await seller.presses("0")
    assert "كم من فئة 100 د.إ" in seller.text
    await seller.says("حبة")
    assert "كم من فئة 50 د.إ؟" in seller.text
    assert "المجموع حتى الآن: 100 د.إ" in seller.text
    await seller.presses(word("button-back"))
    await seller.presses("2")
    assert "المجموع حتى الآن: 200 د.إ" in seller.text
    await seller.presses(word("button-count-rest"))
    assert word("till-count-right") in seller.text
    await seller.presses(label("button-close-till"))
    assert await state(turns.database) == TillState.counted


async def test_what_is_missing_is_explained_and_the_finance_hears(
    turns: Turns, seller: Talk
) -> None:
    finance = await staff(turns, Role.finance)
    await counted(seller, "1x100 1x50", closes=False)
    assert "الناقص: 50 د.إ" in seller.text
    await seller.presses(word("reason-miscounted"))
    assert "150 د.إ بدلاً من 200 د.إ" in seller.text
    await announced(turns)
    await finance.presses_old(ConfirmTill(1))
    assert await state(turns.database) == TillState.closed
    await finance.says("/desk")
    assert "فرق نقد واحد لم يُسوَّ. الناقص: 50 د.إ" in finance.text


async def test_the_finance_counts_otherwise_and_the_seller_agrees(
    turns: Turns, seller: Talk
) -> None:
    finance = await staff(turns, Role.finance)
    await counted(seller, "2x100")
    await announced(turns)
    await finance.presses_old(AnswerTill(1))
    await finance.says("1x100")
    await finance.says("عُدّ مرتين")
    assert word("till-waits-for-holder") in finance.text
    (heard,) = (await announced(turns)).to("seller")
    assert actions(heard)[0] == ConfirmTill(2)
    await seller.presses_old(ConfirmTill(1))
    assert word("till-waits-for-holder") in seller.text
    await finance.presses_old(ConfirmTill(2))
    assert await state(turns.database) == TillState.counted
    await seller.presses_old(ConfirmTill(2))
    assert await state(turns.database) == TillState.closed


async def test_a_sale_during_the_count_is_seen_before_the_till_is_closed(
    turns: Turns, seller: Talk
) -> None:
    await counted(seller, "2x100", closes=False)
    await sells(turns, seller)
    await seller.presses(label("button-close-till"))
    assert word("till-moved-meanwhile") in seller.text
    assert "الناقص: 35 د.إ" in seller.text
    assert await state(turns.database) == TillState.open
    await seller.says("ما عُدّت")
    assert await state(turns.database) == TillState.counted


async def test_a_count_is_taken_back_and_selling_goes_on(turns: Turns, seller: Talk) -> None:
    await counted(seller, "2x100")
    await seller.presses(word("button-withdraw-till"))
    assert label("button-sell-here") in " ".join(seller.labels)
    assert await state(turns.database) == TillState.open
    assert (await announced(turns)).to("seller") == []


async def test_another_seller_takes_the_till_over(turns: Turns, seller: Talk) -> None:
    await seller.presses(label("button-hand-till"))
    assert "لا بائع آخر بلا صندوق الآن" in seller.text
    other = await staff(turns, Role.seller, external_id="other")
    finance = await staff(turns, Role.finance)
    await seller.says("/sell")
    await seller.presses(label("button-hand-till"))
    await seller.presses(word("people-nameless"))
    await seller.says("1x200")
    await seller.presses(word("button-hand-it"))
    told = await announced(turns)
    assert told.people() == {"other"}
    assert actions(told.to("other")[0]) == [TakeTill(1), WithdrawTill(1)]
    for stranger in (finance, seller):
        await stranger.presses_old(ConfirmTill(1))
    assert await state(turns.database) == TillState.counted
    await other.says("/sell")
    await other.presses(label("button-take-till", amount="200 د.إ"))
    assert "الصندوق 2 – مفتوح" in other.text
    assert "المفترض وجوده في الصندوق: 200 د.إ" in other.text
    assert (await state(turns.database), await lies_in(turns.database, 2)) == (
        TillState.closed,
        Money.dirhams(200),
    )
    assert "استُلم الصندوق 1" in text((await announced(turns)).to("seller"))
    await other.presses_old(TakeTill(1))
    assert "الصندوق 2 – مفتوح" in other.text


async def test_who_takes_over_may_say_that_the_count_is_wrong(turns: Turns, seller: Talk) -> None:
    other = await staff(turns, Role.seller, external_id="other")
    await seller.presses(label("button-hand-till"))
    await seller.presses(word("people-nameless"))
    await seller.says("2x100")
    await seller.presses(word("button-hand-it"))
    await announced(turns)
    await other.presses_old(WithdrawTill(1))
    assert await state(turns.database) == TillState.open
    assert "عاد الصندوق مفتوحاً" in text((await announced(turns)).to("seller"))


async def test_a_manager_alone_closes_the_own_till_at_once(turns: Turns) -> None:
    async with turns.database.write() as session:
        await a_bazaar(session)
    manager = await opened(turns, Role.manager, name="manager")
    await counted(manager, "2x100")
    assert "الصندوق 1 – مغلق" in manager.text
    assert await state(turns.database) == TillState.closed


async def test_who_has_left_has_the_till_counted_by_the_finance(turns: Turns, seller: Talk) -> None:
    finance = await staff(turns, Role.finance)
    async with turns.database.write() as session:
        await take_role(acting(session), Role.seller, await seller.person_id())
    await announced(turns)
    await finance.says("/desk")
    await finance.presses(label("button-tills"))
    assert "صندوق واحد مفتوح، وفيه 200 د.إ" in finance.text
    await finance.presses("الصندوق 1")
    await finance.presses(word("button-count-till"))
    await finance.says("2x100")
    await finance.presses(label("button-close-till"))
    assert "الصندوق 1 – مغلق" in finance.text
    assert await state(turns.database) == TillState.closed


async def test_a_stranger_has_nothing_to_do_with_a_till(turns: Turns, seller: Talk) -> None:
    stranger = await staff(turns, Role.seller, external_id="stranger")
    await counted(seller, "2x100")
    for press in (
        *(ManageTill(1), CountTill(1), ConfirmTill(1), TakeTill(1)),
        *(AnswerTill(1), WithdrawTill(1)),
    ):
        await stranger.presses_old(press)
        assert NOT_THEIRS in stranger.text, press
    assert await state(turns.database) == TillState.counted


async def test_managers_hear_once_of_a_till_left_open(
    turns: Turns, clock: HandClock, seller: Talk
) -> None:
    manager = await staff(turns, Role.manager)
    await announced(turns)
    clock.advance(hours=8)
    await seller.says("/sell")
    async with turns.database.write() as session:
        await note_left_open(acting(session, None, clock()))
        await note_left_open(acting(session, None, clock()))
    told = await announced(turns)
    assert "الصندوق 1" in text(told.to("manager"))
    assert len(told.to("manager")) == 1
    assert told.people() == {"manager", "seller"}
    await manager.presses_old(ManageTill(1))
    assert word("button-count-till") in manager.labels
