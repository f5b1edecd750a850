"""A part is refused at the door, in Arabic over the Bot API: what is paid, credited and told."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select

from bot.app.assembly import Storefront
from models.accounting.ledger import due_to
from models.kernel.database import Database
from models.kernel.money import Money
from models.messaging.accounts import Account
from models.orders.fulfilment import advance
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.returns import Disposition, ReturnedPieces
from models.people.access import Role
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.bot.opened import opened
from tests.bot.whole.busy_day import joins
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import FakeBotApi, Person
from tests.support.acting import acting
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.shelves import an_option
from tests.support.words import label, word


async def two_at_the_door(shop: Storefront, customer: Person) -> tuple[OrderView, str]:
    """Two pieces at 140 with a fee of 15, on their way to the customer; and her code."""
    now = datetime.now(UTC)
    async with shop.database.write() as session:
        found = select(Account.person_id).where(Account.external_id == str(customer.id))
        person_id = (await session.scalars(found)).one()
        thing = await an_option(session, stock=3, price=Money.dirhams(140), now=now)
        order = await an_order(session, person_id, {thing: 2}, now)
        for state in TO_THE_DOOR:
            await advance(acting(session, now=now), order.id, state)
        return order, await delivery_code(session, person_id, order.id)


async def test_a_part_is_refused_at_the_door(api: FakeBotApi, sqlite_url: str) -> None:
    async with opened(api, sqlite_url) as shop:
        people = {name: api.person(name) for name in ("العميلة", "الأسرة", "المندوبة", "المكتب")}
        customer, mother, courier, desk = people.values()
        await customer.starts()
        await customer.quiet()
        await joins(shop, courier, role=Role.courier)
        await joins(shop, desk, role=Role.orders)
        order, code = await two_at_the_door(shop, customer)
        await joins(shop, mother, family_id=order.lines[0].family_id)
        await customer.sees(f"خرج طلبكم رقم {order.number} (")
        await refuses_one(courier, order)
        assert (await customer.sees("لم يُستلم من طلبكم")).contains("لقيمات × 1")
        await customer.sees("المبلغ عند الاستلام الآن: 155 د.إ")
        assert (await desk.sees("رُفض جزء من الطلب")).contains("لقيمات × 1 – الفحص عند العودة")
        await mother.sees("ما سيُفحص (140 د.إ) لا يُضاف ثمنه إلى المستحقات الآن")
        await says(courier, code, "المبلغ المطلوب 155 د.إ")
        await presses(courier, "المبلغ كاملاً: 155 د.إ", f"تم تسليم الطلب {order.number}.")
        assert (await mother.sees("أُضيف 140 د.إ إلى مستحقات")).contains("لقيمات × 1 = 140 د.إ")
        await customer.sees("والمبلغ المدفوع 155 د.إ")
        await api.quiet(settle=0.2)
        await the_books_are_true(shop.database, order)
    api.assert_clean()


async def refuses_one(courier: Person, order: OrderView) -> None:
    """The courier opens the order, and says that one of the two pieces comes back."""
    await says(courier, f"/deliveries {order.number}", f"طلب {order.number} –")
    await presses(courier, label("button-part-refused"), word("refusing-ask-pieces"))
    await presses(courier, "1", word("refusing-ask-condition"))
    await presses(courier, word("refusing-sound"), "بعد ذلك: 155 د.إ")
    await presses(courier, "تأكيد، والمبلغ 155 د.إ", "المبلغ المطلوب الآن: 155 د.إ")
    await courier.sees("ما رمز التسليم")


async def the_books_are_true(database: Database, order: OrderView) -> None:
    """One piece is paid for and credited; the other is on no shelf, and is to be looked at."""
    async with database.read() as session:
        now = await order_for_staff(session, order.id)
        assert (now.state, now.total, now.taken) == ("delivered", *[Money.dirhams(155)] * 2)
        assert await due_to(session, order.lines[0].family_id) == Money.dirhams(140)
        assert await session.scalar(select(Option.on_hand)) == 1
        (piece,) = await session.scalars(select(ReturnedPieces))
        assert (piece.quantity, piece.disposition) == (1, Disposition.inspect)
        assert piece.decided_at is None
        assert await discrepancies(session) == []
