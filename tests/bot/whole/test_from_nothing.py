"""A shop is opened from nothing, in Arabic: from the first command line to the cash at the door."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bot.opened import opened
from tests.bot.whole.new_shop import (
    adds_harees,
    adds_luqaimat,
    first_link,
    invites,
    opens_a_bazaar,
    opens_a_family,
)
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import FakeBotApi, Person, ScreenMessage
from tests.fake_botapi.people import as_read
from tests.support.words import label, word

BRAND, BRAND_EN = "بيت اللقيمات", "Luqaimat House"


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_a_shop_is_opened_from_nothing(
    api: FakeBotApi, tmp_path: Path, webhook: bool
) -> None:
    url = f"sqlite:///{tmp_path}/var/shop.db"
    async with opened(api, url, webhook=webhook):
        chief = await the_chief_comes(api, url)
        mother = await the_family_joins(api, chief)
        await opens_a_bazaar(chief, "بازار إنتاج")
        await adds_luqaimat(chief, BRAND)
        await adds_harees(chief, BRAND)
        desk = await joins(api, await invites(chief, "الطلبات"), "موظفة الطلبات")
        courier = await joins(api, await invites(chief, "التوصيل"), "المندوب")
        customer = api.person("أم خليفة")
        number, code = await first_order(customer)
        assert "بيت اللقيمات" in (await mother.sees(f"رقم الطلب: {number}")).words
        await everyone_at_work_is_told(number, chief, desk)
        await moved_on_by_the_desk(desk, customer, number)
        await delivered_with_the_code(courier, customer, number, code)
        await money_is_due(mother, "91")
        second, its_code = await second_order(customer)
        await moved_on_by_the_desk(desk, customer, second)
        await confirmed_in_one_line(courier, customer, second, its_code)
        await money_is_due(mother, "171")
        await the_bazaar_is_announced(customer)
        await api.quiet(settle=0.2)
    api.assert_clean()


async def the_chief_comes(api: FakeBotApi, url: str) -> Person:
    """The first manager opens the link that the command line printed."""
    chief = api.person("مديرة المركز")
    await chief.starts(await first_link(api, url))
    await chief.sees("أهلاً وسهلاً بكم في فريق بازار إنتاج")
    await presses(chief, word("button-desk"), word("desk-no-contact"))
    await chief.is_offered("addproduct")
    return chief


async def the_family_joins(api: FakeBotApi, chief: Person) -> Person:
    """A brand's member opens her link, and the manager hears of it."""
    mother = api.person("أم سعيد")
    await mother.starts(await opens_a_family(chief, BRAND, BRAND_EN))
    await mother.sees("صارت هذه المحادثة مرتبطة بعلامة بيت اللقيمات")
    await chief.sees("أسرة بيت اللقيمات")
    return mother


async def joins(api: FakeBotApi, payload: str, name: str) -> Person:
    """A new colleague."""
    colleague = api.person(name)
    await colleague.starts(payload)
    await colleague.sees("أهلاً وسهلاً بكم في فريق بازار إنتاج")
    return colleague


async def first_order(customer: Person) -> tuple[str, str]:
    """She finds the thing by its name, and answers everything that a first order asks."""
    await customer.starts()
    await customer.sees("أطايب: مأكولات وحلويات (1)")
    await says(customer, "لقيمات", "نتائج البحث")
    card = await presses(customer, "لقيمات بالزعفران", "السعر: من 25")
    assert card.photo is not None
    await presses(customer, "علبة كبيرة", "السعر: 45.50")
    await presses(customer, word("product-add"), "في السلة: 1")
    await presses(customer, word("product-more"), "في السلة: 2")
    await presses(customer, word("button-cart"), "قيمة المنتجات: 91")
    await presses(customer, label("cart-checkout"), "اسم مستلم الطلب")
    await says(customer, "أم خليفة", "رقم هاتف المستلم")
    await customer.shares_contact()
    await customer.sees("إلى أي إمارة")
    await presses(customer, word("emirate-sharjah"), "المنطقة أو الضاحية")
    await customer.shares_place(25.3463, 55.4209)
    await customer.sees("ملاحظة للمندوب")
    summary = await says(customer, "الباب الخلفي", word("checkout-summary"))
    assert summary.contains("الإجمالي: 106 د.إ")
    return await placed(customer)


async def second_order(customer: Person) -> tuple[str, str]:
    """Known already, she leafs to the thing and goes from the cart to the summary at once."""
    await customer.sends("/shop")
    await presses(customer, word("package-mahra"), "1 · ")
    await presses(customer, "1 · ", "حسب الطلب، والتجهيز بحلول")
    await presses(customer, word("product-add"), "في السلة: 1")
    await says(customer, "/cart", "يحتاج الطلب إلى يومين للتجهيز")
    await presses(customer, label("cart-checkout"), word("checkout-summary"))
    return await placed(customer)


async def placed(customer: Person) -> tuple[str, str]:
    """Number and code of the order that she confirms; the receipt is a picture."""
    receipt = await presses(customer, label("checkout-place-order"), "سُجّل طلبكم رقم")
    assert receipt.photo is not None
    number = re.search(r"طلبكم رقم (\d{6})", as_read(receipt.words))
    code = re.search(r"رمز التسليم: (\d{4})", as_read(receipt.words))
    assert number is not None
    assert code is not None
    return number[1], code[1]


async def everyone_at_work_is_told(number: str, *staff: Person) -> None:
    """The order is news to whoever works on orders; its code is not among it."""
    for member in staff:
        told = await member.sees(f"طلب جديد رقم {number}")
        assert "لقيمات بالزعفران" in told.words
        assert "رمز" not in told.words


async def moved_on_by_the_desk(desk: Person, customer: Person, number: str) -> None:
    """Accepted, packed and out; the customer hears of each, and sees it in her orders."""
    await desk.sees(f"طلب جديد رقم {number}")
    await presses(desk, word("staff-open-order"), f"طلب {number} –")
    for state, told in (
        ("accepted", f"قُبل طلبكم رقم {number}"),
        ("packed", f"📦 طلبكم رقم {number} ("),
        ("out", f"خرج طلبكم رقم {number} ("),
    ):
        move, name = label(f"button-move-{state}"), word(f"state-{state}")
        await presses(desk, move, f"طلب {number} – {name}", on=card_of(desk, number))
        await customer.sees(told)
        assert (await her_order(customer, number)).contains(f"الحالة: {name}")


def card_of(desk: Person, number: str) -> ScreenMessage:
    """The order's card as it stands on the screen now."""
    return [each for each in desk.screen if each.contains(f"طلب {number} –")][-1]


async def her_order(customer: Person, number: str) -> ScreenMessage:
    """The order as the customer finds it in /orders."""
    await says(customer, "/orders", "طلباتكم")
    return await presses(customer, number, f"طلب رقم {number}")


async def delivered_with_the_code(
    courier: Person, customer: Person, number: str, code: str
) -> None:
    """At the door: the code, and the cash exactly."""
    await says(courier, "/deliveries", word("deliveries-title"))
    await presses(courier, "خرج للتوصيل (1)", "الطلبات · خرج للتوصيل")
    card = await presses(courier, f"{number} ·", f"طلب {number} – خرج للتوصيل")
    assert card.contains("الباب الخلفي")
    await presses(courier, label("button-delivered"), "ما رمز التسليم")
    await says(courier, code, "المبلغ المطلوب")
    await presses(courier, "المبلغ كاملاً", f"تم تسليم الطلب {number}")
    await customer.sees(f"تم تسليم طلبكم رقم {number}")
    assert (await her_order(customer, number)).contains("المبلغ المدفوع: 106 د.إ")


async def confirmed_in_one_line(courier: Person, customer: Person, number: str, code: str) -> None:
    """The whole delivery in one command."""
    await says(courier, f"/confirm {number} {code}", f"تم تسليم الطلب {number}")
    await customer.sees(f"تم تسليم طلبكم رقم {number}")


async def money_is_due(mother: Person, dirhams: str) -> None:
    """The family hears what the delivery brought, and finds it in /family and /sales."""
    await mother.sees(f"مستحقاتكم الآن: {dirhams} د.إ")
    await says(mother, "/family", f"المستحق الآن: {dirhams} د.إ")
    await says(mother, "/sales", word("state-delivered"))


async def the_bazaar_is_announced(customer: Person) -> None:
    """What the manager planned is what the customer sees."""
    bazaar = await says(customer, "/bazaar", "مجلس ضاحية الرحمانية، الشارقة")
    assert bazaar.contains("بازار إنتاج")
    await presses(customer, label("bazaar-map"), "مجلس ضاحية الرحمانية")
    place = await customer.sees(kind="venue")
    assert place.place == (25.33, 55.57)
