"""A refusal takes back what the operation had begun, and the turn is kept with its answer."""

from __future__ import annotations

from sqlalchemy import func, select

from handlers.actions import SetQuantity
from handlers.turns import Turns
from models.carts import Cart
from models.messaging.heard import HeardUpdate
from tests.handlers import shelf
from tests.handlers.people import customer


async def test_what_was_begun_is_taken_back_and_the_update_is_kept(turns: Turns) -> None:
    option_id = await shelf.only_option(turns, await shelf.add_product(turns, "لقيمات", on_hand=3))
    mona = await customer(turns)
    await mona.presses_old(SetQuantity(option_id, 4))
    assert mona.heard is not None
    async with turns.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Cart)) == 0
        heard = await session.scalars(select(HeardUpdate.update_key))
        assert mona.heard.update_key in heard.all()
    assert await mona.redelivered() == mona.reply
    await mona.presses_old(SetQuantity(option_id, 3))
    async with turns.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Cart)) == 1
