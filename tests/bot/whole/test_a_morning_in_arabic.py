"""A shopper's morning in Arabic over the Bot API: what she writes and presses, and what she reads.

She writes as people do: in dialect, misspelt, on the wrong keyboard, and corrects what she wrote.
It is a Monday at noon.
"""

from __future__ import annotations

from tests.bot.opened import opened
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import FakeBotApi, Person, ScreenMessage
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.opened import opened as database_at
from tests.support.sample import open_sample, option_ids
from tests.support.stocktaking import count_stock
from tests.support.words import label, word

ADD, PLACE = word("product-add"), label("checkout-place-order")


async def test_a_morning_in_arabic(api: FakeBotApi, sqlite_url: str) -> None:
    async with database_at(sqlite_url) as database:
        await open_sample(database, MORNING)
        async with database.write() as session:
            (batheeth,) = await option_ids(session, "Batheeth")
            await count_stock(acting(session), batheeth, 0)
    async with opened(api, sqlite_url, clock=HandClock()):
        moza = api.person("موزة", language_code="ar")
        await moza.starts()
        await moza.sees(word("home-welcome").splitlines()[0])
        await she_asks(moza)
        await she_looks_along_a_shelf(moza)
        await she_is_understood(moza)
        await she_keeps_what_she_likes(moza)
        await she_goes_to_the_summary(moza)
        summary, receipt = await she_orders_by_a_word(moza)
        await a_late_cancel_is_about_the_order(moza, summary, receipt)
        await she_asks_for_it_and_cancels(moza)
        await api.quiet()
    # A press of `Add` before an option is chosen leaves the card as it is.
    api.assert_clean(allow=["message is not modified"])


async def she_asks(moza: Person) -> None:
    """A greeting is given back with the menu, and a question is answered."""
    menu = await says(moza, "السلام عليكم", word("talk-salam"))
    assert menu.button(word("package-anaqa"))
    fees = await says(moza, "كم التوصيل؟", "رسوم التوصيل")
    assert fees.contains("الشارقة: 15 د.إ")
    assert fees.contains("الثلاثاء 3 مارس")


async def she_looks_along_a_shelf(moza: Person) -> None:
    """A page further, what is for whom, a number for a product, and back to where she was."""
    await says(moza, "/shop", word("home-again").splitlines()[0])
    await presses(moza, word("package-anaqa"), "المنتجات 1 إلى 6 من 7")
    await presses(moza, label("button-next"), "المنتج 7 من 7")
    await says(moza, "٧", "سوار خرز")
    await presses(moza, "العودة إلى أناقة", "المنتج 7 من 7")
    await presses(moza, label("button-previous"), "المنتجات 1 إلى 6 من 7")
    await presses(moza, label("shelf-for-whom"), "لمن المنتجات المطلوبة؟")
    await presses(moza, "للطفل", "أناقة · للطفل")
    await presses(moza, "كندورة أطفال", "السعر: من 95 د.إ")
    asked = await moza.presses(ADD)
    assert asked is not None
    assert await asked.answered() == word("product-choose-first")
    await presses(moza, "4 – 6", "الخيار: 4 – 6 سنوات")
    await presses(moza, ADD, word("product-in-cart", count=1))
    await says(moza, "حبتين", word("product-in-cart", count=2))
    await presses(moza, "العودة إلى أناقة", "أناقة · للطفل")


async def she_is_understood(moza: Person) -> None:
    """Misspelt, in Latin letters, on the wrong keyboard, and a plural that breaks."""
    for typed, found in (
        ("لقيماط", "لقيمات"),
        ("grdlhj", "لقيمات"),
        ("gahwa", "قهوة عربية"),
        ("كنادير", "كندورة أطفال"),
    ):
        shelf = await says(moza, typed, typed)
        assert shelf.button(f"1 · {found}"), typed


async def she_keeps_what_she_likes(moza: Person) -> None:
    """A favourite, and word of what is gone when it comes again; both are in her settings."""
    await presses(moza, "كندورة أطفال", ADD)
    await presses(moza, label("button-favourite"), label("button-favourite-drop"))
    await says(moza, "بثيث", word("shelf-choice-sold-out", number=1, name="بثيث"))
    await presses(moza, "بثيث", word("product-sold-out"))
    await presses(moza, label("button-alert"), label("button-alert-off"))
    await says(moza, "/settings", label("button-favourites"))
    await presses(moza, label("button-favourites"), "كندورة أطفال")


async def she_goes_to_the_summary(moza: Person) -> None:
    """Her answers are read as they are written, and an answer that she edits is taken anew."""
    cart = await says(moza, "/cart", "2 × 95 د.إ = 190 د.إ")
    await presses(moza, label("cart-checkout"), "ما اسم مستلم الطلب؟", on=cart)
    await says(moza, "موزة الكتبي", "ما رقم هاتف المستلم؟")
    await says(moza, "رقمي ٠٥٠-١٢٣ ٤٥٦٧", "إلى أي إمارة")
    await says(moza, "كلباء", "ما العنوان؟")
    await says(moza, "وين البازار", "يفتح البازار أبوابه")
    await moza.sees("ما العنوان؟")
    street = await moza.sends("شارع الكورنيش، بيت ٧")
    await moza.sees("هل من ملاحظة للمندوب؟")
    await moza.edits(street, "شارع الكورنيش، بيت ١٧")
    await moza.sees("هل من ملاحظة للمندوب؟")
    await says(moza, "نعم", word("checkout-needs-note"))
    summary = await says(moza, "ما شي", word("checkout-summary"))
    assert summary.contains("+971501234567")
    assert summary.contains("الشارقة، كلباء، شارع الكورنيش، بيت ١٧")
    assert not summary.contains("ما شي")
    await presses(moza, label("checkout-change-time"), "متى يناسبكم التوصيل؟")
    await says(moza, "بكرة العصر", "الثلاثاء 3 مارس، من 4:00 عصراً إلى 8:00 مساءً")
    await says(moza, "الخميس العصر", "الخميس 5 مارس، من 4:00 عصراً إلى 8:00 مساءً")


async def she_orders_by_a_word(moza: Person) -> tuple[ScreenMessage, ScreenMessage]:
    """A question first: then a yes shows the summary once more, and the next one is its answer."""
    not_placed = word("checkout-not-placed")
    paying = await says(moza, "تقبلون فيزا؟", word("about-title-paying"))
    assert paying.contains(not_placed)
    again = await says(moza, "نعم", word("checkout-summary"))
    assert again.contains(not_placed)
    receipt = await says(moza, "تمام", "سُجّل طلبكم رقم")
    assert receipt.photo is not None
    assert receipt.contains("المبلغ عند الاستلام: 205 د.إ نقداً")
    return again, receipt


async def a_late_cancel_is_about_the_order(
    moza: Person, summary: ScreenMessage, receipt: ScreenMessage
) -> None:
    """The summary's Cancel, pressed too late, offers to cancel the order; the receipt stays."""
    await presses(moza, word("button-cancel"), "هل يُلغى الطلب رقم", on=summary)
    await moza.quiet()
    assert receipt in moza.screen
    assert not any(each.contains(word("nothing-to-cancel")) for each in moza.fresh)
    assert not any(each.contains(word("form-keyboard-away")) for each in moza.fresh)


async def she_asks_for_it_and_cancels(moza: Person) -> None:
    """Where it is, then that she wants it no more, and what is kept of her."""
    order = await says(moza, "وين طلبي", "ينتظر الطلب مراجعة فريق المركز")
    assert order.contains("كندورة أطفال")
    card = await says(moza, "ابي الغي الطلب", word("talk-cancel-order"))
    await presses(moza, "إلغاء الطلب", "هل يُلغى الطلب رقم", on=card)
    await says(moza, "نعم", "الحالة: ملغى")
    await says(moza, "شكراً", word("talk-thanks"))
    await says(moza, "/privacy", "ما نحفظه، ولماذا")
    kept = await presses(moza, label("button-kept"), word("kept-title"))
    assert kept.contains(word("kept-favourites", count=1))
    assert kept.contains(word("kept-stock-alerts", count=1))
