"""Money: whole fils, in a type that cannot be mixed with counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import BigInteger, ColumnElement, Dialect, type_coerce
from sqlalchemy.types import TypeDecorator

FILS_PER_DIRHAM = 100


class Money(msgspec.Struct, frozen=True, order=True, array_like=True):
    """An amount in fils (100 fils are one dirham); negative amounts are allowed in the ledger."""

    fils: int

    @classmethod
    def dirhams(cls, whole: int, fils: int = 0) -> Money:
        """The amount of so many dirhams and fils."""
        return cls(whole * FILS_PER_DIRHAM + fils)

    def __add__(self, other: Money) -> Money:
        return Money(self.fils + other.fils) if isinstance(other, Money) else NotImplemented

    def __sub__(self, other: Money) -> Money:
        return Money(self.fils - other.fils) if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> Money:
        return Money(-self.fils)

    def __mul__(self, quantity: int) -> Money:
        return Money(self.fils * quantity) if type(quantity) is int else NotImplemented

    def __bool__(self) -> bool:
        return self.fils != 0

    def __str__(self) -> str:
        """The plain figure: 35, 25.50, -3.05."""
        sign = "-" if self.fils < 0 else ""
        whole, rest = divmod(abs(self.fils), FILS_PER_DIRHAM)
        return f"{sign}{whole:,}.{rest:02d}" if rest else f"{sign}{whole:,}"


NOTHING = Money(0)


def read_money(figure: str) -> Money:
    """The amount of a plain figure, as a fact keeps it: 35, 1,250.50."""
    whole, _, fils = figure.replace(",", "").partition(".")
    return Money.dirhams(int(whole), int(fils or 0))


def total(amounts: Iterable[Money]) -> Money:
    """The sum of the amounts; no amounts make nothing."""
    return Money(sum(amount.fils for amount in amounts))


def plain(column: Any) -> ColumnElement[Any]:
    """A column of money as the number of fils that is stored, for the database to add up."""
    return type_coerce(column, BigInteger)


class MoneyColumn(TypeDecorator[Money]):
    """Money in a BIGINT column of fils."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if not isinstance(value, Money):
            raise TypeError(f"an amount of money is needed, not {value!r}")
        return value.fils

    def process_result_value(self, value: Any, dialect: Dialect) -> Money | None:
        return None if value is None else Money(int(value))
