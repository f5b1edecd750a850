"""A bare echo on aiogram, which speaks HTTP by aiohttp."""

from __future__ import annotations

import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.benchmarks.subjects.listening import CONNECTIONS, Place, listen, place

KEYS = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="‹", callback_data="n-"),
            InlineKeyboardButton(text="›", callback_data="n+"),
        ]
    ]
)


async def echo_text(message: Message) -> None:
    """Says what was said, with two buttons."""
    await message.answer(str(message.text), reply_markup=KEYS)


async def echo_press(query: CallbackQuery) -> None:
    """Answers the press, and says in place what was pressed."""
    await query.answer()
    assert isinstance(query.message, Message)
    await query.message.edit_text(f"{query.data} {query.id}", reply_markup=KEYS)


async def serve(where: Place) -> None:
    """Runs behind the library's own handler of webhooks."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(where.base))
    bot = Bot(where.token, session=session)
    dispatcher = Dispatcher()
    dispatcher.message.register(echo_text)
    dispatcher.callback_query.register(echo_press)
    handler = SimpleRequestHandler(dispatcher, bot)

    async def take(request: web.Request) -> web.Response:
        answer = await handler.handle(request)
        assert isinstance(answer, web.Response)
        return answer

    await bot.set_webhook(where.webhook, max_connections=CONNECTIONS)
    await listen(where.port, take)


if __name__ == "__main__":
    asyncio.run(serve(place()))
