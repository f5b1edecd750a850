"""What customers write beside the buttons: greetings, questions, and words to what was asked."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from handlers.dialog.actions.customer import (
    CancelOrder,
    EmptyCart,
    SetQuantity,
    ShowAbout,
    ShowCart,
    ShowPackage,
    StartCheckout,
)
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.products.tables import Option
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, orders, to_summary, with_cart
from tests.handlers.people import customer
from tests.handlers.talk import Talk
from tests.support.words import label, word


async def at_summary(turns: Turns, option_id: int) -> Talk:
    """A customer who sees the summary of a first order."""
    mona = await with_cart(turns, option_id)
    await to_summary(mona)
    return mona


# ---------------------------------------------------------------- greetings and questions


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("السلام عليكم", "talk-salam"), ("Good morning", "talk-morning"), ("مشكورين", "talk-thanks")],
)
async def test_a_greeting_is_answered_with_the_menu(turns: Turns, typed: str, answer: str) -> None:
    mona = await customer(turns)
    await mona.says(typed)
    assert mona.text.startswith(word(answer))
    assert mona.offered(ShowPackage)


async def test_a_greeting_before_a_question_is_answered_too(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("السلام عليكم كم التوصيل لدبي؟")
    assert mona.text.startswith(word("talk-salam"))
    assert word("emirate-dubai") in mona.text.split("\n\n")[1]
    assert "25" in mona.text.split("\n\n")[1]


async def test_behind_a_greeting_comes_what_is_searched_for(turns: Turns) -> None:
    await shelf.add_product(turns, "لقيمات")
    mona = await customer(turns)
    await mona.says("السلام عليكم عندكم لقيمات؟")
    assert mona.text.startswith(word("talk-salam"))
    assert "لقيمات" in " ".join(mona.labels)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("كم التوصيل", ShowAbout),
        ("how can i pay", ShowAbout),
        ("وين البازار", None),
        ("غير اللغة", None),
        ("أطايب", None),
    ],
)
async def test_what_is_understood_is_no_search(
    turns: Turns, typed: str, offered: type | None
) -> None:
    mona = await customer(turns)
    await mona.says(typed)
    assert "«" not in mona.text
    assert offered is None or mona.offered(offered)


async def test_what_was_meant_as_a_search_is_one_tap_away(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("كم التوصيل")
    await mona.presses(word("talk-search-instead", words="كم التوصيل"))
    assert "«كم التوصيل»" in mona.text


async def test_a_question_at_a_question_is_answered_and_the_question_asked_again(
    turns: Turns, oud: int
) -> None:
    mona = await with_cart(turns, oud)
    await mona.presses_old(StartCheckout())
    await mona.says("السلام عليكم")
    assert mona.text == f"{word('talk-salam')}\n\n{word('checkout-ask-name')}"
    await mona.says("هلا")
    await mona.says("كم التوصيل؟")
    assert mona.cards[-1].text.id == "checkout-ask-phone"
    assert word("about-delivery") in mona.text


async def test_where_is_my_order_opens_the_only_one_that_is_open(turns: Turns, oud: int) -> None:
    mona = await with_cart(turns, oud)
    order = await buy(mona)
    await mona.says("وين طلبي")
    assert order.number in mona.text
    await mona.says("ابي الغي الطلب")
    assert mona.text.startswith(word("talk-cancel-order"))
    assert mona.offered(CancelOrder)
    assert (await orders(turns))[0].state == "placed"


async def test_who_asks_for_somebody_is_asked_what_to_hand_over(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("ابي اكلم موظف")
    assert mona.text == word("inbox-ask")


# ---------------------------------------------------------------- words to what was asked


@pytest.mark.parametrize("typed", ["نعم", "أكّد", "تمااام", "اوكي", "ok", "Yes please", "👍"])
async def test_a_yes_at_the_summary_places_the_order(turns: Turns, oud: int, typed: str) -> None:
    mona = await at_summary(turns, oud)
    await mona.says(typed)
    (order,) = await orders(turns)
    assert order.number in mona.text
    await mona.redelivered()
    assert len(await orders(turns)) == 1


@pytest.mark.parametrize("typed", ["لا", "تمام؟", "دخون", "هلا تمام", "مب تمام", "غير العنوان"])
async def test_anything_else_at_the_summary_says_that_nothing_is_placed(
    turns: Turns, oud: int, typed: str
) -> None:
    mona = await at_summary(turns, oud)
    await mona.says(typed)
    assert mona.text.startswith(word("checkout-not-placed"))
    assert not await orders(turns)


async def test_a_day_that_is_written_beneath_the_summary_is_another_window(
    turns: Turns, oud: int
) -> None:
    mona = await at_summary(turns, oud)
    for typed, window in (
        ("الخميس العصر", "الخميس 5 مارس، من 4:00"),
        ("بكرة 10", "الثلاثاء 3 مارس"),
    ):
        await mona.says("/bazaar")
        await mona.says(typed)
        assert word("checkout-summary") in mona.text
        assert window in mona.text
    await mona.says("تمام")
    assert len(await orders(turns)) == 1


@pytest.mark.parametrize("typed", ["العصر", "الساعة 5"])
async def test_an_hour_alone_is_none(turns: Turns, oud: int, typed: str) -> None:
    mona = await at_summary(turns, oud)
    await mona.says(typed)
    assert f"«{typed}»" in mona.text


@pytest.mark.parametrize("ordered", [False, True])
async def test_to_change_an_order_means_the_one_that_is_not_placed_yet_where_there_is_no_other(
    turns: Turns, oud: int, ordered: bool
) -> None:
    mona = await at_summary(turns, oud)
    if ordered:
        await mona.says("نعم")
        await mona.presses_old(SetQuantity(oud, 1))
        await mona.says("/cart")
        await mona.presses(label("cart-checkout"))
        assert word("checkout-summary") in mona.text
    await mona.says("/bazaar")
    await mona.says("غيروا الموعد")
    assert mona.text.startswith(word("talk-change-order" if ordered else "checkout-not-placed"))


@pytest.mark.parametrize("typed", ["بعدين", "الغ الطلب", "رجوع"])
async def test_later_leaves_the_summary_and_keeps_the_cart(
    turns: Turns, oud: int, typed: str
) -> None:
    mona = await at_summary(turns, oud)
    await mona.says(typed)
    assert not await orders(turns)
    assert word("checkout-not-placed") not in mona.text


async def test_a_yes_after_another_screen_places_nothing(turns: Turns, oud: int) -> None:
    mona = await at_summary(turns, oud)
    await mona.says("/bazaar")
    await mona.says("نعم")
    assert mona.text.startswith(word("checkout-not-placed"))
    assert not await orders(turns)
    await mona.says("نعم")
    assert len(await orders(turns)) == 1


async def test_a_yes_counts_for_what_the_summary_showed(turns: Turns, oud: int) -> None:
    mona = await at_summary(turns, oud)
    async with turns.database.write() as session:
        await session.execute(update(Option).values(price=Money.dirhams(121)))
    await mona.says("نعم")
    assert not await orders(turns)
    assert word("checkout-changed-figures") in mona.text


async def test_a_yes_and_a_no_answer_whether_the_cart_is_really_emptied(
    turns: Turns, oud: int
) -> None:
    mona = await with_cart(turns, oud)
    await mona.presses_old(EmptyCart())
    await mona.says("لا")
    assert mona.offered(StartCheckout)
    await mona.presses_old(EmptyCart())
    await mona.says("دخون")  # whatever else is typed, it is not asked any more
    await mona.says("نعم")
    await mona.presses_old(ShowCart())
    assert mona.offered(StartCheckout)
    await mona.presses_old(EmptyCart())
    await mona.says("اي نعم")
    assert mona.notice == word("cart-cleared")


async def test_a_yes_to_emptying_the_cart_beside_a_summary_places_nothing(
    turns: Turns, oud: int
) -> None:
    mona = await at_summary(turns, oud)
    await mona.presses_old(EmptyCart())
    await mona.says("نعم")
    assert mona.notice == word("cart-cleared")
    assert not await orders(turns)


async def test_a_yes_cancels_the_order_that_was_asked_about(turns: Turns, oud: int) -> None:
    mona = await with_cart(turns, oud)
    order = await buy(mona)
    await mona.presses_old(CancelOrder(order.id))
    await mona.says("نعم")
    assert (await orders(turns))[0].state == "cancelled"


async def test_a_word_to_no_question_shows_the_menu(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("نعم")
    assert mona.text.startswith(word("talk-nothing-asked"))
