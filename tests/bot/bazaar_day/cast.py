"""Who plays on a bazaar's day, what lies on its tables, and how they read what they are told."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.app.assembly import Storefront
from models.families.families import add_family
from models.kernel.money import Money
from models.people.access import Role, invite
from models.products.publishing import NewOption, NewProduct, add_product
from models.products.tables import Audience, Package
from tests.bot.week.story import all_is_told
from tests.fake_botapi import FakeBotApi, Person, ScreenMessage
from tests.fake_botapi.people import as_read
from tests.support.acting import acting
from tests.support.clock import HandClock

SWEETS, SCENTS, SADU = "بيت اللقيمات", "دار الورد", "دار السدو"
FAMILIES = {SWEETS: "Luqaimat House", SCENTS: "Dar Al Ward", SADU: "Dar Al Sadu"}
CLERK, NOURA, HIND, FINANCE, COURIER, MANAGER = "حصة", "نورة", "هند", "مريم", "سالم", "مديرة المركز"
STAFF = {
    CLERK: (Role.catalogue,),
    NOURA: (Role.seller,),
    HIND: (Role.seller, Role.finance),
    FINANCE: (Role.finance,),
    COURIER: (Role.courier,),
    MANAGER: (Role.manager,),
}
MOZA, SHAMMA = "موزة", "شمّا"
CUSTOMERS = (MOZA, SHAMMA)
SMALL, LARGE, BAKHOOR, ROSE, BAG, CHARM = range(1, 7)
"""The options by their ids, in the order in which they are put on the shelf."""
PRICES = {
    SMALL: Money.dirhams(25),
    LARGE: Money(4550),
    BAKHOOR: Money.dirhams(140),
    ROSE: Money.dirhams(60),
    BAG: Money.dirhams(95),
    CHARM: Money(1230),
}


@dataclass
class Day:
    """The day: the shop and its people, each with a chat of her own."""

    api: FakeBotApi
    url: str
    clock: HandClock
    shop: Storefront
    people: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    async def passes(self, **by: float) -> None:
        """Time goes on (`minutes=5`); all that happened before is told before."""
        await all_is_told(self.api, self.shop.database)
        self.clock.advance(**by)

    def taps_of(self, name: str) -> int:
        """How many buttons this person has pressed so far; what she types or scans is no tap."""
        pressed = self.api.platform.presses.values()
        return sum(press.person.id == self[name].id for press in pressed)


async def everybody_comes(day: Day) -> None:
    """The families, the team and two customers open the bot, those by their own links."""
    for name, roles in STAFF.items():
        day.people[name] = day.api.person(name)
        for role in roles:
            await day[name].starts(await link(day, role=role, name=name))
            await day[name].sees("أهلاً وسهلاً بكم في فريق بازار إنتاج")
    for name in CUSTOMERS:
        day.people[name] = day.api.person(name)
        await day[name].starts()
    for family_id, brand in enumerate(FAMILIES, 1):
        day.people[brand] = day.api.person(brand)
        await day[brand].starts(await link(day, family_id=family_id))
        await day[brand].sees(f"صارت هذه المحادثة مرتبطة بعلامة {brand}")
    await all_is_told(day.api, day.shop.database)


async def link(
    day: Day, *, role: Role | None = None, family_id: int | None = None, name: str = ""
) -> str:
    """The payload of an invitation."""
    async with day.shop.database.write() as session:
        act = acting(session, now=day.clock())
        return f"i_{await invite(act, role=role, family_id=family_id, name=name)}"


async def things_are_known(day: Day) -> None:
    """Three brands and what they make; nothing of it is on the shelf yet."""
    async with day.shop.database.write() as session:
        act = acting(session, now=day.clock())
        for brand_ar, brand_en in FAMILIES.items():
            await add_family(act, brand_ar, brand_en)
        boxes = (
            NewOption(PRICES[SMALL], 0, "علبة صغيرة", "Small box"),
            NewOption(PRICES[LARGE], 0, "علبة كبيرة", "Large box"),
        )
        await add_product(act, a_thing(1, "لقيمات بالزعفران", "Saffron luqaimat", *boxes))
        for family_id, option, name_ar, name_en in (
            (2, BAKHOOR, "بخور العود", "Oud bakhoor"),
            (2, ROSE, "دهن الورد", "Rose oil"),
            (3, BAG, "حقيبة سدو", "Sadu bag"),
            (3, CHARM, "ميدالية سدو", "Sadu charm"),
        ):
            only = NewOption(PRICES[option], 0)
            await add_product(act, a_thing(family_id, name_ar, name_en, only))


def a_thing(family_id: int, name_ar: str, name_en: str, *options: NewOption) -> NewProduct:
    """A product of that family in stock."""
    return NewProduct(
        family_id=family_id,
        package=Package.atayeb if family_id == 1 else Package.teeb,
        audience=Audience.everyone,
        name_ar=name_ar,
        name_en=name_en,
        options=options,
    )


async def reads(person: Person, text: str, *, after: ScreenMessage | None = None) -> ScreenMessage:
    """A message of exactly these words comes, but for the spaces at its lines' ends."""
    shown = await person.sees(text, after=after)
    assert as_read(shown.words).strip() == text, shown
    return shown
