"""A file that is no picture, where none is wanted."""

from __future__ import annotations

import pytest

from handlers.dialog.speech import Trouble
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers.customer.test_everyday_answers import asked
from tests.handlers.people import customer, staff
from tests.support.words import label, word


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((), word("question-needs-text")),
        (("منى",), word("question-needs-text")),
        (("منى", "0501234567"), "استخدام الأزرار"),
    ],
)
async def test_a_file_that_is_no_picture_is_asked_for_what_is_wanted(
    turns: Turns, answers: tuple[str, ...], said: str
) -> None:
    talk = await asked(turns, *answers)
    await talk.sends_other(Trouble.not_a_photo)
    assert said in talk.text
    assert word("web-photo") not in talk.text


async def test_a_pin_or_a_phone_at_the_summary_leads_to_its_buttons(turns: Turns) -> None:
    talk = await asked(
        turns, "منى", "0501234567", word("emirate-dubai"), "البرشاء", "فيلا 12", word("button-skip")
    )
    for sent in (talk.shares_place, talk.shares_phone):
        await sent()
        assert word("checkout-use-buttons") in talk.text
        assert word("checkout-summary") in talk.text
    await talk.presses(label("checkout-place-order"))
    assert "سُجّل طلبكم" in talk.text


async def test_outside_a_question_a_picture_would_be_for_the_team(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.sends_other(Trouble.not_a_photo)
    assert word("trouble-not-a-photo") in talk.text


async def test_outside_a_question_no_picture_of_staff_is_wanted(turns: Turns) -> None:
    talk = await staff(turns, Role.courier)
    await talk.sends_other(Trouble.not_a_photo)
    assert word("trouble-not-understood") in talk.text


async def test_an_edited_file_stands_as_it_was_for_everybody(turns: Turns) -> None:
    for talk in (await staff(turns, Role.courier), await asked(turns)):
        await talk.sends_other(Trouble.edited)
        assert talk.text.startswith(word("trouble-edited"))
    assert word("checkout-ask-name") in talk.text
