"""A product is deleted while it is ordered or put into a cart: one of the two is told so."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.inbox.deleted_products import delete_product
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.refusals import CartIsEmpty, NotFound, OrderedAlready, PricesChanged
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import set_quantity
from models.orders.queries import OrderView
from models.products.brands import rename_family
from models.products.options import add_option
from models.products.publishing import NewOption
from models.products.tables import Option
from models.products.wanted import set_favourite
from models.reports.consistency import discrepancies
from tests.races.unheld import hold_nothing
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import one_after_another
from tests.support.orders import TOMORROW, fill_cart, order_cart
from tests.support.shelves import a_person, an_option


class Case:
    """A thing that one customer has in the cart, and another one looks at."""

    def __init__(self, database: Database, *, made_to_order: bool = False) -> None:
        self.database = database
        self.made_to_order = made_to_order

    async def prepare(self) -> Case:
        """Put everything into its place."""
        async with self.database.write() as session:
            stock = 0 if self.made_to_order else 9
            made = self.made_to_order
            self.option = await an_option(session, stock=stock, made_to_order=made)
            self.product = (await session.get_one(Option, self.option)).product_id
            self.mona, self.sara = await a_person(session), await a_person(session)
            await fill_cart(session, self.mona, {self.option: 1}, MORNING)
        return self

    async def delete(self, session: AsyncSession) -> None:
        """Staff delete it."""
        await delete_product(acting(session), self.product)

    async def order(self, session: AsyncSession) -> OrderView:
        """Its customer orders what the cart holds."""
        return await order_cart(session, self.mona, MORNING, slot=TOMORROW)

    async def fill(self, session: AsyncSession) -> None:
        """Somebody else puts it into the cart."""
        await set_quantity(acting(session, self.sara), self.option, 1, DEFAULT_TERMS)

    async def keep(self, session: AsyncSession) -> None:
        """Somebody else keeps it among the favourites."""
        await set_favourite(acting(session, self.sara), self.product, on=True)

    async def troubles(self) -> list[str]:
        """Where the books disagree."""
        async with self.database.read() as session:
            return await discrepancies(session)


@pytest.mark.parametrize("made_to_order", [False, True])
async def test_what_is_being_ordered_is_not_deleted(
    database: Database, made_to_order: bool
) -> None:
    case = await Case(database, made_to_order=made_to_order).prepare()
    with pytest.raises(OrderedAlready):
        await one_after_another(database, case.order, case.delete)
    assert await case.troubles() == []


@pytest.mark.parametrize("made_to_order", [False, True])
async def test_what_is_being_deleted_is_not_ordered(
    database: Database, made_to_order: bool
) -> None:
    case = await Case(database, made_to_order=made_to_order).prepare()
    with pytest.raises((PricesChanged, CartIsEmpty)):
        await one_after_another(database, case.delete, case.order)
    assert await case.troubles() == []


async def test_without_holding_the_thing_the_order_breaks(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: a customer reads of a defect where the thing was only deleted."""

    hold_nothing(monkeypatch)
    case = await Case(postgres_database).prepare()
    with pytest.raises(IntegrityError):
        await one_after_another(postgres_database, case.delete, case.order)


async def test_what_is_being_deleted_comes_into_no_cart_and_no_favourites(
    database: Database,
) -> None:
    for does in ("fill", "keep"):
        case = await Case(database).prepare()
        with pytest.raises(NotFound):
            await one_after_another(database, case.delete, getattr(case, does))
    assert await case.troubles() == []


async def test_two_who_delete_it_at_once_delete_it_once(database: Database) -> None:
    case = await Case(database).prepare()
    with pytest.raises(NotFound):
        await one_after_another(database, case.delete, case.delete)
    assert await case.troubles() == []


@pytest.mark.parametrize("renamed_first", [False, True])
async def test_who_renames_the_brand_waits_in_no_circle_with_who_deletes(
    postgres_database: Database, renamed_first: bool
) -> None:
    """The brand's name holds the search, and every product of hers is wanted by it."""
    case = await Case(postgres_database).prepare()

    async def rename(session: AsyncSession) -> None:
        family_id = (await session.scalars(select(Family.id))).one()
        await rename_family(acting(session), family_id, "دار الياسمين", "Jasmine")

    both = (rename, case.delete) if renamed_first else (case.delete, rename)
    await one_after_another(postgres_database, *both)
    assert await case.troubles() == []


async def test_an_option_is_not_added_to_what_is_being_deleted(database: Database) -> None:
    case = await Case(database).prepare()

    async def add(session: AsyncSession) -> None:
        kilo = NewOption(Money.dirhams(180), 3, "كيلو", "One kilo")
        await add_option(acting(session), case.product, kilo, ("صغير", "Small"))

    with pytest.raises(NotFound):
        await one_after_another(database, case.delete, add)
    assert await case.troubles() == []
