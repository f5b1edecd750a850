"""Stock moves by conditional updates, and every movement is a row."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.facts import FactRow, StockMoved
from models.kernel.refusals import NotFound
from models.orders.cancellation import cancel_by_staff
from models.orders.fulfilment import advance
from models.orders.shortages import strike_line
from models.orders.stocktaking import set_aside
from models.products.stock import StockMovement, refresh_offered, take_in
from models.products.tables import Option, Product
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.plans import plans_of
from tests.support.shelves import a_person, an_option
from tests.support.stocktaking import count_stock


async def on_hand(session: AsyncSession, option_id: int) -> int:
    return (await session.scalars(select(Option.on_hand).where(Option.id == option_id))).one()


async def is_offered(session: AsyncSession, option_id: int) -> bool:
    found = await session.scalars(
        select(Product.offered)
        .join(Option, Option.product_id == Product.id)
        .where(Option.id == option_id)
    )
    return found.one()


async def movements(session: AsyncSession, option_id: int) -> list[tuple[str, int]]:
    rows = await session.execute(
        select(StockMovement.why, StockMovement.change)
        .where(StockMovement.option_id == option_id)
        .order_by(StockMovement.id)
    )
    return [(row.why, row.change) for row in rows]


async def test_goods_taken_in_are_on_hand_and_offered(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        option = await an_option(session)
        assert not await is_offered(session, option)
        assert await take_in(acting(session, now=clock()), option, 5) == 5
        assert await take_in(acting(session, now=clock()), option, 2) == 7
    async with database.read() as session:
        assert await on_hand(session, option) == 7
        assert await is_offered(session, option)
        assert await movements(session, option) == [("taken-in", 5), ("taken-in", 2)]
        facts = [row.fact for row in await session.scalars(select(FactRow).order_by(FactRow.id))]
        product = (await session.get_one(Option, option)).product_id
        assert facts == [
            StockMoved(option, 5, product, "taken-in", 5),
            StockMoved(option, 2, product, "taken-in", 7),
        ]
        assert [told.was for told in facts if isinstance(told, StockMoved)] == [0, 5]


@pytest.mark.parametrize("quantity", [0, -3])
async def test_goods_taken_in_are_one_piece_or_more(
    sqlite_database: Database, clock: HandClock, quantity: int
) -> None:
    async with sqlite_database.write() as session:
        option = await an_option(session)
        with pytest.raises(ValueError, match="one piece or more"):
            await take_in(acting(session, now=clock()), option, quantity)


async def test_a_count_sets_what_is_on_hand_by_a_movement(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        option = await an_option(session, stock=5)
        assert await count_stock(acting(session, now=clock()), option, 3) == -2
        assert await on_hand(session, option) == 3
        assert await count_stock(acting(session, now=clock()), option, 0) == -3
        assert not await is_offered(session, option)
        assert await count_stock(acting(session, now=clock()), option, 4) == 4
        assert await is_offered(session, option)
        assert await movements(session, option) == [
            ("taken-in", 5),
            ("counted", -2),
            ("counted", -3),
            ("counted", 4),
        ]


async def test_nobody_counts_less_than_nothing(sqlite_database: Database, clock: HandClock) -> None:
    async with sqlite_database.write() as session:
        option = await an_option(session, stock=5)
        with pytest.raises(ValueError, match="nobody counts"):
            await count_stock(acting(session, now=clock()), option, -1)


async def test_what_is_made_to_order_has_no_stock(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        option = await an_option(session, made_to_order=True)
        assert await is_offered(session, option)
        with pytest.raises(NotFound):
            await take_in(acting(session, now=clock()), option, 5)
        with pytest.raises(NotFound):
            await count_stock(acting(session, now=clock()), option, 5)
        with pytest.raises(NotFound):
            await take_in(acting(session, now=clock()), option + 1, 5)
        assert await movements(session, option) == []


async def test_a_product_is_offered_while_it_is_shown_and_one_option_can_be_had(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        small = await an_option(session, stock=1)
        product = (await session.scalars(select(Option.product_id))).one()
        large = await an_option(session, product_id=product, stock=1)
        await count_stock(acting(session, now=clock()), small, 0)
        assert await is_offered(session, small)
        option = await session.get_one(Option, large)
        option.withdrawn = True
        await session.flush()
        await refresh_offered(session, [product])
        assert not await is_offered(session, small)
        option.withdrawn = False
        (await session.get_one(Product, product)).hidden = True
        await session.flush()
        await refresh_offered(session, [product])
        assert not await is_offered(session, small)


async def test_a_count_leaves_what_is_sold_and_not_packed_to_its_orders(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        option = await an_option(session, stock=10)
        first = await an_order(session, await a_person(session), {option: 3}, clock())
        await an_order(session, await a_person(session), {option: 2}, clock())
        assert await count_stock(acting(session, now=clock()), option, 10) == 0, (
            "all ten still lie there"
        )
        assert await on_hand(session, option) == 5
        for state in TO_THE_DOOR[:2]:
            await advance(acting(session, now=clock()), first.id, state)
        assert await count_stock(acting(session, now=clock()), option, 7) == 0, (
            "three went into a parcel"
        )
        assert await count_stock(acting(session, now=clock()), option, 9) == 2
        assert await count_stock(acting(session, now=clock()), option, 1) == -7
        assert await on_hand(session, option) == 0, "less lies there than was sold"
        assert await discrepancies(session) == []


async def test_lines_that_were_struck_or_cancelled_are_not_set_aside(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        option, other = await an_option(session, stock=5), await an_option(session, stock=5)
        struck = await an_order(session, await a_person(session), {option: 2, other: 1}, clock())
        line = next(each for each in struck.lines if each.option_id == option)
        await strike_line(acting(session, now=clock()), struck.id, line.id, "torn")
        cancelled = await an_order(session, await a_person(session), {option: 1}, clock())
        await cancel_by_staff(acting(session, now=clock()), cancelled.id, "asked for")
        assert await set_aside(session, option) == 0
        assert await set_aside(session, other) == 1


async def test_what_orders_hold_of_a_thing_is_found_by_an_index(database: Database) -> None:
    """Through every line that was ever ordered, a count would take longer with each order."""
    async with database.write() as session:
        assert "ix_order_lines_option_id" in await plans_of(session, set_aside(session, 1))
        await session.execute(text("DROP INDEX ix_order_lines_option_id"))
        assert "ix_order_lines_option_id" not in await plans_of(session, set_aside(session, 1))
