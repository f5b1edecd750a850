"""A tiny shop on aiogram: it knows the models and nothing of our handlers or channels."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiogram import BaseMiddleware, Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandObject
from aiogram.types import Message, TelegramObject
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.database import Database
from models.kernel.refusals import Refusal
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import checkout_token, read_cart, set_quantity
from models.orders.checkout import figures, place_order
from models.orders.delivery_plan import Target, plan_of_terms
from models.orders.delivery_slots import free_windows
from models.orders.pricing import amounts_of
from models.people.addresses import Destination
from models.people.people import add_person

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class OneTransaction(BaseMiddleware):
    """Gives each update a session in one write transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        async with self.database.write() as session:
            return await handler(event, data | {"session": session})


def shop_bot(token: str, base_url: str) -> Bot:
    """aiogram's bot, at that Bot API."""
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(base_url)))


def shop_dispatcher(database: Database) -> Dispatcher:
    """`/order <option> <quantity>` places an order at the next window."""
    dispatcher = Dispatcher(people={})
    dispatcher.message.middleware(OneTransaction(database))
    dispatcher.message.register(order, Command("order"))
    return dispatcher


async def order(
    message: Message, command: CommandObject, session: AsyncSession, people: dict[str, int]
) -> None:
    """Order, and answer with the number, or with what was refused."""
    option_id, quantity = map(int, (command.args or "").split())
    name = message.from_user.full_name if message.from_user else ""
    if name not in people:
        people[name] = (await add_person(session, "ar", datetime.now(UTC))).id
    try:
        async with session.begin_nested():
            number = await placed(session, people[name], name, option_id, quantity)
    except Refusal as refusal:
        await message.answer(f"refused: {type(refusal).__name__}")
    else:
        await message.answer(f"ordered: {number}")


async def placed(
    session: AsyncSession, person_id: int, name: str, option_id: int, quantity: int
) -> str:
    """Place the order; out comes its number."""
    now = datetime.now(UTC)
    acting = Acting(session, person_id, now)
    await set_quantity(acting, option_id, quantity, DEFAULT_TERMS)
    cart = await read_cart(session, person_id)
    slot = (await free_windows(session, plan_of_terms(DEFAULT_TERMS), cart.lead_days, now))[0]
    done = await place_order(
        acting,
        token=await checkout_token(session, person_id),
        figures=figures(
            cart, amounts_of(cart.items, plan_of_terms(DEFAULT_TERMS), Target("sharjah"))
        ),
        destination=Destination(
            name=name,
            phone="+971501234567",
            emirate="sharjah",
            area="الرحمانية",
            address="قرب المسجد",
            latitude=None,
            longitude=None,
            note="",
        ),
        day=slot.day,
        window=slot.window,
        terms=DEFAULT_TERMS,
    )
    return done.number
