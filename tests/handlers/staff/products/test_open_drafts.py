"""A long form that is open: it goes on where it was, and is thrown away only when it is meant."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.catalogue import AddProduct
from handlers.dialog.actions.customer import StartCheckout
from handlers.dialog.actions.deliveries import EndOnBehalf
from handlers.dialog.actions.returns import StartReturn
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import let_in
from tests.handlers.staff.drafts import (
    asked_for_kind,
    asked_for_name,
    kept_drafts,
)
from tests.handlers.staff.orders.test_returning import delivered
from tests.support.clock import HandClock
from tests.support.words import word


@pytest.mark.parametrize("by_command", [True, False])
async def test_adding_once_more_goes_on_with_the_product_at_hand(
    turns: Turns, by_command: bool
) -> None:
    talk = await asked_for_kind(turns)
    again = talk.says("/addproduct") if by_command else talk.presses_old(AddProduct())
    await again
    assert len(talk.cards) == 1
    assert word("adding-ask-kind") in talk.text
    await talk.presses(word("adding-kind-one"))
    assert "كم السعر" in talk.text


async def test_a_product_at_hand_does_not_become_another_brands(turns: Turns) -> None:
    other = await shelf.add_family(turns, ("دار المسك", "Dar Al Misk"))
    talk = await asked_for_kind(turns)
    await talk.presses_old(AddProduct(await shelf.add_family(turns)))
    assert word("adding-ask-kind") in talk.text
    await talk.presses_old(AddProduct(other))
    assert "حُفظت مسودة: معمول بالتمر" in talk.text
    assert word("adding-ask-package") in talk.text
    assert [row.kind for row in await kept_drafts(turns)] == ["add-product"]


@pytest.mark.parametrize("by_command", [True, False])
async def test_long_answers_are_thrown_away_only_when_it_is_meant(
    turns: Turns, by_command: bool
) -> None:
    talk = await asked_for_kind(turns)
    await (talk.says("/cancel") if by_command else talk.presses(word("button-cancel")))
    assert "هل تُلغى كل الإجابات؟" in talk.text
    await talk.says("كبير")
    assert word("question-choose") in talk.text
    await talk.presses(word("button-form-stay"))
    assert word("adding-ask-kind") in talk.text
    await talk.presses(word("adding-kind-one"))
    assert "كم السعر" in talk.text


async def test_leaving_twice_leaves_and_an_empty_form_is_left_at_once(turns: Turns) -> None:
    talk = await asked_for_kind(turns)
    await talk.says("/cancel")
    await talk.says("/cancel")
    assert word("form-left") in talk.text
    await talk.says("/addproduct")
    await talk.presses(word("button-cancel"))
    assert word("form-left") in talk.text


async def test_back_before_the_first_question_asks_too(turns: Turns) -> None:
    talk = await asked_for_name(turns)
    await talk.presses(word("button-back"))
    await talk.presses(word("button-back"))
    assert "هل تُلغى كل الإجابات؟" in talk.text
    await talk.presses(word("button-form-stay"))
    assert word("adding-ask-package") in talk.text


async def test_checkout_with_an_empty_cart_throws_nothing_away(turns: Turns) -> None:
    talk = await asked_for_kind(turns)
    await talk.presses_old(StartCheckout())
    assert talk.cards[0].text.id == "checkout-cart-empty"
    assert word("adding-ask-kind") in talk.text
    await talk.presses(word("adding-kind-one"))
    assert "كم السعر" in talk.text


async def test_to_order_for_oneself_again_throws_no_product_away(turns: Turns) -> None:
    talk = await asked_for_kind(turns)
    await let_in(talk, role=Role.orders)
    await talk.presses_old(EndOnBehalf())
    assert word("on-behalf-ended") in talk.text
    assert word("adding-ask-kind") in talk.text
    await talk.presses(word("adding-kind-one"))
    assert "كم السعر" in talk.text


async def test_an_order_that_is_looked_at_throws_no_product_away(
    turns: Turns, clock: HandClock
) -> None:
    _desk, number = await delivered(turns)
    talk = await asked_for_kind(turns)
    await let_in(talk, role=Role.orders)
    await talk.says(f"/deliveries {number}")
    (act,) = talk.offered(StartReturn)
    clock.advance(days=60)
    await talk.presses_old(act)
    assert word("refused-too-late-to-return") in talk.text
    assert word("adding-ask-kind") in talk.text
    await talk.presses(word("adding-kind-one"))
    assert "كم السعر" in talk.text
