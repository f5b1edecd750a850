"""A seller in the hall for tests of conversations, and what is sold there by the models."""

from __future__ import annotations

from handlers.dialog.turns import Turns
from models.hall.sales import NewSale, sell
from models.hall.tills import cash_in, open_till
from models.kernel.money import Money
from models.people.access import Role
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.halls import FLOAT, Seller, a_bazaar, a_token


async def seller(
    turns: Turns, *roles: Role, bazaar_id: int = 0, external_id: str = ""
) -> tuple[Talk, Seller]:
    """Someone who sells, with an open till at that bazaar or at a new one, and her till."""
    talk = await staff(turns, Role.seller, *roles, external_id=external_id)
    person_id = await talk.person_id()
    async with turns.database.write() as session:
        at = bazaar_id or await a_bazaar(session, turns.clock())
        act = acting(session, person_id, turns.clock())
        till_id = await open_till(act, at, FLOAT, a_token())
    return talk, Seller(person_id, till_id, at)


async def in_till(turns: Turns, who: Seller) -> Money:
    """What is in the seller's till beside its float; below nothing, where more was handed back."""
    async with turns.database.read() as session:
        return await cash_in(session, who.till_id) - FLOAT


async def sold_by(turns: Turns, who: Seller, new: NewSale) -> int:
    """The sale that this seller makes; out comes its id."""
    async with turns.database.write() as session:
        return await sell(acting(session, who.person_id, turns.clock()), new, turns.terms)
