"""Which photos of an album are its further ones."""

from __future__ import annotations

import pytest

from bot.channels.telegram import albums
from bot.channels.telegram.albums import Albums


def test_the_photos_behind_the_first_are_further_ones() -> None:
    seen = Albums()
    assert [seen.goes_on("mona", each) for each in ("a", "a", "a")] == [False, True, True]
    assert not seen.goes_on("huda", "a")
    assert [seen.goes_on("mona", each) for each in ("", "a", "b", "b")] == [
        *(False, False, False, True),
    ]


def test_a_first_one_that_comes_again_is_a_first_one_still() -> None:
    seen = Albums()
    seen.goes_on("mona", "a")
    seen.forget("mona")
    assert not seen.goes_on("mona", "a")


def test_no_more_than_so_many_people_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(albums, "MOST_REMEMBERED", 1)
    seen = Albums()
    seen.goes_on("mona", "a")
    seen.goes_on("huda", "b")
    assert not seen.goes_on("mona", "a")
