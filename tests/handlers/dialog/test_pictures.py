"""Pictures are stored with replies and remembered by key: what is written must read back."""

import msgspec
import pytest

from handlers.dialog.pictures import (
    Banner,
    Picture,
    ProductArt,
    Receipt,
    ReceiptLine,
    StoredPhoto,
    picture_key,
)
from tests.support.words import label

PICTURES: list[Picture] = [
    StoredPhoto("ab12"),
    Banner(label("button-cart"), icon="cart"),
    ProductArt("لقيمات", "الدار", "25.00 د.إ", "atayeb"),
    Receipt("إيصال", "بازار", "رقم", "1", "اليوم", (ReceiptLine("عود", "1", "9"),), "المجموع", "9"),
]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: type(picture).__name__)
def test_a_stored_picture_reads_back_as_itself(picture: Picture) -> None:
    assert msgspec.json.decode(msgspec.json.encode(picture), type=Picture) == picture


def test_the_tags_never_change() -> None:
    tags = [msgspec.json.decode(msgspec.json.encode(picture))["k"] for picture in PICTURES]
    assert tags == ["photo", "banner", "product", "receipt"]


def test_a_package_or_an_icon_that_nobody_draws_is_refused() -> None:
    for wrong in (
        b'{"k":"banner","title":"a","icon":"ufo"}',
        b'{"k":"banner","title":"a","package":"x"}',
    ):
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(wrong, type=Picture)


def test_equal_pictures_share_a_key_and_others_do_not() -> None:
    keys = [picture_key(picture) for picture in PICTURES]
    assert len(set(keys)) == len(keys)
    assert picture_key(Banner(label("button-cart"), icon="cart")) == keys[1]
    assert picture_key(Banner(label("button-cart"), icon="cart", rtl=False)) != keys[1]


def test_keys_survive_a_new_release() -> None:
    """A changed key costs an upload of every picture again: this one is written down."""
    assert picture_key(Banner("a")) == "62d74cfceb78db3c7c0aafd12f58dc83"
