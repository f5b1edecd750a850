"""An update that the platform brings again is answered again, and done once."""

from __future__ import annotations

from sqlalchemy import update

from handlers.actions import SetQuantity
from handlers.turns import Turns
from models.messaging.heard import HeardUpdate
from tests.handlers import shelf
from tests.handlers.people import customer


async def test_an_answer_that_cannot_be_read_any_more_becomes_the_menu(turns: Turns) -> None:
    option_id = await shelf.only_option(turns, await shelf.add_product(turns, "لقيمات"))
    mona = await customer(turns)
    await mona.presses_old(SetQuantity(option_id, 2))
    async with turns.database.write() as session:
        await session.execute(update(HeardUpdate).values(reply='{"of": "a later version'))
    (menu,) = (await mona.redelivered()).cards
    await mona.says("/shop")
    assert menu == mona.cards[0]
