"""The page as a customer meets it: what it says, how it looks, and how it moves."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.chat import Panes, fill_cart, opened_panes
from tests.support.words import label, word

PHONE: ViewportSize = {"width": 390, "height": 844}


async def test_the_page_opens_in_arabic_and_says_that_it_is_a_tryout(panes: Panes) -> None:
    root = panes.page.locator("html")
    await expect(root).to_have_attribute("lang", "ar")
    await expect(root).to_have_attribute("dir", "rtl")
    await expect(panes.page.get_by_text(word("web-tryout"))).to_be_visible()
    for pane in panes.all:
        await expect(pane.box).to_have_attribute("dir", "rtl")
    await panes.customer.sees(word("home-welcome"))
    await panes.staff.sees(word("desk-title"))
    customer, staff = await panes.customer.box.bounding_box(), await panes.staff.box.bounding_box()
    assert customer is not None
    assert staff is not None
    assert customer["x"] > staff["x"]


async def test_browsing_stays_in_one_message_and_under_the_finger(panes: Panes) -> None:
    customer = panes.customer
    await customer.says("/help")
    await customer.says("/shop")
    await customer.presses(word("package-atayeb"))
    count = await customer.messages.count()
    await customer.presses("2 · ")
    await customer.presses(word("product-add"))
    more = customer.button(word("product-more"))
    for _ in range(3):
        await more.scroll_into_view_if_needed()
        before = await more.bounding_box()
        await customer.presses(word("product-more"))
        assert await more.bounding_box() == pytest.approx(before, abs=1)
        await expect(more).to_be_focused()
    await expect(customer.messages).to_have_count(count)


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_leafing_on_a_phone_shows_each_card_from_its_start(
    address: str, page: Page, language: str
) -> None:
    await page.set_viewport_size(PHONE)
    await page.goto(address)
    customer = Panes(page).customer
    await Panes(page).are_open()
    if language == "en":
        await page.get_by_role("link", name="English").click()
        await customer.sees("Choose a package")
    await customer.presses(
        word("package-atayeb") if language == "ar" else word("package-atayeb", "en")
    )
    for way in (label("button-next", language), label("button-previous", language), "2 · "):
        await customer.presses(way)
        card = customer.messages.last
        await expect(card.locator("img")).to_be_in_viewport(ratio=0.95)
        await expect(card.locator("b").first).to_be_in_viewport(ratio=0.95)
    add = customer.button(word("product-add") if language == "ar" else word("product-add", "en"))
    await add.scroll_into_view_if_needed()
    before = await add.bounding_box()
    await add.click()
    await customer.is_answered()
    assert before is not None
    fewer = customer.button(
        label("product-remove") if language == "ar" else label("product-remove", "en")
    )
    row = await fewer.bounding_box()
    assert row is not None
    assert row["y"] == pytest.approx(before["y"], abs=1)


async def test_a_picture_has_its_room_before_it_is_there(address: str, page: Page) -> None:
    async def never(route: object) -> None:
        """The picture does not come."""

    await page.route("**/pictures/**", never)
    await page.goto(address)
    panes = Panes(page)
    await expect(panes.customer.messages.first).to_be_attached()
    picture = await panes.customer.messages.first.locator("img").bounding_box()
    assert picture is not None
    assert picture["height"] == pytest.approx(picture["width"] * 480 / 1280, abs=2)


async def test_a_picture_that_does_not_come_leaves_the_words(address: str, page: Page) -> None:
    await page.route("**/pictures/**", lambda route: route.abort())
    await page.goto(address)
    menu = Panes(page).customer.messages.first
    await expect(menu).to_be_visible()
    await expect(menu.locator("img")).to_have_count(0)
    await expect(menu.locator(".text")).not_to_be_empty()
    assert await menu.get_by_role("button").count() > 5


async def test_the_newest_message_is_in_view_and_reading_back_is_left_alone(panes: Panes) -> None:
    customer = panes.customer
    for words in ("دخون", "مخلل", "شيلة"):
        await customer.says(words)
    newest = customer.messages.last
    await expect(newest).to_be_in_viewport(ratio=0.9)
    await customer.log.hover()
    await panes.page.mouse.wheel(0, -5000)
    await expect(customer.messages.first).to_be_in_viewport()
    other = await panes.page.context.new_page()
    await other.goto(panes.page.url)
    second = Panes(other)
    await second.are_open()
    await second.customer.says("مخلل")
    newer = customer.box.get_by_role("button", name=word("web-newer"))
    await expect(newer).to_be_visible()
    await expect(customer.messages.first).to_be_in_viewport()
    await newer.click()
    await expect(customer.messages.last).to_be_in_viewport(ratio=0.9)
    await expect(newer).to_be_hidden()


async def test_the_language_of_everything_is_one_press_away(panes: Panes) -> None:
    page = panes.page
    await page.get_by_role("link", name="English").click()
    await expect(page.locator("html")).to_have_attribute("dir", "ltr")
    await expect(page.get_by_role("heading", name="Entaj Bazaar")).to_be_visible()
    for pane in panes.all:
        await expect(pane.box).to_have_attribute("lang", "en")
        await expect(pane.box).to_have_attribute("dir", "ltr")
        await pane.sees("Choose a package")
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(panes.customer.box).to_have_attribute("dir", "ltr")


async def test_the_address_decides_the_language_of_the_first_word(address: str, page: Page) -> None:
    panes = await opened_panes(page, f"{address}?language=en")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await panes.customer.sees("Welcome to Entaj Bazaar")
    for pane in panes.all:
        await expect(pane.messages).to_have_count(1)
        await expect(pane.messages.first).to_have_attribute("lang", "en")
    assert "language" not in page.url
    await panes.customer.presses("العربية")
    await expect(page.locator("html")).to_have_attribute("lang", "ar")
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "ar")
    await expect(panes.customer.box).to_have_attribute("lang", "ar")
    await expect(panes.staff.box).to_have_attribute("lang", "en")


async def test_each_pane_has_its_own_persons_language_and_each_message_its_own(
    panes: Panes,
) -> None:
    customer = panes.customer
    await customer.says("/help")
    await customer.presses(label("button-home"))
    await customer.presses("English")
    await expect(customer.box).to_have_attribute("dir", "ltr")
    await expect(panes.staff.box).to_have_attribute("dir", "rtl")
    await customer.says("عود")
    own = customer.messages.filter(has_text="عود").first.locator(".text")
    assert await own.evaluate("element => getComputedStyle(element).direction") == "rtl"


async def test_the_command_menu_walks_by_arrows_and_closes_by_escape(panes: Panes) -> None:
    customer = panes.customer
    menu = customer.box.get_by_role("button", name=word("web-menu"))
    await menu.focus()
    await panes.page.keyboard.press("Enter")
    await expect(menu).to_have_attribute("aria-expanded", "true")
    items = customer.box.locator(".commands button")
    await expect(items.first).to_be_focused()
    await panes.page.keyboard.press("ArrowDown")
    await expect(items.nth(1)).to_be_focused()
    await panes.page.keyboard.press("Escape")
    await expect(items.first).to_be_hidden()
    await expect(menu).to_be_focused()
    await menu.click()
    await items.filter(has_text="/cart").click()
    await customer.sees("السلة فارغة")


async def test_a_product_is_shared_with_another_pane(panes: Panes) -> None:
    customer = panes.customer
    await customer.presses(word("package-atayeb"))
    await customer.presses("1 · ")
    name = await customer.messages.first.locator("b").first.inner_text()
    await customer.button("مشاركة").click()
    dialog = panes.page.get_by_role("dialog")
    await expect(dialog).to_contain_text(f"{panes.page.url}?start=p_")
    await panes.page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(customer.button("مشاركة")).to_be_focused()
    await customer.button("مشاركة").click()
    await dialog.get_by_role("button", name=word("web-open-as-staff")).click()
    await expect(panes.staff.messages.last).to_contain_text(name)


async def test_a_shared_address_opens_its_product(panes: Panes) -> None:
    await panes.page.goto(f"{panes.page.url}?start=p_1")
    await expect(panes.customer.button(word("product-add"))).to_be_visible()
    assert "start" not in panes.page.url


async def test_a_photo_is_sent_and_answered(panes: Panes) -> None:
    customer = panes.customer
    await customer.box.locator("input[type=file]").set_input_files(
        {"name": "x.png", "mimeType": "image/png", "buffer": b"no picture"}
    )
    await expect(customer.messages).to_have_count(2)
    await expect(customer.log.locator(".mine")).to_have_count(0)


async def test_a_phone_shows_one_pane_and_counts_what_is_unread(address: str, page: Page) -> None:
    await page.set_viewport_size(PHONE)
    await page.goto(address)
    panes = Panes(page)
    await panes.are_open()
    assert [await pane.box.is_visible() for pane in panes.all] == [True, False, False, False]
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await fill_cart(panes.customer)
    await expect(panes.customer.messages.last).to_be_in_viewport(ratio=0.9)
    tab = page.locator("[data-tab=staff]")
    await expect(tab).to_have_attribute("aria-pressed", "false")
    await tab.click()
    await expect(panes.staff.box).to_be_visible()
    await expect(panes.customer.box).to_be_hidden()


@pytest.mark.parametrize("width", [1500, 1100, 900, 390, 320])
async def test_nothing_stands_outside_the_window(panes: Panes, width: int) -> None:
    await panes.page.set_viewport_size({"width": width, "height": 800})
    assert await panes.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = await panes.customer.messages.first.evaluate(
        "element => element.scrollWidth - element.clientWidth"
    )
    assert wide <= 0


async def test_whoever_wants_no_motion_gets_none(panes: Panes) -> None:
    await panes.page.emulate_media(reduced_motion="reduce")
    moving = await panes.family.box.evaluate(
        """pane => { pane.classList.add("ringing");
                     return getComputedStyle(pane).animationName; }"""
    )
    assert moving == "none"


async def test_the_page_fetches_from_its_own_machine_alone(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(address)
    await Panes(page).are_open()
    assert asked
    assert [url for url in asked if not re.match(f"{address}|data:", url)] == []
