"""The story of the week, day by day, and what is counted and asked at its end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.app.assembly import Storefront
from models.kernel.database import Database
from models.kernel.facts import FactRow
from models.messaging.outbox import OwedMessage
from tests.bot.opened import opened
from tests.bot.week.cast import (
    CALLER,
    CHOOSES,
    DESK,
    FIRST_COURIER,
    FOR_EID,
    MANAGER,
    SCENTS,
    SECOND_COURIER,
    SELLER,
    Cast,
)
from tests.bot.week.changes import she_moves_her_window, the_desk_changes_her_address
from tests.bot.week.desk import (
    all_move_on,
    corrects_the_cash,
    counts_the_cash_of,
    finds_by_phone,
    looks_at_what_came_back,
    names_her_cash,
    nothing_waits,
    passes_the_run_on,
    plans_one_run,
)
from tests.bot.week.doors import (
    finds_a_phone,
    goes_from_door_to_door,
    goes_on_with_the_run,
    is_closed_with_nothing,
    refuses_all,
    refuses_one_piece,
    takes_the_run,
)
from tests.bot.week.eid import (
    eid_is_closed,
    her_order_comes_on_thursday,
    one_takes_another_time,
    some_order_for_eid,
    the_other_is_still_asked,
    whom_it_meets_are_asked,
)
from tests.bot.week.hall import (
    a_till_is_opened,
    goods_come_in,
    one_comes_back,
    the_bazaar_begins,
    the_till_is_closed,
    three_things_are_sold,
)
from tests.bot.week.opening import (
    a_colleague_joins,
    the_shop_opens,
    wants_her_notices_in_the_evening,
)
from tests.bot.week.ordering import (
    a_question_is_answered,
    a_question_is_asked,
    everybody_orders,
    who_telephoned_comes,
    who_telephones_orders,
)
from tests.fake_botapi import FakeBotApi
from tests.support.waiting import until

MONDAY = datetime(2026, 3, 16, tzinfo=UTC) - timedelta(hours=4)
"""Its midnight in Dubai; the Eid of that year is in the same week."""
PHONE = "+97165000000"
"""The centre's own, which /help shows."""
WAY = ("موزة", "أم خليفة", "شيخة", "فاطمة", "حصة")
"""To whom the first courier comes before his phone is lost: emirate by emirate, area by area."""
REST = ("ميثاء", "عائشة", "نورة", "خولة", "لطيفة", "علياء", CALLER)
DOORS = {"موزة": refuses_one_piece, "شيخة": is_closed_with_nothing, "عائشة": refuses_all}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """That time in Dubai (UTC), on the day of the week that begins with Monday as 0."""
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


@asynccontextmanager
async def the_shop_is_open(cast: Cast, since: datetime) -> AsyncIterator[Storefront]:
    """Open from that time (UTC) on, with what was due meanwhile told; closed when all is said."""
    cast.clock.now = since
    async with opened(cast.api, cast.url, clock=cast.clock, contact_phone=PHONE) as storefront:
        yield storefront
        await all_is_told(cast.api, storefront.database)


async def it_is(cast: Cast, shop: Storefront, now: datetime) -> None:
    """That time (UTC) has come, and all that happened before was told before."""
    await all_is_told(cast.api, shop.database)
    cast.clock.now = now


async def all_is_told(api: FakeBotApi, database: Database) -> None:
    """Every update is answered, every fact announced, and every notice has arrived."""
    await api.quiet()
    untold = select(FactRow.id).where(FactRow.announced_at.is_(None))
    unsent = select(OwedMessage.id).where(OwedMessage.done_at.is_(None))

    async def is_told() -> bool:
        async with database.read() as session:
            waiting = await session.scalar(select(untold.exists() | unsent.exists()))
        return not waiting

    await until(is_told)


async def monday(cast: Cast) -> dict[str, int]:
    """Twelve order in the new shop, all of it is accepted, and two orders are changed.

    Out come the taps of who accepts.
    """
    async with the_shop_is_open(cast, at(0, 9)):
        await the_shop_opens(cast)
        await wants_her_notices_in_the_evening(cast[SCENTS])
        await everybody_orders(cast)
        await who_telephones_orders(cast)
        await a_question_is_asked(cast["فاطمة"], "هل يصل الطلب قبل صلاة الظهر يوم الثلاثاء؟")
        await a_question_is_answered(cast[DESK], "نعم، يصل قبل الظهر إن شاء الله.")
        await cast["فاطمة"].sees("نعم، يصل قبل الظهر إن شاء الله.")
        taps = await all_move_on(cast, "جديد (12)", "accepted", "قُبل 12 طلباً")
        await she_moves_her_window(cast)
    async with the_shop_is_open(cast, at(0, 20)):
        await cast[SCENTS].sees("رقم الطلب")
        await the_desk_changes_her_address(cast)
    return {"accept twelve": taps}


async def tuesday(cast: Cast) -> dict[str, int]:
    """Twelve are packed and go out in one run; the phone is lost on the way; the cash comes in."""
    async with the_shop_is_open(cast, at(1, 8)) as shop:
        taps = await a_run_goes_out(cast, shop)
        await goes_from_door_to_door(cast, FIRST_COURIER, WAY, DOORS)
        taps |= await a_phone_is_lost(cast)
        await goes_from_door_to_door(cast, SECOND_COURIER, REST, DOORS)
        await it_is(cast, shop, at(1, 14))
        await what_came_back_is_settled(cast)
    async with the_shop_is_open(cast, at(1, 20)):
        await cast[SCENTS].sees("مستحقاتكم الآن")
    return taps


async def wednesday(cast: Cast) -> None:
    """Eid is closed with two orders in it: one gets another time, the other's customer is asked."""
    async with the_shop_is_open(cast, at(2, 9)):
        await who_telephoned_comes(cast)
        await some_order_for_eid(cast)
        await all_move_on(cast, "جديد (2)", "accepted", "قُبل طلبان", FOR_EID)
        await eid_is_closed(cast)
        await whom_it_meets_are_asked(cast)
        await one_takes_another_time(cast)


async def thursday(cast: Cast) -> None:
    """What was moved out of Eid is delivered; nothing but the other order waits."""
    async with the_shop_is_open(cast, at(3, 9)):
        await her_order_comes_on_thursday(cast)
        await names_her_cash(cast[SECOND_COURIER], cast[DESK], cast.orders[CHOOSES].total)
        await the_other_is_still_asked(cast)
    async with the_shop_is_open(cast, at(3, 16)) as shop:
        await the_hall_sells(cast, shop)
    async with the_shop_is_open(cast, at(3, 20)):
        await cast[SCENTS].sees("مبيعات جديدة في القاعة")


async def the_hall_sells(cast: Cast, shop: Storefront) -> None:
    """The bazaar's afternoon, from the goods that come in to the cash that is handed over."""
    await the_bazaar_begins(cast, shop)
    await goods_come_in(cast)
    await a_till_is_opened(cast[SELLER])
    await three_things_are_sold(cast[SELLER])
    await it_is(cast, shop, at(3, 17))
    await one_comes_back(cast[SELLER])
    await the_till_is_closed(cast)


async def a_run_goes_out(cast: Cast, shop: Storefront) -> dict[str, int]:
    """From the desk to the car."""
    packed = await all_move_on(cast, "مقبول (12)", "packed", "12 طلباً جاهزاً")
    await plans_one_run(cast[DESK], FIRST_COURIER, 12)
    found = await finds_by_phone(cast, cast.orders[CALLER].number)
    await it_is(cast, shop, at(1, 9, 50))
    taken = await takes_the_run(cast, FIRST_COURIER, 12)
    return {"pack twelve": packed, "find by phone": found, "take twelve out": taken}


async def a_phone_is_lost(cast: Cast) -> dict[str, int]:
    """A colleague comes to help, and the rest of the run is his."""
    seen = await cast[FIRST_COURIER].sees("المحطة 1 من")
    await a_colleague_joins(cast, "التوصيل", SECOND_COURIER)
    passed = await passes_the_run_on(cast, FIRST_COURIER, SECOND_COURIER)
    await goes_on_with_the_run(cast[SECOND_COURIER], REST[0])
    await finds_a_phone(cast[FIRST_COURIER], seen)
    return {"pass a run on": passed}


async def what_came_back_is_settled(cast: Cast) -> None:
    """Goods and cash, until nothing waits any more."""
    desk = cast[DESK]
    await looks_at_what_came_back(desk, cast.orders["موزة"].number, "unsellable", 1)
    await looks_at_what_came_back(desk, cast.orders["عائشة"].number, "shelf", 2)
    await corrects_the_cash(cast[MANAGER], cast.orders["شيخة"].number, "375 د.إ")
    await names_her_cash(cast[SECOND_COURIER], desk, "712 د.إ")
    await counts_the_cash_of(desk, cast[FIRST_COURIER], FIRST_COURIER, "1,096 د.إ")
    await nothing_waits(cast)
