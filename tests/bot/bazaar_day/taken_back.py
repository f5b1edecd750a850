"""What is taken back: a sale within minutes, goods an hour later, to the shelf or written off."""

from __future__ import annotations

from tests.bot.bazaar_day.cast import HIND, NOURA, SCENTS, SWEETS, Day, reads
from tests.bot.bazaar_day.sales import scans
from tests.bot.whole.talk import presses, says
from tests.support.words import label, word


async def a_sale_is_void(day: Day, payload: str) -> None:
    """The wrong thing was sold: nine minutes later its seller takes it back whole."""
    noura = day[NOURA]
    await scans(noura, payload, "140 د.إ")
    await presses(noura, label("button-cash"), "المطلوب نقداً: 140 د.إ")
    await presses(noura, label("button-complete"), "الإيصال رقم 1-4")
    await day.passes(minutes=9)
    await presses(noura, word("button-void"), "ما سبب إلغاء البيع بالإيصال 1-4؟")
    await presses(noura, word("void-wrong"), "أُلغي هذا البيع")
    await reads(
        noura,
        "❌ أُلغي هذا البيع، الإيصال رقم 1-4\n\n"
        "• بخور العود × 1 = 140 د.إ\n\n"
        "المجموع: 140 د.إ\nنقداً: 140 د.إ\nأُعيد إلى العميل: 140 د.إ\n\n"
        "الاثنين 2 مارس، 12:01 ظهراً",
    )
    await reads(
        day[SCENTS],
        f"↩️ أُلغي بيع في القاعة، وفيه من منتجات {SCENTS}:\n\n"
        "• بخور العود × 1 = 140 د.إ\n– عودة إلى الرف\n\nرقم الإيصال: 1-4\n\n"
        "خُصم ثمنها (140 د.إ) من المستحقات.\nمستحقاتكم الآن: 260 د.إ",
    )


async def goods_come_back(day: Day) -> None:
    """An hour later a box comes back to the shelf, and a bottle that nobody can sell again."""
    await day.passes(minutes=50)
    await a_box_comes_back(day)
    await a_bottle_comes_back(day)


async def a_box_comes_back(day: Day) -> None:
    """By the number of its receipt, from the till; it was paid in cash, and so it is paid back."""
    noura = day[NOURA]
    till = await says(noura, "/sell", "4 إيصالات")
    assert till.contains("المفترض وجوده في الصندوق: 422.75 د.إ")
    await presses(noura, label("button-hall-return"), "ما رقم الإيصال؟")
    await says(noura, "١-٢", "مرتجع من الإيصال 1-2")
    await presses(noura, "زيادة لقيمات", "مرتجع 1 (إلى الرف)")
    await presses(noura, word("return-done-picking"), "ما سبب الإرجاع؟")
    await presses(noura, word("return-mind"), "المبلغ المعاد: 45.50 د.إ")
    await presses(noura, "نقداً من الصندوق: 45.50 د.إ", word("button-new-sale"))
    await noura.sees("↩️ سُجّل المرتجع. يُعاد إلى العميل: 45.50 د.إ\n\n✅ تم البيع، الإيصال رقم 1-2")
    await reads(
        day[SWEETS],
        f"↩️ أُعيدت منتجات بيعت في القاعة، وفيها من منتجات {SWEETS}:\n\n"
        "• لقيمات بالزعفران (علبة كبيرة) × 1 = 45.50 د.إ\n– عودة إلى الرف\n\n"
        "رقم الإيصال: 1-2\n\n"
        "خُصم ثمنها (45.50 د.إ) من المستحقات.\nمستحقاتكم الآن: 25 د.إ",
    )


async def a_bottle_comes_back(day: Day) -> None:
    """Half of what was paid for two goes back to the card; the centre bears the broken bottle."""
    hind = day[HIND]
    await says(hind, "/sell", "الصندوق 2 – مفتوح")
    await presses(hind, label("button-sell-here"), word("selling-empty"))
    await says(hind, "2-1", "مرتجع من الإيصال 2-1")
    await presses(hind, "زيادة دهن الورد", "مرتجع 1 (إلى الرف)")
    await presses(hind, "لا يصلح للبيع: دهن الورد", "مرتجع 1 (إتلاف)")
    await presses(hind, word("return-done-picking"), "ما سبب الإرجاع؟")
    await presses(hind, word("return-damaged"), "المبلغ المعاد: 54 د.إ")
    await presses(hind, "إلى البطاقة: 54 د.إ", "↩️ سُجّل المرتجع. يُعاد إلى العميل: 54 د.إ")
    await reads(
        day[SCENTS],
        f"↩️ أُعيدت منتجات بيعت في القاعة، وفيها من منتجات {SCENTS}:\n\n"
        "• دهن الورد × 1 = 60 د.إ\n– لا يصلح للبيع\n\n"
        "رقم الإيصال: 2-1\n\n"
        "خُصم ثمنها (60 د.إ) من المستحقات.\n"
        "يتحمّل المركز ثمن ما لا يُباع من جديد، فأُضيف 60 د.إ إلى المستحقات.\n"
        "مستحقاتكم الآن: 260 د.إ",
    )
