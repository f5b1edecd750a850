"""The hall on a phone, with one hand: goods in, a till opened, a sale, and the till closed."""

from __future__ import annotations

from playwright.async_api import ViewportSize, expect

from tests.browser.chat import Pane, Panes
from tests.support.words import label, word

PHONE: ViewportSize = {"width": 360, "height": 760}


async def test_a_newcomer_takes_goods_in_sells_and_closes_the_till(panes: Panes) -> None:
    await panes.page.set_viewport_size(PHONE)
    seller = await turned_to(panes, panes.seller)
    await takes_goods_in(seller)
    family = await turned_to(panes, panes.family)
    await family.presses(label("button-note-right"))
    seller = await turned_to(panes, panes.seller)
    await seller.says("/sell")
    await seller.presses(label("button-open-till"))
    await seller.presses("100")
    await sells_two(seller)
    await (await turned_to(panes, panes.family)).sees("في القاعة")
    await counts_her_till(await turned_to(panes, panes.seller))
    staff = await turned_to(panes, panes.staff)
    await staff.presses("✅ تأكيد:")
    await staff.presses(label("button-closing"))
    await expect(staff.log.locator("img").last).to_be_visible()
    assert await panes.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def turned_to(panes: Panes, pane: Pane) -> Pane:
    """The pane, in front."""
    await panes.page.locator(f"[data-tab={pane.name}]").click()
    await expect(pane.box).to_be_visible()
    return pane


async def takes_goods_in(seller: Pane) -> None:
    """Twenty of the first brand's khanfaroosh, and the labels for them."""
    await seller.says("/stock")
    await seller.presses(word("button-start-take-in"))
    await seller.presses("بيت اللقمة")
    await seller.says("خنفروش ٢٠")
    await seller.presses(label("button-note-done"))
    await seller.presses(label("button-book-take-in"))
    await seller.presses(label("button-labels"))
    await seller.presses(word("labels-print"))
    await expect(seller.link("labels.pdf")).to_be_visible()


async def sells_two(seller: Pane) -> None:
    """Two of it for cash, each tap in reach of the thumb; the change is read in large."""
    await seller.says("/sell")
    await seller.presses(word("menu-sell"))
    await seller.says("خنفروش")
    await seller.presses("➕")
    cash = seller.button(word("button-cash"))
    await expect(cash).to_be_in_viewport(ratio=1)
    await seller.presses(word("button-cash"))
    await seller.presses("100")
    await seller.reads("الباقي للعميل: 40 د.إ")
    await seller.presses(label("button-complete"))
    await seller.reads("تم البيع", "1-1")


async def counts_her_till(seller: Pane) -> None:
    """A hundred to begin with, and sixty for two."""
    await seller.says("/sell")
    await seller.presses(label("button-close-till"))
    await seller.says("1×100 1×50 1×10")
    await seller.reads(word("till-count-right"))
    await seller.presses(label("button-close-till"))
    await seller.reads("ينتظر تأكيد المركز")
