"""Notices as a person wants them: bundled into one message, or not at all; never lost, in order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from handlers.dialog.actions.customer import ChooseNotices, SetNotices, ShowNotices
from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.actions.staff import ShowDesk
from handlers.dialog.speech import decode_reply
from handlers.dialog.turns import Turns
from handlers.notifications.bundles import owe_bundles
from models.kernel.calendar import DUBAI
from models.kernel.database import Database
from models.kernel.facts import WrongCodesPiledUp, record
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.messaging.notice_habits import (
    EVERY_HOUR,
    HABITS,
    HOURS,
    OFF,
    HeldNotice,
    next_time,
    take_due,
)
from models.messaging.outbox import OwedMessage
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.door import Refused, refuse_order, refuse_part
from models.orders.queries import order_for_staff
from models.orders.reinstating import undo_own_cancelling
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import customer, family_member, staff
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import Told, actions, announced, text
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.orders import WIDE
from tests.support.words import label, word


@pytest.fixture
async def both(database: Database, clock: HandClock) -> Turns:
    """Turns on a fresh database of either kind, with a family."""
    turns = Turns(database, DEFAULT_TERMS, clock)
    await shelf.add_family(turns)
    return turns


async def wants(talk: Talk, topic: str, way: int) -> None:
    """Have notices of that topic so."""
    await talk.presses_old(SetNotices(topic, way, sure=True))


async def bundled(turns: Turns) -> Told:
    """What is owed by the clock's tick."""
    async with turns.database.write() as session:
        last = await session.scalar(select(func.coalesce(func.max(OwedMessage.id), 0)))
        await owe_bundles(session, turns.clock())
        rows = await session.execute(
            select(Account.external_id, OwedMessage.reply)
            .join(Account, Account.id == OwedMessage.account_id)
            .where(OwedMessage.id > last)
            .order_by(OwedMessage.id)
        )
        return Told((name, decode_reply(reply)) for name, reply in rows)


async def held(turns: Turns) -> int:
    """How many notices are held."""
    async with turns.database.read() as session:
        return await session.scalar(select(func.count()).select_from(HeldNotice)) or 0


async def test_a_family_s_sales_come_as_one_message(both: Turns, clock: HandClock) -> None:
    mother = await family_member(both, 1, external_id="rose-mother")
    await family_member(both, 1, external_id="rose-daughter")
    await wants(mother, "sales", EVERY_HOUR)
    await announced(both)
    numbers = [await an_order(both, lines=1) for _ in range(3)]
    told = await announced(both)
    assert told.to("rose-mother") == []
    assert len(told.to("rose-daughter")) == 3
    assert await bundled(both) == []
    clock.advance(hours=1)
    told = await bundled(both)
    (heard,) = told.to("rose-mother")
    assert told.people() == {"rose-mother"}
    for language in ("ar", "en"):
        words = text([heard], language)
        assert [words.index(number) for number in numbers] == sorted(map(words.index, numbers))
    assert actions(heard) == [ShowFamilyHome(1)]
    assert (await held(both), await bundled(both)) == (0, [])


async def a_sale_that_ends(turns: Turns, end: str) -> str:
    """A sale of hers that is told, and then does not stay one; out comes the order's number."""
    state = "placed" if end == "cancelled" else "out"
    number = await an_order(turns, lines=1, state=state)
    await announced(turns)
    async with turns.database.write() as session:
        act = acting(session, now=turns.clock())
        order = await order_for_staff(session, (await order_named(turns, number)).id)
        if end == "cancelled":
            await cancel_by_staff(act, order.id, "customer")
        elif end == "part refused":
            part = Refused(order.lines[0].id, 1, spoiled=True)
            await refuse_part(act, order.id, [part], DEFAULT_TERMS)
        else:
            await refuse_order(act, order.id, {}, DEFAULT_TERMS)
    return number


@pytest.mark.parametrize("end", ["cancelled", "part refused", "all refused"])
async def test_what_becomes_of_a_sale_is_told_after_the_sale(
    both: Turns, clock: HandClock, end: str
) -> None:
    mother = await family_member(both, 1, external_id="rose-mother")
    await wants(mother, "sales", EVERY_HOUR)
    number = await a_sale_that_ends(both, end)
    assert (await announced(both)).to("rose-mother") == []
    clock.advance(hours=1)
    (heard,) = (await bundled(both)).to("rose-mother")
    assert text([heard]).count(number) == 2
    assert text([heard]).index("مبيعات جديدة") < text([heard]).rindex(number)


@pytest.mark.parametrize("end", ["cancelled", "part refused", "all refused"])
async def test_who_wants_to_hear_of_no_sale_hears_of_none(both: Turns, end: str) -> None:
    mother = await family_member(both, 1, external_id="rose-mother")
    await wants(mother, "sales", OFF)
    await a_sale_that_ends(both, end)
    assert (await announced(both)).to("rose-mother") == []
    assert await held(both) == 0


async def test_a_desk_that_bundles_hears_last_what_is_true_last(
    both: Turns, clock: HandClock
) -> None:
    """The customer cancels and takes it back; before, the desk read last that it was off."""
    desk = await staff(both, Role.orders)
    await wants(desk, "orders", EVERY_HOUR)
    await announced(both)
    number = await an_order(both)
    await announced(both)
    order = await order_named(both, number)
    async with both.database.write() as session:
        await cancel_by_customer(acting(session, order.person_id, clock()), order.id)
    await announced(both)
    async with both.database.write() as session:
        hers = acting(session, order.person_id, clock())
        await undo_own_cancelling(hers, order.id, DEFAULT_TERMS)
    assert (await announced(both)).to("orders") == []
    clock.advance(hours=1)
    (heard,) = (await bundled(both)).to("orders")
    assert text([heard]).index("ألغى العميل") < text([heard]).index("تم التراجع عن إلغاء")


@pytest.mark.parametrize("end", ["part refused", "all refused"])
async def test_what_comes_back_is_seen_on_the_desk_only_where_that_is_wished(
    both: Turns, end: str
) -> None:
    desk = await staff(both, Role.orders)
    await wants(desk, "orders", OFF)
    await a_sale_that_ends(both, end)
    assert (await announced(both)).to("orders") == []


async def test_very_many_take_as_few_messages_as_hold_them(both: Turns, clock: HandClock) -> None:
    desk = await staff(both, Role.orders)
    await wants(desk, "orders", 20)
    await announced(both)
    numbers = [await an_order(both, lines=2, long=True, terms=WIDE) for _ in range(12)]
    await announced(both)
    clock.advance(hours=9)
    told = (await bundled(both)).to("orders")
    assert 1 < len(told) < 6
    words = text(told)
    assert [number for number in numbers if number in words] == numbers
    assert [words.index(number) for number in numbers] == sorted(map(words.index, numbers))
    assert all(len(text([one])) < 4_096 and ShowDesk() in actions(one) for one in told)


async def test_what_is_off_is_not_heard_but_money_alarms_are(both: Turns) -> None:
    manager = await staff(both, Role.manager)
    await family_member(both, 1)
    for topic in ("orders", "deliveries", "team"):
        await wants(manager, topic, OFF)
    await announced(both)
    await an_order(both)
    await customer(both, "new")
    await staff(both, Role.courier)
    assert (await announced(both)).to("manager") == []
    person = await manager.person_id()
    async with both.database.write() as session:
        record(acting(session), WrongCodesPiledUp(person, 8, ()))
    assert len((await announced(both)).to("manager")) == 1
    assert await held(both) == 0


async def test_with_another_wish_what_is_held_comes_at_once(both: Turns) -> None:
    mother = await family_member(both, 1, external_id="rose-mother")
    await wants(mother, "sales", 8)
    await announced(both)
    number = await an_order(both, lines=1)
    await announced(both)
    assert await bundled(both) == []
    await wants(mother, "sales", 0)
    assert number in text((await bundled(both)).to("rose-mother"))
    await an_order(both, lines=1)
    assert len((await announced(both)).to("rose-mother")) == 1


@pytest.mark.parametrize("together", [True, False])
async def test_killed_while_it_gives_out_it_loses_nothing(
    both: Turns, clock: HandClock, together: bool
) -> None:
    """The twin takes and owes in two transactions: what was taken is gone."""
    mother = await family_member(both, 1, external_id="rose-mother")
    await wants(mother, "sales", EVERY_HOUR)
    await announced(both)
    await an_order(both, lines=1)
    await announced(both)
    clock.advance(hours=1)
    if together:
        with pytest.raises(KeyboardInterrupt):
            await give_out_and_die(both)
    else:
        async with both.database.write() as session:
            assert await take_due(session, clock())
    assert len((await bundled(both)).to("rose-mother")) == (1 if together else 0)


async def give_out_and_die(turns: Turns) -> None:
    """What the tick does, killed before it is committed."""
    async with turns.database.write() as session:
        assert await owe_bundles(session, turns.clock()) == 1
        raise KeyboardInterrupt


@given(
    habit=st.sampled_from([EVERY_HOUR, *HOURS]),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001
)
def test_the_next_time_is_soon_and_on_the_hour(habit: int, now: datetime) -> None:
    moment = now.replace(tzinfo=MORNING.tzinfo)
    at = next_time(habit, moment)
    assert timedelta() < at - moment <= timedelta(hours=1 if habit == EVERY_HOUR else 24)
    here = at.astimezone(DUBAI)
    assert (here.minute, here.second, here.microsecond) == (0, 0, 0)
    assert habit in (EVERY_HOUR, here.hour)


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_the_wish_is_set_in_the_settings(turns: Turns, language: str) -> None:
    await shelf.add_family(turns)
    mother = await family_member(turns, 1, external_id="rose-mother", language=language)
    await mother.says("/settings")
    await mother.presses(label("button-notices", language))
    sales, off = word("notices-sales", language), word("notices-way-off", language)
    assert f"{sales}: {word('notices-way-now', language)}" in mother.text
    await mother.presses(sales)
    await mother.presses(off)
    assert word("notices-off-sales", language) == mother.text
    await mother.presses(word("button-back", language))
    await mother.presses(off)
    await mother.presses(word("notices-off-sure", language))
    assert f"{sales}: {off}" in mother.text
    await mother.presses(sales)
    await mother.presses(word("notices-way-evening", language))
    assert word("notices-way-evening", language) in mother.notice


async def test_customers_have_none_and_what_is_forged_sets_nothing(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("/settings")
    assert word("button-notices") not in mona.labels
    for forged in (
        SetNotices("sales", OFF, sure=True),
        SetNotices("nothing", 3),
        ChooseNotices("x"),
    ):
        await mona.presses_old(forged)
        assert mona.labels
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ShowNotices())
    assert word("notices-orders") in desk.labels
    assert word("notices-deliveries") not in desk.labels, "who packs hears nothing of it"
    for way in (3, -9):
        await desk.presses_old(SetNotices("orders", way, sure=True))
        assert word("notices-way-off") not in desk.text
    assert len(HABITS) == 6
