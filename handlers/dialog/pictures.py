"""What a card may show: a stored photo, or a picture drawn from data that it carries itself.

A picture holds only values. Its strings are logical Unicode, already in the language in which
they are drawn; `bot/images` turns them into pixels and adds no word of its own.
The tags are permanent: stored replies are read back by them.
"""

import hashlib
from typing import Literal, TypeAlias

import msgspec

PackageKey = Literal["atayeb", "teeb", "anaqa", "mahra", "ebdaa"]
"""The key of one of the five packages; it chooses the colours and the motif."""

Icon = Literal[
    "shop",
    "search",
    "cart",
    "orders",
    "bazaar",
    "family",
    "desk",
    "deliveries",
    "catalogue",
    "people",
    "settings",
    "package",
    "help",
]
"""The emblem of a banner; `package` is the emblem of the banner's own package."""


class StoredPhoto(msgspec.Struct, frozen=True, tag="photo", tag_field="k"):
    """A photo that was accepted, re-encoded and stored under the hash of its bytes."""

    hash: str


class Banner(msgspec.Struct, frozen=True, tag="banner", tag_field="k"):
    """The header picture of a screen: menu, package, list, cart, desk."""

    title: str
    subtitle: str = ""
    package: PackageKey | None = None
    icon: Icon = "shop"
    rtl: bool = True


class ProductArt(msgspec.Struct, frozen=True, tag="product", tag_field="k"):
    """The card of a product that has no photo of its own.

    `subject` holds its names in both languages, so that the card of either is the same picture.
    """

    name: str
    brand: str
    price: str
    package: PackageKey
    tag_line: str = ""
    rtl: bool = True
    subject: str = ""


class ShelfArt(msgspec.Struct, frozen=True):
    """A product on a shelf: its place there from 1, its name, its price, and how it is drawn.

    `photo` is the hash of its photo; without one the thing that `subject` names is drawn, as on the
    product's own card. `tag_line` stands upon it; what is `sold_out` is paler.
    """

    number: int
    name: str
    price: str
    package: PackageKey
    subject: str = ""
    photo: str = ""
    tag_line: str = ""
    sold_out: bool = False


class ProductShelf(msgspec.Struct, frozen=True, tag="shelf", tag_field="k"):
    """Up to six products beside and beneath each other, in one picture."""

    items: tuple[ShelfArt, ...]
    rtl: bool = True


class ReceiptLine(msgspec.Struct, frozen=True):
    """One thing bought: its name, how many (such as `3` or `× 3`), and what they come to.

    `wish` stands beneath it, where there is one.
    """

    name: str
    quantity: str
    amount: str
    wish: str = ""


class ReceiptExtra(msgspec.Struct, frozen=True):
    """A row of a receipt beside its lines: what for, and how much."""

    label: str
    amount: str


class Receipt(msgspec.Struct, frozen=True, tag="receipt", tag_field="k"):
    """The receipt of an order. A row whose value is empty is left out.

    `paid` stands beneath the total. `code` is the delivery code, meant for the customer alone.
    `link` becomes a QR code with `link_label` beside it.
    """

    title: str
    brand: str
    number_label: str
    number: str
    date: str
    lines: tuple[ReceiptLine, ...]
    total_label: str
    total: str
    fee_label: str = ""
    fee: str = ""
    code_label: str = ""
    code: str = ""
    window_label: str = ""
    window: str = ""
    link: str = ""
    link_label: str = ""
    footer: str = ""
    rtl: bool = True
    extras: tuple[ReceiptExtra, ...] = ()
    paid: tuple[ReceiptExtra, ...] = ()


class HallLine(msgspec.Struct, frozen=True):
    """One thing sold in the hall: its name, the label of its option, how many, and how much."""

    name: str
    label: str
    quantity: str
    amount: str


class HallReceipt(msgspec.Struct, frozen=True, tag="hall", tag_field="k"):
    """The receipt of a sale in the hall. Whatever is empty is left out.

    `sums` stand above the total (what the things come to, what was let off), `paid` beneath it
    (cash, card, what was given, the change). `payload` is that of the link that takes the receipt
    into a chat (see `links`), and becomes a QR code with `link_label` beside it.
    """

    title: str
    brand: str
    bazaar: str
    number_label: str
    number: str
    date: str
    lines: tuple[HallLine, ...]
    total_label: str
    total: str
    sums: tuple[ReceiptExtra, ...] = ()
    paid: tuple[ReceiptExtra, ...] = ()
    payload: str = ""
    link_label: str = ""
    footer: str = ""
    rtl: bool = True


class LabelArt(msgspec.Struct, frozen=True, tag="label", tag_field="k"):
    """The price label of an option, in Arabic with its English name beneath it.

    `payload` is that of the link that opens the option where it is sold (see `links`), and becomes
    a QR code with the short `code` beneath it.
    """

    name: str
    name_en: str
    brand: str
    option: str
    price: str
    code: str
    payload: str


class SheetPart(msgspec.Struct, frozen=True):
    """A part of a sheet: its title, and the rows beneath it."""

    title: str
    rows: tuple[ReceiptExtra, ...]


class CashSheet(msgspec.Struct, frozen=True, tag="cash", tag_field="k"):
    """A sheet about cash: the closing of a till, or the money of a day.

    `head` says what it is about, row by row. For each of `signatures` there is a line to sign on.
    """

    title: str
    brand: str
    head: tuple[ReceiptExtra, ...]
    parts: tuple[SheetPart, ...]
    signatures: tuple[str, ...] = ()
    rtl: bool = True


LOOK = b"2"
"""Changed whenever the same data is drawn otherwise, so that no old upload is shown for it."""

Drawn: TypeAlias = Banner | ProductArt | ProductShelf | Receipt | HallReceipt | LabelArt | CashSheet
Picture: TypeAlias = StoredPhoto | Drawn


def photos_in(picture: Picture) -> tuple[str, ...]:
    """The hashes of the stored photos that a drawn picture holds."""
    items = picture.items if isinstance(picture, ProductShelf) else ()
    return tuple(art.photo for art in items if art.photo)


def picture_key(picture: Picture) -> str:
    """32 hex digits that stay the same as long as the picture's data and `LOOK` do.

    Uploaded files are remembered under it, so an equal picture is never uploaded twice.
    """
    return hashlib.sha256(LOOK + msgspec.json.encode(picture)).hexdigest()[:32]
