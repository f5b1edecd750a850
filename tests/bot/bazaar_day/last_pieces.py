"""Few are left of something, and at the last piece a customer in the chat meets a seller."""

from __future__ import annotations

from tests.bot.bazaar_day.cast import (
    BAG,
    CLERK,
    HIND,
    MOZA,
    NOURA,
    ROSE,
    SADU,
    SCENTS,
    SHAMMA,
    SMALL,
    SWEETS,
    Day,
    reads,
)
from tests.bot.bazaar_day.sales import hears_of_a_sale, scans
from tests.bot.whole.talk import presses, says
from tests.bot.whole.test_from_nothing import placed
from tests.fake_botapi import Person
from tests.support.words import label, word


async def it_runs_low(day: Day, labels: dict[int, str]) -> None:
    """With the fourth box but one gone, three are left: the family and the catalogue hear it."""
    noura = day[NOURA]
    await scans(noura, labels[SMALL], "25 د.إ")
    await presses(noura, label("button-cash"), "المطلوب نقداً: 25 د.إ")
    await presses(noura, label("button-complete"), "الإيصال رقم 1-5")
    low = "📦 لقيمات بالزعفران (علبة صغيرة): الباقي على الرف 3 قطع"
    told = await reads(day[SWEETS], f"{low}\n\n{word('stock-can-you-bring')}")
    assert told.button(label("button-can-bring"))
    await reads(day[CLERK], f"{low}\n{SWEETS}")
    line = "• لقيمات بالزعفران (علبة صغيرة) × 1 = 25 د.إ"
    await hears_of_a_sale(day, SWEETS, line, "1-5", "25", "50")


async def the_last_pieces_go(day: Day, labels: dict[int, str]) -> tuple[str, str]:
    """One to a customer before a seller, another the other way: each is told so in words.

    Out come the number and the code of the order.
    """
    ordered = await a_customer_comes_first(day, labels[BAG])
    await a_seller_comes_first(day, labels[ROSE])
    return ordered


async def a_customer_comes_first(day: Day, payload: str) -> tuple[str, str]:
    """What lies in the seller's basket is ordered meanwhile: nothing is sold, and it says so."""
    moza, hind = day[MOZA], day[HIND]
    await goes_to_the_summary(moza, "p_4", "موزة")
    await scans(hind, payload, "95 د.إ")
    await presses(hind, label("button-cash"), "المطلوب نقداً: 95 د.إ")
    ordered = await placed(moza)
    await presses(hind, label("button-complete"), "لم يتم البيع. لم يُسجَّل شيء.")
    shown = await hind.sees(word("selling-gone"))
    assert shown.contains("⚠️ حقيبة سدو: لم يبقَ على الرف شيء منه")
    await presses(hind, "إزالة حقيبة سدو", word("selling-empty"))
    await reads(
        day[SADU],
        f"🏷 بيعت آخر قطعة: حقيبة سدو\n\n{GONE}",
    )
    return ordered


async def a_seller_comes_first(day: Day, payload: str) -> None:
    """What a customer is about to order is sold in the hall: her cart says that it is gone."""
    shamma, noura = day[SHAMMA], day[NOURA]
    await goes_to_the_summary(shamma, "p_3", "شمّا")
    await scans(noura, payload, "60 د.إ")
    await presses(noura, label("button-cash"), "المطلوب نقداً: 60 د.إ")
    await presses(noura, label("button-complete"), "الإيصال رقم 1-6")
    await presses(shamma, label("checkout-place-order"), "دهن الورد: نفدت الكمية")
    await hears_of_a_sale(day, SCENTS, "• دهن الورد × 1 = 60 د.إ", "1-6", "60", "320")


GONE = "نفدت الكمية، فلا يُعرض المنتج للعملاء حتى تُسجَّل كمية جديدة منه."


async def goes_to_the_summary(customer: Person, payload: str, name: str) -> None:
    """A customer with one piece of the product goes through all that an order asks."""
    await customer.starts(payload)
    await presses(customer, word("product-add"), "في السلة: 1")
    await says(customer, "/cart", label("cart-checkout"))
    await presses(customer, label("cart-checkout"), "اسم مستلم الطلب")
    await says(customer, name, "رقم هاتف المستلم")
    await customer.shares_contact()
    await customer.sees("إلى أي إمارة")
    await presses(customer, word("emirate-sharjah"), "المنطقة أو الضاحية")
    await customer.shares_place(25.3463, 55.4209)
    await customer.sees("ملاحظة للمندوب")
    await says(customer, "الباب الخلفي", word("checkout-summary"))
