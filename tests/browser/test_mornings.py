"""A shopper's morning on a phone of 360 pixels, in Arabic and in English, as she reads it."""

from __future__ import annotations

import pytest_asyncio
from playwright.async_api import Page, ViewportSize, expect

from models.kernel.database import Database
from tests.browser.books import orders
from tests.browser.chat import Pane, Panes, number_and_code, opened_panes
from tests.browser.test_access import faults
from tests.support.acting import acting
from tests.support.pick_ups import PLACE, offer
from tests.support.sample import option_ids
from tests.support.stocktaking import count_stock
from tests.support.words import label, word

SMALL: ViewportSize = {"width": 360, "height": 760}


@pytest_asyncio.fixture(loop_scope="session")
async def phone(page: Page) -> Page:
    """A small phone's window."""
    await page.set_viewport_size(SMALL)
    return page


async def fits(page: Page) -> None:
    """Nothing of the page is wider than the phone."""
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_a_morning_in_arabic(address: str, phone: Page, database: Database) -> None:
    async with database.write() as session:
        (batheeth,) = await option_ids(session, "Batheeth")
        await count_stock(acting(session), batheeth, 0)
    moza = (await opened_panes(phone, address)).customer
    await moza.reads("أهلاً وسهلاً بكم في بازار إنتاج!")
    await she_asks(moza)
    await she_looks_along_a_shelf(moza)
    await she_is_understood(moza)
    await fits(phone)
    await she_goes_to_the_summary(moza)
    number = await she_orders_by_a_word(moza)
    await she_cancels_it_late(moza, number)
    assert await orders(database) == [(number, "cancelled")]
    await she_comes_again_by_night(moza)
    await fits(phone)


async def she_asks(moza: Pane) -> None:
    """A greeting is given back with the menu, and a question is answered."""
    await moza.says("السلام عليكم")
    await moza.reads(word("talk-salam"), word("package-anaqa"))
    await moza.says("كم التوصيل؟")
    await moza.reads("رسوم التوصيل", "الشارقة: 15 د.إ")


async def she_looks_along_a_shelf(moza: Pane) -> None:
    """A page further, a number for a product, back to where she was, and what is for whom."""
    await moza.says("/shop")
    await moza.presses(word("package-anaqa"))
    await moza.reads("المنتجات 1 إلى 6 من 7")
    await moza.presses(label("button-next"))
    await moza.reads("المنتج 7 من 7")
    await moza.says("٧")
    await moza.reads("سوار خرز", "السعر: 40 د.إ")
    await moza.presses("العودة إلى أناقة")
    await moza.reads("المنتج 7 من 7")
    await moza.presses(label("shelf-for-whom"))
    await moza.presses("للطفل")
    await moza.reads("أناقة · للطفل", "المنتج 1 من 1")
    await moza.presses("كندورة أطفال")
    await moza.presses(word("product-add"))
    await expect(moza.notice).to_contain_text(word("product-choose-first"))
    await moza.presses("4 – 6 سنوات")
    await moza.presses(word("product-add"))
    await moza.reads(word("product-in-cart", count=1))
    await moza.says("حبتين")
    await moza.reads(word("product-in-cart", count=2))
    await moza.presses("العودة إلى أناقة")
    await moza.reads("أناقة · للطفل")


async def she_is_understood(moza: Pane) -> None:
    """Misspelt, on the wrong keyboard and in Latin letters; then a favourite, and what is gone."""
    for typed, found in (("لقيماط", "1 · لقيمات"), ("grdlhj", "1 · لقيمات"), ("gahwa", "1 · قهوة")):
        await moza.says(typed)
        await moza.reads(f"«{typed}»", found)
    await moza.presses("قهوة عربية")
    await moza.presses(label("button-favourite"))
    await moza.reads(label("button-favourite-drop"))
    await moza.says("بثيث")
    await moza.presses("نفدت الكمية")
    await moza.reads(word("product-sold-out"))
    await moza.presses(label("button-alert"))
    await moza.reads(label("button-alert-off"))


async def she_goes_to_the_summary(moza: Pane) -> None:
    """Answers as people write them, one of them given anew by `Back`."""
    await moza.says("/cart")
    await moza.reads("2 × 95 د.إ = 190 د.إ")
    await moza.presses(label("cart-checkout"))
    await moza.says("موزة الكتبي")
    await moza.says("رقمي ٠٥٠-١٢٣ ٤٥٦٧")
    await moza.reads("إلى أي إمارة")
    await moza.says("العين")
    await moza.says("الهيلي، شارع ٣")
    await moza.reads("هل من ملاحظة للمندوب؟")
    await moza.presses(word("button-back"))
    await moza.reads("ما العنوان؟")
    await moza.says("الهيلي، شارع ٥")
    await moza.says("ما شي")
    await moza.reads(word("checkout-summary"), "أبوظبي، العين، الهيلي، شارع ٥", "الإجمالي: 230 د.إ")
    await moza.presses(label("checkout-change-time"))
    await moza.says("بكرة العصر")
    await moza.reads(word("checkout-summary"), "من 4:00 عصراً إلى 8:00 مساءً")


async def she_orders_by_a_word(moza: Pane) -> str:
    """A question first: then a yes shows the summary once more, and the next one places it."""
    await moza.says("تقبلون فيزا؟")
    await moza.reads(word("checkout-not-placed"), word("about-title-paying"))
    await moza.says("نعم")
    await moza.reads(word("checkout-not-placed"), word("checkout-summary"))
    await moza.says("تمام")
    await moza.reads("المبلغ عند الاستلام: 230 د.إ نقداً")
    number, _ = await number_and_code(moza)
    return number


async def she_cancels_it_late(moza: Pane, number: str) -> None:
    """The summary's Cancel is about the order, its receipt stays, and words lead there too."""
    summary = moza.messages.filter(has_text=word("checkout-summary")).last
    await summary.get_by_role("button", name=word("button-cancel")).click()
    await moza.is_answered()
    await moza.sees("هل يُلغى الطلب رقم")
    assert any(f"سُجّل طلبكم رقم {number}" in text for text in await moza.texts())
    await moza.says("وين طلبي")
    await moza.reads(f"طلب رقم {number}", "كندورة أطفال")
    await moza.says("ابي الغي الطلب")
    await moza.reads(word("talk-cancel-order"))
    await moza.presses("إلغاء الطلب")
    await moza.says("نعم")
    await moza.reads(f"طلب رقم {number}", "الحالة: ملغى")


async def she_comes_again_by_night(moza: Pane) -> None:
    """In the dark, after a reload, the newest message is a key away, and what is kept is shown."""
    assert await faults(moza.page) == []
    await moza.page.emulate_media(color_scheme="dark")
    await moza.page.reload()
    await moza.reads("الحالة: ملغى")
    await moza.page.keyboard.press("Tab")
    await moza.page.keyboard.press("Enter")
    await expect(moza.messages.last).to_be_focused()
    await expect(moza.messages.last).to_be_in_viewport()
    await moza.says("/privacy")
    await moza.presses(label("button-kept"))
    await moza.reads(
        word("kept-title"), word("kept-favourites", count=1), word("kept-stock-alerts", count=1)
    )


async def test_a_morning_in_english(address: str, phone: Page, database: Database) -> None:
    async with database.write() as session:
        await offer(session)
    panes = await opened_panes(phone, f"{address}?language=en")
    mona = panes.customer
    await mona.reads("Welcome to Entaj Bazaar!")
    await she_asks_about_the_bazaar(mona)
    await she_looks_along_a_familys_shelf(mona)
    await she_chooses_among_sizes(mona)
    await fits(phone)
    number = await she_orders_for_pick_up(mona)
    await she_writes_to_the_team(mona, number)
    await the_team_is_told(panes, number)
    await she_goes_on_in_arabic(mona, number)
    assert await orders(database) == [(number, "placed")]


async def she_asks_about_the_bazaar(mona: Pane) -> None:
    """A greeting, a town, and the bazaar."""
    await mona.says("good morning")
    await mona.reads(word("talk-morning", "en"))
    await mona.says("do you deliver to Khorfakkan?")
    await mona.reads(
        "Yes, we deliver to Khorfakkan (Sharjah); the fee is AED 15",
        f"fetch your order without a fee from {PLACE[1]}",
    )
    await mona.says("when and where is the bazaar")
    await mona.reads("The eighth Entaj Bazaar", "Open now until")


async def she_looks_along_a_familys_shelf(mona: Pane) -> None:
    """A package by its name; what is made to order says until when; its family's other things."""
    await mona.says("mahra")
    await mona.reads("1–6 of 8")
    await mona.presses(label("button-next", "en"))
    await mona.reads("7–8 of 8")
    await mona.presses("Arseeya")
    await mona.reads("Made to order, ready by")
    await mona.presses("More by")
    await mona.reads("1–3 of 3")
    await mona.presses("Harees")
    await mona.presses(word("product-add", "en"))
    await mona.says("two")
    await mona.reads(word("product-in-cart", "en", count=2))
    await mona.presses("Back to")
    await mona.reads("1–3 of 3")


async def she_chooses_among_sizes(mona: Pane) -> None:
    """Every size has its price on its button, and none is taken silently."""
    await mona.says("caligraphy")
    await mona.presses("Calligraphy panel")
    await mona.reads("30 × 40 cm · AED 200", "50 × 70 cm · AED 320")
    await mona.presses(word("product-add", "en"))
    await expect(mona.notice).to_contain_text(word("product-choose-first", "en"))
    await mona.presses("50 × 70 cm")
    await mona.presses(word("product-add", "en"))
    await mona.reads("Option: 50 × 70 cm", word("product-in-cart", "en", count=1))
    await mona.presses(label("button-cart", "en"))
    await mona.reads("This order takes 4 days to make.")


async def she_orders_for_pick_up(mona: Pane) -> str:
    """Her number by one press, the hall by its words, and the order by its button."""
    await mona.presses(label("cart-checkout", "en"))
    await mona.says("Mona Ali")
    await mona.shares("Share my phone number")
    await mona.says("pick up")
    await mona.says("no")
    await mona.reads("Total: AED 480", "Cash at pick-up.", PLACE[1])
    await mona.presses(label("checkout-place-order", "en"))
    await mona.reads("is placed", "Pick-up code", "To pay at pick-up: AED 480 in cash")
    (receipt,) = [text for text in await mona.texts() if "Pick-up code" in text]
    return receipt.split("Your order ")[1][:6]


async def she_writes_to_the_team(mona: Pane, number: str) -> None:
    """What only a person can answer is sent to the team from the order, by one press."""
    await mona.says("where is my order?")
    await mona.reads(f"Order {number}", "is waiting for the centre's team")
    await mona.says("can you gift wrap it?")
    await mona.presses("Send to the team")
    await mona.reads("The team has the message")


async def the_team_is_told(panes: Panes, number: str) -> None:
    """Their tab counts what came, and shows the order."""
    tab = panes.page.locator("[data-tab=staff]")
    await expect(tab.locator(".unread")).to_be_visible()
    await tab.click()
    await panes.staff.sees(number)
    await panes.page.locator("[data-tab=customer]").click()


async def she_goes_on_in_arabic(mona: Pane, number: str) -> None:
    """One press changes the language, and where she writes begins on the other side."""
    await mona.says("/language")
    await mona.presses("العربية")
    await expect(mona.box).to_have_attribute("dir", "rtl")
    await mona.says("وين طلبي")
    await mona.reads(f"طلب رقم {number}", "ينتظر الطلب مراجعة فريق المركز")
