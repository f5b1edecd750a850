"""Orders for who telephones: the caller's alone, told apart, and claimed by whose the number is."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import OrderAgain, SetQuantity
from handlers.dialog.actions.deliveries import EndOnBehalf, ListDeliveries, StartOnBehalf
from handlers.dialog.speech import Amount, Choice, SharedPhone
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.conversations import Conversation
from models.orders.tables import Order
from models.people.access import Role
from models.people.team import take_role
from tests.handlers.customer.buying import WORDS, buy, orders, with_cart
from tests.handlers.customer.shop.test_wishes import cake_with_wishes
from tests.handlers.people import customer, staff
from tests.handlers.shelf import add_product, only_option
from tests.handlers.staff.ordering import code_of, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word

NAME = "أم خالد عبد الرحمن المنصوري"
AR = WORDS["ar"]


async def begun(option_id: int, desk: Talk) -> None:
    """The desk orders two of an option for Umm Khalid, and sees the caller's cart."""
    await desk.says("/desk")
    await desk.presses(label("button-on-behalf"))
    await desk.says("050 765 4321")
    await desk.says(NAME)
    await desk.presses_old(SetQuantity(option_id, 2))
    await desk.says("/cart")


async def to_summary(desk: Talk) -> None:
    """What checkout still asks of who orders for a caller."""
    await desk.presses(AR["checkout"])
    await desk.presses(AR["sharjah"])
    await desk.says(AR["area"])
    await desk.says(AR["address"])
    await desk.presses(AR["skip"])


def placing_of(desk: Talk) -> Action:
    """What the button stands for that places the order of the summary on the screen."""
    shown = [choice for choice in desk.choices if isinstance(choice, Choice)]
    return next(choice.action for choice in shown if AR["place"] in desk.reads(choice.label))


async def placed(turns: Turns, option_id: int, desk: Talk) -> Order:
    """An order for Umm Khalid, just placed."""
    await begun(option_id, desk)
    await to_summary(desk)
    await desk.presses(AR["place"])
    return (await orders(turns))[-1]


@pytest.fixture
async def option_id(turns: Turns) -> int:
    """A thing on the shelf."""
    return await only_option(turns, await add_product(turns, "بخور", on_hand=30))


async def test_an_order_for_a_caller_is_the_callers_and_not_the_desks(
    turns: Turns, option_id: int
) -> None:
    desk = await staff(turns, Role.orders)
    await desk.presses_old(SetQuantity(option_id, 5))
    own = await buy(desk)
    await desk.presses_old(SetQuantity(option_id, 1))
    price = Money.dirhams(35)
    order = await placed(turns, option_id, desk)
    assert (order.name, order.phone, order.placed_by) == (
        NAME,
        "+971507654321",
        own.person_id,
    )
    assert order.person_id != own.person_id
    assert order.items.fils == own.items.fils * 2 // 5
    await desk.says("/cart")
    assert NAME not in desk.text
    assert word("cart-line-sum", count=1, price=Amount(price), amount=Amount(price)) in desk.text
    await desk.says("/orders")
    assert order.number not in desk.text


async def test_for_whom_it_is_stands_above_menu_cart_and_summary(
    turns: Turns, option_id: int
) -> None:
    desk = await staff(turns, Role.orders)
    await begun(option_id, desk)
    note = "طلب نيابة عن أم خالد عبد الرحمن المن"
    assert note in desk.text
    await desk.says("/start")
    assert note in desk.text
    await desk.says("/cart")
    await to_summary(desk)
    assert note in desk.text
    assert NAME in desk.text
    assert "+971507654321" in desk.text


async def test_for_whom_it_is_stands_above_the_cart_whose_wish_was_dropped(turns: Turns) -> None:
    cake = await cake_with_wishes(turns)
    desk = await staff(turns, Role.orders)
    await begun(cake, desk)
    await desk.presses(label("wish-write"))
    await desk.says("كتابة مريم عليها")
    await desk.says("/cart")
    await desk.presses(label("wish-change"))
    await desk.presses(label("wish-drop"))
    assert desk.notice == word("wish-dropped")
    assert "طلب نيابة عن أم خالد عبد الرحمن المن" in desk.text
    assert label("on-behalf-end") in " ".join(desk.labels)


async def test_the_code_is_read_out_once(turns: Turns, option_id: int, clock: HandClock) -> None:
    desk = await staff(turns, Role.orders)
    await begun(option_id, desk)
    await to_summary(desk)
    place = placing_of(desk)
    await desk.presses(AR["place"])
    said = re.search(r"رمز التسليم: (\d{4})", desk.text)
    assert said
    # A finger that slips must not lose it.
    await desk.presses_old(place)
    assert said[1] in desk.text
    assert len(await orders(turns)) == 1
    clock.advance(minutes=11)
    await desk.presses_old(place)
    assert said[1] not in desk.text
    assert word("on-behalf-code-was-said") in desk.text
    await desk.presses(word("staff-open-order"))
    assert said[1] not in desk.text


async def test_it_is_told_apart_in_the_list_and_on_its_card(turns: Turns, option_id: int) -> None:
    desk = await staff(turns, Role.orders)
    order = await placed(turns, option_id, desk)
    other = await buy(await with_cart(turns, option_id))
    await desk.presses_old(ListDeliveries("placed"))
    rows = {number: row for row in desk.labels for number in re.findall(r"\d{6}", row)}
    assert rows[order.number].startswith("☎️")
    assert not rows[other.number].startswith("☎️")
    await desk.says(f"/deliveries {order.number}")
    assert "طلب بالهاتف، عن طريق" in desk.text
    assert "لا محادثة للعميل هنا" in desk.text


async def test_the_caller_hears_nothing_before_the_number_is_proved(
    turns: Turns, option_id: int
) -> None:
    desk = await staff(turns, Role.orders)
    order = await placed(turns, option_id, desk)
    assert order.number not in text((await announced(turns)).to("mona"))
    mona = await customer(turns)
    await mona.says("/orders")
    await mona.presses(label("button-claim"))
    await mona.says("050 765 4321")
    assert word("claim-needs-sharing") in mona.text
    await mona.sends(SharedPhone("971507654321"))
    assert word("claim-needs-sharing") in mona.text, "a page vouches for nobody"
    await mona.sends(SharedPhone("971507654321", proven=True))
    assert word("claim-found", count=1) in mona.text
    assert order.number in mona.text
    await mona.says(order.number)
    code = await code_of_order(turns, order)
    assert code in mona.text
    desk = await staff(turns, Role.orders)
    await desk.says(f"/deliveries {order.number}")
    assert "لا محادثة للعميل هنا" not in desk.text
    assert (await order_named(turns, order.number)).person_id == await mona.person_id()


async def code_of_order(turns: Turns, order: Order) -> str:
    """The order's code."""
    return await code_of(turns, order.number)


async def test_a_number_that_nobody_ordered_by_is_said_to_be(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("/orders")
    await mona.presses(label("button-claim"))
    await mona.sends(SharedPhone("971507654321", proven=True))
    assert word("claim-none") in mona.text


async def test_an_owners_next_order_comes_to_her_chat_with_its_code(
    turns: Turns, option_id: int
) -> None:
    desk = await staff(turns, Role.orders)
    await placed(turns, option_id, desk)
    mona = await customer(turns)
    await mona.says("/orders")
    await mona.presses(label("button-claim"))
    await mona.sends(SharedPhone("971507654321", proven=True))
    await announced(turns)
    await begun(option_id, desk)
    await desk.presses(AR["checkout"])
    await desk.presses(AR["skip"])
    await desk.presses(AR["place"])
    order = (await orders(turns))[-1]
    code = await code_of_order(turns, order)
    assert word("on-behalf-code-in-chat") in desk.text
    assert code not in re.findall(r"\d{4,}", desk.text)
    assert order.person_id == await mona.person_id()
    heard = text((await announced(turns)).to("mona"))
    assert order.number in heard
    assert code in heard


async def test_the_next_caller_begins_with_nothing_of_the_last(
    turns: Turns, option_id: int
) -> None:
    desk = await staff(turns, Role.orders)
    await begun(option_id, desk)
    await to_summary(desk)
    await desk.presses_old(StartOnBehalf())
    await desk.says("0501112223")
    await desk.says("سالم")
    await desk.says("/cart")
    assert word("cart-empty") in desk.text
    await desk.presses_old(SetQuantity(option_id, 1))
    await desk.says("/cart")
    await desk.presses(AR["checkout"])
    assert word("checkout-ask-emirate") in desk.text
    assert NAME not in desk.text


async def test_a_caller_who_calls_again_is_offered_by_name_and_place(
    turns: Turns, option_id: int
) -> None:
    desk = await staff(turns, Role.orders)
    await placed(turns, option_id, desk)
    await desk.presses_old(StartOnBehalf())
    await desk.says("0507654321")
    await desk.presses("أم خالد")
    await desk.presses_old(SetQuantity(option_id, 1))
    await desk.says("/cart")
    await desk.presses(AR["checkout"])
    await desk.presses(AR["skip"])
    assert AR["address"] in desk.text


@pytest.mark.parametrize("how", ["ended", "forgotten", "no longer of the desk"])
async def test_a_callers_address_never_goes_with_another_cart(
    turns: Turns, option_id: int, clock: HandClock, how: str
) -> None:
    desk = await staff(turns, Role.orders, Role.catalogue)
    await desk.presses_old(SetQuantity(option_id, 5))
    await begun(option_id, desk)
    await to_summary(desk)
    place = placing_of(desk)
    if how == "ended":
        await desk.presses_old(EndOnBehalf())
    elif how == "forgotten":
        clock.now += timedelta(hours=2)
    else:
        await sent_away(turns, desk)
    await desk.presses_old(place)
    assert await orders(turns) == []
    await desk.says("/cart")
    assert NAME not in desk.text
    await desk.presses(AR["checkout"])
    assert word("checkout-ask-name") in desk.text


@pytest.mark.parametrize("guarded", [True, False])
async def test_a_forgotten_callers_answers_are_seen_by_nobody(
    turns: Turns,
    option_id: int,
    clock: HandClock,
    guarded: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without the guard: the caller's name and number, above what the desk has in its own cart."""
    desk = await staff(turns, Role.orders)
    await desk.presses_old(SetQuantity(option_id, 5))
    await begun(option_id, desk)
    await desk.presses(AR["checkout"])
    await desk.presses(AR["sharjah"])
    await desk.says(AR["area"])
    clock.now += timedelta(hours=2)
    if not guarded:
        monkeypatch.setattr("handlers.dialog.turns.is_of", lambda _state, _caller_id: True)
    await desk.says(AR["address"])
    if not guarded:
        await desk.presses(AR["skip"])
        assert NAME in desk.text
        return
    assert word("on-behalf-over") in desk.text
    await desk.says("/cart")
    await desk.presses(AR["checkout"])
    assert word("checkout-ask-name") in desk.text
    assert word("on-behalf-over") not in desk.text


async def test_a_wish_that_was_asked_for_a_caller_is_kept_with_nothing_of_ones_own(
    turns: Turns, clock: HandClock
) -> None:
    cake = await cake_with_wishes(turns)
    desk = await staff(turns, Role.orders)
    await desk.presses_old(SetQuantity(cake, 1))
    await begun(cake, desk)
    await desk.presses(label("wish-write"))
    clock.now += timedelta(hours=2)
    await desk.says("كتابة مريم عليها")
    assert word("on-behalf-over") in desk.text
    await desk.says("/cart")
    assert "كتابة مريم" not in desk.text


async def test_answers_that_were_left_are_gone_with_the_caller(
    turns: Turns, option_id: int
) -> None:
    desk = await staff(turns, Role.orders)
    await begun(option_id, desk)
    await to_summary(desk)
    await desk.says("/cancel")
    await desk.presses_old(EndOnBehalf())
    async with turns.database.read() as session:
        states = list(await session.scalars(select(Conversation.state)))
    assert states == [None]


async def sent_away(turns: Turns, desk: Talk) -> None:
    """Take the desk's role away."""
    person = await desk.person_id()
    async with turns.database.write() as session:
        await take_role(acting(session, now=turns.clock()), Role.orders, person)


async def test_a_callers_open_orders_are_limited_as_anybodys(
    sqlite_database: Database, clock: HandClock
) -> None:
    turns = Turns(sqlite_database, replace(DEFAULT_TERMS, open_orders=2), clock)
    option_id = await only_option(turns, await add_product(turns, "بخور", on_hand=30))
    desk = await staff(turns, Role.orders)
    for _ in range(3):
        await placed(turns, option_id, desk)
    assert len(await orders(turns)) == 2
    assert word("refused-open-orders", most=2) in desk.text
    await desk.presses_old(EndOnBehalf())
    await desk.presses_old(SetQuantity(option_id, 1))
    await buy(desk)
    assert len(await orders(turns)) == 3, "the desk's own orders are another matter"


async def test_only_the_desk_orders_for_others(turns: Turns) -> None:
    courier = await staff(turns, Role.courier)
    await courier.presses_old(StartOnBehalf())
    assert word("refused-not-allowed") in courier.text
    await courier.says("/desk")
    assert label("button-on-behalf") not in " ".join(courier.labels)


async def test_ones_own_order_again_is_for_ones_own_cart(turns: Turns, option_id: int) -> None:
    desk = await staff(turns, Role.orders)
    await desk.presses_old(SetQuantity(option_id, 1))
    own = await buy(desk)
    await begun(option_id, desk)
    await desk.presses_old(OrderAgain(own.id))
    assert NAME not in desk.text
    await desk.presses(AR["checkout"])
    await desk.presses(AR["place"])
    assert (await orders(turns))[-1].placed_by is None
