"""Erasing: after a whole life nothing of a person is left in any table, and the books agree."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select, update

from handlers.dialog.actions.audit import OrderHistory
from handlers.dialog.actions.customer import (
    CancelOrder,
    Remind,
    ShowOrder,
)
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.hall import ManageTill
from handlers.dialog.actions.privacy import EraseMe, ErasePerson, ShowKept
from handlers.dialog.actions.staff import TakeRole
from handlers.dialog.speech import TextFile, encode_reply
from handlers.dialog.turns import Turns
from models.hall.counting import TillCount, close_till, count_till
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.messaging.owed import OwedMessage
from models.messaging.web_messages import PageMessage, add_message, open_page
from models.orders.fulfilment import advance
from models.orders.states import OrderState
from models.orders.tables import Order
from models.people.access import Role
from models.privacy import sweeping
from models.privacy.sweeping import GOODBYE, ON_THE_WAY, find_traces, next_to_sweep
from models.reports.consistency import discrepancies
from tests.handlers import shelf
from tests.handlers.customer.account.kept_life import (
    ANSWERED,
    ASIDE,
    ASKED,
    CHAT,
    DRAFT,
    FILE_ID,
    NAME,
    OTHER_NAME,
    OTHER_PHONE,
    REASON,
    SHORT,
    STREET,
    VOICE,
    WISH,
    a_life,
    an_order,
    everything,
    left,
    pages,
    swept,
)
from tests.handlers.halls import seller
from tests.handlers.people import customer, staff
from tests.handlers.staff.desk.test_histories import join
from tests.handlers.told import announced
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word

OPEN_NOW = OwedMessage.done_at.is_(None)


async def test_nothing_is_left_of_a_person(database: Database, clock: HandClock) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    talk = await a_life(turns)
    person_id = await talk.person_id()
    met = {each.split(": ")[1] for each in await left(database)}
    known = {NAME, OTHER_NAME, OTHER_PHONE, STREET, WISH, ASKED, ANSWERED, DRAFT, REASON}
    assert known | {SHORT, FILE_ID, ASIDE, VOICE} <= met
    searched = [each async for each in everything(database) if each[0] == "search_misses.words"]
    assert {words.decode() for _, words in searched} == {SHORT}
    await talk.says("/privacy")
    await talk.presses(label("button-kept"))
    assert "• طلبات مع اسم المستلم وهاتفه وعنوانه: 3" in talk.text
    await talk.presses(label("button-export-kept"))
    file = talk.cards[0].file
    assert isinstance(file, TextFile)
    assert [order["name"] for order in json.loads(file.text)["orders"]] == [NAME] * 3
    await talk.presses_old(EraseMe())
    assert word("erase-ask-1") in talk.text
    await talk.presses(label("button-erase-yes-1"))
    assert word("erase-ask-2") in talk.text
    await talk.presses(label("button-erase-yes-2"))
    assert word("erased") in talk.text
    # What is left for the sweep are copies that others were shown, what is looked for, the chat.
    places = {each.split(".")[0] for each in await left(database)}
    assert places & {"page_messages", "owed_messages", "heard_updates"}
    assert "orders" not in places
    await swept(turns, clock)
    assert await left(database) == set()
    async with database.read() as session:
        assert await discrepancies(session) == []
        kept = (await session.execute(select(Order.number, Order.total, Order.state))).all()
    assert len(kept) == 3
    assert all(number and total for number, total, _ in kept)
    again = await customer(turns, CHAT)
    assert await again.person_id() != person_id


async def test_what_is_open_ends_first(turns: Turns) -> None:
    talk = await customer(turns, CHAT)
    option = await shelf.only_option(turns, await shelf.add_product(turns, "كعك", "Cake"))
    order_id = await an_order(turns, await talk.person_id(), option)
    for yes in range(3):
        await talk.presses_old(EraseMe(yes))
        assert word("erase-first-orders", count=1) in talk.text
        assert talk.offered(ShowOrder) == [ShowOrder(order_id)]
    await talk.presses_old(CancelOrder(order_id, sure=True))
    await talk.presses_old(EraseMe(2))
    assert word("erased") in talk.text
    await talk.presses_old(ShowKept())
    assert talk.text == f"{word('kept-title')}\n\n{word('kept-chats', count=1)}"


async def test_who_works_here_is_erased_by_a_manager_when_the_role_is_gone(turns: Turns) -> None:
    boss = await staff(turns, Role.manager, external_id="boss")
    courier = await staff(turns, Role.courier, external_id="courier")
    person_id = await courier.person_id()
    await courier.presses_old(EraseMe(2))
    assert word("erase-by-manager") in courier.text
    await boss.presses_old(ErasePerson(person_id, 2))
    assert word("erase-other-first") in boss.text
    await boss.presses_old(TakeRole(Role.courier, person_id, sure=True))
    await boss.presses(label("button-erase-other"))
    assert word("erase-other-ask-1") in boss.text
    await boss.presses(label("button-erase-yes-1"))
    await boss.presses(label("button-erase-yes-2"))
    assert word("erased-other") in boss.text
    await courier.presses_old(ErasePerson(await boss.person_id(), 2))
    assert word("erased-other") not in courier.text


async def test_who_has_a_till_is_erased_when_it_is_closed(turns: Turns) -> None:
    boss = await staff(turns, Role.manager, external_id="boss")
    noura, till = await seller(turns, external_id="noura")
    await boss.presses_old(TakeRole(Role.seller, till.person_id, sure=True))
    first = word("erase-first-till", number=str(till.till_id))
    await noura.presses_old(EraseMe(2))
    assert first in noura.text
    await boss.presses_old(ErasePerson(till.person_id, 2))
    assert first in boss.text
    assert boss.offered(ManageTill) == [ManageTill(till.till_id)]
    await boss.presses(word("till-of-number", number=str(till.till_id)))
    assert word("button-count-till") in boss.labels
    async with turns.database.write() as session:
        act = acting(session, await boss.person_id(), turns.clock())
        count = TillCount({Money.dirhams(200): 1}, Money.dirhams(200), "")
        await close_till(act, await count_till(act, till.till_id, count), alone=True)
    await boss.presses_old(ErasePerson(till.person_id, 2))
    assert word("erased-other") in boss.text


async def test_who_writes_again_at_once_keeps_the_chat(turns: Turns, clock: HandClock) -> None:
    talk = await customer(turns, CHAT)
    person_id = await talk.person_id()
    await talk.presses_old(EraseMe(2))
    clock.now += GOODBYE / 2
    await talk.presses_old(Remind(on=True))
    then = await talk.person_id()
    assert then != person_id
    await swept(turns, clock)
    assert await talk.person_id() == then


@pytest.mark.parametrize("guarded", [True, False])
async def test_a_colleagues_short_name_goes_and_the_pages_stay(
    turns: Turns, clock: HandClock, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    if not guarded:
        monkeypatch.setattr(sweeping, "without_names", lambda _stored, _names: None)
    boss = await staff(turns, Role.manager, external_id="boss")
    colleague = await join(turns, SHORT, Role.orders)
    person_id = await colleague.person_id()
    talk = await customer(turns)
    option = await shelf.only_option(turns, await shelf.add_product(turns, "كعك", "Cake"))
    order_id = await an_order(turns, await talk.person_id(), option)
    async with turns.database.write() as session:
        await advance(acting(session, person_id, clock()), order_id, OrderState.accepted)
    await boss.presses_old(ManageOrder(order_id))
    await boss.presses_old(OrderHistory(order_id))
    assert SHORT in boss.text
    await pages(turns, boss)
    await boss.presses_old(TakeRole(Role.orders, person_id, sure=True))
    async with turns.database.read() as session:
        shown = set(await session.scalars(select(PageMessage.id)))
    await boss.presses_old(ErasePerson(person_id, 2))
    assert any(SHORT in each for each in await left(turns.database))
    await swept(turns, clock)
    assert any(SHORT in each for each in await left(turns.database)) is not guarded
    async with turns.database.read() as session:
        assert set(await session.scalars(select(PageMessage.id))) == shown
    await boss.presses_old(OrderHistory(order_id))
    assert SHORT not in boss.text


async def test_a_notice_that_was_on_its_way_is_swept_from_the_page(
    turns: Turns, clock: HandClock
) -> None:
    talk = await customer(turns, CHAT)
    option = await shelf.only_option(turns, await shelf.add_product(turns, "كعك", "Cake"))
    order_id = await an_order(turns, await talk.person_id(), option)
    await talk.presses_old(CancelOrder(order_id, sure=True))
    await talk.presses_old(ShowOrder(order_id))
    body = encode_reply(talk.reply)
    await talk.presses_old(EraseMe(2))
    async with turns.database.write() as session:
        account = (await session.scalars(select(Account.id))).one()
        await open_page(session, account)
        await add_message(session, account, body, clock() + ON_THE_WAY / 2)
    await talk.says("/start")  # the chat is not parted from
    assert any(STREET in each for each in await left(turns.database))
    await swept(turns, clock)
    assert await left(turns.database) <= {f"accounts.external_id: {CHAT}"}


async def test_who_orders_anew_at_once_is_not_swept_with_what_was_before(
    turns: Turns, clock: HandClock
) -> None:
    talk = await customer(turns, CHAT)
    desk = await staff(turns, Role.orders, external_id="desk")
    option = await shelf.only_option(turns, await shelf.add_product(turns, "كعك", "Cake"))
    before = await an_order(turns, await talk.person_id(), option)
    await talk.presses_old(CancelOrder(before, sure=True))
    await announced(turns)
    clock.now += GOODBYE
    await talk.presses_old(EraseMe(2))
    async with turns.database.write() as session:
        of_before = update(OwedMessage).values(done_at=clock(), reply="")
        await session.execute(of_before)
    clock.now += GOODBYE / 2
    again = await talk.person_id()
    order_id = await an_order(turns, again, option)
    await announced(turns)
    await desk.presses_old(ManageOrder(order_id))
    await pages(turns, desk)
    async with turns.database.read() as session:
        shown = (await session.scalars(select(PageMessage.body))).all()
        owed = (await session.scalars(select(OwedMessage.reply).where(OPEN_NOW))).all()
    assert owed
    async with turns.database.read() as session:
        sweep = await next_to_sweep(session, clock.now + GOODBYE)
    assert sweep is not None
    all_times = await find_traces(turns.database.read, sweep._replace(at=clock.now))
    assert all_times.owed, "of both times the marks are the same"
    assert all_times.pages
    await swept(turns, clock)
    async with turns.database.read() as session:
        assert (await session.scalars(select(PageMessage.body))).all() == shown
        assert (await session.scalars(select(OwedMessage.reply).where(OPEN_NOW))).all() == owed


async def test_what_comes_again_brings_nothing_back(turns: Turns, clock: HandClock) -> None:
    talk = await customer(turns, CHAT)
    option = await shelf.only_option(turns, await shelf.add_product(turns, "كعك", "Cake"))
    order_id = await an_order(turns, await talk.person_id(), option)
    await talk.presses_old(CancelOrder(order_id, sure=True))
    earlier = talk.heard
    await talk.presses_old(EraseMe(2))
    erased, then = talk.heard, await talk.person_id()
    assert earlier is not None
    assert erased is not None
    for heard in (earlier, erased):
        await turns.answer(heard)
    assert await talk.person_id() == then, "each has been heard"
    await swept(turns, clock)
    for heard in (earlier, erased):
        await turns.answer(heard)
    assert await left(turns.database) <= {f"accounts.external_id: {CHAT}"}
    async with turns.database.read() as session:
        orders = select(Order.person_id).where(Order.person_id == await talk.person_id())
        assert (await session.scalars(orders)).all() == []
