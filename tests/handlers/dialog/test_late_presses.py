"""A press whose message became something else, by a look or by a step, before it was answered."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.dialog.actions.customer import SetQuantity
from handlers.dialog.dispatch import surely_does
from handlers.dialog.message_states import MessageStates
from handlers.dialog.speech import Card, Choice, Heard, Pressed, PressedOn
from handlers.dialog.turns import Turns
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.orders.cart_lines import CartLine
from tests.handlers import shelf
from tests.handlers.people import customer
from tests.handlers.talk import Talk, pressable
from tests.support.clock import HandClock
from tests.support.words import word


async def cart_of_one(turns: Turns) -> tuple[Talk, Card]:
    """A cart with one piece of one thing, and how it looks."""
    option = await shelf.only_option(turns, await shelf.add_product(turns, "لقيمات"))
    mona = await customer(turns)
    await mona.presses_old(SetQuantity(option, 1))
    await mona.says("/cart")
    return mona, mona.screen[-1]


async def account_id(talk: Talk) -> int:
    """The account of somebody."""
    found = select(Account.id).where(Account.external_id == talk.external_id)
    async with talk.turns.database.read() as session:
        return (await session.scalars(found)).one()


async def in_cart(turns: Turns) -> list[int]:
    """How many pieces there are of each thing in the cart."""
    async with turns.database.read() as session:
        return list(await session.scalars(select(CartLine.quantity)))


def looks(card: Card) -> Choice:
    """A button of the cart that only looks, and leads elsewhere."""
    return next(each for each in pressable(card) if not surely_does(Pressed(each.action)))


def more(card: Card) -> Choice:
    """The button for one piece more."""
    found = [each for each in pressable(card) if isinstance(each.action, SetQuantity)]
    return max(found, key=lambda each: getattr(each.action, "quantity", 0))


async def one_more_after_a_look(turns: Turns) -> Talk:
    """Somebody who pressed a button that looks, and that for one piece more, at once."""
    mona, cart = await cart_of_one(turns)
    at = len(mona.screen) - 1
    await mona.presses_on(at, looks(cart), cart)
    assert mona.screen[at] != cart
    await mona.presses_on(at, more(cart), cart)
    return mona


async def test_an_act_is_not_done_when_a_look_took_its_button_away(turns: Turns) -> None:
    mona = await one_more_after_a_look(turns)
    assert mona.notice == word("button-was-replaced")
    assert mona.cards == ()
    assert await in_cart(turns) == [1]


async def test_without_what_is_shown_it_would_be_done(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MessageStates, "of", lambda *_: None)
    await one_more_after_a_look(turns)
    assert await in_cart(turns) == [2]


async def test_a_button_that_the_channel_says_is_gone_does_nothing(turns: Turns) -> None:
    """Also after a restart, when nobody knows what was looked at."""
    mona, cart = await cart_of_one(turns)
    for is_gone, held in ((True, [1]), (False, [2])):
        await mona.sends(Pressed(more(cart).action), PressedOn("9", "buttons", is_gone))
        assert await in_cart(turns) == held
        assert mona.cards or mona.notice


async def test_a_look_goes_on_where_another_look_came_between(turns: Turns) -> None:
    mona, cart = await cart_of_one(turns)
    at = len(mona.screen) - 1
    both = [each for each in pressable(cart) if not surely_does(Pressed(each.action))]
    for choice in (both[0], both[-1]):
        await mona.presses_on(at, choice, cart)
        assert mona.cards
        assert mona.reply.in_place


async def test_what_came_beneath_its_message_took_no_button_away(turns: Turns) -> None:
    mona, cart = await cart_of_one(turns)
    at = len(mona.screen) - 1
    for choice, held in ((more(cart), [2]), (looks(cart), [2])):
        await mona.presses_on(at, choice, cart)
        assert await in_cart(turns) == held
        assert mona.heard is not None
        await turns.put_back(await account_id(mona), mona.heard)
    fewer = min(
        (each for each in pressable(cart) if isinstance(each.action, SetQuantity)),
        key=lambda each: getattr(each.action, "quantity", 0),
    )
    await mona.presses_on(at, fewer, cart)
    assert await in_cart(turns) == []


async def two_steps(turns: Turns, clock: HandClock) -> tuple[Talk, Heard]:
    """A cart whose quantity was changed twice in its message; the first of both presses too."""
    mona, _ = await cart_of_one(turns)
    at = len(mona.screen) - 1
    presses = []
    for _ in range(2):
        clock.advance(seconds=1)
        await mona.presses_on(at, more(mona.screen[at]), mona.screen[at])
        assert mona.reply.in_place
        assert mona.heard is not None
        presses.append(mona.heard)
    return mona, presses[0]


@pytest.mark.parametrize("restarted", [False, True])
async def test_an_older_press_that_comes_again_is_answered_beneath_what_is_newer(
    turns: Turns, clock: HandClock, restarted: bool
) -> None:
    mona, older = await two_steps(turns, clock)
    if restarted:
        turns = Turns(turns.database, DEFAULT_TERMS, clock)
    again = (await turns.answer(older)).reply
    assert again.cards
    assert not again.in_place
    newer = mona.heard
    assert newer is not None
    assert (await turns.answer(newer)).reply == mona.reply
    assert await in_cart(turns) == [3]


async def test_without_its_place_it_would_come_over_what_is_newer(
    turns: Turns, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, older = await two_steps(turns, clock)

    async def its_own(*_: object) -> str:
        return older.update_key

    monkeypatch.setattr("handlers.dialog.turns.update_shown_on", its_own)
    monkeypatch.setattr(MessageStates, "of", lambda *_: None)
    assert (await turns.answer(older)).reply.in_place
