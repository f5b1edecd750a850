"""What was refused at the door is told to the customer, to each family of hers, and to the desk."""

from __future__ import annotations

import msgspec
import pytest

from handlers.dialog.actions.customer import OrderAgain, ShowOrder
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.turns import Turns
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.door import Refused, refuse_order, refuse_part
from models.orders.fulfilment import advance
from models.orders.queries import OrderView, order_for_staff
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import family_member, staff
from tests.handlers.told import Told, actions, announced, text
from tests.support.acting import acting
from tests.support.orders import TO_THE_DOOR
from tests.support.words import word

ROSES = ("دار الورد", "Dar Al Ward")
HERS = msgspec.structs.replace(DEFAULT_TERMS, centre_bears_losses=False)


async def at_the_door(turns: Turns) -> OrderView:
    """Two bottles at 140 of a family, on their way, and everybody who has to do with them."""
    water = await shelf.add_product(turns, "ماء ورد", "Rose water", price=140, brand=ROSES)
    await staff(turns, Role.orders)
    await staff(turns, Role.courier)
    await family_member(turns, 1, external_id="rose-mother")
    mona = await with_cart(turns, await shelf.only_option(turns, water), 2)
    order = await buy(mona)
    async with turns.database.write() as session:
        for state in TO_THE_DOOR:
            await advance(acting(session, now=turns.clock()), order.id, state)
    await announced(turns)
    async with turns.database.read() as session:
        return await order_for_staff(session, order.id)


async def part_refused(turns: Turns, *, spoiled: bool = False, centre_bears: bool = True) -> Told:
    """What is told when one of the bottles is refused."""
    order = await at_the_door(turns)
    part = Refused(order.lines[0].id, 1, spoiled)
    async with turns.database.write() as session:
        terms = DEFAULT_TERMS if centre_bears else HERS
        await refuse_part(acting(session, now=turns.clock()), order.id, [part], terms)
    return await announced(turns)


async def test_a_refused_part_is_told_to_everybody_it_concerns(turns: Turns) -> None:
    told = await part_refused(turns)
    assert told.people() == {"mona", "orders", "rose-mother"}
    (mona,), (desk,), (mother,) = (told.to(name) for name in ("mona", "orders", "rose-mother"))
    assert "• ماء ورد × 1\n\n💵 المبلغ عند الاستلام الآن: 155 د.إ" in text([mona])
    assert [type(action) for action in actions(mona)] == [ShowOrder]
    assert "ماء ورد × 1 – الفحص عند العودة" in text([desk])
    assert "إجمالي الطلب الآن: 155 د.إ" in text([desk])
    assert [type(action) for action in actions(desk)] == [ManageOrder]
    assert "• ماء ورد × 1 – الفحص عند العودة" in text([mother])
    assert "ما سيُفحص (140 د.إ) لا يُضاف ثمنه إلى المستحقات الآن" in text([mother])
    assert "مستحقاتكم الآن" not in text([mother])
    assert [type(action) for action in actions(mother)] == [ShowFamilyHome]


@pytest.mark.parametrize("centre_bears", [True, False])
async def test_a_family_hears_who_bears_what_is_spoiled(turns: Turns, centre_bears: bool) -> None:
    told = await part_refused(turns, spoiled=True, centre_bears=centre_bears)
    assert "ماء ورد × 1 – لا يصلح للبيع" in text(told.to("orders"))
    heard, english = text(told.to("rose-mother")), text(told.to("rose-mother"), "en")
    if centre_bears:
        assert "يتحمّل المركز ثمنه: أُضيف 140 د.إ إلى مستحقاتكم" in heard
        assert "مستحقاتكم الآن: 140 د.إ" in heard
        assert "AED 140 was added to what is due to you" in english
    else:
        assert "ما تلف أو صُنع لهذا الطلب خاصة (140 د.إ) لا يُضاف ثمنه" in heard
        assert "(AED 140) is not added" in english
    assert "يُفحص" not in heard


async def test_a_refused_order_is_told_kindly_and_costs_nothing(turns: Turns) -> None:
    order = await at_the_door(turns)
    async with turns.database.write() as session:
        courier = acting(session, now=turns.clock())
        await refuse_order(courier, order.id, {order.lines[0].id: 1}, DEFAULT_TERMS)
    told = await announced(turns)
    assert told.people() == {"mona", "orders", "rose-mother"}
    assert "ولا يلزم دفع أي مبلغ" in text(told.to("mona"))
    assert isinstance(actions(told.to("mona")[0])[0], OrderAgain)
    both = "ماء ورد × 1 – الفحص عند العودة\n• ماء ورد × 1 – لا يصلح للبيع"
    assert both in text(told.to("orders"))
    mother = text(told.to("rose-mother"))
    assert both in mother
    assert "ما سيُفحص (140 د.إ) لا يُضاف" in mother
    assert "مستحقاتكم الآن: 140 د.إ" in mother


async def test_who_did_it_is_not_told(turns: Turns) -> None:
    order = await at_the_door(turns)
    desk = await staff(turns, Role.orders)
    async with turns.database.write() as session:
        acts = acting(session, await desk.person_id(), turns.clock())
        await refuse_order(acts, order.id, {}, DEFAULT_TERMS)
    assert (await announced(turns)).people() == {"mona", "rose-mother"}


async def test_no_family_hears_who_refused(turns: Turns) -> None:
    told = await part_refused(turns)
    heard = text(told.to("rose-mother")) + text(told.to("rose-mother"), "en")
    for secret in ("منى", "+9715", "الشارقة", "Sharjah"):
        assert secret not in heard


async def test_her_page_says_that_it_was_not_taken(turns: Turns) -> None:
    await part_refused(turns)
    mother = await family_member(turns, 1, external_id="rose-mother")
    await mother.says("/sales")
    assert word("family-line-refused") in mother.text
    assert word("family-line-struck") not in mother.text
