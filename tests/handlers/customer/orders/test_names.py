"""Orders are called by their goods: in the list, in its buttons, and in what is heard of them."""

from datetime import date

import pytest

from handlers.dialog.rendering import bare
from handlers.ui.days import day_name
from handlers.ui.order_names import goods_words


@pytest.mark.parametrize(
    ("things", "ar", "en"),
    [
        (0, "لقيمات", "Luqaimat"),
        (1, "لقيمات", "Luqaimat"),
        (2, "لقيمات ومنتج آخر", "Luqaimat + 1 more"),
        (3, "لقيمات ومنتجان آخران", "Luqaimat + 2 more"),
        (4, "لقيمات و3 منتجات أخرى", "Luqaimat + 3 more"),
        (12, "لقيمات و11 منتجاً آخر", "Luqaimat + 11 more"),
        (101, "لقيمات و100 منتج آخر", "Luqaimat + 100 more"),
    ],
)
def test_goods_in_both_languages(things: int, ar: str, en: str) -> None:
    said = goods_words("لقيمات", "Luqaimat", things)
    assert (bare(said, "ar"), bare(said, "en")) == (ar, en)


def test_a_long_name_is_cut() -> None:
    said = goods_words("طقم فناجين قهوة عربية مذهبة كبير", "", 3)
    assert bare(said, "ar") == "طقم فناجين قهوة عربية… ومنتجان آخران"


@pytest.mark.parametrize(
    ("day", "en"),
    [
        (date(2026, 12, 30), "today"),
        (date(2026, 12, 31), "tomorrow"),
        (date(2027, 1, 1), "Friday"),
        (date(2027, 1, 5), "Tuesday"),
        (date(2027, 1, 6), "6/1/2027"),
        (date(2026, 12, 29), "29/12"),
    ],
)
def test_the_day_of_an_order(day: date, en: str) -> None:
    assert bare(day_name(day, date(2026, 12, 30)), "en") == en
