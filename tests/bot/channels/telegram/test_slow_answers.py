"""A call whose answer comes late, or not at all, may have arrived: nobody sees it again at once."""

from __future__ import annotations

import asyncio
import socket
from datetime import timedelta

import pytest
from sqlalchemy import select

import models.kernel.database
from bot.app.assembly import Storefront
from bot.channels.telegram.calls import AiohttpRequest, NotReached
from bot.channels.telegram.showing import Shower
from bot.ground.timeouts import READ_S, REPLY_S
from bot.runtime.late_replies import see_through
from bot.runtime.outcomes import Recipient, StillGoing, TryLater, Unsendable
from handlers.dialog.refusals import NOT_SHOWN
from handlers.dialog.speech import Card, Reply, decode_reply, encode_reply, say
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage
from models.messaging.owing import owe
from tests.bot.conftest import at_the_menu
from tests.bot.opened import telegram_of
from tests.bot.runtime.postbox import an_account, outcomes, owe_one
from tests.fake_botapi import FakeBotApi, Person
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.outage import held_by_another
from tests.support.waiting import until, until_logged
from tests.support.words import word

ONE, TWO = (Card(text=say(name)) for name in ("button-home", "button-help"))


@pytest.fixture
async def mona(api: FakeBotApi, polling_shop: Storefront) -> Person:
    """Somebody who has the menu on her screen."""
    assert polling_shop.health.ready
    person = await at_the_menu(api)
    await person.quiet()
    return person


async def owed(shop: Storefront) -> list[OwedMessage]:
    """What is or was owed."""
    async with shop.database.read() as session:
        return list(await session.scalars(select(OwedMessage).order_by(OwedMessage.id)))


async def of_mona(shop: Storefront) -> Recipient:
    """Mona, as the channel knows her."""
    async with shop.database.read() as session:
        account = (await session.scalars(select(Account))).one()
    return Recipient(account.id, account.external_id, "en")


def shower_of(shop: Storefront) -> Shower:
    """What shows replies."""
    return telegram_of(shop).shower


def from_bot(person: Person) -> list[str]:
    """The words that the bot put on the person's screen, oldest first."""
    return [each.words for each in person.screen if not each.mine]


async def test_a_slow_reply_is_seen_once_and_holds_nobody_up(
    api: FakeBotApi, polling_shop: Storefront, mona: Person
) -> None:
    slow = api.trouble("sendPhoto", mona.id, kind="late", delay=READ_S - 1.0)
    await mona.sends("/shop")
    await mona.sends("/help")
    await mona.sees(word("help-subtitle", "en"))
    (late,) = await owed(polling_shop)
    assert late.due_at - late.made_at == timedelta(seconds=30)
    assert late.outcome is None
    slow.is_over()
    await api.quiet()
    await polling_shop.background.finish(30.0)
    (late,) = await owed(polling_shop)
    assert late.outcome == "sent"
    assert len(from_bot(mona)) == 3


async def test_cards_after_a_slow_one_are_owed_at_once(
    api: FakeBotApi, polling_shop: Storefront, mona: Person
) -> None:
    to, shop = await of_mona(polling_shop), polling_shop
    late = api.trouble("sendMessage", mona.id, kind="late", delay=READ_S - 1.0)
    with pytest.raises(StillGoing) as caught:
        await shower_of(shop).show(to, Reply(cards=(ONE, TWO)), None, within=REPLY_S)
    going = caught.value
    late.is_over()
    assert going.rest == Reply(cards=(ONE, TWO))
    now = shop.clock()
    async with shop.database.write() as session:
        rest = encode_reply(going.rest)
        await owe(session, to.account_id, "late", rest, now, now + timedelta(seconds=30))
    going.is_owed("late")
    await see_through(going, shop.database, shop.clock)
    assert going.showing.result() == Reply(cards=(TWO,))

    async def is_sent() -> bool:
        return [message.outcome for message in await owed(shop)] == ["sent"]

    await until(is_sent)
    assert from_bot(mona)[1:] == ["🏠 Main menu", "❓ Help"]


@pytest.mark.parametrize("insists", [True, False])
async def test_what_came_too_late_to_be_begun_is_still_to_be_shown(
    polling_shop: Storefront, mona: Person, insists: bool
) -> None:
    to, shower = await of_mona(polling_shop), shower_of(polling_shop)
    with pytest.raises(TryLater) as caught:
        await shower.show(to, Reply(cards=(ONE, TWO)), None, within=0, insists=insists)
    assert caught.value.rest == Reply(cards=(ONE, TWO))
    assert not caught.value.unsure, "nothing of it was called"
    assert len(from_bot(mona)) == 1


async def test_a_late_reply_is_closed_though_the_database_went_away_meanwhile(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    async with opened(sqlite_url) as database:
        account_id = await an_account(database)
        await owe_one(database, account_id, "late", ONE)
        ended = asyncio.create_task(asyncio.sleep(0, Reply()))
        going = StillGoing(Reply(cards=(ONE,)), 30.0, ended)
        going.is_owed("late")
        with held_by_another(database):
            async with until_logged("database-away"):
                seeing = asyncio.create_task(see_through(going, database, clock))
        await seeing
        assert await outcomes(database) == ["sent"]


@pytest.mark.parametrize(
    "trouble", [Unsendable("can't parse entities", Reply(cards=(ONE,))), ValueError("a defect")]
)
async def test_a_reply_that_is_refused_late_is_said_to_be_so(
    sqlite_database: Database, clock: HandClock, trouble: Exception
) -> None:
    async def refused() -> Reply:
        raise trouble

    account_id = await an_account(sqlite_database)
    await owe_one(sqlite_database, account_id, "late", ONE)
    going = StillGoing(Reply(cards=(ONE,)), 30.0, asyncio.create_task(refused()))
    going.is_owed("late")
    await see_through(going, sqlite_database, clock)
    async with sqlite_database.read() as session:
        owed = (await session.scalars(select(OwedMessage))).one()
    assert decode_reply(owed.reply) == NOT_SHOWN
    assert owed.due_at == clock()


async def test_a_letter_without_an_answer_may_have_arrived(
    api: FakeBotApi, polling_shop: Storefront, mona: Person
) -> None:
    late = api.trouble("sendMessage", mona.id, kind="late", delay=READ_S - 1.0)
    to = await of_mona(polling_shop)
    shower = shower_of(polling_shop)
    with pytest.raises(TryLater) as caught:
        await shower.show(to, Reply(cards=(ONE,)), None, within=REPLY_S, insists=False)
    late.is_over()
    assert caught.value.unsure
    assert from_bot(mona)[1:] == ["🏠 Main menu"]


async def test_what_was_never_connected_cannot_have_arrived() -> None:
    request = AiohttpRequest()
    await request.initialize()
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        address = full.getsockname()
        # The system takes so many connections in by itself; the next one hears nothing.
        waiting = [await asyncio.open_connection(*address)]
        with pytest.raises(NotReached, match="ConnectionTimeoutError"):
            await request.do_request(f"http://{address[0]}:{address[1]}/", "POST")
        for _, writer in waiting:
            writer.close()
            await writer.wait_closed()
    await request.shutdown()
