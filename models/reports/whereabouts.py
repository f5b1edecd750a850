"""Where a family's pieces are: on the shelf, reserved, sold, given back, written off.

Of each option, at all times: taken in = on the shelf + reserved + sold + given back + written off.
What a count finds too much counts as taken in, and what it misses as written off.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, and_, case, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.orders.returns import Disposition, ReturnedPieces
from models.orders.states import OPEN
from models.orders.tables import Order, OrderLine
from models.products.stock import Movement, StockMovement
from models.products.tables import Option

BY = StockMovement.change


def is_why(*whys: Movement) -> ColumnElement[bool]:
    """The condition on movements that this is why pieces moved."""
    return StockMovement.why.in_([why.value for why in whys])


TAKEN_IN = is_why(Movement.taken_in) | and_(is_why(Movement.counted), BY > 0)
GIVEN_BACK = is_why(Movement.given_back)
WRITTEN_OFF = is_why(Movement.spoiled) | and_(is_why(Movement.counted), BY < 0)
SOLD = is_why(Movement.sold, Movement.returned)


class Whereabouts(msgspec.Struct, frozen=True):
    """Where all pieces of an option are that were ever taken in."""

    taken_in: int = 0
    on_shelf: int = 0
    reserved: int = 0
    sold: int = 0
    given_back: int = 0
    written_off: int = 0


def pieces_moved(which: ColumnElement[bool]) -> ColumnElement[Any]:
    """The pieces of such movements of an option together."""
    return func.coalesce(func.sum(case((which, BY), else_=0)), 0)


def pieces_reserved() -> ColumnElement[Any]:
    """The pieces of an option in orders that are not delivered yet, or back to be looked at."""
    ordered = (
        select(func.coalesce(func.sum(OrderLine.quantity), 0))
        .join(Order, Order.id == OrderLine.order_id)
        .where(OrderLine.option_id == Option.id, OrderLine.making_day.is_(None))
        .where(OrderLine.struck_at.is_(None), OrderLine.returned_at.is_(None))
        .where(Order.state.in_(OPEN))
    )
    came_back = (
        select(func.coalesce(func.sum(ReturnedPieces.quantity), 0))
        .where(ReturnedPieces.option_id == Option.id)
        .where(ReturnedPieces.disposition == Disposition.inspect)
        .where(ReturnedPieces.decided_at.is_(None))
    )
    parts = (each.correlate(Option).scalar_subquery() for each in (ordered, came_back))
    return sum(parts, start=literal(0))


async def whereabouts(session: AsyncSession, option_ids: Collection[int]) -> dict[int, Whereabouts]:
    """Where the pieces of these options are, by the options' ids."""
    if not option_ids:
        return {}
    rows = await session.execute(
        select(
            *(Option.id, Option.on_hand, pieces_reserved()),
            *(pieces_moved(which) for which in (TAKEN_IN, SOLD, GIVEN_BACK, WRITTEN_OFF)),
        )
        .outerjoin(StockMovement, StockMovement.option_id == Option.id)
        .where(Option.id.in_(sorted(option_ids)))
        .group_by(Option.id, Option.on_hand)
    )
    return {row[0]: whereabouts_of(row[1:]) for row in rows}


def whereabouts_of(row: Iterable[Any]) -> Whereabouts:
    """The figures of a row; pieces that left the shelf are counted, and not below nothing."""
    on_shelf, held, taken_in, sold, given_back, written_off = map(int, row)
    return Whereabouts(taken_in, on_shelf, held, -sold - held, -given_back, -written_off)
