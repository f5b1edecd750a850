"""Announcements: each once, in order, to the right people, in their language, and nothing more."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import insert, select

from handlers.dialog.actions.customer import SetQuantity, ShowOrder
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.actions.staff import ShowDesk
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.facts import FactRow
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage, mark_blocked
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.fulfilment import advance, not_delivered
from models.orders.handover import confirm_delivery, try_code
from models.orders.queries import delivery_code, order_for_staff
from models.orders.shortages import strike_line
from models.orders.states import OrderState
from models.orders.tables import Order
from models.people.access import Role
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import family_member, staff
from tests.handlers.talk import Talk
from tests.handlers.told import Told, actions, announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.orders import TO_THE_DOOR

ROSES = ("دار الورد", "Dar Al Ward")
LANGUAGES: tuple[Language, ...] = ("ar", "en")
DATES = ("بيت التمر", "Bayt Al Tamr")


class Shop:
    """Two families, everyone who works for the shop, and a customer with an order of both."""

    def __init__(self, turns: Turns, mona: Talk, order: Order) -> None:
        self.turns = turns
        self.mona = mona
        self.order = order

    async def person(self, name: str) -> int:
        """The id of the person with that account."""
        async with self.turns.database.read() as session:
            found = select(Account.person_id).where(Account.external_id == name)
            return (await session.scalars(found)).one()

    async def moved(self, *states: OrderState, actor: str = "courier") -> None:
        """Staff move the order on."""
        actor_id = await self.person(actor)
        async with self.turns.database.write() as session:
            for state in states:
                await advance(acting(session, actor_id, self.turns.clock()), self.order.id, state)


@pytest.fixture
async def shop(turns: Turns) -> Shop:
    """The shop after everything so far was announced, with an order just placed."""
    roses = await shelf.add_product(turns, "ماء ورد", "Rose water", price=30, brand=ROSES)
    dates = await shelf.add_product(turns, "دبس تمر", "Date syrup", price=28, brand=DATES)
    await staff(turns, Role.manager)
    await staff(turns, Role.orders, language="en")
    await staff(turns, Role.courier)
    await staff(turns, Role.catalogue)
    await family_member(turns, 1, external_id="rose-mother")
    await family_member(turns, 1, external_id="rose-daughter", language="en")
    await family_member(turns, 2, external_id="date-mother")
    await announced(turns)
    mona = await with_cart(turns, await shelf.only_option(turns, roses), 2)
    await mona.presses_old(SetQuantity(await shelf.only_option(turns, dates), 1))
    order = await buy(mona)
    return Shop(turns, mona, order)


async def test_a_new_order_reaches_the_desk_and_both_families(shop: Shop) -> None:
    told = await announced(shop.turns)
    assert told.people() == {"manager", "orders", "rose-mother", "rose-daughter", "date-mother"}
    (desk,) = told.to("manager")
    for part in (shop.order.number, "الثلاثاء 3 مارس", "الشارقة، الرحمانية", "ماء ورد", "103"):
        assert part in text([desk])
    assert actions(desk) == [ManageOrder(shop.order.id)]
    assert "New order" in text(told.to("orders"), "en")
    (mother,) = told.to("rose-mother")
    assert "ماء ورد × 2 = 60" in text([mother])
    assert "دبس تمر" not in text([mother])
    assert shop.order.number in text([mother])
    assert actions(mother) == [ShowFamilyHome(1, order_id=shop.order.id)]
    assert "Dar Al Ward has a sale" in text(told.to("rose-daughter"), "en")
    assert "دبس تمر × 1 = 28" in text(told.to("date-mother"))


async def test_no_family_ever_learns_who_bought(shop: Shop) -> None:
    order, now = shop.order, shop.turns.clock()
    told = await announced(shop.turns)
    async with shop.turns.database.write() as session:
        who = f"{order.name} {order.phone}"
        code = await delivery_code(session, order.person_id, order.id)
        line = (await order_for_staff(session, order.id)).lines[0]
        await strike_line(acting(session, now=now), order.id, line.id, who)
        await cancel_by_staff(acting(session, now=now), order.id, who)
    told += await announced(shop.turns)
    heard = [text([reply], language) for reply in told.to_families() for language in LANGUAGES]
    assert len(heard) == 12
    secrets = (order.name, order.phone, order.area, order.address, code, "الشارقة", "Sharjah")
    for secret in secrets:
        assert secret
        assert not any(secret in words.replace(order.number, "") for words in heard), secret


async def test_the_customer_hears_each_step(shop: Shop) -> None:
    await announced(shop.turns)
    for state, words in (
        (OrderState.accepted, "قُبل طلبكم"),
        (OrderState.packed, "جاهز للتوصيل"),
        (OrderState.out, "خرج طلبكم"),
    ):
        await shop.moved(state)
        told = await announced(shop.turns)
        assert told.people() == {"mona"}
        assert words in text(told.to("mona"))
        assert shop.order.number in text(told.to("mona"))
        assert ShowOrder(shop.order.id) in actions(told.to("mona")[0])
    async with shop.turns.database.read() as session:
        code = await delivery_code(session, shop.order.person_id, shop.order.id)
    assert code in text(told.to("mona"))
    assert "103" in text(told.to("mona"))


async def test_facts_are_told_in_order_and_once(shop: Shop) -> None:
    await shop.moved(*TO_THE_DOOR)
    told = await announced(shop.turns)
    heard = text(told.to("mona"))
    assert heard.index("قُبل") < heard.index("جاهز") < heard.index("خرج")
    assert await announced(shop.turns) == []


async def test_delivered_thanks_the_customer_and_tells_families_what_is_due(shop: Shop) -> None:
    await shop.moved(*TO_THE_DOOR)
    await announced(shop.turns)
    courier = await shop.person("courier")
    async with shop.turns.database.write() as session:
        code = await delivery_code(session, shop.order.person_id, shop.order.id)
        await confirm_delivery(
            acting(session, courier, shop.turns.clock()), shop.order.id, code, shop.order.total, ""
        )
    told = await announced(shop.turns)
    assert told.people() == {"mona", "rose-mother", "rose-daughter", "date-mother"}
    assert "شكراً لكم" in text(told.to("mona"))
    assert "مستحقاتكم الآن: 60" in text(told.to("rose-mother"))
    assert "AED 60 is now due to Dar Al Ward" in text(told.to("rose-daughter"), "en")
    assert "مستحقاتكم الآن: 28" in text(told.to("date-mother"))


async def test_not_delivered_gives_the_new_window(shop: Shop) -> None:
    await shop.moved(*TO_THE_DOOR)
    await announced(shop.turns)
    async with shop.turns.database.write() as session:
        await not_delivered(
            acting(session, now=shop.turns.clock()),
            shop.order.id,
            "لم يرد أحد",
            date(2026, 3, 5),
            "16:00-20:00",
            DEFAULT_TERMS,
        )
    told = await announced(shop.turns)
    assert told.people() == {"mona", "manager", "orders"}
    assert "الموعد الجديد: الخميس 5 مارس، من 4:00 عصراً" in text(told.to("mona"))
    for part in (shop.order.number, "السبب: لم يرد أحد", "الموعد الجديد: الخميس 5 مارس"):
        assert part in text(told.to("manager"))
    assert actions(told.to("manager")[0]) == [ManageOrder(shop.order.id)]
    assert "could not be delivered" in text(told.to("orders"), "en")


async def test_couriers_hear_what_is_packed_and_nobody_who_packs(shop: Shop) -> None:
    await staff(shop.turns, Role.orders, Role.courier, external_id="both")
    await announced(shop.turns)
    await shop.moved(OrderState.accepted, actor="orders")
    assert (await announced(shop.turns)).people() == {"mona"}
    await shop.moved(OrderState.packed, actor="orders")
    told = await announced(shop.turns)
    assert told.people() == {"mona", "courier"}
    for part in (shop.order.number, "الثلاثاء 3 مارس", "الشارقة، الرحمانية", "103"):
        assert part in text(told.to("courier"))
    assert "دبس" not in text(told.to("courier"))
    assert actions(told.to("courier")[0]) == [ManageOrder(shop.order.id)]


async def test_staff_cancel_for_a_reason_that_the_customer_reads(shop: Shop) -> None:
    await announced(shop.turns)
    orders = await shop.person("orders")
    async with shop.turns.database.write() as session:
        await cancel_by_staff(
            acting(session, orders, shop.turns.clock()), shop.order.id, "نفدت المواد"
        )
    told = await announced(shop.turns)
    assert told.people() == {"mona", "manager", "rose-mother", "rose-daughter", "date-mother"}
    assert "السبب: نفدت المواد" in text(told.to("mona"))
    assert "ماء ورد" in text(told.to("rose-mother"))
    assert "نفدت المواد" not in text(told.to("rose-mother"))


async def cancelled_by(shop: Shop, actor: str) -> Told:
    """What is told when staff cancel the order."""
    await announced(shop.turns)
    async with shop.turns.database.write() as session:
        by = await shop.person(actor)
        await cancel_by_staff(acting(session, by, shop.turns.clock()), shop.order.id, "customer")
    return await announced(shop.turns)


@pytest.mark.parametrize(("by", "cancels"), [("courier", "orders"), ("manager", "orders")])
async def test_whoever_has_an_order_with_them_hears_that_it_is_off(
    shop: Shop, by: str, cancels: str
) -> None:
    await shop.moved(*TO_THE_DOOR, actor=by)
    told = await cancelled_by(shop, cancels)
    assert told.people() & {"courier", "manager", "orders"} == {"courier", "manager"}
    heard = told.to(by)[0]
    assert f"أُلغي الطلب رقم {shop.order.number} بعد خروجه للتوصيل" in text([heard])
    assert actions(heard) == [ManageOrder(shop.order.id)]


@pytest.mark.parametrize("came_back", [False, True])
async def test_couriers_hear_nothing_of_an_order_cancelled_at_the_desk(
    shop: Shop, came_back: bool
) -> None:
    await shop.moved(OrderState.accepted, OrderState.packed)
    if came_back:
        await shop.moved(OrderState.out)
        async with shop.turns.database.write() as session:
            now, slot = shop.turns.clock(), (date(2026, 3, 4), "16:00-20:00")
            await not_delivered(
                acting(session, now=now), shop.order.id, "later", *slot, DEFAULT_TERMS
            )
    told = await cancelled_by(shop, "orders")
    assert "courier" not in told.people()
    assert len(told.to("manager")) == 1, "what staff cancel, as every manager hears it"


async def test_a_customer_who_cancels_is_heard_at_the_desk(shop: Shop) -> None:
    await announced(shop.turns)
    async with shop.turns.database.write() as session:
        await cancel_by_customer(
            acting(session, shop.order.person_id, shop.turns.clock()), shop.order.id
        )
    told = await announced(shop.turns)
    assert told.people() == {"manager", "orders", "rose-mother", "rose-daughter", "date-mother"}
    assert "ألغى العميل" in text(told.to("manager"))


async def test_a_struck_line_is_told_to_the_customer_and_of_families_to_its_own(shop: Shop) -> None:
    await announced(shop.turns)
    async with shop.turns.database.write() as session:
        lines = (await order_for_staff(session, shop.order.id)).lines
        (dates,) = [line.id for line in lines if line.family_id == 2]
        await strike_line(acting(session, now=shop.turns.clock()), shop.order.id, dates, "انكسرت")
    told = await announced(shop.turns)
    assert told.people() == {"mona", "date-mother", "catalogue", "manager"}
    assert "دبس تمر" in text(told.to("mona"))
    assert "المبلغ عند الاستلام الآن: 75" in text(told.to("mona"))
    assert "(28 د.إ)" in text(told.to("date-mother"))
    async with shop.turns.database.write() as session:
        await cancel_by_staff(acting(session, now=shop.turns.clock()), shop.order.id, "")
    assert "date-mother" not in (await announced(shop.turns)).people()


async def test_of_a_struck_piece_is_told_how_many_and_what_is_left(shop: Shop) -> None:
    await announced(shop.turns)
    async with shop.turns.database.write() as session:
        (roses, _) = (await order_for_staff(session, shop.order.id)).lines
        await strike_line(acting(session, now=shop.turns.clock()), shop.order.id, roses.id, "", 1)
    told = await announced(shop.turns)
    assert told.people() == {"mona", "rose-mother", "rose-daughter", "catalogue", "manager"}
    assert "ماء ورد × 1" in text(told.to("mona"))
    assert "المبلغ عند الاستلام الآن: 73" in text(told.to("mona"))
    assert "ماء ورد × 1" in text(told.to("rose-mother"))
    assert "(30 د.إ)" in text(told.to("rose-mother"))


async def test_managers_hear_of_the_fifth_wrong_code_and_of_nothing_before(shop: Shop) -> None:
    await shop.moved(*TO_THE_DOOR)
    await announced(shop.turns)
    async with shop.turns.database.write() as session:
        right = await delivery_code(session, shop.order.person_id, shop.order.id)
    wrong = "0000" if right != "0000" else "1111"
    for tries in range(1, 6):
        async with shop.turns.database.write() as session:
            await try_code(acting(session, now=shop.turns.clock()), shop.order.id, wrong)
        told = await announced(shop.turns)
        assert told.people() == ({"manager"} if tries == 5 else set())
    assert "5 مرات" in text(told.to("manager"))
    assert right not in text(told.to("manager")).replace(shop.order.number, "")


async def test_a_manager_whose_code_is_wrong_hears_of_it_by_the_reply_alone(shop: Shop) -> None:
    await staff(shop.turns, Role.manager, external_id="chief")
    await shop.moved(*TO_THE_DOOR)
    await announced(shop.turns)
    async with shop.turns.database.write() as session:
        right = await delivery_code(session, shop.order.person_id, shop.order.id)
    wrong = "0000" if right != "0000" else "1111"
    chief = await shop.person("chief")
    for _ in range(5):
        async with shop.turns.database.write() as session:
            await try_code(acting(session, chief, shop.turns.clock()), shop.order.id, wrong)
    assert (await announced(shop.turns)).people() == {"manager"}


async def test_managers_hear_who_has_joined(shop: Shop) -> None:
    await announced(shop.turns)
    await family_member(shop.turns, 2, external_id="date-sister")
    await staff(shop.turns, Role.courier, external_id="second-courier")
    told = await announced(shop.turns)
    assert told.people() == {"manager"}
    assert "بيت التمر" in text(told.to("manager"))
    assert "التوصيل" in text(told.to("manager"))


async def test_the_actor_hears_by_the_reply_alone_but_a_family_of_every_sale(
    turns: Turns,
) -> None:
    product = await shelf.add_product(turns, "ماء ورد", price=30, brand=ROSES)
    manager = await staff(turns, Role.manager, external_id="boss")
    await family_member(turns, 1, external_id="rose-mother")
    await announced(turns)
    await manager.presses_old(SetQuantity(await shelf.only_option(turns, product), 1))
    order = await buy(manager)
    assert (await announced(turns)).people() == {"rose-mother"}
    mother = await with_cart(
        turns, await shelf.only_option(turns, product), 1, external_id="rose-mother"
    )
    await buy(mother)
    assert (await announced(turns)).people() == {"boss", "rose-mother"}
    shop = Shop(turns, manager, order)
    await shop.moved(OrderState.accepted, actor="boss")
    assert await announced(turns) == []


async def test_the_blocked_hear_the_news_when_they_come_back(shop: Shop) -> None:
    async with shop.turns.database.write() as session:
        account = await session.scalar(
            select(Account.id).where(Account.external_id == "rose-mother")
        )
        assert account is not None
        await mark_blocked(session, account, shop.turns.clock())
    sold = (await announced(shop.turns)).to("rose-mother")
    assert "مبيعات جديدة" in text(sold)
    assert await outcomes(shop, account) == ["blocked"]
    await Talk(shop.turns, external_id="rose-mother").says("/start")
    assert await outcomes(shop, account) == [None]


async def outcomes(shop: Shop, account_id: int) -> list[str | None]:
    """What became of the messages that were owed to the account."""
    async with shop.turns.database.read() as session:
        found = select(OwedMessage.outcome).where(OwedMessage.account_id == account_id)
        return list(await session.scalars(found.order_by(OwedMessage.id)))


async def test_a_fact_that_cannot_be_told_does_not_silence_the_rest(shop: Shop) -> None:
    await announced(shop.turns)
    now = shop.turns.clock()
    async with shop.turns.database.write() as session:
        broken = {"fact": "of-a-later-version", "order_id": 1}
        await session.execute(insert(FactRow).values(body=broken, at=now, order_id=1))
        missing = {"fact": "order-accepted", "order_id": 999}
        await session.execute(insert(FactRow).values(body=missing, at=now))
    await shop.moved(OrderState.accepted)
    told = await announced(shop.turns)
    assert told.people() == {"mona", "manager"}
    assert len(told.to("mona")) == 1
    first, second = told.to("manager")
    assert shop.order.number in text([first])
    assert actions(first) == [ManageOrder(shop.order.id)]
    assert actions(second) == [ShowDesk()]
    async with shop.turns.database.read() as session:
        waiting = select(FactRow.id).where(FactRow.announced_at.is_(None))
        assert list(await session.scalars(waiting)) == []


async def test_on_both_databases(database: Database, clock: HandClock) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    product = await shelf.add_product(turns, "ماء ورد", price=30, brand=ROSES)
    await staff(turns, Role.orders)
    await family_member(turns, 1, external_id="rose-mother")
    await announced(turns)
    await buy(await with_cart(turns, await shelf.only_option(turns, product)))
    assert (await announced(turns)).people() == {"orders", "rose-mother"}
    assert await announced(turns) == []
