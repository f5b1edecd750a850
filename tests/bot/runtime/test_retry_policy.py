"""The pauses between tries."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.runtime.retry_policy import Retry

SECONDS = st.floats(min_value=0.01, max_value=100.0)


@pytest.mark.parametrize(
    ("retry", "pauses"),
    [
        (Retry(first=0.5, longest=3.0), [0.5, 1.0, 2.0, 3.0, 3.0]),
        (Retry(first=0.1, factor=4.0, longest=0.4, tries=3), [0.1, 0.4]),
        (Retry(first=2.0, factor=1.0, longest=2.0, tries=4), [2.0, 2.0, 2.0]),
        (Retry(first=1.0, longest=1.0, tries=1), []),
    ],
)
def test_each_pause_is_longer_up_to_the_longest(retry: Retry, pauses: list[float]) -> None:
    assert list(islice(retry.pauses(), 5)) == pauses


@given(first=SECONDS, more=SECONDS, tries=st.integers(min_value=1, max_value=1000))
def test_it_neither_hurries_nor_waits_longer_nor_tries_more_often(
    first: float, more: float, tries: int
) -> None:
    pauses = list(Retry(first=first, longest=first + more, tries=tries).pauses())
    assert len(pauses) == tries - 1
    assert pauses == sorted(pauses)
    assert all(first <= pause <= first + more for pause in pauses)


@given(first=SECONDS, more=SECONDS, tries=st.integers(min_value=1, max_value=60))
def test_counted_from_outside_the_pauses_are_the_same(
    first: float, more: float, tries: int
) -> None:
    retry = Retry(first=first, longest=first + more, tries=tries)
    counted = [retry.pause_after(tried) for tried in range(1, tries + 1)]
    assert counted == [*(pytest.approx(pause) for pause in retry.pauses()), None]
