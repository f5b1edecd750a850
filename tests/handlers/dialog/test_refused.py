"""A refusal takes back what the operation had begun, and the turn is kept with its answer."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from handlers.dialog.actions.customer import SetQuantity, ShowHelp
from handlers.dialog.speech import Reply
from handlers.dialog.turn import Turn
from handlers.dialog.turns import Turns
from models.kernel.refusals import NotFound
from models.messaging.processed_updates import ProcessedUpdate
from models.orders.cart_lines import Cart
from tests.handlers import shelf
from tests.handlers.answering import answer_by
from tests.handlers.customer.buying import with_cart
from tests.handlers.people import customer
from tests.support.words import label, word


async def test_what_was_begun_is_taken_back_and_the_update_is_kept(turns: Turns) -> None:
    option_id = await shelf.only_option(turns, await shelf.add_product(turns, "لقيمات", on_hand=3))
    mona = await customer(turns)
    await mona.presses_old(SetQuantity(option_id, 4))
    assert mona.heard is not None
    async with turns.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Cart)) == 0
        heard = await session.scalars(select(ProcessedUpdate.update_key))
        assert mona.heard.update_key in heard.all()
    assert await mona.redelivered() == mona.reply
    await mona.presses_old(SetQuantity(option_id, 3))
    async with turns.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Cart)) == 1


async def test_a_question_that_was_left_before_the_refusal_waits_still(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def leaves_and_refuses(turn: Turn, _asked: ShowHelp) -> Reply:
        turn.leave()
        raise NotFound("help")

    answer_by(monkeypatch, ShowHelp, leaves_and_refuses)
    option_id = await shelf.only_option(turns, await shelf.add_product(turns, "لقيمات"))
    mona = await with_cart(turns, option_id)
    await mona.presses(label("cart-checkout"))
    await mona.presses_old(ShowHelp())
    assert word("refused-not-found") in mona.text
    await mona.says("منى سالم")
    assert mona.cards[-1].text.id == "checkout-ask-phone"
