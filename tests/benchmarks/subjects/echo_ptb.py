"""A bare echo on python-telegram-bot, with its default transport."""

from __future__ import annotations

import asyncio
import json

from aiohttp import web
from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from tests.benchmarks.subjects.listening import CONNECTIONS, Place, listen, place

KEYS = InlineKeyboardMarkup(
    [[InlineKeyboardButton("‹", callback_data="n-"), InlineKeyboardButton("›", callback_data="n+")]]
)


async def echo_text(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Says what was said, with two buttons."""
    assert isinstance(update.message, Message)
    await update.message.reply_text(str(update.message.text), reply_markup=KEYS)


async def echo_press(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answers the press, and says in place what was pressed."""
    query = update.callback_query
    assert isinstance(query, CallbackQuery)
    await query.answer()
    await query.edit_message_text(f"{query.data} {update.update_id}", reply_markup=KEYS)


async def serve(where: Place) -> None:
    """Runs as the library's documentation shows it for a web server of one's own."""
    application = (
        Application.builder()
        .token(where.token)
        .base_url(f"{where.base}/bot")
        .concurrent_updates(where.concurrent)
        .updater(None)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo_text))
    application.add_handler(CallbackQueryHandler(echo_press))

    async def take(request: web.Request) -> web.Response:
        update = Update.de_json(json.loads(await request.read()), application.bot)
        await application.update_queue.put(update)
        return web.Response()

    async with application:
        await application.start()
        await application.bot.set_webhook(where.webhook, max_connections=CONNECTIONS)
        await listen(where.port, take)


if __name__ == "__main__":
    asyncio.run(serve(place()))
