"""A fact of every kind that can be recorded, made from what its fields are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from models.kernel.facts import Fact, FactBase
from models.kernel.money import Money
from tests.support.clock import MORNING

LONG = "و" * 300
FULL: dict[Any, Any] = {
    int: 7,
    str: LONG,
    bool: True,
    Money: Money.dirhams(9_999_999, 99),
    date: MORNING.date(),
    datetime: MORNING,
}
WINDOWS = {"window": "16:00-20:00", "was_window": "10:00-13:00"}
KINDS: tuple[type[FactBase], ...] = get_args(Fact)


def samples(kind: type[FactBase]) -> Iterator[Fact]:
    """One fact with every field filled, one with those alone that have no default."""
    hints = get_type_hints(kind)
    full = {name: WINDOWS.get(name) or filled(hints[name]) for name in kind.__struct_fields__}
    needed = len(kind.__struct_fields__) - len(kind.__struct_defaults__)
    for names in (kind.__struct_fields__, kind.__struct_fields__[:needed]):
        made = kind(**{name: full[name] for name in names})
        assert isinstance(made, Fact)
        yield made


def filled(hint: Any) -> Any:
    """A value of that type, the longest where it may be of any length."""
    if isinstance(hint, UnionType):
        return filled(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return tuple(filled(part) for part in get_args(hint) if part is not Ellipsis)
    return FULL[hint]
