"""Whatever managers decide, what is offered can be had, and nothing else is."""

from __future__ import annotations

import asyncio
from datetime import datetime, time, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.kernel.calendar import dubai_day, dubai_moment
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.refusals import NoWindow
from models.kernel.shop_terms import DEFAULT_FEES, EMIRATES, DeliveryWindow
from models.orders.delivery_plan import Closure, DeliveryPlan, Season, Target, Zone, in_order
from models.orders.delivery_slots import WindowSlot, check_slot, free_windows, hold_place
from models.orders.saved_plan import read_body
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import HOME
from tests.support.threads import in_thread

TODAY = dubai_day(MORNING)
MOST = 999
hours = st.tuples(st.integers(0, 22), st.integers(0, 23)).filter(lambda both: both[0] < both[1])
window = st.builds(
    lambda both, places: DeliveryWindow(time(both[0]), time(both[1]), places),
    hours,
    st.integers(1, 3),
)
windows = st.lists(window, max_size=2, unique_by=lambda each: each.starts).map(
    lambda some: in_order(tuple(some))
)
week = st.tuples(*[windows] * 7)
day = st.integers(0, 30).map(lambda ahead: TODAY + timedelta(days=ahead))
span = st.tuples(day, st.integers(0, 6)).map(lambda both: (both[0], both[0] + timedelta(both[1])))
closures = st.lists(span, max_size=3).map(lambda some: tuple(Closure(*each) for each in some))
seasons = st.lists(st.tuples(span, week), max_size=1).map(
    lambda some: tuple(Season(days[0], days[1], of) for days, of in some)
)
zones = st.lists(
    st.builds(
        Zone,
        id=st.just(1),
        emirate=st.just(HOME.emirate),
        name_ar=st.just("كلباء"),
        name_en=st.just("Kalba"),
        fee=st.integers(0, 9999).map(Money),
        weekdays=st.lists(st.integers(0, 6), max_size=4, unique=True).map(tuple),
        lead_days=st.integers(0, 4),
    ),
    max_size=1,
).map(tuple)
plans = st.builds(
    DeliveryPlan,
    fees=st.just(dict(DEFAULT_FEES)),
    week=week,
    lead_days=st.integers(0, 3),
    days_ahead=st.integers(1, 20),
    cutoff_hours=st.integers(0, 30),
    cutoff_at=st.none() | st.integers(0, 23).map(time),
    free_above=st.none() | st.integers(1, 20_000).map(Money),
    closures=closures,
    seasons=seasons,
    zones=zones,
)
targets = st.sampled_from([Target(HOME.emirate), Target(HOME.emirate, 1), Target("dubai")])
moments = st.integers(0, 24 * 4 - 1).map(lambda at: MORNING + timedelta(minutes=15 * at))


def faults(plan: DeliveryPlan, slot: WindowSlot, lead: int, now: datetime, to: Target) -> list[str]:
    """What speaks against a slot, reckoned here once more from the plan's own words."""
    found = []
    if any(shut.first <= slot.day <= shut.last for shut in plan.closures):
        found.append("closed")
    starts = dubai_moment(slot.day, time.fromisoformat(slot.window[:5]))
    if starts <= now:
        found.append("begun")
    if starts - timedelta(hours=plan.cutoff_hours) <= now:
        found.append("after the cut-off")
    zone = next((each for each in plan.zones if to == Target(each.emirate, each.id)), None)
    longest = max(plan.lead_days, lead, zone.lead_days if zone else 0)
    if (slot.day - dubai_day(now)).days < longest:
        found.append("before the lead days")
    if plan.cutoff_at is not None:
        last = dubai_moment(slot.day - timedelta(days=max(1, longest)), plan.cutoff_at)
        found += ["after the hour"] if last <= now else []
    if zone and zone.weekdays and slot.day.weekday() not in zone.weekdays:
        found.append("not a day of the zone")
    season = next((each for each in plan.seasons if each.first <= slot.day <= each.last), None)
    that_day = (season.week if season else plan.week)[slot.day.weekday()]
    if slot.window not in {each.key for each in that_day}:
        found.append("no such window")
    return found


@pytest.mark.slow
def test_every_slot_that_is_offered_can_be_taken_and_no_other(sqlite_url: str) -> None:
    async def play() -> None:
        async with opened(sqlite_url) as database:
            await check_many(database)

    in_thread(play())


async def check_many(database: Database) -> None:
    """Try many plans, each in a transaction that is rolled back."""
    loop = asyncio.get_running_loop()
    tried: list[tuple[DeliveryPlan, Target, datetime, int]] = []

    @settings(max_examples=60, database=None)
    @given(plans, targets, moments, st.integers(0, 4))
    def collect(plan: DeliveryPlan, to: Target, now: datetime, lead: int) -> None:
        tried.append((plan, to, now, lead))

    await loop.run_in_executor(None, collect)
    offers = 0
    for plan, to, now, lead in tried:
        async with database.write() as session:
            slots = await free_windows(session, plan, lead, now, most=MOST, to=to)
            offers += len(slots)
            for slot in slots:
                assert faults(plan, slot, lead, now, to) == [], (slot, plan)
                assert slot.left == check_slot(plan, slot, lead, now, to).places
            for slot in slots[:1]:
                for _ in range(slot.left):
                    await hold_place(session, slot, slot.left)
                again = await free_windows(session, plan, lead, now, most=MOST, to=to)
                assert slot not in [msgspec.structs.replace(each, left=slot.left) for each in again]
                with pytest.raises(NoWindow):
                    await hold_place(session, slot, slot.left)
            offered = {(slot.day, slot.window) for slot in slots}
            for ahead in range(40):
                on = dubai_day(now) + timedelta(days=ahead)
                for each in plan.windows_on(on, to):
                    other = WindowSlot(on, each.key)
                    taken = accepts(plan, other, lead, now, to)
                    assert taken == ((on, each.key) in offered), (other, plan)
            await session.rollback()
    assert offers > 100


def accepts(plan: DeliveryPlan, slot: WindowSlot, lead: int, now: datetime, to: Target) -> bool:
    """Whether an order for that slot would be taken."""
    try:
        check_slot(plan, slot, lead, now, to)
    except NoWindow:
        return False
    return True


@given(plans)
@settings(max_examples=100)
def test_a_plan_is_read_as_it_was_written(plan: DeliveryPlan) -> None:
    assert read_body(msgspec.json.encode(plan).decode()) == plan


@given(plans, st.sampled_from(EMIRATES), st.integers(0, 30_000).map(Money))
def test_a_fee_is_the_emirates_or_nothing_from_the_amount_on(
    plan: DeliveryPlan, emirate: str, items: Money
) -> None:
    free = plan.free_above is not None and items >= plan.free_above
    assert plan.fee_for(items, Target(emirate)) == (Money(0) if free else plan.fees[emirate])
