"""Answers to checkout as people give them every day."""

from __future__ import annotations

import pytest

from handlers.dialog.turns import Turns
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.customer.buying import orders, to_summary, with_cart
from tests.handlers.talk import Talk
from tests.support.words import label, word


async def asked(turns: Turns, *answers: str, language: Language = "ar") -> Talk:
    """A shopper at checkout who has given these answers."""
    product = await shelf.add_product(turns, "دخون عود", "Oud dukhoon", price=120)
    option = await shelf.only_option(turns, product)
    talk = await with_cart(turns, option, language=language)
    await talk.presses(label("cart-checkout") if language == "ar" else label("cart-checkout", "en"))
    for answer in answers:
        await talk.says(answer)
    return talk


@pytest.mark.parametrize(
    ("language", "typed", "emirate"),
    [
        ("ar", "Sharjah", "sharjah"),
        ("ar", "الشارجة", "sharjah"),
        ("ar", "شارجه", "sharjah"),
        ("ar", "ام القوين", "umm-al-quwain"),
        ("en", "الشارقة", "sharjah"),
        ("en", "ابو ظبي", "abu-dhabi"),
    ],
)
async def test_an_emirate_in_the_other_language_or_an_everyday_spelling(
    turns: Turns, language: Language, typed: str, emirate: str
) -> None:
    talk = await asked(turns, "منى", "0501234567", typed, "12/7", "١٢/٧", "-", language=language)
    await talk.presses(word("button-skip") if language == "ar" else word("button-skip", "en"))
    await talk.presses(
        label("checkout-place-order") if language == "ar" else label("checkout-place-order", "en")
    )
    (order,) = await orders(turns)
    assert (order.emirate, order.area, order.address) == (emirate, "12/7", "١٢/٧")


@pytest.mark.parametrize(
    ("typed", "said"), [("الغاء", "لم يُؤكَّد الطلب"), ("تخطي السوال", word("checkout-summary"))]
)
async def test_a_label_without_its_hamza_is_that_label(turns: Turns, typed: str, said: str) -> None:
    talk = await asked(
        turns, "منى", "0501234567", word("emirate-dubai"), "البرشاء", "فيلا 12", typed
    )
    assert said in talk.text


async def test_a_name_of_figures_alone_is_none(turns: Turns) -> None:
    talk = await asked(turns, "12/7")
    assert word("question-needs-words") in talk.text


async def test_a_question_is_no_place_and_a_yes_no_note(turns: Turns) -> None:
    talk = await asked(turns, "منى", "0501234567", word("emirate-dubai"))
    await talk.says("كم رسوم الشارقة")
    assert "رسوم التوصيل" in talk.text
    assert word("checkout-ask-area") in talk.text
    await talk.says("البيت عند السوق")
    await talk.says("متى يوصل؟")
    assert word("checkout-ask-where") in talk.text
    await talk.says("عند مركز إنتاج")
    await talk.says("نعم")
    assert talk.text.startswith(word("checkout-needs-note"))
    await talk.says("لا")
    assert "دبي، البيت عند السوق، عند مركز إنتاج" in talk.text


async def test_a_second_phone_will_do_as_a_note(turns: Turns) -> None:
    talk = await asked(
        turns, "منى", "0501234567", word("emirate-dubai"), "البرشاء", "فيلا 12", "٠٥٠٩٨٧٦٥٤٣"
    )
    assert "📝 ٠٥٠٩٨٧٦٥٤٣" in talk.text


async def test_a_note_can_be_taken_back(turns: Turns) -> None:
    product = await shelf.add_product(turns, "دخون عود", price=120)
    talk = await with_cart(turns, await shelf.only_option(turns, product))
    await to_summary(talk)
    await talk.presses(label("checkout-change-note"))
    assert word("button-no-answer") not in talk.labels
    await talk.says("الباب الخلفي")
    assert word("checkout-summary") in talk.text
    await talk.presses(label("checkout-change-note"))
    await talk.presses(word("button-no-answer"))
    assert word("checkout-summary") in talk.text
    assert "الباب الخلفي" not in talk.text
