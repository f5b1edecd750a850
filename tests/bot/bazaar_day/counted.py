"""A stock-take in which something is sold, and what is not for everybody."""

from __future__ import annotations

from models.products.tables import Option
from tests.bot.bazaar_day.cast import (
    BAKHOOR,
    CLERK,
    COURIER,
    MANAGER,
    MOZA,
    NOURA,
    SADU,
    SCENTS,
    SWEETS,
    Day,
    reads,
)
from tests.bot.bazaar_day.goods import books_it, is_right
from tests.bot.bazaar_day.sales import hears_of_a_sale, scans
from tests.bot.whole.talk import presses, says
from tests.support.words import label, word


async def goods_are_counted(day: Day, payload: str) -> None:
    """One is missing; what is sold between the count and its booking stays sold."""
    clerk, noura = day[CLERK], day[NOURA]
    await says(clerk, "/stock", word("stock-nothing-waits"))
    await presses(clerk, word("button-start-count"), word("stock-count-what"))
    await presses(clerk, word("button-count-family"), word("noting-family-count"))
    await presses(clerk, SCENTS, word("noting-lines-count").splitlines()[0])
    await presses(clerk, word("button-line-by-line"), "من بخور العود؟ المسجّل: 5 قطع")
    await says(clerk, "٤", "من دهن الورد؟ المسجّل: لا شيء")
    await scans(noura, payload, "140 د.إ")
    await presses(noura, label("button-cash"), "المطلوب نقداً: 140 د.إ")
    await presses(noura, label("button-complete"), "الإيصال رقم 1-7")
    await hears_of_a_sale(day, SCENTS, "• بخور العود × 1 = 140 د.إ", "1-7", "140", "460")
    await presses(clerk, "مطابق للمسجّل (0)", "بخور العود: 4 قطع (نقص عن المسجّل: قطعة واحدة)")
    card = await books_it(clerk, "count", "عدد الأصناف المعدودة 2")
    assert card.contains("محضر جرد رقم 5")
    await is_right(day, SCENTS, 5, "بخور العود: 4 قطع (نقص عن المسجّل: قطعة واحدة)")
    async with day.shop.database.read() as session:
        assert (await session.get_one(Option, BAKHOOR)).on_hand == 3


async def not_everybody_may(day: Day, payload: str) -> None:
    """Who has not the role for it is told so in words; a customer's scan shows her the thing."""
    refused = word("refused-not-allowed")
    for name, command in (
        (CLERK, "/sell"),
        (COURIER, "/sell"),
        (MOZA, "/sell"),
        (SWEETS, "/stock"),
        (NOURA, "/stock"),
    ):
        await day[name].sends(command)
        await reads(day[name], refused)
    await day[MOZA].starts(payload)
    card = await day[MOZA].sees("لقيمات بالزعفران")
    assert card.contains("السعر: 25 د.إ")


async def an_order_is_delivered(day: Day, number: str, code: str) -> None:
    """The chat's order goes out of the same stock; its cash is handed in and confirmed."""
    chief, courier = day[MANAGER], day[COURIER]
    await day.passes(minutes=1)
    await says(chief, number, f"طلب {number} –")
    for state in ("accepted", "packed", "out"):
        move, name = label(f"button-move-{state}"), word(f"state-{state}")
        await presses(chief, move, f"طلب {number} – {name}")
    await says(courier, f"/confirm {number} {code}", f"تم تسليم الطلب {number}")
    told = await day[SADU].sees("أُضيف 95 د.إ إلى مستحقات")
    assert told.contains("مستحقاتكم الآن: 202.30 د.إ")
    await says(courier, "/desk", "النقد في عهدتكم: 110 د.إ")
    await presses(courier, word("button-my-day"), "سُلّم اليوم: طلب واحد")
    await presses(courier, label("button-hand-cash"), "المبلغ المتوقع: 110 د.إ")
    await says(courier, "110", word("handover-waits-for-desk"))
    asked = await reads(
        chief,
        "💵 تسليم النقد: مبلغ 110 د.إ من سالم بانتظار العدّ والتأكيد. لا يتغيّر شيء قبل ذلك.",
    )
    await presses(chief, "تأكيد: 110 د.إ", "سُلّم النقد: 110 د.إ", on=asked)
    await courier.sees("سُلّم النقد من عهدة")
