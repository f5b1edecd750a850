"""Options as a table in one message: read in any digits, shown back, errors name their line."""

from __future__ import annotations

import pytest

from handlers.dialog.form_parts import Unclear
from handlers.dialog.rendering import bare
from handlers.dialog.turns import Turns
from handlers.staff.products.draft import DraftOption
from handlers.staff.products.option_table import is_table, read_table
from models.kernel.money import Money
from tests.handlers.staff.drafts import asked_for_label, options, skip_the_rest
from tests.support.words import label, word

TWO = (
    DraftOption("صغير", "", Money.dirhams(25), 10),
    DraftOption("وسط", "", Money.dirhams(35, 50), 5),
)
NAMED = (
    DraftOption("صغير", "Small", Money.dirhams(25), 10),
    DraftOption("500 غرام", "500 g", Money.dirhams(35), 0),
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("صغير 25 10\nوسط 35.50 5", TWO),
        ("صغير ٢٥ ١٠\n\nوسط ٣٥٫٥٠ ٥", TWO),
        ("صغير، 25، 10\nوسط، 35.50، 5", TWO),
        ("صغير,25,10\nوسط,35.5,5", TWO),
        ("صغير\t25\t10\nوسط\t35.50\t5", TWO),
        ("صغير: 25 درهم 10 قطع\nوسط: 35,50 درهم 5 قطع", TWO),
        ("صغير / Small 25 10\n500 غرام / 500 g 35 0", NAMED),
        ("Small / صغير ; 25 ; 10\n500 غرام ; 500 g ; 35 ; 0", NAMED),
        ("صغير 25 10", TWO[:1]),
    ],
)
def test_a_table_is_read(typed: str, read: tuple[DraftOption, ...]) -> None:
    assert is_table(typed, made_to_order=False)
    assert read_table(typed, (), made_to_order=False) == read


def test_what_is_made_to_order_has_no_quantity() -> None:
    typed = "حجم 2 25\nكبير 40"
    assert read_table(typed, (), made_to_order=True) == (
        DraftOption("حجم 2", "", Money.dirhams(25), None),
        DraftOption("كبير", "", Money.dirhams(40), None),
    )


@pytest.mark.parametrize(
    ("typed", "made"),
    [("كبير", False), ("500 غرام", False), ("42", False), ("حجم 42", True), ("12/7", False)],
)
def test_a_name_is_no_table(typed: str, made: bool) -> None:
    assert not is_table(typed, made_to_order=made)


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("وسط 35", word("table-needs-both")),
        ("وسط", word("table-needs-both")),
        ("وسط 35 كثير", word("table-needs-both")),
        ("وسط 0 5", word("question-price")),
        ("وسط 35 99999", word("question-count", least="0", most="10000")),
        ("الصغير 35 5", "هذا الاسم لخيار آخر"),
        (f"{'و' * 25} 35 5", word("question-too-long", most=24)),
        ("😀 35 5", word("table-needs-name")),
    ],
)
def test_an_error_names_its_line(second: str, why: str) -> None:
    with pytest.raises(Unclear) as told:
        read_table(f"صغير 25 10\n{second}\nكبير 45 2", (), made_to_order=False)
    words = bare(told.value.phrase, "ar")
    assert words.startswith("السطر 2: ")
    assert why in words


def test_there_are_at_most_twelve() -> None:
    typed = "\n".join(f"خيار {at} 25 10" for at in range(13))
    with pytest.raises(Unclear, match="table-too-many"):
        read_table(typed, (), made_to_order=False)


async def test_a_table_is_shown_back_for_a_yes(turns: Turns) -> None:
    talk = await asked_for_label(turns)
    assert word("table-hint") in talk.text
    await talk.says("صغير 25 10\nوسط 35")
    assert "السطر 2: وسط 35" in talk.text
    await talk.says("صغير 25 10\nوسط / Medium 35 5")
    assert "صغير: 25 د.إ، الكمية 10\nوسط: 35 د.إ، الكمية 5" in talk.text
    await talk.presses(label("button-options-anew"))
    await talk.says("صغير 20 10\nوسط / Medium 35 5")
    await talk.presses(label("button-another-option"))
    await talk.says("كبير 45 2")
    await talk.presses(label("button-options-done"))
    await talk.presses(word("audience-everyone"))
    await skip_the_rest(talk)
    assert "كبير: 45 د.إ، الكمية 2" in talk.text
    await talk.presses(label("button-publish"))
    assert await options(turns) == [
        ("صغير", "", Money.dirhams(20), 10),
        ("وسط", "Medium", Money.dirhams(35), 5),
        ("كبير", "", Money.dirhams(45), 2),
    ]
