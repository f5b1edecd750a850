"""Customers who fill their carts and answer the questions of checkout."""

from __future__ import annotations

from sqlalchemy import select

from handlers.dialog.actions.customer import SetQuantity, StartCheckout
from handlers.dialog.turns import Turns
from models.orders.tables import Order
from models.people.people import Language
from models.products.tables import Option
from tests.handlers.people import customer
from tests.handlers.talk import Talk
from tests.support.words import label, word

WORDS = {
    "ar": {
        "checkout": label("cart-checkout"),
        "place": label("checkout-place-order"),
        "skip": word("button-skip"),
        "sharjah": word("emirate-sharjah"),
        "area": "الرحمانية",
        "address": "خلف المسجد، فيلا 12",
        "name": "منى سالم",
    },
    "en": {
        "checkout": "Checkout",
        "place": "Place the order",
        "skip": "Skip",
        "sharjah": "Sharjah",
        "area": "Al Rahmaniya",
        "address": "behind the mosque, villa 12",
        "name": "Mona Salem",
    },
}


async def with_cart(
    turns: Turns,
    option_id: int,
    quantity: int = 2,
    *,
    external_id: str = "mona",
    language: Language = "ar",
) -> Talk:
    """A shopper with so many of an option in the cart, who sees the cart."""
    talk = await customer(turns, external_id, language)
    await talk.presses_old(SetQuantity(option_id, quantity))
    await talk.says("/cart")
    return talk


async def to_summary(talk: Talk) -> None:
    """Answer every question of a first checkout; the summary is on the screen."""
    words = WORDS[talk.language]
    await talk.presses(words["checkout"])
    await talk.says(words["name"])
    await talk.shares_phone("971501234567")
    await talk.presses(words["sharjah"])
    await talk.says(words["area"])
    await talk.says(words["address"])
    await talk.presses(words["skip"])


async def buy(talk: Talk) -> Order:
    """From the cart to the order, however much of it is known already; the order."""
    words = WORDS[talk.language]
    await talk.presses_old(StartCheckout())
    if words["place"] not in " ".join(talk.labels):
        await talk.says("/cancel")
        await talk.says("/cart")
        await to_summary(talk)
    await talk.presses(words["place"])
    return (await orders(talk.turns))[-1]


async def orders(turns: Turns) -> list[Order]:
    """Every order, the oldest first."""
    async with turns.database.read() as session:
        return list(await session.scalars(select(Order).order_by(Order.id)))


async def on_hand(turns: Turns, option_id: int) -> int:
    """How many pieces are on the shelf."""
    async with turns.database.read() as session:
        return (await session.get_one(Option, option_id)).on_hand
