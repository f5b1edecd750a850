"""Managers hold, block and free an account; the card says what is known of its customer."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import update

from handlers.dialog.actions.accounts import LimitAccount, ManageAccount
from handlers.dialog.actions.customer import AskTeam
from handlers.dialog.actions.deliveries import ManageOrder, MoveOrder
from handlers.dialog.turns import Turns
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.tables import Order
from models.people.access import Role
from models.people.people import SavedAddress
from tests.handlers import shelf
from tests.handlers.customer.buying import WORDS, buy, orders, to_summary, with_cart
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.words import word


@pytest.fixture
async def oud(turns: Turns) -> int:
    """Something on the shelf."""
    return await shelf.only_option(turns, await shelf.add_product(turns, "عود", "Oud", price=50))


@pytest.fixture
async def manager(turns: Turns) -> Talk:
    """A manager."""
    return await staff(turns, Role.manager)


async def at_account(manager: Talk, order: Order) -> None:
    """The manager comes from the order's card to the account."""
    await manager.presses_old(ManageOrder(order.id))
    await manager.presses(word("button-account"))


async def test_the_card_says_what_is_known_of_the_customer(
    turns: Turns, oud: int, manager: Talk
) -> None:
    talk = await with_cart(turns, oud)
    first = await buy(talk)
    await manager.presses_old(ManageOrder(first.id))
    assert "🆕 عميل جديد" in manager.text
    await with_cart(turns, oud)
    second = await buy(talk)
    await manager.presses_old(ManageOrder(second.id))
    assert "طلبات أخرى للعميل: 1 (جارية: 1)" in manager.text
    courier = await staff(turns, Role.courier)
    await courier.presses_old(ManageOrder(second.id))
    assert "للعميل" not in courier.text


@pytest.mark.parametrize("kind", ["held", "blocked"])
async def test_the_whole_name_stands_on_the_account_and_above_the_question(
    turns: Turns, oud: int, manager: Talk, kind: str
) -> None:
    name = "شيخة بنت عبدالرحمن بن عبدالعزيز السويدي الكتبي المزروعي"
    order = await buy(await with_cart(turns, oud))
    async with turns.database.write() as session:
        await session.execute(update(SavedAddress).values(name=name))
    await at_account(manager, order)
    assert name in manager.text
    await manager.presses(word(f"button-account-{kind}"))
    assert word(f"account-sure-{kind}") in manager.text
    assert name in manager.text


async def test_a_held_account_waits_for_a_managers_yes(
    turns: Turns, oud: int, manager: Talk
) -> None:
    talk = await with_cart(turns, oud)
    order = await buy(talk)
    desk = await staff(turns, Role.orders)
    await announced(turns)
    await at_account(manager, order)
    assert "طلبات العميل: 1 (جارية: 1)" in manager.text
    await manager.presses(word("button-account-held"))
    assert "يراجع طلباته الجديدة" in manager.text
    await manager.presses(word("button-account-held"))
    assert word("account-is-held") in manager.text
    told = await announced(turns)
    assert told.people() == {"mona"}
    assert "يراجع المركز الطلبات الجديدة" in text(told.to("mona"))
    await with_cart(turns, oud)
    held = await buy(talk)
    await desk.presses_old(ManageOrder(held.id))
    assert word("order-on-hold") in desk.text
    assert word("button-move-accepted") not in " ".join(desk.labels)
    await desk.presses_old(MoveOrder(held.id, "accepted"))
    assert word("refused-on-hold") in desk.text
    await announced(turns)
    await manager.presses_old(ManageOrder(held.id))
    await manager.presses(word("button-release-order"))
    assert word("order-on-hold") not in manager.text
    told = await announced(turns)
    assert told.people() == {"orders"}
    assert held.number in text(told.to("orders"))
    await desk.presses_old(MoveOrder(held.id, "accepted"))
    assert (await orders(turns))[-1].state == "accepted"


@pytest.mark.parametrize(
    ("language", "refused", "told"),
    [
        ("ar", "لا يمكن حالياً تسجيل طلبات", "غير متاح حالياً"),
        ("en", "cannot place new", "cannot place"),
    ],
)
async def test_a_blocked_account_hears_so_kindly_and_how_to_reach_the_centre(
    turns: Turns, oud: int, manager: Talk, language: str, refused: str, told: str
) -> None:
    turns.terms = msgspec.structs.replace(DEFAULT_TERMS, contact_phone="+97165000000")
    talk = await with_cart(turns, oud, language=language)
    order = await buy(talk)
    await announced(turns)
    await manager.presses_old(LimitAccount(order.person_id, "blocked", sure=True))
    heard = (await announced(turns)).to("mona")
    assert told in text(heard, language)
    assert "+97165000000" in text(heard, language)
    assert AskTeam() in actions(heard[-1])
    await with_cart(turns, oud, language=language)
    await talk.presses(WORDS[language]["checkout"])
    await talk.presses(WORDS[language]["place"])
    assert refused in talk.text
    assert word("button-send-to-team", language) in talk.labels
    assert "+97165000000" in talk.text
    assert len(await orders(turns)) == 1
    await manager.presses_old(ManageAccount(order.person_id))
    await manager.presses(word("button-account-free"))
    assert word("account-is-free") in manager.text
    await announced(turns)
    await buy(talk)
    assert len(await orders(turns)) == 2


async def test_another_manager_hears_of_it_by_name(turns: Turns, oud: int, manager: Talk) -> None:
    order = await buy(await with_cart(turns, oud))
    await staff(turns, Role.manager, external_id="other")
    await announced(turns)
    await manager.presses_old(LimitAccount(order.person_id, "held", sure=True))
    told = await announced(turns)
    assert told.people() == {"mona", "other"}
    assert WORDS["ar"]["name"] in text(told.to("other"))


async def test_a_manager_is_not_blocked_by_accident(manager: Talk) -> None:
    await manager.presses_old(LimitAccount(await manager.person_id(), "blocked", sure=True))
    assert word("refused-no-limit") in manager.text
    for forged in (LimitAccount(999, "held", sure=True), LimitAccount(1, "praised", sure=True)):
        await manager.presses_old(forged)
        assert word("refused-not-found") in manager.text


async def test_a_limit_that_is_reached_says_so_with_the_way_on(turns: Turns, oud: int) -> None:
    turns.terms = msgspec.structs.replace(
        DEFAULT_TERMS, open_orders=1, contact_phone="+97165000000"
    )
    talk = await with_cart(turns, oud, 1)
    await to_summary(talk)
    await talk.presses(WORDS["ar"]["place"])
    await with_cart(turns, oud, 1)
    await talk.presses(WORDS["ar"]["checkout"])
    await talk.presses(WORDS["ar"]["place"])
    assert "أقصى عدد من الطلبات الجارية لكل عميل: 1" in talk.text
    assert "+97165000000" in talk.text
    assert word("button-help") in talk.labels
    assert len(await orders(turns)) == 1
    await talk.says("/cart")
    assert "عود" in talk.text
