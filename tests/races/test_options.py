"""Eight processes that add one option to a product, however each spells it: it is added once."""

from __future__ import annotations

from sqlalchemy import func, select

from models.kernel.money import Money
from models.kernel.refusals import AlreadyThere
from models.products.options import add_option
from models.products.publishing import NewOption
from models.products.tables import Option
from tests.races.crowd import all_at_once, meet
from tests.support.acting import acting
from tests.support.opened import opened
from tests.support.shelves import an_option
from tests.support.threads import in_thread

SPELLED = ("كبير", "كَبير")


async def prepare(url: str) -> int:
    """A product with one option; out comes its id."""
    async with opened(url) as database, database.write() as session:
        option = await session.get_one(Option, await an_option(session))
        return option.product_id


async def add(url: str, worker: int) -> bool:
    """Whether this process added the option."""
    async with opened(url) as database:
        async with database.read() as session:
            product_id = (await session.scalars(select(Option.product_id))).one()
        meet()
        new = NewOption(Money.dirhams(60), 1, SPELLED[worker % 2], f"Large {worker}")
        try:
            async with database.write() as session:
                await add_option(acting(session), product_id, new, ("صغير", "Small"))
        except AlreadyThere:
            return False
        return True


async def count(url: str) -> int:
    """How many options there are."""
    async with opened(url) as database, database.read() as session:
        return (await session.execute(select(func.count()).select_from(Option))).scalar_one()


def test_an_option_is_added_once(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(add, database_url)) == 1
    assert in_thread(count(database_url)) == 2
