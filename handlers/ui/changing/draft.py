"""What an order is to hold, as it is being chosen: rows of things, each with its pieces."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from handlers.ui.changing.sides import ChangeState
from models.orders.change_kinds import More, NewLines, Off
from models.orders.queries import OrderView


class Wanted(msgspec.Struct, frozen=True):
    """So many pieces of an option; of the order's own line, where `line_id` is not 0."""

    option_id: int
    pieces: int
    line_id: int = 0
    wish: str = ""


class ThingsState(ChangeState, frozen=True, kw_only=True):
    """What an order is to hold. `step` is what is asked beside it: another option, or one more.

    `row` is the one that another option is chosen for, `page` where the rows are looked at. `found`
    are the options that were found by the words that were typed.
    """

    rows: tuple[Wanted, ...] = ()
    step: str = ""
    row: int = 0
    page: int = 0
    found: tuple[int, ...] = ()
    sure: str | None = None


def rows_of(order: OrderView) -> tuple[Wanted, ...]:
    """The rows of an order as it stands."""
    return tuple(
        Wanted(line.option_id, line.quantity, line.id, line.wish) for line in order.live_lines
    )


def with_pieces(rows: Sequence[Wanted], at: int, pieces: int) -> tuple[Wanted, ...]:
    """The rows, that one with so many pieces; a new one without any is gone."""
    changed = msgspec.structs.replace(rows[at], pieces=pieces)
    kept = [] if not pieces and not changed.line_id else [changed]
    return (*rows[:at], *kept, *rows[at + 1 :])


def with_option(rows: Sequence[Wanted], at: int, option_id: int) -> tuple[Wanted, ...]:
    """The rows, that one with another option: its pieces and its wish go along."""
    row = rows[at]
    others = with_pieces(rows, at, 0)
    return with_more(others, option_id, row.pieces, row.wish)


def with_more(
    rows: Sequence[Wanted], option_id: int, pieces: int = 1, wish: str = ""
) -> tuple[Wanted, ...]:
    """The rows with so many pieces more of an option, in the row of its kind if there is one."""
    for at, row in enumerate(rows):
        if (row.option_id, row.wish) == (option_id, wish):
            return with_pieces(rows, at, row.pieces + pieces)
    return (*rows, Wanted(option_id, pieces, wish=wish))


def change_of(state: ThingsState, order: OrderView) -> NewLines:
    """What goes out of the order as it stands now, and what comes in."""
    held = {line.id: line.quantity for line in order.live_lines}
    off, more = [], []
    for row in state.rows:
        has = held.get(row.line_id, 0)
        if row.pieces < has:
            off.append(Off(row.line_id, has - row.pieces))
        elif row.pieces > has and (has or not row.line_id):
            more.append(More(row.option_id, row.pieces - has, row.wish))
    return NewLines(tuple(off), tuple(more))


def changes_something(change: NewLines) -> bool:
    """Whether anything goes out or comes in."""
    return bool(change.off or change.more)
