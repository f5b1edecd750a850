"""What was there before a migration is kept by it, and by taking it back."""

import msgspec
import sqlalchemy as sa
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.differences import CashDifference
from models.accounting.purses import open_purses
from models.kernel.base import Moment
from models.kernel.database import Database
from models.kernel.money import Money
from models.messaging.accounts import Account
from models.messaging.consistency import queue_discrepancies
from models.messaging.outbox import lease, mark_sent
from models.messaging.owing import owe
from models.messaging.processed_updates import ProcessedUpdate
from models.migrations import migrate, remaking
from models.orders.carts import read_cart
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.pricing import Amounts, Part
from models.orders.queries import delivery_code, order_for_staff
from models.orders.wishes import add_line, set_wish
from models.products.publishing import set_wishes
from models.products.search.index import index_product, product_search
from models.products.search.words import SearchWord
from models.products.tables import Option, Product
from models.reports.consistency import discrepancies
from models.sample import load_sample
from tests.migrations.steps import differences, downgrade, ordered
from tests.models.messaging.test_outbox import account
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.orders import TO_THE_DOOR, WIDE, an_order, fill_cart, order_costing
from tests.support.shelves import a_person, an_option


async def test_what_was_there_is_found_as_if_it_were_new(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        await load_sample(session, clock(), clock())
        await forget_other_words(session)
    new = await indexed(database)
    async with database.writing.connect() as connection:
        await connection.run_sync(downgrade, "0005")
        await connection.commit()
    await migrate(database)
    assert await indexed(database) == new


async def forget_other_words(session: AsyncSession) -> None:
    """Index the products without what they are called besides, which was kept nowhere before."""
    await session.execute(update(Product).values(other_words=""))
    await session.execute(delete(SearchWord))
    for product_id in (await session.scalars(select(Product.id).order_by(Product.id))).all():
        await index_product(session, product_id)


async def indexed(database: Database) -> tuple[object, object]:
    """What the search looks in."""
    async with database.read() as session:
        texts = await session.execute(select(product_search).order_by(product_search.c.rowid))
        known = await session.execute(select(SearchWord.word, SearchWord.names))
        names = {word for word, is_name in known if is_name}
        others = await session.scalars(select(SearchWord.word).where(~SearchWord.names))
        return [
            [set(value.split()) if isinstance(value, str) else value for value in row]
            for row in texts
        ], (names, set(others) - names)


async def test_the_latest_replies_are_kept_when_they_are_packed(
    database: Database, clock: HandClock
) -> None:
    """The tenth migration packs them; a redelivered update is answered from one as before."""
    mona = await account(database, "mona", clock())
    names = ("account_id", "update_key", "reply")
    before = sa.table("heard_updates", *map(sa.column, names), sa.column("at", Moment()))
    async with database.writing.connect() as connection:
        await connection.run_sync(downgrade, "0009")
        for number in range(9):
            values = (mona, str(number), f"words {number}", clock.advance(seconds=1))
            await connection.execute(sa.insert(before).values(values))
        await connection.commit()
    await migrate(database)
    async with database.read() as session:
        rows = await session.scalars(select(ProcessedUpdate).order_by(ProcessedUpdate.at))
        replies = [row.reply for row in rows]
    assert replies == [None] * 5 + [f"words {n}" for n in range(5, 9)]


async def test_what_was_owed_before_there_were_queues_is_sent_in_its_order(
    database: Database,
) -> None:
    async with database.write() as session:
        for name in ("mona", "sara"):
            person = await a_person(session)
            row = Account(person_id=person, channel="test", external_id=name, added_at=MORNING)
            session.add(row)
            await session.flush()
            for key in ("reminder", "fact:1", "reply:1"):
                await owe(session, row.id, f"{key}:{name}", f"{key}:{name}", MORNING)
        (first,) = await lease(session, "test", MORNING, 1, 60)
        await mark_sent(session, first.id, MORNING)
    async with remaking(database) as connection:
        await connection.run_sync(downgrade, "0008")
    await migrate(database)
    async with database.write() as session:
        assert await queue_discrepancies(session) == []
        got = await lease(session, "test", MORNING, 9, 60)
    assert [message.reply for message in got] == ["fact:1:mona", "reminder:sara"]


async def test_orders_of_before_keep_what_they_cost(database: Database) -> None:
    """The thirteenth migration adds surcharges and a discount: such an order has neither."""
    order = await ordered(database)
    async with remaking(database) as connection:
        await connection.run_sync(downgrade, "0012")
    await migrate(database)
    async with database.read() as session:
        seen = await order_for_staff(session, order.id)
        assert await discrepancies(session) == []
    assert (seen.amounts, seen.amounts.surcharges) == (order.amounts, ())


async def test_taken_back_what_was_to_be_paid_stays(database: Database) -> None:
    glass = (Part("glass", Money(500)),)
    agreed = Amounts(Money(7000), Money(1500), glass, Money(100))
    async with database.write() as session:
        person, option = await a_person(session), await an_option(session, stock=5)
        for amounts in (agreed, msgspec.structs.replace(agreed, discount=agreed.total)):
            await fill_cart(session, person, {option: 2}, MORNING)
            await order_costing(session, person, amounts, MORNING)
    async with remaking(database) as connection:
        await connection.run_sync(downgrade, "0012")
        columns = "items, fee, total"
        found = await connection.exec_driver_sql(f"SELECT {columns} FROM orders ORDER BY id")
        assert [tuple(row) for row in found] == [(7000, 1900, 8900), (100, 0, 100)]
    await migrate(database)
    async with database.writing.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_carts_and_orders_of_before_hold_no_wish(database: Database) -> None:
    """The nineteenth migration makes the lines of carts anew; taken back, no piece is lost."""
    async with database.write() as session:
        person, option = await a_person(session), await an_option(session, stock=9)
        product = (await session.get_one(Option, option)).product_id
        await set_wishes(acting(session), product, 20)
        await fill_cart(session, person, {option: 2}, MORNING)
        await set_wish(acting(session, person), option, 0, "مريم")
        await add_line(acting(session, person), option, WIDE)
    async with remaking(database) as connection:
        await connection.run_sync(downgrade, "0013")
        rows = await connection.exec_driver_sql("SELECT option_id, quantity FROM cart_lines")
        assert [tuple(row) for row in rows] == [(option, 3)]
    await migrate(database)
    async with database.read() as session:
        (item,) = (await read_cart(session, person)).items
    assert (item.line, item.quantity, item.wish) == (0, 3, "")


async def test_cash_of_before_there_were_purses_stays_in_the_till(database: Database) -> None:
    """The twentieth migration: what differed then is the centre's, and settled."""
    async with database.write() as session:
        person, option = await a_person(session), await an_option(session, stock=5)
        for short in (0, 500):
            order = await an_order(session, person, {option: 1}, MORNING)
            for state in TO_THE_DOOR:
                await advance(acting(session), order.id, state)
            code, taken = await delivery_code(session, person, order.id), Money(5000 - short)
            assert not await confirm_delivery(acting(session), order.id, code, taken, "short")
    async with remaking(database) as connection:
        await connection.run_sync(downgrade, "0014")
    await migrate(database)
    async with database.read() as session:
        assert await discrepancies(session) == []
        (found,) = await session.scalars(select(CashDifference))
        assert (found.expected, found.taken, found.how) == (Money(5000), Money(4500), "written-off")
        assert await open_purses(session) == []
