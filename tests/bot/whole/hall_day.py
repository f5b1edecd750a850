"""The hall on a busy day: tills that are open, and things sold at them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select

from models.hall.receipts import receipt_code
from models.hall.sale_tables import HallSale
from models.hall.sales import Item, NewSale, Payment, sell
from models.hall.tills import open_till
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.products.tables import Option
from tests.support.acting import acting
from tests.support.halls import FLOAT, a_bazaar, a_token

SALES = 12


async def hall_is_open(database: Database, external_id: int) -> None:
    """A bazaar is on; she, by her id of the channel, has an open till and has sold from it."""
    now = datetime.now(UTC)
    async with database.write() as session:
        options = (await session.scalars(select(Option).where(Option.on_hand > 400))).all()
        found = select(Account.person_id).where(Account.external_id == str(external_id))
        act = acting(session, (await session.scalars(found)).one(), now)
        await open_till(act, await a_bazaar(session, now), FLOAT, a_token())
        for at in range(SALES):
            option = options[at % len(options)]
            total = option.price * 3
            new = NewSale(a_token(), (Item(option.id, 3),), total, Payment(card=total))
            await sell(act, new, DEFAULT_TERMS)


async def a_receipts_number(database: Database) -> str:
    """The number of a receipt of the first seller's of which nothing came back yet."""
    async with database.read() as session:
        sales = (await session.scalars(select(HallSale).order_by(HallSale.id.desc()))).all()
        left = [
            sale for sale in sales if sale.seller_id == sales[-1].seller_id and not sale.refunded
        ]
        return receipt_code(left[0].till_id, left[0].number)
