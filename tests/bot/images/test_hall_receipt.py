"""The receipt of a sale in the hall is drawn in both directions, and its QR code opens the chat."""

from __future__ import annotations

from io import BytesIO

import msgspec
import pytest
from PIL import Image

from bot.channels.web.alt_texts import hall_receipt_text
from bot.images.draw import draw
from bot.images.hall_receipt import as_receipt, draw_hall_receipt
from bot.images.render_pool import drawn_type
from handlers.dialog.pictures import HallLine, HallReceipt, ReceiptExtra

LONG = "لقيمات بالزعفران من بيت أم سعيد بنت خليفة بن محمد آل علي الشارقة"
SHORT = HallReceipt(
    title="إيصال",
    brand="بازار إنتاج",
    bazaar="بازار الرحمانية",
    number_label="رقم الإيصال",
    number="12-7",
    date="30 نوفمبر 2026",
    lines=(HallLine(LONG, "علبة كبيرة", "× 2", "70 د.إ"),),
    total_label="الإجمالي",
    total="70 د.إ",
    paid=(ReceiptExtra("المستلم", "100 د.إ"), ReceiptExtra("الباقي", "30 د.إ")),
    footer="شكراً",
)
MANY = msgspec.structs.replace(SHORT, lines=SHORT.lines * 80, payload="r_abc", rtl=False)


@pytest.mark.parametrize("receipt", [SHORT, MANY])
def test_it_is_a_png_within_the_limits_of_a_photo(receipt: HallReceipt) -> None:
    assert drawn_type(receipt) == "image/png"
    with Image.open(BytesIO(draw(receipt)), formats=["PNG"]) as picture:
        width, height = picture.size
    assert width + height <= 10_000


def test_only_with_a_link_it_has_a_code() -> None:
    plain = draw_hall_receipt(SHORT, "")
    linked = draw_hall_receipt(SHORT, "https://t.me/bot?start=r_abc")
    assert linked.height > plain.height + 150
    assert as_receipt(SHORT, "").link_label == ""


def test_an_edition_that_is_named_after_the_shop_is_named_alone() -> None:
    assert as_receipt(SHORT, "").brand == "بازار إنتاج · بازار الرحمانية"
    eighth = msgspec.structs.replace(SHORT, bazaar="بازار إنتاج الثامن")
    assert as_receipt(eighth, "").brand == "بازار إنتاج الثامن"


def test_read_aloud_it_says_all_that_is_drawn() -> None:
    said = hall_receipt_text(SHORT)
    for part in ("12-7", "بازار الرحمانية", "علبة كبيرة", "المستلم 100", "الباقي 30"):
        assert part in said
