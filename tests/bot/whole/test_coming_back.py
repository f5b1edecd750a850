"""What comes back, in Arabic and over the Bot API: returned, cancelled by mistake, looked at."""

from __future__ import annotations

from pathlib import Path

from tests.bot.opened import opened
from tests.bot.whole.new_shop import adds_harees, adds_luqaimat, invites, opens_a_bazaar
from tests.bot.whole.talk import presses, says
from tests.bot.whole.test_from_nothing import (
    BRAND,
    card_of,
    delivered_with_the_code,
    first_order,
    her_order,
    joins,
    moved_on_by_the_desk,
    placed,
    the_chief_comes,
    the_family_joins,
)
from tests.fake_botapi import FakeBotApi, Person
from tests.support.words import label, word


async def test_goods_come_back_and_everybody_reads_the_truth(
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
        courier = await joins(api, await invites(chief, "التوصيل"), "المندوب")
        customer = api.person("أم خليفة")
        number, code = await first_order(customer)
        await moved_on_by_the_desk(desk, customer, number)
        await delivered_with_the_code(courier, customer, number, code)
        await a_piece_is_returned(desk, customer, mother, number)
        second, _ = await ordered_again(customer)
        await moved_on_by_the_desk(desk, customer, second)
        await cancelled_and_taken_back(desk, customer, courier, second)
        await cancelled_and_looked_at(desk, mother, second)
        await api.quiet(settle=0.2)
    api.assert_clean()


async def a_piece_is_returned(desk: Person, customer: Person, mother: Person, number: str) -> None:
    """One of two boxes comes back after the delivery, and its price is handed back."""
    await says(desk, number, f"طلب {number} – {word('state-delivered')}")
    await presses(
        desk, label("button-return"), "كم قطعة مرتجعة من هذا المنتج؟", on=card_of(desk, number)
    )
    await presses(desk, "1", "ما حال القطع المرتجعة؟")
    await presses(desk, label("returning-fate-shelf"), "هل من منتج مرتجع آخر؟")
    await presses(desk, label("returning-done-picking"), "من أي نقد يُعاد المبلغ؟")
    await presses(desk, label("returning-payer-till"), "يُعاد إلى العميل نقداً: 45.50 د.إ")
    await presses(desk, "نعم، إعادة 45.50 د.إ", "سُجِّل المرتجع")
    await customer.sees("أُعيد إليكم نقداً: 45.50 د.إ")
    assert (await her_order(customer, number)).contains("المبلغ المعاد: 45.50 د.إ")
    told = await mother.sees("أُعيدت منتجات من الطلب")
    assert told.contains("مستحقاتكم الآن: 45.50 د.إ")


async def ordered_again(customer: Person) -> tuple[str, str]:
    """The same thing once more, to the place that is known."""
    await says(customer, "لقيمات", "نتائج البحث")
    await presses(customer, "لقيمات بالزعفران", "السعر: من 25")
    await presses(customer, "علبة صغيرة", "السعر: 25")
    await presses(customer, word("product-add"), "في السلة: 1")
    await presses(customer, word("product-more"), "في السلة: 2")
    await says(customer, "/cart", "قيمة المنتجات: 50")
    await presses(customer, label("cart-checkout"), word("checkout-summary"))
    return await placed(customer)


async def cancels(desk: Person, number: str) -> None:
    """The desk cancels an order that is out: its goods lie in the car."""
    await says(desk, number, f"طلب {number} –")
    why = word("cancelling-ask-why", number=f"{number} (لقيمات بالزعفران)")
    await presses(desk, word("button-staff-cancel"), why, on=card_of(desk, number))
    await presses(desk, word("reason-unreachable"), f"هل يُلغى الطلب {number} (لقيمات بالزعفران)؟")
    await presses(desk, word("order-cancel-sure"), "لا يُعرض للبيع حتى يعود إلى المركز")


async def cancelled_and_taken_back(
    desk: Person, customer: Person, courier: Person, number: str
) -> None:
    """By mistake: who had heard of it hears that it goes on."""
    await cancels(desk, number)
    await customer.sees(f"أُلغي طلبكم رقم {number}")
    await courier.sees(f"أُلغي الطلب رقم {number} بعد خروجه")
    undo = label("button-undo-cancel")
    await presses(desk, undo, f"طلب {number} – {word('state-packed')}", on=card_of(desk, number))
    await customer.sees("خطأً، وهو قائم كما كان")
    await courier.sees(f"تم التراجع عن إلغاء الطلب رقم {number}")


async def cancelled_and_looked_at(desk: Person, mother: Person, number: str) -> None:
    """Sent out again and cancelled for good: one piece is on sale again, and one is spoiled."""
    out = label("button-move-out")
    await presses(desk, out, f"طلب {number} – {word('state-out')}", on=card_of(desk, number))
    await cancels(desk, number)
    await says(desk, "/desk", "منتج واحد بانتظار الفحص")
    await presses(desk, "بانتظار الفحص", "الأقدم أولاً")
    await presses(desk, f"· {number}", "ما حالها؟")
    await presses(desk, label("button-inspect-some"), "تُعرض للبيع من جديد؟")
    await presses(desk, "1", "ولا تصلح للبيع؟")
    await presses(desk, "1", "تم الفحص. تُعرض للبيع: 1، لا تصلح: 1")
    told = await mother.sees(f"فُحص ما عاد من الطلب رقم {number}")
    assert told.contains("وأُضيف 25 د.إ إلى المستحقات")
    assert told.contains("مستحقاتكم الآن: 70.50 د.إ")
