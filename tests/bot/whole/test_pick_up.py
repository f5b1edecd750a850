"""Fetching at the hall over the Bot API: offered by the manager, ordered, told, handed over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.people.people import Language
from tests.bot.opened import opened
from tests.bot.whole.new_shop import adds_harees, adds_luqaimat, invites, opens_a_bazaar
from tests.bot.whole.talk import presses, says
from tests.bot.whole.test_from_nothing import (
    BRAND,
    card_of,
    joins,
    the_chief_comes,
    the_family_joins,
)
from tests.fake_botapi import FakeBotApi, Person, ScreenMessage
from tests.fake_botapi.people import as_read
from tests.support.words import label, word

AR = "مجلس ضاحية الرحمانية الكبير قرب الحديقة ومركز الإمارة للفنون"
EN = "Al Rahmaniya suburb hall, by the park and the arts centre"
PLACE: dict[Language, str] = {"ar": AR, "en": EN}
NOT_TRUE = {"ar": ("توصيل", "المندوب", "بابكم"), "en": ("deliver", "Deliver", "courier", "door")}
NAME = {
    "ar": "أم خليفة بنت سعيد بن محمد آل علي الكتبي من ضاحية مويلح",
    "en": "Umm Khalifa bint Saeed Al Ketbi of the suburb of Muwaileh",
}


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_an_order_is_fetched_by_its_code(
    api: FakeBotApi, tmp_path: Path, language: Language
) -> None:
    url = f"sqlite:///{tmp_path}/var/shop.db"
    async with opened(api, url):
        chief = await the_chief_comes(api, url)
        await opens_a_bazaar(chief, "بازار إنتاج")
        await the_family_joins(api, chief)
        await adds_luqaimat(chief, BRAND)
        await adds_harees(chief, BRAND)
        desk = await joins(api, await invites(chief, "الطلبات"), "موظفة الطلبات")
        courier = await joins(api, await invites(chief, "التوصيل"), "المندوب")
        await it_is_offered(chief, desk)
        customer = api.person("أم خليفة", language_code=language)
        number, code = await ordered(customer, language)
        await packed(desk, number)
        ready = await customer.sees(code)
        holds(ready, language, PLACE[language])
        before = len(courier.screen)
        await handed_over(desk, number, code)
        assert not any(number in each.words for each in courier.screen[before:])
        await thanked(customer, language, number)
        await api.quiet(settle=0.2)
    api.assert_clean()


async def it_is_offered(chief: Person, desk: Person) -> None:
    """The manager names the place, gives one day its hours, copies them, and switches it on."""
    await says(chief, "/delivery", word("delivery-title"))
    await presses(chief, label("button-pick-up"), word("pick-up-is-off"))
    await presses(chief, label("button-pick-up-place"), "ما اسم المكان")
    await says(chief, f"{AR} / {EN}", AR)
    await presses(chief, label("button-pick-up-week"), "يُرجى اختيار يوم")
    await presses(chief, word("weekday-monday"), word("pick-up-none-that-day"))
    await presses(chief, label("button-add-window"), "ما الموعد المراد إضافته")
    await says(chief, "16-20 5", "5 طلبات")
    for day in ("tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
        await presses(chief, label("button-pick-up-week"), "يُرجى اختيار يوم")
        await presses(chief, word(f"weekday-{day}"), word(f"weekday-{day}"))
        await presses(chief, label("button-add-window"), "ما الموعد المراد إضافته")
        await says(chief, "16-20 5", "5 طلبات")
    await says(chief, "/delivery", word("delivery-title"))
    await presses(chief, label("button-pick-up"), word("pick-up-is-off"))
    await presses(chief, label("button-pick-up-on"), word("pick-up-is-on"))
    await desk.sees("صار استلام الطلبات من القاعة متاحاً")


async def ordered(customer: Person, language: Language) -> tuple[str, str]:
    """She chooses the hall among the emirates, and is asked for no address."""
    said = {
        "ar": (
            "لقيمات",
            "علبة صغيرة",
            "أضف إلى السلة",
            "إتمام الطلب",
            "الاستلام من القاعة",
            "تخطّي السؤال",
            "تأكيد",
        ),
        "en": (
            "luqaimat",
            "Small box",
            "Add to cart",
            "Checkout",
            "Pick up at the hall",
            "Skip",
            "Place",
        ),
    }[language]
    await customer.starts()
    await customer.quiet()
    await customer.sends(said[0])
    await customer.quiet()
    await customer.presses({"ar": "لقيمات بالزعفران", "en": "Saffron"}[language])
    await customer.quiet()
    await customer.presses(said[1])
    await customer.quiet()
    await customer.presses(said[2])
    await customer.quiet()
    await customer.sends("/cart")
    await customer.quiet()
    await customer.presses(said[3])
    await customer.quiet()
    await customer.sends(NAME[language])
    await customer.quiet()
    await customer.shares_contact()
    await customer.quiet()
    await customer.presses(said[4])
    await customer.quiet()
    await customer.presses(said[5])
    summary = await customer.sees(PLACE[language])
    holds(summary, language, NAME[language])
    await customer.presses(said[6])
    placed = await customer.sees({"ar": "سُجّل طلبكم", "en": "is placed"}[language])
    holds(placed, language, PLACE[language])
    assert placed.photo is not None
    words = as_read(placed.words)
    number, code = re.search(r"\b(\d{6})\b", words), re.search(r"\D(\d{4})\n", words)
    assert number is not None
    assert code is not None
    return number[1], code[1]


def holds(shown: ScreenMessage, language: Language, *parts: str) -> None:
    """Whether it says these things, and nothing that is true of a delivery alone."""
    for part in parts:
        assert shown.contains(part), part
    read = as_read("\n".join((shown.words, *shown.buttons)))
    assert [each for each in NOT_TRUE[language] if each in read] == []


async def packed(desk: Person, number: str) -> None:
    """The desk accepts and packs it; its card says what it is."""
    await says(desk, number, f"طلب {number} –")
    card = card_of(desk, number)
    assert card.contains("استلام من القاعة")
    await presses(desk, label("button-move-accepted"), f"طلب {number} – مقبول", on=card)
    ready = f"طلب {number} – جاهز للاستلام"
    await presses(desk, "جاهز للاستلام", ready, on=card_of(desk, number))


async def handed_over(desk: Person, number: str, code: str) -> None:
    """By the code that she says at the counter, for exactly what is due."""
    await presses(desk, "تم التسليم", "ما رمز الاستلام", on=card_of(desk, number))
    await says(desk, code, "كم المبلغ المستلم")
    await presses(desk, "المبلغ كاملاً", f"سُلّم الطلب {number} في القاعة")


async def thanked(customer: Person, language: Language, number: str) -> None:
    """She hears that she has it, and her order says so."""
    holds(await customer.sees({"ar": "استلمتم طلبكم", "en": "handed over"}[language]), language)
    await customer.sends("/orders")
    await customer.quiet()
    await customer.presses(number)
    shown = await customer.sees("●●●●")
    holds(shown, language, number)
