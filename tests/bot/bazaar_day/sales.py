"""What is sold at two tills: by label, code and words; for cash, by card, below the price."""

from __future__ import annotations

from tests.bot.bazaar_day.cast import (
    CHARM,
    HIND,
    NOURA,
    ROSE,
    SADU,
    SCENTS,
    SMALL,
    SWEETS,
    Day,
    reads,
)
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import Person, ScreenMessage
from tests.support.words import label, word

MOST_TAPS = 4
"""From the scan to the sale of one thing at its price, for exactly the cash."""


async def tills_are_opened(day: Day) -> None:
    """Two sellers open a till each, with 200 in it."""
    for number, name in enumerate((NOURA, HIND), 1):
        await says(day[name], "/sell", "لا صندوق مفتوح لكم الآن")
        await presses(day[name], word("button-open-till"), "كم فيه من نقد للبداية؟")
        till = await presses(day[name], "200 د.إ", f"الصندوق {number} – مفتوح")
        assert till.contains("المفترض وجوده في الصندوق: 200 د.إ")


async def things_are_sold(day: Day, labels: dict[int, str]) -> None:
    """Five sales, of each way to find a thing and of each way to pay."""
    await a_label_is_scanned(day, labels[SMALL])
    await a_code_is_typed_and_a_name(day)
    await something_is_let_off(day, labels[ROSE])
    await one_pays_by_card_and_in_cash(day)
    await coins_are_rounded(day, labels[CHARM])


async def scans(seller: Person, payload: str, total: str) -> ScreenMessage:
    """The label is scanned, and the thing lies in the basket."""
    await seller.starts(payload)
    return await seller.sees(f"المجموع: {total}")


async def a_label_is_scanned(day: Day, payload: str) -> None:
    """One thing at its price with the exact cash takes the scan and two taps."""
    noura, before = day[NOURA], day.taps_of(NOURA)
    await scans(noura, payload, "25 د.إ")
    await presses(noura, label("button-cash"), "المطلوب نقداً: 25 د.إ")
    await presses(noura, label("button-complete"), "الإيصال رقم 1-1")
    assert 1 + day.taps_of(NOURA) - before <= MOST_TAPS
    await reads(
        noura,
        "✅ تم البيع، الإيصال رقم 1-1\n\n"
        "• لقيمات بالزعفران (علبة صغيرة) × 1 = 25 د.إ\n\n"
        "المجموع: 25 د.إ\nنقداً: 25 د.إ\n\n"
        "الاثنين 2 مارس، 12:00 ظهراً",
    )
    line = "• لقيمات بالزعفران (علبة صغيرة) × 1 = 25 د.إ"
    await hears_of_a_sale(day, SWEETS, line, "1-1", "25", "25")


async def hears_of_a_sale(
    day: Day, brand: str, line: str, receipt: str, amount: str, due: str
) -> None:
    """The family is told what of hers was sold, and what is due to her; not to whom it went."""
    await reads(
        day[brand],
        f"🎉 مبيعات جديدة في القاعة: {brand}\n\n{line}\n\nرقم الإيصال: {receipt}\n\n"
        f"💰 أُضيف إلى مستحقاتكم: {amount} د.إ\nمستحقاتكم الآن: {due} د.إ",
    )


async def a_code_is_typed_and_a_name(day: Day) -> None:
    """Two things for 185.50; 200 is given, and the receipt is shown to be scanned."""
    noura = day[NOURA]
    await day.passes(minutes=1)
    await presses(noura, label("button-new-sale"), word("selling-empty"))
    await says(noura, "١٠٠٣", "بخور العود × 1 = 140 د.إ")
    await says(noura, "لقيمات", word("selling-choose"))
    await presses(noura, "(علبة كبيرة)", "المجموع: 185.50 د.إ")
    await presses(noura, label("button-cash"), "المطلوب نقداً: 185.50 د.إ")
    change = await presses(noura, "200 د.إ", "الباقي للعميل: 14.50 د.إ")
    assert change.contains("المستلم: 200 د.إ")
    await presses(noura, label("button-complete"), "الإيصال رقم 1-2")
    await noura.sees("المستلم 200 د.إ، والباقي 14.50 د.إ")
    await hears_of_a_sale(day, SCENTS, "• بخور العود × 1 = 140 د.إ", "1-2", "140", "140")
    line = "• لقيمات بالزعفران (علبة كبيرة) × 1 = 45.50 د.إ"
    await hears_of_a_sale(day, SWEETS, line, "1-2", "45.50", "70.50")
    shown = await presses(noura, label("button-sale-receipt"), "إيصال رقم 1-2 بمبلغ 185.50 د.إ")
    assert shown.photo is not None


async def something_is_let_off(day: Day, payload: str) -> None:
    """Who may lets 12 off two bottles, paid by card; the family has her whole price."""
    hind = day[HIND]
    assert not day[NOURA].screen[-1].contains(label("button-let-off"))
    await scans(hind, payload, "60 د.إ")
    await presses(hind, "زيادة دهن الورد", "المجموع: 120 د.إ")
    await presses(hind, label("button-let-off"), "كم الخصم من 120 د.إ؟")
    await presses(hind, "10٪", "ما سبب الخصم؟")
    await presses(hind, word("let-off-several"), "المجموع: 108 د.إ")
    await presses(hind, label("button-card"), "المطلوب بالبطاقة: 108 د.إ")
    await says(hind, "٧٧٨١٢٣", "رقم عملية البطاقة: 778123")
    await presses(hind, label("button-complete"), "الإيصال رقم 2-1")
    await reads(
        hind,
        "✅ تم البيع، الإيصال رقم 2-1\n\n"
        "• دهن الورد × 2 = 120 د.إ\n\n"
        "خصم: 12 د.إ (شراء عدة قطع)\nالمجموع: 108 د.إ\nبطاقة: 108 د.إ\n"
        "رقم عملية البطاقة: 778123\n\n"
        "الاثنين 2 مارس، 12:01 ظهراً",
    )
    await hears_of_a_sale(day, SCENTS, "• دهن الورد × 2 = 120 د.إ", "2-1", "120", "260")


async def one_pays_by_card_and_in_cash(day: Day) -> None:
    """50 of 95 go by card, the rest in cash out of a note of 50."""
    hind = day[HIND]
    await presses(hind, label("button-new-sale"), word("selling-empty"))
    await says(hind, "حقيبة", "المجموع: 95 د.إ")
    await presses(hind, word("button-mixed"), "كم يُدفع بالبطاقة من 95 د.إ؟")
    await says(hind, "٥٠", "ما رقم عملية البطاقة (50 د.إ)؟")
    await presses(hind, word("button-skip"), "المطلوب نقداً: 45 د.إ")
    await presses(hind, "50 د.إ", "الباقي للعميل: 5 د.إ")
    await presses(hind, label("button-complete"), "الإيصال رقم 2-2")
    await reads(
        hind,
        "✅ تم البيع، الإيصال رقم 2-2\n\n"
        "• حقيبة سدو × 1 = 95 د.إ\n\n"
        "المجموع: 95 د.إ\nبطاقة: 50 د.إ\nنقداً: 45 د.إ\nالمستلم 50 د.إ، والباقي 5 د.إ\n\n"
        "الاثنين 2 مارس، 12:01 ظهراً",
    )
    await hears_of_a_sale(day, SADU, "• حقيبة سدو × 1 = 95 د.إ", "2-2", "95", "95")


async def coins_are_rounded(day: Day, payload: str) -> None:
    """Of 12.30 coins can pay 12.25; the family has her price."""
    noura = day[NOURA]
    await scans(noura, payload, "12.30 د.إ")
    await presses(noura, label("button-cash"), "المطلوب نقداً: 12.25 د.إ")
    await presses(noura, label("button-complete"), "الإيصال رقم 1-3")
    await noura.sees("المجموع: 12.30 د.إ\nنقداً بعد التقريب: 12.25 د.إ")
    await hears_of_a_sale(day, SADU, "• ميدالية سدو × 1 = 12.30 د.إ", "1-3", "12.30", "107.30")
