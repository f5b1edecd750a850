"""`Place the order` typed at the summary stands for what was shown, as its button does."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.kernel.refusals import NoWindow
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.delivery_plan import plan_of_terms
from models.orders.delivery_slots import WindowSlot, hold_place
from tests.handlers import shelf
from tests.handlers.customer.buying import orders, to_summary, with_cart
from tests.handlers.talk import Talk
from tests.support.clock import HandClock
from tests.support.words import label, word


@pytest.fixture
async def talk(turns: Turns, oud: int) -> Talk:
    """A shopper with two pieces who sees the summary."""
    shopper = await with_cart(turns, oud)
    await to_summary(shopper)
    return shopper


async def fill(turns: Turns, slot: WindowSlot) -> None:
    """Other people's orders take every place of the window."""
    async with turns.database.write() as session:
        for _ in range(60):
            try:
                await hold_place(session, slot, 20 if slot.window.startswith("10") else 30)
            except NoWindow:
                return


async def fill_all(turns: Turns) -> None:
    """No delivery window has any room."""
    plan = plan_of_terms(DEFAULT_TERMS)
    for ahead in range(1, plan.days_ahead + 1):
        day = (turns.clock() + timedelta(days=ahead)).date()
        for window in plan.windows_on(day):
            await fill(turns, WindowSlot(day, window.key))


async def test_a_changed_price_is_shown_before_it_is_placed(
    turns: Turns, oud: int, talk: Talk
) -> None:
    await shelf.set_price(turns, oud, 150)
    await talk.says(label("checkout-place-order"))
    assert word("checkout-changed-figures") in talk.text
    assert "315" in talk.text
    assert await orders(turns) == []
    await talk.says(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert order.total.fils == 31500


async def test_a_changed_fee_is_shown_before_it_is_placed(turns: Turns, talk: Talk) -> None:
    dearer = {emirate: Money.dirhams(40) for emirate in turns.terms.fees}
    turns.terms = msgspec.structs.replace(turns.terms, fees=dearer)
    await talk.says(label("checkout-place-order"))
    assert "280" in talk.text
    assert await orders(turns) == []
    await talk.says(label("checkout-place-order"))
    assert [order.fee.fils for order in await orders(turns)] == [4000]


async def test_fewer_left_are_shown_before_they_are_placed(
    turns: Turns, oud: int, talk: Talk
) -> None:
    await shelf.count_stock(turns, oud, 1)
    await talk.says(label("checkout-place-order"))
    assert "بقيت قطعة واحدة فقط" in talk.text
    assert await orders(turns) == []


async def test_a_window_that_filled_up_is_said(turns: Turns, talk: Talk, clock: HandClock) -> None:
    await fill(turns, WindowSlot((clock() + timedelta(days=1)).date(), "10:00-13:00"))
    await talk.says(label("checkout-place-order"))
    assert "لم يعد هذا الموعد متاحاً" in talk.text
    assert "4:00 عصراً" in talk.text
    assert await orders(turns) == []


async def test_where_no_window_is_left_nothing_is_searched_for(turns: Turns, talk: Talk) -> None:
    await fill_all(turns)
    await talk.says(label("checkout-place-order"))
    assert "لم يعد هذا الموعد متاحاً" in talk.text
    assert word("checkout-no-window") in talk.text
    assert await orders(turns) == []


async def test_an_order_that_could_not_be_placed_is_shown_again(turns: Turns, oud: int) -> None:
    await fill_all(turns)
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    await talk.says(label("checkout-place-order"))
    assert "هذا هو الملخص الحالي" in talk.text
    assert word("checkout-no-window") in talk.text
    assert await orders(turns) == []


async def test_it_is_placed_as_it_was_shown_in_english_too(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud, language="en")
    await to_summary(talk)
    await talk.says("place the order")
    assert len(await orders(turns)) == 1
