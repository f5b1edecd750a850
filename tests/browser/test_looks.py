"""Odd shapes and mixed languages: nothing on the page covers or dwarfs the rest."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from playwright.async_api import FilePayload, Locator, expect

from tests.browser.chat import Panes
from tests.support.words import word


async def test_a_tall_photo_leaves_room_for_what_belongs_to_it(panes: Panes) -> None:
    customer = panes.customer
    await customer.box.locator("input[type=file]").set_input_files(a_photo(300, 3000))
    photo = customer.log.locator(".mine img")
    await expect(photo).to_be_visible()
    await expect(photo).to_have_js_property("complete", True)
    photo_box, log_box = await photo.bounding_box(), await customer.log.bounding_box()
    assert photo_box is not None
    assert log_box is not None
    assert 100 < photo_box["height"] < log_box["height"]


async def test_a_notice_stands_clear_of_the_button_that_was_pressed(panes: Panes) -> None:
    customer = panes.customer
    await customer.presses(word("package-atayeb"))
    await customer.presses(word("product-add"))
    await expect(customer.notice).to_contain_text("السلة")
    pressed = customer.messages.last.locator(".buttons")
    top, bottom = await edges(pressed)
    notice_top, notice_bottom = await edges(customer.notice)
    assert notice_bottom <= top or bottom <= notice_top


async def test_an_english_pane_of_an_arabic_page_writes_from_the_left(panes: Panes) -> None:
    await panes.customer.says("/language")
    await panes.customer.presses("English")
    await expect(panes.customer.box).to_have_attribute("dir", "ltr")
    await expect(panes.customer.input).to_have_css("direction", "ltr")
    await expect(panes.staff.input).to_have_css("direction", "rtl")
    arrow = panes.customer.box.locator(".send .icon")
    await expect(arrow).to_have_css("transform", "none")
    await expect(panes.staff.box.locator(".send .icon")).not_to_have_css("transform", "none")


def a_photo(width: int, height: int) -> FilePayload:
    """A picture of that many pixels."""
    kept = BytesIO()
    Image.effect_mandelbrot((width, height), (-2, -1, 1, 1), 30).save(kept, "JPEG")
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": kept.getvalue()}


async def edges(what: Locator) -> tuple[float, float]:
    """Where it begins and ends, from the top of the page."""
    box = await what.bounding_box()
    assert box is not None
    return box["y"], box["y"] + box["height"]
