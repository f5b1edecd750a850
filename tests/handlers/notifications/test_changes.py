"""A changed order is told once to everybody whom the change concerns, and never to who did it."""

from __future__ import annotations

import pytest

from handlers.customer.account.notices import AT_ONCE
from handlers.dialog.actions.customer import SetNotices, ShowOrder
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.actions.runs import ShowMyRun
from handlers.dialog.turns import Turns
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.notice_habits import OFF
from models.orders.change_kinds import Change, More, NewLines, NewNote, NewPhone, Off, Place
from models.orders.change_preview import preview
from models.orders.changes import change_by_staff, change_own
from models.orders.delivery_plan import plan_of_terms
from models.orders.fulfilment import advance
from models.orders.queries import OrderView, order_for_staff
from models.orders.readdressing import change_address
from models.orders.run_planning import Share
from models.orders.runs import make_runs
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import family_member, staff
from tests.handlers.told import Told, actions, announced, text
from tests.support.acting import acting
from tests.support.orders import TO_THE_DOOR

ROSES = ("دار الورد", "Dar Al Ward")
PHONE, NOTE = NewPhone("+971507654321"), NewNote("الباب الخلفي")
DUBAI = Place("برج 3", emirate="dubai", area="البرشاء")


async def an_order(turns: Turns, steps: int = 0, *, told: bool = True) -> OrderView:
    """Two bottles at 140 of a family that has joined, and everybody who has to do with them."""
    water = await shelf.add_product(turns, "ماء ورد", "Rose water", price=140, brand=ROSES)
    await staff(turns, Role.orders)
    await staff(turns, Role.courier)
    await family_member(turns, 1, external_id="rose-mother")
    mona = await with_cart(turns, await shelf.only_option(turns, water), 2)
    order = await buy(mona)
    async with turns.database.write() as session:
        for state in TO_THE_DOOR[:steps]:
            await advance(acting(session, now=turns.clock()), order.id, state)
    if told:
        await announced(turns)
    async with turns.database.read() as session:
        return await order_for_staff(session, order.id)


async def told_of(
    turns: Turns, order: OrderView, change: Change, actor_id: int | None = None
) -> Told:
    """What is told when that person (the customer, or else staff) changes the order so."""
    await change_it(turns, order, change, actor_id)
    return await announced(turns)


async def change_it(
    turns: Turns, order: OrderView, change: Change, actor_id: int | None = None
) -> None:
    """That person (the customer, or else staff) changes the order so."""
    async with turns.database.write() as session:
        now = await order_for_staff(session, order.id)
        agreed = (await preview(session, now, change, plan_of_terms(DEFAULT_TERMS))).agreed
        does = change_own if actor_id == order.person_id else change_by_staff
        doing = acting(session, actor_id, turns.clock())
        await does(doing, order.id, change, DEFAULT_TERMS, agreed)


def one_less(order: OrderView) -> NewLines:
    return NewLines(off=(Off(order.lines[0].id, 1),))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (PHONE, "غيّر العميل رقم هاتف الطلب"),
        (NOTE, "الباب الخلفي"),
        (NewNote(""), ""),
        (DUBAI, "دبي، البرشاء، برج 3\n\nالمبلغ عند الاستلام الآن: 305 د.إ"),
    ],
)
async def test_the_desk_alone_hears_what_the_customer_changed(
    turns: Turns, change: Change, words: str
) -> None:
    order = await an_order(turns)
    told = await told_of(turns, order, change, order.person_id)
    if change == NewNote(order.note):
        assert told == []
        return
    ((who, reply),) = told
    assert who == "orders"
    assert words in text([reply])
    assert [type(action) for action in actions(reply)] == [ManageOrder]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (PHONE, "يتصل المندوب بهذا الرقم"),
        (NOTE, "الباب الخلفي"),
        (DUBAI, "المبلغ عند الاستلام الآن: 305 د.إ"),
        (Place("شارع 9", area="مويلح"), "صُحّح عنوان طلبكم"),
    ],
)
async def test_the_customer_alone_hears_what_the_team_changed(
    turns: Turns, change: Change, words: str
) -> None:
    order = await an_order(turns)
    desk = await staff(turns, Role.orders)
    ((who, reply),) = await told_of(turns, order, change, await desk.person_id())
    assert who == "mona"
    assert words in text([reply])
    assert [type(action) for action in actions(reply)] == [ShowOrder]


async def test_a_family_hears_what_of_hers_changed_and_nothing_of_the_customer(
    turns: Turns,
) -> None:
    order = await an_order(turns)
    told = await told_of(turns, order, one_less(order), order.person_id)
    assert told.people() == {"orders", "rose-mother"}
    (desk,), (mother,) = told.to("orders"), told.to("rose-mother")
    assert "➖ ماء ورد × 1" in text([desk])
    assert "المبلغ عند الاستلام الآن: 155 د.إ" in text([desk])
    assert "لم يعد مطلوباً:\n➖ ماء ورد × 1" in text([mother])
    assert [type(action) for action in actions(mother)] == [ShowFamilyHome]
    for secret in ("منى", "+9715", "الشارقة", "155"):
        assert secret not in text([mother])


async def test_of_another_familys_things_she_hears_nothing(turns: Turns) -> None:
    order = await an_order(turns)
    brand = ("بيت التمر", "Date House")
    dates = await shelf.add_product(turns, "تمر", "Dates", price=20, brand=brand)
    more = NewLines(more=(More(await shelf.only_option(turns, dates), 2),))
    await staff(turns, Role.manager)
    told = await told_of(turns, order, more, order.person_id)
    assert told.people() == {"orders", "manager"}
    heard = text(told.to("manager"))
    assert "ولم تُبلَّغ بذلك الأسرة" in heard
    assert "تمر × 2" in heard
    assert "ماء ورد" not in heard


@pytest.mark.parametrize("way", [AT_ONCE, OFF])
async def test_what_the_team_takes_out_of_a_packed_order_is_to_be_packed_anew(
    turns: Turns, way: int
) -> None:
    """Whoever packed it hears that at once, with the notices of orders turned off too."""
    order = await an_order(turns, steps=1)
    packer = await staff(turns, Role.orders)
    await packer.presses_old(SetNotices("orders", way, sure=True))
    async with turns.database.write() as session:
        doing = acting(session, await packer.person_id(), turns.clock())
        await advance(doing, order.id, TO_THE_DOOR[1])
    await announced(turns)
    other = await staff(turns, Role.manager)
    told = await told_of(turns, order, one_less(order), await other.person_id())
    assert told.people() == {"mona", "orders", "rose-mother"}
    assert "يُرجى تجهيزه من جديد" in text(told.to("orders"))
    assert "عدّل الفريق محتوى طلبكم" in text(told.to("mona"))


@pytest.mark.parametrize("change", [PHONE, NOTE, DUBAI])
async def test_whoever_has_it_in_a_run_hears_that_the_stop_changed(
    turns: Turns, change: Change
) -> None:
    order = await an_order(turns, steps=2)
    courier = await staff(turns, Role.courier)
    await in_a_run(turns, order, await courier.person_id())
    told = await told_of(turns, order, change)
    assert told.people() == {"mona", "courier"}
    (stop,) = told.to("courier")
    assert "تغيّرت محطة في جولتكم" in text([stop])
    assert [type(action) for action in actions(stop)] == [ShowMyRun]


async def in_a_run(turns: Turns, order: OrderView, courier: int) -> None:
    """Put the order into a run of the courier."""
    async with turns.database.write() as session:
        share = Share(courier, (order.id,))
        doing = acting(session, now=turns.clock())
        assert await make_runs(doing, order.day, order.window, [share]) == ()
    await announced(turns)


async def test_a_corrected_address_in_a_run_is_told_once_to_each(turns: Turns) -> None:
    order = await an_order(turns, steps=2)
    courier = await staff(turns, Role.courier)
    await in_a_run(turns, order, await courier.person_id())
    async with turns.database.write() as session:
        mona = acting(session, order.person_id, turns.clock())
        await change_address(mona, order.id, Place("شارع 9"))
    told = await announced(turns)
    assert [name for name, _ in told] == ["orders", "courier"]
    assert "غيّر العميل عنوان الطلب" in text(told.to("orders"))
    assert "شارع 9" in text(told.to("courier"))


async def test_a_sale_that_is_told_late_is_told_as_it_was_ordered(turns: Turns) -> None:
    """Else its maker would count twice what came in, and never what went out."""
    order = await an_order(turns, told=False)
    (water,) = order.lines
    cream = await shelf.add_product(turns, "كريم", "Cream", price=50, brand=ROSES)
    more = await shelf.only_option(turns, cream)
    changes = (
        NewLines(more=(More(water.option_id, 3), More(more, 1))),
        NewLines(off=(Off(water.id, 4),)),
    )
    for change in changes:
        await change_it(turns, order, change)
    told = await announced(turns)
    sold, first, second = (text([reply]) for reply in told.to("rose-mother"))
    assert "ماء ورد × 2" in sold
    assert "كريم" not in sold
    assert "• ماء ورد × 3" in first
    assert "• كريم × 1" in first
    assert "➖ ماء ورد × 4" in second
