"""Several lines of a note in one message: numbers within names, commas within brackets."""

from __future__ import annotations

import pytest

from handlers.dialog.form_parts import Unclear
from handlers.dialog.layout import cut, cut_between_words
from handlers.dialog.rendering import bare
from handlers.staff.goods.typed_lines import example_of, read_lines
from models.hall.stocked_things import StockedThing
from models.kernel.money import Money
from models.people.people import Language


def thing(
    option_id: int, name: str, english: str, label: str = "", label_en: str = ""
) -> StockedThing:
    """Something that a family has at the centre."""
    price = Money.dirhams(30)
    return StockedThing(option_id, 1, name, english, label, label_en, price, 9, False, 0)


KHANFAROOSH = thing(1, "خنفروش", "Khanfaroosh")
SMALL = thing(2, "لقيمات", "Luqaimat", "علبة صغيرة، 20 حبة", "Small box, 20 pieces")
LARGE = thing(3, "لقيمات", "Luqaimat", "علبة كبيرة، 40 حبة", "Large box, 40 pieces")
DATES = thing(4, "دبس تمر", "Date molasses")
THINGS = (KHANFAROOSH, SMALL, LARGE, DATES)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("خنفروش ٢٠، لقيمات صغيرة ١٥", [(1, 20), (2, 15)]),
        ("لقيمات (علبة كبيرة، 40 حبة) 7", [(3, 7)]),
        ("لقيمات (علبة صغيرة، 20 حبة)", [(2, None)]),
        ("لقيمات علبة صغيرة 20 حبة، خنفروش 3", None),
        ("3 خنفروش\n12 لقيمات (علبة صغيرة، 20 حبة)", [(1, 3), (2, 12)]),
    ],
)
def test_what_was_typed_is_what_is_noted(
    text: str, lines: list[tuple[int, int | None]] | None
) -> None:
    if lines is None:
        with pytest.raises(Unclear):
            read_lines(text, THINGS)
        return
    assert [(line.thing.option_id, line.pieces) for line in read_lines(text, THINGS)] == lines


@pytest.mark.parametrize("things", [THINGS, (KHANFAROOSH, SMALL, LARGE), (SMALL, LARGE)])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_example_can_be_typed_as_it_stands(
    things: tuple[StockedThing, ...], language: Language
) -> None:
    shown = bare(example_of(things, 36), language)
    example = shown.split("«" if language == "ar" else "“")[1].rstrip("»”")
    lines = read_lines(example, things)
    assert [line.pieces for line in lines] == [20, 15][: len(lines)]


def test_a_name_that_is_cut_leaves_no_comma_before_its_dots() -> None:
    assert cut("علبة صغيرة، 20 حبة", 12) == "علبة صغيرة…"
    assert cut_between_words("علبة صغيرة، 20 حبة", 12) == "علبة صغيرة…"
    assert cut_between_words("علبة صغيرة جداً", 12) == "علبة صغيرة…"
