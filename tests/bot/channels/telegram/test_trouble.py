"""What goes wrong between the bot and Telegram harms nobody, and nothing is lost."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select, update

from bot.app.assembly import Storefront
from bot.ground.timeouts import READ_S
from bot.runtime.rate_limit import RateLimits
from models.messaging.accounts import Account
from models.messaging.deferred_updates import DeferredUpdate
from models.messaging.media_ids import MediaId
from models.messaging.outbox import OwedMessage
from models.messaging.processed_updates import ProcessedUpdate
from models.orders.cart_lines import CartLine
from models.people.people import Person
from tests.bot.channels.telegram.test_photos import picture
from tests.bot.conftest import TOO_LATE_S, asked_for_photo, at_the_menu
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi
from tests.fake_botapi.trouble import TroubleKind
from tests.support.waiting import until
from tests.support.words import label, word

SHORT: list[TroubleKind] = ["too_many_requests", "server_error", "reset", "drop"]


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("kind", SHORT)
async def test_a_short_trouble_is_waited_out(api: FakeBotApi, kind: TroubleKind) -> None:
    mona = await at_the_menu(api)
    for method in ("editMessageMedia", "answerCallbackQuery"):
        api.trouble(method, kind=kind)
        press = await mona.presses(word("package-atayeb", "en"))
        assert press is not None
        await mona.sees("Luqaimat")
        await press.answered()
        await mona.presses(label("button-home", "en"))
        await mona.sees("Choose a package")
        await mona.quiet()
    # A call whose answer was lost is made again, and the platform says that it was done already.
    api.assert_clean(allow=["query is too old", "message is not modified", "uploaded twice"])


async def test_a_long_pause_owes_the_reply_and_frees_the_update(
    api: FakeBotApi, shop: Storefront
) -> None:
    mona, sara = api.person("Mona", language_code="en"), api.person("Sara", language_code="en")
    api.trouble("sendPhoto", mona.id, kind="too_many_requests", retry_after=50)
    await mona.starts()
    await mona.quiet()
    await sara.starts()
    await sara.sees(word("package-atayeb", "en"))
    async with shop.database.read() as session:
        owed = (await session.scalars(select(OwedMessage))).one()
    assert owed.key.startswith("reply:telegram:")
    assert owed.done_at is None
    assert owed.due_at - owed.made_at == timedelta(seconds=50)
    assert shop.outgoing["telegram"].sender.quiet.left_for(owed.account_id) > 15
    assert not [each for each in mona.screen if not each.mine]


@pytest.mark.usefixtures("no_time_outs", "polling_shop")
async def test_a_chat_that_has_to_wait_does_not_hold_up_who_needs_the_same_picture(
    api: FakeBotApi,
) -> None:
    mona = api.person("Mona", language_code="en")
    others = [api.person(f"Person {number}", language_code="en") for number in range(5)]
    late = api.trouble("sendPhoto", mona.id, kind="late", delay=TOO_LATE_S)
    await mona.starts()
    await mona.sees(word("package-atayeb", "en"))
    await asyncio.gather(*(person.starts() for person in others))
    await asyncio.gather(*(person.sees(word("package-atayeb", "en")) for person in others))
    assert late.lasting, "the first chat's upload is still under way"
    late.is_over()
    await api.quiet()


@pytest.mark.usefixtures("polling_shop")
async def test_a_pause_of_one_chat_is_waited_out_beside_the_upload(
    api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a loaded machine the others' upload takes longer than anyone waits for it, or than a
    # pause that is waited out.
    monkeypatch.setattr("bot.channels.media.PATIENCE_S", api.patience)
    monkeypatch.setattr("bot.channels.telegram.channel.REPLY_S", api.patience)
    mona = api.person("Mona", language_code="en")
    others = [api.person(f"Person {number}", language_code="en") for number in range(5)]
    pause = api.trouble("sendPhoto", mona.id, kind="too_many_requests", retry_after=10)
    await mona.starts()

    async def has_struck() -> bool:
        return pause.times == 0

    await until(has_struck)
    await asyncio.gather(*(person.starts() for person in others))
    await asyncio.gather(*(person.sees(word("package-atayeb", "en")) for person in (*others, mona)))
    await api.quiet()
    assert api.uploaded_twice == [], "mona's comes by the id that the others' has"


async def test_what_is_owed_arrives_when_the_trouble_is_over(
    api: FakeBotApi, shop: Storefront
) -> None:
    mona = api.person("Mona", language_code="en")
    api.trouble("sendPhoto", mona.id, kind="server_error", times=4)
    await mona.starts()
    await mona.sees(word("package-atayeb", "en"))
    await shop.outgoing["telegram"].sender.finish(30.0)
    assert await outcomes(shop) == ["sent"]
    assert len([each for each in mona.screen if not each.mine]) == 1


async def test_whoever_blocks_the_bot_is_left_alone(api: FakeBotApi, shop: Storefront) -> None:
    mona = await at_the_menu(api)
    await mona.blocks_bot()
    await api.quiet()
    assert await blocked(shop) == [True]
    await mona.unblocks_bot()
    await mona.starts()
    await mona.sees(word("package-atayeb", "en"))
    assert await blocked(shop) == [False]
    api.assert_clean()


async def her_next_waits(shop: Storefront) -> bool:
    """Whether something that a person did waits for her turn before it."""
    return any(shop.intake._queue._lanes.values())


async def test_a_block_is_noted_in_its_order_among_the_turns(
    api: FakeBotApi, shop: Storefront, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A loaded machine is not to be so slow that the turn ends before its reply is shown.
    monkeypatch.setattr("bot.channels.telegram.channel.REPLY_S", api.patience)
    mona = await at_the_menu(api)
    await mona.quiet()
    late = api.trouble("editMessageMedia", mona.id, kind="late", delay=READ_S - 1.0)
    await mona.presses(word("package-atayeb", "en"))
    await mona.sees("Luqaimat")
    await mona.blocks_bot()
    await until(partial(her_next_waits, shop))
    assert await blocked(shop) == [False], "the turn before it is still under way"
    late.is_over()
    await api.quiet()
    assert await blocked(shop) == [True]


async def test_a_block_during_the_turn_is_noticed(api: FakeBotApi, shop: Storefront) -> None:
    mona = await at_the_menu(api)
    mona.deactivates()
    await mona.press('["h"]')
    await api.quiet()
    assert await blocked(shop) == [True]


async def test_a_doubled_update_has_one_effect(api: FakeBotApi, shop: Storefront) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.starts()
    await mona.presses(word("package-atayeb", "en"))
    await mona.presses("1 · ")
    await mona.sees("Price")
    api.trouble(kind="twice", chat=mona.id)
    await mona.presses(word("product-add", "en"))
    await mona.sees("In cart: 1")
    await mona.quiet()
    async with shop.database.read() as session:
        assert (await session.scalars(select(CartLine.quantity))).all() == [1]
        assert await session.scalar(select(func.count()).select_from(Person)) == 1


async def test_updates_out_of_order_are_all_answered(api: FakeBotApi, shop: Storefront) -> None:
    mona = api.person("Mona", language_code="en")
    api.trouble(kind="out_of_order", chat=mona.id)
    await mona.starts()
    await mona.sends("luqaimat")
    await mona.sees("luqaimat")
    await mona.sees(word("package-atayeb", "en"))
    await mona.quiet()
    async with shop.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Account)) == 1


async def test_after_a_week_the_numbers_may_begin_lower(
    api: FakeBotApi, polling_shop: Storefront
) -> None:
    mona = await at_the_menu(api)
    await api.quiet()
    api.platform.updates.number_anew(1000)
    for number in range(3):
        await mona.sends(f"zebra {number}")
        await mona.sees(f"zebra {number}")
        await api.quiet()
    assert len([each for each in mona.screen if each.contains("Nothing found")]) == 3
    assert polling_shop.health.ready


async def test_an_edit_that_is_refused_is_sent_anew(api: FakeBotApi, shop: Storefront) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.starts()
    card = await mona.sees(word("package-atayeb", "en"))
    del api.platform.chats[mona.id].messages[card.id]
    await mona.presses(word("package-atayeb", "en"), message=card)
    await mona.sees("Luqaimat")
    await mona.quiet()
    api.assert_clean(allow=["message to edit not found"])
    assert shop.health.ready


async def test_a_press_that_is_too_old_still_shows_its_card(
    api: FakeBotApi, shop: Storefront
) -> None:
    mona = await at_the_menu(api)
    press = await mona.presses(word("package-atayeb", "en"))
    assert press is not None
    press.expires()
    await mona.sees("Luqaimat")
    await mona.quiet()
    assert shop.health.ready


async def test_a_file_that_telegram_forgot_is_uploaded_anew(
    api: FakeBotApi, stocked_url: str
) -> None:
    mona, sara = api.person("Mona", language_code="en"), api.person("Sara", language_code="en")
    async with opened(api, stocked_url) as shop:
        await mona.starts()
        await mona.sees(word("package-atayeb", "en"))
        await mona.quiet()
        async with shop.database.write() as session:
            await session.execute(update(MediaId).values(file_id="forgotten"))
    async with opened(api, stocked_url) as shop:
        await sara.starts()
        assert (await sara.sees(word("package-atayeb", "en"))).photo
        await sara.quiet()
        async with shop.database.read() as session:
            assert "forgotten" not in (await session.scalars(select(MediaId.file_id))).all()


@pytest.mark.parametrize("webhook", [False, True])
async def test_a_flood_of_one_person_is_slowed_and_harms_nobody(
    api: FakeBotApi, stocked_url: str, monkeypatch: pytest.MonkeyPatch, webhook: bool
) -> None:
    # However slow the machine is, all that they do is in one window.
    monkeypatch.setattr("bot.app.assembly.RateLimits", partial(RateLimits, window=3600))
    noisy, calm = api.person("Noisy", language_code="en"), api.person("Calm", language_code="en")
    async with opened(api, stocked_url, webhook=webhook, most_acts=20) as shop:
        await noisy.starts()
        card = await noisy.sees(word("package-atayeb", "en"))
        for number in range(80):
            await noisy.sends(f"zebra {number}")
        await calm.starts()
        await calm.sees(word("package-atayeb", "en"))
        await calm.presses(word("package-atayeb", "en"))
        await calm.sees("Luqaimat")
        # Whoever is too fast is told by whatever comes first: here it must not be the press.
        await noisy.sees("a lot at once", after=card)
        press = await noisy.presses(label("button-help", "en"), message=card)
        assert press is not None
        await press.answered()
        shop.intake.hurry()
        await noisy.sees("zebra 79")
        await api.quiet()
    told = [each for each in noisy.screen if each.contains("a lot at once")]
    assert len(told) == 1, "told once in each window"
    answered = [each.words for each in noisy.screen if each.contains("Nothing found")]
    assert len(answered) == 80
    api.assert_clean(allow=["message is not modified"])


@pytest.mark.usefixtures("no_time_outs")
async def test_one_slow_update_holds_up_nobody(api: FakeBotApi, polling_shop: Storefront) -> None:
    slow, calm = api.person("Slow", language_code="en"), api.person("Calm", language_code="en")
    busy = [api.person(f"Busy {number}", language_code="en") for number in range(3)]
    await asyncio.gather(*(person.starts() for person in busy))
    await asyncio.gather(*(person.sees(word("package-atayeb", "en")) for person in busy))
    await asked_for_photo(slow, polling_shop)
    await api.quiet()
    late = api.trouble("getFile", kind="late", delay=TOO_LATE_S)
    await slow.sends_photo(picture("teal"))
    for number in range(35):
        for person in busy:
            await person.sends(f"zebra {number}")
    await calm.starts()
    await calm.sees(word("package-atayeb", "en"))
    assert late.lasting, "it is still fetched"
    assert slow.fresh == []
    # What the busy ones sent may be put aside with it, until it is answered.
    await until(lambda: are_kept_aside(polling_shop, 1))
    assert late.lasting, "it is still fetched"
    assert not api.platform.updates.waiting_of[slow.id]
    late.is_over()
    await slow.sees("Changed")
    await api.quiet()
    await until(lambda: are_kept_aside(polling_shop, 0))


async def test_uploads_are_remembered_over_a_restart(api: FakeBotApi, stocked_url: str) -> None:
    mona, sara = api.person("Mona", language_code="en"), api.person("Sara", language_code="en")
    async with opened(api, stocked_url):
        await mona.starts()
        await mona.sees(word("package-atayeb", "en"))
        await mona.quiet()
    async with opened(api, stocked_url):
        await sara.starts()
        await sara.sees(word("package-atayeb", "en"))
        await sara.quiet()
    assert isinstance(api.calls_of("sendPhoto")[-1].parameters["photo"], str)
    api.assert_clean()


async def test_the_menu_is_set_though_telegram_is_busy_when_the_bot_starts(
    api: FakeBotApi, stocked_url: str
) -> None:
    mona = api.person("Mona", language_code="en")
    api.trouble("setMyCommands", kind="too_many_requests", retry_after=1)
    api.trouble("setMyDescription", kind="server_error")
    async with opened(api, stocked_url):

        async def is_set() -> bool:
            return "shop" in dict(mona.menu) and api.counts["setMyShortDescription"] >= 2

        await until(is_set)
        await api.quiet()
        assert api.counts["setMyShortDescription"] == 2


async def test_what_was_acknowledged_is_not_asked_for_again(
    api: FakeBotApi, stocked_url: str
) -> None:
    people = [api.person(f"Person {number}", language_code="en") for number in range(8)]
    async with opened(api, stocked_url) as shop:
        await asyncio.gather(*(person.starts() for person in people))
        await asyncio.gather(*(person.sees(word("package-atayeb", "en")) for person in people))
        async with shop.database.read() as session:
            assert await session.scalar(select(func.count()).select_from(ProcessedUpdate)) == 8
    assert not api.platform.updates.pending
    async with opened(api, stocked_url):
        await api.quiet(settle=0.3)
    assert api.counts["sendPhoto"] == 8


async def blocked(shop: Storefront) -> list[bool]:
    """Which accounts have blocked the bot."""
    async with shop.database.read() as session:
        return [since is not None for since in await session.scalars(select(Account.blocked_at))]


async def outcomes(shop: Storefront) -> list[str | None]:
    """What became of the owed messages."""
    async with shop.database.read() as session:
        return list(await session.scalars(select(OwedMessage.outcome)))


async def are_kept_aside(shop: Storefront, count: int) -> bool:
    """Whether so many updates are put aside."""
    async with shop.database.read() as session:
        found = await session.scalar(select(func.count()).select_from(DeferredUpdate))
        return found == count
