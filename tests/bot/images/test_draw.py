"""Every picture: within Telegram's limits, with its words inside its margins."""

from io import BytesIO
from itertools import groupby
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor

from bot.images import banner as banners
from bot.images import draw as draws
from bot.images import receipt as receipts
from bot.images.draw import draw, drawing
from bot.images.palette import HOUSE
from bot.images.qr import qr_mask
from bot.images.render_pool import drawn_type
from bot.images.typeset import fit
from handlers.dialog.pictures import (
    Banner,
    CashSheet,
    Drawn,
    Icon,
    LabelArt,
    PackageKey,
    ProductArt,
    ProductShelf,
    Receipt,
    ReceiptExtra,
    ReceiptLine,
    SheetPart,
    ShelfArt,
)
from tests.bot.images.pixels import farthest_apart

PACKAGES: tuple[PackageKey, ...] = get_args(PackageKey)
LONG = "قهوة عربية Arabic coffee بالهيل والزعفران (علبة ٥٠٠ غ) [جديد]\nمحمصة يدوياً 😀☕ كل خميس"
TYPED = st.one_of(st.text(max_size=90), st.just(LONG), st.just("W" * 90), st.just("ض" * 90))
LINES = st.lists(st.builds(ReceiptLine, TYPED, TYPED, TYPED, st.just("") | TYPED), max_size=30).map(
    tuple
)
PICTURES = st.one_of(
    st.builds(Banner, TYPED, TYPED),
    st.builds(ProductArt, TYPED, TYPED, TYPED, st.sampled_from(PACKAGES), TYPED, st.booleans()),
    st.builds(
        ProductShelf,
        st.lists(
            st.builds(ShelfArt, st.integers(1, 6), TYPED, TYPED, st.sampled_from(PACKAGES), TYPED),
            min_size=1,
            max_size=6,
        ).map(tuple),
        st.booleans(),
    ),
    st.builds(LabelArt, TYPED, TYPED, TYPED, TYPED, TYPED, st.just("1012"), st.just("o_12")),
    st.builds(
        Receipt,
        title=TYPED,
        brand=TYPED,
        number_label=TYPED,
        number=TYPED,
        date=TYPED,
        lines=LINES,
        total_label=TYPED,
        total=TYPED,
        fee_label=TYPED,
        fee=TYPED,
        code_label=TYPED,
        code=TYPED,
        window_label=TYPED,
        window=TYPED,
        link=st.text(max_size=400),
        link_label=TYPED,
        footer=TYPED,
        rtl=st.booleans(),
        extras=st.lists(st.builds(ReceiptExtra, TYPED, TYPED), max_size=4).map(tuple),
    ),
)


def opened(picture: Drawn) -> Image.Image:
    """The picture as the people's programs open it, with the pixels that it was drawn with."""
    pixels = drawing(picture)
    assert sent(picture).size == pixels.size
    return pixels.convert("RGB")


def sent(picture: Drawn) -> Image.Image:
    """The file as the platform opens it, which is told of its type."""
    form = drawn_type(picture).removeprefix("image/")
    return Image.open(BytesIO(draw(picture)), formats=[form])


def receipt(lines: int, **fields: Any) -> Receipt:
    bought = (ReceiptLine(LONG, "× 2", "1,234.50 د.إ"),) * lines
    return Receipt(
        "إيصال", "بازار إنتاج", "رقم", "482913", "اليوم", bought, "المجموع", "9", **fields
    )


def test_a_wish_stands_beneath_its_line() -> None:
    plain, wished = (
        Receipt(
            "إيصال",
            "بازار",
            "رقم",
            "1",
            "اليوم",
            (ReceiptLine("كيكة", "× 1", "9", wish),),
            "م",
            "9",
        )
        for wish in ("", "ملاحظة: كتابة مريم عليها")
    )
    assert opened(wished).height > opened(plain).height


@pytest.mark.parametrize("lines", [8, 60])
def test_a_receipt_full_of_wishes_is_taken(lines: int) -> None:
    wished = (ReceiptLine(LONG, "× 2", "1,234.50 د.إ", LONG * 3),) * lines
    shown = opened(Receipt("إيصال", "بازار", "رقم", "1", "اليوم", wished, "المجموع", "9"))
    assert shown.width + shown.height <= 10_000


@settings(max_examples=12, deadline=None)
@given(PICTURES)
def test_every_picture_is_one_that_telegram_takes(picture: Drawn) -> None:
    width, height = sent(picture).size
    assert len(draw(picture)) < 10_000_000
    assert width + height <= 10_000
    assert max(width, height) <= 20 * min(width, height)


EDGES = 55


def worst_pixel(picture: Drawn) -> int:
    """How far the file is from what was drawn where it is farthest, of 255."""
    return farthest_apart(drawing(picture).convert("RGB"), sent(picture).convert("RGB"))


COLOURFUL = [
    ProductArt("لقيمات", "الدار", "25.00", "atayeb"),
    Banner("أطايب", LONG, "atayeb", "package"),
]
RECEIPTS = [
    receipt(2, code="4938", code_label="رمز التسليم", link="https://t.me/x"),
    receipt(2, code="4938", code_label="Delivery code", rtl=False),
]


@pytest.mark.parametrize("picture", COLOURFUL)
def test_letters_keep_their_edges_in_the_file(picture: Drawn) -> None:
    assert worst_pixel(picture) < EDGES


@pytest.mark.parametrize("picture", COLOURFUL)
def test_with_fewer_colours_than_pixels_they_would_not(
    picture: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draws, "FULL_COLOURS", 2)
    assert worst_pixel(picture) > EDGES


@pytest.mark.parametrize("picture", RECEIPTS)
def test_the_file_of_a_receipt_is_what_was_drawn(picture: Receipt) -> None:
    assert worst_pixel(picture) == 0


def test_a_receipt_drawn_again_measures_and_encodes_no_text_anew() -> None:
    again = receipt(3, fee="1", code="1234", window="غداً", link="https://t.me/x")
    draw(again)
    before = fit.cache_info().misses, qr_mask.cache_info().misses
    assert draw(again)
    assert (fit.cache_info().misses, qr_mask.cache_info().misses) == before


def test_codes_are_kept_without_the_colours_that_they_do_not_have() -> None:
    assert qr_mask("https://t.me/x", 6).mode == "L"


def test_every_part_of_the_sum_has_a_row() -> None:
    parts = tuple(ReceiptExtra("خصم", amount) for amount in ("1", "2", "3"))
    heights = [
        opened(receipt(1, fee="1", fee_label="رسوم", extras=parts[:count])).height
        for count in range(4)
    ]
    row = heights[1] - heights[0]
    assert row > 0
    assert heights == [heights[0] + row * count for count in range(4)]


@pytest.mark.parametrize("lines", [0, 1, 8, 9, 30, 60, 400])
def test_a_receipt_of_any_length_is_taken(lines: int) -> None:
    shown = opened(receipt(lines, fee="1", code="1234", window="غداً", link="https://t.me/x"))
    assert sum(shown.size) <= 10_000
    assert shown.width == receipts.WIDTH


def test_a_longer_order_makes_a_taller_receipt_until_the_limit() -> None:
    heights = [opened(receipt(lines)).height for lines in (1, 3, 20, 60, 61)]
    assert heights[0] < heights[1] < heights[2] < heights[3]
    assert heights[4] <= heights[3]


def test_rows_without_a_value_are_left_out() -> None:
    bare = opened(receipt(2)).height
    for field in ("fee", "window", "code", "link"):
        assert opened(receipt(2, **{field: "12"})).height > bare


@pytest.mark.parametrize("rtl", [True, False])
def test_the_delivery_code_stands_in_the_middle_of_its_box(rtl: bool) -> None:
    label = "رمز التسليم" if rtl else "Delivery code"
    image = opened(receipt(1, code_label=label, code="4938", rtl=rtl)).convert("RGB")
    deep = ImageColor.getrgb(HOUSE.deep)
    edge = [image.getpixel((receipts.MARGIN - 8, y)) == deep for y in range(image.height)]
    runs = [(same, len(list(run))) for same, run in groupby(edge)]
    at = max(range(len(runs)), key=lambda number: runs[number])
    top = sum(length for _, length in runs[:at])
    foot = top + runs[at][1]
    box = image.crop((receipts.MARGIN, top, receipts.WIDTH - receipts.MARGIN, foot))
    _, above, _, last = inked(box, deep)
    assert min(above, box.height - last) >= 36
    assert abs(above - (box.height - last)) <= 20


def inked(image: Image.Image, ground: tuple[int, ...]) -> tuple[int, int, int, int]:
    """The box of all that is not of the ground's colour."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, ground)).getbbox()
    assert box is not None
    return box


def test_a_link_too_long_for_a_phone_to_read_is_left_out() -> None:
    assert opened(receipt(2, link="x" * 301)).height == opened(receipt(2)).height


def words_of(full: Drawn, bare: Drawn) -> tuple[int, int, int, int]:
    """The box of the pixels in which two pictures differ: those of the words."""
    one, other = opened(full), opened(bare)
    box = ImageChops.difference(one, other).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("text", [LONG, "W" * 200, "ض" * 200, "(((", "لُلّلِّ" * 40])
def test_the_words_of_a_banner_keep_to_their_side(text: str, rtl: bool) -> None:
    left, top, right, bottom = words_of(
        Banner(text, text, "teeb", "cart", rtl), Banner("", "", "teeb", "cart", rtl)
    )
    assert left >= (400 if rtl else banners.MARGIN - 8)
    assert right <= (banners.WIDTH - banners.MARGIN + 8 if rtl else banners.WIDTH - 400)
    assert top >= 8
    assert bottom <= banners.HEIGHT - 34


@pytest.mark.parametrize("rtl", [True, False])
def test_nothing_of_a_receipt_is_written_outside_its_margins(rtl: bool) -> None:
    text = "WW ضض " * 60
    lines = (ReceiptLine(text, text, text),) * 3
    shown = opened(
        Receipt(text, text, text, text, text, lines, text, text, text, text, window=text, rtl=rtl)
    ).convert("RGB")
    for strip in ((0, 240, 40, 900), (shown.width - 40, 240, shown.width, 900)):
        assert len(shown.crop(strip).getcolors() or []) == 1


def test_a_product_looks_the_same_in_both_languages() -> None:
    both = [
        opened(ProductArt(name, "", "", "anaqa", rtl=rtl, subject="جلابية Jalabiya"))
        for name, rtl in (("جلابية", True), ("Jalabiya", False))
    ]
    panels = [card.crop((0, 0, 1280, 580)).tobytes() for card in both]
    assert panels[0] == panels[1]


def test_equal_pictures_give_equal_bytes() -> None:
    assert draw(receipt(2)) == draw(receipt(2))


@pytest.mark.parametrize("icon", get_args(Icon))
def test_every_icon_is_a_picture_of_its_own(icon: Icon) -> None:
    others = {draw(Banner("", icon=other)) for other in get_args(Icon) if other != icon}
    assert draw(Banner("", icon=icon)) not in others


def test_the_packages_differ_in_their_banners_and_cards() -> None:
    for of in (lambda key: Banner("", "", key), lambda key: ProductArt("a", "b", "c", key)):
        assert len({draw(of(key)) for key in PACKAGES}) == len(PACKAGES)


def test_surrogates_and_controls_do_not_break_a_drawing() -> None:
    assert opened(Banner("\ud83d \x00\u2067\u2029 a", "\u202e")).size == (1280, 480)


@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("rows", [0, 3, 200])
def test_a_sheet_about_cash_is_taken_however_long_it_is(rows: int, rtl: bool) -> None:
    row = ReceiptExtra(LONG, "1,234.50 د.إ")
    parts = (SheetPart(LONG, (row,) * rows),) * 3
    sheet = CashSheet("كشف", "بازار", (row,), parts, ("توقيع", LONG), rtl)
    shown = opened(sheet)
    assert shown.width == receipts.WIDTH
    assert shown.width + shown.height <= 10_000
    assert opened(msgspec.structs.replace(sheet, signatures=())).height < shown.height


def test_a_reason_on_a_sheet_about_cash_is_read_to_its_end() -> None:
    reason = "سحب: سُلّمت لسالم عند الباب الخلفي لأن الخزنة كانت مغلقة ولا أحد من الإدارة"
    heights = [
        opened(sheet_of(ReceiptExtra(label, "5,000 د.إ"))).height
        for label in ("سحب: للصرافة", reason)
    ]
    assert heights[0] < heights[1]


def sheet_of(row: ReceiptExtra) -> CashSheet:
    """A sheet with that row alone."""
    return CashSheet("كشف", "بازار", (row,), (SheetPart("نقد", (row,)),))
