"""An order is changed over the Bot API, in Arabic and English, by its customer and the desk."""

from __future__ import annotations

from pathlib import Path

from tests.bot.opened import opened
from tests.bot.whole.new_shop import adds_harees, adds_luqaimat, invites, opens_a_bazaar
from tests.bot.whole.talk import presses, says
from tests.bot.whole.test_from_nothing import (
    BRAND,
    card_of,
    first_order,
    her_order,
    joins,
    the_chief_comes,
    the_family_joins,
)
from tests.fake_botapi import FakeBotApi, Person
from tests.support.words import label, word


async def test_an_order_is_changed_and_everybody_reads_the_truth(
    api: FakeBotApi, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path}/var/shop.db"
    async with opened(api, url):
        chief = await the_chief_comes(api, url)
        mother = await the_family_joins(api, chief)
        await opens_a_bazaar(chief, "بازار إنتاج")
        await adds_luqaimat(chief, BRAND)
        await adds_harees(chief, BRAND)
        desk = await joins(api, await invites(chief, "الطلبات"), "موظفة الطلبات")
        customer = api.person("أم خليفة")
        number, _ = await first_order(customer)
        await takes_a_piece_out(customer, desk, mother, number)
        await wants_what_cannot_be_made_by_then(customer, number)
        await sends_it_to_dubai_by_a_pin(customer, desk, number)
        await leaves_a_note_in_english(customer, desk, number)
        await the_desk_corrects_the_number(desk, customer, number)
        await api.quiet(settle=0.2)
    api.assert_clean()


async def to_part(customer: Person, number: str, part: str, then: str) -> None:
    """From her orders to the question for that part of one of them."""
    await her_order(customer, number)
    await presses(customer, label("button-change-order"), "ما المطلوب تعديله؟")
    await presses(customer, label(f"change-part-{part}"), then)


async def takes_a_piece_out(customer: Person, desk: Person, mother: Person, number: str) -> None:
    """One of two boxes: the new total is shown before anything is done."""
    await to_part(customer, number, "things", "(علبة كبيرة) × 2")
    await presses(customer, "إنقاص لقيمات", "الإجمالي: 60.50 د.إ، وكان 106 د.إ")
    await presses(customer, label("change-done-choosing"), "هذا ما يتغيّر")
    await presses(customer, "تعديل الطلب · 60.50 د.إ", word("change-done"))
    told = await desk.sees(f"عدّل العميل محتوى الطلب رقم {number}")
    assert told.contains("المبلغ عند الاستلام الآن: 60.50 د.إ")
    heard = await mother.sees(f"عُدّل الطلب رقم {number}")
    assert heard.contains("لم يعد مطلوباً")
    assert not heard.contains("أم خليفة")


async def wants_what_cannot_be_made_by_then(customer: Person, number: str) -> None:
    """What takes two days does not come into an order for tomorrow; nothing is changed."""
    await to_part(customer, number, "things", "(علبة كبيرة) × 1")
    await presses(customer, label("change-add"), "يُرجى كتابة اسمه")
    await says(customer, "هريس", "أي منتج من هذه؟")
    await presses(customer, "هريس عائلي", "لا يمكن تجهيزه قبل موعد الطلب")
    await presses(customer, word("button-cancel"), word("change-left"))


async def sends_it_to_dubai_by_a_pin(customer: Person, desk: Person, number: str) -> None:
    """She leaves the emirate as it was, and her pin lies in Dubai: she is asked."""
    await to_part(customer, number, "place", "إلى أين يكون التوصيل؟")
    await presses(customer, word("emirate-sharjah"), "المنطقة أو الضاحية")
    await customer.shares_place(25.197, 55.274)
    await customer.sees("يبدو أن الموقع على الخريطة في دبي")
    await presses(customer, word("emirate-dubai"), "رسوم التوصيل: 25 د.إ، وكانت 15 د.إ")
    await presses(customer, "تعديل الطلب · 70.50 د.إ", word("change-done"))
    told = await desk.sees(f"غيّر العميل عنوان الطلب رقم {number}")
    assert told.contains("دبي")


async def leaves_a_note_in_english(customer: Person, desk: Person, number: str) -> None:
    """The same in English, where the total stays and nothing is to be agreed to."""
    await says(customer, "/language", "English")
    await presses(customer, "English", "Choose a package")
    await says(customer, "/orders", "Your orders")
    await presses(customer, number, f"Order {number}")
    await presses(customer, "Change the order", "what should be changed?")
    await presses(customer, "The courier’s note", "what should the courier know?")
    await says(customer, "Ring at the front door", "The order is changed.")
    await desk.sees("Ring at the front door")


async def the_desk_corrects_the_number(desk: Person, customer: Person, number: str) -> None:
    """It is packed by then: the customer changes it no more, and hears what the desk does."""
    await says(desk, number, f"طلب {number} –")
    for state in ("accepted", "packed"):
        move, name = label(f"button-move-{state}"), word(f"state-{state}")
        await presses(desk, move, f"طلب {number} – {name}", on=card_of(desk, number))
    change = label("button-change-order")
    await presses(desk, change, "ما المطلوب تعديله؟", on=card_of(desk, number))
    await presses(desk, label("change-part-phone"), "ما رقم الهاتف")
    await says(desk, "0507654321", word("change-done"))
    heard = await customer.sees(f"The team changed the phone number of your order {number}")
    assert heard.contains("+971507654321")
    await says(customer, "/orders", "Your orders")
    shown = await presses(customer, number, f"Order {number}")
    assert not any("Change the order" in each for each in shown.buttons)
