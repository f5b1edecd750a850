"""A question that waits is seen after any other press, and takes no text meant otherwise."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.customer import (
    OrderAgain,
    SetQuantity,
    ShowBazaar,
    ShowCart,
    ShowHelp,
    ShowHome,
    ShowPackage,
    ShowProduct,
    StartCheckout,
)
from handlers.dialog.speech import Ask, Choice
from handlers.dialog.turns import Turns
from tests.handlers import shelf
from tests.handlers.customer.buying import orders, to_summary, with_cart
from tests.handlers.talk import Talk
from tests.support.words import label, word


@pytest.fixture
async def oud(turns: Turns) -> int:
    """The option of a product on the shelf; there is another one to leaf to."""
    product = await shelf.add_product(turns, "دخون عود", "Oud dukhoon", price=120)
    await shelf.add_product(turns, "خنفروش", "Khanfaroush", package="atayeb")
    return await shelf.only_option(turns, product)


async def asked_for_name(turns: Turns, oud: int) -> Talk:
    """A shopper who is asked who receives the order."""
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    return talk


def asked(talk: Talk) -> list[str]:
    """The ids of the last answer's phrases."""
    return [card.text.id for card in talk.cards]


# ---------------------------------------------------------------- at the summary


async def test_shopping_on_from_the_summary_leaves_nothing_hanging(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    await talk.presses(label("button-cart"))
    await talk.presses(label("button-home"))
    for said in ("خنفروش", "/cart", "/bazaar", "/nonsense"):
        await talk.says(said)
        assert word("checkout-summary") not in talk.text
        assert "يُرجى استخدام الأزرار" not in talk.text
    await talk.says("خنفروش")
    assert "نتائج البحث" in talk.text
    await talk.sends_other()
    assert word("checkout-summary") not in talk.text
    await talk.presses_old(OrderAgain(99))
    assert word("refused-not-found") in talk.text
    assert word("checkout-summary") not in talk.text
    await talk.presses_old(StartCheckout())
    assert "منى سالم" in talk.text
    await talk.presses(label("checkout-place-order"))
    assert len(await orders(turns)) == 1


async def test_a_part_that_is_changed_waits_for_its_answer(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    await talk.presses(label("checkout-change-name"))
    await talk.says("خنفروش")
    assert "👤 خنفروش" in talk.text


# ---------------------------------------------------------------- other presses


@pytest.mark.parametrize(
    "action", [ShowHome(), ShowCart(), ShowProduct(2), ShowBazaar(), ShowHelp()]
)
async def test_the_question_is_asked_again_beneath_a_press(
    turns: Turns, oud: int, action: ShowHome
) -> None:
    talk = await asked_for_name(turns, oud)
    await talk.presses_old(action)
    assert len(talk.cards) == 2
    assert asked(talk)[-1] == "checkout-ask-name"
    await talk.says("منى")
    assert asked(talk)[-1] == "checkout-ask-phone"


async def test_stepping_and_leafing_do_not_ask_again_each_time(turns: Turns, oud: int) -> None:
    talk = await asked_for_name(turns, oud)
    for action in (
        SetQuantity(oud, 3),
        SetQuantity(oud, 3, on_card=True),
        ShowPackage("teeb", page=1),
        ShowProduct(1, oud),
    ):
        await talk.presses_old(action)
        assert "checkout-ask-name" not in asked(talk)
    await talk.says("منى")
    assert asked(talk)[-1] == "checkout-ask-phone"


# ---------------------------------------------------------------- the search


@pytest.mark.parametrize("by_command", [True, False])
async def test_after_search_the_next_text_is_searched_and_the_question_goes_on(
    turns: Turns, oud: int, by_command: bool
) -> None:
    talk = await asked_for_name(turns, oud)
    if by_command:
        await talk.says("/search")
    else:
        await talk.says("/start")
        await talk.presses(label("button-search"))
    assert asked(talk) == ["search-ask"]
    await talk.says("خنفروش")
    assert asked(talk) == ["paragraph", "checkout-ask-name"]
    await talk.says("منى")
    await talk.says("0501234567")
    assert asked(talk)[-1] == "checkout-ask-emirate"
    await talk.presses(word("button-back"))
    await talk.presses(word("button-back"))
    await talk.presses(word("button-keep"))
    assert asked(talk)[-1] == "checkout-ask-emirate"


@pytest.mark.parametrize("between", ["/bazaar", "press", "sticker"])
async def test_a_search_that_was_not_typed_takes_no_answer_later(
    turns: Turns, oud: int, between: str
) -> None:
    talk = await asked_for_name(turns, oud)
    await talk.says("/search")
    match between:
        case "press":
            await talk.presses_old(ShowHome())
        case "sticker":
            await talk.sends_other()
        case command:
            await talk.says(command)
    assert "ما اسم مستلم الطلب؟" in talk.text
    await talk.says("منى")
    assert asked(talk)[-1] == "checkout-ask-phone"


async def test_the_buttons_and_the_keyboard_of_the_question_go_on_counting(
    turns: Turns, oud: int
) -> None:
    talk = await asked_for_name(turns, oud)
    await talk.says("منى")
    await talk.says("/search")
    await talk.says(word("button-back"))
    assert asked(talk)[-1] == "checkout-ask-name"
    await talk.says("منى")
    await talk.says("0501234567")
    (found,) = [c for c in talk.choices if word("emirate-dubai") in talk.reads(c.label)]
    assert isinstance(found, Choice)
    dubai = found.action
    assert isinstance(dubai, Pick)
    await talk.says("/search")
    await talk.says(word("emirate-dubai"))
    assert "لم نجد" in talk.text
    await talk.says("/search")
    await talk.presses_old(dubai)
    assert talk.cards[-1].ask == Ask.place
    await talk.says("البرشاء")
    assert asked(talk)[-1] == "checkout-ask-where"
