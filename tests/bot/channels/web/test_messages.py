"""What was missed is fetched; what is owed counts as sent when a page has shown it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.app.assembly import Storefront
from bot.runtime.outcomes import Letter, Recipient
from handlers.dialog.speech import Ask, Card, Reply, encode_reply, reply, say
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage, mark_sent
from models.messaging.owing import owe
from models.messaging.web_messages import AT_ONCE, forget_acts, mark_shown
from tests.bot.channels.web.conftest import page_of
from tests.bot.channels.web.page import Page, opened
from tests.support.clock import MORNING
from tests.support.waiting import until

BROUGHT = count(1)
NOTE = Card(text=say("form-noted"))


def told(words: str) -> Card:
    """A message with words of its own."""
    return Card(text=say("two-paragraphs", first=say("form-noted"), second=words))


# ---------------------------------------------------------------- fetched after a reconnect


async def test_a_page_that_comes_back_gets_only_what_it_missed(shop: Storefront) -> None:
    async with opened(shop) as page:
        await page.says("دخون")
    last = max(message["change"] for message in page.thread)
    async with opened(shop) as meanwhile:
        await meanwhile.says("مخلل")
    async with opened(shop, book=page.screen["book"], after=last) as back:
        await back.sees("مخلل")
        assert not set(back.messages) & set(page.messages)


async def test_a_message_that_was_edited_meanwhile_comes_again_under_its_number(
    shop: Storefront,
) -> None:
    async with opened(shop) as page:
        await page.says("/cart")
    last = max(message["change"] for message in page.thread)
    first = page.thread[0]
    async with opened(shop) as meanwhile:
        button = meanwhile.thread[0]["buttons"][0][0]
        await meanwhile.does(type="press", message=first["id"], data=button["data"])
    async with opened(shop, book=page.screen["book"], after=last) as back:
        await back.until(lambda: back.messages)
        assert list(back.messages) == [first["id"]]
        assert back.messages[first["id"]]["html"] != first["html"]


async def test_whatever_was_missed_comes_whole_and_in_order(shop: Storefront) -> None:
    async with opened(shop) as page:
        pass
    missed = AT_ONCE + 7
    for number in range(missed):
        await bring(shop, page, told(f"خبر {number}"))
    async with opened(shop, book=page.screen["book"], after=page.thread[-1]["change"]) as back:
        await back.sees(f"خبر {missed - 1}")
        assert len(back.messages) == missed
        changes = [each["change"] for news in back.news for each in news["messages"]]
        assert changes == sorted(changes)
    async with opened(shop) as fresh:
        assert len(fresh.messages) == AT_ONCE
        assert f"خبر {missed - 1}" in fresh.texts[-1]


async def test_a_page_of_another_database_begins_anew(shop: Storefront) -> None:
    async with opened(shop, book="9-20200101000000000000", after=500) as page:
        await page.until(lambda: page.messages)
        assert page.screen["book"] != "9-20200101000000000000"


async def test_another_language_turns_the_pane_and_its_menu(shop: Storefront) -> None:
    async with opened(shop) as page:
        assert page.screen["language"] == "ar"
        await page.presses("English")
        await page.until(lambda: page.screen["language"] == "en")
        assert dict(page.screen["menu"])["cart"] == "Cart"
        assert page.thread[-1]["direction"] == "ltr"


async def test_an_unreadable_message_does_not_hold_up_the_others(shop: Storefront) -> None:
    async with opened(shop) as page:
        with capture_logs() as logged:
            await bring(shop, page, Card(text=say("no-such-message")))
            await bring(shop, page, told("بعده"))
            await page.sees("بعده")
        assert "message-unreadable" in [line["event"] for line in logged]
        assert len(page.thread) == 2


async def test_what_people_write_is_text_and_no_markup(shop: Storefront) -> None:
    async with opened(shop) as page:
        await page.says("<img src=x> & <b>")
        own = next(message for message in page.thread if message.get("mine"))
        assert own["html"] == "&lt;img src=x&gt; &amp; &lt;b&gt;"


# ---------------------------------------------------------------- owed, waiting, sent


@pytest.fixture
async def page_of_staff(shop: Storefront) -> Page:
    """The staff pane as it was when it was closed: its account waits for messages."""
    async with opened(shop, "staff") as page:
        pass
    return page


async def test_an_owed_notice_waits_until_a_page_has_shown_it(
    shop: Storefront, page_of_staff: Page
) -> None:
    await owed(shop, page_of_staff, told("طلب جديد"))
    async with opened(shop, "staff") as page:
        notice = await page.sees("طلب جديد")
        assert notice["owed"]
        assert await outcome(shop) in (None, "waiting")
        await page.sends({"type": "shown", "messages": [notice["id"]]})
        await until(lambda: is_sent(shop))
    async with opened(shop, "staff") as page:
        assert "owed" not in await page.sees("طلب جديد")


async def test_shown_before_the_sender_has_marked_it_is_sent_all_the_same(
    shop: Storefront, page_of_staff: Page
) -> None:
    account_id, now = account_of(page_of_staff), MORNING
    async with shop.database.write() as session:
        session.add(
            OwedMessage(
                account_id=account_id,
                key="early",
                reply=encode_reply(reply(NOTE)),
                made_at=now,
                due_at=datetime(2999, 1, 1, tzinfo=UTC),
            )
        )
    owed_id = await owed_message(shop, "id")
    await bring(shop, page_of_staff, told("مبكر"), owed_id=owed_id)
    async with opened(shop, "staff") as page:
        notice = await page.sees("مبكر")
    async with shop.database.write() as session:
        await mark_shown(session, account_id, [notice["id"]], now)
        await mark_sent(session, owed_id, now, "waiting")
    assert await outcome(shop) == "sent"


async def test_a_notice_of_two_parts_is_sent_when_both_are_shown(
    shop: Storefront, page_of_staff: Page
) -> None:
    await owed(shop, page_of_staff, told("أول"), told("ثانٍ"))
    async with opened(shop, "staff") as page:
        first, second = await page.sees("أول"), await page.sees("ثانٍ")
        await page.sends({"type": "shown", "messages": [first["id"]]})
        await page.says("/help")
        await until(lambda: waits(shop))
        await page.sends({"type": "shown", "messages": [second["id"]]})
        await page.says("/help")
        assert await outcome(shop) == "sent"


async def test_nobody_marks_what_was_shown_to_someone_else(
    shop: Storefront, page_of_staff: Page
) -> None:
    await owed(shop, page_of_staff, told("طلب جديد"))
    async with opened(shop, "staff") as staff, opened(shop) as customer:
        notice = await staff.sees("طلب جديد")
        await until(lambda: waits(shop))
        await customer.sends({"type": "shown", "messages": [notice["id"]]})
        await customer.says("/help")
        assert await waits(shop), "the customer marked what staff have not said they saw"


async def test_a_notice_that_is_brought_twice_stands_there_once(
    shop: Storefront, page_of_staff: Page
) -> None:
    await owed(shop, page_of_staff, told("مرة"))
    async with opened(shop, "staff") as page:
        await page.sees("مرة")
        await bring(shop, page, told("مرة"), owed_id=await owed_message(shop, "id"))
        await page.says("/help")
        assert [words for words in page.texts if "مرة" in words] == [page.texts[1]]


async def test_what_only_puts_a_keyboard_away_is_not_shown(shop: Storefront) -> None:
    async with opened(shop, "staff") as page:
        await bring(shop, page, Card(text=say("form-noted"), ask=Ask.over))
        await bring(shop, page, told("ظاهر"))
        await page.sees("ظاهر")
        assert len(page.thread) == 2


async def test_old_acts_are_forgotten_and_new_ones_kept(shop: Storefront) -> None:
    async with opened(shop) as page:
        await page.does(type="say", act="kept", text="دخون")
        async with shop.database.write() as session:
            assert await forget_acts(session, datetime(2000, 1, 1, tzinfo=UTC), 10) == 0
        await page.does(type="say", act="kept", text="دخون")
        assert page.texts.count("دخون") == 1
        async with shop.database.write() as session:
            assert await forget_acts(session, datetime(2999, 1, 1, tzinfo=UTC), 10) > 0


# ---------------------------------------------------------------- within


def account_of(page: Page) -> int:
    """The account that the page speaks for."""
    return int(page.screen["book"].split("-")[0])


async def bring(shop: Storefront, page: Page, card: Card, owed_id: int = 0) -> None:
    """Bring a message to the page's account, as the sender does."""
    channel = page_of(shop)
    if not owed_id:
        async with shop.database.write() as session:
            session.add(
                OwedMessage(
                    account_id=account_of(page),
                    key=f"brought-{next(BROUGHT)}",
                    reply="",
                    made_at=MORNING,
                    due_at=MORNING,
                    done_at=MORNING,
                    outcome="waiting",
                )
            )
            await session.flush()
            owed_id = (
                await session.scalars(select(OwedMessage.id).order_by(OwedMessage.id.desc()))
            ).first() or 0
    await channel.bring(Letter(owed_id, Recipient(account_of(page), "", "ar"), reply(card)))


async def owed(shop: Storefront, page: Page, *cards: Card) -> None:
    """Owe the page's account a notice; the storefront's own sender brings it."""
    async with shop.database.write() as session:
        now = MORNING
        await owe(session, account_of(page), "notice", encode_reply(Reply(cards=cards)), now)


async def owed_message(shop: Storefront, column: str) -> int:
    """A column of the newest owed message."""
    async with shop.database.read() as session:
        found = await session.scalars(select(OwedMessage).order_by(OwedMessage.id.desc()))
        message: int = getattr(found.first(), column)
        return message


async def outcome(shop: Storefront) -> object:
    """What became of the newest owed message."""
    return await owed_message(shop, "outcome")


async def waits(shop: Storefront) -> bool:
    """Whether the newest owed message is marked as waiting for a page; that is soon after."""
    return await outcome(shop) == "waiting"


async def is_sent(shop: Storefront) -> bool:
    """Whether the newest owed message counts as sent."""
    return await outcome(shop) == "sent"


async def test_every_pane_has_an_account_of_its_own(shop: Storefront) -> None:
    async with shop.database.read() as session:
        names = await session.scalars(select(Account.external_id).order_by(Account.external_id))
        panes = ("customer", "family", "seller", "staff")
        assert list(names) == [f"tryout-{pane}" for pane in panes]
