"""Pictures in words, for those who do not see them."""

from __future__ import annotations

import pytest

from bot.channels.web.alt_texts import alt_text
from handlers.dialog.pictures import (
    Banner,
    Picture,
    ProductArt,
    ProductShelf,
    Receipt,
    ReceiptLine,
    ShelfArt,
    StoredPhoto,
)

RECEIPT = Receipt(
    title="إيصال الطلب",
    brand="بازار إنتاج",
    number_label="رقم الطلب",
    number="204518",
    date="30 نوفمبر 2026",
    lines=(ReceiptLine("لقيمات", "× 2", "50 د.إ", wish="بدون سمسم"),),
    total_label="المجموع",
    total="70 د.إ",
    fee_label="التوصيل",
    fee="20 د.إ",
)


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        (StoredPhoto("a" * 64), "هريس"),
        (Banner("أطايب", "مأكولات"), "أطايب · مأكولات"),
        (Banner("Cart"), "Cart"),
        (ProductArt("Harees", "Bait", "40 AED", "mahra"), "Harees · Bait · 40 AED"),
        (
            ProductShelf(
                (
                    ShelfArt(1, "لقيمات", "25 د.إ", "atayeb"),
                    ShelfArt(2, "كيكة", "60 د.إ", "atayeb", tag_line="يُصنع حسب الطلب"),
                )
            ),
            "1. لقيمات 25 د.إ · 2. كيكة 60 د.إ (يُصنع حسب الطلب)",
        ),
        (
            RECEIPT,
            "إيصال الطلب · رقم الطلب 204518 · 30 نوفمبر 2026 · لقيمات × 2 50 د.إ بدون سمسم"
            " · التوصيل 20 د.إ · المجموع 70 د.إ",
        ),
    ],
)
def test_a_picture_is_told_in_the_words_that_are_drawn(picture: Picture, told: str) -> None:
    assert alt_text(picture, "هريس") == told
