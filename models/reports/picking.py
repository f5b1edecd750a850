"""What is to be got ready: by family for a day and window, and what one family still makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.paging import Page, page_of
from models.kernel.rows import RowReader
from models.orders.states import STRIKABLE, UNPACKED
from models.orders.tables import Order, OrderLine

READY = ("made", "stock", "packed")
MOST_LINES = 2000
"""Of a window; its places end far below."""


class WindowToPick(msgspec.Struct, frozen=True):
    """A window of a day, and how many orders go out in it that have not gone yet."""

    day: date
    window: str
    orders: int


class LineToPick(msgspec.Struct, frozen=True):
    """A line of an order that has not gone out; `making_day` is None for what lies on the shelf."""

    order_number: str
    state: str
    day: date
    window: str
    family_id: int
    brand_ar: str
    brand_en: str
    option_id: int
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    quantity: int
    wish: str
    making_day: date | None

    @property
    def ready(self) -> str:
        """Whether it is packed, lies in stock, or is to be made; one of `READY`."""
        if self.state not in UNPACKED:
            return "packed"
        return "stock" if self.making_day is None else "made"


class Pick(msgspec.Struct, frozen=True):
    """So many of one thing with one wish, and the numbers of their orders."""

    line: LineToPick
    pieces: int
    numbers: tuple[str, ...]


LINE_ROW = RowReader(
    LineToPick,
    order_number=Order.number,
    state=Order.state,
    day=Order.day,
    window=Order.window,
    family_id=OrderLine.family_id,
    brand_ar=Family.brand_ar,
    brand_en=Family.brand_en,
    option_id=OrderLine.option_id,
    name_ar=OrderLine.name_ar,
    name_en=OrderLine.name_en,
    label_ar=OrderLine.label_ar,
    label_en=OrderLine.label_en,
    quantity=OrderLine.quantity,
    wish=OrderLine.wish,
    making_day=OrderLine.making_day,
)
LINES = (
    select(*LINE_ROW.columns)
    .join_from(Order, OrderLine, OrderLine.order_id == Order.id)
    .join(Family, Family.id == OrderLine.family_id)
    .where(OrderLine.struck_at.is_(None))
)


async def windows_to_pick(
    session: AsyncSession, page: int = 0, per_page: int = 8
) -> Page[WindowToPick]:
    """The windows with orders that have not gone out, the earliest first."""
    rows = await session.execute(
        select(Order.day, Order.window, func.count())
        .where(Order.state.in_(STRIKABLE))
        .group_by(Order.day, Order.window)
        .order_by(Order.day, Order.window)
        .limit(per_page + 1)
        .offset(page * per_page)
    )
    return page_of(rows.all(), lambda row: WindowToPick(*row), page, per_page)


async def picking_list(session: AsyncSession, day: date, window: str) -> list[Pick]:
    """What the orders of that window hold, family by family, each in the order of `READY`.

    `window` is its key, or what it starts with (16:00).
    """
    chosen = LINES.where(
        Order.state.in_(STRIKABLE), Order.day == day, Order.window.startswith(window)
    )
    ordered = chosen.order_by(Family.brand_ar, OrderLine.family_id, OrderLine.option_id, Order.id)
    return gather_picks(await read_lines(session, ordered.limit(MOST_LINES)))


async def lines_to_make(
    session: AsyncSession, family_id: int, page: int = 0, per_page: int = 8
) -> Page[LineToPick]:
    """What the family is to make for orders that are not packed, the earliest first."""
    chosen = LINES.where(
        Order.state.in_(UNPACKED),
        OrderLine.family_id == family_id,
        OrderLine.making_day.is_not(None),
    ).order_by(Order.day, Order.window, OrderLine.id)
    rows: Sequence[Any] = await read_lines(
        session, chosen.limit(per_page + 1).offset(page * per_page)
    )
    return page_of(rows, lambda line: line, page, per_page)


async def read_lines(session: AsyncSession, chosen: Select[*tuple[Any, ...]]) -> list[LineToPick]:
    """The chosen lines."""
    rows: Iterable[Sequence[Any]] = await session.execute(chosen)
    return [LINE_ROW.read(row) for row in rows]


def gather_picks(lines: Iterable[LineToPick]) -> list[Pick]:
    """Of each family the things that are alike in one line, in the order of `READY`."""
    found: dict[tuple[object, ...], list[LineToPick]] = {}
    for line in lines:
        at = READY.index(line.ready)
        key = (line.brand_ar, line.family_id, at, line.option_id, line.name_ar, line.wish)
        found.setdefault(key, []).append(line)
    ordered = sorted(found.items(), key=lambda item: item[0][:4])
    return [
        Pick(
            alike[0],
            sum(line.quantity for line in alike),
            tuple(dict.fromkeys(line.order_number for line in alike)),
        )
        for _, alike in ordered
    ]
