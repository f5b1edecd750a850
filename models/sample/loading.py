"""Loads the sample into an empty database."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import Bazaar
from models.bazaars.editing import NewBazaar, add_bazaar
from models.families.families import Family, add_family
from models.kernel.acting import Acting
from models.kernel.refusals import NotEmpty
from models.products.publishing import add_product
from models.products.tables import Package
from models.sample.anaqa import ANAQA
from models.sample.atayeb import ATAYEB
from models.sample.brands import BRANDS
from models.sample.ebdaa import EBDAA
from models.sample.mahra import MAHRA
from models.sample.teeb import TEEB

GOODS = {
    Package.atayeb: ATAYEB,
    Package.teeb: TEEB,
    Package.anaqa: ANAQA,
    Package.mahra: MAHRA,
    Package.ebdaa: EBDAA,
}
DAYS = 3
HOURS = timedelta(hours=6)


async def load_sample(session: AsyncSession, opens: datetime, now: datetime) -> int:
    """Load the eighth bazaar, whose first day opens at `opens`; out comes the bazaar's id.

    Twenty-one families, their goods, and three days of six hours. Refuses NotEmpty when there is
    a family or a bazaar already.
    """
    acting = Acting(session, None, now)
    for table in (Family, Bazaar):
        if (await session.scalars(select(table.id).limit(1))).first() is not None:
            raise NotEmpty
    families = {
        key: await add_family(acting, brand_ar, brand_en)
        for key, (brand_ar, brand_en) in BRANDS.items()
    }
    for package, things in GOODS.items():
        for thing in things:
            await add_product(acting, thing.product(package, families[thing.brand]))
    return await add_bazaar(acting, eighth(opens, tuple(families.values())))


def eighth(opens: datetime, family_ids: tuple[int, ...]) -> NewBazaar:
    """The eighth edition, moved to the days from `opens` on; its pin is the suburb, not a hall."""
    return NewBazaar(
        name_ar="بازار إنتاج الثامن",
        name_en="The eighth Entaj Bazaar",
        place_ar="ضاحية الرحمانية، الشارقة",
        place_en="Al Rahmaniya suburb, Sharjah",
        latitude=25.33,
        longitude=55.57,
        days=tuple(
            (opens + timedelta(days=day), opens + timedelta(days=day) + HOURS)
            for day in range(DAYS)
        ),
        family_ids=family_ids,
    )
