"""Texts that are edited in the chat: another answer, or too late, or another search."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import StartCheckout
from handlers.dialog.speech import Said
from handlers.dialog.turns import Turns
from tests.handlers import shelf
from tests.handlers.customer.buying import WORDS, orders, with_cart
from tests.handlers.people import customer
from tests.handlers.talk import Talk
from tests.support.words import word


async def at_the_emirate(turns: Turns, option_id: int) -> Talk:
    """A customer who wrote a name (message 1) and a number (2), and is asked for the emirate."""
    mona = await with_cart(turns, option_id)
    await mona.presses_old(StartCheckout())
    await mona.sends(Said("منى سالم", "1"))
    await mona.sends(Said("0501234567", "2"))
    return mona


async def test_the_last_answer_can_be_edited(turns: Turns, oud: int) -> None:
    mona = await at_the_emirate(turns, oud)
    await mona.sends(Said("0507654321", "2", is_edit=True))
    assert mona.text == word("checkout-ask-emirate")
    await mona.sends(Said("لا رقم هنا", "2", is_edit=True))
    assert mona.cards[-1].text.args["second"].id == "checkout-ask-phone"  # type: ignore[union-attr]
    await mona.sends(Said("0509876543", "2", is_edit=True))
    words = WORDS["ar"]
    for answer in (words["sharjah"], words["area"], words["address"], words["skip"]):
        await mona.says(answer)
    await mona.says("نعم")
    (order,) = await orders(turns)
    assert order.phone == "+971509876543"


@pytest.mark.parametrize("after", [None, "دبي"])
async def test_an_earlier_answer_stays_and_it_is_said(
    turns: Turns, oud: int, after: str | None
) -> None:
    mona = await at_the_emirate(turns, oud)
    message = "1" if after is None else "2"
    if after is not None:
        await mona.presses(word(f"emirate-{'dubai'}"))
    await mona.sends(Said("0507654321", message, is_edit=True))
    assert mona.text.startswith(word("edit-too-late"))
    assert len(mona.cards) == 1


async def test_an_answer_of_what_is_done_is_edited_too_late(turns: Turns, oud: int) -> None:
    mona = await at_the_emirate(turns, oud)
    words = WORDS["ar"]
    for answer in (words["sharjah"], words["area"], words["address"]):
        await mona.says(answer)
    await mona.sends(Said("الطابق الثاني", "6"))
    await mona.sends(Said("الطابق الثالث", "6", is_edit=True))
    await mona.says("نعم")
    (order,) = await orders(turns)
    assert order.note == "الطابق الثالث"
    await mona.sends(Said("الطابق الرابع", "6", is_edit=True))
    assert mona.text == word("edit-over")


async def test_an_edited_search_searches_again_and_an_edited_yes_places_nothing(
    turns: Turns, oud: int
) -> None:
    await shelf.add_product(turns, "لقيمات")
    mona = await at_the_emirate(turns, oud)
    words = WORDS["ar"]
    for answer in (words["sharjah"], words["area"], words["address"], words["skip"]):
        await mona.says(answer)
    await mona.sends(Said("نعن", "7"))
    await mona.sends(Said("لقيمات", "7", is_edit=True))
    assert "لقيمات" in " ".join(mona.labels)
    await mona.presses_old(StartCheckout())
    await mona.sends(Said("نعم", "3", is_edit=True))
    assert not await orders(turns)
    other = await customer(turns, "other")
    await other.sends(Said("لقيمت", "1"))
    await other.sends(Said("لقيمات", "1", is_edit=True))
    assert "لقيمات" in " ".join(other.labels)
