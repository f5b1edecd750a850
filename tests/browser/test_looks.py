"""Odd shapes and mixed languages: nothing on the page covers or dwarfs the rest."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import pytest
from PIL import Image
from playwright.async_api import FilePayload, Locator, expect

from tests.browser.chat import Panes
from tests.support.words import word

LOW_OR_LARGE = ((640, 360, 16), (360, 760, 32), (640, 360, 32), (1500, 950, 32))
"""A window's width and height, and the size of its letters, in pixels."""


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
    await customer.box.locator("input[type=file]").set_input_files(a_photo(120, 90))
    await expect(customer.log.locator(".mine img")).to_have_count(2)
    small = await photo.last.bounding_box()
    assert small is not None
    assert (small["width"], small["height"]) == (120, 90)


async def test_a_notice_stands_clear_of_the_button_that_was_pressed(panes: Panes) -> None:
    customer = panes.customer
    await customer.presses(word("package-atayeb"))
    await customer.presses("2 · ")
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


async def test_each_line_that_is_written_begins_on_its_own_side(panes: Panes) -> None:
    field = panes.customer.input
    await field.fill("In time\nشكراً")
    await field.evaluate("field => field.blur()")
    picture = Image.open(BytesIO(await field.screenshot())).convert("L")
    width, height = picture.size
    inside = picture.crop((20, 6, width - 20, height - 6))
    above, beneath = (
        ink_share(inside.crop((0, top, width - 40, top + inside.height // 2)))
        for top in (0, inside.height // 2)
    )
    assert above < 0.4
    assert beneath > 0.6


async def test_a_low_screen_and_large_letters_leave_room_to_read_and_to_write(
    panes: Panes,
) -> None:
    page = panes.page
    session = await page.context.new_cdp_session(page)
    for language, (width, height, letter) in product(("ar", "en"), LOW_OR_LARGE):
        if await page.locator("html").get_attribute("lang") != language:
            await page.get_by_role("link", name="English").click()
            await panes.customer.sees("Choose a package")
        sizes = {"standard": letter, "fixed": letter}
        await session.send("Page.setFontSizes", {"fontSizes": sizes})
        await page.set_viewport_size({"width": width, "height": height})
        await expect(panes.customer.input).to_be_in_viewport(ratio=1)
        field = await panes.customer.input.bounding_box()
        top, bottom = await edges(panes.customer.log)
        assert field is not None
        assert field["width"] > 8 * letter
        assert bottom - top > 0.35 * height - 2 * letter
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await expect(page.locator(".tryout:visible")).to_have_count(1)


async def test_the_button_that_goes_on_is_on_the_first_screen_of_a_phone(panes: Panes) -> None:
    await panes.page.set_viewport_size({"width": 360, "height": 760})
    add = panes.customer.log.get_by_role("button", name=word("product-add"))
    for name in ("مخوّر إماراتي", "شيلة مطرزة", "جلابية", "لقيمات"):
        await panes.customer.says(name)
        await panes.customer.presses("1 · ")
        await expect(add.last).to_be_in_viewport(ratio=1)
        await add.last.click(trial=True)
        await panes.customer.presses(word("product-add"))


ROOM_FOR_THE_WORDS = """field => {
    const style = getComputedStyle(field), words = getComputedStyle(field, "::placeholder");
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = words.font;
    const inside = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    return field.clientWidth - inside - pen.measureText(field.placeholder).width;
}"""


@pytest.mark.parametrize("width", [360, 320])
async def test_what_to_write_fits_its_field_in_large_letters(panes: Panes, width: int) -> None:
    session = await panes.page.context.new_cdp_session(panes.page)
    await session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 32}})
    await panes.page.set_viewport_size({"width": width, "height": 760})
    assert await panes.customer.input.evaluate(ROOM_FOR_THE_WORDS) > 0
    await panes.page.get_by_role("link", name="English").click()
    await panes.customer.sees("Choose a package")
    assert await panes.customer.input.evaluate(ROOM_FOR_THE_WORDS) > 0


async def test_a_dark_page_is_dark(panes: Panes) -> None:
    await panes.page.emulate_media(color_scheme="dark")
    colour = "element => getComputedStyle(element).backgroundColor.match(/[0-9]+/g).map(Number)"
    for part in (panes.page.locator("body"), panes.customer.messages.first.locator(".bubble")):
        assert max(await part.evaluate(colour)) < 80


def ink_share(picture: Image.Image) -> float:
    """How far from its left, as a share of its width, the ink of a picture lies on the whole."""
    darkness = picture.point([255 - value if value < 128 else 0 for value in range(256)])
    columns = darkness.resize((picture.width, 1), Image.Resampling.BOX).tobytes()
    return sum(x * ink for x, ink in enumerate(columns)) / sum(columns) / picture.width


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
