"""Takes the pictures of the README from the running program: `make pictures`.

The try-out is opened on a new database at a fixed moment, so that only the numbers that the shop
draws by lot (orders, delivery codes) differ from one run to the next.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from bot.app.assembly import Storefront
from bot.app.channels import channels_of
from bot.ground.settings import Settings
from tests.browser.chat import Pane, Panes, fill_cart, go_to_summary
from tests.browser.chromium import ARGUMENTS, find_chromium

PICTURES = Path(__file__).parent / "pictures"
NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
PHONE: ViewportSize = {"width": 390, "height": 844}
WIDE: ViewportSize = {"width": 1500, "height": 950}
TALL = 1800
MOST_BYTES = 200_000
COLOURS = 128
SHEET_DPI = 110


async def main() -> int:
    """Take all of them; 1 where there is no browser to take them with."""
    chromium = find_chromium()
    if chromium is None:
        print("There is no Chromium here: install one, or name it in ENTAJ_TEST_CHROMIUM")  # noqa: T201
        return 1
    PICTURES.mkdir(exist_ok=True)
    async with async_playwright() as playwright, tryout() as address:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        await take_shopping(browser, address)
        await take_roles(browser, address)
        await take_hall(browser, address)
        await take_english(browser, address)
        await browser.close()
    return 0


@asynccontextmanager
async def tryout() -> AsyncIterator[str]:
    """The address of a new try-out."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'shop.db'}"
        settings = Settings(database_url=url, web="tryout", web_port=0)
        async with Storefront(settings, channels_of(settings), lambda: NOW) as shop:
            yield f"http://127.0.0.1:{shop.port}/"


async def opened(browser: Browser, address: str, size: ViewportSize) -> Panes:
    """The page in a window of that size, at the fixed moment."""
    context = await browser.new_context(viewport=size, reduced_motion="reduce")
    page = await context.new_page()
    await page.clock.set_fixed_time(NOW)
    await page.goto(address)
    panes = Panes(page)
    await panes.are_open()
    return panes


async def take_shopping(browser: Browser, address: str) -> None:
    """What a customer sees on a phone, from the menu to the receipt."""
    panes = await opened(browser, address, PHONE)
    customer = panes.customer
    await take(panes.page, "phone")
    await take_newest(customer, "home")
    await customer.presses("أطايب")
    await take_newest(customer, "shelf")
    await customer.presses("1 · ")
    await take_newest(customer, "product")
    await customer.says("/shop")
    await fill_cart(customer)
    await customer.presses("➕")
    await take_newest(customer, "cart")
    await go_to_summary(customer)
    await take_newest(customer, "summary")
    await customer.presses("تأكيد الطلب")
    await take_newest(customer, "order")
    await customer.presses("متابعة الطلب")
    await customer.presses("الإيصال")
    await take_newest(customer, "receipt")
    await panes.page.context.close()


async def take_roles(browser: Browser, address: str) -> None:
    """The panes once an order is there, then the family's totals and the staff's desk."""
    panes = await opened(browser, address, WIDE)
    await panes.staff.sees("طلب جديد")
    await take(panes.page, "page")
    await take_newest(panes.family, "family-notice")
    await panes.family.presses("مبيعات أسرتي")
    await panes.family.presses("بيت اللقمة")
    await take_newest(panes.family, "family-totals")
    await panes.staff.presses("فتح الطلب")
    await take_newest(panes.staff, "staff-order")
    await panes.staff.says("/deliveries")
    await take_newest(panes.staff, "staff-deliveries")
    await panes.page.context.close()


async def take_hall(browser: Browser, address: str) -> None:
    """What the hall's seller sees on a phone: a note, labels, a basket, a receipt, the closing."""
    panes = await opened(browser, address, PHONE)
    seller = await turned_to(panes.seller)
    await seller.says("/stock")
    for pressed in ("استلام بضاعة", "بيت اللقمة"):
        await seller.presses(pressed)
    await seller.says("خنفروش 20، لقيمات صغيرة 12")
    await seller.presses("مراجعة السند")
    await seller.presses("تسجيل الاستلام")
    await take_newest(seller, "hall-note")
    await seller.presses("ملصقات")
    await seller.presses("طباعة")
    await take_labels(seller, "hall-labels")
    await sell_two_things(seller)
    await seller.says("/sell")
    await seller.presses("إغلاق الصندوق")
    await seller.says("1×200 1×50 1×20 1×10")
    await seller.presses("إغلاق الصندوق")
    staff = await turned_to(panes.staff)
    await staff.presses("✅ تأكيد:")
    await staff.presses("كشف الإغلاق")
    await take_newest(staff, "hall-closing")
    await panes.page.context.close()


async def sell_two_things(seller: Pane) -> None:
    """From the opening of the till to the receipt: one by its code, the other by its name."""
    await seller.says("/sell")
    await seller.presses("فتح الصندوق")
    await seller.presses("200")
    await seller.presses("🛒 بيع في القاعة")
    await seller.says("1001")
    await seller.says("1001")
    await seller.says("خنفروش")
    await take_newest(seller, "hall-basket")
    await seller.presses("💵 نقداً")
    await seller.presses("100")
    await seller.presses("إتمام البيع")
    await seller.presses("🧾 الإيصال")
    await take_newest(seller, "hall-receipt")


async def turned_to(pane: Pane) -> Pane:
    """The pane, in front on a phone."""
    await pane.page.locator(f"[data-tab={pane.name}]").click()
    return pane


async def take_labels(pane: Pane, name: str) -> None:
    """The first sheet of the labels that were made last."""
    address = await pane.link("labels.pdf").get_attribute("href")
    answer = await pane.page.request.get(f"{pane.page.url}{address}")
    pdf = pypdfium2.PdfDocument(await answer.body())
    sheet = BytesIO()
    pdf[0].render(scale=SHEET_DPI / 72).to_pil().save(sheet, "PNG")
    pdf.close()
    keep(name, sheet.getvalue())


async def take_english(browser: Browser, address: str) -> None:
    """The same shop in English."""
    panes = await opened(browser, address, WIDE)
    await panes.page.get_by_role("link", name="English").click()
    for pane in panes.all:
        await pane.sees("Choose a package")
        await pane.is_answered()
    await take_newest(panes.customer, "home-en")
    await panes.customer.presses("Teeb")
    await take_newest(panes.customer, "shelf-en")
    await panes.customer.presses("1 · ")
    await take_newest(panes.customer, "product-en")
    await panes.staff.says("/desk")
    await panes.family.says("/family")
    await take(panes.page, "page-en")
    await panes.page.context.close()


async def take(page: Page, name: str) -> None:
    """The window as it is, without passing words over it."""
    await calm(page)
    keep(name, await page.screenshot())


async def take_newest(pane: Pane, name: str) -> None:
    """A pane's newest message alone, whole."""
    window = pane.page.viewport_size or WIDE
    await pane.page.set_viewport_size({"width": window["width"], "height": TALL})
    await calm(pane.page)
    keep(name, await pane.messages.last.screenshot())
    await pane.page.set_viewport_size(window)


async def calm(page: Page) -> None:
    """Every picture is there, nothing has the focus, and no notice stands before it."""
    await page.evaluate(
        """async () => {
          document.activeElement?.blur();
          document.querySelectorAll(".notice").forEach((notice) => notice.classList.remove("up"));
          await document.fonts.ready;
          await Promise.all([...document.images].map((image) => image.decode()));
        }"""
    )
    await page.mouse.move(0, 0)


def keep(name: str, png: bytes) -> None:
    """Write a picture in few colours; raises ValueError when it is still too heavy for a README."""
    with Image.open(BytesIO(png)) as shot:
        few = shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    if len(out.getvalue()) > MOST_BYTES:
        raise ValueError(f"{name}: {len(out.getvalue())} bytes")
    (PICTURES / f"{name}.png").write_bytes(out.getvalue())


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
