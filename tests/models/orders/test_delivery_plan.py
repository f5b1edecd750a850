"""The plan of deliveries: what the settings give first, and what managers make of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import DeliveryPlanChanged, FactRow
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import AlreadyThere, NotFound, NoWindow, PricesChanged
from models.kernel.shop_terms import DEFAULT_TERMS, DeliveryWindow
from models.orders.carts import checkout_token, read_cart
from models.orders.checkout import figures, place_order
from models.orders.delivery_plan import (
    FRIDAY,
    Closure,
    DeliveryPlan,
    Target,
    beside_prayer,
    plan_of_terms,
)
from models.orders.delivery_slots import WindowSlot, free_windows
from models.orders.plan_changes import (
    add_season,
    add_window,
    close_days,
    copy_weekday,
    open_days,
    remove_season,
    remove_window,
    set_cutoff,
    set_fee,
    set_rule,
)
from models.orders.pricing import amounts_of
from models.orders.saved_plan import plan_now, saved_plan
from models.orders.zone_changes import add_zone, change_zone, remove_zone
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.orders import HOME, TOMORROW, fill_cart, order_cart
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option

FIRST = plan_of_terms(DEFAULT_TERMS)
TUESDAY = 1
EVENING = DeliveryWindow(time(20), time(22), 5)
EID = Closure(date(2026, 3, 3), date(2026, 3, 4), "عيد الفطر", "Eid Al Fitr")


async def offered(session: AsyncSession, plan: DeliveryPlan, clock: HandClock) -> set[date]:
    """The days on which something is offered."""
    return {slot.day for slot in await free_windows(session, plan, 0, clock(), most=999)}


async def told(session: AsyncSession) -> list[DeliveryPlanChanged]:
    """The facts about the plan, the oldest first."""
    facts = [row.fact for row in await session.scalars(select(FactRow).order_by(FactRow.id))]
    return [fact for fact in facts if isinstance(fact, DeliveryPlanChanged)]


def test_on_friday_nothing_is_brought_during_the_prayer() -> None:
    assert [window.key for window in FIRST.week[FRIDAY]] == ["10:00-12:00", "16:00-20:00"]
    others = [week for day, week in enumerate(FIRST.week) if day != FRIDAY]
    assert all([w.key for w in week] == ["10:00-13:00", "16:00-20:00"] for week in others)


@pytest.mark.parametrize(
    ("hours", "kept"),
    [
        ((9, 12), "09:00-12:00"),
        ((10, 15), "10:00-12:00"),
        ((12, 16), "14:00-16:00"),
        ((14, 18), "14:00-18:00"),
        ((12, 14), None),
    ],
)
def test_a_window_is_kept_as_far_as_it_lies_beside_the_prayer(
    hours: tuple[int, int], kept: str | None
) -> None:
    window = beside_prayer(DeliveryWindow(time(hours[0]), time(hours[1]), 9))
    assert (None if window is None else window.key) == kept


async def test_the_settings_hold_until_a_manager_changes_anything(session: AsyncSession) -> None:
    assert await saved_plan(session) is None
    assert await plan_now(session, DEFAULT_TERMS) == FIRST
    changed = await set_fee(acting(session), DEFAULT_TERMS, "ajman", Money(1750))
    assert await saved_plan(session) == changed
    assert changed == msgspec.structs.replace(FIRST, fees={**FIRST.fees, "ajman": Money(1750)})
    assert await told(session) == [DeliveryPlanChanged("fee", "ajman", "20", "17.50")]
    dearer = msgspec.structs.replace(DEFAULT_TERMS, lead_days=9)
    assert (await plan_now(session, dearer)).lead_days == 1


async def test_a_change_to_what_is_so_already_is_no_fact(session: AsyncSession) -> None:
    await set_rule(acting(session), DEFAULT_TERMS, lead_days=1)
    assert await told(session) == []


async def test_each_weekday_has_windows_of_its_own(session: AsyncSession) -> None:
    who = acting(session)
    plan = await add_window(who, DEFAULT_TERMS, TUESDAY, EVENING)
    assert [window.key for window in plan.windows_on(TOMORROW.day)][-1] == EVENING.key
    assert plan.week[2] == FIRST.week[2]
    async with refused(session, AlreadyThere):
        await add_window(who, DEFAULT_TERMS, TUESDAY, DeliveryWindow(time(19), time(21), 5))
    plan = await remove_window(who, DEFAULT_TERMS, TUESDAY, "10:00-13:00")
    assert [window.key for window in plan.week[TUESDAY]] == ["16:00-20:00", EVENING.key]
    async with refused(session, NotFound):
        await remove_window(who, DEFAULT_TERMS, TUESDAY, "10:00-13:00")
    plan = await copy_weekday(who, DEFAULT_TERMS, TUESDAY, [5, 6])
    assert plan.week[5] == plan.week[6] == plan.week[TUESDAY]
    assert plan.week[FRIDAY] == FIRST.week[FRIDAY]


async def test_closed_days_are_not_offered_and_take_no_order(
    session: AsyncSession, clock: HandClock
) -> None:
    plan = await close_days(acting(session), DEFAULT_TERMS, EID)
    assert plan.closure_on(TOMORROW.day) == EID
    assert min(await offered(session, plan, clock)) == date(2026, 3, 5)
    person, option = await a_person(session), await an_option(session, stock=5)
    await fill_cart(session, person, {option: 1}, clock())
    async with refused(session, NoWindow):
        await order_cart(session, person, clock(), slot=TOMORROW)
    async with refused(session, AlreadyThere):
        await close_days(acting(session), DEFAULT_TERMS, Closure(EID.last, EID.last))
    await open_days(acting(session), DEFAULT_TERMS, EID.first, EID.last)
    assert (await order_cart(session, person, clock())).day == TOMORROW.day


async def test_a_season_has_a_week_of_its_own(session: AsyncSession) -> None:
    who, first, last = acting(session), date(2026, 3, 4), date(2026, 3, 19)
    await add_season(who, DEFAULT_TERMS, first, last, "رمضان", "Ramadan")
    plan = await remove_window(who, DEFAULT_TERMS, 2, "10:00-13:00", first)
    assert [w.key for w in plan.windows_on(first)] == ["16:00-20:00"]
    assert plan.windows_on(date(2026, 3, 25)) == FIRST.week[2]
    async with refused(session, AlreadyThere):
        await add_season(who, DEFAULT_TERMS, last, last, "عيد", "")
    plan = await remove_season(who, DEFAULT_TERMS, first)
    assert plan == FIRST
    assert [fact.what for fact in await told(session)] == [
        *("season-added", "window-removed", "season-removed"),
    ]


@pytest.mark.parametrize(
    ("rule", "at", "first"),
    [
        ({"at": time(18)}, datetime(2026, 3, 2, 13, 59, tzinfo=UTC), "2026-03-03 10:00-13:00"),
        ({"at": time(18)}, datetime(2026, 3, 2, 14, tzinfo=UTC), "2026-03-04 10:00-13:00"),
        ({"hours": 12}, datetime(2026, 3, 2, 17, 59, tzinfo=UTC), "2026-03-03 10:00-13:00"),
        ({"hours": 12}, datetime(2026, 3, 2, 18, tzinfo=UTC), "2026-03-03 16:00-20:00"),
    ],
    ids=["before the hour", "from the hour on", "hours before", "fewer hours before"],
)
async def test_an_order_is_taken_until_the_cut_off(
    session: AsyncSession, rule: dict[str, time | int], at: datetime, first: str
) -> None:
    plan = await set_cutoff(acting(session), DEFAULT_TERMS, **rule)  # type: ignore[arg-type]
    slot = (await free_windows(session, plan, 0, at))[0]
    assert f"{slot.day} {slot.window}" == first


async def test_after_the_cut_off_what_is_to_be_made_counts_from_the_next_day(
    session: AsyncSession,
) -> None:
    plan = await set_cutoff(acting(session), DEFAULT_TERMS, at=time(18))
    late = datetime(2026, 3, 2, 15, tzinfo=UTC)
    assert (await free_windows(session, plan, 3, late))[0].day == date(2026, 3, 6)


async def test_from_an_amount_on_the_delivery_is_free(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await a_person(session), await an_option(session, stock=9)
    await fill_cart(session, person, {option: 2}, clock())
    seen = await plan_now(session, DEFAULT_TERMS)
    plan = await set_rule(acting(session), DEFAULT_TERMS, free_above=Money.dirhams(70))
    assert seen != plan
    order = await order_cart(session, person, clock())
    assert (order.amounts.fee, order.total) == (NOTHING, Money.dirhams(70))
    await fill_cart(session, person, {option: 1}, clock())
    assert (await order_cart(session, person, clock())).amounts.fee == Money.dirhams(15)


async def test_a_fee_that_changed_since_it_was_shown_is_not_charged(
    session: AsyncSession, clock: HandClock
) -> None:
    """`order_cart` shows and places at once; here the plan changes in between."""
    person, option = await a_person(session), await an_option(session, stock=9)
    await fill_cart(session, person, {option: 2}, clock())
    cart = await read_cart(session, person)
    shown = figures(cart, amounts_of(cart.items, FIRST, Target(HOME.emirate)))
    await set_fee(acting(session), DEFAULT_TERMS, HOME.emirate, Money.dirhams(20))
    token = await checkout_token(session, person)
    async with refused(session, PricesChanged):
        await place_order(
            acting(session, person, clock()),
            token=token,
            figures=shown,
            destination=HOME,
            day=TOMORROW.day,
            window=TOMORROW.window,
            terms=DEFAULT_TERMS,
        )


async def test_a_zone_has_fee_days_and_lead_of_its_own(
    session: AsyncSession, clock: HandClock
) -> None:
    who = acting(session)
    plan = await add_zone(who, DEFAULT_TERMS, "sharjah", "كلباء", "Kalba", Money.dirhams(45))
    kalba = Target("sharjah", plan.zones[0].id)
    assert (plan.fee(kalba), plan.fee(Target("sharjah"))) == (
        Money.dirhams(45),
        Money.dirhams(15),
    )
    await change_zone(who, DEFAULT_TERMS, kalba.zone, weekdays=(5,))
    plan = await change_zone(who, DEFAULT_TERMS, kalba.zone, lead_days=6)
    slots = await free_windows(session, plan, 0, clock(), to=kalba)
    assert {slot.day.weekday() for slot in slots} == {5}
    assert slots[0].day == date(2026, 3, 14)
    to = msgspec.structs.replace(HOME, zone=kalba.zone)
    person, option = await a_person(session), await an_option(session, stock=9)
    await fill_cart(session, person, {option: 1}, clock())
    order = await order_cart(session, person, clock(), to=to)
    assert (order.day, order.amounts.fee) == (date(2026, 3, 14), Money.dirhams(45))
    assert order.target == kalba
    again = await add_zone(who, DEFAULT_TERMS, "sharjah", "خورفكان", "Khor Fakkan", Money(4500))
    assert again.zones[1].id != kalba.zone
    plan = await remove_zone(who, DEFAULT_TERMS, kalba.zone)
    assert plan.fee(kalba) == Money.dirhams(15)
    async with refused(session, NotFound):
        await remove_zone(who, DEFAULT_TERMS, kalba.zone)


def test_what_a_slot_needs_is_checked_against_its_own_weekday() -> None:
    friday = date(2026, 3, 6)
    assert FIRST.serves(friday, "10:00-12:00", Target())
    assert not FIRST.serves(friday, "10:00-13:00", Target())
    with pytest.raises(NoWindow):
        FIRST.window_on(friday, WindowSlot(friday, "10:00-13:00").window)
