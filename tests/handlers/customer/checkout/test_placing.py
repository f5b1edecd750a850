"""Placing the order: once, at what was shown, or asked again with what is so now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.customer import PlaceOrder, SetQuantity
from handlers.dialog.pictures import Receipt
from handlers.dialog.rendering import bare
from handlers.dialog.speech import ChannelUser, Heard, Pressed
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.refusals import NoWindow
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.delivery_plan import plan_of_terms
from models.orders.delivery_slots import WindowSlot, hold_place
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.customer.buying import WORDS, buy, on_hand, orders, to_summary, with_cart
from tests.handlers.talk import Talk
from tests.support.clock import HandClock
from tests.support.words import label, word


async def at_summary(turns: Turns, option_id: int, external_id: str = "mona") -> Talk:
    """A shopper with two pieces who sees the summary."""
    talk = await with_cart(turns, option_id, external_id=external_id)
    await to_summary(talk)
    return talk


def place_button(talk: Talk) -> PlaceOrder:
    """What the button under the summary stands for."""
    (action,) = talk.offered(PlaceOrder)
    return action


async def fill_window(turns: Turns, slot: WindowSlot) -> None:
    """Other people's orders take every place of the window."""
    async with turns.database.write() as session:
        for _ in range(30):
            places = 20 if slot.window.startswith("10") else 30
            try:
                await hold_place(session, slot, places)
            except NoWindow:
                return


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_the_order_is_shown_with_its_code_and_receipt(
    turns: Turns, oud: int, language: Language
) -> None:
    talk = await with_cart(turns, oud, language=language)
    await to_summary(talk)
    await talk.presses(WORDS[language]["place"])
    (order,) = await orders(turns)
    (card,) = talk.cards
    receipt = card.picture
    assert isinstance(receipt, Receipt)
    assert card.stays, "the code is kept for reading again"
    assert (receipt.number, receipt.rtl) == (order.number, language == "ar")
    assert len(receipt.code) == 4
    assert receipt.code in talk.text
    assert ("دخون عود" if language == "ar" else "Oud dukhoon") == receipt.lines[0].name
    assert ("255 د.إ" if language == "ar" else "AED 255") == receipt.total
    assert talk.reply.in_place


async def test_a_double_tap_shows_the_same_order_again(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    button = place_button(talk)
    await talk.presses_old(button)
    first = talk.cards
    await talk.presses_old(button)
    assert talk.cards == first
    assert "من قبل" in talk.notice
    assert len(await orders(turns)) == 1
    assert await on_hand(turns, oud) == 8


async def test_the_old_button_still_shows_its_order_with_a_new_cart(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    button = place_button(talk)
    await talk.presses_old(button)
    (order,) = await orders(turns)
    await talk.presses_old(SetQuantity(oud, 3))
    await talk.presses_old(button)
    assert order.number in talk.text
    assert len(await orders(turns)) == 1


async def test_a_redelivered_press_has_no_second_effect(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    await talk.presses(label("checkout-place-order"))
    assert (await talk.redelivered()) == talk.reply
    assert len(await orders(turns)) == 1


async def test_a_changed_price_is_asked_again(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    await shelf.set_price(turns, oud, 150)
    await talk.presses(label("checkout-place-order"))
    assert "هذه هي الأرقام الجديدة" in talk.text
    assert "315" in talk.text
    assert await orders(turns) == []
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert order.total.fils == 31500


async def test_fewer_left_is_asked_again_with_what_there_is(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    await shelf.count_stock(turns, oud, 1)
    await talk.presses(label("checkout-place-order"))
    assert "بقيت قطعة واحدة فقط" in talk.text
    assert "135" in talk.text
    assert await orders(turns) == []
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert order.items.fils == 12000
    assert await on_hand(turns, oud) == 0


async def test_of_two_things_the_one_that_is_left_is_offered(turns: Turns, oud: int) -> None:
    other = await shelf.add_product(turns, "مخمرية", price=75)
    talk = await with_cart(turns, oud)
    await talk.presses_old(SetQuantity(await shelf.only_option(turns, other), 1))
    await talk.says("/cart")
    await to_summary(talk)
    await shelf.count_stock(turns, oud, 0)
    await talk.presses(label("checkout-place-order"))
    assert "نفدت الكمية، وأُزيل هذا المنتج من السلة" in talk.text
    assert "الإجمالي: 90 د.إ" in talk.text
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert order.items.fils == 7500


async def test_nothing_left_ends_checkout_with_a_way_on(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    await shelf.count_stock(turns, oud, 0)
    await talk.presses(label("checkout-place-order"))
    assert "وأُزيل هذا المنتج من السلة" in talk.text
    assert "فلا يوجد ما يُطلب" in talk.text
    assert await orders(turns) == []
    await talk.presses(label("button-home"))
    assert "بازار إنتاج" in talk.text


async def test_a_hidden_product_is_taken_out(turns: Turns) -> None:
    product = await shelf.add_product(turns, "دخون عود", price=120)
    talk = await at_summary(turns, await shelf.only_option(turns, product))
    await shelf.hide(turns, product)
    await talk.presses(label("checkout-place-order"))
    assert "فلا يوجد ما يُطلب" in talk.text
    assert await orders(turns) == []


async def test_a_window_that_filled_up_is_replaced_by_the_next(
    turns: Turns, oud: int, clock: HandClock
) -> None:
    talk = await at_summary(turns, oud)
    assert "10:00 صباحاً" in talk.text
    tomorrow = (clock() + timedelta(days=1)).date()
    await fill_window(turns, WindowSlot(tomorrow, "10:00-13:00"))
    await talk.presses(label("checkout-place-order"))
    assert "لم يعد هذا الموعد متاحاً" in talk.text
    assert "4:00 عصراً" in talk.text
    assert await orders(turns) == []
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert (order.day, order.window) == (tomorrow, "16:00-20:00")


async def test_another_time_can_be_chosen_and_is_kept(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    await talk.presses(label("checkout-change-time"))
    assert "الثلاثاء 3 مارس" in talk.labels[0]
    await talk.presses("الخميس 5 مارس · 4:00")
    assert "الخميس 5 مارس، من 4:00 عصراً" in talk.text
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert (str(order.day), order.window) == ("2026-03-05", "16:00-20:00")


async def test_a_chosen_time_that_filled_up_is_said(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    await talk.presses(label("checkout-change-time"))
    await talk.presses("الخميس 5 مارس · 4:00")
    day = (turns.clock() + timedelta(days=3)).date()
    await fill_window(turns, WindowSlot(day, "16:00-20:00"))
    await talk.presses(label("checkout-change-note"))
    await talk.presses(word("button-keep"))
    assert "لم يعد الموعد المختار متاحاً" in talk.text
    assert "الجمعة 6 مارس" in talk.text


async def test_made_to_order_things_wait_for_their_making(turns: Turns) -> None:
    product = await shelf.add_product(
        turns, "كيكة العسل", made_to_order=True, lead_days=3, daily_most=2, price=60
    )
    option = await shelf.only_option(turns, product)
    first = await at_summary(turns, option, "first")
    second = await at_summary(turns, option, "second")
    assert "الخميس 5 مارس" in first.text
    await first.presses(label("checkout-place-order"))
    await second.presses(label("checkout-place-order"))
    assert "اكتمل عدد الطلبات" in second.text
    assert "الجمعة 6 مارس، من 10:00" in second.text
    await second.presses(label("checkout-place-order"))
    assert [str(order.day) for order in await orders(turns)] == ["2026-03-05", "2026-03-06"]


async def test_more_than_a_day_makes_is_said_at_once(turns: Turns) -> None:
    product = await shelf.add_product(
        turns, "كيكة العسل", made_to_order=True, lead_days=1, price=60
    )
    talk = await at_summary(turns, await shelf.only_option(turns, product))
    await shelf.make_at_most(turns, product, 1)
    await talk.presses(label("checkout-place-order"))
    assert "أقصى ما يُصنع في اليوم قطعة واحدة" in talk.text
    assert await orders(turns) == []
    await talk.presses(label("button-cart"))
    await talk.presses(word("product-less"))
    await talk.presses(label("cart-checkout"))
    await talk.presses(label("checkout-place-order"))
    assert len(await orders(turns)) == 1


async def test_no_window_at_all_offers_no_button_but_keeps_the_cart(
    turns: Turns, oud: int, clock: HandClock
) -> None:
    plan = plan_of_terms(DEFAULT_TERMS)
    for ahead in range(1, plan.days_ahead + 1):
        day = (clock() + timedelta(days=ahead)).date()
        for window in plan.windows_on(day):
            await fill_window(turns, WindowSlot(day, window.key))
    talk = await at_summary(turns, oud)
    assert "مواعيد التوصيل القريبة مكتملة" in talk.text
    assert not any("تأكيد" in label for label in talk.labels)
    await talk.presses(label("button-cart"))
    assert "240" in talk.text


# ---------------------------------------------------------------- what can be changed


async def test_each_part_can_be_changed_from_the_summary(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    await talk.presses(label("checkout-change-name"))
    await talk.says("سارة")
    await talk.presses(label("checkout-change-phone"))
    await talk.says("0559876543")
    await talk.presses(label("checkout-change-note"))
    await talk.says("الباب الخلفي")
    await talk.presses(label("checkout-change-place"))
    await talk.presses(word("emirate-dubai"))
    await talk.says("البرشاء")
    await talk.says("شارع 5")
    assert "265" in talk.text
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert (order.name, order.phone, order.note) == ("سارة", "+971559876543", "الباب الخلفي")
    assert (order.emirate, order.area, order.address) == ("dubai", "البرشاء", "شارع 5")


async def test_a_part_can_be_left_as_it_is(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    await talk.presses(label("checkout-change-place"))
    await talk.presses(word("button-keep"))
    await talk.presses(word("button-keep"))
    await talk.says("شارع آخر")
    assert "الرحمانية، شارع آخر" in talk.text
    await talk.presses(label("checkout-change-name"))
    await talk.presses(word("button-back"))
    assert "منى سالم" in talk.text
    assert "الرحمانية، شارع آخر" in talk.text


async def test_the_label_typed_at_the_summary_is_the_press(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    await talk.says(label("checkout-place-order"))
    assert len(await orders(turns)) == 1


async def test_a_button_of_other_details_is_asked_again(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    old = place_button(talk)
    await talk.presses(label("checkout-change-place"))
    await talk.presses(word("emirate-sharjah"))
    await talk.says("مويلح")
    await talk.says("فيلا 3")
    await talk.presses_old(old)
    assert "تغيّرت تفاصيل الطلب" in talk.text
    assert "مويلح" in talk.text
    assert await orders(turns) == []


# ---------------------------------------------------------------- buttons that may not act


async def test_a_button_of_a_checkout_that_was_left_never_acts(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    old = place_button(talk)
    await talk.says("/cancel")
    await talk.presses_old(old)
    assert "قديم" in talk.notice
    assert "240" in talk.text
    assert await orders(turns) == []


@pytest.mark.parametrize(
    "forge",
    [
        lambda real: PlaceOrder(real.token, ""),
        lambda real: PlaceOrder(real.token, "x" * 26),
        lambda real: PlaceOrder(real.token, "é" * 13),
        lambda real: PlaceOrder(real.token, real.figures[:16] + "2603030330"),
        lambda real: PlaceOrder("forged", "00000000" + real.figures[8:]),
        lambda real: PlaceOrder(real.token, real.figures[:16] + "9999999999"),
    ],
)
async def test_a_forged_button_never_acts(
    turns: Turns, oud: int, forge: Callable[[PlaceOrder], PlaceOrder]
) -> None:
    talk = await at_summary(turns, oud)
    await talk.presses_old(forge(place_button(talk)))
    assert await orders(turns) == []
    assert "240 د.إ" in talk.text


@pytest.mark.parametrize("stamp", ["2701011000", "2603021000"])
async def test_a_forged_window_is_refused_with_the_next_one(
    turns: Turns, oud: int, stamp: str
) -> None:
    talk = await at_summary(turns, oud)
    real = place_button(talk)
    await talk.presses_old(PlaceOrder(real.token, real.figures[:16] + stamp))
    assert await orders(turns) == []
    assert place_button(talk).figures == real.figures


async def test_another_persons_button_never_acts(turns: Turns, oud: int) -> None:
    mona = await at_summary(turns, oud, "mona")
    salem = await at_summary(turns, oud, "salem")
    await salem.presses_old(place_button(mona))
    assert await orders(turns) == []
    order = await buy(mona)
    await salem.presses_old(PlaceOrder(order.token, "x" * 26))
    assert "قيمة المنتجات: 240 د.إ" in salem.text
    assert order.number not in salem.text


async def test_a_forged_change_leaves_the_summary(turns: Turns, oud: int) -> None:
    talk = await at_summary(turns, oud)
    picks = talk.offered(Pick)
    await talk.presses_old(Pick(picks[0].version, "where"))
    assert "يُرجى استخدام الأزرار" in talk.text


async def test_a_summary_of_yesterday_moves_to_a_window_that_is_still_ahead(
    turns: Turns, oud: int, clock: HandClock
) -> None:
    talk = await at_summary(turns, oud)
    clock.advance(days=2)
    await talk.presses(label("checkout-place-order"))
    assert "لم يعد هذا الموعد متاحاً" in talk.text
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert str(order.day) == "2026-03-05"


async def test_two_taps_at_the_same_moment_make_one_order(
    database: Database, clock: HandClock
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    product = await shelf.add_product(turns, "دخون عود", price=120)
    option = await shelf.only_option(turns, product)
    talk = await at_summary(turns, option)
    sender = ChannelUser(talk.channel, talk.external_id)
    taps = [Heard(sender, Pressed(place_button(talk)), f"tap-{at}") for at in range(4)]
    answers = await asyncio.gather(*(turns.answer(tap) for tap in taps))
    (order,) = await orders(turns)
    assert await on_hand(turns, option) == 8
    for answer in answers:
        assert order.number in bare(answer.reply.cards[0].text, "ar")
