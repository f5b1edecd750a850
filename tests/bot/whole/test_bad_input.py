"""Whatever people send, they are told what would do, nothing is lost, and nobody else is harmed."""

from __future__ import annotations

import struct
import zlib
from functools import partial

import pytest
from sqlalchemy import func, select

from bot.app.assembly import Storefront
from bot.runtime.rate_limit import RateLimits
from models.kernel.money import Money
from models.orders.tables import Order
from models.people.access import Role
from models.products.tables import Option, Product
from tests.bot.conftest import invitation
from tests.bot.opened import opened
from tests.bot.whole.talk import a_photo, presses, says
from tests.fake_botapi import FakeBotApi, Person, ScreenMessage
from tests.support.words import label, word

ASKED_NAME = "اسم مستلم الطلب"
ASKED_PHONE = "رقم هاتف المستلم"
ASKED_AREA = "المنطقة أو الضاحية"
OLD = "من رسالة قديمة"
FREE, SLOWED = 20, 40
TOO_FAST = "بسرعة كبيرة"


async def at_checkout(api: FakeBotApi) -> Person:
    """A customer who is asked for her name."""
    mona = api.person("منى")
    await mona.starts("p_1")
    await presses(mona, word("product-add"), "في السلة: 1")
    await says(mona, "/cart", label("cart-checkout"))
    await presses(mona, label("cart-checkout"), ASKED_NAME)
    return mona


async def at_the_phone(api: FakeBotApi) -> Person:
    """A customer who is asked for her phone."""
    mona = await at_checkout(api)
    await says(mona, "منى", ASKED_PHONE)
    return mona


@pytest.mark.usefixtures("polling_shop")
async def test_what_is_no_text_is_no_answer_to_a_question(api: FakeBotApi) -> None:
    mona = await at_checkout(api)
    await mona.sends_sticker()
    await mona.sees(ASKED_NAME)
    await mona.sends_voice()
    await mona.sees(ASKED_NAME)
    await mona.sends_photo(a_photo())
    await mona.sees(ASKED_NAME)
    await mona.sends_document(b"%PDF-1.4", "list.pdf", mime="application/pdf")
    await mona.sees(ASKED_NAME)
    await mona.shares_place(25.3, 55.4)
    await mona.sees(ASKED_NAME)
    await says(mona, "منى سالم", ASKED_PHONE)
    await api.quiet()
    api.assert_clean()


@pytest.mark.usefixtures("polling_shop")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("م" * 10_000, "أطول من اللازم"),
        ("😀😀😀", "كلمات في هذا الجواب"),
        ("\u200f\u2067\u2069", "كلمات في هذا الجواب"),
        ("…؟!", "كلمات في هذا الجواب"),
    ],
)
async def test_a_name_has_letters_and_not_too_many(api: FakeBotApi, typed: str, told: str) -> None:
    mona = await at_checkout(api)
    again = await says(mona, typed, told)
    assert again.contains(ASKED_NAME)
    await api.quiet()
    api.assert_clean()


@pytest.mark.usefixtures("polling_shop")
async def test_markup_and_steering_in_a_name_stay_words(api: FakeBotApi) -> None:
    mona = await at_checkout(api)
    await says(mona, "<b>منى</b> & \u202eسالم {name}", ASKED_PHONE)
    await mona.shares_contact()
    await presses(mona, word("emirate-sharjah"), ASKED_AREA)
    await mona.shares_place(25.3, 55.4)
    summary = await presses(mona, word("button-skip"), word("checkout-summary"))
    assert summary.contains("<b>منى</b> & سالم {name}")
    await api.quiet()
    # The marks that the fake would complain of are what she typed.
    api.assert_clean(allow=["raw markup", "raw placeable"])


@pytest.mark.usefixtures("polling_shop")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("اتصلوا بي", "ليس رقم هاتف صحيحاً"),
        ("12345", "ليس رقم هاتف صحيحاً"),
        ("+966 50 123", "برمز الدولة المكتوب"),
        ("٠٠٩٦٨٩٢١٢٣", "برمز الدولة المكتوب"),
        ("800 4567", "لا يمكن الاتصال بهذا"),
    ],
)
async def test_a_phone_is_one_that_a_courier_can_call(
    api: FakeBotApi, typed: str, told: str
) -> None:
    mona = await at_the_phone(api)
    assert (await says(mona, typed, told)).contains(ASKED_PHONE)
    await says(mona, "٠٥٠ ١٢٣ ٤٥٦٧", word("checkout-ask-emirate"))
    await api.quiet()
    api.assert_clean()


@pytest.mark.usefixtures("polling_shop")
async def test_somebody_elses_contact_counts_as_typed(api: FakeBotApi) -> None:
    mona = await at_the_phone(api)
    await mona.shares_contact_of("+9665012")
    await mona.sees(word("question-phone-wrong-abroad"))
    await mona.shares_contact_of("971501234567")
    await mona.sees(word("checkout-ask-emirate"))
    await api.quiet()
    api.assert_clean()


@pytest.mark.usefixtures("polling_shop")
async def test_a_pin_lies_in_the_emirates(api: FakeBotApi) -> None:
    mona = await at_the_phone(api)
    await mona.shares_contact()
    await presses(mona, word("emirate-dubai"), ASKED_AREA)
    for outside in ((51.5, -0.12), (0.0, 0.0), (24.7, 46.7)):
        await mona.shares_place(*outside)
        await mona.sees("خارج الإمارات")
    await mona.shares_place(25.2, 55.3)
    await mona.sees(word("checkout-ask-note"))
    await api.quiet()
    api.assert_clean()


@pytest.mark.parametrize("typed", ["25 50", "1e3", "-5", "²5", "كثير", "0", "25.505"])
async def test_a_price_is_written_clearly(
    api: FakeBotApi, polling_shop: Storefront, typed: str
) -> None:
    chief = await a_manager(api, polling_shop)
    await chief.press_old('["mc",1,"price",1]')
    await chief.sees("السعر الجديد")
    assert (await says(chief, typed, "مبلغ")).contains("السعر الجديد")
    await says(chief, "٢٥٫٥٠", "25.50")
    async with polling_shop.database.read() as session:
        assert (await session.get_one(Option, 1)).price == Money.dirhams(25, 50)
    await api.quiet()
    api.assert_clean()


async def test_a_price_in_doubt_counts_with_a_yes(
    api: FakeBotApi, polling_shop: Storefront
) -> None:
    chief = await a_manager(api, polling_shop)
    await chief.press_old('["mc",1,"price",1]')
    await chief.sees("السعر الجديد")
    await says(chief, "٣٧،٥", "هل المقصود: 37.50")
    await says(chief, word("button-yes"), "تم التعديل")
    async with polling_shop.database.read() as session:
        assert (await session.get_one(Option, 1)).price == Money.dirhams(37, 50)
    await api.quiet()
    api.assert_clean()


async def test_a_photo_is_one_that_can_be_shown(api: FakeBotApi, polling_shop: Storefront) -> None:
    chief = await a_manager(api, polling_shop)
    await chief.press_old('["mc",1,"photo"]')
    await chief.sees("الصورة الجديدة")
    for content, told in (
        (b"these bytes are no picture", "ليس صورة"),
        (a_photo()[:-200], "ليس صورة"),
        (a_bomb(60_000, 60_000), "كبيرة جداً"),
    ):
        await chief.sends_document(content, "cat.png", mime="image/png")
        assert (await chief.sees(told)).contains("الصورة الجديدة")
    await chief.sends("ها هي الصورة")
    await chief.sees(word("question-needs-photo"))
    await chief.sends_document(a_photo("red"), "cat.jpg", mime="image/jpeg")
    await chief.sees("تم التعديل")
    await api.quiet()
    api.assert_clean()


FORGED = (
    "no data of ours",
    "[]",
    '["?',
    '["od",-1]',
    '["p",99999999999999999999]',
    '["k","nothing"]',
    '["q",1,-5,true]',
    '["po","AAAAAAAAAAAAAAAA","00000000"]',
    '["=",0,"yes"]',
    '["<",999]',
    '["l","xx"]',
    '["sf","\\u0000",-3]',
    '["o",-1]',
)
STAFF_ONLY = (
    '["d"]',
    '["m",1]',
    '["mh",1,true]',
    '["mc",1,"price",1]',
    '["do",1]',
    '["dm",1,"accepted"]',
    '["dx",1]',
    '["fm",1]',
    '["ti","manager"]',
    '["u"]',
    '["fh",1]',
    '["fs",1]',
)


async def test_a_forged_button_is_answered_and_does_nothing(
    api: FakeBotApi, polling_shop: Storefront
) -> None:
    mona = api.person("منى")
    await mona.starts()
    await mona.sees(word("package-atayeb"))
    for data in (*FORGED, *STAFF_ONLY):
        await (await mona.press_old(data)).answered()
        await mona.quiet()
    assert not any(each.contains("نعتذر، حدث خطأ") for each in mona.screen)
    told = [each for each in mona.screen if each.contains(word("refused-not-allowed"))]
    assert len(told) == len(STAFF_ONLY)
    async with polling_shop.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Order)) == 0
        assert not (await session.get_one(Product, 1)).hidden
    await api.quiet()
    api.assert_clean(allow=["message is not modified"])


@pytest.mark.usefixtures("polling_shop")
async def test_the_button_of_an_earlier_question_does_not_act(api: FakeBotApi) -> None:
    mona = await at_the_phone(api)
    await mona.shares_contact()
    emirates = await mona.sees(word("checkout-ask-emirate"))
    await presses(mona, word("emirate-dubai"), ASKED_AREA, on=emirates)
    press = await mona.presses(word("emirate-ajman"), message=emirates)
    assert press is not None
    assert OLD in await press.answered()
    await mona.sees(ASKED_AREA)
    await mona.shares_place(25.2, 55.3)
    summary = await presses(mona, word("button-skip"), word("checkout-summary"))
    assert summary.contains("رسوم التوصيل (دبي)")
    await api.quiet()
    api.assert_clean()


@pytest.mark.usefixtures("polling_shop")
async def test_a_command_inside_a_question_is_answered_and_the_question_repeated(
    api: FakeBotApi,
) -> None:
    mona = await at_checkout(api)
    await says(mona, "/cart", ASKED_NAME)
    assert any(each.contains("قيمة المنتجات") for each in mona.fresh)
    await says(mona, "/nosuchcommand", ASKED_NAME)
    await says(mona, "منى سالم", ASKED_PHONE)
    await says(mona, "/cancel", "السلة محفوظة")
    assert mona.keyboard == []
    await api.quiet()
    api.assert_clean()


@pytest.mark.usefixtures("polling_shop")
async def test_in_a_group_nothing_private_is_said(api: FakeBotApi) -> None:
    mona, sara = api.person("منى"), api.person("سارة")
    group = api.group([mona, sara])
    await mona.sends("/orders", chat=group)
    await mona.sees(word("channel-open-private"), chat=group)
    await mona.sends_photo(a_photo(), chat=group)
    press = await mona.press('["o"]', chat=group)
    await press.answered()
    await api.quiet()
    assert len([each for each in mona.screen_of(group) if each.from_bot]) == 1
    api.assert_clean()


async def test_a_flood_is_slowed_told_once_and_harms_nobody_else(
    api: FakeBotApi, stocked_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is, she is held back until the shop hurries, and in one window.
    monkeypatch.setattr("bot.app.assembly.RateLimits", partial(RateLimits, window=3600, pause=3600))
    noisy, calm = api.person("نورة"), api.person("منى")
    async with opened(api, stocked_url, most_acts=FREE) as shop:
        await noisy.starts()
        await noisy.sees(word("package-atayeb"))
        for _ in range(FREE + SLOWED):
            await noisy.sends("لقيمات")
        await calm.starts()
        await calm.sees(word("package-atayeb"))
        await presses(calm, word("package-atayeb"), "1 · ")
        assert len(answers_to(noisy)) < 1 + FREE + SLOWED, "she is still held back"
        shop.intake.hurry()
        await noisy.quiet(settle=1.0)
    assert len([each for each in noisy.screen if each.contains(TOO_FAST)]) == 1
    assert len(answers_to(noisy)) == 1 + FREE + SLOWED
    api.assert_clean()


async def test_without_the_limit_the_same_flood_is_worked_through_at_once(
    api: FakeBotApi, stocked_url: str
) -> None:
    noisy = api.person("نورة")
    async with opened(api, stocked_url, most_acts=1000):
        await noisy.starts()
        for _ in range(FREE + SLOWED):
            await noisy.sends("لقيمات")
        await noisy.quiet(settle=1.0)
    assert not [each for each in noisy.screen if each.contains(TOO_FAST)]
    assert len(answers_to(noisy)) == 1 + FREE + SLOWED


def answers_to(person: Person) -> list[ScreenMessage]:
    """What the bot has answered, apart from the word that it was too fast."""
    return [each for each in person.screen if each.from_bot and not each.contains(TOO_FAST)]


async def a_manager(api: FakeBotApi, shop: Storefront) -> Person:
    """Someone who may change everything."""
    chief = api.person("المديرة")
    await chief.starts(await invitation(shop, Role.manager))
    await chief.sees(button=word("button-desk"))
    return chief


def a_bomb(width: int, height: int) -> bytes:
    """A small PNG that promises so many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checked = kind + body
        return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 4096)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
