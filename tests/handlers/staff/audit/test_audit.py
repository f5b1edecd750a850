"""The audit and the day book on the screen: a few taps to who did what, and when."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.audit import NarrowAudit, ShowAudit, ShowDayBook
from handlers.dialog.actions.cash import HandCash
from handlers.dialog.turns import Turns
from handlers.staff.audit.asked import day_number, read_day
from models.kernel.calendar import dubai_day
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.after_delivery import BroughtBack, return_delivered
from models.orders.cancellation import cancel_by_staff
from models.orders.door import Refused, refuse_order, refuse_part
from models.orders.fulfilment import advance
from models.orders.queries import order_for_staff
from models.orders.returns import Disposition
from models.orders.states import OrderState
from models.people.access import Role
from models.people.team import take_role
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.staff.desk.test_histories import join
from tests.handlers.staff.ordering import an_order, code_of, order_named
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_what_a_colleague_did_is_two_taps_away(
    database: Database, clock: HandClock, language: str
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    number = await an_order(turns)
    salim = await join(turns, "Salim", Role.orders)
    manager = await staff(turns, Role.manager, language=language)
    order_id = (await order_named(turns, number)).id
    async with database.write() as session:
        his = acting(session, await salim.person_id(), clock())
        await advance(his, order_id, OrderState.accepted)
        await cancel_by_staff(his, order_id, "customer")
        await take_role(acting(session), Role.orders, await salim.person_id())
    await manager.says("/audit")
    assert word("history-staff-left", language, person="", role="")[:4] in manager.text
    await manager.presses(word("audit-who", language, chosen=word("audit-anybody", language)))
    await manager.presses("Salim")
    read = manager.text
    assert number in read
    for part in ("history-order-accepted", "history-order-cancelled", "reason-customer"):
        assert word(part, language) in read
    assert word("history-order-placed", language) not in read
    await manager.presses(label("audit-topic", language, chosen=word("audit-anything", language)))
    await manager.presses(word("topic-team", language))
    assert word("history-order-accepted", language) not in manager.text
    assert "Salim" in manager.text
    await manager.presses(word("audit-who", language, chosen="")[:3])
    await manager.presses(word("audit-anybody", language))
    await manager.presses(word("button-desk", language))


async def test_a_day_is_chosen_and_leads_to_its_book_and_back(turns: Turns) -> None:
    await an_order(turns, state="packed")
    manager = await staff(turns, Role.manager, language="en")
    await manager.says("/audit")
    await manager.presses("Day: any day")
    await manager.presses("yesterday")
    assert word("history-none", "en") in manager.text
    await manager.presses("Day: Sunday 1 March")
    await manager.presses(word("day-today", "en"))
    assert "The order was packed" in manager.text
    await manager.presses("Day book")
    assert "Day book: Monday 2 March 2026" in manager.text
    assert "New orders: 1 (AED 215)" in manager.text
    assert "Packed: 1 (AED 215)" in manager.text
    assert word("button-day-after", "en") not in manager.labels
    await manager.presses("The day before")
    assert word("history-none", "en") in manager.text
    await manager.presses("The day after")
    await manager.presses("The details")
    assert "On Monday 2 March 2026" in manager.text


async def test_the_desk_leads_to_yesterday_s_book(turns: Turns, clock: HandClock) -> None:
    await an_order(turns)
    manager = await staff(turns, Role.manager)
    clock.advance(days=1)
    await manager.says("/desk")
    await manager.presses(word("button-day-book"))
    assert "الاثنين 2 مارس 2026" in manager.text
    assert "طلبات جديدة: 1 (215 د.إ)" in manager.text


async def test_a_day_book_adds_up_with_what_came_back_and_went_to_the_till(
    turns: Turns,
) -> None:
    first, second = [await an_order(turns, state="out") for _ in range(2)]
    manager = await staff(turns, Role.manager)
    async with turns.database.write() as session:
        act = acting(session, await manager.person_id(), turns.clock())
        order = await order_for_staff(session, (await order_named(turns, first)).id)
        await refuse_part(act, order.id, [Refused(order.lines[0].id, 1)], DEFAULT_TERMS)
        order_id = (await order_named(turns, second)).id
        await refuse_order(act, order_id, {}, DEFAULT_TERMS)
    await manager.says(f"/confirm {first} {await code_of(turns, first)}")
    async with turns.database.write() as session:
        thing = (await order_for_staff(session, order.id)).live_lines[0]
        brought = [BroughtBack(thing.id, 1, Disposition.shelf)]
        await return_delivered(acting(session, now=turns.clock()), order.id, brought, nth=1)
    await manager.presses_old(HandCash())
    await manager.presses("المبلغ كاملاً: 165 د.إ")
    await manager.presses_old(ShowDayBook(day_number(dubai_day(turns.clock()))))
    for line in (
        "خرجت للتوصيل: 2 (380 د.إ)",
        "تم تسليمها: 1 (165 د.إ)",
        "رُفض استلامها: 1 (215 د.إ)",
        "رُفض جزء منها: 1 (165 د.إ)",
        "أُعيد إلى العملاء: 50 د.إ",
        "سُلّم إلى خزنة المركز: 165 د.إ",
    ):
        assert line in manager.text


async def test_older_pages_of_a_long_day_end_at_its_first_fact(turns: Turns) -> None:
    for at in range(12):
        await shelf.add_product(turns, f"بخور {at}", f"Bakhoor {at}", brand=("ب" * 60, "B" * 60))
    manager = await staff(turns, Role.manager)
    today = dubai_day(turns.clock())
    await manager.presses_old(ShowAudit(day=day_number(today), topic="products"))
    seen = manager.text
    pages = 1
    while word("button-older") in manager.labels:
        await manager.presses(word("button-older"))
        seen += manager.text
        pages += 1
    assert pages > 2
    assert [f"أُضيف المنتج بخور {at}\n" in f"{seen}\n" for at in range(12)] == [True] * 12


@pytest.mark.parametrize(
    "asked",
    [
        ShowAudit(999, 99999999, "nothing", 5),
        ShowAudit(-1, -5, "", -7),
        ShowDayBook(20260231),
        ShowDayBook(29990101),
        ShowDayBook(10101),
        ShowDayBook(99991231),
        ShowAudit(day=10101),
        ShowAudit(day=99991231),
        NarrowAudit("day", day=99991231),
        ShowDayBook(-1),
        NarrowAudit("nothing"),
        NarrowAudit("who", page=-3),
        NarrowAudit("who", page=999),
    ],
)
async def test_what_is_forged_is_answered(
    turns: Turns, asked: ShowAudit | ShowDayBook | NarrowAudit
) -> None:
    manager = await staff(turns, Role.manager)
    await manager.presses_old(asked)
    assert word("button-desk") in manager.labels
    assert manager.cards[0].text.id != "apology"


def test_a_day_travels_as_its_number() -> None:
    assert [read_day(number) for number in (0, 1, 20261301, 20260231, 99991231)] == [None] * 5
    day = read_day(20260302)
    assert day is not None
    assert day_number(day) == 20260302
