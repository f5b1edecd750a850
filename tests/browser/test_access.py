"""For everyone: names, roles, targets, contrast, and what is read aloud."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Page, expect

from tests.browser.chat import Panes, fill_cart, time_stands
from tests.support.words import label, word

LOOKS = (Path(__file__).parent / "looks.js").read_text(encoding="utf-8")

SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")

# What is noted of each message that comes: whether it is read aloud.
READ_ALOUD = """log => {
  window.read = [];
  const list = log.querySelector(".list");
  const replace = Element.prototype.replaceWith;
  Element.prototype.replaceWith = function (...others) {
    if (this.parentElement === list) window.read.push(log.getAttribute("aria-live"));
    replace.apply(this, others);
  };
}"""


async def faults(page: Page) -> list[str]:
    """What is wrong with the page as it stands, by day and by night."""
    found: list[str] = []
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {fault}" for fault in await page.evaluate(LOOKS)]
    return found


@pytest.mark.parametrize("width", [1500, 390])
async def test_names_targets_and_contrast_hold_on_every_screen(panes: Panes, width: int) -> None:
    page, customer = panes.page, panes.customer
    await page.set_viewport_size({"width": width, "height": 900})
    assert await faults(page) == []
    await fill_cart(customer)
    assert await faults(page) == []
    await customer.presses(label("cart-checkout"))
    await customer.says("موزة")
    await expect(customer.prompt).to_be_visible()
    assert await faults(page) == []
    await customer.box.get_by_role("button", name=word("web-menu")).click()
    assert await faults(page) == []
    await page.keyboard.press("Escape")
    await customer.says("/bazaar")
    await customer.presses(word("bazaars-change-pin"))
    await customer.button("مشاركة").click()
    assert await faults(page) == []


async def test_the_looking_itself_finds_faults(panes: Panes) -> None:
    await panes.page.evaluate(
        """() => {
          const button = document.querySelector(".menu");
          button.removeAttribute("aria-label");
          document.querySelector(".send").style.inlineSize = "20px";
          document.querySelector("img").removeAttribute("alt");
          document.querySelector("h2").style.color = "#cccccc";
        }"""
    )
    found = " ".join(await faults(panes.page))
    for fault in ("no name", "target 20", "no alt", "contrast 1."):
        assert fault in found


async def test_after_a_reload_the_newest_message_and_the_text_field_are_a_key_away(
    panes: Panes,
) -> None:
    page, customer = panes.page, panes.customer
    await customer.says("/help")
    for way, there in ((1, customer.messages.last), (2, customer.input)):
        await page.reload()
        await customer.sees(word("web-title"))
        for _ in range(way):
            await page.keyboard.press("Tab")
        await expect(page.locator(":focus")).to_be_in_viewport(ratio=1)
        await page.keyboard.press("Enter")
        await expect(there).to_be_focused()
        await expect(there).to_be_in_viewport()


async def test_the_history_is_not_read_aloud_and_what_comes_is(address: str, page: Page) -> None:
    await page.clock.install()
    await time_stands(page)
    await page.goto(address)
    panes = Panes(page)
    await panes.are_open()
    log = panes.customer.log
    await expect(log).to_have_attribute("aria-live", "off")
    await page.clock.run_for(1500)
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-busy", "false")


async def test_what_is_pressed_keeps_the_focus_through_an_edit(panes: Panes) -> None:
    customer = panes.customer
    await customer.keys(word("package-atayeb"))
    await expect(customer.messages.last).to_be_focused()
    await customer.keys("2 · ")
    await customer.keys(word("product-add"))
    await customer.keys(word("product-more"))
    await expect(customer.button(word("product-more"))).to_be_focused()


async def test_a_question_brings_the_focus_to_the_text_field(panes: Panes) -> None:
    customer = panes.customer
    await fill_cart(customer)
    await customer.presses(label("cart-checkout"))
    await expect(customer.input).to_be_focused()


async def test_what_was_shared_by_keyboard_leaves_the_focus_where_the_next_answer_goes(
    panes: Panes,
) -> None:
    customer = panes.customer
    await fill_cart(customer)
    await customer.presses(label("cart-checkout"))
    await customer.says("موزة")
    share = customer.prompt.get_by_role("button", name="مشاركة رقم هاتفي")
    await customer.tabs_to(share, "Shift+Tab")
    await panes.page.keyboard.press("Enter")
    await customer.sees(word("checkout-ask-emirate"))
    await expect(customer.input).to_be_focused()


async def test_a_press_is_told_by_its_notice_and_another_card_is_read(
    address: str, page: Page
) -> None:
    await page.clock.install()
    await page.goto(address)
    customer = Panes(page).customer
    await Panes(page).are_open()
    await page.clock.run_for(1500)
    await customer.presses(word("package-atayeb"))
    await customer.presses("2 · ")
    await customer.log.evaluate(READ_ALOUD)
    await customer.presses(word("product-add"))
    assert await page.evaluate("read") == ["off"]
    await page.clock.run_for(500)
    await expect(customer.log).to_have_attribute("aria-live", "polite")
    await customer.presses("العودة إلى")
    assert await page.evaluate("read") == ["off", "polite"]


async def test_the_panes_are_named_regions_of_one_page(panes: Panes) -> None:
    for pane in panes.all:
        name = word(f"web-pane-{pane.name}")
        region = panes.page.get_by_role("region", name=name)
        await expect(region.get_by_role("log")).to_have_count(1)
        await expect(region.get_by_role("textbox")).to_have_count(1)
    await expect(panes.page.get_by_role("main")).to_have_count(1)
    await expect(panes.page.get_by_role("heading", level=1)).to_have_count(1)
