"""A till is opened at an edition, with cash to begin with; nobody sells without one."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.hall import StartTill
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.clock import HandClock
from tests.support.halls import a_bazaar
from tests.support.words import label, word


@pytest.fixture
async def seller(turns: Turns) -> Talk:
    """A seller on a day of a bazaar, without a till."""
    async with turns.database.write() as session:
        await a_bazaar(session)
    return await staff(turns, Role.seller)


async def test_a_till_is_opened_with_two_taps_and_an_amount(seller: Talk) -> None:
    await seller.says("/sell")
    assert "لا صندوق مفتوح لكم الآن" in seller.text
    await seller.presses(label("button-open-till"))
    await seller.presses("200 د.إ")
    assert "الصندوق 1 – مفتوح" in seller.text
    assert "لا إيصال بعد" in seller.text
    assert "المفترض وجوده في الصندوق: 200 د.إ" in seller.text
    await seller.says("/sell")
    assert "المفترض وجوده في الصندوق: 200 د.إ" in seller.text
    await seller.presses_old(StartTill())
    assert "الصندوق 1 – مفتوح" in seller.text


async def test_the_amount_may_be_typed_in_any_digits(seller: Talk) -> None:
    await seller.says("/desk")
    await seller.presses(label("button-hall"))
    await seller.presses(label("button-open-till"))
    await seller.says("-5")
    assert word("till-ask-float") in seller.text
    await seller.says("٣٥٠٫٢٥")
    assert "المفترض وجوده في الصندوق: 350.25 د.إ" in seller.text


async def test_no_till_is_opened_when_no_bazaar_is_near(turns: Turns, clock: HandClock) -> None:
    async with turns.database.write() as session:
        await a_bazaar(session)
    seller = await staff(turns, Role.seller)
    clock.advance(hours=8)
    await seller.says("/sell")
    assert seller.text.startswith(word("till-no-bazaar")[:20])
    assert label("button-open-till") not in " ".join(seller.labels)
    await seller.presses_old(StartTill())
    assert "لا بازار اليوم" in seller.text


async def test_of_two_editions_one_is_chosen(turns: Turns, seller: Talk) -> None:
    async with turns.database.write() as session:
        await a_bazaar(session)
    await seller.says("/sell")
    await seller.presses(label("button-open-till"))
    assert word("till-ask-bazaar") in seller.text
    await seller.presses("بازار إنتاج", nth=1)
    await seller.presses("100 د.إ")
    assert "الصندوق 1 – مفتوح" in seller.text
