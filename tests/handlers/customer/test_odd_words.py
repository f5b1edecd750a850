"""Words that no screen can show and no database takes."""

import pytest

from handlers.dialog.turns import Turns
from tests.handlers import shelf
from tests.handlers.people import customer


@pytest.mark.parametrize(
    "typed", ["لقيمات\ud83d", "\0لقيمات", "/search لقيمات\ud800", "\u202eلقيمات"]
)
async def test_what_no_screen_can_show_is_taken_off_the_words(turns: Turns, typed: str) -> None:
    await shelf.add_product(turns, "لقيمات")
    mona = await customer(turns)
    await mona.says(typed)
    assert "«لقيمات»" in mona.text
