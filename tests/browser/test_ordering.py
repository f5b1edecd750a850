"""The whole path: a customer orders, everyone is told, staff deliver it, the customer is told."""

from __future__ import annotations

from playwright.async_api import Page, ViewportSize, expect

from models.accounting.ledger import family_earnings
from models.kernel.database import Database
from models.kernel.money import Money
from tests.browser.books import families_of, orders, outcomes
from tests.browser.chat import (
    Panes,
    fill_cart,
    go_to_summary,
    number_and_code,
    opened_panes,
    place_order,
)
from tests.browser.process import TryoutProcess
from tests.support.orders import stands_in
from tests.support.waiting import until
from tests.support.words import label, word

PHONE: ViewportSize = {"width": 390, "height": 844}


async def test_an_order_goes_all_the_way(
    process: TryoutProcess, page: Page, database: Database
) -> None:
    panes = await opened_panes(page, process.address)
    number, code = await place_order(panes.customer)
    await expect(panes.family.messages.last).to_contain_text(number)
    await panes.family.sees("لقيمات")
    await panes.staff.sees(f"طلب جديد رقم \u2066{number}")
    await panes.staff.presses(word("staff-open-order"))
    assert not stands_in(" ".join(await panes.staff.texts()), code)
    for move, told in (
        (label("button-move-accepted"), "قُبل طلبكم"),
        ("جاهز للتوصيل", "جاهز للتوصيل"),
        ("خرج للتوصيل", "خرج طلبكم"),
    ):
        await panes.staff.presses(move)
        await panes.customer.sees(told)
    await panes.staff.presses(label("button-delivered"))
    await panes.staff.says(code)
    await panes.staff.presses("المبلغ كاملاً")
    await panes.customer.sees("تم تسليم طلبكم")
    await expect(panes.family.messages.last).to_contain_text("مستحقات")
    assert await orders(database) == [(number, "delivered")]
    (family_id,) = await families_of(database)
    async with database.read() as session:
        assert await family_earnings(session, family_id) == Money.dirhams(25)
    await until(lambda: all_shown(database))


async def all_shown(database: Database) -> bool:
    """Whether every notice has been shown, and so counts as sent."""
    return set(await outcomes(database)) == {"sent"}


async def both_wait(database: Database) -> bool:
    """Whether the family's and the staff's notice are on their page, and neither was shown."""
    return await outcomes(database) == {"waiting": 2}


async def test_an_order_by_keyboard_alone(panes: Panes, database: Database) -> None:
    customer, keyboard = panes.customer, panes.page.keyboard
    await customer.keys(word("package-atayeb"))
    await customer.keys("2 · ")
    await customer.keys(word("product-add"))
    await customer.keys(label("button-cart"))
    await customer.keys(label("cart-checkout"))
    await expect(customer.input).to_be_focused()
    await customer.types("موزة")
    await customer.tabs_to(customer.prompt.get_by_role("button"), "Shift+Tab")
    await keyboard.press("Enter")
    await customer.is_answered()
    await customer.keys(word("emirate-sharjah"))
    await customer.types("الرحمانية")
    await customer.types("شارع 12، بيت 7")
    await customer.keys(word("button-skip"))
    await customer.keys(label("checkout-place-order"))
    number, _ = await number_and_code(customer)
    assert await orders(database) == [(number, "placed")]


async def test_an_order_on_a_phone(address: str, page: Page) -> None:
    await page.set_viewport_size(PHONE)
    await page.goto(address)
    panes = Panes(page)
    await panes.are_open()
    number, _ = await place_order(panes.customer)
    unread = page.locator("[data-tab=staff] .unread")
    await expect(unread).to_have_text("1")
    await page.locator("[data-tab=staff]").click()
    await panes.staff.sees(number)
    await expect(unread).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_a_notice_waits_for_its_pane_to_be_seen(
    address: str, page: Page, database: Database
) -> None:
    await page.set_viewport_size(PHONE)
    await page.goto(address)
    panes = Panes(page)
    await panes.are_open()
    await place_order(panes.customer)
    await expect(page.locator("[data-tab=family] .unread")).to_have_text("1")
    await until(lambda: both_wait(database))
    await page.locator("[data-tab=family]").click()
    await page.locator("[data-tab=staff]").click()
    await until(lambda: all_shown(database))


async def test_back_and_cancel_lead_out_of_every_question(panes: Panes) -> None:
    customer = panes.customer
    await fill_cart(customer)
    await customer.presses(label("cart-checkout"))
    await customer.says("موزة")
    await expect(customer.prompt).to_be_visible()
    await customer.presses(word("button-back"))
    await expect(customer.prompt).to_be_hidden()
    await customer.sees("ما اسم مستلم الطلب")
    await customer.presses(word("button-cancel"))
    await customer.says("/cart")
    await go_to_summary(customer)
