"""A file that is no picture, where none is wanted."""

from __future__ import annotations

import pytest

from handlers.speech import Trouble
from handlers.turns import Turns
from tests.handlers.customer.test_everyday_answers import asked
from tests.handlers.people import customer


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((), "المطلوب هنا جواب مكتوب."),
        (("منى",), "المطلوب هنا جواب مكتوب."),
        (("منى", "0501234567"), "استخدام الأزرار"),
    ],
)
async def test_a_file_that_is_no_picture_is_asked_for_what_is_wanted(
    turns: Turns, answers: tuple[str, ...], said: str
) -> None:
    talk = await asked(turns, *answers)
    await talk.sends_other(Trouble.not_a_photo)
    assert said in talk.text
    assert "إرسال صورة" not in talk.text


async def test_outside_a_question_no_picture_is_wanted(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.sends_other(Trouble.not_a_photo)
    assert "لا يمكننا قراءة هذا النوع من الرسائل" in talk.text
