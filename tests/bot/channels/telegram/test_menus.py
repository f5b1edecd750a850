"""The command menu follows what a person may do, whoever gave it or took it away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from sqlalchemy import delete, select, update

from bot.app.assembly import Storefront
from bot.channels.telegram.spoken import Spoken
from bot.ground.timeouts import READ_S
from models.kernel.database import Database
from models.kernel.facts import is_any_unannounced
from models.messaging.accounts import Account
from models.people.access import Role, RoleRow
from models.people.team import take_role
from tests.bot.conftest import invitation
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi, Person
from tests.fake_botapi.records import CallRecord
from tests.support.acting import acting
from tests.support.opened import opened as database_of
from tests.support.waiting import PATIENCE
from tests.support.waiting import until as comes_true
from tests.support.words import word


async def joined(api: FakeBotApi, shop: Storefront, name: str, role: Role) -> Person:
    """Somebody who has joined in English, and sees the menu of that role."""
    await until(api, lambda: api.counts["setMyShortDescription"] >= 2)
    person = api.person(name, language_code="en")
    await person.starts(await invitation(shop, role))
    await until(api, lambda: "desk" in dict(person.menu))
    await comes_true(lambda: none_is_due(shop))
    await api.quiet()
    return person


async def until(api: FakeBotApi, seen: Callable[[], bool]) -> None:
    """Wait until Telegram shows it."""
    async with asyncio.timeout(PATIENCE):
        while not seen():
            await api.platform.changed.wait(0.5)


async def withdraw(database: Database, role: Role) -> None:
    """Take the role away from whoever holds it, as any process does."""
    async with database.write() as session:
        (holder,) = await session.scalars(select(RoleRow.person_id).where(RoleRow.role == role))
        await take_role(acting(session), role, holder)


def own(api: FakeBotApi, chat: str = "chat_id") -> list[CallRecord]:
    """The calls that set one person's menu."""
    return [call for call in api.calls_of("setMyCommands") if chat in str(call.parameters)]


async def none_is_due(shop: Storefront) -> bool:
    """Whether everything that happened was told, and every menu was looked at that it changed."""
    async with shop.database.read() as session:
        due = await session.scalars(select(Account.menu_due))
        return not any(due) and not await is_any_unannounced(session)


async def test_it_goes_at_once_when_another_process_takes_the_role_away(
    api: FakeBotApi, shop: Storefront
) -> None:
    courier = await joined(api, shop, "Rashid", Role.courier)
    async with database_of(shop.settings.database_url) as elsewhere:
        await withdraw(elsewhere, Role.courier)
    await until(api, lambda: "desk" not in dict(courier.menu))
    assert "shop" in dict(courier.menu)
    assert len(api.calls_of("sendMessage")) + len(api.calls_of("sendPhoto")) == 1
    api.assert_clean()


async def test_a_role_that_goes_without_a_fact_would_leave_it(
    api: FakeBotApi, polling_shop: Storefront
) -> None:
    courier = await joined(api, polling_shop, "Rashid", Role.courier)
    packer = await joined(api, polling_shop, "Sara", Role.orders)
    async with polling_shop.database.write() as session:
        await session.execute(delete(RoleRow).where(RoleRow.role == Role.courier))
    await withdraw(polling_shop.database, Role.orders)
    await until(api, lambda: "desk" not in dict(packer.menu))
    assert "desk" in dict(courier.menu)


async def test_it_goes_once_telegram_is_back(api: FakeBotApi, polling_shop: Storefront) -> None:
    courier = await joined(api, polling_shop, "Rashid", Role.courier)
    troubles = [
        api.trouble("setMyCommands", kind="server_error"),
        api.trouble("setMyCommands", kind="too_many_requests", retry_after=1),
    ]
    await withdraw(polling_shop.database, Role.courier)
    await until(api, lambda: "desk" not in dict(courier.menu))
    assert [trouble.times for trouble in troubles] == [0, 0]


async def test_it_goes_when_the_bot_was_closed_meanwhile(api: FakeBotApi, stocked_url: str) -> None:
    async with opened(api, stocked_url) as shop:
        courier = await joined(api, shop, "Rashid", Role.courier)
    async with database_of(stocked_url) as database:
        await withdraw(database, Role.courier)
    assert "desk" in dict(courier.menu)
    async with opened(api, stocked_url):
        await until(api, lambda: "desk" not in dict(courier.menu))


async def test_a_call_that_took_long_does_not_bring_back_what_was_taken_away(
    api: FakeBotApi, polling_shop: Storefront
) -> None:
    """The menu of the one who joins is on its way while her role is taken away."""
    await until(api, lambda: api.counts["setMyShortDescription"] == 2)
    late = api.trouble("setMyCommands", kind="late", delay=READ_S - 1.0)
    courier = api.person("Rashid", language_code="en")
    await courier.starts(await invitation(polling_shop, Role.courier))
    await until(api, lambda: late.lasting == 1)
    await withdraw(polling_shop.database, Role.courier)
    late.is_over()
    await until(api, lambda: len(own(api)) > 1 and "desk" not in dict(courier.menu))
    await api.quiet()
    assert "desk" not in dict(courier.menu)


async def test_of_somebody_whom_telegram_does_not_know_any_more_it_is_asked_once(
    api: FakeBotApi, polling_shop: Storefront
) -> None:
    await joined(api, polling_shop, "Rashid", Role.courier)
    async with polling_shop.database.write() as session:
        await session.execute(update(Account).values(external_id="404404"))
    await withdraw(polling_shop.database, Role.courier)
    await until(api, lambda: own(api, "404404") != [])
    await comes_true(lambda: none_is_due(polling_shop))
    assert len(own(api, "404404")) == 1


@pytest.mark.usefixtures("polling_shop")
async def test_who_has_no_role_costs_no_call(api: FakeBotApi) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.starts()
    await mona.sees(word("package-atayeb", "en"))
    await api.quiet()
    assert own(api) == []


async def act_after_a_refused_menu(api: FakeBotApi) -> Person:
    """Mona speaks Arabic from now on, which her menu could not be set to, and acts once more."""
    await until(api, lambda: api.counts["setMyShortDescription"] >= 2)
    mona = api.person("Mona", language_code="en")
    await mona.sends("/language")
    refused = api.trouble("setMyCommands", kind="server_error")
    await mona.presses("العربية")
    await mona.sees("بازار إنتاج")
    await api.quiet()
    assert refused.times == 0
    assert "Cart" in dict(mona.menu)["cart"]
    await mona.presses(word("package-atayeb"))
    await api.quiet()
    return mona


@pytest.mark.usefixtures("polling_shop")
async def test_a_menu_that_could_not_be_set_is_set_at_the_next_act(api: FakeBotApi) -> None:
    mona = await act_after_a_refused_menu(api)
    assert "السلة" in dict(mona.menu)["cart"]


@pytest.mark.usefixtures("polling_shop")
async def test_it_would_be_looked_at_seldom_else(
    api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Spoken, "look_again", lambda *_: None)
    mona = await act_after_a_refused_menu(api)
    assert "السلة" not in dict(mona.menu)["cart"]
