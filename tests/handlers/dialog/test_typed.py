"""Every answer of the table is read as it was meant."""

from __future__ import annotations

import pytest

from handlers.dialog.parsing_amounts import price_meant
from handlers.dialog.parsing_counts import DAYS, read_quantity
from tests.handlers.dialog.typed_cases import as_meant, cases


@pytest.mark.parametrize(("typed", "meant"), cases("price"))
def test_an_amount(typed: str, meant: str) -> None:
    read = price_meant(typed)
    assert read is not None
    assert as_meant(read.value, sure=read.sure) == meant


@pytest.mark.parametrize(("typed", "meant"), cases("count"))
def test_a_count(typed: str, meant: str) -> None:
    assert read_quantity(typed) == int(meant)


@pytest.mark.parametrize(("typed", "meant"), cases("days"))
def test_a_number_of_days(typed: str, meant: str) -> None:
    assert read_quantity(typed, of=DAYS) == int(meant)
