"""Histories on the cards: who did what, when and why, and what it was before."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.audit import (
    BazaarHistory,
    FamilyHistory,
    OrderHistory,
    ProductHistory,
    ShowAudit,
)
from handlers.dialog.actions.bazaars import ManageBazaar
from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.actions.catalogue import ManageProduct
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.facts import QuestionAsked, QuestionsErased, WrongCodeGiven, record
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.fulfilment import advance
from models.orders.states import OrderState
from models.people.access import Role, accept_invitation, invite
from models.people.team import remove_member, take_role
from models.products.brands import rename_family
from models.products.publishing import rename, set_audience, set_photos, set_price, set_texts
from models.products.stock import take_in
from models.products.tables import Audience
from tests.handlers import shelf
from tests.handlers.people import customer, family_member, staff
from tests.handlers.staff.ordering import an_order, code_of, order_named, wrong_code
from tests.handlers.talk import Talk
from tests.models.bazaars.test_bazaars import a_bazaar
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.orders import stands_in
from tests.support.words import label, word


async def join(turns: Turns, name: str, role: Role, language: str = "ar") -> Talk:
    """A colleague whom somebody invited under that name."""
    talk = await customer(turns, name, language)
    person_id = await talk.person_id()
    async with turns.database.write() as session:
        code = await invite(acting(session), role=role, name=name)
        await accept_invitation(acting(session, person_id), code)
    return talk


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_an_order_s_way_is_told_with_who_and_why(
    database: Database, clock: HandClock, language: str
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    number = await an_order(turns)
    salim = await join(turns, "Salim", Role.orders, language)
    order_id = (await order_named(turns, number)).id
    async with database.write() as session:
        his = acting(session, await salim.person_id(), clock())
        await advance(his, order_id, OrderState.accepted)
        await cancel_by_staff(his, order_id, "unavailable")
    await salim.presses_old(ManageOrder(order_id))
    await salim.presses(label("button-order-history", language))
    read = salim.text
    assert number in read
    for part in ("history-order-placed", "history-order-accepted", "history-order-cancelled"):
        assert word(part, language) in read
    assert word("reason-unavailable", language) in read
    assert (read.count("Salim"), read.count(word("history-house", language))) == (2, 0)
    assert word("history-customer", language) in read
    newest, oldest = (word(f"history-order-{step}", language) for step in ("cancelled", "placed"))
    assert read.index(newest) < read.index(oldest)
    await salim.presses(label("button-this-order", language))
    assert number in salim.text


async def test_no_history_shows_the_code(turns: Turns) -> None:
    number = await an_order(turns, state="out")
    code, wrong = await code_of(turns, number), await wrong_code(turns, number)
    manager = await staff(turns, Role.manager)
    await manager.says(f"/confirm {number} {wrong}", f"/confirm {number} {code}")
    order_id = (await order_named(turns, number)).id
    await manager.presses_old(OrderHistory(order_id))
    assert word("history-order-packed") in manager.text
    assert "المبلغ المستلم" in manager.text
    for secret in (code, wrong):
        assert not stands_in(manager.text.replace(number, ""), secret)


async def test_older_entries_follow_by_key_however_much_comes_meanwhile(turns: Turns) -> None:
    number = await an_order(turns)
    manager = await staff(turns, Role.manager)
    order_id = (await order_named(turns, number)).id

    async def tries(first: int, last: int) -> None:
        async with turns.database.write() as session:
            for at in range(first, last):
                record(acting(session, now=turns.clock()), WrongCodeGiven(order_id, at))

    await tries(11, 40)
    await manager.presses_old(OrderHistory(order_id))
    seen: list[str] = []
    while True:
        seen += [line for line in manager.text.splitlines() if "رمز تسليم خاطئ" in line]
        if word("button-older") not in "".join(manager.labels):
            break
        await tries(90, 91)  # by number, the last of this page would begin the next one again
        await manager.presses(word("button-older"))
    assert len(seen) == len(set(seen)) == 29
    assert word("history-order-placed") in manager.text
    await manager.presses(word("button-newest"))
    assert "90" in manager.text


async def test_a_product_s_history_says_what_was_before(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "بخور", "Bakhoor")
    option = await shelf.only_option(turns, product_id)
    manager = await staff(turns, Role.manager, language="en")
    async with turns.database.write() as session:
        own = acting(session, await manager.person_id(), turns.clock())
        await set_price(own, option, Money.dirhams(42))
        await rename(own, product_id, "بخور العيد", "Eid Bakhoor")
        await set_texts(own, product_id, "جديد", "New")
        await set_audience(own, product_id, Audience.everyone)
        await set_photos(own, product_id, ())
        await take_in(own, option, 5)
    await manager.presses_old(ManageProduct(product_id))
    await manager.presses(label("button-history", "en"))
    read = manager.text
    for part in (
        "From AED 35 to AED 42",
        "From Bakhoor to Eid Bakhoor",
        "Now: New",
        "From For women to For everyone",
        "From 10 to 15",
    ):
        assert part in read
    await manager.presses(label("button-this-product", "en"))
    assert "Eid Bakhoor" in manager.text


async def test_a_family_s_history_names_who_left(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    manager = await staff(turns, Role.manager, language="en")
    mother = await customer(turns, "mother")
    async with turns.database.write() as session:
        own = acting(session, await manager.person_id(), turns.clock())
        code = await invite(own, family_id=family_id, name="Umm Rashid")
        await accept_invitation(acting(session, await mother.person_id()), code)
        await remove_member(own, family_id, await mother.person_id())
        await rename_family(own, family_id, "دار الورد", "The Rose House")
    await manager.presses_old(ManageFamily(family_id))
    await manager.presses(label("button-history", "en"))
    assert "Left the family: Umm Rashid (of the family)" in manager.text
    assert "From Dar Al Ward to The Rose House" in manager.text


async def test_a_bazaar_s_history_opens_from_its_card(turns: Turns) -> None:
    async with turns.database.write() as session:
        bazaar_id = await a_bazaar(session, "Eid", MORNING, now=MORNING)
    manager = await staff(turns, Role.manager)
    await manager.presses_old(ManageBazaar(bazaar_id))
    await manager.presses(label("button-history"))
    assert word("history-bazaar-added") in manager.text
    assert word("history-house") in manager.text
    await manager.presses(label("button-this-bazaar"))
    assert "بازار" in manager.text


async def test_who_has_left_is_named_as_the_inviter_did_and_nobody_else(turns: Turns) -> None:
    number = await an_order(turns)
    manager = await staff(turns, Role.manager, language="en")
    salim = await join(turns, "Salim", Role.orders)
    nameless = await staff(turns, Role.orders, external_id="nameless")
    order_id = (await order_named(turns, number)).id
    async with turns.database.write() as session:
        for who, step in ((salim, OrderState.accepted), (nameless, OrderState.packed)):
            person = await who.person_id()
            await advance(acting(session, person, turns.clock()), order_id, step)
            await take_role(acting(session), Role.orders, person)
    await manager.presses_old(OrderHistory(order_id))
    assert "Salim (has left)" in manager.text
    assert "A former colleague" in manager.text


async def test_a_colleague_who_handles_her_own_order_is_named(turns: Turns) -> None:
    number = await an_order(turns)
    order = await order_named(turns, number)
    async with turns.database.write() as session:
        code = await invite(acting(session), role=Role.orders, name="Mona")
        own = acting(session, order.person_id, turns.clock())
        await accept_invitation(own, code)
        await advance(own, order.id, OrderState.accepted)
        await cancel_by_customer(own, order.id)
    manager = await staff(turns, Role.manager, language="en")
    await manager.presses_old(OrderHistory(order.id))
    assert manager.text.count("Mona (whose own order it is)") == 3


async def test_a_customer_who_writes_is_no_former_colleague(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    mother = await family_member(turns, family_id)
    noura = await customer(turns, "noura")
    manager = await staff(turns, Role.manager, language="en")
    async with turns.database.write() as session:
        for at, talk in enumerate((mother, noura)):
            own = acting(session, await talk.person_id(), turns.clock())
            record(own, QuestionAsked(at, at))
            record(own, QuestionsErased(await talk.person_id()))
        record(acting(session, await manager.person_id(), turns.clock()), QuestionAsked(3, 3))
    await manager.presses_old(ShowAudit(topic="inbox"))
    assert manager.text.count("The customer") == 4
    assert manager.text.count("A colleague") == 1
    assert "family" not in manager.text


@pytest.mark.parametrize(
    "asked", [OrderHistory(999), ProductHistory(999), FamilyHistory(999), BazaarHistory(999)]
)
async def test_a_history_of_nothing_leads_on(turns: Turns, asked: OrderHistory) -> None:
    manager = await staff(turns, Role.manager)
    await manager.presses_old(asked)
    assert word("button-desk") in manager.labels
