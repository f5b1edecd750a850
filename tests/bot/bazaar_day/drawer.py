"""The tills at the evening: counted, handed over, agreed to; and the money of the day."""

from __future__ import annotations

from models.hall.tills import counted_sum
from models.kernel.calendar import dubai_day
from models.kernel.money import NOTHING, Money
from models.reports.day_money import DayMoney, day_money
from models.reports.till_closing import closing_of
from tests.bot.bazaar_day.cast import CHARM, FINANCE, HIND, MANAGER, NOURA, SADU, Day, reads
from tests.bot.bazaar_day.sales import hears_of_a_sale, scans
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import Person
from tests.support.words import label, word

NOTES = {1000: 0, 500: 0, 200: 1, 100: 1, 50: 0, 20: 0, 10: 0, 5: 0, 1: 2}
"""How many of each there are of 302.25, down to where the coins are typed."""


async def tills_are_closed(day: Day, labels: dict[int, str]) -> None:
    """One with five too little; the other is sold on from by the first one's seller."""
    await cash_goes_to_the_safe(day)
    await five_are_missing(day)
    await the_till_is_handed_over(day)
    await she_sells_on_and_closes(day, labels[CHARM])


async def cash_goes_to_the_safe(day: Day) -> None:
    """So much cash is not left lying in a drawer."""
    noura = day[NOURA]
    till = await says(noura, "/sell", "الصندوق 1 – مفتوح")
    assert till.contains("🧾 7 إيصالات\n💵 المفترض وجوده في الصندوق: 602.25 د.إ")
    await presses(noura, label("button-cash-out"), "سحب نقد من الصندوق")
    await says(noura, "٣٠٠", "سحب 300 د.إ من الصندوق. ما السبب؟")
    await presses(noura, word("reason-to-safe"), "المفترض وجوده في الصندوق: 302.25 د.إ")


async def five_are_missing(day: Day) -> None:
    """The count in one message, its difference with a reason, and the finance agrees."""
    hind, finance = day[HIND], day[FINANCE]
    await says(hind, "/sell", "المفترض وجوده في الصندوق: 245 د.إ")
    asked = await presses(hind, label("button-close-till"), "كم من كل فئة؟")
    assert not asked.contains("245")
    await says(hind, "2×100، 1×20 4×5", "الناقص: 5 د.إ. ما السبب؟")
    await reads(
        hind,
        "• 2 × 100 = 200 د.إ\n• 1 × 20 = 20 د.إ\n• 4 × 5 = 20 د.إ\n\n"
        "💵 المعدود: 240 د.إ\n💵 المفترض وجوده: 245 د.إ\n\n"
        "⚠️ الناقص: 5 د.إ. ما السبب؟ يمكن اختيار سبب أو كتابته، أو الرجوع للعدّ من جديد.",
    )
    await presses(hind, word("reason-miscounted"), word("till-waits-for-centre"))
    differs = "⚠️ 240 د.إ بدلاً من 245 د.إ. السبب: خطأ في إرجاع الباقي"
    asked = await reads(
        finance,
        f"💵 الصندوق 2 (هند) معدود: 240 د.إ، وينتظر التأكيد. لا يتغيّر شيء قبل ذلك.\n\n{differs}",
    )
    await presses(finance, "تأكيد: 240 د.إ", "الصندوق 2 – مغلق", on=asked)
    await reads(hind, f"✅ أُغلق الصندوق 2 (هند)، وسُلّم نقده: 240 د.إ\n\n{differs}")
    await says(hind, "/sell", "لا صندوق مفتوح لكم الآن")


async def the_till_is_handed_over(day: Day) -> None:
    """Counted by notes and coins, one after another; the other seller takes over just that."""
    noura, hind = day[NOURA], day[HIND]
    await presses(noura, label("button-hand-till"), "مَن يستلم الصندوق لمتابعة البيع؟")
    await presses(noura, HIND, "كم من كل فئة؟")
    await presses(noura, word("button-count-each"), "كم من فئة 1,000 د.إ؟")
    await counts_notes(noura)
    await says(noura, "٠", "كم من فئة 0.25 د.إ؟")
    await presses(noura, "1", word("till-count-right"))
    await presses(noura, word("button-hand-it"), "ينتظر استلام هند لمتابعة البيع")
    asked = await reads(
        hind,
        "💵 الصندوق 1 (نورة) جاهز للاستلام لمتابعة البيع: 302.25 د.إ. يُرجى عدّه قبل الاستلام.",
    )
    await presses(hind, label("button-take-till", amount="302.25 د.إ"), "الصندوق 3", on=asked)
    await hind.sees("المفترض وجوده في الصندوق: 302.25 د.إ")
    await reads(noura, "✅ استُلم الصندوق 1 (نورة) لمتابعة البيع: 302.25 د.إ")
    await says(noura, "/sell", "لا صندوق مفتوح لكم الآن")


async def counts_notes(seller: Person) -> None:
    """So many of each note, by a tap each."""
    so_far = NOTHING
    for note, many in NOTES.items():
        so_far += counted_sum({Money.dirhams(note): many})
        await presses(seller, str(many), f"المجموع حتى الآن: {int(so_far.fils / 100)} د.إ")
        # The next question shows the same sum where there is none of this note.
        await seller.quiet()


async def she_sells_on_and_closes(day: Day, payload: str) -> None:
    """One more sale, by card; then the count is right, and the finance agrees."""
    hind, finance = day[HIND], day[FINANCE]
    await scans(hind, payload, "12.30 د.إ")
    await presses(hind, label("button-card"), "المطلوب بالبطاقة: 12.30 د.إ")
    await presses(hind, label("button-complete"), "الإيصال رقم 3-1")
    await hears_of_a_sale(day, SADU, "• ميدالية سدو × 1 = 12.30 د.إ", "3-1", "12.30", "214.60")
    await says(hind, "/sell", "الصندوق 3 – مفتوح")
    await presses(hind, label("button-close-till"), "كم من كل فئة؟")
    await says(hind, "١×٢٠٠ ١×١٠٠ ٢×١ 1×0.25", word("till-count-right"))
    await presses(hind, label("button-close-till"), word("till-waits-for-centre"))
    asked = await finance.sees("الصندوق 3 (هند) معدود: 302.25 د.إ")
    await presses(finance, "تأكيد: 302.25 د.إ", "الصندوق 3 – مغلق", on=asked)
    await reads(hind, "✅ أُغلق الصندوق 3 (هند)، وسُلّم نقده: 302.25 د.إ")


async def the_manager_sees_the_money(day: Day) -> None:
    """The day's money in one picture, and a till's closing to sign."""
    chief = day[MANAGER]
    desk = await says(chief, "/desk", "فرق نقد واحد لم يُسوَّ. الناقص: 5 د.إ")
    await presses(chief, word("button-tills"), "لا صندوق مفتوح الآن.", on=desk)
    money = await presses(chief, label("button-day-money"), "نقد يوم الاثنين 2 مارس 2026")
    assert money.photo is not None
    await presses(chief, label("button-tills"), "✅ الصندوق 1 · نورة")
    await presses(chief, "الصندوق 1 · نورة", "الصندوق 1 – مغلق")
    closing = await presses(chief, label("button-closing"), "كشف الصندوق 1")
    assert closing.photo is not None
    async with day.shop.database.read() as session:
        assert figures(await day_money(session, dubai_day(day.clock()))) == [
            "1: 402.25 + 0, 302.25",
            "2: 45 + 104, 240 (5)",
            "3: 0 + 12.30, 302.25",
            "handed over: 110",
        ]
        takings = (await closing_of(session, 1)).takings
        assert (takings.sales, takings.voided, takings.returns) == (7, 1, 2)


def figures(money: DayMoney) -> list[str]:
    """What was taken at each till in cash and by card, what was counted (and missing); couriers."""
    lines = []
    for each in money.tills:
        taken = each.takings
        cash, card = taken.cash - taken.cash_back, taken.card - taken.card_back
        missing = f" ({each.missing})" if each.missing else ""
        lines.append(f"{each.till.id}: {cash} + {card}, {each.lies_there}{missing}")
    lines += [f"handed over: {each.amount}" for each in money.handed_over]
    return lines + [f"carried: {each.amount}" for each in money.carried]
