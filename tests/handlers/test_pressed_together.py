"""Two buttons of one message pressed at once: the second press is on its way when the first counts.

Every screen on which something is done, every step on it, and after it every other button.
"""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select

from handlers.dialog.actions.asked import Leave
from handlers.dialog.actions.customer import PlaceOrder, SetQuantity
from handlers.dialog.dispatch import surely_does
from handlers.dialog.speech import Card, Choice, Pressed
from handlers.dialog.turns import Turns
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cart_lines import CartLine
from models.orders.tables import Order
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, to_summary, with_cart
from tests.handlers.customer.shop.test_wishes import added
from tests.handlers.people import customer, staff
from tests.handlers.staff.ordering import an_order
from tests.handlers.staff.orders import test_on_behalf as on_behalf
from tests.handlers.talk import Talk, pressable
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.words import label, word

Scene = Callable[[Turns], Awaitable[Talk]]
Truth = tuple[list[tuple[int, int, int]], list[tuple[str, str]]]


async def two_options(turns: Turns) -> int:
    """The first of two options of a product on the shelf."""
    sizes = [("صغير", "Small", 30, 9), ("كبير", "Large", 50, 9)]
    product = await shelf.add_product(turns, "دخون عود", "Oud dukhoon", options=sizes)
    return (await shelf.option_ids(turns, product))[0]


async def product_card(turns: Turns) -> Talk:
    """A product with options, one piece of it in the cart."""
    talk = await with_cart(turns, await two_options(turns), 1)
    await talk.says("عود")
    await talk.presses("دخون عود")
    return talk


async def cart(turns: Turns) -> Talk:
    """A cart with one piece of one thing and two of another."""
    talk = await with_cart(turns, await two_options(turns), 1)
    other = await shelf.only_option(turns, await shelf.add_product(turns, "شيلة", "Shayla"))
    await talk.presses_old(SetQuantity(other, 2))
    await talk.says("/cart")
    return talk


async def cart_of_wishes(turns: Turns) -> Talk:
    """A cart with two pieces of one thing, each with a wish of its own."""
    talk, _ = await added(turns)
    await talk.says("مريم")
    await talk.says("/cart")
    await talk.presses(label("wish-another"))
    await talk.says("سارة")
    await talk.says("/cart")
    return talk


async def emptying(turns: Turns) -> Talk:
    """The question whether to empty the cart."""
    talk = await cart(turns)
    await talk.presses(label("cart-clear"))
    return talk


async def summary(turns: Turns) -> Talk:
    """The summary of a first order."""
    talk = await with_cart(turns, await two_options(turns), 1)
    await to_summary(talk)
    return talk


async def other_window(turns: Turns) -> Talk:
    """The question for another window, over the summary."""
    talk = await summary(turns)
    await talk.presses(label("checkout-change-time"))
    return talk


async def receipt(turns: Turns) -> Talk:
    """What stands there when an order is placed."""
    talk = await with_cart(turns, await two_options(turns), 1)
    await buy(talk)
    return talk


async def own_order(turns: Turns) -> Talk:
    """An order's card as its customer sees it."""
    talk = await receipt(turns)
    await talk.presses(word("order-follow"))
    return talk


async def cancelling(turns: Turns) -> Talk:
    """The question whether to cancel one's own order."""
    talk = await own_order(turns)
    await talk.presses(word("order-cancel"))
    return talk


async def callers_summary(turns: Turns) -> Talk:
    """The summary of an order that the desk takes by telephone."""
    desk = await staff(turns, Role.orders)
    await on_behalf.begun(await two_options(turns), desk)
    await on_behalf.to_summary(desk)
    return desk


def staffs_order(state: str) -> Scene:
    """An order in that state as the manager sees it."""

    async def scene(turns: Turns) -> Talk:
        number = await an_order(turns, state=state)
        talk = await staff(turns, Role.manager)
        await talk.says("/deliveries", number)
        return talk

    return scene


async def desk(turns: Turns) -> Talk:
    """A manager's desk."""
    await an_order(turns)
    talk = await staff(turns, Role.manager)
    await talk.says("/desk")
    return talk


async def settings(turns: Turns) -> Talk:
    """A person's settings."""
    talk = await customer(turns)
    await talk.says("/settings")
    return talk


STAFFS = {f"staff-{state}": staffs_order(state) for state in ("placed", "accepted", "out")}
SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (
        product_card,
        cart,
        cart_of_wishes,
        emptying,
        summary,
        other_window,
        receipt,
        own_order,
        cancelling,
        callers_summary,
        desk,
        settings,
    )
} | STAFFS


async def truth(turns: Turns) -> Truth:
    """What is in the carts, and where each order stands."""
    async with turns.database.read() as session:
        items = await session.scalars(select(CartLine).order_by(CartLine.option_id, CartLine.line))
        held = [(item.option_id, item.line, item.quantity) for item in items]
        placed = await session.scalars(select(Order).order_by(Order.id))
        return held, [(order.number, order.state) for order in placed]


def steps_of(card: Card) -> list[Choice]:
    """The buttons of a card that do something."""
    return [choice for choice in pressable(card) if surely_does(Pressed(choice.action))]


@pytest.mark.parametrize("name", SCENES)
async def test_a_late_press_leaves_what_the_message_shows_by_then(
    sqlite_template: Path, tmp_path: Path, clock: HandClock, name: str
) -> None:
    path = Path(shutil.copy(sqlite_template, tmp_path / "scene.db"))
    async with opened(f"sqlite:///{path}") as database:
        shown = await SCENES[name](Turns(database, DEFAULT_TERMS, clock))
    copies = (tmp_path / f"{number}.db" for number in count())
    seen = shown.screen[-1]
    for first in steps_of(seen):
        for second in pressable(seen):
            copy = Path(shutil.copy(path, next(copies)))
            async with opened(f"sqlite:///{copy}") as database:
                turns = Turns(database, DEFAULT_TERMS, clock)
                talk = Talk(turns, external_id=shown.external_id, screen=list(shown.screen))
                await both_are_answered_truly(talk, seen, first, second)


async def both_are_answered_truly(talk: Talk, seen: Card, first: Choice, second: Choice) -> None:
    """Press both as the message was `seen`: the second does what the message offers by then."""
    at = len(talk.screen) - 1
    pair = f"{talk.reads(first.label)}, then {talk.reads(second.label)}"
    await talk.presses_on(at, first, seen)
    replaced, before = talk.reply.in_place, await truth(talk.turns)
    now = talk.screen[at]
    await talk.presses_on(at, second, seen)
    _, placed = after = await truth(talk.turns)
    assert len(placed) <= 1, pair
    if not replaced or second.action in [each.action for each in pressable(now)]:
        return
    assert talk.screen[at] == now, f"{pair}: its message was overwritten"
    assert after == before, f"{pair}: a button did something that was not there any more"
    if isinstance(first.action, PlaceOrder) and isinstance(second.action, Leave):
        ways = {word("order-cancel-sure"), word("button-staff-cancel")}
        assert ways & set(talk.labels), f"{pair}: no way to cancel what was placed"
        assert placed[0][0] in talk.text, pair
    if placed:
        assert word("nothing-to-cancel") not in talk.text, pair
