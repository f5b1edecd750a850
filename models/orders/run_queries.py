"""Runs as couriers and the desk see them, and the packed orders that are in none yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.money import Money, total
from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader
from models.kernel.shop_terms import ShopTerms
from models.orders.queries import STANDING_LINES, of_first_line
from models.orders.run_tables import Run, RunState, RunStop
from models.orders.states import OrderState
from models.orders.stops import LEFT
from models.orders.tables import AT_HALL, Order, OrderLine
from models.people.access import Permission, people_allowed
from models.people.callers import Caller
from models.people.team import name_of

IN_A_RUN = exists().where(RunStop.order_id == Order.id, LEFT).correlate(Order)
IS_OPEN = Run.state != RunState.done
IS_LOOSE = and_(Order.state == OrderState.packed, ~IN_A_RUN, ~AT_HALL)
"""The condition on orders that a courier is to take them, and none has them in a run."""


class Stop(msgspec.Struct, frozen=True):
    """An order that is left in a run: to whom, where, for how much; its first thing, and how many.

    `told`: the customer knows that the courier comes. Who has no chat is never told.
    """

    order_id: int
    number: str
    state: str
    name: str
    phone: str
    emirate: str
    area: str
    address: str
    latitude: float | None
    longitude: float | None
    note: str
    total: Money
    told: bool
    has_chat: bool
    first_ar: str
    first_en: str
    things: int


class RunView(msgspec.Struct, frozen=True):
    """A courier's run with the stops that are left, in their order, and how many have ended."""

    id: int
    person_id: int
    day: date
    window: str
    state: str
    courier: str
    stops: tuple[Stop, ...]
    ended: int

    def to_collect(self, terms: ShopTerms) -> Money:
        """The cash that is to be taken at the stops that are left, in coins at each."""
        return total(terms.in_cash(stop.total) for stop in self.stops)

    @property
    def waiting(self) -> tuple[Stop, ...]:
        """The stops whose orders are packed and still at the centre."""
        return tuple(stop for stop in self.stops if stop.state == OrderState.packed)


class RunBrief(msgspec.Struct, frozen=True):
    """A run in a list: whose, when, where it stands, how many stops are left."""

    id: int
    person_id: int
    day: date
    window: str
    state: str
    left: int


class Loose(msgspec.Struct, frozen=True):
    """A packed order that is in no run, and where it goes to."""

    order_id: int
    emirate: str
    area: str


HAS_CHAT = ~exists().where(Caller.person_id == Order.person_id).correlate(Order)
"""Who ordered by telephone and has no chat can be told nothing there."""
STOP = RowReader(
    Stop,
    order_id=Order.id,
    number=Order.number,
    state=Order.state,
    name=Order.name,
    phone=Order.phone,
    emirate=Order.emirate,
    area=Order.area,
    address=Order.address,
    latitude=Order.latitude,
    longitude=Order.longitude,
    note=Order.note,
    total=Order.total,
    told=and_(RunStop.coming_at.is_not(None), HAS_CHAT),
    has_chat=HAS_CHAT,
    first_ar=of_first_line(OrderLine.name_ar),
    first_en=of_first_line(OrderLine.name_en),
    things=STANDING_LINES,
)
STOPS = select(*STOP.columns).join(RunStop, RunStop.order_id == Order.id).where(LEFT)
RUN = RowReader(
    RunView,
    apart=("courier", "stops", "ended"),
    id=Run.id,
    person_id=Run.person_id,
    day=Run.day,
    window=Run.window,
    state=Run.state,
)
BRIEF = RowReader(
    RunBrief,
    id=Run.id,
    person_id=Run.person_id,
    day=Run.day,
    window=Run.window,
    state=Run.state,
    left=select(func.count())
    .select_from(RunStop)
    .where(RunStop.run_id == Run.id, LEFT)
    .correlate(Run)
    .scalar_subquery(),
)
BY_TIME = (Run.day, Run.window, Run.id)
LOOSE = RowReader(
    Loose,
    order_id=Order.id,
    emirate=Order.emirate,
    area=Order.area,
)


async def run_of(session: AsyncSession, run_id: int) -> RunView:
    """One run. Refuses: NotFound."""
    row: Sequence[Any] | None = (
        await session.execute(select(*RUN.columns).where(Run.id == run_id))
    ).first()
    if row is None:
        raise NotFound("run")
    ordered = STOPS.where(RunStop.run_id == run_id).order_by(RunStop.position, RunStop.id)
    stops: Sequence[Sequence[Any]] = (await session.execute(ordered)).all()
    counted = select(func.count()).where(RunStop.run_id == run_id, RunStop.ended_at.is_not(None))
    return RUN.read(
        row,
        courier=await name_of(session, row[1]),
        stops=tuple(map(STOP.read, stops)),
        ended=await session.scalar(counted) or 0,
    )


async def runs_of(session: AsyncSession, person_id: int) -> list[RunBrief]:
    """The courier's runs that are not done; those that are under way first, then the next."""
    mine = select(*BRIEF.columns).where(IS_OPEN, Run.person_id == person_id)
    found = await briefs(session, mine)
    return sorted(found, key=lambda run: run.state != RunState.taken)


async def open_runs(session: AsyncSession) -> list[RunBrief]:
    """The runs of all couriers that are not done, the next first."""
    return await briefs(session, select(*BRIEF.columns).where(IS_OPEN))


async def briefs(session: AsyncSession, chosen: Select[*tuple[Any, ...]]) -> list[RunBrief]:
    """The chosen runs in the order of their windows."""
    rows: Sequence[Sequence[Any]] = (await session.execute(chosen.order_by(*BY_TIME))).all()
    return [BRIEF.read(row) for row in rows]


async def loose_windows(session: AsyncSession) -> list[tuple[date, str, int]]:
    """The windows with packed orders that are in no run, and how many there are."""
    counted = (
        select(Order.day, Order.window, func.count())
        .where(IS_LOOSE)
        .group_by(Order.day, Order.window)
        .order_by(Order.day, Order.window)
    )
    return [(row[0], row[1], row[2]) for row in await session.execute(counted)]


async def loose_orders(session: AsyncSession, day: date, window: str) -> list[Loose]:
    """The packed orders of a window that are in no run, in the order of their ids."""
    chosen = (
        select(*LOOSE.columns)
        .where(IS_LOOSE, Order.day == day, Order.window == window)
        .order_by(Order.id)
    )
    rows: Sequence[Sequence[Any]] = (await session.execute(chosen)).all()
    return [LOOSE.read(row) for row in rows]


async def run_with(session: AsyncSession, order_id: int) -> RunBrief | None:
    """The run that the order is in now; None where it is in none."""
    chosen = select(*BRIEF.columns).join(RunStop, RunStop.run_id == Run.id)
    found = await briefs(session, chosen.where(RunStop.order_id == order_id, LEFT))
    return found[0] if found else None


async def run_done_with(session: AsyncSession, order_id: int, at: datetime) -> int | None:
    """Whose run was done when the order's stop ended, at that moment (UTC); None where none was."""
    chosen = select(Run.person_id).join(RunStop, RunStop.run_id == Run.id)
    ended = chosen.where(RunStop.order_id == order_id, RunStop.ended_at == at)
    found: int | None = await session.scalar(ended.where(Run.state == RunState.done))
    return found


async def waits_for_its_turn(session: AsyncSession, order_id: int) -> bool:
    """Whether others of its run come first, and the customer has not been told to expect it."""
    waits = select(RunStop.id).where(
        RunStop.order_id == order_id, LEFT, RunStop.coming_at.is_(None)
    )
    return await session.scalar(waits) is not None


def not_with_another(courier_id: int) -> ColumnElement[bool]:
    """The condition on orders that the courier may deliver them: in no other's run, not fetched."""
    with_another = (
        exists()
        .where(RunStop.order_id == Order.id, LEFT)
        .where(Run.id == RunStop.run_id, Run.person_id != courier_id)
        .correlate(Order)
    )
    return and_(~with_another, ~AT_HALL)


async def couriers(session: AsyncSession) -> list[int]:
    """Who a run can be given to: who only delivers first, then who handles orders as well."""
    desk = set(await people_allowed(session, Permission.orders))
    deliver = await people_allowed(session, Permission.deliver)
    return sorted(deliver, key=lambda person: (person in desk, person))
