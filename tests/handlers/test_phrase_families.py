"""Every member of a family has its message, and one that has none is named."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from handlers.phrase_families import FAMILIES, main, missing_messages
from locales.check import HERE, read_language
from locales.languages import LANGUAGES

WORDS = {code: read_language(HERE / code)[0].keys() for code in LANGUAGES}


def test_the_house_s_own_families_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("family", FAMILIES)
def test_a_member_without_its_message_is_named(family: str) -> None:
    """As an order's seventh state would be, or a role, or a language."""
    members = FAMILIES[family]
    assert [*members]
    more: dict[str, Iterable[str]] = {family: [*members, "mislaid"]}
    assert [*missing_messages(more, WORDS)] == [
        f"{code}: no message {family.format('mislaid')}" for code in LANGUAGES
    ]


def test_what_one_language_lacks_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(FAMILIES, "state-{}", ("packed", "mislaid"))
    assert main() == 1
    assert capsys.readouterr().out == "ar: no message state-mislaid\nen: no message state-mislaid\n"
