"""The raster of a receipt: as wide as the printer's head, taken by a library that drives one."""

from __future__ import annotations

import pytest
from escpos.exceptions import ImageWidthError
from escpos.printer import Dummy
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.images.thermal import draw_thermal
from handlers.dialog.pictures import HallLine, HallReceipt, ReceiptExtra
from tests.bot.images.readers import READERS, printed

LINK = "https://t.me/Entaj_Bazaar_Sharjah_Centre1_bot?start=r_AbCdEfGhIjKlMnOp"
PROFILES = {384: "POS-5890", 512: "TM-T88V", 576: "TM-T20II"}
"""A printer with a head of so many dots."""
PIECE = 960
"""So many rows the library sends at once."""
LONG = "جلابية مطرزة يدوياً بخيوط الزري الذهبية مع شيلة مطابقة وحقيبة"


def receipt(*, rtl: bool = True, lines: int = 3) -> HallReceipt:
    """A receipt of a mixed payment, with so many things on it."""
    things = (
        HallLine("هريس", "", "× 2", "50 د.إ"),
        HallLine(LONG, "مقاس كبير جداً · أخضر زيتي", "× 12", "12,345.50 د.إ"),
        HallLine("Aged Cambodian oud oil", "12 ml", "× 1", "350 د.إ"),
    )
    return HallReceipt(
        title="إيصال بيع",
        brand="بازار إنتاج",
        bazaar="بازار رمضان · قاعة إنتاج",
        number_label="رقم الإيصال",
        number="12-7",
        date="الاثنين 30 نوفمبر 2026، 7:40 مساءً",
        lines=tuple(things[at % 3] for at in range(lines)),
        total_label="المجموع",
        total="12,745.50 د.إ",
        sums=(ReceiptExtra("الأصناف", "12,745.50 د.إ"),),
        paid=(ReceiptExtra("نقداً", "745.50 د.إ"), ReceiptExtra("بطاقة", "12,000 د.إ")),
        payload="r_AbCdEfGhIjKlMnOp",
        link_label="حفظ الإيصال في المحادثة",
        footer="شكراً لدعم الأسر المنتجة",
        rtl=rtl,
    )


@pytest.mark.parametrize("dots", PROFILES)
def test_a_printer_takes_every_dot(dots: int) -> None:
    image = draw_thermal(receipt(lines=9), LINK, dots)
    assert (image.mode, image.width) == ("1", dots)
    printer = Dummy(profile=PROFILES[dots])
    printer.image(image)
    pieces = -(-image.height // PIECE)
    assert len(printer.output) == 8 * pieces + dots // 8 * image.height


def test_a_picture_wider_than_the_head_is_not_printed() -> None:
    """What is drawn for one printer is refused by a narrower one."""
    wide = draw_thermal(receipt(), LINK, 576)
    with pytest.raises(ImageWidthError):
        Dummy(profile=PROFILES[512]).image(wide)


@pytest.mark.parametrize("dots", PROFILES)
def test_its_code_is_read_by_both_readers(dots: int) -> None:
    image = draw_thermal(receipt(), LINK, dots)
    for read in READERS:
        assert read(image) == [LINK], read.__name__
        assert read(printed(image)) == [LINK], read.__name__


def test_a_long_name_is_wrapped_and_never_cut() -> None:
    """The narrowest head takes it on more lines: the strip grows, and nothing is left out."""
    few, many = (draw_thermal(receipt(lines=lines), "", 384).height for lines in (1, 2))
    assert many - few > 3 * 18


def test_a_strip_ends_however_much_was_sold() -> None:
    assert draw_thermal(receipt(lines=5_000), LINK, 384).height < 40_000


@settings(max_examples=30)
@given(st.text(max_size=90), st.sampled_from(sorted(PROFILES)), st.booleans())
def test_whatever_is_typed_is_drawn(typed: str, dots: int, rtl: bool) -> None:
    lines = (HallLine(typed, typed, typed, typed),)
    extras = (ReceiptExtra(typed, typed),)
    every = HallReceipt(
        typed, typed, typed, typed, typed, typed, lines, typed, typed, extras, extras, rtl=rtl
    )
    image = draw_thermal(every, "", dots)
    assert image.size[0] == dots
    assert isinstance(image, Image.Image)
