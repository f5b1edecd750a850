"""The frame round a chat in which something new stands goes once it was seen, in motion or not."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.chat import Panes, place_order, time_stands

PHONE: ViewportSize = {"width": 390, "height": 844}
RINGING = re.compile(r"\bringing\b")
ANYTHING = re.compile(".")
SEEN_MS = 5000
# The frame as it is drawn first: in motion it lasts for two seconds only.
KEEPS_THE_FRAME = """pane => new MutationObserver(() => {
  if (pane.classList.contains("ringing")) pane.dataset.frame ??= getComputedStyle(pane).boxShadow;
}).observe(pane, { attributeFilter: ["class"] })"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
async def test_it_goes_after_a_while_on_the_screen(panes: Panes, motion: str) -> None:
    await panes.page.emulate_media(reduced_motion="reduce" if motion == "reduce" else None)
    before = await shadow(panes)
    await panes.family.box.evaluate(KEEPS_THE_FRAME)
    await place_order(panes.customer)
    await expect(panes.family.box).to_have_attribute("data-frame", ANYTHING)
    assert await panes.family.box.get_attribute("data-frame") != before
    await expect(panes.family.box).not_to_have_class(RINGING)
    assert await shadow(panes) == before


async def test_it_waits_for_the_tab_to_be_chosen(address: str, page: Page) -> None:
    await page.emulate_media(reduced_motion="reduce")
    await page.set_viewport_size(PHONE)
    await page.clock.install()
    await page.goto(address)
    panes = Panes(page)
    await panes.are_open()
    await place_order(panes.customer)
    await expect(panes.family.box).to_have_class(RINGING)
    await time_stands(page)
    await page.clock.run_for(SEEN_MS + 1000)
    await expect(panes.family.box).to_have_class(RINGING)
    await page.locator("[data-tab=family]").click()
    await expect(panes.family.box).to_have_class(RINGING)
    await page.clock.run_for(SEEN_MS + 1000)
    await expect(panes.family.box).not_to_have_class(RINGING)


async def shadow(panes: Panes) -> str:
    """The frame of the family's chat, as it is drawn."""
    drawn: str = await panes.family.box.evaluate("pane => getComputedStyle(pane).boxShadow")
    return drawn
