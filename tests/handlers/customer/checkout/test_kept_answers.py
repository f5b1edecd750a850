"""The button that keeps an earlier answer says what is kept."""

from __future__ import annotations

import pytest

from handlers.dialog.turns import Turns
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.customer.buying import WORDS, to_summary, with_cart
from tests.support.words import label, word
from tests.support.words import label as the_label


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_what_is_kept_is_said(turns: Turns, language: Language) -> None:
    product = await shelf.add_product(turns, "دخون عود", "Oud dukhoon", price=120)
    option = await shelf.only_option(turns, product)
    talk = await with_cart(turns, option, language=language)
    await to_summary(talk)
    keep, back = (
        (word("button-keep"), word("button-back")) if language == "ar" else ("Keep", "Back")
    )
    shown = []
    for _ in range(6):
        await talk.presses(back)
        shown += [label for label in talk.labels if label.startswith(keep)]
    words = WORDS[language]
    address = words["address"] if language == "ar" else "behind the mosque, vill…"
    sharjah = "الشارقة · 15 د.إ" if language == "ar" else "Sharjah · AED 15"
    assert shown == [
        word("button-keep") if language == "ar" else word("button-keep", "en"),
        f"{keep}: {address}",
        f"{keep}: {words['area']}",
        f"{keep}: {sharjah}",
        f"{keep}: +971501234567",
        f"{keep}: {words['name']}",
    ]


@pytest.mark.parametrize("typed", [word("button-keep"), "بلا تغيير: منى سالم"])
async def test_it_can_be_typed_with_or_without_what_is_kept(turns: Turns, typed: str) -> None:
    product = await shelf.add_product(turns, "دخون عود", price=120)
    talk = await with_cart(turns, await shelf.only_option(turns, product))
    await to_summary(talk)
    await talk.presses(label("checkout-change-name"))
    await talk.says(typed)
    assert "👤 منى سالم" in talk.text


async def test_a_long_answer_and_a_pin_fit_the_button(turns: Turns) -> None:
    product = await shelf.add_product(turns, "دخون عود", price=120)
    talk = await with_cart(turns, await shelf.only_option(turns, product))
    await to_summary(talk)
    await talk.presses(the_label("checkout-change-note"))
    await talk.says("الاتصال قبل الوصول بنصف ساعة من فضلكم")
    await talk.presses(the_label("checkout-change-note"))
    assert "بلا تغيير: الاتصال قبل الوصول بنصف…" in talk.labels
    await talk.presses(word("button-keep"))
    await talk.presses(the_label("checkout-change-place"))
    await talk.presses(word("button-keep"))
    await talk.shares_place()
    await talk.presses(the_label("checkout-change-place"))
    await talk.presses(word("button-keep"))
    assert "بلا تغيير: موقع محدد على الخريطة" in talk.labels
