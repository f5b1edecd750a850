"""A customer fetches the order at the hall: chosen in the checkout, and said in words that hold."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import PlaceOrder, ShowOrder, ShowReceipt
from handlers.dialog.pictures import Receipt
from handlers.dialog.turns import Turns
from models.kernel.money import NOTHING
from models.kernel.shop_terms import DEFAULT_TERMS, HALL, DeliveryWindow
from models.orders.pick_up_changes import offer_pick_up, set_pick_up_place
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.customer.buying import WORDS, orders, with_cart
from tests.handlers.staff.ordering import code_of
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.pick_ups import AFTERNOON, PLACE, offer
from tests.support.words import word

LONG = ("مجلس ضاحية الرحمانية الكبير قرب الحديقة ومركز الإمارة للفنون", "B" * 60)
TOLD = {
    "ar": ("الاستلام من القاعة", "موعد الاستلام: ", "الشارقة · 15 د.إ"),
    "en": ("Pick up at the hall", "Pick-up: ", "Sharjah · AED 15"),
}
NOT_TRUE = {
    "ar": ("التوصيل", "المندوب", "توصيل"),
    "en": ("elivery", "courier", "deliver", "door"),
}
LANGUAGES: tuple[Language, ...] = ("ar", "en")


async def offered(turns: Turns, *windows: DeliveryWindow) -> None:
    """Let customers fetch at the hall."""
    async with turns.database.write() as session:
        await offer(session, windows or (AFTERNOON,))


async def mona(turns: Turns, language: Language = "ar") -> Talk:
    """A shopper with two pieces of 50 dirhams in the cart, who sees it."""
    product = await shelf.add_product(turns, "بخور", "Bakhoor", options=[("", "", 50, 9)])
    return await with_cart(turns, await shelf.only_option(turns, product), language=language)


async def to_place(talk: Talk) -> None:
    """Answer the questions up to the one for the emirate."""
    words = WORDS[talk.language]
    await talk.presses(words["checkout"])
    await talk.says(words["name"])
    await talk.shares_phone("971501234567")


def holds(talk: Talk, *more: str) -> None:
    """Whether nothing on the screen speaks of a delivery."""
    shown = " ".join((talk.text, *talk.labels, *more))
    assert [word for word in NOT_TRUE[talk.language] if word in shown] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nobody_is_asked_where_it_is_not_offered(turns: Turns, language: Language) -> None:
    talk = await mona(turns, language)
    await to_place(talk)
    assert TOLD[language][2] in talk.labels
    assert not any(TOLD[language][0] in label for label in talk.labels)
    await talk.says(TOLD[language][0])
    assert TOLD[language][2] in talk.labels, "it is not taken when it is typed either"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_one_button_among_the_emirates_and_no_address_is_asked_for(
    turns: Turns, language: Language
) -> None:
    await offered(turns)
    async with turns.database.write() as session:
        await set_pick_up_place(acting(session), DEFAULT_TERMS, *LONG)
    talk = await mona(turns, language)
    await to_place(talk)
    await talk.presses(TOLD[language][0])
    holds(talk)
    await talk.presses(WORDS[language]["skip"])
    assert TOLD[language][1] in talk.text
    assert LONG[language == "en"] in talk.text
    holds(talk)
    await talk.presses(WORDS[language]["place"])
    (order,) = await orders(turns)
    assert (order.emirate, order.fee, order.total) == (HALL, NOTHING, order.items)
    assert (order.area, order.address, order.window) == (*LONG, AFTERNOON.key)
    assert await code_of(turns, order.number) in talk.text
    holds(talk)
    receipt = talk.cards[0].picture
    assert isinstance(receipt, Receipt)
    holds(talk, receipt.fee_label, receipt.total_label, receipt.code_label, receipt.window_label)
    for action in (ShowOrder(order.id), ShowReceipt(order.id)):
        await talk.presses_old(action)
        holds(talk)


async def test_the_next_order_is_fetched_too_and_can_be_delivered_instead(turns: Turns) -> None:
    await offered(turns)
    talk = await mona(turns)
    await to_place(talk)
    await talk.presses("الاستلام من القاعة")
    await talk.presses(WORDS["ar"]["skip"])
    await talk.presses(WORDS["ar"]["place"])
    again = await mona(turns)
    await again.presses(WORDS["ar"]["checkout"])
    assert "الاستلام من القاعة: 0 د.إ" in again.text
    await again.presses("المكان")
    await again.presses("عجمان")
    await again.says("النعيمية", "شارع 3، بيت 9")
    assert "رسوم التوصيل (عجمان): 20 د.إ" in again.text
    await again.presses(WORDS["ar"]["place"])
    first, second = sorted(await orders(turns), key=lambda order: order.id)
    assert (first.emirate, second.emirate, second.area) == (HALL, "ajman", "النعيمية")


async def test_switched_off_meanwhile_it_is_asked_again_and_nothing_is_placed(
    turns: Turns,
) -> None:
    await offered(turns)
    talk = await mona(turns)
    await to_place(talk)
    await talk.presses("الاستلام من القاعة")
    await talk.presses(WORDS["ar"]["skip"])
    async with turns.database.write() as session:
        await offer_pick_up(acting(session), DEFAULT_TERMS, offered=False)
    await talk.presses(WORDS["ar"]["place"])
    assert await orders(turns) == []
    assert "إلى أي إمارة" in talk.text
    await talk.presses("الشارقة")
    await talk.says("الرحمانية", "فيلا 12")
    await talk.presses(WORDS["ar"]["place"])
    (order,) = await orders(turns)
    assert order.emirate == "sharjah"


async def test_a_place_that_moved_meanwhile_is_shown_before_it_is_placed(turns: Turns) -> None:
    await offered(turns)
    talk = await mona(turns)
    await to_place(talk)
    await talk.presses("الاستلام من القاعة")
    await talk.presses(WORDS["ar"]["skip"])
    async with turns.database.write() as session:
        await set_pick_up_place(acting(session), DEFAULT_TERMS, "مجلس مويلح", "Muwaileh")
    (old,) = talk.offered(PlaceOrder)
    await talk.presses_old(old)
    assert await orders(turns) == []
    assert "مجلس مويلح" in talk.text
    assert PLACE[0] not in talk.text
    await talk.presses(WORDS["ar"]["place"])
    (order,) = await orders(turns)
    assert order.area == "مجلس مويلح"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_offered", [True, False])
async def test_help_and_the_first_greeting_name_it_where_it_is_offered(
    turns: Turns, language: Language, *, is_offered: bool
) -> None:
    if is_offered:
        await offered(turns)
    talk = Talk(turns, language=language)
    await talk.says("/start")
    assert (word("home-pick-up", language) in talk.text) == is_offered
    await talk.says("/help")
    assert (word("help-pick-up", language) in talk.text) == is_offered
    await talk.says("/start")
    assert word("home-pick-up", language) not in talk.text, "it is said once"
