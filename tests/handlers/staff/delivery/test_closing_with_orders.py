"""A day is closed in which open orders stand: they are counted, asked about, and moved."""

from __future__ import annotations

import msgspec
import pytest

from handlers.dialog.actions.customer import TakeWindow
from handlers.dialog.actions.delivery_plan import AskForWindows, ListClosedOrders, OpenDays
from handlers.dialog.speech import Pressed
from handlers.dialog.turns import Turns
from models.orders.delivery_slots import WindowSlot
from models.orders.fulfilment import advance
from models.orders.rescheduling import reschedule
from models.orders.states import OrderState
from models.people.access import Role
from models.people.people import Language
from tests.handlers.people import staff
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting

WORDS = {
    "ar": {
        "close": "إضافة أيام توقف",
        "name": "عيد الاتحاد",
        "one": "طلب واحد في موعد متوقف",
        "list": "تحتاج إلى موعد آخر (1)",
        "ask": "سؤال العملاء (1)",
        "asked": "تُرسل رسالة واحدة",
        "none": "لا طلبات في مواعيد متوقفة",
    },
    "en": {
        "close": "Close days",
        "name": "Eid Al Etihad",
        "one": "One open order lies in a closed time",
        "list": "Need another time (1)",
        "ask": "Ask the customers (1)",
        "asked": "One message goes out",
        "none": "No order lies in a closed time",
    },
}


async def close_tomorrow(boss: Talk) -> None:
    """Close the third of March, with a name."""
    words = WORDS[boss.language]
    await boss.says("/delivery")
    await boss.presses({"ar": "أيام التوقف", "en": "Closed days"}[boss.language])
    await boss.presses(words["close"])
    await boss.says("3/3", words["name"])


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_the_orders_of_a_closed_day_get_another_window(
    turns: Turns, language: Language
) -> None:
    number = await an_order(turns)
    mona, words = Talk(turns), WORDS[language]
    boss = await staff(turns, Role.manager, external_id="boss", language=language)
    desk = await staff(turns, Role.orders, external_id="desk")
    await announced(turns)

    await close_tomorrow(boss)
    assert words["one"] in boss.text
    assert "عيد" in text((await announced(turns)).to("desk")) or language == "en"
    await boss.presses(words["list"])
    assert number in " ".join(boss.labels)
    await boss.presses(words["ask"])
    assert words["asked"] in boss.notice
    assert not boss.offered(AskForWindows)

    told = await announced(turns)
    assert told.people() == {"mona"}
    (asked,) = told.to("mona")
    assert number in text([asked])
    assert words["name"] in text([asked])
    first = next(action for action in actions(asked) if isinstance(action, TakeWindow))
    await mona.sends(Pressed(first))
    moved = await order_named(turns, number)
    assert (moved.day.isoformat(), moved.window) == ("2026-03-04", "10:00-13:00")
    assert "الأربعاء 4 مارس" in mona.notice

    told = await announced(turns)
    assert told.people() == {"boss", "desk"}
    await boss.presses_old(ListClosedOrders())
    assert words["none"] in boss.text
    await desk.says("/desk")
    assert "متوقف" not in desk.text


async def test_until_she_chooses_the_desk_sees_that_it_needs_a_window(turns: Turns) -> None:
    number = await an_order(turns)
    boss = await staff(turns, Role.manager)
    await close_tomorrow(boss)
    await boss.says("/desk")
    assert "طلب واحد في موعد متوقف" in boss.text
    await boss.says(f"/deliveries {number}")
    assert "التوصيل متوقف في هذا الموعد، والطلب يحتاج إلى موعد آخر." in boss.text
    await boss.presses_old(AskForWindows())
    await boss.says(f"/deliveries {number}")
    assert "سُئل العميل عن موعد آخر ولم يختر بعد." in boss.text


async def test_the_desk_chooses_for_who_is_on_the_phone(turns: Turns) -> None:
    number = await an_order(turns)
    boss = await staff(turns, Role.manager)
    desk = await staff(turns, Role.orders, external_id="desk")
    await close_tomorrow(boss)
    await announced(turns)
    await desk.says(f"/deliveries {number}")
    await desk.presses("اختيار موعد للعميل")
    await desk.presses("الخميس 5 مارس · 4:00 عصراً – 8:00 مساءً")
    assert "صار للطلب موعد جديد" in desk.text
    assert "متوقف" not in desk.text
    assert (await order_named(turns, number)).day.isoformat() == "2026-03-05"
    told = await announced(turns)
    assert "الخميس 5 مارس" in text(told.to("mona"))
    assert told.people() == {"mona"}, "what the desk does itself it need not hear"


async def test_moved_twice_before_it_is_told_only_the_last_time_is_named(turns: Turns) -> None:
    order = await order_named(turns, await an_order(turns))
    await staff(turns, Role.orders, external_id="desk")
    await announced(turns)
    async with turns.database.write() as session:
        for day in (4, 5):
            slot = WindowSlot(order.day.replace(day=day), "16:00-20:00")
            await reschedule(acting(session, order.person_id), order.id, slot, turns.terms)
    told = await announced(turns)
    (news,) = told.to("desk")
    assert "الخميس 5 مارس" in text([news])


async def test_she_chooses_on_her_order_too(turns: Turns) -> None:
    number = await an_order(turns)
    boss, mona = await staff(turns, Role.manager), Talk(turns)
    await close_tomorrow(boss)
    await boss.presses_old(AskForWindows())
    await mona.says("/orders")
    await mona.presses(number)
    assert "لم يعد التوصيل متاحاً في هذا الموعد" in mona.text
    await mona.presses("اختيار موعد آخر")
    assert "🚫 يتوقف التوصيل الثلاثاء 3 مارس: عيد الاتحاد" in mona.text
    await mona.presses("التالي")
    await mona.presses("السابق")
    await mona.presses("الخميس 5 مارس · 4:00 عصراً – 8:00 مساءً")
    assert (await order_named(turns, number)).day.isoformat() == "2026-03-05"
    assert "اختيار موعد آخر" not in " ".join(mona.labels)


async def test_what_is_opened_again_is_called_closed_no_more(turns: Turns) -> None:
    """Else she would read on her order that nobody comes, and the courier would come."""
    number = await an_order(turns)
    boss, mona = await staff(turns, Role.manager), Talk(turns)
    await close_tomorrow(boss)
    await boss.presses_old(AskForWindows())
    await boss.presses_old(OpenDays("260303", "260303"))
    await mona.says("/orders")
    await mona.presses(number)
    assert "لم يعد التوصيل متاحاً في هذا الموعد" not in mona.text
    assert "اختيار موعد آخر" not in " ".join(mona.labels)
    order = await order_named(turns, number)
    await mona.presses_old(TakeWindow(order.id, "2603041000"))
    assert (await order_named(turns, number)).day.isoformat() == "2026-03-04", "she was asked"


async def test_customers_are_asked_where_the_settings_took_the_window_away(turns: Turns) -> None:
    """No plan was ever saved then: the desk reads that all were asked, and so they must be."""
    number = await an_order(turns)
    boss = await staff(turns, Role.manager)
    await announced(turns)
    turns.terms = msgspec.structs.replace(turns.terms, windows=turns.terms.windows[1:])
    await boss.presses_old(AskForWindows())
    assert "تُرسل رسالة واحدة" in boss.notice
    told = await announced(turns)
    assert number in text(told.to("mona"))
    assert [TakeWindow] == [type(action) for action in actions(told.to("mona")[0])][:1]


async def test_a_stale_choice_moves_nothing(turns: Turns) -> None:
    number = await an_order(turns)
    boss, mona = await staff(turns, Role.manager), Talk(turns)
    order = await order_named(turns, number)
    await close_tomorrow(boss)
    await boss.presses_old(AskForWindows())
    await mona.presses_old(TakeWindow(order.id, "2603031000"))
    assert mona.notice == "لم يعد هذا الموعد متاحاً. يُرجى اختيار موعد آخر."
    await mona.presses_old(TakeWindow(order.id, "26030499"))
    await mona.presses_old(TakeWindow(order.id, "2603041000"))
    assert (await order_named(turns, number)).day.isoformat() == "2026-03-04"
    async with turns.database.write() as session:
        await advance(acting(session), order.id, OrderState.accepted)
        await advance(acting(session), order.id, OrderState.packed)
    await mona.presses_old(TakeWindow(order.id, "2603051000"))
    assert mona.notice == "حالة الطلب الآن: جاهز للتوصيل"
    assert (await order_named(turns, number)).day.isoformat() == "2026-03-04"


async def test_somebody_elses_order_is_not_there(turns: Turns) -> None:
    order = await order_named(turns, await an_order(turns))
    boss = await staff(turns, Role.manager)
    await close_tomorrow(boss)
    await boss.presses_old(AskForWindows())
    sara = Talk(turns, external_id="sara")
    await sara.says("/start")
    await sara.presses_old(TakeWindow(order.id, "2603041000"))
    assert (await order_named(turns, order.number)).day == order.day
