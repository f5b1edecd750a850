"""The hall on a busy day: tills that are open, things sold at them, and notes of goods."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.counting import TillCount, close_till, count_till
from models.hall.note_answers import dispute_note
from models.hall.note_tables import NoteKind
from models.hall.notes import NewNote, book_note
from models.hall.receipts import receipt_code
from models.hall.sale_tables import HallSale
from models.hall.sales import Item, NewSale, Payment, sell
from models.hall.tills import open_till
from models.kernel.acting import Acting
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.products.stock import Take
from models.products.tables import Option, Product
from tests.support.acting import acting
from tests.support.halls import FLOAT, a_bazaar, a_token
from tests.support.shelves import a_person

SALES = 12
NOTES = 4
"""So many notes of each family: the first is wrong, the others wait for her answer."""
HERS = (1, 2)
TWO_HUNDRED = {Money.dirhams(200): 1}


async def hall_is_open(database: Database, seller: int, manager: int) -> None:
    """A bazaar is on; the seller, by her id of the channel, has an open till and has sold from it.

    Of others' tills some are counted: the manager is to take one over, two go to the centre; and
    the newest is closed.
    """
    now = datetime.now(UTC)
    async with database.write() as session:
        options = (await session.scalars(select(Option).where(Option.on_hand > 400))).all()
        act = acting(session, await person_of(session, seller), now)
        bazaar_id = await a_bazaar(session, now)
        await open_till(act, bazaar_id, FLOAT, a_token())
        for at in range(SALES):
            option = options[at % len(options)]
            total = option.price * 3
            new = NewSale(a_token(), (Item(option.id, 3),), total, Payment(card=total))
            await sell(act, new, DEFAULT_TERMS)
        to_id = await person_of(session, manager)
        for taker in (to_id, None, None):
            await a_counted_till(acting(session, await a_person(session), now), bazaar_id, taker)
        other = acting(session, await a_person(session), now)
        await close_till(act, await a_counted_till(other, bazaar_id), alone=True)


async def a_counted_till(act: Acting, bazaar_id: int, to_id: int | None = None) -> int:
    """A till of theirs that is counted, to be handed over; out comes the handing over's id."""
    till_id = await open_till(act, bazaar_id, FLOAT, a_token())
    return await count_till(act, till_id, TillCount(TWO_HUNDRED, FLOAT, to_id=to_id))


async def goods_came_in(database: Database) -> None:
    """Notes of the first two families; one of each is said to be wrong."""
    now = datetime.now(UTC)
    async with database.write() as session:
        act = acting(session, await a_person(session), now)
        for family_id in HERS:
            found = select(Option.id).join(Product, Product.id == Option.product_id)
            found = found.where(Product.family_id == family_id, ~Product.made_to_order)
            goods = (Take((await session.scalars(found.order_by(Option.id))).all()[0], 2),)
            new = [NewNote(NoteKind.take_in, family_id, a_token(), goods) for _ in range(NOTES)]
            wrong, *_ = [await book_note(act, each) for each in new]
            await dispute_note(act, wrong, "أحضرنا ثلاثاً")


async def person_of(session: AsyncSession, external_id: int) -> int:
    """Whoever has that id of the channel."""
    found = select(Account.person_id).where(Account.external_id == str(external_id))
    return (await session.scalars(found)).one()


async def a_receipts_number(database: Database) -> str:
    """The number of a receipt of the first seller's of which nothing came back yet."""
    async with database.read() as session:
        sales = (await session.scalars(select(HallSale).order_by(HallSale.id.desc()))).all()
        left = [
            sale for sale in sales if sale.seller_id == sales[-1].seller_id and not sale.refunded
        ]
        return receipt_code(left[0].till_id, left[0].number)
