"""What each package offers is counted, and a product's card shows all that there is to it."""

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.money import Money
from models.products.photos import keep_photo
from models.products.product_pages import (
    product_card,
    product_of,
    shop_front,
)
from models.products.publishing import add_product, hide, set_photos
from models.products.tables import Package, PackageCount, Product
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.goods import a_new_product
from tests.support.sample import open_sample, option_ids, product_named
from tests.support.shelves import a_family
from tests.support.stocktaking import count_stock


async def counted(session: AsyncSession) -> dict[str, int]:
    """What a full count says."""
    rows = await session.execute(
        select(Product.package, func.count()).where(Product.offered).group_by(Product.package)
    )
    return {package.value: 0 for package in Package} | {row[0]: row[1] for row in rows}


async def test_packages_stand_in_their_order_with_what_they_offer(sampled: Database) -> None:
    async with sampled.read() as session:
        counts = (await shop_front(session)).counts
    assert list(counts.items()) == [
        ("atayeb", 9),
        ("teeb", 7),
        ("anaqa", 7),
        ("mahra", 8),
        ("ebdaa", 7),
    ]


async def test_counts_follow_what_is_sold_out_hidden_and_moved(
    sampled: Database, clock: HandClock
) -> None:
    async with sampled.write() as session:
        khanfaroush = await option_ids(session, "Khanfaroush")
        await count_stock(acting(session, now=clock()), khanfaroush[0], 0)
        await hide(acting(session, now=clock()), await product_named(session, "Luqaimat"), True)
        moved = await session.get_one(Product, await product_named(session, "Burqa"))
        moved.package = "ebdaa"
    async with sampled.read() as session:
        assert (await shop_front(session)).counts == await counted(session)
        assert (await shop_front(session)).counts["atayeb"] == 7
        assert (await shop_front(session)).counts["mahra"] == 7
        assert (await shop_front(session)).counts["ebdaa"] == 8
    async with sampled.write() as session:
        await count_stock(acting(session, now=clock()), khanfaroush[0], 3)
        await hide(acting(session, now=clock()), await product_named(session, "Luqaimat"), False)
    async with sampled.read() as session:
        assert (await shop_front(session)).counts["atayeb"] == 9


async def test_what_is_rolled_back_is_not_counted(sampled: Database, clock: HandClock) -> None:
    async with sampled.write() as session:
        await hide(acting(session, now=clock()), await product_named(session, "Luqaimat"), True)
        await session.rollback()
    async with sampled.read() as session:
        assert (await shop_front(session)).counts == await counted(session)
        assert (await shop_front(session)).counts["atayeb"] == 9


async def test_a_deleted_product_is_counted_no_more(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        session.add(bare_product(await a_family(session), clock))
    async with database.read() as session:
        assert (await session.scalars(select(PackageCount.offered))).all() == [1]
    async with database.write() as session:
        await session.delete((await session.scalars(select(Product))).one())
    async with database.read() as session:
        assert (await session.scalars(select(PackageCount.offered))).all() == [0]


def bare_product(family_id: int, clock: HandClock) -> Product:
    return Product(
        family_id=family_id,
        package="teeb",
        audience="woman",
        name_ar="عطر",
        name_en="Perfume",
        offered=True,
        added_at=clock(),
    )


async def test_an_empty_shop_has_nothing_to_show(database: Database) -> None:
    async with database.read() as session:
        assert (await shop_front(session)).counts == {package.value: 0 for package in Package}
        assert await product_card(session, 1) is None


async def test_a_card_holds_everything_and_its_options_in_order(sampled: Database) -> None:
    async with sampled.read() as session:
        shaila = await product_named(session, "Embroidered shaila")
        card = await product_card(session, shaila)
        options = await option_ids(session, "Embroidered shaila")
        assert await product_of(session, options[2]) == shaila
        assert await product_of(session, 10**6) is None
    assert card is not None
    assert (card.brand_ar, card.brand_en) == ("شيلة وورد", "Shaila & Rose")
    assert (card.package, card.audience) == ("anaqa", "woman")
    assert (card.offered, card.hidden, card.made_to_order) == (True, False, False)
    assert [option.id for option in card.options] == options
    assert [option.on_hand for option in card.options] == [9, 5, 0]
    assert card.options[2].price == Money.dirhams(145)
    assert card.photo is None


async def test_the_chosen_option_is_the_first_that_can_be_had(
    sampled: Database, clock: HandClock
) -> None:
    async with sampled.write() as session:
        small, large = await option_ids(session, "Luqaimat")
        await count_stock(acting(session, now=clock()), small, 0)
    async with sampled.read() as session:
        card = await product_card(session, await product_named(session, "Luqaimat"))
        made = await product_card(session, await product_named(session, "Emirati mukhawwar"))
    assert card is not None
    assert made is not None
    assert chosen_id(card.pick_option()) == large
    assert chosen_id(card.pick_option(small)) == small
    assert chosen_id(card.pick_option(10**6)) == large
    assert made.pick_option() == made.options[0]


def chosen_id(option: object) -> int:
    found = getattr(option, "id", None)
    assert isinstance(found, int)
    return found


async def test_the_first_photo_is_the_one_on_the_card(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        for name in ("b", "a"):
            await keep_photo(session, name * 64, b"jpeg", 10, 10, clock())
        new = a_new_product(await a_family(session))
        product_id = await add_product(acting(session, now=clock()), new)
        other_id = await add_product(acting(session, now=clock()), new)
        await set_photos(acting(session, now=clock()), other_id, ["a" * 64])
        await set_photos(acting(session, now=clock()), product_id, ["b" * 64, "a" * 64])
    async with database.read() as session:
        card, other = [await product_card(session, each) for each in (product_id, other_id)]
    assert card is not None
    assert card.photo == "b" * 64
    assert other is not None
    assert other.photo == "a" * 64


async def test_counts_of_postgres_wait_for_no_other_sale(
    postgres_database: Database, clock: HandClock
) -> None:
    """Two sales that touch two packages crosswise both go through."""
    await open_sample(postgres_database, clock())
    async with postgres_database.write() as one, postgres_database.write() as other:
        for session, name in ((one, "Luqaimat"), (other, "Burqa"), (one, "Calligraphy panel")):
            product_id = await product_named(session, name)
            await hide(acting(session, now=clock()), product_id, True)
        await other.execute(text("SET LOCAL lock_timeout = '2s'"))
        await hide(acting(other, now=clock()), await product_named(other, "Khanfaroush"), True)
        await other.commit()
    async with postgres_database.read() as session:
        assert (await shop_front(session)).counts == await counted(session)
