"""A reader of rows that is told a wrong column cannot be made."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import String, column, func

from models.kernel.rows import RowReader


class Thing(msgspec.Struct, frozen=True):
    """Two names that are easily swapped, and a number."""

    name_ar: str
    name_en: str
    count: int


AR, EN, COUNT = column("name_ar", String), column("name_en", String), func.count()


def test_rows_are_read_by_the_order_of_the_fields() -> None:
    reader = RowReader(Thing, count=COUNT, name_en=EN, name_ar=AR)
    assert reader.columns == (AR, EN, COUNT)
    assert reader.read(("ورد", "Roses", 3)) == Thing("ورد", "Roses", 3)
    assert reader.read(("ورد", "Roses", 3, "more")) == Thing("ورد", "Roses", 3)


def test_what_is_put_in_apart_has_no_column() -> None:
    reader = RowReader(Thing, apart=("name_en",), name_ar=AR, count=COUNT)
    assert reader.columns == (AR, COUNT)
    assert reader.read(("ورد", 3), name_en="Roses") == Thing("ورد", "Roses", 3)


@pytest.mark.parametrize(
    ("columns", "apart", "wrong"),
    [
        ({"name_ar": AR, "name_en": EN}, (), "count"),
        ({"name_ar": AR, "name_en": EN, "count": COUNT, "more": COUNT}, (), "more"),
        ({"name_ar": AR, "name_en": EN, "count": COUNT}, ("more",), "more"),
        ({"name_ar": AR, "name_en": EN, "count": COUNT}, ("count",), "count"),
        ({"name_ar": EN, "name_en": AR, "count": COUNT}, (), "name_ar would be read from name_en"),
    ],
)
def test_a_wrong_column_cannot_be_told(
    columns: dict[str, object], apart: tuple[str, ...], wrong: str
) -> None:
    with pytest.raises(TypeError, match=wrong):
        RowReader(Thing, apart=apart, **columns)


def test_told_by_place_alone_two_that_are_swapped_pass() -> None:
    """The twin: nothing sees that the names are in each other's place."""
    swapped = ("Roses", "ورد", 3)
    assert Thing(*swapped).name_ar == "Roses"
