"""The desk: what waits for each role, and the invitations by which people get one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from handlers.dialog.actions.staff import InviteStaff, ShowUnsent
from handlers.dialog.links import encode_link
from handlers.dialog.turns import Turns
from models.messaging.accounts import Account, account_of
from models.messaging.outbox import OwedMessage
from models.messaging.owing import owe
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import customer, family_member, staff
from tests.handlers.staff.ordering import an_order
from tests.handlers.talk import Talk
from tests.support.clock import HandClock
from tests.support.words import word

ROLES = (word("role-manager"), word("role-catalogue"), word("role-orders"), word("role-courier"))


async def test_a_manager_sees_every_way(turns: Turns) -> None:
    turns.terms = replace(turns.terms, contact_phone="+97165000000")
    manager = await staff(turns, Role.manager)
    await manager.says("/desk")
    assert manager.labels == [
        word("button-deliveries"),
        word("button-my-day"),
        word("button-my-run"),
        word("button-runs"),
        word("button-on-behalf"),
        word("button-purses"),
        word("button-hall"),
        word("button-inbox"),
        word("button-catalogue"),
        word("button-add-product"),
        word("button-stock"),
        word("button-labels"),
        word("button-families"),
        word("button-bazaars"),
        word("button-delivery-plan"),
        word("button-team"),
        word("button-audit"),
        word("button-day-book"),
        word("button-misses"),
        word("button-home"),
    ]
    assert word("desk-nothing-waits") in manager.text


@pytest.mark.parametrize(
    ("role", "ways"),
    [
        (
            Role.catalogue,
            ["قائمة المنتجات", "إضافة منتج", word("button-stock"), word("button-labels")],
        ),
        (
            Role.orders,
            [
                "الطلبات والتوصيل",
                "يومي",
                "🛵 جولتي",
                "🗺 الجولات",
                word("button-on-behalf"),
                "نقد الطلبات في العهدة",
                "صندوق الرسائل",
            ],
        ),
        (Role.courier, ["الطلبات والتوصيل", "يومي", "🛵 جولتي"]),
        (Role.seller, [word("button-hall")]),
    ],
)
async def test_each_role_sees_its_own_ways_alone(turns: Turns, role: Role, ways: list[str]) -> None:
    talk = await staff(turns, role)
    await talk.says("/desk")
    assert talk.labels[:-1] == ways


async def test_two_roles_add_up(turns: Turns) -> None:
    talk = await staff(turns, Role.catalogue, Role.courier)
    await talk.says("/desk")
    assert talk.labels[:-1] == [
        word("button-deliveries"),
        word("button-my-day"),
        word("button-my-run"),
        word("button-catalogue"),
        word("button-add-product"),
        word("button-stock"),
        word("button-labels"),
    ]
    assert "المنتجات، التوصيل" in talk.text


async def test_what_waits_is_counted_and_one_tap_away(turns: Turns) -> None:
    number = await an_order(turns)
    await an_order(turns)
    orders = await staff(turns, Role.orders)
    await orders.says("/desk")
    assert "طلبان جديدان ينتظران القبول." in orders.text
    await orders.presses("جديد (2)")
    assert sum(number in label for label in orders.labels) == 1
    courier = await staff(turns, Role.courier)
    await courier.says("/desk")
    assert word("state-placed") not in courier.text


async def test_the_desk_in_english(turns: Turns) -> None:
    await an_order(turns)
    talk = await staff(turns, Role.manager, language="en")
    await talk.says("/desk")
    assert "1 new order to accept." in talk.text
    assert talk.labels[0] == "New (1)"


@pytest.mark.parametrize("label", ROLES)
async def test_an_invitation_gives_the_role_once(turns: Turns, label: str) -> None:
    manager = await staff(turns, Role.manager)
    await manager.says("/team")
    await manager.presses(f"دعوة: {label}")
    assert f"لمن هذه الدعوة ({label})" in manager.text
    await manager.says("حصة")
    assert "حصة" in manager.text
    link = f"/start {encode_link(manager.shared().action)}"
    assert "14 يوماً" in manager.text

    new = Talk(turns, external_id="new")
    await new.says(link)
    assert label in new.text
    await new.presses(word("button-desk"))
    assert label in new.text
    await new.says(link)
    assert "أهلاً وسهلاً بكم في فريق بازار إنتاج" in new.text, "the same person may look again"

    late = Talk(turns, external_id="late")
    await late.says(link)
    assert word("refused-invitation-spent") in late.text
    assert late.labels


async def test_an_invitation_runs_out(turns: Turns, clock: HandClock) -> None:
    manager = await staff(turns, Role.manager)
    await manager.presses_old(InviteStaff("courier"))
    await manager.says("حصة")
    link = f"/start {encode_link(manager.shared().action)}"
    clock.advance(days=15)
    late = Talk(turns, external_id="late")
    await late.says(link)
    assert "انتهت مدته" in late.text


async def test_a_forged_invitation_is_refused(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("/start i_nothing")
    assert word("refused-invitation-spent") in talk.text


async def test_a_role_that_is_none_is_refused(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    await manager.presses_old(InviteStaff("queen"))
    assert word("refused-not-found") in manager.text


async def test_the_team_is_counted_and_named(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    await staff(turns, Role.courier, external_id="one")
    await staff(turns, Role.courier, external_id="two")
    await manager.says("/team")
    assert "الإدارة: شخص واحد" in manager.text
    assert "التوصيل: شخصان" in manager.text
    assert "الطلبات: لا أحد بعد" in manager.text


async def test_unsent_messages_are_listed_without_their_words(turns: Turns) -> None:
    await an_order(turns)
    mona = await customer(turns)
    manager = await staff(turns, Role.manager)
    async with turns.database.write() as session:
        account = await session.scalar(
            select(Account.id).where(Account.external_id == mona.external_id)
        )
        for key, outcome in (("one", "blocked"), ("two", "gave-up"), ("three", "sent")):
            session.add(
                OwedMessage(
                    account_id=account,
                    key=key,
                    reply="a secret",
                    made_at=turns.clock(),
                    due_at=turns.clock(),
                    outcome=outcome,
                    done_at=turns.clock(),
                )
            )
    await manager.says("/desk")
    assert "رسالتان لم تصلا." in manager.text
    await manager.presses(word("button-unsent"))
    assert "+971501234567" in manager.text
    assert manager.text.count("+971501234567") == 2
    assert "secret" not in manager.text
    desk = await staff(turns, Role.orders)
    await desk.says("/desk")
    assert word("desk-title") in desk.text
    assert "لم تصل" not in "\n".join([desk.text, *desk.labels])


async def test_a_family_that_could_not_be_told_is_named(turns: Turns) -> None:
    mother = await family_member(turns, await shelf.add_family(turns, ("دار الورد", "Dar Al Ward")))
    manager = await staff(turns, Role.manager)
    async with turns.database.write() as session:
        account = await account_of(session, mother.channel, mother.external_id)
        assert account is not None
        await owe(session, account, "fact:1", "a secret", turns.clock(), blocked=True)
    for page in (0, 1):  # a page that was emptied meanwhile is the first
        await manager.presses_old(ShowUnsent(page))
        assert "دار الورد – بلا رقم: حظر المستلم" in manager.text
