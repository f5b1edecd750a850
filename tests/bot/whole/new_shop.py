"""What a manager does to open a shop that has nothing yet."""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

from models.kernel.calendar import DUBAI
from tests.bot.whole.talk import a_photo, passed_on, presses, says
from tests.fake_botapi import TOKEN, FakeBotApi, Person

ROOT = Path(__file__).parents[3]


async def first_link(api: FakeBotApi, database_url: str) -> str:
    """The payload of the line that `entaj invite manager` prints."""
    owner = {name: value for name, value in os.environ.items() if not name.startswith("ENTAJ_")}
    settings = {
        "ENTAJ_DATABASE_URL": database_url,
        "ENTAJ_TELEGRAM_TOKEN": TOKEN,
        "ENTAJ_TELEGRAM_API_URL": api.base_url,
    }
    command = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "invite", "manager"),
        env={**owner, **settings},
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await command.communicate()
    (line,) = [line for line in printed.decode().splitlines() if "?start=" in line]
    return line.strip().rpartition("?start=")[2]


async def opens_a_family(chief: Person, brand: str, brand_en: str) -> str:
    """Add a brand; the payload of its invitation."""
    await says(chief, "/families", "الأسر المنتجة")
    await presses(chief, "إضافة أسرة", "اسم علامة الأسرة بالعربية")
    await says(chief, brand, "اسم العلامة بالإنجليزية")
    await says(chief, brand_en, brand)
    await presses(chief, "رابط دعوة للأسرة", "لمن هذه الدعوة")
    return passed_on(await says(chief, "أم سالم", f"دعوة لعلامة {brand}"), "إرسال الدعوة")


async def opens_a_bazaar(chief: Person, name: str) -> None:
    """Add a place with a pin and two days with their hours."""
    first = datetime.now(DUBAI).date() + timedelta(days=3)
    second = first + timedelta(days=1)
    await says(chief, "/bazaars", "لم يُضَف أي بازار بعد")
    await presses(chief, "إضافة بازار", "اسم البازار بالعربية")
    await says(chief, name, "اسمه بالإنجليزية")
    await says(chief, "Entaj Bazaar", "أين يُقام")
    await says(chief, "مجلس ضاحية الرحمانية، الشارقة", "اسم المكان بالإنجليزية")
    await says(chief, "Al Rahmaniya hall, Sharjah", "موقع البازار على الخريطة")
    await chief.shares_place(25.33, 55.57)
    await chief.sees("في أي يوم")
    await says(chief, f"{first:%d/%m/%Y}", "من أي ساعة")
    await says(chief, "٤ م - ١٠ م", "هل تُحفظ هكذا")
    await presses(chief, "إضافة يوم آخر", "في أي يوم")
    await says(chief, f"{second:%d/%m/%Y}", "من أي ساعة")
    await presses(chief, "من 4:00", "هل تُحفظ هكذا")
    card = await presses(chief, "حفظ البازار", "ظاهر للعملاء")
    assert len([label for label in card.buttons if label.startswith("حذف")]) == 2
    assert card.contains(name)


async def begins_a_product(
    chief: Person, package: str, name: str, name_en: str, brand: str
) -> None:
    """/addproduct up to the question whether it is made to order."""
    await says(chief, "/addproduct", "إلى أي باقة")
    await presses(chief, package, "اسم المنتج بالعربية")
    await says(chief, name, "اسمه بالإنجليزية")
    await says(chief, name_en, "أي أسرة")
    await presses(chief, brand, "موجود في المخزون")


async def adds_luqaimat(chief: Person, brand: str) -> None:
    """A thing in stock with two options, a description and a photo."""
    await begins_a_product(chief, "أطايب", "لقيمات بالزعفران", "Saffron luqaimat", brand)
    await presses(chief, "موجود في المخزون", "هل له خيارات")
    await presses(chief, "له خيارات", "الخيار رقم 1")
    await says(chief, "علبة صغيرة", "اسم هذا الخيار بالإنجليزية")
    await says(chief, "Small box", "كم السعر")
    await says(chief, "٢٥", "كم قطعة")
    await says(chief, "12", "الخيارات حتى الآن")
    await presses(chief, "إضافة خيار آخر", "الخيار رقم 2")
    await says(chief, "علبة كبيرة", "اسم هذا الخيار بالإنجليزية")
    await says(chief, "Large box", "كم السعر")
    await says(chief, "45.50", "كم قطعة")
    await says(chief, "٦", "الخيارات حتى الآن")
    await presses(chief, "اكتملت الخيارات", "لمن هذا المنتج")
    await presses(chief, "للجميع", "وصف المنتج بالعربية")
    await says(chief, "لقيمات طازجة مع دبس التمر والزعفران.", "وصفه بالإنجليزية")
    await says(chief, "Fresh luqaimat with date syrup and saffron.", "إرسال صورة المنتج")
    await chief.sends_photo(a_photo())
    await chief.sees("وصلت صورة واحدة")
    preview = await presses(chief, "المتابعة بهذه الصور", "هكذا سيظهر المنتج للعملاء")
    assert preview.photo is not None
    await presses(chief, "نشر المنتج", "معروض للبيع من الآن")


async def adds_harees(chief: Person, brand: str) -> None:
    """A thing that is made to order, two days after it was ordered, without a photo."""
    await begins_a_product(chief, "مهرة", "هريس عائلي", "Family harees", brand)
    await presses(chief, "يُصنع حسب الطلب", "كم يوماً يستغرق")
    await says(chief, "2", "كم قطعة منه يمكن تجهيزها")
    await says(chief, "5", "هل له خيارات")
    await presses(chief, "بلا خيارات", "كم السعر")
    await says(chief, "80 درهماً", "لمن هذا المنتج")
    await presses(chief, "للأسرة", "وصف المنتج بالعربية")
    await presses(chief, "تخطّي السؤال", "وصفه بالإنجليزية")
    await presses(chief, "تخطّي السؤال", "إرسال صورة المنتج")
    preview = await presses(chief, "تخطّي السؤال", "هكذا سيظهر المنتج للعملاء")
    assert preview.photo is not None
    await presses(chief, "نشر المنتج", "معروض للبيع من الآن")


async def invites(chief: Person, role: str) -> str:
    """The payload of a new colleague's invitation."""
    await says(chief, "/team", "لدعوة شخص جديد")
    await presses(chief, f"دعوة: {role}", "لمن هذه الدعوة")
    invitation = await says(chief, "حصة", f"دعوة إلى الفريق: {role}")
    return passed_on(invitation, "إرسال الدعوة")
