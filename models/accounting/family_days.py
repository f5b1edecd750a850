"""What was sold of each family on a day, kept as figures that move with the orders.

A family's page then reads a row for each day on which something of hers was ordered, however many
lines there were. Whoever changes several families' figures does so in the order of their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple, Protocol

from sqlalchemy import CheckConstraint, ForeignKey, bindparam, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, dialect_of, insert_for, table_of
from models.kernel.calendar import dubai_day
from models.kernel.money import NOTHING, Money
from models.kernel.prepared import prepared

NO_BAZAAR = 0


class FamilyDay(Base):
    """What was ordered of a family on a day in Dubai, at a bazaar; `bazaar_id` 0 is none.

    Struck and returned lines and cancelled orders are left out. `on_its_way` is what of `amount` is
    in open orders.
    """

    __tablename__ = "family_days"
    __table_args__ = (
        CheckConstraint("pieces >= 0", name="pieces"),
        CheckConstraint("amount >= 0", name="amount"),
        CheckConstraint("on_its_way >= 0 AND on_its_way <= amount", name="on_its_way"),
    )

    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    bazaar_id: Mapped[int] = mapped_column(Id, primary_key=True)
    pieces: Mapped[int]
    amount: Mapped[Money]
    on_its_way: Mapped[Money]


class Ordered(NamedTuple):
    """When and at which bazaar an order was placed: which day's figures it counts for."""

    placed_at: datetime
    bazaar_id: int | None


class SoldLine(Protocol):
    """A line, as far as the figures go."""

    @property
    def family_id(self) -> int:
        """The family whose thing it is."""

    @property
    def quantity(self) -> int:
        """How many pieces."""

    @property
    def amount(self) -> Money:
        """What the pieces come to, in all."""


days = table_of(FamilyDay)


async def count_sales(
    session: AsyncSession, when: Ordered, lines: Iterable[SoldLine], *, on_its_way: bool = True
) -> None:
    """The lines were ordered, or sold across the table with nothing on its way; one statement."""
    sold = by_family(lines)
    if not sold:
        return
    named: dict[str, Any] = named_day(when)
    for at, (family_id, pieces, amount) in enumerate(sold):
        named |= {f"of{at}": family_id, f"pieces{at}": pieces, f"amount{at}": amount}
        named[f"coming{at}"] = amount if on_its_way else NOTHING
    await session.execute(add_figures_statement(dialect_of(session), len(sold)), named)


async def count_back(session: AsyncSession, when: Ordered, lines: Iterable[SoldLine]) -> None:
    """The lines, all of an open order, are not delivered after all."""
    for family_id, pieces, amount in by_family(lines):
        less = {"of": family_id, "less": pieces, "off": amount, "arrived": amount}
        await session.execute(LESS, {**named_day(when), **less})


async def count_arrived(session: AsyncSession, when: Ordered, lines: Iterable[SoldLine]) -> None:
    """The lines were delivered."""
    for family_id, _, amount in by_family(lines):
        arrived = {"of": family_id, "less": 0, "off": NOTHING, "arrived": amount}
        await session.execute(LESS, {**named_day(when), **arrived})


async def count_returned(session: AsyncSession, when: Ordered, lines: Iterable[SoldLine]) -> None:
    """The lines were delivered, and came back."""
    for family_id, pieces, amount in by_family(lines):
        less = {"of": family_id, "less": pieces, "off": amount, "arrived": NOTHING}
        await session.execute(LESS, {**named_day(when), **less})


async def count_changed(
    session: AsyncSession, when: Ordered, out: Iterable[SoldLine], came_in: Iterable[SoldLine]
) -> None:
    """Lines of an open order went out of it, and others came in; in the order of the families."""
    less = {family_id: (pieces, amount) for family_id, pieces, amount in by_family(out)}
    more = {family_id: (pieces, amount) for family_id, pieces, amount in by_family(came_in)}
    for family_id in sorted(less.keys() | more.keys()):
        off, amount_off = less.get(family_id, (0, NOTHING))
        new, amount_new = more.get(family_id, (0, NOTHING))
        pieces, amount = new - off, amount_new - amount_off
        if off:  # then she has a row, and figures below nothing can be added to it
            named = {"of": family_id, "less": -pieces, "off": -amount, "arrived": -amount}
            await session.execute(LESS, {**named_day(when), **named})
        else:
            named = {"of0": family_id, "pieces0": pieces, "amount0": amount, "coming0": amount}
            await session.execute(
                add_figures_statement(dialect_of(session), 1), {**named_day(when), **named}
            )


class DayFigures(NamedTuple):
    """Figures of a day at a bazaar (`NO_BAZAAR`: none); `on_its_way` is what of `amount` is."""

    day: date
    bazaar_id: int
    pieces: int
    amount: Money
    on_its_way: Money


async def move_days(
    session: AsyncSession, was_id: int, now_id: int, moved: Iterable[DayFigures]
) -> None:
    """What counted for one family on those days counts for the other one."""
    parts = sorted(moved)
    for family_id in sorted((was_id, now_id)):
        for part in parts:
            if family_id == now_id:
                await add_figures(session, family_id, part)
            else:
                less = {"less": part.pieces, "off": part.amount, "arrived": part.on_its_way}
                named = {"of": family_id, "on": part.day, "at": part.bazaar_id}
                await session.execute(LESS, {**named, **less})


async def add_figures(session: AsyncSession, family_id: int, part: DayFigures) -> None:
    """Add the figures to those of the family's day."""
    adding = insert_for(dialect_of(session), days).values(family_id=family_id, **part._asdict())
    figures = ("pieces", "amount", "on_its_way")
    more = adding.on_conflict_do_update(
        index_elements=["family_id", "day", "bazaar_id"],
        set_={name: days.c[name] + adding.excluded[name] for name in figures},
    )
    await session.execute(more)


def by_family(lines: Iterable[SoldLine]) -> Sequence[tuple[int, int, Money]]:
    """The pieces and the amount of each family, by her id."""
    sold: dict[int, tuple[int, Money]] = {}
    for line in lines:
        pieces, amount = sold.get(line.family_id, (0, NOTHING))
        sold[line.family_id] = (pieces + line.quantity, amount + line.amount)
    return [(family_id, *sold[family_id]) for family_id in sorted(sold)]


def named_day(when: Ordered) -> dict[str, Any]:
    """The day's part of the key, as the statements name it."""
    return {"on": dubai_day(when.placed_at), "at": when.bazaar_id or NO_BAZAAR}


@cache
def add_figures_statement(dialect: str, count: int) -> Any:
    """The statement that adds to the figures of so many families."""
    on, at = bindparam("on", type_=days.c.day.type), bindparam("at", type_=days.c.bazaar_id.type)
    rows = []
    for number in range(count):
        amount = bindparam(f"amount{number}", type_=days.c.amount.type)
        row = {"family_id": bindparam(f"of{number}", type_=days.c.family_id.type)}
        coming = bindparam(f"coming{number}", type_=days.c.on_its_way.type)
        row |= {"day": on, "bazaar_id": at, "amount": amount, "on_its_way": coming}
        row["pieces"] = bindparam(f"pieces{number}", type_=days.c.pieces.type)
        rows.append(row)
    adding = insert_for(dialect, days).values(rows)
    figures = ("pieces", "amount", "on_its_way")
    return prepared(
        adding.on_conflict_do_update(
            index_elements=["family_id", "day", "bazaar_id"],
            set_={name: days.c[name] + adding.excluded[name] for name in figures},
        )
    )


LESS = (
    update(days)
    .where(
        days.c.family_id == bindparam("of"),
        days.c.day == bindparam("on"),
        days.c.bazaar_id == bindparam("at"),
    )
    .values(
        pieces=days.c.pieces - bindparam("less", type_=days.c.pieces.type),
        amount=days.c.amount - bindparam("off", type_=days.c.amount.type),
        on_its_way=days.c.on_its_way - bindparam("arrived", type_=days.c.amount.type),
    )
)
