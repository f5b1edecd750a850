"""Every refusal has words of its own."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

import handlers
import models
from handlers.dialog.refusals import PLAIN, UNKNOWN, phrase_of
from models.kernel.refusals import LastManager, NotEmpty, NotFound, OutOfStock, Refusal, WrongCode

# The command line alone loads the sample, and says so itself.
ELSEWHERE = {NotEmpty}


def every(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    """The kinds of a refusal, and the kinds of those."""
    for one in kind.__subclasses__():
        yield one
        yield from every(one)


def all_kinds() -> list[type[Refusal]]:
    """Every refusal of the shop and of its conversations."""
    for package in (models, handlers):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations" not in module.name:
                import_module(module.name)
    return sorted(set(every(Refusal)) - ELSEWHERE, key=lambda kind: kind.__name__)


KINDS = all_kinds()


def test_they_are_all_known() -> None:
    names = {kind.__name__ for kind in KINDS}
    assert {"OutOfStock", "WrongCode", "LastManager", "NotAllowed"} <= names
    assert len(KINDS) > 20


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_refusal_has_its_words(kind: type[Refusal], data: st.DataObject) -> None:
    assert phrase_of(data.draw(st.builds(kind))) != UNKNOWN


def test_a_new_one_would_be_found_to_have_none() -> None:
    class Unheard(NotFound):
        """A kind of a kind."""

    assert Unheard in set(every(Refusal))
    assert phrase_of(Unheard("moon")) == UNKNOWN


def test_what_stands_in_the_table_is_a_refusal() -> None:
    assert PLAIN.keys() <= set(KINDS)
    assert {OutOfStock, WrongCode}.isdisjoint(PLAIN)
    assert LastManager in PLAIN
