"""The shop's people and goods for a day of kills, and what became due while it was dead."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from models.bazaars.editing import NewBazaar, add_bazaar
from models.kernel.database import Database
from models.kernel.facts import FactRow
from models.messaging.owed import AccountQueue, OwedMessage
from models.people.access import Role, invite
from models.products.stock import take_in
from models.products.tables import Option, Product
from models.sample import load_sample
from tests.fake_botapi import FakeBotApi, Person
from tests.kills.shoppers import Shopper
from tests.kills.workers import Courier, Worker
from tests.support.acting import acting
from tests.support.waiting import PATIENCE
from tests.support.words import label, word

BRANDS = 5
SHOPPERS = 4
PLENTY = 1000
BEFORE = datetime(2000, 1, 1, tzinfo=UTC)
AN_HOUR = timedelta(hours=1)


@dataclass
class Stage:
    """Who takes part, and what is known of the day from outside the shop.

    `held` counts, for each owed message, the kills that found it claimed and not marked: so often
    it may have been sent twice. `openings` are the bazaars' names and when they are reminded of.
    `patience_at_work` is how long people wait, in seconds, once all have come.
    """

    api: FakeBotApi
    database: Database
    dice: random.Random
    orders_of_each: int = 4
    patience_at_work: float = PATIENCE
    shoppers: list[Shopper] = field(default_factory=list)
    families: dict[int, Person] = field(default_factory=dict)
    staff: list[Person] = field(default_factory=list)
    held: Counter[str] = field(default_factory=Counter)
    openings: dict[str, datetime] = field(default_factory=dict)
    opened_last: datetime = BEFORE
    waited_in_vain: list[str] = field(default_factory=list)

    async def stocked(self) -> None:
        """The sample bazaar, with plenty of what is going to be ordered."""
        now = datetime.now(UTC)
        async with self.database.write() as session:
            await load_sample(session, now + timedelta(days=9), now)
            for option_id in await session.scalars(select(Option.id).where(Option.on_hand > 0)):
                await take_in(acting(session, now=now), option_id, PLENTY)

    async def everybody_comes(self) -> None:
        """Customers, one member for each of some families, a manager, the desk and a courier."""
        goods = await self._goods()
        await asyncio.gather(
            *(self._family_comes(family_id) for family_id in goods),
            *(self._customer_comes(at, list(goods.values())) for at in range(SHOPPERS)),
        )
        manager = self.api.person("الإدارة")
        await manager.starts(await self._invited(role=Role.manager))
        await manager.sees(button=word("button-desk"))
        self.desk = Worker(
            self.api,
            self.api.person("المكتب"),
            {"جديد": label("button-move-accepted"), "مقبول": "جاهز للتوصيل"},
        )
        await self.desk.comes(await self._invited(role=Role.orders))
        self.courier = Courier(
            self.api,
            Worker(self.api, self.api.person("المندوب"), {"جاهز للتوصيل": "خرج للتوصيل"}),
            [shopper.codes for shopper in self.shoppers],
        )
        await self.courier.worker.comes(await self._invited(role=Role.courier))
        self.staff = [manager, self.desk.person]

    async def announce_bazaars(self, count: int, apart: float) -> None:
        """Bazaars whose reminders come due one after another from now on, so many seconds apart."""
        now = datetime.now(UTC)
        for at in range(1, count + 1):
            due = now + timedelta(seconds=apart * at)
            name = f"معرض الحي {at:02d}"
            day = (due + AN_HOUR, due + 5 * AN_HOUR)
            new = NewBazaar(name, f"Fair {at:02d}", "ضاحية مويلح", "Muwaileh", days=(day,))
            async with self.database.write() as session:
                await add_bazaar(acting(session, now=now), new)
            self.openings[name] = due

    async def count_held(self) -> None:
        """Note what the dead shop had claimed: the next one may send it once more."""
        claimed = (
            select(OwedMessage.key)
            .join(AccountQueue, AccountQueue.message_id == OwedMessage.id)
            .where(AccountQueue.leased)
        )
        async with self.database.read() as session:
            self.held.update(await session.scalars(claimed))

    async def everyone_is_told(self, within: float) -> None:
        """Wait until nothing is owed any more, nor anything left to announce."""
        loop = asyncio.get_running_loop()
        until = loop.time() + within
        while (owed := await self.still_owed()) and loop.time() < until:
            await self.api.platform.changed.wait(0.2)
        if owed:
            self.waited_in_vain.append(f"{owed} facts or messages are still open")

    async def still_owed(self) -> int:
        """How many facts are unannounced, and messages open."""
        open_ones = (FactRow.announced_at.is_(None), OwedMessage.done_at.is_(None))
        async with self.database.read() as session:
            return sum(
                [await session.scalar(select(func.count()).where(one)) or 0 for one in open_ones]
            )

    async def _goods(self) -> dict[int, int]:
        """A product of each of some families, by the family; one that is had in one way alone."""
        single = select(Option.product_id).group_by(Option.product_id).having(func.count() == 1)
        found = (
            select(Product.family_id, func.min(Product.id).label("product"))
            .where(Product.offered, ~Product.made_to_order, Product.id.in_(single))
            .group_by(Product.family_id)
            .order_by(Product.family_id)
            .limit(BRANDS)
        )
        async with self.database.read() as session:
            return {each.family_id: each.product for each in await session.execute(found)}

    async def _invited(self, role: Role | None = None, family_id: int | None = None) -> str:
        async with self.database.write() as session:
            code = await invite(
                acting(session, now=datetime.now(UTC)), role=role, family_id=family_id
            )
        return f"i_{code}"

    async def _family_comes(self, family_id: int) -> None:
        member = self.families[family_id] = self.api.person(f"أسرة {family_id}")
        await member.starts(await self._invited(family_id=family_id))
        await member.sees(button=label("button-family"))

    async def _customer_comes(self, at: int, products: list[int]) -> None:
        dice = random.Random(self.dice.random())
        person = self.api.person(f"عميلة {at}")
        shopper = Shopper(self.api, person, products, dice, self.orders_of_each, cancels=at == 0)
        self.shoppers.append(shopper)
        await shopper.comes()
