"""The keyboard that a phone or place prompt brings goes away with it, however it is left."""

from __future__ import annotations

from functools import partial

import pytest

from handlers.dialog.actions.changes import ChangeOwn
from handlers.dialog.actions.customer import EmptyCart, PlaceOrder, ShowHelp, StartCheckout
from handlers.dialog.forms import HOME_ROW
from handlers.dialog.speech import Ask, Card, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.dialog.turns import Turns
from models.kernel.refusals import NotFound, Refusal
from tests.handlers import shelf
from tests.handlers.answering import answer_by
from tests.handlers.customer.buying import orders, to_summary, with_cart
from tests.handlers.people import customer
from tests.handlers.talk import Talk
from tests.support.words import label, word


async def at_prompt(turns: Turns, part: str) -> Talk:
    """A shopper who was at the summary, and is asked for the phone or the place once more."""
    product = await shelf.add_product(turns, "دخون عود", "Oud dukhoon", price=120)
    talk = await with_cart(turns, await shelf.only_option(turns, product))
    await to_summary(talk)
    await talk.presses(part)
    if part == "العنوان":
        await talk.presses(word("button-keep"))
    assert talk.cards[-1].ask in (Ask.phone, Ask.place)
    return talk


def asks(talk: Talk) -> list[Ask]:
    """What the last answer's cards ask for."""
    return [card.ask for card in talk.cards if card.ask is not None]


async def test_a_question_beneath_the_receipt_is_said_to_be_over(turns: Turns) -> None:
    talk = await at_prompt(turns, label("checkout-change-phone"))
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    over = word("checkout-question-over", number=f"{order.number} (دخون عود)")
    assert talk.reads(talk.cards[-1].text) == over
    await talk.presses(label("button-change-order"))
    assert talk.offered(ChangeOwn)
    await talk.presses(label("change-part-phone"))
    await talk.says("0507654321")
    (order,) = await orders(turns)
    assert order.phone == "+971507654321"


async def test_nothing_is_said_to_be_over_where_only_the_summary_waits(turns: Turns) -> None:
    product = await shelf.add_product(turns, "دخون عود", "Oud dukhoon", price=120)
    talk = await with_cart(turns, await shelf.only_option(turns, product))
    await to_summary(talk)
    await talk.presses(label("checkout-place-order"))
    assert len(talk.cards) == 1


@pytest.mark.parametrize("part", ["الهاتف", "العنوان"])
async def test_the_order_is_placed_from_the_older_summary(turns: Turns, part: str) -> None:
    talk = await at_prompt(turns, part)
    await talk.presses(label("checkout-place-order"))
    assert len(await orders(turns)) == 1
    assert asks(talk) == [Ask.over]
    assert talk.reply.in_place
    assert word("receipt-code") in talk.reads(talk.cards[0].text)


async def test_checkout_is_left_because_the_cart_is_empty(turns: Turns) -> None:
    talk = await at_prompt(turns, label("checkout-change-phone"))
    await talk.presses_old(EmptyCart(sure=True))
    assert Ask.over not in asks(talk), "the question still waits"
    await talk.presses_old(StartCheckout())
    assert asks(talk) == [Ask.over]


async def test_checkout_begun_again_leads_to_the_summary(turns: Turns) -> None:
    talk = await at_prompt(turns, label("checkout-change-phone"))
    await talk.presses_old(StartCheckout())
    assert word("checkout-summary") in talk.text
    assert asks(talk) == [Ask.over]


@pytest.mark.parametrize(
    "said", ["0501234567", "/cancel", word("button-back"), word("button-cancel")]
)
async def test_it_goes_once_by_an_answer_and_by_each_way_out(turns: Turns, said: str) -> None:
    talk = await at_prompt(turns, label("checkout-change-phone"))
    await talk.says(said)
    assert asks(talk) == [Ask.over]


@pytest.mark.parametrize("said", ["/bazaar", "ليس رقماً"])
async def test_it_stays_while_the_question_waits(turns: Turns, said: str) -> None:
    talk = await at_prompt(turns, label("checkout-change-phone"))
    await talk.says(said)
    assert asks(talk) == [Ask.phone]
    await talk.presses_old(PlaceOrder("forged", "forged"))
    assert Ask.over not in asks(talk)


async def test_cancel_outside_a_question_takes_any_keyboard_away(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("/cancel")
    assert word("nothing-to-cancel") in talk.text
    assert asks(talk) == [Ask.over]


@pytest.mark.parametrize("leaves", [True, False])
async def test_it_goes_where_a_turn_that_is_refused_at_its_end_leaves_the_question(
    turns: Turns, monkeypatch: pytest.MonkeyPatch, leaves: bool
) -> None:
    """What the turn did itself is undone: what counts is where its own answer leads."""

    async def refuses() -> None:
        raise NotFound("help")

    async def instead(turn: Turn, _refusal: Refusal) -> Reply:
        if leaves:
            turn.leave()
        return reply(Card(text=say("help-title"), choices=HOME_ROW))

    async def refused_at_its_end(turn: Turn, _asked: ShowHelp) -> Reply:
        turn.leave()
        turn.last = refuses
        turn.otherwise = partial(instead, turn)
        return reply(Card(text=say("form-noted"), choices=HOME_ROW))

    talk = await at_prompt(turns, label("checkout-change-phone"))
    answer_by(monkeypatch, ShowHelp, refused_at_its_end)
    await talk.presses_old(ShowHelp())
    assert [card.text.id for card in talk.cards if card.choices] == ["help-title"]
    assert asks(talk) == ([Ask.over] if leaves else [])
