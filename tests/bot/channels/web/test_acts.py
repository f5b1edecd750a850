"""Each act is answered once, whatever is cut, resent, doubled or broken."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from sqlalchemy import func, select, text
from structlog.testing import capture_logs

from bot.app.assembly import Storefront
from bot.channels.web.sockets import MOST_FRAME
from handlers.dialog.actions import decode_action
from handlers.dialog.speech import ChannelUser, Heard, Pressed
from models.messaging.accounts import Account
from models.messaging.web_messages import PageMessage
from models.orders.carts import cart_quantities
from tests.bot.channels.web.conftest import page_of, storefront
from tests.bot.channels.web.page import Page, connected, opened, plain
from tests.support.waiting import until
from tests.support.words import label as the_label
from tests.support.words import word

HOME = "يُرجى اختيار باقة"


async def test_an_empty_page_begins_with_its_own_screen(shop: Storefront) -> None:
    async with opened(shop) as page:
        await page.sees(HOME)
    async with opened(shop, "family") as page:
        assert "مبيعات" in page.thread[0]["alt"]
    async with opened(shop, "staff") as page:
        assert "لوحة العمل" in page.texts[0]


async def test_two_pages_opened_at_once_are_welcomed_once(shop: Storefront) -> None:
    async with opened(shop) as one, opened(shop) as other:
        await one.says("/cart")
        await other.sees("/cart")
        assert len(one.thread) == 3
        assert one.texts == other.texts


async def test_what_is_written_is_answered_beneath(shop: Storefront) -> None:
    async with opened(shop) as page:
        await page.says("دخون")
        assert [message.get("mine", False) for message in page.thread] == [False, True, False]
        assert page.texts[1] == "دخون"
        assert page.thread[1]["direction"] == "auto"


async def test_a_press_edits_its_message_in_place(shop: Storefront) -> None:
    async with opened(shop) as page:
        before = page.thread[0]
        await page.presses(word("package-atayeb"))
        assert [message["id"] for message in page.thread] == [before["id"]]
        assert page.thread[0]["change"] > before["change"]
        assert page.button("2 · ")


async def test_a_receipt_stays_whatever_its_buttons_lead_to(shop: Storefront) -> None:
    async with opened(shop) as page:
        await to_summary(page)
        await page.presses(the_label("checkout-place-order"))
        (receipt,) = [words for words in page.texts if word("receipt-code") in words]
        await page.presses(the_label("button-home"))
        assert receipt in page.texts


async def test_a_press_that_comes_too_late_leaves_what_its_message_shows(shop: Storefront) -> None:
    async with opened(shop) as page:
        await to_summary(page)
        summary, place = page.button(the_label("checkout-place-order"))
        _, cart = page.button(word("button-cart"))
        _, leave = page.button(word("button-cancel"))
        on = {"type": "press", "message": summary["id"], "change": summary["change"]}
        for button in (place, cart, leave):
            await page.begins(**on, data=button["data"])
        await page.sees("هل يُلغى الطلب رقم")
        shown = plain(page.messages[summary["id"]]["html"])
        assert re.search(r"رمز التسليم: \d{4}", shown), "the receipt with its code"
        assert not any(word("nothing-to-cancel") in text for text in page.texts)


async def to_summary(page: Page) -> None:
    """From the menu to the summary of an order."""
    for label in (
        word("package-atayeb"),
        "1 · ",
        "علبة صغيرة",
        word("product-add"),
        "السلة (1)",
        the_label("cart-checkout"),
    ):
        await page.presses(label)
    await page.says("موزة")
    await page.says("0501234567")
    await page.presses(word("emirate-sharjah"))
    await page.says("الرحمانية")
    await page.says("شارع 12، بيت 7")
    await page.presses(word("button-skip"))


async def test_a_press_on_a_message_that_is_gone_is_answered_by_a_new_one(
    shop: Storefront,
) -> None:
    async with opened(shop) as page:
        _, button = page.button(the_label("button-cart"))
        await page.does(type="press", message=0, data=button["data"])
        assert len(page.thread) == 2


async def test_nobody_edits_a_message_of_someone_else(shop: Storefront) -> None:
    async with opened(shop) as customer, opened(shop, "staff") as staff:
        theirs = staff.thread[0]
        _, button = customer.button(the_label("button-cart"))
        await customer.does(type="press", message=theirs["id"], data=button["data"])
        await staff.says("/help")
        assert staff.thread[0] == theirs


async def test_acts_are_answered_in_the_order_in_which_they_were_sent(shop: Storefront) -> None:
    async with opened(shop) as page:
        acts = [await page.begins(type="say", text=f"كلمة{number}") for number in range(6)]
        await page.until(lambda: len(page.done) == len(acts))
        assert list(page.done) == acts
        own = [plain(message["html"]) for message in page.thread if message.get("mine")]
        assert own == [f"كلمة{number}" for number in range(6)]


async def test_an_act_that_is_resent_is_acknowledged_with_its_notice_and_shown_once(
    shop: Storefront,
) -> None:
    async with opened(shop) as page:
        await page.presses(word("package-atayeb"))
        await page.presses("2 · ")
        message, button = page.button(word("product-add"))
        act = {
            "type": "press",
            "act": "add-1",
            "message": message["id"],
            "data": button["data"],
        }
        notice = await page.does(**act)
        shown = page.thread
        page.done.clear()
    async with opened(shop, book=page.screen["book"], after=shown[-1]["change"]) as again:
        assert await again.does(**act) == notice == word("added-to-cart")
        assert again.messages == {}
    assert sum((await cart_of(shop)).values()) == 1


async def test_the_same_act_on_two_connections_at_once_is_answered_once(shop: Storefront) -> None:
    async with opened(shop) as one, opened(shop) as other:
        act = {"type": "say", "act": "twice", "text": "دخون"}
        await asyncio.gather(one.does(**act), other.does(**act))
        await one.says("/cart")
        assert [words for words in one.texts if words == "دخون"] == ["دخون"]
        assert await how_many(shop, one) == len(one.thread)


async def test_a_crash_between_turn_and_reply_costs_neither(tryout_url: str) -> None:
    async with storefront(tryout_url) as shop, opened(shop) as page:
        await page.presses(word("package-atayeb"))
        await page.presses("2 · ")
        message, button = page.button(word("product-add"))
        # The turn is done and committed; the reply never reaches the page's table.
        sender = ChannelUser("web", "tryout-customer")
        await shop.turns.answer(
            Heard(sender, Pressed(decode_action(button["data"])), "web:cut-off")
        )
        assert await how_many(shop, page) == 1
    async with storefront(tryout_url) as shop, opened(shop) as page:
        act = {
            "type": "press",
            "act": "cut-off",
            "message": message["id"],
            "data": button["data"],
        }
        await page.does(**act)
        await page.does(**act)
        assert len(page.thread) == 1
        assert page.button(word("product-more"))
        assert sum((await cart_of(shop)).values()) == 1


async def test_an_error_while_answering_leaves_the_act_open_and_the_pane_alive(
    shop: Storefront,
) -> None:
    async with opened(shop) as page:
        with capture_logs() as logged:
            await rename(shop, "page_acts", "hidden_acts")
            act = await page.begins(type="say", text="دخون")
            await page.until(lambda: page.undone)
            await rename(shop, "hidden_acts", "page_acts")
        assert page.undone == [(act, True)]
        assert "act-failed" in [line["event"] for line in logged]
        await page.does(type="say", act=act, text="دخون")
        assert page.texts.count("دخون") == 1


async def test_a_page_hears_its_news_after_the_database_was_away(shop: Storefront) -> None:
    async with opened(shop) as page, opened(shop) as other:
        with capture_logs() as logged:
            await rename(shop, "page_messages", "hidden_messages")
            ring(shop)
            await other.begins(type="say", act="later", text="دخون")
            await other.until(lambda: other.undone)

            async def is_noticed() -> bool:
                return "page-not-told" in [line["event"] for line in logged]

            await until(is_noticed)
            await rename(shop, "hidden_messages", "page_messages")
        await other.does(type="say", act="later", text="دخون")
        await page.until(lambda: "دخون" in page.texts)


BROKEN = [
    "",
    "{",
    "[]",
    "null",
    '"say"',
    '{"type":"say"}',
    '{"type":"nothing","act":5}',
    '{"type":"hello","pane":"staff"}',
    '{"type":"shown","messages":["a"]}',
    json.dumps({"type": "shown", "messages": [10**30]}),
]


@pytest.mark.parametrize("frame", BROKEN)
async def test_a_broken_frame_is_dropped_and_the_pane_goes_on(shop: Storefront, frame: str) -> None:
    async with opened(shop) as page:
        await page.socket.send_str(frame)
        await page.says("/cart")
        assert len(page.thread) == 3
        assert page.undone == []


@pytest.mark.parametrize(
    "act",
    [
        {"type": "say", "act": "a b", "text": "x"},
        {"type": "say", "act": "x" * 65, "text": "x"},
        {"type": "say", "act": "no-text"},
        {"type": "press", "act": "far", "message": 2**60, "data": "x"},
        {"type": "place", "act": "off", "latitude": 91, "longitude": 0},
        {"type": "photo", "act": "hash", "photo": "../etc"},
        {"type": "dance", "act": "unknown"},
    ],
    ids=str,
)
async def test_an_act_that_cannot_be_read_is_given_back_for_good(
    shop: Storefront, act: dict[str, object]
) -> None:
    async with opened(shop) as page:
        await page.sends(act)
        await page.until(lambda: page.undone)
        assert page.undone == [(act["act"], False)]
        assert len(page.thread) == 1


async def test_letters_that_no_database_stores_do_not_hold_up_the_rest(shop: Storefront) -> None:
    async with opened(shop) as page:
        await page.says("دخ\0ون")
        await page.sees("دخون")


async def test_button_data_of_anybodys_making_is_answered(shop: Storefront) -> None:
    async with opened(shop) as page:
        for data in ("", "[", "[1,2]", '["zz"]', "x" * 5000, '["p",-1]'):
            await page.does(type="press", message=page.thread[-1]["id"], data=data)
        assert page.undone == []


@pytest.mark.parametrize(
    "hello",
    ["{", '{"type":"hello","pane":"owner"}', '{"type":"say","act":"a","text":"x"}'],
)
async def test_who_does_not_begin_with_a_pane_of_ours_is_let_go(
    shop: Storefront, hello: str
) -> None:
    async with connected(shop) as page:
        await page.socket.send_str(hello)
        assert await page.closed() == 1008


async def test_what_is_far_too_long_ends_the_connection_and_nothing_else(shop: Storefront) -> None:
    async with opened(shop) as page:
        await page.socket.send_str("x" * (MOST_FRAME + 1))
        assert await page.closed() == 1009
    async with opened(shop) as page:
        await page.socket.send_bytes(b"\xff\xfe")
        assert await page.closed() == 1003
    async with opened(shop) as page:
        await page.says("/cart")
        await page.sees("السلة فارغة")


async def test_a_link_opens_its_product_for_whoever_follows_it(shop: Storefront) -> None:
    async with opened(shop) as page:
        await page.presses(word("package-atayeb"))
        await page.presses("2 · ")
        share = next(
            button for row in page.thread[0]["buttons"] for button in row if button.get("share", "")
        )
    async with opened(shop, "staff") as staff:
        await staff.does(type="follow", payload=share["share"])
        assert staff.thread[-1]["alt"] == page.thread[0]["alt"]
        await staff.does(type="follow", payload="no link of ours")
        await staff.sees(HOME)


# ---------------------------------------------------------------- within


def ring(shop: Storefront) -> None:
    """Make every open page look at once."""
    channel = page_of(shop)
    for account_id in (1, 2, 3):
        channel.doorbell.ring(account_id)


async def rename(shop: Storefront, table: str, name: str) -> None:
    """Take a table away, or bring it back."""
    async with shop.database.write() as session:
        await session.execute(text(f"ALTER TABLE {table} RENAME TO {name}"))


async def cart_of(shop: Storefront) -> dict[int, int]:
    """What is in the customer's cart."""
    async with shop.database.read() as session:
        found = select(Account.person_id).where(Account.external_id == "tryout-customer")
        return dict(await cart_quantities(session, (await session.scalars(found)).one()))


async def how_many(shop: Storefront, page: Page) -> int:
    """How many messages are stored for the account of that page."""
    account_id = int(page.screen["book"].split("-")[0])
    async with shop.database.read() as session:
        counted = select(func.count()).select_from(PageMessage)
        counted = counted.where(PageMessage.account_id == account_id)
        return (await session.execute(counted)).scalar_one()
