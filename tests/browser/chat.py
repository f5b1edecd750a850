"""A person at a pane of the page: writes, presses, and waits for what is to be seen."""

from __future__ import annotations

import re

from playwright.async_api import Locator, Page, expect

from tests.support.waiting import until
from tests.support.words import label as the_label
from tests.support.words import word

CONTROLS = re.compile("[\u200b-\u200f\u061c\u2066-\u2069\ufe0f]")
MOST_TABS = 120


class Pane:
    """One pane of an open page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.box = page.locator(f"[data-pane={name}]")
        self.log = self.box.get_by_role("log")
        self.messages = self.log.get_by_role("article")
        self.input = self.box.get_by_role("textbox")
        self.prompt = self.box.locator(".prompt")
        self.notice = self.box.locator(".notice")

    def button(self, label: str) -> Locator:
        """The newest button whose label holds that."""
        return self.log.get_by_role("button", name=label).last

    def link(self, label: str) -> Locator:
        """The newest link whose label holds that."""
        return self.log.get_by_role("link", name=label).last

    async def presses(self, label: str) -> None:
        """Press a button and wait for its answer."""
        await self.button(label).click()
        await self.is_answered()

    async def says(self, text: str) -> None:
        """Write a text and wait for its answer."""
        await self.input.fill(text)
        await self.input.press("Enter")
        await self.is_answered()

    async def shares(self, label: str) -> None:
        """Press a button that the question offers beneath the messages."""
        await self.prompt.get_by_role("button", name=label).click()
        await self.is_answered()

    async def is_answered(self) -> None:
        """Nothing that was sent waits any more."""
        await expect(self.log.locator("[aria-busy=true], .waiting")).to_have_count(0)

    async def sees(self, words: str) -> Locator:
        """Wait for a message with these words; the newest one."""
        found = self.messages.filter(has_text=words).last
        await expect(found).to_be_visible()
        return found

    async def texts(self) -> list[str]:
        """The messages as they read, without invisible controls and with plain spaces."""
        texts = await self.messages.all_inner_texts()
        return [CONTROLS.sub("", text).replace("\u00a0", " ") for text in texts]

    async def reads(self, *words: str) -> None:
        """Wait until the newest message, with its buttons, holds all of these words."""

        async def newest_holds_them() -> bool:
            newest = (await self.texts())[-1:]
            return bool(newest) and all(each in newest[0] for each in words)

        await until(newest_holds_them)

    async def tabs_to(self, what: Locator, key: str = "Tab") -> None:
        """Walk there by the Tab key alone, or back by Shift+Tab."""
        target = await what.element_handle()
        for _ in range(MOST_TABS):
            if await self.page.evaluate("target => target === document.activeElement", target):
                return
            await self.page.keyboard.press(key)
        raise AssertionError(f"no way by keyboard to {what}")

    async def keys(self, label: str) -> None:
        """Walk to a button by keyboard and press it."""
        await self.tabs_to(self.button(label))
        await self.page.keyboard.press("Enter")
        await self.is_answered()

    async def types(self, text: str) -> None:
        """Walk to the text field by keyboard, and write."""
        await self.tabs_to(self.input)
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Enter")
        await self.is_answered()


class Panes:
    """The page with the four roles."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.customer = Pane(page, "customer")
        self.family = Pane(page, "family")
        self.staff = Pane(page, "staff")
        self.seller = Pane(page, "seller")

    @property
    def all(self) -> tuple[Pane, ...]:
        """The panes, as they stand side by side."""
        return self.customer, self.family, self.staff, self.seller

    async def are_open(self) -> None:
        """Every pane that can be seen shows its first message."""
        for pane in self.all:
            if await pane.box.is_visible():
                await expect(pane.messages.first).to_be_visible()
        await self.page.evaluate("document.fonts.ready")


async def opened_panes(page: Page, address: str) -> Panes:
    """The page at that address, open with its panes."""
    await page.goto(address)
    panes = Panes(page)
    await panes.are_open()
    return panes


async def time_stands(page: Page) -> None:
    """The page's clock, which is installed, goes on only when it is told to.

    It stands at a minute from now: by the time it is told so, a shorter while may be over.
    """
    now: float = await page.evaluate("Date.now()")
    await page.clock.pause_at(now / 1000 + 60)


async def fill_cart(customer: Pane) -> None:
    """The first thing of the first package is in the cart."""
    await customer.presses(word("package-atayeb"))
    await customer.presses("1 · ")
    await customer.presses("علبة صغيرة")
    await customer.presses(word("product-add"))
    await customer.says("/cart")


async def go_to_summary(customer: Pane) -> None:
    """Answer what the checkout asks, up to the summary."""
    await customer.presses(the_label("cart-checkout"))
    await customer.says("موزة")
    await customer.shares("مشاركة رقم هاتفي")
    await customer.presses(word("emirate-sharjah"))
    await customer.says("الرحمانية")
    await customer.says("شارع 12، بيت 7")
    await customer.presses(word("button-skip"))
    await customer.sees(word("checkout-summary"))


async def place_order(customer: Pane) -> tuple[str, str]:
    """Order something from the menu on; out come the order's number and its delivery code."""
    await fill_cart(customer)
    await go_to_summary(customer)
    await customer.presses(the_label("checkout-place-order"))
    return await number_and_code(customer)


async def number_and_code(customer: Pane) -> tuple[str, str]:
    """What the receipt says."""
    await customer.sees(word("receipt-code"))
    (receipt, *_) = [text for text in await customer.texts() if "سُجّل طلبكم" in text]
    number, code = re.search(r"[0-9]{6}", receipt), re.search(r"رمز التسليم: ([0-9]{4})", receipt)
    assert number is not None
    assert code is not None
    return number[0], code[1]
