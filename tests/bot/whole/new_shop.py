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
from tests.support.words import label as the_label
from tests.support.words import word

ROOT = Path(__file__).parents[3]


async def first_link(api: FakeBotApi, database_url: str, name: str = "") -> str:
    """The payload of the line that `entaj invite manager` prints, for somebody of that name."""
    owner = {name: value for name, value in os.environ.items() if not name.startswith("ENTAJ_")}
    settings = {
        "ENTAJ_DATABASE_URL": database_url,
        "ENTAJ_TELEGRAM_TOKEN": TOKEN,
        "ENTAJ_TELEGRAM_API_URL": api.base_url,
    }
    command = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "invite", "manager", "--name", name),
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
    await presses(chief, word("button-add-family"), word("families-ask-ar"))
    await says(chief, brand, word("families-ask-en"))
    await says(chief, brand_en, brand)
    await presses(chief, word("button-invite-family"), "لمن هذه الدعوة")
    return passed_on(
        await says(chief, "أم سالم", f"دعوة لعلامة {brand}"), word("button-send-invitation")
    )


async def opens_a_bazaar(chief: Person, name: str) -> None:
    """Add a place with a pin and two days with their hours."""
    first = datetime.now(DUBAI).date() + timedelta(days=3)
    second = first + timedelta(days=1)
    await says(chief, "/bazaars", "لم يُضَف أي بازار بعد")
    await presses(chief, word("button-add-bazaar"), word("bazaars-ask-name-ar"))
    await says(chief, name, "اسمه بالإنجليزية")
    await says(chief, "Entaj Bazaar", word("bazaars-ask-place-ar"))
    await says(chief, "مجلس ضاحية الرحمانية، الشارقة", word("bazaars-ask-place-en"))
    await says(chief, "Al Rahmaniya hall, Sharjah", word("bazaars-ask-pin"))
    await chief.shares_place(25.33, 55.57)
    await chief.sees(word("bazaars-ask-day"))
    await says(chief, f"{first:%d/%m/%Y}", word("bazaars-ask-hours"))
    await says(chief, "٤ م - ١٠ م", "هل تُحفظ هكذا")
    await presses(chief, word("button-another-day"), word("bazaars-ask-day"))
    await says(chief, f"{second:%d/%m/%Y}", word("bazaars-ask-hours"))
    await presses(chief, "من 4:00", "هل تُحفظ هكذا")
    card = await presses(chief, word("button-bazaar-done"), word("bazaars-shown"))
    assert len([label for label in card.buttons if label.startswith("حذف")]) == 2
    assert card.contains(name)


async def begins_a_product(
    chief: Person, package: str, name: str, name_en: str, brand: str
) -> None:
    """/addproduct up to the question whether it is made to order."""
    await says(chief, "/addproduct", word("adding-ask-package"))
    await presses(chief, package, word("adding-ask-name-ar"))
    await says(chief, name, "اسمه بالإنجليزية")
    await says(chief, name_en, "أي أسرة")
    await presses(chief, brand, word("adding-in-stock"))


async def adds_luqaimat(chief: Person, brand: str) -> None:
    """A thing in stock with two options, a description and a photo."""
    await begins_a_product(chief, "أطايب", "لقيمات بالزعفران", "Saffron luqaimat", brand)
    await presses(chief, word("adding-in-stock"), word("adding-ask-kind"))
    await presses(chief, word("adding-kind-several"), "الخيار رقم 1")
    await says(chief, "علبة صغيرة", word("adding-ask-label-en"))
    await says(chief, "Small box", "كم السعر")
    await says(chief, "٢٥", "كم قطعة")
    await says(chief, "12", "الخيارات حتى الآن")
    await presses(chief, word("button-another-option"), "الخيار رقم 2")
    await says(chief, "علبة كبيرة", word("adding-ask-label-en"))
    await says(chief, "Large box", "كم السعر")
    await says(chief, "45.50", "كم قطعة")
    await says(chief, "٦", "الخيارات حتى الآن")
    await presses(chief, "اكتملت الخيارات", "لمن هذا المنتج")
    await presses(chief, word("audience-everyone"), word("adding-ask-description-ar"))
    await says(chief, "لقيمات طازجة مع دبس التمر والزعفران.", word("adding-ask-description-en"))
    await says(chief, "Fresh luqaimat with date syrup and saffron.", word("adding-ask-photo"))
    await chief.sends_photo(a_photo())
    await chief.sees("وصلت صورة واحدة")
    preview = await presses(chief, word("button-photos-done"), word("adding-preview"))
    assert preview.photo is not None
    await presses(chief, the_label("button-publish"), word("adding-published"))


async def adds_harees(chief: Person, brand: str) -> None:
    """A thing that is made to order, two days after it was ordered, without a photo."""
    await begins_a_product(chief, "مهرة", "هريس عائلي", "Family harees", brand)
    await presses(chief, "يُصنع حسب الطلب", "كم يوماً يستغرق")
    await says(chief, "2", "كم قطعة يمكن تجهيزها")
    await says(chief, "5", word("adding-ask-kind"))
    await presses(chief, word("adding-kind-one"), "كم السعر")
    await says(chief, "80 درهماً", "لمن هذا المنتج")
    await presses(chief, word("audience-family"), word("adding-ask-description-ar"))
    await presses(chief, word("button-skip"), word("adding-ask-description-en"))
    await presses(chief, word("button-skip"), word("adding-ask-photo"))
    preview = await presses(chief, word("button-skip"), word("adding-preview"))
    assert preview.photo is not None
    await presses(chief, the_label("button-publish"), word("adding-published"))


async def invites(chief: Person, role: str, name: str = "حصة") -> str:
    """The payload of the invitation of a new colleague, whom the manager calls so."""
    await says(chief, "/team", "لدعوة شخص جديد")
    await presses(chief, f"دعوة: {role}", "لمن هذه الدعوة")
    invitation = await says(chief, name, f"دعوة إلى الفريق: {role}")
    return passed_on(invitation, word("button-send-invitation"))
