"""Each fact has its hearers, and one that nobody has decided on cannot be loaded."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from handlers.notifications import hearers
from handlers.notifications.hearers import HEARERS, NOBODY, undecided_facts
from models.kernel.facts import Fact, FactBase, OrderCancelled
from models.orders.states import ONWARD


class Forgotten(FactBase, frozen=True, tag="forgotten"):
    """Something that happens, and of which nobody hears."""


def test_every_fact_is_decided_on() -> None:
    facts = get_args(Fact)
    assert undecided_facts(facts, HEARERS) == set()
    assert undecided_facts((*facts, Forgotten), HEARERS) == {"Forgotten"}
    assert HEARERS[OrderCancelled] != NOBODY


def source_of(tell: object) -> str:
    """The file of a teller, in which it matches on the facts that it has words for."""
    module = inspect.getmodule(tell)
    assert module is not None
    return inspect.getsource(module)


@pytest.mark.parametrize("fact", get_args(Fact), ids=lambda fact: fact.__name__)
def test_who_has_words_for_a_fact_is_told_of_it(fact: type[FactBase]) -> None:
    """A teller that names the fact is in its row: else its words would be said to nobody."""
    tellers = {tell for told in HEARERS.values() for tell in told}
    naming = {
        tell
        for tell in tellers
        if re.search(rf"^ {{8}}case {fact.__name__}\(", source_of(tell), re.MULTILINE)
    }
    assert naming <= set(HEARERS[fact])


@pytest.mark.parametrize("fact", get_args(Fact), ids=lambda fact: fact.__name__)
def test_who_is_told_of_a_fact_has_words_for_it(fact: type[FactBase]) -> None:
    """A teller in a fact's row matches on it, or follows the table of states for a move onward."""
    onward = {move.fact for move in ONWARD.values()}
    for tell in HEARERS[fact]:
        follows = fact in onward and "in ONWARD.items()" in source_of(tell)
        asks = rf"(case {fact.__name__}\(|isinstance\([\w.]+, {fact.__name__}\))"
        assert follows or re.search(asks, source_of(tell)), tell


def test_a_fact_that_is_in_no_row_cannot_be_loaded() -> None:
    source = Path(hearers.__file__).read_text(encoding="utf-8")
    without = source.replace("    StockMoved: NOBODY,\n", "")
    assert without != source
    with pytest.raises(LookupError, match=r"who hears of .*StockMoved"):
        exec(compile(without, "hearers.py", "exec"), vars(ModuleType("hearers")))
