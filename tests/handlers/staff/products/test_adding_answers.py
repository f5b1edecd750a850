"""Answers that cannot be when a product is added: each is asked back, and nothing is lost."""

from __future__ import annotations

import pytest

from handlers.dialog.turns import Turns
from tests.handlers import shelf
from tests.handlers.staff.drafts import (
    asked_for_label,
    asked_for_name,
    asked_for_price,
    at_preview,
    products,
)
from tests.support.words import label, word


async def test_two_options_are_not_called_the_same(turns: Turns) -> None:
    talk = await asked_for_label(turns)
    await talk.says("كبير", "Large", "20", "5")
    await talk.presses(word("button-another-option"))
    await talk.says("الكبيـر")
    assert "للمنتج خيار بهذا الاسم: الكبيـر" in talk.text
    assert "الخيار رقم 2" in talk.text
    await talk.says("كبير جداً", "LARGE")
    assert "للمنتج خيار بهذا الاسم: LARGE" in talk.text
    await talk.says("Extra large")
    assert "كم السعر" in talk.text


async def test_a_size_in_figures_is_a_label(turns: Turns) -> None:
    talk = await asked_for_label(turns)
    await talk.says("٤٢", "42", "20", "5")
    await talk.presses(word("button-another-option"))
    await talk.says("42")
    assert "للمنتج خيار بهذا الاسم" in talk.text
    await talk.says("1.5", "1.5", "20", "5")
    assert "٤٢: 20 د.إ، الكمية 5\n" in talk.text
    assert "1.5: 20 د.إ، الكمية 5" in talk.text
    await talk.presses(word("button-another-option"))
    await talk.says("😀")
    assert word("question-needs-words") in talk.text


@pytest.mark.parametrize("typed", ["25 50", "-5", "0", "1e3", "😀", "مجاناً", "9" * 10_000])
async def test_no_price_is_guessed(turns: Turns, typed: str) -> None:
    talk = await asked_for_price(turns)
    await talk.says(typed)
    assert word("adding-ask-price") in talk.text
    assert "مبلغ" in talk.text


async def test_a_price_with_a_comma_is_said_back(turns: Turns) -> None:
    talk = await asked_for_price(turns)
    await talk.says("25,50")
    assert "هل المقصود: 25.50 د.إ؟" in talk.text
    await talk.says(word("button-yes"))
    assert word("adding-ask-quantity") in talk.text


async def test_too_much_names_the_largest_price(turns: Turns) -> None:
    talk = await asked_for_price(turns)
    for typed in ("9999999", "٩٬٩٩٩٬٩٩٩٫٩٩", "100,000.01"):
        await talk.says(typed)
        assert "يُرجى كتابة مبلغ من 0.01 د.إ إلى 100,000 د.إ" in talk.text


@pytest.mark.parametrize("typed", ["-1", "2.5", "10001", "½", "😀", "كثير"])
async def test_no_quantity_is_guessed(turns: Turns, typed: str) -> None:
    talk = await asked_for_price(turns)
    await talk.says("35", typed)
    assert "المطلوب عدد صحيح" in talk.text


@pytest.mark.parametrize("typed", ["😀😀", "25,50", "ب" * 10_000])
async def test_a_name_needs_words(turns: Turns, typed: str) -> None:
    talk = await asked_for_name(turns)
    await talk.says(typed)
    assert word("adding-ask-name-ar") in talk.text


async def test_a_family_that_is_not_there_or_not_clear(turns: Turns) -> None:
    await shelf.add_family(turns, ("دار المسك", "Dar Al Misk"))
    talk = await asked_for_name(turns)
    await talk.says("معمول", "Maamoul")
    for typed in ("مطعم", "😀"):
        await talk.says(typed)
        assert word("question-choose") in talk.text
    await talk.says("المسك")
    assert "المخزون" in talk.text


async def test_of_several_brands_with_that_part_one_is_chosen(turns: Turns) -> None:
    for brand in (("دار المسك", "Dar Al Misk"), ("بيت التمر", "Bait Al Tamr")):
        await shelf.add_family(turns, brand)
    talk = await asked_for_name(turns)
    await talk.says("معمول", "Maamoul", "دار")
    assert "أكثر من علامة في اسمها «دار». لأي منها هذا المنتج؟" in talk.text
    assert set(talk.labels) == {
        "دار الورد",
        "دار المسك",
        word("button-save-draft"),
        word("button-back"),
        word("button-cancel"),
    }
    second = talk.labels[1]
    await talk.says("2")
    assert "المخزون" in talk.text
    await talk.presses(word("button-back"))
    assert f"بلا تغيير: {second}" in talk.labels
    assert "بيت التمر" in talk.labels


async def test_long_answers_are_not_thrown_away(turns: Turns) -> None:
    talk = await at_preview(turns)
    await talk.says("/catalogue")
    assert word("adding-preview") in talk.text, "the question is asked again beneath"
    await talk.presses(label("button-publish"))
    assert len(await products(turns)) == 1
