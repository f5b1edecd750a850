"""Pages of a list: some items, and whether more follow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")
R = TypeVar("R")


class Page(msgspec.Struct, Generic[T], frozen=True):
    """The items of page `page` (from 0), whether more follow, and how many there are if counted."""

    items: tuple[T, ...] = ()
    page: int = 0
    more: bool = False
    total: int | None = None


def page_of(
    rows: Sequence[R], item: Callable[[R], T], page: int, per_page: int, total: int | None = None
) -> Page[T]:
    """The page made of rows that were fetched with one row to spare, which tells of more."""
    return Page(tuple(map(item, rows[:per_page])), page, len(rows) > per_page, total)


async def page_or_first(read: Callable[[int], Awaitable[Page[T]]], page: int) -> Page[T]:
    """That page as `read` gives it; the first where there is nothing (any more) on that one."""
    found = await read(max(page, 0))
    return found if found.items or page <= 0 else await read(0)
