"""What staff and families do holds on PostgreSQL as on SQLite."""

from __future__ import annotations

import asyncio

from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.handover import confirm_delivery
from models.people.access import Role
from tests.handlers.people import family_member, staff
from tests.handlers.staff.drafts import skip_the_rest
from tests.handlers.staff.ordering import an_order, code_of, order_named, wrong_code
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.held_up import until_somebody_waits
from tests.support.words import label, word


async def test_a_day_at_the_bazaar(database: Database, clock: HandClock) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    await manager.presses(word("button-add-family"))
    await manager.says("دار الورد")
    await manager.says("Dar Al Ward")
    await manager.says("/addproduct")
    await manager.presses(word("package-atayeb"))
    await manager.says("معمول", "Maamoul", "الورد")
    await manager.presses(word("adding-in-stock"))
    await manager.presses(word("adding-kind-one"))
    await manager.says("45")
    await manager.says("12")
    await manager.presses(word("audience-everyone"))
    await skip_the_rest(manager)
    await manager.presses(label("button-publish"))
    assert word("adding-published") in manager.text
    await manager.presses(word("catalogue-change-quantity"))
    await manager.says("+8")
    assert "الكمية 20" in manager.text

    number = await an_order(turns, state="out")
    courier = await staff(turns, Role.courier)
    await courier.says("/desk")
    await courier.presses("خرج للتوصيل (1)")
    await courier.presses(number)
    await courier.presses(label("button-delivered"))
    await courier.says(await wrong_code(turns, number))
    assert "محاولات" in courier.text
    await courier.says(await code_of(turns, number))
    await courier.presses("المبلغ كاملاً")
    assert (await order_named(turns, number)).taken == Money.dirhams(215)

    mother = await family_member(turns, 1)
    await mother.says("/family")
    assert "المستحق الآن: 200 د.إ" in mother.text
    await mother.says("/sales")
    await mother.says("/products")
    assert "معمول: 45 د.إ، بقيت 20 قطعة" in mother.text
    for command in ("/team", "/bazaars", "/catalogue معمول", "/deliveries"):
        await manager.says(command)
        assert "نعتذر" not in manager.text


async def test_of_two_who_confirm_at_once_the_second_sees_the_order_as_it_stands(
    database: Database, clock: HandClock
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    number = await an_order(turns, state="out")
    code, order = await code_of(turns, number), await order_named(turns, number)
    courier = await staff(turns, Role.courier)
    async with database.write() as session:
        await confirm_delivery(acting(session, now=clock()), order.id, code, order.total, "")
        second = asyncio.create_task(courier.says(f"/confirm {number} {code}"))
        await until_somebody_waits(database)
    await second
    assert courier.notice == "حالة الطلب الآن: تم التسليم"
    assert courier.labels == [word("button-deliveries"), word("button-desk")]
