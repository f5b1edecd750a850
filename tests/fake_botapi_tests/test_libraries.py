"""The bots of two libraries talk to the fake as to Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import telegram
from telegram import error

from tests.fake_botapi import FakeBotApi

from .stage import picture

if TYPE_CHECKING:
    import aiogram


@pytest.fixture
async def ptb(api: FakeBotApi) -> AsyncIterator[telegram.Bot]:
    base = api.base_url
    async with telegram.Bot(
        api.token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot"
    ) as bot:
        yield bot


@pytest.fixture
async def aio(api: FakeBotApi) -> AsyncIterator[aiogram.Bot]:
    # It takes seconds to bring in, and only the worker that runs these tests needs it.
    import aiogram
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    server = TelegramAPIServer.from_base(api.base_url)
    async with aiogram.Bot(api.token, session=AiohttpSession(api=server)) as bot:
        yield bot


async def test_python_telegram_bot_talks(api: FakeBotApi, ptb: telegram.Bot) -> None:
    mona = api.person("منى")
    await mona.starts("p_5")
    (update,) = await ptb.get_updates(timeout=5)
    assert update.message is not None
    assert update.message.text == "/start p_5"
    keyboard = telegram.InlineKeyboardMarkup.from_button(
        telegram.InlineKeyboardButton("أطايب", callback_data="package:atayeb")
    )
    sent = await ptb.send_message(mona.id, "<b>أهلاً</b>", parse_mode="HTML", reply_markup=keyboard)

    press = await mona.presses("أطايب")
    assert press is not None
    (pressed,) = await ptb.get_updates(offset=update.update_id + 1, timeout=5)
    assert pressed.callback_query is not None
    assert pressed.callback_query.data == "package:atayeb"
    await pressed.callback_query.answer("تم", show_alert=True)
    photo = telegram.InputMediaPhoto(picture(), caption="<i>لقيمات</i>", parse_mode="HTML")
    await ptb.edit_message_media(photo, mona.id, sent.message_id)
    await ptb.get_updates(offset=pressed.update_id + 1, timeout=0)

    assert await press.answered() == "تم"
    assert press.is_alert
    card = await mona.sees("لقيمات", kind="photo")
    assert card.id == sent.message_id
    assert (card.edited, card.buttons, card.photo) == (True, [], picture())
    api.assert_clean()


async def test_python_telegram_bot_sends_all_kinds(api: FakeBotApi, ptb: telegram.Bot) -> None:
    mona = api.person()
    await mona.starts()
    photo = (await ptb.send_photo(mona.id, picture(), caption="صورة")).photo[-1]
    await ptb.send_document(mona.id, b"a,b", filename="prices.csv")
    await ptb.send_location(mona.id, 25.3, 55.4)
    await ptb.send_venue(mona.id, 25.3, 55.4, "مجلس مويلح", "الشارقة")
    album = [telegram.InputMediaPhoto(photo), telegram.InputMediaPhoto(picture(9, 9))]
    await ptb.send_media_group(mona.id, album, caption="باقة")
    await ptb.send_chat_action(mona.id, "typing")
    file = await ptb.get_file(photo)

    assert bytes(await file.download_as_bytearray()) == picture()
    hers, *shown = mona.screen
    assert hers.mine
    assert [each.kind for each in shown] == [
        "photo",
        "document",
        "location",
        "venue",
        "photo",
        "photo",
    ]
    assert shown[1].document == (b"a,b", "prices.csv")
    assert shown[2].place == (25.3, 55.4)
    assert shown[3].contains("مجلس مويلح")
    assert shown[4].album == shown[5].album
    assert shown[4].album is not None
    api.assert_clean()


async def test_python_telegram_bot_hears_its_errors(api: FakeBotApi, ptb: telegram.Bot) -> None:
    mona = api.person()

    with pytest.raises(error.Forbidden, match="can't initiate conversation"):
        await ptb.send_message(mona.id, "أهلاً")
    await mona.starts()
    with pytest.raises(error.BadRequest, match="parse entities"):
        await ptb.send_message(mona.id, "<b>", parse_mode="HTML")
    await mona.blocks_bot()
    with pytest.raises(error.Forbidden, match="blocked by the user"):
        await ptb.send_message(mona.id, "أهلاً")
    mona.deactivates()
    with pytest.raises(error.Forbidden, match="user is deactivated"):
        await ptb.send_message(mona.id, "أهلاً")
    api.trouble("sendMessage", kind="too_many_requests", retry_after=7)
    with pytest.raises(error.RetryAfter) as flooded:
        await ptb.send_message(mona.id, "أهلاً")

    assert flooded.value.retry_after == timedelta(seconds=7)
    assert len(api.refusals) == 4


async def test_python_telegram_bot_says_what_it_is(api: FakeBotApi, ptb: telegram.Bot) -> None:
    mona = api.person(language_code="ar")
    sara = api.person(language_code="en")
    everyone = [("start", "ابدأ"), ("shop", "السوق")]
    await ptb.set_my_commands(everyone)
    await ptb.set_my_commands([("start", "Start")], language_code="en")
    await ptb.set_my_commands([("desk", "المكتب")], telegram.BotCommandScopeChat(mona.id))
    await ptb.set_my_name("بازار إنتاج")
    await ptb.set_my_description("السوق", "ar")
    await ptb.set_chat_menu_button(mona.id, telegram.MenuButtonCommands())

    assert mona.menu == [("desk", "المكتب")]
    assert sara.menu == [("start", "Start")]
    await ptb.delete_my_commands(telegram.BotCommandScopeChat(mona.id))
    assert mona.menu == everyone
    assert (await ptb.get_my_name()).name == "بازار إنتاج"
    assert (await ptb.get_my_description("ar")).description == "السوق"
    assert (await ptb.get_chat(mona.id)).first_name == "منى"
    api.assert_clean()


@pytest.mark.xdist_group("aiogram")
async def test_aiogram_talks(api: FakeBotApi, aio: aiogram.Bot) -> None:
    from aiogram import types

    mona = api.person()
    await mona.starts()
    (update,) = await aio.get_updates(timeout=5)
    keyboard = types.InlineKeyboardMarkup(
        inline_keyboard=[[types.InlineKeyboardButton(text="السلة", callback_data="cart")]]
    )
    sent = await aio.send_photo(
        mona.id,
        types.BufferedInputFile(picture(), "p.png"),
        caption="<b>السوق</b>",
        parse_mode="HTML",
        reply_markup=keyboard,
    )
    await mona.presses("السلة")
    (pressed,) = await aio.get_updates(offset=update.update_id + 1, timeout=5)
    assert pressed.callback_query is not None
    await aio.answer_callback_query(pressed.callback_query.id)
    await aio.edit_message_caption(
        chat_id=mona.id, message_id=sent.message_id, caption="السلة فارغة", parse_mode=None
    )

    card = await mona.sees("السلة فارغة")
    assert (card.photo, card.buttons) == (picture(), [])
    assert api.refusals == []
    assert api.unanswered_presses() == []
