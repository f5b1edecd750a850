"""Checkout: from the cart to the order, with every answer that people really give."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.actions.customer import SetQuantity, ShowProduct, StartCheckout
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.speech import Ask, Trouble
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.people.access import Role
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.customer.buying import WORDS, buy, on_hand, orders, to_summary, with_cart
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.clock import HandClock
from tests.support.words import label, word

MUSCAT = (23.6, 58.4)


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_a_whole_checkout(turns: Turns, oud: int, language: Language) -> None:
    talk = await with_cart(turns, oud, language=language)
    await to_summary(talk)
    for figure in ("240", "15", "255", "+971501234567"):
        assert figure in talk.text
    assert WORDS[language]["address"] in talk.text
    await talk.presses(WORDS[language]["place"])
    (order,) = await orders(turns)
    assert (order.name, order.phone) == (WORDS[language]["name"], "+971501234567")
    assert (order.emirate, order.area) == ("sharjah", WORDS[language]["area"])
    assert (order.note, order.latitude, order.total.fils) == ("", None, 25500)
    assert order.number in talk.text
    assert await on_hand(turns, oud) == 8


async def test_on_both_databases(database: Database, clock: HandClock) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    product = await shelf.add_product(turns, "دخون عود", price=120)
    talk = await with_cart(turns, await shelf.only_option(turns, product))
    order = await buy(talk)
    assert order.number in talk.text
    assert (await talk.redelivered()).cards == talk.cards
    assert len(await orders(turns)) == 1


async def test_a_returning_customer_is_two_presses_from_the_order(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    first = await buy(talk)
    await talk.presses_old(SetQuantity(oud, 1))
    await talk.says("/cart")
    await talk.presses(label("cart-checkout"))
    assert "خلف المسجد" in talk.text
    await talk.presses(label("checkout-place-order"))
    last = (await orders(turns))[-1]
    assert last.id != first.id
    assert (last.name, last.area, last.total.fils) == (first.name, first.area, 13500)


async def test_the_phone_is_asked_for_with_one_tap_and_its_keyboard_goes_away(
    turns: Turns, oud: int
) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says("منى")
    assert talk.cards[-1].ask == Ask.phone
    await talk.says("٠٥٠ ١٢٣ ٤٥٦٧")
    assert [card.ask for card in talk.cards] == [Ask.over, None]


# ---------------------------------------------------------------- the ways back and out


async def test_back_goes_through_every_question_and_each_answer_can_stay(
    turns: Turns, oud: int
) -> None:
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    asked = []
    for _ in range(6):
        await talk.presses(word("button-back"))
        asked.append(talk.cards[-1].text.id)
    assert asked == [
        "checkout-ask-note",
        "checkout-ask-where",
        "checkout-ask-area",
        "checkout-ask-emirate",
        "checkout-ask-phone",
        "checkout-ask-name",
    ]
    await talk.presses(word("button-keep"))
    assert "255" in talk.text
    assert "منى سالم" in talk.text


async def test_back_typed_into_a_prompt_is_the_press(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says("منى")
    await talk.says(word("button-back"))
    assert talk.cards[-1].text.id == "checkout-ask-name"
    assert [card.ask for card in talk.cards] == [Ask.over, Ask.text]


async def test_back_before_the_first_question_leads_to_the_cart(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.presses(word("button-back"))
    await talk.presses(label("button-cart"))
    assert "240" in talk.text


@pytest.mark.parametrize("answered", range(7))
async def test_cancel_at_any_question_keeps_the_cart(turns: Turns, oud: int, answered: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    answers = ("منى", "0501234567", word("emirate-dubai"), "البرشاء", "شارع 5", word("button-skip"))
    for answer in answers[:answered]:
        await talk.says(answer)
    await talk.says("/cancel")
    assert word("checkout-left") in talk.text
    await talk.says("/cart")
    assert "240" in talk.text
    assert await orders(turns) == []
    await talk.says("دخون")
    assert "نتائج البحث" in talk.text


async def test_a_command_inside_a_question_is_answered_and_the_question_asked_again(
    turns: Turns, oud: int
) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says("/bazaar")
    assert [card.text.id for card in talk.cards][-1] == "checkout-ask-name"
    assert len(talk.cards) == 2
    await talk.says("منى")
    assert talk.cards[-1].text.id == "checkout-ask-phone"


async def test_another_language_in_the_middle_keeps_the_answers(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    await talk.says("/language")
    await talk.presses("English")
    assert label("checkout-place-order", "en") in " ".join(talk.labels)
    assert "منى سالم" in talk.text


async def test_the_cart_can_be_changed_in_between_and_checkout_goes_on(
    turns: Turns, oud: int
) -> None:
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    await talk.presses(label("button-cart"))
    await talk.presses(word("product-more"))
    await talk.presses(label("cart-checkout"))
    assert "375" in talk.text
    assert "منى سالم" in talk.text


# ---------------------------------------------------------------- answers that cannot be taken


@pytest.mark.parametrize("nonsense", ["م" * 10_000, "🌹🌹🌹", "...", "\u202e\u200f", "12345"])
async def test_a_name_that_is_none(turns: Turns, oud: int, nonsense: str) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says(nonsense)
    assert talk.cards[-1].text.id == "two-paragraphs"
    assert "ما اسم مستلم الطلب؟" in talk.text


@pytest.mark.parametrize(
    ("phone", "why"),
    [
        ("لا أعرف", "ليس رقم هاتف"),
        ("123", "ليس رقم هاتف"),
        ("0501234", "ليس رقم هاتف"),
        ("☎️", "ليس رقم هاتف"),
        ("0" * 10_000, "ليس رقم هاتف"),
        ("+96650123", "برمز الدولة"),
        ("0044207946", "برمز الدولة"),
        ("800 4444", "لا يمكن الاتصال"),
    ],
)
async def test_a_phone_that_is_none(turns: Turns, oud: int, phone: str, why: str) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says("منى")
    await talk.says(phone)
    assert why in talk.text
    assert talk.cards[-1].ask == Ask.phone


@pytest.mark.parametrize(
    ("language", "country"), [("ar", "المملكة العربية السعودية"), ("en", "Saudi Arabia")]
)
async def test_a_phone_from_abroad_is_said_with_its_country(
    turns: Turns, oud: int, language: Language, country: str
) -> None:
    """A visitor orders to a hotel: the customer and the desk read where the number is from."""
    talk = await with_cart(turns, oud, language=language)
    words = WORDS[language]
    await talk.presses(words["checkout"])
    await talk.says(words["name"])
    await talk.says("+966 50 12")
    assert talk.cards[-1].ask == Ask.phone
    await talk.shares_phone("966501234567")
    await talk.presses(words["sharjah"])
    for answer in (words["area"], words["address"]):
        await talk.says(answer)
    await talk.presses(words["skip"])
    assert f"+966501234567 (🌐 {country})" in talk.text
    await talk.presses(words["place"])
    order = (await orders(turns))[-1]
    assert order.phone == "+966501234567"
    desk = await staff(turns, Role.orders, language=language)
    await desk.presses_old(ManageOrder(order.id))
    assert f"+966501234567 (🌐 {country})" in desk.text


async def test_a_pin_outside_the_country_is_refused_with_the_way_on(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    for answer in ("منى", "0501234567", word("emirate-sharjah")):
        await talk.says(answer)
    await talk.shares_place(*MUSCAT)
    assert "خارج الإمارات" in talk.text
    await talk.says("الرحمانية")
    await talk.shares_place(*MUSCAT)
    assert "خارج الإمارات" in talk.text
    await talk.says("فيلا 12")
    assert talk.cards[-1].text.id == "checkout-ask-note"


@pytest.mark.parametrize("answered", range(6))
async def test_a_sticker_is_turned_down_at_every_question(
    turns: Turns, oud: int, answered: int
) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    for answer in ("منى", "0501234567", word("emirate-dubai"), "البرشاء", "شارع 5")[:answered]:
        await talk.says(answer)
    waits = talk.cards[-1].text.id
    await talk.sends_other(Trouble.not_understood)
    assert word("trouble-not-understood") in talk.text
    await talk.sends_photo("ab" * 32)
    assert waits in str(talk.cards[-1].text)


async def test_what_is_no_emirate_is_asked_again(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says("منى")
    await talk.says("0501234567")
    for wrong in ("مسقط", "15", "9", "🌹"):
        await talk.says(wrong)
        assert word("question-choose") in talk.text
    await talk.says("7")
    assert talk.cards[-1].text.id == "checkout-ask-area"


# ---------------------------------------------------------------- buttons of another moment


async def test_an_old_choice_never_acts(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says("منى")
    await talk.says("0501234567")
    old = talk.offered(Pick)[0]
    await talk.presses(word("emirate-dubai"))
    for stale in (old, Pick(old.version, "fujairah"), Back(old.version), Pick(-1, "x"), None):
        await talk.presses_old(stale)
        assert talk.cards[-1].text.id == "checkout-ask-area"
        assert "قديم" in talk.notice


@pytest.mark.parametrize("value", ["forged", "", "=", "-", "summary", "time"])
async def test_a_forged_choice_changes_nothing(turns: Turns, oud: int, value: str) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    (back,) = talk.offered(Back)
    await talk.presses_old(Pick(back.version, value))
    assert "ما اسم مستلم الطلب؟" in talk.text


async def test_cancel_pressed_twice_is_harmless(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.presses_old(Leave())
    await talk.presses_old(Leave())
    assert word("nothing-to-cancel") in talk.text


async def test_cancel_of_an_earlier_question_ends_nothing(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    (old,) = talk.offered(Leave)
    await talk.says("منى")
    (now,) = talk.offered(Leave)
    await talk.presses_old(old)
    assert talk.cards[-1].text.id == "checkout-ask-phone"
    assert "قديم" in talk.notice
    await talk.presses_old(now)
    assert word("checkout-left") in talk.text


async def test_other_buttons_work_in_the_middle_and_the_question_still_waits(
    turns: Turns, oud: int
) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.presses_old(ShowProduct(1))
    assert "120" in talk.text
    await talk.says("منى")
    assert talk.cards[-1].text.id == "checkout-ask-phone"


async def test_an_empty_cart_has_nothing_to_check_out(turns: Turns) -> None:
    talk = Talk(turns)
    await talk.says("/start")
    await talk.presses_old(StartCheckout())
    assert "السلة فارغة" in talk.text
